"""Any session on paper shows nobody who did not ask for it: names, disciplines, small counts, who passed."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coprod.domain.fold import fold
from coprod.i18n import Catalogue
from coprod.render.wording import CELLS
from coprod.service.exchange.incoming import incoming
from coprod.service.publish import minutes_of_state
from tests.render import rows
from tests.service.exchange.files import load
from tests.service.exchange.sessions import SESSIONS

if TYPE_CHECKING:
    from coprod.domain.minutes_doc import MinutesDoc

EN, JA = Catalogue("en"), Catalogue("ja")
ID = "00000000-0000-4000-8000-000000000009"
PEOPLE = [f"k{n}" for n in range(7)]
TRADES = ["Zimmerei", "Quellkunde", "Xylografie"]
NAMES = {key: f"Vorname{key}" for key in PEOPLE}

wishes = st.sampled_from(["named", "discipline", "standpoint", "anonymous"])
standpoints = st.lists(st.sampled_from(["peer", "professional", "family", "other"]), max_size=2, unique=True)


def person(key: str) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {"key": st.just(key), "called": st.just(NAMES[key]), "standpoints": standpoints},
        optional={
            "attribution": wishes,
            "listed": st.sampled_from(["name", "count"]),
            "discipline": st.sampled_from(TRADES).map(lambda trade: {"en": trade}),
            "attendance": st.sampled_from(["present", "online", "part", "absent"]),
            "parts": st.just(["facilitator"]),
            "consents": st.lists(
                st.fixed_dictionaries(
                    {"to": st.sampled_from(["minutes", "recognised"]), "given": st.booleans()}
                ),
                max_size=1,
            ),
        },
    )


who = st.sampled_from(PEOPLE)
notes = st.fixed_dictionaries(
    {
        "type": st.just("note"),
        "kind": st.sampled_from(
            ["contribution", "question", "decision", "action", "held-over", "difference"]
        ),
        "text": st.just({"en": "Words were said."}),
        "who": st.lists(who, max_size=2, unique=True),
    },
    optional={
        "attribution": wishes,
        "standpoints": standpoints,
        "visibility": st.sampled_from(["room", "minutes", "review"]),
        "owner": who,
        "minority": st.booleans(),
        "confirmed": st.lists(who, max_size=1),
        "by": who,
        "item": st.just("i1"),
    },
)
unseen = st.one_of(
    st.fixed_dictionaries(
        {"type": st.just("pass"), "who": who, "at": st.integers(0, 99), "how": st.just("later")}
    ),
    st.fixed_dictionaries({"type": st.just("turn"), "who": who, "at": st.integers(0, 99), "by": who}),
    st.fixed_dictionaries({"type": st.just("round"), "item": st.just("i1"), "at": st.integers(0, 99)}),
)
meetings = st.fixed_dictionaries(
    {
        "format": st.just("coprod-session"),
        "version": st.just(1),
        "id": st.just(ID),
        "title": st.just({"en": "Tea"}),
        "languages": st.just(["en"]),
        "started": st.just("2031-04-08T13:30:00+09:00"),
        "participants": st.tuples(*map(person, PEOPLE)).map(list),
        "agenda": st.just([{"key": "i1", "kind": "roundtable"}]),
        "record": st.lists(notes, max_size=8),
    }
)


some = settings(max_examples=40)


def doc_of(made: dict[str, Any]) -> MinutesDoc:
    came = incoming(load(made), 0)
    return minutes_of_state(fold(came.session, came.facts), came.words).doc


def there(one: dict[str, Any]) -> bool:
    return one.get("attendance") != "absent"


def agrees(one: dict[str, Any]) -> bool:
    return all(consent["given"] for consent in one.get("consents", ()) if consent["to"] == "minutes")


def recognised(one: dict[str, Any]) -> bool:
    said = [consent["given"] for consent in one.get("consents", ()) if consent["to"] == "recognised"]
    return one.get("attribution") == "named" or said == [True]


def is_minuted(note: dict[str, Any], made: dict[str, Any]) -> bool:
    refusing = {one["key"] for one in made["participants"] if not agrees(one)}
    return note.get("visibility") != "review" and not refusing & {*note["who"]}


def may_be_named(made: dict[str, Any]) -> set[str]:
    """Whose name somebody asked for: they themselves, or the note that they said."""
    asked = {
        one["key"]
        for one in made["participants"]
        if one.get("attribution") == "named" or one.get("listed") == "name"
    }
    return asked | {
        key for note in made["record"] if note.get("attribution") == "named" for key in note["who"]
    }


@given(meetings)
@some
def test_no_name_is_on_the_page_that_nobody_asked_for(made: dict[str, Any]) -> None:
    text = rows.all_words(doc_of(made), EN, JA)
    shown = {key for key, name in NAMES.items() if name in text}
    assert shown <= may_be_named(made)
    listed = {one["key"] for one in made["participants"] if one.get("listed") == "name" and there(one)}
    assert listed <= shown
    assert not any(key in re.findall(r"\w+", text) for key in PEOPLE)


@given(meetings)
@some
def test_the_list_of_those_present_holds_names_and_nothing_beside_them(made: dict[str, Any]) -> None:
    made["record"] = []
    listed = [NAMES[one["key"]] for one in made["participants"] if one.get("listed") == "name" and there(one)]
    found = [line for line in rows.column(rows.rows(doc_of(made), (EN,))) if "Vorname" in line]
    assert found == ([", ".join(listed)] if listed else [])


@given(meetings)
@some
def test_no_discipline_of_one_is_on_the_page(made: dict[str, Any]) -> None:
    text = rows.all_words(doc_of(made), EN, JA)
    present = [one for one in made["participants"] if there(one)]
    colleagues = Counter(one["discipline"]["en"] for one in present if "discipline" in one)
    wished = {note.get("attribution") for note in made["record"]}
    wished |= {one.get("attribution") for one in made["participants"]}
    for trade in TRADES:
        alone_and_ready = any(recognised(one) for one in present if one.get("discipline") == {"en": trade})
        if trade in text:
            assert colleagues[trade] >= 2 or alone_and_ready
            assert "discipline" in wished


@given(meetings)
@some
def test_no_count_of_a_standpoint_is_under_three(made: dict[str, Any]) -> None:
    doc = doc_of(made)
    counts = [
        line for line in rows.column(rows.rows(doc, (EN,))) if re.match(r"(Peers|Prof|Both|Others|not)", line)
    ]
    found = [int(number) for line in counts for number in re.findall(r" (\d+)(?:\||$)", line)]
    assert all(number >= 3 for number in found)
    assert not found or sum(found) == sum(map(there, made["participants"]))


@given(meetings)
@some
def test_one_peer_alone_or_one_professional_alone_divides_nothing(made: dict[str, Any]) -> None:
    doc = doc_of(made)
    found = rows.rows(doc, (EN,))
    heard = {key for note in made["record"] if is_minuted(note, made) for key in note["who"]}
    rooms = [
        [one for one in made["participants"] if there(one)],
        [one for one in made["participants"] if there(one) or one["key"] in heard],
    ]
    alone = [
        [one for one in room if word in one["standpoints"]]
        for word in ("peer", "professional")
        for room in rooms
    ]
    small = any(len(some) == 1 and not recognised(some[0]) for some in alone)
    sentence = sum("The room was small" in line for line in rows.column(found))
    assert sentence == int(small)
    if small:
        assert not {*rows.labels(found), *rows.column(found)} & {*CELLS.values()}


@given(meetings)
@some
def test_who_refused_is_in_no_minutes(made: dict[str, Any]) -> None:
    for n, note in enumerate(made["record"]):
        note["text"] = {"en": f"Words{n}."}
    kept = [note["text"]["en"] for note in made["record"] if is_minuted(note, made)]
    found = re.findall(r"Words\d+\.", rows.all_words(doc_of(made), EN))
    assert Counter(found) == Counter(kept)


@given(meetings, st.lists(unseen, min_size=1, max_size=8))
@some
def test_passes_turns_and_rounds_leave_no_trace(made: dict[str, Any], more: list[dict[str, Any]]) -> None:
    with_them = {**made, "record": [*more[::2], *made["record"], *more[1::2]]}
    one, other = (rows.all_words(doc_of(each), EN, JA) for each in (made, with_them))
    assert one == other


@given(SESSIONS)
@settings(max_examples=30)
def test_any_session_of_the_format_has_minutes_with_every_note_once(made: dict[str, Any]) -> None:
    doc = doc_of(made)
    found = rows.rows(doc, (JA, EN))
    lines = [line for item in doc.items for voices in item.voices for line in voices.lines]
    lines += [line for voices in doc.questions for line in voices.lines]
    lines += [one.line for one in doc.decisions] + [one.line for one in doc.actions]
    lines += [*doc.differences, *doc.minority, *doc.held_over]
    words = "\n".join(rows.column(found, 1))
    for line in lines:
        shown = line.wording.bodies.get("en")
        assert shown is None or re.sub("[\u0085\u2028\u2029]", "", shown) in words
    assert len({line.note for line in lines}) == len(lines)


def room(*last: dict[str, Any]) -> dict[str, Any]:
    """A meeting of two peers and two professionals and of these, each of whom says one thing."""
    words = ["peer", "peer", "professional", "professional"]
    people = [
        {"key": f"k{n}", "called": f"Vorname{n}", "standpoints": [word]} for n, word in enumerate(words)
    ]
    people += [{"key": f"l{n}", "called": f"Letzt{n}", **one} for n, one in enumerate(last)]
    said = [
        {"type": "note", "kind": "contribution", "text": {"en": "Words."}, "who": [one["key"]]}
        for one in people
    ]
    return {
        "format": "coprod-session", "version": 1, "title": {"en": "Tea"}, "languages": ["en"], "agenda": [],
        "started": "2031-04-08T13:30:00+09:00", "participants": people, "record": said,
    }  # fmt: skip


ONLY_ONE: dict[str, tuple[dict[str, Any], str]] = {
    "both": ({"standpoints": ["peer", "professional"]}, "From both"),
    "family": ({"standpoints": ["family"]}, "From others"),
    "several": ({"standpoints": ["peer", "community"]}, "From others"),
    "a discipline": (
        {"standpoints": ["professional"], "discipline": {"en": "Quellkunde"}, "attribution": "discipline"},
        "Quellkunde",
    ),
}
AGREES: dict[str, Any] = {"consents": [{"to": "recognised", "given": True}]}
NO_LONGER: dict[str, Any] = {"consents": [{"to": "recognised", "given": given} for given in (True, False)]}


@pytest.mark.parametrize("case", ONLY_ONE)
def test_what_only_one_could_have_said_is_not_attributed(case: str) -> None:
    only, shown = ONLY_ONE[case]
    for alone in (only, {**only, **NO_LONGER}):
        text = rows.all_words(doc_of(room(alone)), EN)
        assert shown not in text
        assert "Not attributed" in text
        assert text.count("Words.") == 5


@pytest.mark.parametrize("case", ONLY_ONE)
@pytest.mark.parametrize("enough", ["another", "agrees"])
def test_what_two_could_have_said_or_one_who_agrees_stands_in_its_place(case: str, enough: str) -> None:
    only, shown = ONLY_ONE[case]
    people = [only, only] if enough == "another" else [{**only, **AGREES}]
    text = rows.all_words(doc_of(room(*people)), EN)
    assert shown in text
    assert "Not attributed" not in text


@pytest.mark.parametrize("attendance", ["absent", "present"])
def test_who_was_not_there_is_not_enough(attendance: str) -> None:
    only, shown = ONLY_ONE["both"]
    text = rows.all_words(doc_of(room(only, {**only, "attendance": attendance})), EN)
    assert (shown in text) == (attendance == "present")
