"""Steps for facts that amend an entry; one that is not there is passed over."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coprod.domain import facts
from coprod.domain.facts import Fact, PauseBegun, TurnBegun, TurnPassed
from coprod.domain.state import Clash

if TYPE_CHECKING:
    from coprod.domain.folding.builder import Builder


def turn_ended(builder: Builder, body: facts.TurnEnded) -> None:
    """A turn has its end; the track has no turn."""
    turn = builder.record.get(body.turn)
    if isinstance(turn, TurnBegun):
        builder.record[turn.entry] = replace(turn, until=body.at)
        track = builder.tracks.get(turn.group)
        if track and track.turn == turn.entry:
            builder.tracks[turn.group] = replace(track, turn=None)


def pause_ended(builder: Builder, body: facts.PauseEnded) -> None:
    """A pause has its end; the track has no pause."""
    pause = builder.record.get(body.pause)
    if isinstance(pause, PauseBegun):
        builder.record[pause.entry] = replace(pause, until=body.at)
        track = builder.tracks.get(pause.group)
        if track and track.pause == pause.entry:
            builder.tracks[pause.group] = replace(track, pause=None)


def entry_corrected(builder: Builder, body: facts.EntryCorrected) -> None:
    """The right speaker and times replace the wrong ones."""
    entry = builder.record.get(body.entry)
    if isinstance(entry, TurnBegun):
        until = body.until if entry.until is not None else None
        builder.record[entry.entry] = replace(entry, who=body.who or entry.who, at=body.at, until=until)
    elif isinstance(entry, TurnPassed):
        builder.record[entry.entry] = replace(entry, who=body.who or entry.who, at=body.at)
    elif isinstance(entry, PauseBegun):
        until = body.until if entry.until is not None else None
        builder.record[entry.entry] = replace(entry, at=body.at, until=until)


def note_changed(builder: Builder, fact: Fact) -> None:
    """A change from the version that stands is taken; one from an older version is kept beside it."""
    body = fact.body
    if not isinstance(body, facts.NoteChanged):
        raise TypeError(type(body).__name__)
    note = builder.note(body.note)
    if note is None:
        return
    waiting = tuple(c for c in builder.clashes.get(body.note, ()) if c.version not in body.settles)
    if body.base == builder.versions.get(body.note, ""):
        builder.set_content(note, body.content)
        builder.versions[body.note] = fact.id
    else:
        waiting = (*waiting, Clash(fact.id, body.content))
    builder.clashes[body.note] = waiting
    if not waiting:
        del builder.clashes[body.note]


def note_translated(builder: Builder, body: facts.NoteTranslated) -> None:
    """A note has a translation, or knows more of the one it has."""
    note = builder.note(body.note)
    if note is None:
        return
    content = note.content
    texts, known = dict(content.text), dict(content.translations)
    if body.words is not None:
        texts[body.lang] = body.words
    known[body.lang] = body.translation
    builder.set_content(note, replace(content, text=tuple(texts.items()), translations=tuple(known.items())))


def note_confirmed(builder: Builder, body: facts.NoteConfirmed) -> None:
    """A contributor's confirmation is kept, or taken back."""
    note = builder.note(body.note)
    if note is not None:
        others = tuple(who for who in note.content.confirmed if who != body.who)
        confirmed = (*others, body.who) if body.given else others
        builder.set_content(note, replace(note.content, confirmed=confirmed))


def note_shared(builder: Builder, body: facts.NoteShared) -> None:
    """A note is brought to everyone, or no longer."""
    note = builder.note(body.note)
    if note is not None:
        builder.set_content(note, replace(note.content, share=body.share))


def note_taken_out(builder: Builder, body: facts.NoteTakenOut) -> None:
    """A note leaves the record and the wall."""
    if builder.note(body.note) is not None:
        _remove(builder, body.note)


def action_moved(builder: Builder, body: facts.ActionMoved) -> None:
    """An action has another status."""
    note = builder.note(body.note)
    if note is not None:
        builder.set_content(note, replace(note.content, status=body.status, reason=body.reason))


def withdrawn(builder: Builder, body: facts.Withdrawn) -> None:
    """The participant and the notes named are gone from all that stands before."""
    for note in body.notes:
        _remove(builder, note)
    if body.participant is not None:
        _forget(builder, body.participant)


def _remove(builder: Builder, note: str) -> None:
    builder.record.pop(note, None)
    builder.versions.pop(note, None)
    builder.clashes.pop(note, None)
    builder.wall = [one for one in builder.wall if one != note]


def _forget(builder: Builder, person: str) -> None:
    builder.participants.pop(person, None)
    builder.declared.pop(person, None)
    builder.away.discard(person)
    for group in list(builder.groups.values()):
        builder.groups[group.id] = replace(group, members=_but(group.members, person))
    for entry in list(builder.record.values()):
        if getattr(entry, "who", None) == person:
            del builder.record[entry.entry]
        elif isinstance(entry, facts.NoteKept):
            builder.set_content(entry, entry.content)


def _but(people: tuple[str, ...], gone: str) -> tuple[str, ...]:
    return tuple(one for one in people if one != gone)
