"""The step for each kind of fact: one table, from the class of a body to the function that takes it in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from coprod.domain import facts
from coprod.domain.facts import Fact
from coprod.domain.folding import amending, planning, recording
from coprod.domain.folding.builder import Builder

Step: TypeAlias = Callable[[Builder, Fact], object]


def _on_body(take: Callable[[Builder, Any], object]) -> Step:
    """A step that needs the body alone."""
    return lambda builder, fact: take(builder, fact.body)


def _on_version(take: Callable[[Builder, Any, str], object]) -> Step:
    """A step that needs the id of its fact too, as a version."""
    return lambda builder, fact: take(builder, fact.body, fact.id)


_ON_BODY: Mapping[type, Callable[[Builder, Any], object]] = {
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
    facts.TurnPassed: recording.entered,
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
    facts.Approved: planning.approved,
    facts.Issued: planning.issued,
}

STEPS: Mapping[type, Step] = {
    **{body: _on_body(take) for body, take in _ON_BODY.items()},
    facts.NoteChanged: _on_version(amending.note_changed),
    facts.NoteTranslated: _on_version(amending.note_translated),
    facts.Voided: lambda _builder, _fact: None,
    facts.Withdrawn: lambda _builder, _fact: None,
}
"""`fold` itself leaves voided acts out, and knows before the first step who withdrew."""
