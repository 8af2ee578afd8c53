"""What is being written survives as text, and is taken up again as far as it still holds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coprod.domain import acts
from coprod.domain.terms import Attribution, ItemKind, NoteKind, Standpoint, Visibility
from coprod.present.drafts import of_text, to_text
from coprod.present.notes import Composed, change_of
from tests.present.meeting import Meeting


@pytest.fixture
def meeting() -> Meeting:
    made = Meeting()
    made.open(ItemKind.CHECK_IN)
    return made


def again(meeting: Meeting, text: str) -> Composed | None:
    return of_text(text, meeting.state, meeting.texts())


def test_all_of_it_comes_back(meeting: Meeting) -> None:
    umi, vera = meeting.who("Umi"), meeting.who("Vera")
    composed = Composed(
        "ja",
        (umi, vera),
        (Standpoint.PEER,),
        {"ja": "途中", "en": "half"},
        "ja",
        NoteKind.ACTION,
        Visibility.ROOM,
        minority=True,
        owner=vera,
        due="来週金曜",
        attribution=Attribution.ANONYMOUS,
    )
    assert again(meeting, to_text(composed)) == composed


def test_where_no_word_stands_there_is_nothing_to_keep() -> None:
    assert to_text(None) == to_text(Composed("en")) == to_text(Composed("en", texts={"en": " "})) == ""


def test_a_change_goes_on_from_the_note_as_it_stands(meeting: Meeting) -> None:
    note = meeting.note("One more chiar", "Umi")
    taken = change_of(meeting.state, meeting.state.notes()[-1], meeting.texts())
    begun = replace(taken, texts={"en": "One more chair"})
    assert again(meeting, to_text(begun)) == begun
    meeting.do(acts.TakeOutNote(note))
    left = again(meeting, to_text(begun))
    assert left is not None
    assert (left.note, left.draft) == ("", None)


def test_who_is_gone_is_not_named(meeting: Meeting) -> None:
    vera = meeting.who("Vera")
    text = to_text(Composed("en", (vera,), texts={"en": "half"}))
    meeting.do(acts.RemoveParticipant(vera))
    left = again(meeting, text)
    assert left is not None
    assert left.who == ()


def test_what_was_kept_meanwhile_is_not_offered_again(meeting: Meeting) -> None:
    text = to_text(Composed("en", texts={"en": "One more chair "}))
    assert again(meeting, text) is not None
    meeting.note("One more chair")
    assert again(meeting, text) is None


@pytest.mark.parametrize("text", ["", "{", "[]", "3", "{}", '{"lang": "en"}', '{"texts": 3, "note": ""}'])
def test_what_can_not_be_read_is_nothing(meeting: Meeting, text: str) -> None:
    assert again(meeting, text) is None
