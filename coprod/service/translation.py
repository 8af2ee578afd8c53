"""Work for an outside translator: what goes out, what comes back, and what of that may come in."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from coprod.domain.acts import TranslateNote, TranslateText, TranslateTexts
from coprod.domain.languages import fitting
from coprod.domain.prose import TEXT_LIMIT, TITLE_LIMIT, forbidden
from coprod.domain.rules.translations import TITLES
from coprod.domain.terms import ItemKind, TranslationState
from coprod.domain.text_keys import TextKind, parts_of
from coprod.domain.translating import Row, RowState, left_behind, rows
from coprod.domain.word_list import Term, term_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from coprod.domain.facts import Fact, Word
    from coprod.domain.state import State
    from coprod.domain.translating import Behind
    from coprod.service.library import Shelved
    from coprod.service.live import LiveSession

TERM = "term"
"""The kind of the word list's entries in the library."""


_TO_BE_CHECKED = frozenset({RowState.MACHINE, RowState.DRAFT, RowState.STALE, RowState.PRESENT})
"""The states of a text that somebody who has reviewed it makes a checked one."""


class UnitState(StrEnum):
    """How far a translator says that they have come, from the least."""

    INITIAL = "initial"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class Work:
    """What goes out: texts in one direction, and the words that may help. No name, and nothing of who said it.

    `items`: agenda item to its title ("" where none goes out), and its kind. `left_out`:
    texts that go in another direction.
    """

    session: str
    langs: tuple[str, str]
    rows: tuple[Row, ...]
    items: Mapping[str, tuple[str, ItemKind]] = field(default_factory=dict)
    terms: tuple[Term, ...] = ()
    left_out: int = 0


class WhyLeft(StrEnum):
    """Why one text of a file does not come in."""

    STALE = "stale"
    UNKNOWN = "unknown"
    TURNED = "turned"
    TWICE = "twice"
    IN_PARTS = "in-parts"
    PLACEHOLDER = "placeholder"
    TOO_LONG = "too-long"
    HIDDEN_CHARACTER = "hidden-character"


@dataclass(frozen=True, slots=True)
class Unit:
    """One text as it comes back; `target` "" where it is not translated. `flaw`: why it can't be taken as it is."""

    key: str
    source: str
    target: str
    state: UnitState
    flaw: WhyLeft | None = None


@dataclass(frozen=True, slots=True)
class Returned:
    """A file that comes back. `session`: of which it says it is; "" where it says nothing."""

    langs: tuple[str, str]
    units: tuple[Unit, ...]
    session: str = ""


class WhyNoWork(StrEnum):
    """Why a file is not taken at all."""

    NOT_READ = "not-read"
    NOT_XML = "not-xml"
    NOT_XLIFF = "not-xliff"
    OTHER_VERSION = "other-version"
    DOCTYPE = "doctype"
    TOO_BIG = "too-big"
    TOO_DEEP = "too-deep"
    NO_LANGUAGES = "no-languages"
    OTHER_SESSION = "other-session"


class WorkRefused(Exception):
    """A file that is no translation of this session, or none that can be read. Without a word of what is in it."""

    def __init__(self, why: WhyNoWork) -> None:
        super().__init__(why.value)
        self.why = why


class WorkReader(Protocol):
    """Reads what translators send back (XLIFF 2.0 and 2.1)."""

    def __call__(self, path: Path) -> Returned:
        """What is in a file. Raises WorkRefused."""


class WorkWriter(Protocol):
    """Writes what translators get (XLIFF 2.0)."""

    def __call__(self, work: Work, path: Path) -> None:
        """Write the file whole or not at all; `work` has a row at least. Raises OSError."""


@dataclass(frozen=True, slots=True)
class Left:
    """A text that does not come in."""

    key: str
    why: WhyLeft


@dataclass(frozen=True, slots=True)
class Brought:
    """What a file brings. `act` None: nothing new. `same`: there already; `empty`: not translated; `left`: refused."""

    act: TranslateTexts | None
    came: int
    same: int
    empty: int
    left: tuple[Left, ...]


def desk_rows(
    state: State, facts: Iterable[Fact], words: Mapping[str, Word], pair: tuple[str, str]
) -> tuple[Row, ...]:
    """All that is to be translated between two languages, of a session as it stands."""
    bodies = {id: word.body for id, word in words.items()}
    return rows(state, bodies, pair, left_behind(facts, bodies))


def behind(live: LiveSession) -> Behind:
    """The translations of a live session whose original has changed."""
    return left_behind(live.facts(), {id: word.body for id, word in live.words.items()})


