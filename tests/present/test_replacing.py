"""Find and replace: in what is written beside the texts alone, all at once, and taken back at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.domain import acts
from coprod.domain.translating import RowState
from coprod.present.replacing import holding, replaced
from tests.present.desk import lines, of_words, rows_of, shown, with_notes

if TYPE_CHECKING:
    from tests.present.meeting import Meeting


@pytest.fixture
def meeting() -> Meeting:
    return with_notes()


def test_all_that_hold_it_are_written_anew_in_one_act(meeting: Meeting) -> None:
    held = holding(shown(meeting).rows, "のこと")
    assert [line.source.body for line in held] == ["A shelf", "A table"]
    act = replaced(held, "のこと", "の話", "Mina")
    assert act is not None
    meeting.do(act)
    after = lines(shown(meeting))
    assert [line.target.body for line in after] == ["", "A shelfの話", "A tableの話"]
    assert [line.said for line in after[1:]] == ["draft by Mina", "draft by Mina"]
    meeting.do(acts.Undo())
    assert [line.target.body for line in lines(shown(meeting))] == ["", "A shelfのこと", "A tableのこと"]
    assert lines(shown(meeting))[2].state is RowState.CHECKED


def test_titles_are_written_anew_with_the_notes(meeting: Meeting) -> None:
    act = replaced(holding(shown(meeting).rows, "テーブル"), "テーブル", "机")
    assert act == acts.TranslateTexts((), (acts.TranslateText("title", "ja", "みんなの机"),))
    meeting.do(act)
    assert of_words(shown(meeting), "A table for everyone").target.body == "みんなの机"


def test_what_was_said_is_never_touched_and_nothing_is_emptied(meeting: Meeting) -> None:
    assert holding(shown(meeting).rows, "chair") == []
    assert holding(shown(meeting).rows, "") == []
    assert replaced(rows_of(shown(meeting)), "A shelfのこと", " ") is None
    assert replaced(rows_of(shown(meeting)), "", "x") is None


@given(sought=st.text("Aのこと話shelf", max_size=3), put=st.text("Aのx", max_size=3))
def test_no_row_holds_it_afterwards_unless_what_was_put_there_does(sought: str, put: str) -> None:
    meeting = with_notes()
    act = replaced(holding(shown(meeting).rows, sought), sought, put)
    before = [line.source for line in rows_of(shown(meeting))]
    if act is None:
        return
    meeting.do(act)
    assert [line.source for line in rows_of(shown(meeting))] == before
    assert meeting.live.state.clashes == {}
