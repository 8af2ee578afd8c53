"""How long it takes to find what is like a text among twenty thousand earlier ones, and to list what to translate."""

from __future__ import annotations

from functools import partial
from random import Random
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.fold import a_log
from benchmarks.table import Row
from coprod.domain.fold import fold
from coprod.domain.translating import RowState, left_behind
from coprod.domain.translating import rows as to_translate
from coprod.domain.wording import words_in
from coprod.service.memory import Memory, Pair

if TYPE_CHECKING:
    from collections.abc import Callable

    from coprod.domain.facts import Fact
    from coprod.domain.state import State

PAIRS, SEARCHES, RUNS = 20_000, 40, 5
_KANA = "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん、。"


def rows() -> list[Row]:
    """Measure the slowest of forty searches, half of them for a text that is nearly there; and one list of rows."""
    chance = Random(5)
    texts = ["".join(chance.choices(_KANA, k=chance.randint(10, 120))) for _ in range(PAIRS)]
    memory = Memory(Pair(text, text, RowState.CHECKED) for text in texts)
    sought = [f"{text[:-3]}です" for text in texts[: SEARCHES // 2]] + [
        text[::-1] for text in texts[: SEARCHES // 2]
    ]
    slowest = max(min(_timed(partial(memory.matches, text)) for _ in range(RUNS)) for text in sought)
    log = a_log()
    state = fold("session", log)
    words = {id: id for fact in log for id in words_in(fact.body)}
    listing = min(
        _timed(lambda: to_translate(state, words, ("ja", "en"), left_behind(log, words))) for _ in range(RUNS)
    )
    return [
        Row(f"translation memory, {PAIRS:,} pairs", slowest * 1000, 50, "ms"),
        Row(f"what to translate, {len(state.notes()):,} notes", listing * 1000, 100, "ms"),
    ]


def _to_translate(state: State, log: list[Fact], words: dict[str, str]) -> object:
    return to_translate(state, words, ("ja", "en"), left_behind(log, words))


def _timed(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start
