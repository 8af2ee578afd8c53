"""The latest notes, and whether the room sees them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING

from coprod.domain.facts import NoteKept
from coprod.domain.terms import Visibility
from coprod.present.flow import clock_time
from coprod.present.kinds import VISIBILITIES
from coprod.present.marks import Mark, mark_of
from coprod.present.sharing import brought
from coprod.present.texts import Said, Texts
from coprod.present.voices import standpoint_word
from coprod.vocabulary import NOTES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coprod.domain.state import State
    from coprod.domain.terms import Standpoint
    from coprod.i18n import Catalogue

NEWEST = 6
"""No more are shown: the rest of the notes has a window of its own."""


class Release(StrEnum):
    """Whether the room sees a note."""

    SHOWN = "shown"
    READY = "ready"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class LatestNote:
    """One note: the standpoint it was said from (no name: the room may see the console), its kind, time and words.

    No mark: nobody is named, and no standpoint.
    """

    id: str
    mark: Mark | None
    about: str
    time: str
    said: Said
    release: Release
    release_words: str


def newest(state: State) -> Iterator[NoteKept]:
    """The notes, the newest first, looked for only as far as asked."""
    return (entry for entry in reversed(list(state.record.values())) if isinstance(entry, NoteKept))


def standpoints_of(state: State, note: NoteKept) -> tuple[Standpoint, ...]:
    """The standpoints a note was said from: its own, else those of its contributors together."""
    content = note.content
    own = content.standpoints or tuple(one for who in content.who for one in state.standpoints(who))
    return tuple(dict.fromkeys(own))


def release_of(state: State, note: NoteKept) -> Release:
    """Whether the room sees this note, may see it, or may not."""
    if note.entry in state.wall:
        return Release.SHOWN
    return Release.READY if note.content.visibility is Visibility.ROOM else Release.KEPT


def releasable(state: State) -> NoteKept | None:
    """The newest note that may be in the room, whether it is there or not; in a share-back, what the group brings."""
    theirs = brought(state)
    if theirs:
        return next((note for note in theirs if note.entry not in state.wall), theirs[-1])
    return next((note for note in newest(state) if note.content.visibility is Visibility.ROOM), None)


def latest_view(state: State, texts: Texts, words: Catalogue) -> tuple[LatestNote, ...]:
    """Show the newest notes."""
    return tuple(_row(state, note, texts, words) for note in islice(newest(state), NEWEST))


def _row(state: State, note: NoteKept, texts: Texts, words: Catalogue) -> LatestNote:
    content = note.content
    standpoints = standpoints_of(state, note)
    kind = words.say(NOTES[content.kind])
    attributed = bool(content.who or standpoints)
    about = [standpoint_word(state, standpoints, texts, words), kind] if attributed else [kind]
    if content.minority:
        about.append(words.say("minority opinion"))
    release = release_of(state, note)
    told = {
        Release.SHOWN: words.say("In the room now"),
        Release.READY: words.say("Show in the room"),
        Release.KEPT: words.say("For: {whom}", whom=words.say(VISIBILITIES[content.visibility])),
    }
    original = tuple(one for one in content.text if one[0] == content.original)
    return LatestNote(
        id=note.entry,
        mark=mark_of(standpoints) if attributed else None,
        about=" · ".join(about),
        time=clock_time(state, words, note.at),
        said=texts.said(original or content.text),
        release=release,
        release_words=told[release],
    )
