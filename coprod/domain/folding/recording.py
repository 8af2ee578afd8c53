"""Steps for the entries of the record."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coprod.domain.folding.builder import Builder, OpenTrack
from coprod.domain.parts import Guideline
from coprod.domain.terms import GuidelineChange, Visibility

if TYPE_CHECKING:
    from coprod.domain import facts


def entered(builder: Builder, body: facts.Entry) -> bool:
    """The entry stands in the record, unless its id is there already; whether it was taken."""
    if body.entry in builder.record:
        return False
    builder.record[body.entry] = body
    return True


def item_opened(builder: Builder, body: facts.ItemOpened) -> None:
    """An item is open on its track; a new item has no round yet. A pause goes on until a person ends it."""
    if entered(builder, body):
        builder.tracks[body.group] = OpenTrack(opened=body.entry, pause=builder.track(body.group).pause)
        builder.hands.pop(body.group, None)
        if body.group is None:
            builder.called_groups = ()


def round_begun(builder: Builder, body: facts.RoundBegun) -> None:
    """A round is open on its track."""
    if entered(builder, body):
        builder.track(body.group).round = body.entry


def turn_begun(builder: Builder, body: facts.TurnBegun) -> None:
    """A turn without an end is open on its track; who speaks has no hand up."""
    if entered(builder, body):
        builder.lower_hand(body.who, body.group)
        if body.until is None:
            builder.track(body.group).turn = body.entry


def turn_passed(builder: Builder, body: facts.TurnPassed) -> None:
    """Who passes has no hand up."""
    if entered(builder, body):
        builder.lower_hand(body.who, body.group)


def pause_begun(builder: Builder, body: facts.PauseBegun) -> None:
    """A pause without an end is open on its track."""
    if entered(builder, body) and body.until is None:
        builder.track(body.group).pause = body.entry


def note_kept(builder: Builder, body: facts.NoteKept) -> None:
    """A note is kept."""
    entered(builder, body)


def arrived(builder: Builder, body: facts.Arrived) -> None:
    """Who arrives is not away."""
    if entered(builder, body):
        builder.away.discard(body.who)


def left(builder: Builder, body: facts.Left) -> None:
    """Who leaves is away."""
    if entered(builder, body):
        builder.away.add(body.who)
        for group in list(builder.hands):
            builder.lower_hand(body.who, group)


def moved(builder: Builder, body: facts.Moved) -> None:
    """Who moves is a member of the new group alone; a group that is over keeps those who were in it."""
    if not entered(builder, body):
        return
    for group in list(builder.groups.values()):
        others = group.without((body.who,))
        if group.id == body.group:
            builder.groups[group.id] = replace(group, members=(*others.members, body.who))
        elif group.id not in builder.dissolved:
            builder.groups[group.id] = others


def standpoint_declared(builder: Builder, body: facts.StandpointDeclared) -> None:
    """The last declaration holds."""
    if entered(builder, body):
        builder.declared[body.who] = body.standpoints


def guideline_touched(builder: Builder, body: facts.GuidelineTouched) -> None:
    """A guideline is proposed, has other words, is agreed (and a proposal no more), or is dropped."""
    entered(builder, body)
    for ones in (builder.guidelines, builder.proposals):
        for i, one in enumerate(ones):
            if one.id == body.guideline and body.text:
                ones[i] = replace(one, text=body.text)
    known = {one.id: one for one in (*builder.proposals, *builder.guidelines)}
    one = known.get(body.guideline, Guideline(body.guideline, body.text, body.key))
    if body.change is GuidelineChange.PROPOSED and one.id not in known:
        builder.proposals.append(one)
    elif body.change is GuidelineChange.AGREED:
        builder.proposals = [other for other in builder.proposals if other.id != one.id]
        if one not in builder.guidelines:
            builder.guidelines.append(one)
    elif body.change is GuidelineChange.DROPPED:
        builder.proposals = [other for other in builder.proposals if other.id != one.id]
        builder.guidelines = [other for other in builder.guidelines if other.id != one.id]


def note_released(builder: Builder, body: facts.NoteReleased) -> None:
    """A note that is for the room stands on the wall, as its newest."""
    note = builder.note(body.note)
    if entered(builder, body) and body.shown and note and note.content.visibility is Visibility.ROOM:
        builder.take_down(body.note)
        builder.wall.append(body.note)


def note_retracted(builder: Builder, body: facts.NoteRetracted) -> None:
    """A note is off the wall."""
    entered(builder, body)
    builder.take_down(body.note)
