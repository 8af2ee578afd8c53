"""Group sheets: issued to a laptop without a network, and brought home again, as often and in any order."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from coprod.domain.erasure import own_notes, remaining
from coprod.domain.facts import Entry, Erased, Fact, NoteKept, Word
from coprod.domain.fold import fold
from coprod.domain.moments import rfc3339
from coprod.domain.parts import Group, Ms
from coprod.domain.sheets import homeward, on_time, seed
from coprod.domain.terms import Phase
from coprod.domain.wording import words_in
from coprod.service.exchange.sheet_content import Content, Malformed, decoded, encoded
from coprod.service.live import Change

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from coprod.domain.state import State
    from coprod.service.live import LiveSession
    from coprod.service.ports import Log


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that was issued. `members`: who was in the group then; `key`: opens it at home, without its code."""

    id: str
    session: str
    group: str
    members: tuple[str, ...]
    key: bytes
    issued: Ms


class Sheets(Protocol):
    """Where the secrets of sessions and the keys of their sheets are kept."""

    def signing(self, session: str, make: Callable[[], bytes]) -> bytes:
        """The secret that a session signs with; `make` makes it at the first call. Raises StoreFailed."""

    def keep_sheet(self, sheet: Sheet) -> None:
        """Keep what is known of a sheet that is issued. Raises StoreFailed."""

    def sheet(self, id: str) -> Sheet | None:
        """A sheet that was issued here. Raises StoreFailed."""

    def sheets(self, session: str) -> list[Sheet]:
        """The sheets that a session issued, the first first. Raises StoreFailed."""


class WhyNot(StrEnum):
    """Why a sheet is not taken."""

    NOT_A_SHEET = "not-a-sheet"
    NEWER = "newer"
    DAMAGED = "damaged"
    WRONG_CODE = "wrong-code"
    FOREIGN = "foreign"
    TOO_BIG = "too-big"
    LATE = "late"
    NOT_BEGUN = "not-begun"


class SheetRefused(Exception):
    """A sheet that is not taken; nothing was changed. Without a word of what is in it."""

    def __init__(self, why: WhyNot) -> None:
        super().__init__(why.value)
        self.why = why


class Seal(Protocol):
    """Seals and opens sheets."""

    def new_code(self) -> str:
        """A code of six words."""

    def new_secret(self) -> bytes:
        """A secret to sign with."""

    def issue(self, secret: bytes, session: str, group: str, at: Ms, code: str, content: bytes) -> Sealed:
        """A new sheet, whole."""

    def sheet_of(self, data: bytes) -> str:
        """The id of a sheet, read from its head alone. Raises SheetRefused."""

    def opened(self, data: bytes, key: bytes, secret: bytes) -> bytes:
        """The content of a sheet that was signed with `secret`. Raises SheetRefused."""


