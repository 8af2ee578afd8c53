"""The flow of a meeting tells of items and pauses alone, coarsely: never how long one person had the word."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from coprod.domain.facts import (
    Closed,
    HandRaised,
    ItemOpened,
    NoteKept,
    PauseBegun,
    RoundBegun,
    StandpointDeclared,
    TurnBegun,
    TurnEnded,
    TurnPassed,
)
from coprod.domain.fold import fold
from coprod.domain.minutes import minutes
from coprod.domain.minuting.flow import GRID, SMALLEST, flow
from coprod.domain.minuting.items import places
from coprod.domain.minuting.wordings import Wordings
from coprod.domain.moments import rfc3339, to_ms
from coprod.domain.terms import Edition, PauseKind
from tests.domain.test_minutes import START, Paper
from tests.domain.walk import strings
from tests.stage import MORNING, SESSION, an_id
from tests.strategies import stages

if TYPE_CHECKING:
    from coprod.domain.facts import Fact
    from coprod.domain.minutes_doc import Flow
    from tests.stage import Stage

MINUTE = 60_000
HOUR = START - 100_000  # a quarter to two: on the grid
BREATH, SILENCE, BREAK = PauseKind


def met(*items: int | None, until: float | None = 60) -> Paper:
    """A meeting whose items a, b, c … were opened at these minutes; it ended at `until`."""
    paper = Paper()
    paper.describe()
    for name, minute in zip("abcdefghijklmnopqrstuvwxyz", items, strict=False):
        paper.item(name, opened=None)
        at = None if minute is None else HOUR + minute * MINUTE
        paper.put(ItemOpened(entry=f"open-{name}", at=at, item=name))
    if until is not None:
        paper.put(Closed(rfc3339(HOUR + round(until * MINUTE), "UTC")))
    return paper


def paused(paper: Paper, kind: PauseKind, begin: float, until: float | None = None, **parts: Any) -> None:
    at, end = (None if one is None else HOUR + round(one * MINUTE) for one in (begin, until))
    paper.put(PauseBegun(entry=f"pause-{len(paper.facts)}", at=at, until=end, kind=kind, **parts))


def flow_of(paper: Paper, edition: Edition = Edition.RECORD) -> Flow | None:
    return minutes(fold("s", paper.facts), paper.words, (), edition, "x").flow


def drawn(paper: Paper, edition: Edition = Edition.RECORD) -> list[tuple[str, int, dict[PauseKind, int]]]:
    """Each stretch: its items by title, its minutes, its pauses."""
    flow = flow_of(paper, edition)
    assert flow is not None
    titles = [one.title.bodies["en"] if one.title else "" for one in flow.items]
    return [
        (
            "".join(titles[n] for n in one.items),
            round((one.end - one.begin).total_seconds() / 60),
            dict(one.pauses),
        )
        for one in flow.stretches
    ]


def test_items_follow_each_other_as_they_were_opened() -> None:
    assert drawn(met(0, 20, 35)) == [("a", 20, {}), ("b", 15, {}), ("c", 25, {})]
    assert drawn(met(30, 0)) == [("b", 30, {}), ("a", 30, {})]


def test_the_clock_is_coarse() -> None:
    """19 minutes or 22: the page says twenty, and where they begin is on the same grid."""
    flow = flow_of(met(0, 19, 41))
    assert flow is not None
    assert drawn(met(0, 19, 41)) == [("a", 20, {}), ("b", 20, {}), ("c", 20, {})]
    for edge in (moment for one in flow.stretches for moment in (one.begin, one.end)):
        assert edge.minute % 5 == edge.second == 0


@pytest.mark.parametrize(
    ("opened", "until", "stretches"),
    [
        ((0, 5, 30), 60, [("ab", 30), ("c", 30)]),  # a short one stands with the next
        ((0, 30, 55), 60, [("a", 30), ("bc", 30)]),  # the last with the one before it
        ((0, 4, 8, 30), 60, [("ab", 10), ("c", 20), ("d", 30)]),
        ((0, 240, 255), 600, [("a", 240), ("bc", 360)]),  # too small a part to be seen
        ((0, 30, 90), 60, [("a", 30), ("bc", 30)]),  # opened after the end, as a wrong clock tells
    ],
)
def test_short_items_stand_together(
    opened: tuple[int, ...], until: int, stretches: list[tuple[str, int]]
) -> None:
    assert [one[:2] for one in drawn(met(*opened, until=until))] == stretches


@pytest.mark.parametrize(
    "paper",
    [
        met(0, 30, until=None),  # it goes on
        met(0, None),  # nobody wrote down the time
        met(),
        met(0),
        met(0, 3, until=12),  # all of it is short
        met(70, 80),  # after its end
        met(0, 30, until=24 * 60),  # a day
    ],
)
def test_where_the_clock_does_not_tell_there_is_none(paper: Paper) -> None:
    assert flow_of(paper) is None


def test_an_item_opened_again_keeps_its_place_in_the_list() -> None:
    paper = met(0, 20, 40)
    paper.put(ItemOpened(entry="again", at=HOUR + 50 * MINUTE, item="a"))
    paper.put(ItemOpened(entry="still", at=HOUR + 55 * MINUTE, item="a"))
    paused(paper, BREATH, 5)
    assert drawn(paper) == [("a", 20, {BREATH: 1}), ("b", 20, {}), ("c", 10, {}), ("a", 10, {})]
    flow = flow_of(paper)
    assert flow is not None
    assert len(flow.items) == 3


def test_pauses_are_counted_by_item_and_kind_in_one_order() -> None:
    paper = met(0, 30)
    for kind, minute in ((BREAK, 12), (SILENCE, 3), (BREATH, 20), (SILENCE, 25), (BREATH, 40)):
        paused(paper, kind, minute, minute + 2)
    found = drawn(paper)
    assert found == [("a", 30, {BREATH: 1, SILENCE: 2, BREAK: 1}), ("b", 30, {BREATH: 1})]
    assert [*found[0][2]] == [BREATH, SILENCE, BREAK]


def test_what_groups_open_is_not_on_the_line_and_their_pauses_are_those_of_the_item() -> None:
    paper = met(0, 30)
    paper.put(ItemOpened(entry="apart", at=HOUR + 40 * MINUTE, item="a", group="g"))
    paused(paper, SILENCE, 35, 36, group="g")
    assert drawn(paper) == [("a", 30, {}), ("b", 30, {SILENCE: 1})]


def test_a_pause_before_the_first_item_is_counted_in_the_whole() -> None:
    paper = met(10, 40)
    paused(paper, BREATH, 2)
    flow = flow_of(paper)
    assert flow is not None
    assert flow.pauses == {BREATH: 1}
    assert not any(one.pauses for one in flow.stretches)


@pytest.mark.parametrize(
    ("breaks", "minutes"),
    [
        ([], None),
        ([(10, 20)], 10),
        ([(10, 20), (40, 45.4)], 15),
        ([(10, 10.2)], 1),
        ([(10, None)], None),
        ([(10, 20), (40, None)], None),
        ([(10, 9)], None),
    ],
)
def test_how_long_all_breaks_were(breaks: list[tuple[float, float | None]], minutes: int | None) -> None:
    paper = met(0, 30)
    paused(paper, BREATH, 31, 39)
    for begin, end in breaks:
        paused(paper, BREAK, begin, end)
    flow = flow_of(paper)
    assert flow is not None
    assert flow.break_minutes == minutes


def test_the_public_sees_breaks_alone_and_an_own_copy_has_none() -> None:
    paper = met(0, 30)
    for kind in PauseKind:
        paused(paper, kind, 5, 6)
    assert (
        drawn(paper, Edition.EASY) == drawn(paper) == [("a", 30, dict.fromkeys(PauseKind, 1)), ("b", 30, {})]
    )
    assert drawn(paper, Edition.SUMMARY) == [("a", 30, {BREAK: 1}), ("b", 30, {})]
    summary = flow_of(paper, Edition.SUMMARY)
    assert summary is not None
    assert summary.pauses == {BREAK: 1}
    assert flow_of(paper, Edition.OWN) is None


moments = st.integers(0, 60 * MINUTE)
schedules = st.lists(st.integers(0, 59), min_size=1, max_size=8)
pauses = st.lists(st.tuples(st.sampled_from(PauseKind), st.integers(0, 55)), max_size=5)
turns = st.lists(
    st.tuples(st.sampled_from(["pia", "pat", "ria"]), moments, st.booleans(), st.sampled_from([None, "g"])),
    max_size=8,
)


def filled(schedule: list[int], held: list[tuple[PauseKind, int]], spoken: list[Any]) -> Paper:
    """The same items and pauses, with these turns, passes and notes between them."""
    paper = met(*schedule)
    for kind, minute in held:
        paused(paper, kind, minute, minute + 2)
    for n, (who, at, passed, group) in enumerate(spoken):
        entry = {"entry": f"turn-{n}", "at": HOUR + at, "group": group}
        paper.put(RoundBegun(**{**entry, "entry": f"round-{n}"}))
        paper.put(
            TurnPassed(**entry, who=who) if passed else TurnBegun(**entry, who=who, until=HOUR + at + 9)
        )
    return paper


@given(schedules, pauses, turns)
def test_nobodys_time_is_in_it(
    schedule: list[int], held: list[tuple[PauseKind, int]], spoken: list[Any]
) -> None:
    """Whoever spoke, passed or was silent, and for however long, the flow is the same."""
    assert flow_of(filled(schedule, held, spoken)) == flow_of(filled(schedule, held, []))


@given(schedules)
def test_no_stretch_is_short_and_they_leave_no_gap(schedule: list[int]) -> None:
    flow = flow_of(met(*schedule))
    if flow is None:
        return
    edges = [moment.timestamp() * 1000 for one in flow.stretches for moment in (one.begin, one.end)]
    assert all(end - begin >= SMALLEST for begin, end in zip(edges[::2], edges[1::2], strict=True))
    assert edges[1:-1:2] == edges[2::2]
    assert not any(edge % GRID for edge in edges)
    assert sorted({n for one in flow.stretches for n in one.items}) == list(range(len(flow.items)))


def slowed(fact: Fact) -> Fact:
    """The same, with quarters of an hour for seconds."""
    body: Any = fact.body
    if isinstance(body, Closed):
        return replace(fact, body=Closed(rfc3339(_later(to_ms(body.moment)) if body.moment else 0, "UTC")))
    names = [one.name for one in fields(body) if one.name in {"at", "until"}]
    later = {name: _later(getattr(body, name)) for name in names if isinstance(getattr(body, name), int)}
    return replace(fact, body=replace(body, **later))


def _later(at: int) -> int:
    return MORNING + (at - MORNING) * 180


VOICES = (TurnBegun, TurnPassed, TurnEnded, RoundBegun, NoteKept, HandRaised, StandpointDeclared)


@settings(max_examples=60)
@given(stages())
def test_of_any_session_it_tells_nothing_that_hangs_on_who_spoke(stage: Stage) -> None:
    for n, item in enumerate(stage.state.agenda[:2]):
        stage.take((ItemOpened(entry=an_id(70 + n), at=stage.at, item=item.id),))
    told = [slowed(fact) for fact in stage.facts]
    silent = [fact for fact in told if not isinstance(fact.body, VOICES)]
    words = {word.id: word.body for word in stage.words.values()}
    flows = []
    for facts in (told, silent):
        state = replace(fold(SESSION, facts), ended=rfc3339(_later(stage.at), "UTC"))
        flows.append(flow(state, places(state), Wordings(words), UTC))
    event(f"drawn: {flows[0] is not None}")
    assert flows[0] == flows[1]
    assert not set(stage.state.participants) & strings(flows[0])
