"""The clock of a laptop with a sheet may be wrong: what was written comes home in order, within the meeting."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coprod.domain import acts
from coprod.domain.acts import NoteDraft
from coprod.domain.facts import NoteKept
from coprod.domain.terms import NoteKind
from coprod.service.clocks import sheet_clock
from coprod.service.live import LiveSession
from tests.service.clocks import Still
from tests.service.laptops import Clock, HomeSide, Laptop, done
from tests.stage import MORNING, SESSION

MINUTE, HOUR = 60_000, 3_600_000
NOTE = acts.KeepNote(NoteDraft(NoteKind.IDEA, {"ja": "窓"}))


class Group:
    """A group that writes on a laptop whose clock goes wrong by `error` ms; `at`: the true time."""

    def __init__(self, error: int, at: int = MORNING) -> None:
        self.home, self.error, self.at = HomeSide(), error, at
        self.issued = self.home.clock.at = at
        self.laptop: Laptop = self.home.issue()
        self.laptop.clock = Clock()
        self.wait(0)
        self.live = self.open()

    def open(self) -> LiveSession:
        """As the windows open it."""
        clock = sheet_clock(self.laptop.clock, self.laptop.load(SESSION).facts)
        return LiveSession(SESSION, self.laptop, clock)

    def wait(self, ms: int) -> None:
        self.at += ms
        self.home.clock.at, self.laptop.clock.at = self.at, self.at + self.error

    def note(self) -> None:
        done(self.live, NOTE)

    def bring_home(self) -> None:
        self.home.merge(self.laptop.data)

    def written(self) -> list[str]:
        """The notes, in the order in which they were written."""
        return [fact.body.entry for fact in self.laptop.content().facts if isinstance(fact.body, NoteKept)]

    def times(self) -> list[int]:
        """At home, of the notes in the order in which they were written."""
        at = {
            fact.body.entry: fact.time for fact in self.home.live.facts() if isinstance(fact.body, NoteKept)
        }
        return [at[note] for note in self.written()]


@pytest.mark.parametrize("error", [-HOUR, -MINUTE, 0, MINUTE, HOUR])
def test_a_clock_that_is_wrong_keeps_the_order_and_the_gaps_between_issue_and_merge(error: int) -> None:
    group = Group(error)
    for gap in (2 * MINUTE, 5 * MINUTE, 7 * MINUTE):
        group.wait(gap)
        group.note()
    group.wait(3 * MINUTE)
    group.bring_home()
    times = group.times()
    assert [later - earlier for earlier, later in pairwise(times)] == [5 * MINUTE, 7 * MINUTE]
    assert times[0] > group.issued
    assert times[-1] <= group.at


def test_a_clock_that_is_behind_keeps_the_gaps_when_the_sheet_is_opened_again() -> None:
    group = Group(-HOUR)
    for _ in range(2):
        group.live = group.open()
        for _ in range(2):
            group.wait(2 * MINUTE)
            group.note()
    group.bring_home()
    first, second, third, fourth = group.times()
    assert (second - first, fourth - third) == (2 * MINUTE, 2 * MINUTE)
    assert second < third


def test_a_clock_that_is_right_is_left_as_it_is() -> None:
    right = Still(MORNING)
    assert sheet_clock(right, ()) is right
    group = Group(0)
    group.wait(MINUTE)
    assert sheet_clock(group.laptop.clock, group.laptop.load(SESSION).facts) is group.laptop.clock


def test_a_clock_that_was_put_right_waits_as_before_and_goes_on() -> None:
    group = Group(-HOUR)
    clock = sheet_clock(group.laptop.clock, group.laptop.load(SESSION).facts)
    assert (clock.now(), clock.waited()) == (group.issued, 0.0)
    group.wait(MINUTE)
    assert clock.now() == group.issued + MINUTE


STEPS = st.lists(
    st.tuples(
        st.integers(0, 20 * MINUTE),
        st.sampled_from(("note", "note", "open", "copy", "home", "older", "jump")),
    ),
    max_size=16,
)


@given(STEPS, st.integers(-26 * HOUR, 26 * HOUR), st.integers(-26 * HOUR, 26 * HOUR))
@example(
    [(0, "note"), (MINUTE, "jump"), (MINUTE, "note")], 0, 24 * HOUR
)  # what was right lands before the issue
@example(  # what comes late lands before what is here
    [(0, "note"), (0, "copy"), (MINUTE, "note"), (MINUTE, "older"), (MINUTE, "note"), (0, "home")], HOUR, 0
)
def test_time_never_falls_in_a_stream_and_stays_between_issue_and_now(
    steps: list[tuple[int, str]], error: int, jump: int
) -> None:
    group = Group(error)
    older = group.laptop.data
    for gap, step in [*steps, (MINUTE, "home")]:
        group.wait(gap)
        if step == "note":
            group.note()
        elif step == "open":
            group.live = group.open()
        elif step == "copy":
            older = group.laptop.data
        elif step == "jump":
            group.error += jump
            group.wait(0)
        else:
            group.home.merge(older if step == "older" else group.laptop.data)
            came = [fact for fact in group.home.live.facts() if fact.stream == group.laptop.name]
            latest = max(group.at, group.issued + 2 * len(came))
            assert all(group.issued <= fact.time <= latest for fact in came)
            in_stream = [fact.time for fact in sorted(came, key=lambda fact: fact.seq)]
            assert in_stream == sorted(in_stream)
    times = group.times()
    assert times == sorted(times)
