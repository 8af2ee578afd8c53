"""Two versions of a note: both are shown, one is chosen, and nothing is lost before that."""

from __future__ import annotations

import pytest

from coprod.domain import acts
from coprod.domain.acts import NoteDraft
from coprod.domain.terms import ItemKind, NoteKind
from coprod.present.clashes import STANDING, chosen, versions
from tests.present.meeting import Meeting


@pytest.fixture
def meeting() -> Meeting:
    """A note that two people changed from the same version."""
    made = Meeting()
    made.open(ItemKind.CHECK_IN)
    note = made.note("One chair", "Umi")
    made.do(acts.ChangeNote(note, NoteDraft(NoteKind.IDEA, {"en": "Two chairs"}, (made.who("Umi"),))))
    made.do(
        acts.ChangeNote(
            note, NoteDraft(NoteKind.CONCERN, {"en": "No chair"}, (made.who("Vera"),)), "elsewhere"
        )
    )
    assert note in made.state.clashes
    return made


def note_of(meeting: Meeting) -> str:
    return meeting.state.notes()[0].entry


def bodies(meeting: Meeting) -> list[str]:
    shown = versions(meeting.state, note_of(meeting), meeting.texts(), meeting.words())
    return [one.texts[0].body for one in shown]


def test_both_are_shown_the_one_that_stands_first(meeting: Meeting) -> None:
    shown = versions(meeting.state, note_of(meeting), meeting.texts(), meeting.words())
    assert shown[0].id == STANDING
    assert sorted(bodies(meeting)) == ["No chair", "Two chairs"]
    assert {one.about for one in shown} == {"Umi · Idea · Minutes", "Vera · Concern · Minutes"}


@pytest.mark.parametrize("place", [0, 1])
def test_the_one_that_is_chosen_stands_and_there_is_no_choice_any_more(meeting: Meeting, place: int) -> None:
    note, wanted = note_of(meeting), bodies(meeting)[place]
    version = versions(meeting.state, note, meeting.texts(), meeting.words())[place].id
    act = chosen(meeting.state, note, version, meeting.texts())
    assert act is not None
    meeting.do(act)
    assert meeting.texts().body(meeting.state.notes()[0].content.text) == wanted
    assert note not in meeting.state.clashes
    assert versions(meeting.state, note, meeting.texts(), meeting.words()) == ()


def test_a_version_that_is_gone_can_not_be_chosen(meeting: Meeting) -> None:
    note = note_of(meeting)
    assert chosen(meeting.state, note, "not there", meeting.texts()) is None
    meeting.do(acts.TakeOutNote(note))
    assert chosen(meeting.state, note, STANDING, meeting.texts()) is None
    assert versions(meeting.state, note, meeting.texts(), meeting.words()) == ()
