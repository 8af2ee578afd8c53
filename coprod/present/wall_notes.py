"""The notes on the wall: the words, and the standpoint where the minutes may say it too; never a name."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from coprod.domain.facts import NoteReleased
from coprod.domain.minutes_doc import Cell
from coprod.domain.minuting.crediting import Crediting
from coprod.domain.minuting.wordings import Wordings
from coprod.domain.terms import TranslationState, Visibility
from coprod.present.latest import standpoints_of
from coprod.present.marks import MARKS, Mark, mark_of
from coprod.present.room import Pair, WallNote

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coprod.domain.facts import Entry, NoteKept, Word
    from coprod.domain.state import State
    from coprod.present.speech import Speech

_MARKS = {Cell.PEERS: Mark.PEER, Cell.PROFESSIONALS: Mark.PROFESSIONAL, Cell.BOTH: Mark.BOTH}


def since_opened(state: State) -> list[Entry]:
    """The entries since the open item was opened, the newest first."""
    opened = state.track().opened
    return list(takewhile(lambda entry: entry.entry != opened, reversed(list(state.record.values()))))


def wall_notes(state: State, words: Mapping[str, Word], speech: Speech) -> tuple[WallNote, ...]:
    """Show what was released while this item is open, the oldest first."""
    if not state.wall:
        return ()
    released = {entry.note for entry in since_opened(state) if isinstance(entry, NoteReleased)}
    notes = [note for each in state.wall if each in released and (note := state.note(each))]
    crediting = Crediting(state, Wordings({key: word.body for key, word in words.items()}))
    shown = (
        _shown(state, note, crediting.of(note)[0], speech)
        for note in notes
        if note.content.visibility is Visibility.ROOM
    )
    return tuple(note for note in shown if note.text)


def _shown(state: State, note: NoteKept, cell: Cell, speech: Speech) -> WallNote:
    """A draft that only a machine made is not put before the room."""
    drafts = (lang for lang, known in note.content.translations if known.state is TranslationState.MACHINE)
    text = speech.text(note.content.text, frozenset(drafts))
    mark = mark_of(standpoints_of(state, note)) if cell is Cell.OTHERS else _MARKS.get(cell)
    return WallNote(note.entry, text, mark, _word(state, mark, speech) if mark else ())


def _word(state: State, mark: Mark, speech: Speech) -> Pair:
    """The organisation's own word for a standpoint, else the common one."""
    labels = state.description.labels if state.description else ()
    own = next((speech.text(text) for standpoint, text in labels if standpoint.value == mark.value), ())
    return own or speech.say(MARKS[mark])
