"""Breaking text into lines: as few as it needs, most alike in width, rather after a comma than elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from coprod.ui.kit.phrases import characters, hold_together, phrases

Advance: TypeAlias = Callable[[str], float]
"""How wide a text is in one line."""

_BALANCED = 5
"""From this many lines on a text is filled line by line: balancing a long text wins nothing."""

_STOPS = frozenset("、。,;:.")
_NO_STOP, _DANGLING = 0.08, 0.2  # what it costs to end a line elsewhere
_SHORTEST = 0.4  # of the common width; a shorter line is not tried


class Piece(NamedTuple):
    """What stays together, and its width within a line and at the end of one."""

    text: str
    full: float
    bare: float


@dataclass(frozen=True, slots=True)
class Measured:
    """A text in its paragraphs, each in pieces whose widths are known."""

    paragraphs: tuple[tuple[Piece, ...], ...]
    advance: Advance


def measure(text: str, lang: str, advance: Advance) -> Measured:
    """Split a text where lines may end, and measure each piece once."""
    paragraphs = text.splitlines() or [""]
    return Measured(tuple(_measured(phrases(each, lang), advance) for each in paragraphs), advance)


def count(measured: Measured, limit: float) -> int:
    """Tell how many lines no wider than `limit` a text needs."""
    return sum(len(_fill(_fitting(each, measured, limit), limit)) for each in measured.paragraphs)


def broken(measured: Measured, limit: float) -> list[str]:
    """Break a text into lines no wider than `limit`."""
    return [line for each in measured.paragraphs for line in _broken(_fitting(each, measured, limit), limit)]


def _measured(texts: list[str], advance: Advance) -> tuple[Piece, ...]:
    return tuple(Piece(text, advance(text), advance(text.rstrip())) for text in texts)


def _fitting(pieces: tuple[Piece, ...], measured: Measured, limit: float) -> tuple[Piece, ...]:
    """Split further what is too long for a line: after its hyphens, else anywhere."""
    for split in (_at_hyphens, characters):
        if all(piece.bare <= limit for piece in pieces):
            break
        parts = (
            (piece,) if piece.bare <= limit else _measured(split(piece.text), measured.advance)
            for piece in pieces
        )
        pieces = tuple(part for each in parts for part in each)
    return pieces


def _at_hyphens(text: str) -> list[str]:
    return hold_together(re.findall(r"[^-]*-+|[^-]+", text))


def _broken(pieces: tuple[Piece, ...], limit: float) -> list[str]:
    ends = _fill(pieces, limit)
    if 1 < len(ends) < _BALANCED:
        ends = _balance(pieces, len(ends), limit) or ends
    return ["".join(piece.text for piece in pieces[a:b]).strip() for a, b in pairwise([0, *ends])]


def _fill(pieces: tuple[Piece, ...], limit: float) -> list[int]:
    """Find where lines end that are filled one after the other."""
    ends, width = [], 0.0
    for index, piece in enumerate(pieces):
        if index and width + piece.bare > limit:
            ends.append(index)
            width = 0.0
        width += piece.full
    return [*ends, len(pieces)]


def _balance(pieces: tuple[Piece, ...], lines: int, limit: float) -> list[int]:
    """Find where the lines end so that they are most alike in width; nothing where they cannot be."""
    goal = sum(piece.full for piece in pieces) / lines
    reached: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
    for _ in range(lines):
        further: dict[int, tuple[float, list[int]]] = {}
        for start, (cost, ends) in reached.items():
            for end, width in _ends(pieces, start, limit, goal * _SHORTEST):
                last = 0.0 if end == len(pieces) else _price(pieces[end - 1].text.rstrip())
                total = cost + ((width - goal) / goal) ** 2 + last
                if end not in further or total < further[end][0]:
                    further[end] = (total, [*ends, end])
        reached = further
    return reached.get(len(pieces), (0.0, []))[1]


def _price(last: str) -> float:
    """What it costs to end a line here: nothing after a comma, most after a short word like “I” or “of”."""
    if last[-1:] in _STOPS:
        return 0.0
    return _DANGLING if len(last) <= 2 and last.isascii() else _NO_STOP


def _ends(pieces: tuple[Piece, ...], start: int, limit: float, least: float) -> list[tuple[int, float]]:
    """Where a line that begins at `start` may end, and how wide it is then."""
    found, width = [], 0.0
    for end in range(start, len(pieces)):
        if width + pieces[end].bare > limit:
            break
        width += pieces[end].full
        if width >= least or end == len(pieces) - 1:
            found.append((end + 1, width))
    return found
