"""Steps for facts that amend an entry; one that is not there is passed over."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coprod.domain.facts import PauseBegun, TurnBegun, TurnPassed
from coprod.domain.state import Answer, Clash

if TYPE_CHECKING:
    from coprod.domain import facts
    from coprod.domain.folding.builder import Builder


def turn_ended(builder: Builder, body: facts.TurnEnded) -> None:
    """A turn has its end; the track has no turn."""
    turn = builder.record.get(body.turn)
    if isinstance(turn, TurnBegun):
        builder.record[turn.entry] = replace(turn, until=body.at)
        track = builder.tracks.get(turn.group)
        if track and track.turn == turn.entry:
            track.turn = None


def pause_ended(builder: Builder, body: facts.PauseEnded) -> None:
    """A pause has its end; the track has no pause."""
    pause = builder.record.get(body.pause)
    if isinstance(pause, PauseBegun):
        builder.record[pause.entry] = replace(pause, until=body.at)
        track = builder.tracks.get(pause.group)
        if track and track.pause == pause.entry:
            track.pause = None


def entry_corrected(builder: Builder, body: facts.EntryCorrected) -> None:
    """The right speaker and times replace the wrong ones; what was said by somebody who withdrew is gone."""
    entry = builder.record.get(body.entry)
    if isinstance(entry, TurnBegun | TurnPassed) and body.who in builder.tombstones:
        del builder.record[body.entry]
    elif isinstance(entry, TurnPassed):
        builder.record[body.entry] = replace(entry, who=body.who or entry.who, at=body.at)
    elif isinstance(entry, TurnBegun):
        until = body.until if entry.until is not None else None
        builder.record[body.entry] = replace(entry, who=body.who or entry.who, at=body.at, until=until)
    elif isinstance(entry, PauseBegun):
        until = body.until if entry.until is not None else None
        builder.record[body.entry] = replace(entry, at=body.at, until=until)


def note_changed(builder: Builder, body: facts.NoteChanged) -> None:
    """A change from the version that stands is taken; one from an older version is kept beside it."""
    note = builder.note(body.note)
    if note is None:
        return
    now = note.content
    content = replace(body.content, share=now.share, status=now.status, reason=now.reason)
    waiting = tuple(c for c in builder.clashes.get(body.note, ()) if c.version not in body.settles)
    if body.base == builder.versions.get(body.note, ""):
        builder.set_content(note, content)
        builder.versions[body.note] = builder.version
    else:
        waiting = (*waiting, Clash(builder.version, content))
    builder.clashes[body.note] = waiting
    if not waiting:
        del builder.clashes[body.note]


def note_translated(builder: Builder, body: facts.NoteTranslated) -> None:
    """A note has a translation, or knows more of the one it has; new words are a new version of it.

    What is translated into another language was said in the only one there was.
    """
    note = builder.note(body.note)
    if note is None:
        return
    content = note.content
    texts, known = dict(content.text), dict(content.translations)
    if body.words is not None:
        texts[body.lang] = body.words
        builder.versions[body.note] = builder.version
    known[body.lang] = body.translation
    said, further = tuple(texts.items()), tuple(known.items())
    builder.set_content(note, replace(content, text=said, original=content.said_in, translations=further))


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
    """A note leaves the record and the wall, with all its versions."""
    if builder.note(body.note) is not None:
        del builder.record[body.note]
        builder.versions.pop(body.note, None)
        builder.clashes.pop(body.note, None)
        builder.take_down(body.note)


def action_moved(builder: Builder, body: facts.ActionMoved) -> None:
    """An action has another status."""
    note = builder.note(body.note)
    if note is not None:
        builder.set_content(note, replace(note.content, status=body.status, reason=body.reason))


def check_answered(builder: Builder, body: facts.CheckAnswered) -> None:
    """A finding has a reason to be left as it is, or no longer."""
    key = (body.finding, body.note, body.lang, body.about)
    builder.answers.pop(key, None)
    if body.reason and (not body.note or builder.note(body.note)):
        builder.answers[key] = Answer(body.against, body.reason)
