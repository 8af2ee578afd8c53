"""The translation memory: how texts of earlier sessions were translated. The only place for rapidfuzz.

It is read from the store each time it is opened, and kept nowhere: what was erased is not in it. It holds nothing that
may not stand in minutes, nothing of who does not agree to the archive, nothing stale, and no machine's translation that
nobody has checked: written in by hand, that would lose its mark.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from rapidfuzz import fuzz, process

from coprod.domain.alike import folded
from coprod.domain.consent import permits
from coprod.domain.fold import fold
from coprod.domain.languages import fitting
from coprod.domain.terms import Purpose
from coprod.domain.text_keys import TextKind, parts_of
from coprod.domain.translating import Row, RowState, left_behind, rows
from coprod.service.ports import Archive, Log

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from coprod.domain.state import State

LEAST = 70.0
"""A score under which a match is no help."""
_TRUST = (RowState.CONFIRMED, RowState.CHECKED, RowState.PRESENT, RowState.DRAFT)
"""The states that are remembered, the best first."""
_ALMOST = 99.0
"""What is the same but for width and case is not the same."""


class Sessions(Log, Archive, Protocol):
    """The store, as far as the memory reads it."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A text and its translation, as they once stood; `turned`: it was translated the other way round."""

    source: str
    target: str
    state: RowState
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A pair that is like what is sought; `score` to 100, and 100 only for the very same text."""

    score: float
    pair: Pair


class Memory:
    """Pairs in one direction, ready to be searched."""

    def __init__(self, pairs: Iterable[Pair]) -> None:
        best: dict[tuple[str, str], Pair] = {}
        for pair in pairs:
            known = best.setdefault((pair.source, pair.target), pair)
            if _rank(pair) < _rank(known):
                best[pair.source, pair.target] = pair
        self._pairs = sorted(best.values(), key=lambda pair: len(pair.source))
        self._texts = [folded(pair.source) for pair in self._pairs]

    def __len__(self) -> int:
        """How many pairs there are."""
        return len(self._pairs)

    def matches(self, source: str, most: int = 5, least: float = LEAST) -> tuple[Match, ...]:
        """The pairs whose source is most like a text: the best first, of equals the most trusted. None for no text."""
        sought = folded(source)
        if not sought.strip():
            return ()
        found = process.extract(
            sought, self._texts, scorer=fuzz.ratio, processor=None, limit=None, score_cutoff=least
        )
        scored = [Match(_score(score, source, self._pairs[at]), self._pairs[at]) for _, score, at in found]
        scored.sort(key=lambda match: (-match.score, _rank(match.pair), match.pair.source, match.pair.target))
        return tuple(scored[:most])


def remembered(
    store: Sessions,
    langs: tuple[str, str],
    without: str = "",
    stopped: Callable[[], bool] = lambda: False,
) -> Memory:
    """The memory of a store, from one language into another, without the session that is open. Raises StoreFailed.

    It reads every session: for a thread of its own. `stopped` is asked before each one.
    """
    pairs: list[Pair] = []
    for session in store.known():
        if stopped():
            break
        if session != without:
            pairs += _pairs_of(session, store, langs)
    return Memory(pairs)


def pairs_in(of: Sequence[Row], langs: tuple[str, str]) -> Iterator[Pair]:
    """The pairs among some rows, in the direction asked for: those that were translated the other way are turned."""
    for row in of:
        if row.target is None or row.state not in _TRUST:
            continue
        told = (row.source_lang, row.target_lang)
        if all(fitting(lang, (own,)) for lang, own in zip(langs, told, strict=True)):
            yield Pair(row.source, row.target, row.state)
        elif all(fitting(lang, (own,)) for lang, own in zip(langs, told[::-1], strict=True)):
            yield Pair(row.target, row.source, row.state, turned=True)


def _pairs_of(session: str, store: Sessions, langs: tuple[str, str]) -> Iterator[Pair]:
    stored = store.load(session)
    state = fold(session, stored.facts)
    bodies = {id: word.body for id, word in stored.words.items()}
    found = rows(state, bodies, langs, left_behind(stored.facts, bodies))
    return pairs_in([row for row in found if _archived(row, state)], langs)


def _archived(row: Row, state: State) -> bool:
    """Whether all who said it agree that it is found again later."""
    kind, id = parts_of(row.key) or (row.kind, "")
    note = state.note(id) if kind in {TextKind.NOTE, TextKind.OWNER, TextKind.REASON} else None
    who = [state.participants[one] for one in note.content.who if one in state.participants] if note else []
    return all(permits(person, Purpose.ARCHIVE) for person in who)


def _rank(pair: Pair) -> tuple[int, bool]:
    return _TRUST.index(pair.state), pair.turned


def _score(score: float, source: str, pair: Pair) -> float:
    return 100.0 if pair.source == source else min(score, _ALMOST)
