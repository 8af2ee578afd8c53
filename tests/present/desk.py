"""A meeting for the desk, and its rows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from coprod.domain import acts
from coprod.domain.terms import ItemKind, TranslationState, Visibility
from coprod.domain.text_keys import TextKind
from coprod.present.desk import Asked, DeskView, desk_view
from coprod.present.desk_rows import DeskLine
from tests.present.meeting import Meeting

DRAFT, CHECKED = TranslationState.DRAFT, TranslationState.CHECKED
ENGLISH = Asked(("en", "ja"))


def with_notes() -> Meeting:
    """Three notes: one not translated, one as a draft, one checked; and one that is in no minutes."""
    made = Meeting()
    made.open(ItemKind.CHECK_IN)
    made.note("One more chair", "Umi")
    made.open(ItemKind.ROUNDTABLE)
    for body, state in (("A shelf", DRAFT), ("A table", CHECKED)):
        note = made.note(body, "Vera", minority=state is CHECKED)
        made.do(acts.TranslateNote(note, "ja", state, f"{body}のこと"))
    made.note("For us alone", visibility=Visibility.REVIEW)
    return made


def shown(meeting: Meeting, asked: Asked = ENGLISH, **values: Any) -> DeskView:
    return desk_view(meeting.state, meeting.texts(), meeting.words(), replace(asked, **values))


def rows_of(view: DeskView) -> list[DeskLine]:
    return [row for row in view.rows if isinstance(row, DeskLine)]


def lines(view: DeskView) -> list[DeskLine]:
    """The rows of notes."""
    return [row for row in rows_of(view) if row.kind in {TextKind.NOTE, TextKind.EASY}]


def of_words(view: DeskView, body: str) -> DeskLine:
    return next(line for line in rows_of(view) if line.source.body == body)
