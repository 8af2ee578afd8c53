"""The words for terms of the domain that windows and pages share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.domain.terms import NoteKind, Part
from coprod.domain.text_keys import TextKind
from coprod.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

NOTES: Mapping[NoteKind, str] = {
    NoteKind.CONTRIBUTION: N_("Contribution"),
    NoteKind.EXPERIENCE: N_("Experience"),
    NoteKind.QUESTION: N_("Question"),
    NoteKind.CONCERN: N_("Concern"),
    NoteKind.IDEA: N_("Idea"),
    NoteKind.DECISION: N_("Decision"),
    NoteKind.ACTION: N_("Action"),
    NoteKind.DIFFERENCE: N_("Difference"),
    NoteKind.HELD_OVER: N_("Held over"),
}

PARTS: Mapping[str, str] = {
    Part.FACILITATOR: N_("Facilitator"),
    Part.CO_FACILITATOR: N_("Co-facilitator"),
    Part.NOTE_TAKER: N_("Note-taker"),
    Part.TIMEKEEPER: N_("Timekeeper"),
    Part.SUPPORTER: N_("Supporter"),
}
"""The word for each part in running a session."""

TEXTS: Mapping[TextKind, str] = {
    TextKind.TITLE: N_("Title"),
    TextKind.PROGRAMME: N_("Series"),
    TextKind.PLACE: N_("Place"),
    TextKind.PURPOSE: N_("Purpose"),
    TextKind.LABEL: N_("Word for a standpoint"),
    TextKind.GUIDELINE: N_("Guideline"),
    TextKind.ITEM: N_("Agenda item"),
    TextKind.QUESTION: N_("Question"),
    TextKind.PROMPT: N_("Question"),
    TextKind.OWNER: N_("Who will do it"),
    TextKind.REASON: N_("Reason"),
    TextKind.NEXT_PLACE: N_("Place of the next session"),
    TextKind.NEXT_TEXT: N_("Next session"),
    TextKind.EASY: N_("Easy words"),
}
"""The word for each text that is no note."""
