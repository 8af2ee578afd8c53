"""Wording hints: for the writer alone, never about a peer's words or about what is quoted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod import paths
from coprod.domain.acts import NoteDraft
from coprod.domain.terms import ItemKind, NoteKind, Standpoint, WordingKind
from coprod.i18n import LANGUAGES
from coprod.present.hints import Hint, hint_for, hint_words, hints_of
from coprod.present.notes import Composed
from coprod.service.library import Shelved, shipped
from tests.present.meeting import Meeting

CAME = shipped(paths.resources() / "libraries" / "hints.json")
REFUSED = Hint("en", "refused", "declined")
PROBLEM = Hint("ja", "問題行動", "何が起きたかを書く")
HINTS = (REFUSED, PROBLEM)


@pytest.fixture
def meeting() -> Meeting:
    made = Meeting()
    made.open(ItemKind.CHECK_IN)
    return made


def hinted(meeting: Meeting, composed: Composed) -> Hint | None:
    return hint_for(composed, meeting.state, HINTS)


def written(body: str, *who: str, lang: str = "en") -> Composed:
    return Composed(lang, who=who, texts={lang: body})


@pytest.mark.parametrize("entry", CAME, ids=lambda entry: str(entry.text["en"]))
def test_each_hint_that_came_is_one_in_every_language(entry: Shelved) -> None:
    assert {hint.lang for hint in hints_of([entry])} == set(LANGUAGES)
    assert all(len(body) <= 90 for body in entry.text.values())


def test_no_hint_that_came_suggests_a_word_that_another_is_about() -> None:
    hints = hints_of(CAME)
    for hint in hints:
        others = [one.word for one in hints if one.lang == hint.lang and one.word in hint.rather]
        assert others == [], hint
    assert len({(hint.lang, hint.word) for hint in hints}) == len(hints)


@pytest.mark.parametrize("line", ["refused", "→ declined", "refused →", "a → b → c", ""])
def test_a_line_without_two_sides_is_no_hint(line: str) -> None:
    assert hints_of([Shelved("1", "hint", {"en": line})]) == ()


def test_a_line_of_another_kind_is_no_hint() -> None:
    assert hints_of([Shelved("1", "guideline", {"en": "refused → declined"})]) == ()
    assert hints_of([Shelved("1", "hint", {"en": "refused -> declined"})]) == (REFUSED,)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("He refused to come", True),
        ("He REFUSED.", True),
        ("Refusedness is no word", False),
        ("He said “I refused it” and left", False),
        ('"refused" was his word', False),
        ("‘refused’, he said", False),
        ("It isn't that he refused, it's that", True),
        ("He declined", False),
        ("", False),
    ],
)
def test_a_word_of_its_own_that_is_not_quoted(meeting: Meeting, body: str, found: bool) -> None:
    assert hinted(meeting, written(body)) == (REFUSED if found else None)


@pytest.mark.parametrize(("body", "found"), [("問題行動があった", True), ("「問題行動」と言われた", False)])
def test_where_words_are_not_parted_it_may_stand_anywhere(meeting: Meeting, body: str, found: bool) -> None:
    assert hinted(meeting, written(body, lang="ja")) == (PROBLEM if found else None)
    assert hinted(meeting, written(body, lang="en")) is None


def test_never_about_what_a_peer_said(meeting: Meeting) -> None:
    body = "He refused"
    assert hinted(meeting, written(body, meeting.who("Tadashi"))) == REFUSED
    assert hinted(meeting, written(body, meeting.who("Sumire"))) is None
    assert hinted(meeting, written(body, meeting.who("Tadashi"), meeting.who("Sumire"))) is None
    both = written(body, meeting.who("Umi"))
    assert hinted(meeting, both) is None
    assert hinted(meeting, replace(both, standpoints=(Standpoint.PROFESSIONAL,))) == REFUSED
    assert hinted(meeting, replace(both, standpoints=(Standpoint.PEER,))) is None


def test_never_about_words_that_are_kept_as_they_were_said(meeting: Meeting) -> None:
    draft = NoteDraft(NoteKind.IDEA, {"en": "He refused"}, wording=WordingKind.VERBATIM)
    composed = replace(written("He refused"), draft=draft)
    assert hinted(meeting, composed) is None
    assert hinted(meeting, replace(composed, draft=replace(draft, wording=None))) == REFUSED


def test_one_that_is_left_does_not_come_again(meeting: Meeting) -> None:
    composed = Composed("en", texts={"en": "He refused", "ja": "問題行動"})
    assert hint_for(composed, meeting.state, HINTS, {REFUSED}) == PROBLEM
    assert hint_for(composed, meeting.state, HINTS, set(HINTS)) is None


def test_it_is_said_as_one_way_among_others(meeting: Meeting) -> None:
    said = hint_words(REFUSED, meeting.words())
    assert "refused" in said
    assert "declined" in said
    assert "You decide" in said


@given(st.text(alphabet="ab refused “”「」\"'‘’«»", max_size=60))
def test_whatever_is_written_only_a_word_that_stands_there_is_hinted_at(body: str) -> None:
    made = Meeting()
    found = hint_for(written(body), made.state, (REFUSED,))
    if found is not None:
        assert "refused" in body
    if not set(body) & set("“”「」\"'‘’«»"):
        assert (found is not None) is ("refused" in body.split())
