"""What is kept of a row, and which row comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coprod.domain import acts
from coprod.domain.translating import RowState
from coprod.present.desk_rows import checked, kept, next_open
from tests.present.desk import CHECKED, DRAFT, lines, of_words, rows_of, shown, with_notes

if TYPE_CHECKING:
    from tests.present.meeting import Meeting


@pytest.fixture
def meeting() -> Meeting:
    return with_notes()


def test_words_are_kept_as_a_draft_and_only_where_they_changed(meeting: Meeting) -> None:
    first, second, _ = lines(shown(meeting))
    assert kept(first, "  ") is None
    assert kept(second, " A shelfのこと ") is None
    act = kept(first, " 椅子をもう一つ ", "Mina")
    assert act == acts.TranslateNote(first.note, "ja", DRAFT, "椅子をもう一つ", "Mina")
    meeting.do(act)
    assert lines(shown(meeting))[0].state == RowState.DRAFT


def test_a_title_is_kept_where_its_key_says_and_has_no_state(meeting: Meeting) -> None:
    line = of_words(shown(meeting), "Listening year")
    assert kept(line, "") is None
    act = kept(line, "聞く一年", "Mina")
    assert act == acts.TranslateTexts((), (acts.TranslateText("programme", "ja", "聞く一年"),))
    assert checked(line, "聞く一年") == act
    meeting.do(act)
    after = of_words(shown(meeting), "Listening year")
    assert (after.target.body, after.state) == ("聞く一年", RowState.PRESENT)
    assert checked(after, "聞く一年") is None


def test_easy_words_are_kept_and_taken_away_again(meeting: Meeting) -> None:
    def first() -> tuple[str, RowState]:
        line = lines(shown(meeting, easy=True))[0]
        return line.target.body, line.state

    line = lines(shown(meeting, easy=True))[0]
    act = kept(line, "We need a chair.")
    assert act is not None
    meeting.do(act)
    assert first() == ("We need a chair.", RowState.PRESENT)
    gone = kept(lines(shown(meeting, easy=True))[0], " ")
    assert gone is not None
    meeting.do(gone)
    assert first() == ("", RowState.MISSING)
    assert kept(lines(shown(meeting, easy=True))[0], "") is None


def test_a_translation_is_checked_with_the_words_that_stand_there(meeting: Meeting) -> None:
    first, second, third = lines(shown(meeting))
    assert checked(first, "") is None
    assert checked(third, third.target.body) is None
    known = acts.TranslateNote(second.note, "ja", CHECKED, None, "", "Rin")
    assert checked(second, second.target.body, "Rin") == known
    act = checked(third, "別の言い方")
    assert act is not None
    meeting.do(act)
    line = lines(shown(meeting))[2]
    assert (line.state, line.target.body) == (RowState.CHECKED, "別の言い方")


def test_who_translated_stays_when_another_checks(meeting: Meeting) -> None:
    note = lines(shown(meeting))[0].note
    meeting.do(acts.TranslateNote(note, "ja", DRAFT, "椅子", "Mina"))
    line = lines(shown(meeting))[0]
    act = checked(line, line.target.body, "Rin")
    assert act is not None
    meeting.do(act)
    after = lines(shown(meeting))[0]
    assert (after.said, after.by) == ("checked by Rin", "Mina")


def test_the_next_open_row_comes_after_the_chosen_one_and_then_from_the_top(meeting: Meeting) -> None:
    view = shown(meeting)
    waiting = [line.id for line in rows_of(view) if line.target.body == "" or line.state is RowState.DRAFT]
    assert len(waiting) == 5
    assert [next_open(view.rows, one) for one in ("", *waiting)] == [*waiting, waiting[0]]
    assert next_open(view.rows[:1], "") == ""
