"""The minutes that are left, in digits, only where the room chose them."""

from __future__ import annotations

from coprod.domain import facts as f
from coprod.domain.terms import ItemKind
from coprod.present.wall_times import minutes_left
from tests.present.circle import MINUTE, START, T0, Circle


def circle(*, digits: bool = True, minutes: float | None = 20) -> Circle:
    made = Circle()
    made.item(ItemKind.ROUNDTABLE, minutes)
    made.tell(f.TimeChosen(digits, sound=False))
    return made


def test_nothing_is_counted_unless_the_room_chose_it() -> None:
    assert minutes_left(circle(digits=False).state, T0) is None
    assert minutes_left(circle().state, T0) == 20


def test_it_goes_down_by_the_minute_and_never_below_nothing() -> None:
    state = circle().state
    assert [minutes_left(state, T0 + round(at * MINUTE)) for at in (0.5, 1, 1.5, 19.5, 20, 50)] == [
        20,
        19,
        19,
        1,
        0,
        0,
    ]


def test_what_was_added_counts() -> None:
    made = circle()
    made.tell(f.ItemExtended(made.state.agenda[0].id, 5))
    assert minutes_left(made.state, T0 + 10 * MINUTE) == 15


def test_without_a_length_or_an_open_item_there_is_nothing_to_count() -> None:
    assert minutes_left(circle(minutes=None).state, T0) is None
    empty = Circle()
    empty.tell(f.TimeChosen(digits=True, sound=True))
    assert minutes_left(empty.state, T0) is None
    over = circle()
    over.tell(f.Closed(START))
    assert minutes_left(over.state, T0) is None