def word_list(entries: Iterable[Shelved]) -> tuple[Term, ...]:
    """The terms among the entries of the library."""
    return tuple(term_of(entry.text) for entry in entries if entry.kind == TERM)


def work_of(
    state: State,
    facts: Iterable[Fact],
    words: Mapping[str, Word],
    langs: tuple[str, str],
    terms: Sequence[Term] = (),
) -> Work:
    """What goes out for a translation from the first language into the second."""
    found = desk_rows(state, facts, words, langs)
    own = tuple(row for row in found if directed(row, langs))
    titles = {row.item: row.source for row in own if row.kind is TextKind.ITEM}
    items = {item.id: (titles.get(item.id, ""), item.kind) for item in state.agenda}
    return Work(state.session, langs, own, items, tuple(terms), len(found) - len(own))


def brought(
    returned: Returned, state: State, facts: Iterable[Fact], words: Mapping[str, Word], by: str = ""
) -> Brought:
    """What of a file may come in, each text on its own, as one act. `by`: who translated, or checked, it.

    Reviewed is checked, all else is a draft: that it is right, only who said it confirms. Raises WorkRefused where it
    is of another session.
    """
    if returned.session not in {"", state.session}:
        raise WorkRefused(WhyNoWork.OTHER_SESSION)
    known: dict[str, list[Row]] = {}
    for row in desk_rows(state, facts, words, returned.langs):
        known.setdefault(row.key, []).append(row)
    taking = _Taking(by)
    for unit in returned.units:
        taking.take(unit, known.get(unit.key, []), returned.langs)
    notes, texts = tuple(taking.notes), tuple(taking.texts)
    act = TranslateTexts(notes, texts) if notes or texts else None
    return Brought(act, len(notes) + len(texts), taking.same, taking.empty, tuple(taking.left))


@dataclass(slots=True)
class _Taking:
    by: str
    notes: list[TranslateNote] = field(default_factory=list)
    texts: list[TranslateText] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    same: int = 0
    empty: int = 0
    met: set[str] = field(default_factory=set)

    def take(self, unit: Unit, known: Sequence[Row], langs: tuple[str, str]) -> None:
        """One text: it comes in, is there already, is empty, or is refused."""
        row = next((row for row in known if directed(row, langs)), None)
        why = WhyLeft.TWICE if unit.key in self.met else unit.flaw
        self.met.add(unit.key)
        if row is None:
            self.left.append(Left(unit.key, WhyLeft.TURNED if known else WhyLeft.UNKNOWN))
        elif why is None and not unit.target.strip():
            self.empty += 1
        elif why := why or _flaw(unit, row):
            self.left.append(Left(unit.key, why))
        else:
            self._take_in(unit, row)

    def _take_in(self, unit: Unit, row: Row) -> None:
        reviewed = unit.state in {UnitState.REVIEWED, UnitState.FINAL}
        state = TranslationState.CHECKED if reviewed else TranslationState.DRAFT
        if unit.target != row.target and row.kind is not TextKind.NOTE:
            self.texts.append(TranslateText(row.key, row.target_lang, unit.target))
        elif unit.target != row.target:
            self.notes.append(TranslateNote(note_of(row), row.target_lang, state, unit.target, self.by))
        elif reviewed and row.kind is TextKind.NOTE and row.state in _TO_BE_CHECKED:
            self.notes.append(TranslateNote(note_of(row), row.target_lang, state, None, row.by, self.by))
        else:
            self.same += 1


def directed(row: Row, langs: tuple[str, str]) -> bool:
    """Whether a text goes from the first language into the second."""
    return bool(fitting(langs[0], (row.source_lang,)) and fitting(langs[1], (row.target_lang,)))


def _flaw(unit: Unit, row: Row) -> WhyLeft | None:
    if _composed(unit.source) != _composed(row.source):
        return WhyLeft.STALE
    if forbidden(unit.target) is not None:
        return WhyLeft.HIDDEN_CHARACTER
    limit = TITLE_LIMIT if row.kind in TITLES else TEXT_LIMIT
    return WhyLeft.TOO_LONG if len(unit.target) > limit else None


def _composed(text: str) -> str:
    """A text as it is compared: some tools put letters and their marks together."""
    return unicodedata.normalize("NFC", text)


def note_of(row: Row) -> str:
    """The id of the note that a row is of; "" where there is none."""
    parts = parts_of(row.key)
    return parts[1] if parts else ""
