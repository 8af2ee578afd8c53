"""Where a note stands in the minutes: under whose standpoint, so that nobody is shown who did not ask to be.

The rules, by number: (1) an anonymous note is not attributed; (2) the standpoints of the note count, else those of
its contributors together, else it is not attributed; (3) peer alone, professional alone, both, or any other; (4) what
fewer than two of those present could have said from both, as others, or under a discipline is not attributed; (5)
where one person alone was there as peer, or as professional, nothing in the session is divided. In (4) and (5) a
person who asked to be named or agreed to be recognised counts as enough.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coprod.domain.minutes_doc import Cell
from coprod.domain.terms import Attribution, Standpoint

if TYPE_CHECKING:
    from collections.abc import Iterable

_PEER = frozenset({Standpoint.PEER})
_PROFESSIONAL = frozenset({Standpoint.PROFESSIONAL})
_BOTH = _PEER | _PROFESSIONAL
_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Present:
    """One of those present, as far as placing needs to know. `discipline`: its words, compared without case."""

    standpoints: frozenset[Standpoint] = frozenset()
    discipline: frozenset[str] = frozenset()
    recognised: bool = False


@dataclass(frozen=True, slots=True)
class Saying:
    """A note as far as placing needs to know.

    `own`: the standpoints of the note itself; `theirs`: those of its contributors together; `disciplines`: one set of
    words for each contributor who has a discipline.
    """

    attribution: Attribution = Attribution.STANDPOINT
    own: frozenset[Standpoint] = frozenset()
    theirs: frozenset[Standpoint] = frozenset()
    disciplines: tuple[frozenset[str], ...] = ()


def place(saying: Saying, room: tuple[Present, ...]) -> Cell:
    """The cell in which a note stands, given all who were present."""
    if small(room) or saying.attribution is Attribution.ANONYMOUS:
        return Cell.UNATTRIBUTED
    cell = cell_of(saying.own or saying.theirs)
    if cell in (Cell.BOTH, Cell.OTHERS) and not _enough(could_have_said(cell, room)):
        return Cell.UNATTRIBUTED
    if saying.attribution is Attribution.DISCIPLINE:
        for discipline in saying.disciplines:
            colleagues = [one for one in could_have_said(cell, room) if discipline & one.discipline]
            if not _enough(colleagues):
                return Cell.UNATTRIBUTED
    return cell


def cell_of(standpoints: frozenset[Standpoint]) -> Cell:
    """The cell of a set of standpoints, whoever else is there."""
    if not standpoints:
        return Cell.UNATTRIBUTED
    cells = {_PEER: Cell.PEERS, _PROFESSIONAL: Cell.PROFESSIONALS, _BOTH: Cell.BOTH}
    return cells.get(standpoints, Cell.OTHERS)


def small(room: Iterable[Present]) -> bool:
    """Whether one person alone was there as peer, or as professional, and did not agree to be known by it."""
    people = tuple(room)
    for standpoint in (Standpoint.PEER, Standpoint.PROFESSIONAL):
        alone = [one for one in people if standpoint in one.standpoints]
        if len(alone) == 1 and not alone[0].recognised:
            return True
    return False


def could_have_said(cell: Cell, room: Iterable[Present]) -> list[Present]:
    """Who of the room could have said what stands in `cell`, speaking from all or some of their standpoints."""
    needed = {Cell.PEERS: _PEER, Cell.PROFESSIONALS: _PROFESSIONAL, Cell.BOTH: _BOTH}.get(cell)
    if needed is not None:
        return [one for one in room if needed <= one.standpoints]
    return [one for one in room if one.standpoints - _BOTH]


def _enough(people: list[Present]) -> bool:
    return len(people) >= _ENOUGH or any(one.recognised for one in people)
