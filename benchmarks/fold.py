"""How long it takes to fold a session of two thousand facts, mixed as in a real one."""

from __future__ import annotations

from time import perf_counter

from benchmarks.table import Row
from coprod.domain import facts
from coprod.domain.facts import Body, Fact
from coprod.domain.fold import fold
from coprod.domain.parts import AgendaItem, Description, NoteContent, Participant, Translation
from coprod.domain.terms import ItemKind, NoteKind, PauseKind, TranslationState, Visibility

FACTS = 2_000
RUNS = 51
PEOPLE = [f"p{n}" for n in range(12)]


def rows() -> list[Row]:
    """Measure the fold of a log that lies the wrong way round: the best of some runs, the least disturbed."""
    log = a_log()[::-1]
    return [Row(f"fold of {FACTS:,} facts", min(_timed(log) for _ in range(RUNS)) * 1000, 5, "ms")]


def a_log() -> list[Fact]:
    """The plan; then of each twenty facts 12 are notes, 4 of turns, 1 a pass, 2 of a pause, 1 a translation."""
    bodies = _plan()
    while len(bodies) < FACTS:
        bodies += _stretch(len(bodies))
    return [
        Fact(f"f{n}", "session", f"act {n}", "stream", n, 1_778_544_000_000 + n, body)
        for n, body in enumerate(bodies[:FACTS], start=1)
    ]


def _plan() -> list[Body]:
    about = Description(title=(("ja", "w1"), ("en", "w2")), languages=("ja", "en"), zone="Asia/Tokyo")
    items = [facts.ItemAdded(AgendaItem(f"i{n}", ItemKind.ROUNDTABLE)) for n in range(8)]
    people = [facts.ParticipantAdded(Participant(who, (("", f"name of {who}"),))) for who in PEOPLE]
    opened = facts.ItemOpened(entry="opened", item="i1")
    return [facts.Described(about), *items, *people, facts.Started("2026-05-12T09:00:00+09:00"), opened]


def _stretch(n: int) -> list[Body]:
    one, two = PEOPLE[n % 12], PEOPLE[n % 11]
    pause = facts.PauseBegun(entry=f"s{n}", at=n, kind=PauseKind.BREATH)
    translation = Translation(TranslationState.CHECKED, (("", "translator"),), plain=False)
    return [
        *(_note(n, number, one) for number in range(12)),
        facts.TurnBegun(entry=f"t{n}", at=n, who=one, item="i1"),
        facts.TurnEnded(f"t{n}", n + 1),
        facts.TurnBegun(entry=f"u{n}", at=n, who=two, item="i1"),
        facts.TurnEnded(f"u{n}", n + 1),
        facts.TurnPassed(entry=f"v{n}", at=n, who=two, item="i1"),
        pause,
        facts.PauseEnded(pause.entry, n + 1),
        facts.NoteTranslated(f"n{n}.1", "en", translation, f"w{n}.1"),
    ]


def _note(n: int, number: int, who: str) -> Body:
    entry = f"n{n}.{number}"
    text = (("ja", f"ja {entry}"),)
    content = NoteContent(
        NoteKind.CONTRIBUTION, text, (who,), item="i1", original="ja", visibility=Visibility.ROOM
    )
    return facts.NoteKept(entry=entry, at=n, content=content)


def _timed(log: list[Fact]) -> float:
    start = perf_counter()
    state = fold("session", log)
    seconds = perf_counter() - start
    if not state.record:
        raise RuntimeError("nothing was folded")
    return seconds
