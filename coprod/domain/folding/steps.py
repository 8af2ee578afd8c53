"""The step for each kind of fact: one table, from the class of a body to the function that takes it in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coprod.domain import facts
from coprod.domain.folding import amending, planning, recording, running

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coprod.domain.folding.builder import Builder

STEPS: Mapping[type, Callable[[Builder, Any], object]] = {
    facts.Described: planning.described,
    facts.Started: planning.started,
    facts.Closed: planning.closed,
    facts.Reopened: planning.reopened,
    facts.ItemAdded: planning.item_added,
    facts.ItemChanged: planning.item_changed,
    facts.ItemMoved: planning.item_moved,
    facts.ItemRemoved: planning.item_removed,
    facts.GuidelinesOffered: planning.guidelines_offered,
    facts.GuidelinesListed: planning.guidelines_listed,
    facts.ParticipantAdded: planning.participant_added,
    facts.ParticipantChanged: planning.participant_changed,
    facts.ParticipantMoved: planning.participant_moved,
    facts.ParticipantRemoved: planning.participant_removed,
    facts.WishStated: planning.wish_stated,
    facts.ConsentStated: planning.consent_stated,
    facts.GroupFormed: planning.group_formed,
    facts.GroupDissolved: planning.group_dissolved,
    facts.ItemOpened: recording.item_opened,
    facts.RoundBegun: recording.round_begun,
    facts.TurnBegun: recording.turn_begun,
    facts.TurnPassed: recording.turn_passed,
    facts.PauseBegun: recording.pause_begun,
    facts.NoteKept: recording.note_kept,
    facts.Arrived: recording.arrived,
    facts.Left: recording.left,
    facts.Moved: recording.moved,
    facts.StandpointDeclared: recording.standpoint_declared,
    facts.GuidelineTouched: recording.guideline_touched,
    facts.PromptAsked: recording.entered,
    facts.NoteReleased: recording.note_released,
    facts.NoteRetracted: recording.note_retracted,
    facts.NotesLinked: recording.entered,
    facts.TurnEnded: amending.turn_ended,
    facts.PauseEnded: amending.pause_ended,
    facts.EntryCorrected: amending.entry_corrected,
    facts.NoteConfirmed: amending.note_confirmed,
    facts.NoteShared: amending.note_shared,
    facts.NoteTakenOut: amending.note_taken_out,
    facts.ActionMoved: amending.action_moved,
    facts.SheetBegun: planning.sheet_begun,
    facts.Approved: planning.approved,
    facts.Issued: planning.issued,
    facts.EditionIssued: planning.issued,
    facts.CheckAnswered: amending.check_answered,
    facts.NoteChanged: amending.note_changed,
    facts.NoteTranslated: amending.note_translated,
    facts.CompanyWished: running.company_wished,
    facts.GroupCalled: running.group_called,
    facts.GroupRemoved: running.group_removed,
    facts.HandLowered: running.hand_lowered,
    facts.HandRaised: running.hand_raised,
    facts.ItemExtended: running.item_extended,
    facts.OrderChosen: running.order_chosen,
    facts.ReturnPlanned: running.return_planned,
    facts.TimeChosen: running.time_chosen,
}
"""What reaches back has no step: `fold` leaves voided acts out, and knows before the first step who withdrew."""
