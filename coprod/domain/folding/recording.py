"""Steps for the entries of the record."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coprod.domain.parts import Guideline
from coprod.domain.state import Track
from coprod.domain.terms import GuidelineChange

if TYPE_CHECKING:
    from coprod.domain import facts
    from coprod.domain.folding.builder import Builder


def entered(builder: Builder, body: facts.Entry) -> None:
    """The entry stands in the record; an id that is there already keeps its entry."""
    builder.record.setdefault(body.entry, body)


def item_opened(builder: Builder, body: facts.ItemOpened) -> None:
    """An item is open on its track; a new item has no round yet. A pause goes on until a person ends it."""
    entered(builder, body)
    track = _track(builder, body.group)
    builder.tracks[body.group] = Track(opened=body.entry, pause=track.pause)


def round_begun(builder: Builder, body: facts.RoundBegun) -> None:
    """A round is open on its track."""
    entered(builder, body)
    builder.tracks[body.group] = replace(_track(builder, body.group), round=body.entry)


def turn_begun(builder: Builder, body: facts.TurnBegun) -> None:
    """A turn without an end is open on its track."""
    _of_person(builder, body, body.who)
    if body.until is None and body.entry in builder.record:
        builder.tracks[body.group] = replace(_track(builder, body.group), turn=body.entry)


def turn_passed(builder: Builder, body: facts.TurnPassed) -> None:
    """A pass stands in the record; the round knows of it."""
    _of_person(builder, body, body.who)


def pause_begun(builder: Builder, body: facts.PauseBegun) -> None:
    """A pause without an end is open on its track."""
    entered(builder, body)
    if body.until is None:
        builder.tracks[body.group] = replace(_track(builder, body.group), pause=body.entry)


def note_kept(builder: Builder, body: facts.NoteKept) -> None:
    """A note is kept, unless it was erased."""
    if body.entry not in builder.tombstones and body.entry not in builder.record:
        entered(builder, body)
        if builder.tombstones:
            builder.set_content(body, body.content)


def arrived(builder: Builder, body: facts.Arrived) -> None:
    """Who arrives is not away."""
    _of_person(builder, body, body.who)
    builder.away.discard(body.who)


def left(builder: Builder, body: facts.Left) -> None:
    """Who leaves is away."""
    _of_person(builder, body, body.who)
    builder.away.add(body.who)


def moved(builder: Builder, body: facts.Moved) -> None:
    """Who moves is a member of the new group alone."""
    _of_person(builder, body, body.who)
    for group in list(builder.groups.values()):
        members = tuple(who for who in group.members if who != body.who)
        if group.id == body.group:
            members = (*members, body.who)
        if members != group.members:
            builder.groups[group.id] = replace(group, members=members)


def standpoint_declared(builder: Builder, body: facts.StandpointDeclared) -> None:
    """The last declaration holds."""
    _of_person(builder, body, body.who)
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
    """A note stands on the wall, as its newest."""
    entered(builder, body)
    builder.wall = [note for note in builder.wall if note != body.note]
    if body.note not in builder.tombstones:
        builder.wall.append(body.note)


def note_retracted(builder: Builder, body: facts.NoteRetracted) -> None:
    """A note is off the wall."""
    entered(builder, body)
    builder.wall = [note for note in builder.wall if note != body.note]


def _of_person(builder: Builder, body: facts.Entry, who: str) -> None:
    if who not in builder.tombstones:
        entered(builder, body)


def _track(builder: Builder, group: str | None) -> Track:
    return builder.tracks.get(group, Track())
