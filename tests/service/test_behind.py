"""Which translations of a live session are behind, as the record tells it."""

from __future__ import annotations

from coprod.domain import acts
from coprod.domain.acts import NoteDraft
from coprod.domain.terms import ItemKind, NoteKind, TranslationState
from coprod.service.translation import behind
from tests.present.meeting import Meeting


def changed(meeting: Meeting, note: str, **text: str) -> None:
    base = meeting.state.versions.get(note, "")
    meeting.do(acts.ChangeNote(note, NoteDraft(NoteKind.IDEA, dict(text), original="en"), base))


def told(meeting: Meeting) -> frozenset[tuple[str, str, str]]:
    """What is behind, of what was said in English."""
    return frozenset(one for one in behind(meeting.live) if one[1] == "en")


def a_note() -> tuple[Meeting, str]:
    made = Meeting()
    made.open(ItemKind.CHECK_IN)
    note = made.note("One chair", "Umi")
    made.do(acts.TranslateNote(note, "ja", TranslationState.CHECKED, "椅子一つ"))
    return made, note


def test_nothing_is_stale_as_long_as_nothing_changed() -> None:
    meeting, _ = a_note()
    assert told(meeting) == frozenset()


def test_a_translation_is_left_behind_when_the_original_changes_and_not_by_its_own_change() -> None:
    meeting, note = a_note()
    changed(meeting, note, en="Two chairs", ja="椅子一つ")
    assert told(meeting) == {(note, "en", "ja")}
    meeting.do(acts.TranslateNote(note, "ja", TranslationState.DRAFT, "椅子二つ"))
    assert told(meeting) == frozenset()


def test_to_look_at_it_and_leave_it_is_enough() -> None:
    meeting, note = a_note()
    changed(meeting, note, en="One chair!", ja="椅子一つ")
    meeting.do(acts.TranslateNote(note, "ja", TranslationState.CHECKED))
    assert told(meeting) == frozenset()


def test_what_was_undone_or_taken_out_left_nothing_behind() -> None:
    meeting, note = a_note()
    changed(meeting, note, en="Two chairs", ja="椅子一つ")
    meeting.do(acts.Undo())
    assert told(meeting) == frozenset()
    changed(meeting, note, en="Two chairs", ja="椅子一つ")
    meeting.do(acts.TakeOutNote(note))
    assert told(meeting) == frozenset()
