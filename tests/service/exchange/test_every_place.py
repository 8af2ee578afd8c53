"""The same harm done in every place of a file that uses every key: each is refused, and its place is named."""

from __future__ import annotations

import json
from typing import Any

import pytest
from msgspec import to_builtins

from coprod.service.exchange.bad import BadFile
from coprod.service.exchange.reading import read
from tests.service.exchange.places import EVERY_KEY, at, changed, lacking, one_of_each, place

KINDS = one_of_each()
VALUES = {kind: at(way) for kind, way in KINDS.items()}
OBJECTS = [kind for kind, value in VALUES.items() if isinstance(value, dict)]
STRINGS = [kind for kind, value in VALUES.items() if isinstance(value, str)]
NUMBERS = [kind for kind, value in VALUES.items() if type(value) in (int, float)]
REQUIRED = {
    "format", "version", "title", "languages", "started", "participants", "agenda", "record",
    "participants.[].key", "participants.[].called", "participants.[].consents.[].to",
    "participants.[].consents.[].given", "groups.[].key", "groups.[].members", "agenda.[].key", "agenda.[].kind",
    "guidelines.[].text", "approved.[].part",
    "record.item.type", "record.item.item", "record.item.at", "record.turn.type", "record.turn.who", "record.turn.at",
    "record.pass.type", "record.pass.who", "record.pass.at", "record.pause.type", "record.pause.kind",
    "record.pause.at", "record.note.type", "record.note.kind", "record.note.text", "record.arrive.type",
    "record.arrive.who", "record.leave.type", "record.leave.who", "record.move.type", "record.move.who",
    "record.standpoint.type", "record.standpoint.who", "record.guideline.type", "record.guideline.guideline",
    "record.guideline.change", "record.prompt.type", "record.round.type", "record.release.type",
    "record.release.note", "record.retract.type", "record.retract.note", "record.link.type", "record.link.from",
    "record.link.to", "record.link.as",
}  # fmt: skip
"""What may not be left out, as the page on the format says; keys of a kind that this file has several times by kind."""


def refused(made: object) -> BadFile:
    with pytest.raises(BadFile) as caught:
        read(json.dumps(made).encode("utf-8", "surrogatepass"))
    return caught.value


def wrong(value: object) -> list[object]:
    """Null, and values of other types than this one."""
    others: list[object] = [None, 7, "no such word", True, [], {}]
    return [one for one in others if type(one) is not type(value) and not (type(value) is float and one == 7)]


def test_the_file_uses_every_key_and_is_good() -> None:
    assert len(KINDS) > 120
    assert set(KINDS) >= REQUIRED
    assert read(json.dumps(EVERY_KEY).encode()).title == EVERY_KEY["title"]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_null_and_a_value_of_another_type_are_refused_in_its_place(kind: str) -> None:
    way = KINDS[kind]
    allowed = ALSO.get(kind, ())
    for other in wrong(at(way)):
        if type(other) in allowed:
            continue
        bad = refused(changed(way, other))
        assert bad.place.startswith(place(way)), other
        assert bad.reason


ALSO: dict[str, tuple[type, ...]] = {
    "participants.[].called": (str, dict),
    "record.note.owner": (str, list),
    "record.note.translations.<lang>": (str, dict),
}
"""Where more than one type may stand."""


@pytest.mark.parametrize("kind", ["", *sorted(OBJECTS)])
def test_an_unknown_key_is_refused_in_every_object(kind: str) -> None:
    way = (*KINDS.get(kind, ()), "visibillity")
    bad = refused(changed(way, "minutes"))
    assert bad.place == place(way)
    assert bad.reason.startswith(("unknown key", "is not a language tag", "is none of"))


@pytest.mark.parametrize("kind", sorted(REQUIRED))
def test_what_is_required_is_missed_in_its_place(kind: str) -> None:
    way = KINDS[kind]
    bad = refused(lacking(way))
    if way[-1] == "type":
        assert bad.place.startswith(place(way[:-1]))
    else:
        assert (bad.place, bad.reason) == (place(way), "is missing") or kind in {
            "started",
            "format",
            "version",
        }
        assert bad.place == place(way)


OPTIONAL = [kind for kind, way in KINDS.items() if isinstance(way[-1], str) and kind not in REQUIRED]
SPOKEN_OF = {
    "record.note.id",
    "guidelines.[].key",
    "agenda.[].prompts.[].key",
    "agenda.[].prompts",
    "groups",
    "guidelines",
}
LAST_OF_A_TEXT = {"title.<lang>", "guidelines.[].text.<lang>"}


@pytest.mark.parametrize("kind", sorted({*OPTIONAL} - SPOKEN_OF - LAST_OF_A_TEXT))
def test_all_else_may_be_left_out(kind: str) -> None:
    made = lacking(KINDS[kind])
    assert read(json.dumps(made).encode()).format == "coprod-session"


@pytest.mark.parametrize("kind", sorted(SPOKEN_OF))
def test_what_others_speak_of_is_missed_where_they_do(kind: str) -> None:
    bad = refused(lacking(KINDS[kind]))
    assert bad.reason.startswith("unknown")
    assert not bad.place.startswith(place(KINDS[kind]))


HARM = ["\x00", "\u202e", "\ud800"]


@pytest.mark.parametrize("kind", sorted(STRINGS))
def test_no_string_takes_a_character_that_no_text_may_hold(kind: str) -> None:
    way = KINDS[kind]
    for char in HARM:
        bad = refused(changed(way, f"{at(way)}{char}"))
        assert bad.place == place(way)
        assert char not in bad.reason


@pytest.mark.parametrize("kind", sorted(NUMBERS))
def test_no_number_is_negative_endless_or_of_another_kind(kind: str) -> None:
    way = KINDS[kind]
    for number in (-1, -0.001, 1e308, True):
        assert refused(changed(way, number)).place == place(way)


TEXTS = [kind for kind in STRINGS if kind.endswith("<lang>") and "translations" not in kind]
SHORT = {"title", "name", "called"}


@pytest.mark.parametrize("kind", sorted(TEXTS))
def test_every_text_has_its_greatest_length(kind: str) -> None:
    way = KINDS[kind]
    most = 300 if way[-2] in SHORT else 20_000
    made: Any = changed(way, "𠮷" * most)
    assert read(json.dumps(made).encode()).format == "coprod-session"
    bad = refused(changed(way, "x" * (most + 1)))
    assert bad.place == place(way)
    assert f"{most:,} are the most" in bad.reason


@pytest.mark.parametrize("kind", sorted(TEXTS))
def test_every_text_is_kept_as_it_came(kind: str) -> None:
    """Not normalised, not trimmed, not escaped."""
    said = "  e\u0301 \u00e9 か\u3099 が ﬁ Å\u212b \\n <b>&amp; \u00a0\u3000\u200d\t\n "
    way = KINDS[kind]
    session = read(json.dumps(changed(way, said)).encode())
    assert strings(to_builtins(session)).count(said) == 1


def strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    return [text for one in inner for text in strings(one)]
