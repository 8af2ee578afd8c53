"""Every rule of the format, broken one at a time; and every file that keeps them all."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from coprod.service.exchange import reading
from coprod.service.exchange.bad import BadFile
from coprod.service.exchange.reading import LARGEST, read, read_path
from tests.service.exchange.files import BAD, GOOD, NOTE_ID, OTHER_ID, load, note, plain, with_note, without

if TYPE_CHECKING:
    from pathlib import Path

    from coprod.service.exchange.format import SessionFile

EXPECTED = json.loads((BAD / "expected.json").read_text())
ID = OTHER_ID


def refusal(made: object) -> tuple[str, str]:
    data = made if isinstance(made, bytes) else json.dumps(made).encode()
    with pytest.raises(BadFile) as caught:
        read(data)
    return caught.value.place, caught.value.reason


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.name)
def test_good_files_are_read_whole(path: Path) -> None:
    session = read_path(path)
    assert len(session.record) == len(json.loads(path.read_bytes())["record"])


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_bad_files_are_refused_with_their_place(name: str) -> None:
    with pytest.raises(BadFile) as caught:
        read_path(BAD / name)
    expected = EXPECTED[name]
    assert expected["place"] in (None, caught.value.place)
    assert expected["reason_contains"] in caught.value.reason


def test_every_bad_file_is_expected() -> None:
    assert {path.name for path in BAD.iterdir()} - {"expected.json"} == set(EXPECTED)


RECORD = "record[0]"
REFUSED = {
    "kind of a pause": (
        plain(record=[{"type": "pause", "kind": "nap", "at": 1}]),
        "record[0].kind",
        "breath, silence",
    ),
    "kind of a note": (
        with_note(kind="nap"),
        "record[0].kind",
        "is none of: contribution, experience, question",
    ),
    "type": (plain(record=[{"type": "nap"}]), "record[0].type", "is none of: item, turn, pass, pause, note"),
    "state": (plain(state="nap"), "state", "is none of: planned, open, closed"),
    "how they arrived": (
        plain(record=[{"type": "arrive", "who": "A", "how": "late"}]),
        "record[0].how",
        "is none of: present, online, part, absent",
    ),
    "state of a translation": (
        with_note(translations={"ja": "good"}),
        "record[0].translations.ja",
        "machine, draft",
    ),
    "state of a translation object": (
        with_note(translations={"ja": {"state": "good"}}),
        "record[0].translations.ja.state",
        "is none of: machine, draft, checked, confirmed",
    ),
    "part": (
        plain(approved=[{"part": "chair"}]),
        "approved[0].part",
        "is none of: facilitator, co-facilitator",
    ),
    "title left out": (without(plain(), "title"), "title", "is missing"),
    "title empty": (plain(title={}), "title", "needs a text in at least one language"),
    "called empty": (
        plain(participants=[{"key": "A", "called": {}}]),
        "participants[0].called",
        "needs a text",
    ),
    "guideline empty": (plain(guidelines=[{"text": {}}]), "guidelines[0].text", "needs a text"),
    "null": (plain(place=None), "place", "is null"),
    "null optional": (plain(zone=None), "zone", "null"),
    "languages none": (plain(languages=[]), "languages", "needs at least one"),
    "label of no standpoint": (
        plain(labels={"pear": {"en": "x"}}),
        "labels.pear",
        "is none of: peer, professional, family, community, other",
    ),
    "label no text": (plain(labels={"peer": "x"}), "labels.peer", "is a text, not an object"),
    "label no string": (plain(labels={"peer": {"en": "a", "ja": 1}}), "labels.peer.ja", "is a number"),
    "programme id": (plain(programme={"id": "7"}), "programme.id", "UUID"),
    "person": (
        plain(participants=[{"key": "A", "called": "A", "person": "7"}]),
        "participants[0].person",
        "UUID",
    ),
    "listed none": (
        plain(participants=[{"key": "A", "called": "A", "listed": "none"}]),
        "participants[0].listed",
        "neither name nor count",
    ),
    "wall count": (
        plain(participants=[{"key": "A", "called": "A", "wall": "count"}]),
        "participants[0].wall",
        "neither name nor none",
    ),
    "planned but started": (plain(state="planned"), "started", "planned.start"),
    "planned ends before": (
        plain(planned={"start": "2026-05-12T13:30:00+09:00", "end": "2026-05-12T13:30:00+10:00"}),
        "planned.end",
        "is before the start",
    ),
    "ended before": (plain(ended="2026-05-12T04:29:59.9Z"), "ended", "is before the start"),
    "prompt of another item": (
        plain(record=[{"type": "prompt", "item": "i1", "prompt": "p2"}]),
        "record[0].prompt",
        "another agenda item",
    ),
    "prompts twice": (
        plain(agenda=[{"key": "i", "kind": "other", "prompts": [{"key": "p"}, {"key": "p"}]}]),
        "agenda[0].prompts[1].key",
        "twice",
    ),
    "note of no note": (
        plain(record=[{"type": "leave", "who": "A", "id": ID}, {"type": "release", "note": ID}]),
        "record[1].note",
        "unknown note",
    ),
    "guideline agreed, never proposed": (
        plain(record=[{"type": "guideline", "guideline": "q9", "change": "agreed"}]),
        "record[0].guideline",
        "unknown guideline",
    ),
    "second owner": (with_note(owner=["A", "C"]), "record[0].owner[1]", "unknown participant"),
    "translation object": (
        with_note(translations={"en": "draft", "ja": {"state": 1}}),
        "record[0].translations.ja.state",
        "",
    ),
    "translation of no language": (
        with_note(translations={"e n": "draft"}),
        'record[0].translations["e n"]',
        "tag",
    ),
    "original": (with_note(original="日本"), "record[0].original", "language tag"),
    "too many records": (plain(record=[note()] * 20_001), "record", "more than 20,000"),
    "sha256": (plain(issued=[{"sha256": "a b"}]), "issued[0].sha256", "letters"),
    "link without to": (
        plain(record=[note(id=ID), {"type": "link", "from": ID, "as": "answers"}]),
        "record[1].to",
        "is missing",
    ),
    "ids that differ in case": (plain(record=[note(id=ID), note(id=ID.upper())]), "record[1].id", "twice"),
    "version fraction": (plain(version=0.5), "version", "is not 1"),
}


@pytest.mark.parametrize("case", sorted(REFUSED))
def test_a_broken_rule_is_named_with_its_place(case: str) -> None:
    made, place, reason = REFUSED[case]
    found = refusal(made)
    assert found[0] == place
    assert reason in found[1]


ACCEPTED = {
    "minor": plain(minor=0),
    "planned": without(plain(state="planned"), "started"),
    "open": plain(state="open"),
    "empties": plain(place={}, programme={}, next={}, labels={"peer": {}}, approved=[], planned={}),
    "nobody": plain(participants=[], groups=[{"key": "g", "members": []}], agenda=[]),
    "link to another session": plain(
        record=[note(id=NOTE_ID), {"type": "link", "from": NOTE_ID, "to": OTHER_ID, "as": "answers"}]
    ),
    "release before the note": plain(record=[{"type": "release", "note": NOTE_ID}, note(id=NOTE_ID)]),
    "guideline proposed in the session": plain(
        record=[{"type": "guideline", "guideline": "q9", "change": c} for c in ("proposed", "dropped")]
    ),
    "times go back": plain(record=[note(at=5), note(at=1.25, until=1.25), note(until=3)]),
    "the longest": plain(title={"en": "x" * 300}, place={"en": "\n\t" * 10_000}, record=[note(at=604_800)]),
    "fractions of dates": plain(started="2026-05-12t13:30:00.123456789-00:00"),
    "tags": with_note(text={"zh-Hant-TW": "x", "sl-rozaj-biske": "x", "x-own": "x", "de-CH-1996": "x"}),
    "beyond the first plane": plain(title={"ja": "𠮟る😀\u200d\u202f"}),
    "whole number with a point": plain(programme={"number": 7.0}),
}


@pytest.mark.parametrize("case", sorted(ACCEPTED))
def test_what_the_format_allows_is_read(case: str) -> None:
    assert load(ACCEPTED[case]).title == ACCEPTED[case]["title"]


def test_a_byte_order_mark_does_no_harm() -> None:
    assert read(b"\xef\xbb\xbf" + json.dumps(plain()).encode()) == load(plain())


def test_a_newer_file_is_called_newer_whatever_else_is_new_in_it() -> None:
    place, reason = refusal(plain(minor=1, mood="calm"))
    assert place == "minor"
    assert "made by a newer Coprod" in reason


def test_keys_written_twice_are_refused_even_where_the_first_is_wrong() -> None:
    data = json.dumps(plain()).replace('{"en": "Tea"}', '{"en": 3, "en": "Tea"}').encode()
    assert refusal(data) == ("title", "is a number, not a text")


def test_a_strange_key_is_written_so_that_it_can_do_no_harm() -> None:
    place, _ = refusal(plain(**{"\x1b[2J\u202e" + "x" * 1000: 1}))
    assert place.isascii()
    assert place.isprintable()
    assert len(place) < 80


def test_a_large_file_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "nonsense.coprod.json"
    with path.open("wb") as file:
        file.truncate(200 * 1024**2)
    sizes: list[int] = []

    def spy(data: bytes) -> SessionFile:
        sizes.append(len(data))
        return read(data)

    monkeypatch.setattr(reading, "read", spy)
    with pytest.raises(BadFile, match="32 MiB"):
        read_path(path)
    assert sizes == [LARGEST + 1]


def test_a_file_of_the_largest_size_is_read() -> None:
    data = json.dumps(plain()).encode()
    assert read(data + b" " * (LARGEST - len(data))) == load(plain())


@pytest.mark.parametrize("name", ["", "nowhere.coprod.json"])
def test_what_is_no_file_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadFile, match="can't be read"):
        read_path(tmp_path / name)
