"""Machine drafts of notes that nobody has translated yet: which notes, in batches, and what of it is kept.

A draft says that it is a machine's until a person has checked it. A text that is no note has no state to say so with,
and neither has a note of which nobody knows in what language it was said: those are left to people.

What a window does: `wanted` and `kept` where the session is, `drafted` in a thread of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from coprod.domain.acts import TranslateNote, TranslateTexts
from coprod.domain.alike import folded
from coprod.domain.prose import TEXT_LIMIT, forbidden
from coprod.domain.terms import TranslationState
from coprod.domain.text_keys import TextKind
from coprod.domain.translating import Row, RowState
from coprod.service.translation import desk_rows, directed, note_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from coprod.service.live import LiveSession

BATCH = 8
"""As many notes are drafted between two moments at which it can be stopped."""


class WhyNoDrafter(StrEnum):
    """Why there can be no drafts."""

    NOT_INSTALLED = "not-installed"
    NO_FOLDER = "no-folder"
    NO_MODEL = "no-model"
    NO_PIECES = "no-pieces"
    BAD_SETTINGS = "bad-settings"
    NO_LANGUAGES = "no-languages"
    OTHER_LANGUAGES = "other-languages"
    DAMAGED = "damaged"
    FAILED = "failed"


class DrafterRefused(Exception):
    """A folder that holds no model we can use, or a model that failed. Without a word of what it was given."""

    def __init__(self, why: WhyNoDrafter) -> None:
        super().__init__(why.value)
        self.why = why


class Drafter(Protocol):
    """Translates from one language into another, on this machine alone."""

    def __call__(self, texts: Sequence[str], /) -> Sequence[str]:
        """One translation for each text, "" where there is none to be had. Raises DrafterRefused."""


class DrafterOpener(Protocol):
    """Opens the model that somebody put into a folder."""

    def __call__(self, folder: Path, langs: tuple[str, str]) -> Drafter:
        """A drafter from the first language into the second. Raises DrafterRefused."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be drafted. `left_out`: texts that are not translated either, and whose draft could not be marked."""

    langs: tuple[str, str]
    rows: tuple[Row, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Drafts:
    """What a machine made: each note as it stood, with its draft. `unfit`: what it gave can't be kept."""

    wanted: Wanted
    made: tuple[tuple[Row, str], ...]
    unfit: int = 0

    @property
    def unreached(self) -> int:
        """How many notes were left when it was stopped."""
        return len(self.wanted.rows) - len(self.made) - self.unfit


@dataclass(frozen=True, slots=True)
class Kept:
    """What is to be kept. `act` None: nothing. `came`: how many drafts; `outdated`: the note is no longer as it was."""

    act: TranslateTexts | None
    came: int
    outdated: int


def wanted(live: LiveSession, langs: tuple[str, str]) -> Wanted:
    """The notes that lack a translation from the first language into the second, in the order of the minutes."""
    missing = [row for row in _rows(live, langs) if row.state is RowState.MISSING]
    rows = tuple(row for row in missing if _can_be_marked(row, live))
    return Wanted(langs, rows, len(missing) - len(rows))


def drafted(
    wanted: Wanted,
    drafter: Drafter,
    stopped: Callable[[], bool] = lambda: False,
    told: Callable[[int, int], None] = lambda _done, _of: None,
) -> Drafts:
    """Let a machine draft, batch by batch. It touches no session: for a thread of its own. Raises DrafterRefused.

    `stopped` is asked before each batch, `told` after it: how many notes are done, and of how many.
    """
    rows, made, unfit = wanted.rows, list[tuple[Row, str]](), 0
    for begin in range(0, len(rows), BATCH):
        if stopped():
            break
        batch = rows[begin : begin + BATCH]
        for row, text in zip(batch, drafter([row.source for row in batch]), strict=True):
            if _fit(row, text):
                made.append((row, text.strip()))
            else:
                unfit += 1
        told(begin + len(batch), len(rows))
    return Drafts(wanted, tuple(made), unfit)


def kept(drafts: Drafts, live: LiveSession) -> Kept:
    """One act for all drafts of notes that still stand as they did, and have no translation yet."""
    now = {_as_stood(row) for row in wanted(live, drafts.wanted.langs).rows}
    notes = tuple(
        TranslateNote(note_of(row), row.target_lang, TranslationState.MACHINE, text)
        for row, text in drafts.made
        if _as_stood(row) in now
    )
    return Kept(TranslateTexts(notes) if notes else None, len(notes), len(drafts.made) - len(notes))


def _rows(live: LiveSession, langs: tuple[str, str]) -> list[Row]:
    return [row for row in desk_rows(live.state, live.facts(), live.words, langs) if directed(row, langs)]


def _as_stood(row: Row) -> tuple[str, str, str, str]:
    """What must not have changed while a draft was made; all else, such as the kind of the note, may."""
    return row.key, row.source_lang, row.source, row.target_lang


def _can_be_marked(row: Row, live: LiveSession) -> bool:
    """Whether a draft can be told from what was said: for that, the language that it was said in must be known."""
    note = live.state.note(note_of(row)) if row.kind is TextKind.NOTE else None
    return note is not None and note.content.said_in is not None


def _fit(row: Row, text: str) -> bool:
    """Whether it is a translation at all, and one that can be kept."""
    body = text.strip()
    alike = folded(body) == folded(row.source.strip())
    return bool(body) and not alike and len(body) <= TEXT_LIMIT and forbidden(body) is None