class SheetFiles(Seal, Protocol):
    """The same, and the files of sheets."""

    def open(self, path: Path, code: str) -> tuple[str, Log]:
        """The session of a sheet, and the sheet as its log. Raises SheetRefused, OSError."""

    def read(self, path: Path) -> bytes:
        """The bytes of a sheet, no more than one may have. Raises SheetRefused, OSError."""

    def table_of(self, path: Path) -> tuple[str, str]:
        """The session and the group of a sheet, from its head alone. Raises SheetRefused, OSError."""

    def misread(self, code: str) -> Sequence[tuple[str, str]]:
        """The words of a code that are on no list, each with the nearest that is."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """A sheet as the seal makes it: its id, the key of its content, and its bytes."""

    id: str
    key: bytes
    data: bytes


@dataclass(frozen=True, slots=True)
class Given:
    """A sheet to give away: its bytes, and the code, which is shown once and kept nowhere."""

    code: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Brought:
    """A sheet that was brought home, and what lies in it."""

    sheet: Sheet
    content: Content


@dataclass(frozen=True, slots=True)
class Home:
    """What came of a sheet: its group, how many of its notes are new here, and the change, where there is one."""

    group: str
    notes: int
    change: Change | None


def issue(state: State, words: Mapping[str, Word], group: Group, at: Ms, store: Sheets, seal: Seal) -> Given:
    """Make a sheet for a group. Raises StoreFailed."""
    about = state.description
    moment = rfc3339(at, about.zone if about else None, state.started)
    stream, act = _new_id(), _new_id()
    begun = tuple(
        Fact(_new_id(), state.session, act, stream, seq, at, body)
        for seq, body in enumerate(seed(state, group, moment, _new_id()), start=1)
    )
    content = encoded(state.session, Content(begun, (), _pointed_to(begun, words)))
    code = seal.new_code()
    secret = store.signing(state.session, seal.new_secret)
    sealed = seal.issue(secret, state.session, group.id, at, code, content)
    store.keep_sheet(Sheet(sealed.id, state.session, group.id, group.members, sealed.key, at))
    return Given(code, sealed.data)


def unsealed(data: bytes, store: Sheets, seal: Seal) -> Brought:
    """A sheet that was issued here, opened without its code. Raises SheetRefused, StoreFailed."""
    sheet = store.sheet(seal.sheet_of(data))
    if sheet is None:
        raise SheetRefused(WhyNot.FOREIGN)
    secret = store.signing(sheet.session, seal.new_secret)
    return Brought(sheet, _content(seal.opened(data, sheet.key, secret), sheet.session))


def merge(brought: Brought, live: LiveSession, now: Ms, *, late: bool = False) -> Home:
    """Bring home what was written in a sheet; what is here already stays as it is.

    What was taken out meanwhile does not come back. Into a closed session only when `late`, which a person says.
    Raises SheetRefused and StoreFailed; then nothing was changed.
    """
    sheet, content = brought.sheet, brought.content
    here = {fact.id: fact.time for fact in live.facts()}
    coming = _fresh(on_time(content.facts, here, sheet.issued, now), live.facts())
    if not coming:
        return Home(sheet.group, 0, None)
    if live.state.phase is Phase.PLANNED:
        raise SheetRefused(WhyNot.NOT_BEGUN)
    if live.state.phase is Phase.CLOSED and not late:
        raise SheetRefused(WhyNot.LATE)
    if any(fact.stream == live.stream for fact in content.facts):
        raise SheetRefused(WhyNot.DAMAGED)  # nobody else writes in this device's stream
    told = _let_in(coming, content, Group(sheet.group, sheet.members), live)
    words = {word.id: word for word in content.words}
    change = live.take_in(told, _pointed_to(told, words))
    notes = sum(isinstance(fact.body, NoteKept) for fact in told)
    return Home(sheet.group, notes, change)


def _content(data: bytes, session: str) -> Content:
    try:
        of, content = decoded(data)
    except Malformed:
        raise SheetRefused(WhyNot.DAMAGED) from None
    if of != session:
        raise SheetRefused(WhyNot.FOREIGN)
    return content


def _fresh(told: Sequence[Fact], here: Sequence[Fact]) -> list[Fact]:
    """Those that are not here yet. Raises SheetRefused where another stands in the place of one."""
    places = {(fact.stream, fact.seq): fact.id for fact in here}
    ids = {fact.id for fact in here}
    for fact in told:
        if places.get((fact.stream, fact.seq), fact.id) != fact.id:
            raise SheetRefused(WhyNot.DAMAGED)
    return [fact for fact in told if fact.id not in ids]


def _let_in(coming: Sequence[Fact], content: Content, group: Group, live: LiveSession) -> list[Fact]:
    """The new facts, as they may stand at home; of what was taken out, and of whom, nothing."""
    streams = {fact.stream for fact in content.facts}
    others = [fact for fact in live.facts() if fact.stream not in streams]
    taken = {fact.act for fact in others}.union(
        fact.body.entry for fact in others if isinstance(fact.body, Entry)
    )
    new = {fact.id for fact in coming}
    told = [fact for fact in homeward(content.facts, group, taken) if fact.id in new]
    times = {fact.id: fact.time for fact in coming}
    gone = live.state.tombstones
    gone |= frozenset(own_notes(fold(live.state.session, (*content.seed, *content.facts)), gone))
    return [replace(fact, time=times[fact.id], body=remaining(fact.body, gone) or Erased()) for fact in told]


def _pointed_to(told: Iterable[Fact], words: Mapping[str, Word]) -> tuple[Word, ...]:
    """The words that facts point to, each once."""
    ids = dict.fromkeys(id for fact in told for id in words_in(fact.body))
    return tuple(words[id] for id in ids if id in words)


def _new_id() -> str:
    return str(uuid.uuid4())
