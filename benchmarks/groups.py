"""How long it takes to draw small groups of sixty people, with wishes about company and last time's neighbours."""

from __future__ import annotations

from time import perf_counter

from benchmarks.table import Row
from coprod.domain.groups import Sitter, draw
from coprod.domain.terms import Standpoint

PEOPLE, SIZE, RUNS = 60, 6, 21
APART = [("p1", "p2"), ("p3", "p5", "p7"), ("p20", "p40")]
TOGETHER = [("p10", "p11"), ("p30", "p31", "p32")]


def rows() -> list[Row]:
    """Measure the slowest of some draws, with limits that can be met, and with one that can't."""
    people = [_sitter(n) for n in range(PEOPLE)]
    crowd = [tuple(f"p{n}" for n in range(12))]
    return [
        Row(f"small groups of {PEOPLE} people", _slowest(people, APART), 100, "ms"),
        Row(
            f"small groups of {PEOPLE} people, a limit can't be met",
            _slowest(people, [*APART, *crowd]),
            100,
            "ms",
        ),
    ]


def _sitter(n: int) -> Sitter:
    standpoints = frozenset([(Standpoint.PEER, Standpoint.PROFESSIONAL)[n % 2]])
    return Sitter(f"p{n}", standpoints, n % 10 == 0, frozenset({"ja"} if n % 7 else {"ja", "en"}))


def _slowest(people: list[Sitter], apart: list[tuple[str, ...]]) -> float:
    near = [(f"p{n}", f"p{n + 1}") for n in range(PEOPLE - 1)]
    return max(_timed(people, apart, near, seed) for seed in range(RUNS)) * 1000


def _timed(
    people: list[Sitter], apart: list[tuple[str, ...]], near: list[tuple[str, str]], seed: int
) -> float:
    start = perf_counter()
    drawn = draw(people, SIZE, apart=apart, together=TOGETHER, neighbours=near, seed=seed)
    seconds = perf_counter() - start
    if sum(map(len, drawn.groups)) != PEOPLE:
        raise RuntimeError("somebody has no group")
    return seconds
