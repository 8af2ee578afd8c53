"""How a note read before, as it is shown; and how it is written so again."""

from __future__ import annotations

import pytest

from coprod.domain import acts
from coprod.domain.acts import NoteDraft
from coprod.domain.history import wordings
from coprod.domain.terms import ItemKind, NoteKind
from coprod.present.history import earlier, so_again
from tests.present.meeting import Meeting


@pytest.fixture
def meeting() -> Meeting:
    """A note of Umi's, changed twice, each ten minutes later."""
    made = Meeting()
    made.open(ItemKind.CHECK_IN)
    note = made.note("One chair", "Umi")
    for body in ("Two chairs", "Three chairs"):
        made.clock.pass_minutes(10)
        draft = NoteDraft(NoteKind.IDEA, {"en": body, "ja": "いす"}, (made.who("Umi"),), original="ja")
        made.do(acts.ChangeNote(note, draft, made.state.versions.get(note, "")))
    return made


def note_of(meeting: Meeting) -> str:
    return meeting.state.notes()[0].entry


def test_the_newest_stands_first_with_its_moment(meeting: Meeting) -> None:
    note = note_of(meeting)
    found = wordings(meeting.live.facts(), note)
    shown = earlier(found, meeting.state, note, meeting.texts(), meeting.words())
    assert [one.head for one in shown] == [
        "As it stands now, written at 09:20",
        "As it was written at 09:10",
        "As it was written at 09:00",
    ]
    assert [one.stands for one in shown] == [True, False, False]
    assert [one.about for one in shown][1:] == ["Umi · Idea · Minutes", "Umi · Contribution · Minutes"]


def test_the_words_as_they_were_said_stand_first(meeting: Meeting) -> None:
    note = note_of(meeting)
    shown = earlier(
        wordings(meeting.live.facts(), note), meeting.state, note, meeting.texts(), meeting.words()
    )
    assert [[said.lang for said in one.texts] for one in shown] == [["ja", "en"], ["ja", "en"], ["en"]]


def test_an_earlier_version_is_written_again_and_stands_as_the_newest(meeting: Meeting) -> None:
    note = note_of(meeting)
    found = wordings(meeting.live.facts(), note)
    act = so_again(found, meeting.state, note, "", meeting.texts())
    assert act is not None
    meeting.do(act)
    content = meeting.state.notes()[0].content
    assert meeting.texts().prose(content.text) == {"en": "One chair"}
    assert content.kind is NoteKind.CONTRIBUTION
    assert len(wordings(meeting.live.facts(), note)) == len(found) + 1
    assert meeting.state.clashes == {}


def test_the_one_that_stands_and_one_that_is_not_there_are_not_written_again(meeting: Meeting) -> None:
    note = note_of(meeting)
    found = wordings(meeting.live.facts(), note)
    for version in (meeting.state.versions[note], "not there"):
        assert so_again(found, meeting.state, note, version, meeting.texts()) is None
    meeting.do(acts.TakeOutNote(note))
    assert so_again(found, meeting.state, note, "", meeting.texts()) is None
    assert earlier(found, meeting.state, note, meeting.texts(), meeting.words()) == ()
