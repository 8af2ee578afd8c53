"""Who is let in: once a ticket, one device a place, and more slowly the more wrong words there were."""

from __future__ import annotations

import pytest

from coprod.service.sharing.limits import Rate
from coprod.service.sharing.pairing import (
    AWAY_SECONDS,
    FREE,
    LONGEST_WAIT,
    MOST_WRONG,
    TICKET_SECONDS,
    Door,
    NotLetIn,
    Role,
    WhyNotIn,
)

NOTES, PART = Role.NOTES, Role.PARTICIPANT
WORDS = {"harukaze shiori": NOTES, "asahi sumire": PART}


class Time:
    def __init__(self) -> None:
        self.at = 100.0

    def now(self) -> float:
        return self.at


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def door(time: Time) -> Door:
    return Door(str.strip, WORDS, time.now, participants=2)


def places(role: Role) -> set[str]:
    return {"sea", "hill"} if role is NOTES else {"umi", "vera", "mio"}


def ask(door: Door, role: Role = NOTES) -> str:
    """The ticket that the word of a role gets."""
    word = next(word for word, one in WORDS.items() if one is role)
    ticket, found = door.ask(word, "here")
    assert found is role
    return ticket


def enter(door: Door, place: str, role: Role = NOTES) -> str:
    return door.enter(ask(door, role), place, places)[0]


def refused(door: Door, place: str = "", ticket: str = "", role: Role = NOTES) -> WhyNotIn:
    with pytest.raises(NotLetIn) as caught:
        door.enter(ticket or ask(door, role), place, places)
    return caught.value.why


def wrong(door: Door, address: str = "there") -> NotLetIn:
    with pytest.raises(NotLetIn) as caught:
        door.ask("no", address)
    return caught.value


def test_a_token_is_bound_to_its_role_and_place_and_writes_in_a_stream_of_its_own(door: Door) -> None:
    tokens = enter(door, "sea"), enter(door, "umi", PART)
    one, other = map(door.guest, tokens)
    assert one is not None
    assert other is not None
    assert ((one.role, one.place), (other.role, other.place)) == ((NOTES, "sea"), (PART, "umi"))
    assert one.stream != other.stream
    assert door.guests() == [one, other]
    assert len(tokens[0]) >= 43  # 256 bits


def test_nothing_of_a_token_or_a_ticket_is_kept_but_its_digest(door: Door) -> None:
    ticket = ask(door)
    assert ticket not in repr(vars(door))
    token, _ = door.enter(ticket, "sea", places)
    assert token not in repr(vars(door))


def test_a_ticket_is_good_once_and_for_a_while(door: Door, time: Time) -> None:
    ticket = ask(door)
    door.enter(ticket, "sea", places)
    assert refused(door, "hill", ticket) is WhyNotIn.EXPIRED
    late = ask(door)
    time.at += TICKET_SECONDS
    assert refused(door, "hill", late) is WhyNotIn.EXPIRED
    assert refused(door, "hill", "invented") is WhyNotIn.EXPIRED


def test_a_place_is_one_devices_until_it_is_freed_or_left(door: Door) -> None:
    token = enter(door, "sea")
    assert refused(door, "sea") is WhyNotIn.TAKEN
    door.free(PART, "sea")
    assert door.guest(token) is not None
    door.free(NOTES, "sea")
    assert door.guest(token) is None
    again = enter(door, "sea")
    door.leave(again)
    assert door.guest(again) is None
    enter(door, "sea")


def test_a_ticket_that_was_too_late_for_one_place_is_good_for_another(door: Door) -> None:
    enter(door, "sea")
    ticket = ask(door)
    assert refused(door, "sea", ticket) is WhyNotIn.TAKEN
    assert door.enter(ticket, "hill", places)[1].place == "hill"


def test_a_place_that_is_not_there_or_of_another_role_can_not_be_had(door: Door) -> None:
    assert refused(door, "nowhere") is WhyNotIn.UNKNOWN_PLACE
    assert refused(door, "") is WhyNotIn.UNKNOWN_PLACE
    assert refused(door, "umi") is WhyNotIn.UNKNOWN_PLACE
    assert refused(door, "sea", role=PART) is WhyNotIn.UNKNOWN_PLACE


def test_there_are_as_many_participants_as_people_with_a_name_or_without(door: Door) -> None:
    enter(door, "", PART)
    enter(door, "", PART)
    assert refused(door, "", role=PART) is WhyNotIn.TAKEN
    assert refused(door, "umi", role=PART) is WhyNotIn.TAKEN
    enter(door, "sea")


def test_a_participant_who_is_heard_no_more_makes_room_for_whoever_comes(door: Door) -> None:
    mine, other = enter(door, "umi", PART), enter(door, "vera", PART)
    quiet = {"umi": AWAY_SECONDS - 1, "vera": AWAY_SECONDS - 2}

    def again(place: str) -> str:
        return door.enter(ask(door, PART), place, places, lambda one: quiet.get(one.place, 0.0))[0]

    for place in ("umi", ""):
        with pytest.raises(NotLetIn):
            again(place)
    quiet["umi"] = AWAY_SECONDS + 1
    token = again("umi")
    assert (door.guest(mine), door.guest(other) is not None) == (None, True)
    quiet |= {"umi": AWAY_SECONDS + 1, "vera": AWAY_SECONDS + 2}
    again("")
    assert (door.guest(other), door.guest(token) is not None) == (None, True)
    tables = enter(door, "sea")
    with pytest.raises(NotLetIn):
        door.enter(ask(door), "sea", places, lambda _guest: 1e6)
    assert door.guest(tables) is not None


def test_a_word_lets_in_as_what_it_is_for_and_as_nothing_else(door: Door) -> None:
    ticket = ask(door, PART)
    assert refused(door, "sea", ticket) is WhyNotIn.UNKNOWN_PLACE
    assert door.enter(ticket, "", places)[1].role is PART


def test_wrong_words_are_slowed_down_for_their_address_alone(door: Door, time: Time) -> None:
    for _ in range(FREE):
        assert wrong(door).why is WhyNotIn.WRONG_WORD
    waits = []
    for _ in range(8):
        error = wrong(door)
        assert error.why is WhyNotIn.WAIT
        waits.append(error.seconds)
        time.at += error.seconds
        assert wrong(door).why is WhyNotIn.WRONG_WORD
    assert waits == sorted(waits)
    assert waits[0] == 1.0
    assert waits[-1] == LONGEST_WAIT
    door.ask("harukaze shiori", "elsewhere")


def test_the_right_word_has_to_wait_too_and_then_begins_anew(door: Door, time: Time) -> None:
    for _ in range(FREE):
        wrong(door)
    with pytest.raises(NotLetIn):
        door.ask("harukaze shiori", "there")
    time.at += 1
    door.ask("harukaze shiori", "there")
    for _ in range(FREE):
        assert wrong(door).why is WhyNotIn.WRONG_WORD


def test_many_wrong_words_from_anywhere_close_the_door_and_those_who_are_in_stay(door: Door) -> None:
    token = enter(door, "sea")
    for n in range(10_000):
        wrong(door, f"address {n}")
    assert not door.open
    with pytest.raises(NotLetIn) as caught:
        ask(door)
    assert caught.value.why is WhyNotIn.CLOSED
    assert door.guest(token) is not None
    assert MOST_WRONG < 200 * 199 / 1000  # of all words less than one in a thousand can be tried


def test_what_is_no_word_at_all_is_slowed_down_and_closes_nothing(time: Time) -> None:
    door = Door(lambda typed: typed if typed in WORDS else "", WORDS, time.now)
    for n in range(10 * MOST_WRONG):
        assert wrong(door, f"address {n}").why is WhyNotIn.WRONG_WORD
    assert door.open
    for _ in range(FREE):
        wrong(door)
    assert wrong(door).why is WhyNotIn.WAIT


def test_at_the_end_everybody_is_out(door: Door) -> None:
    ticket, token = ask(door), enter(door, "sea")
    door.close()
    assert door.guest(token) is None
    assert door.guests() == []
    assert refused(door, "hill", ticket) is WhyNotIn.EXPIRED


def test_a_rate_lets_through_a_burst_and_then_as_many_as_time_gives(time: Time) -> None:
    rate = Rate(2.0, 3, time.now)
    assert [rate.take("a") for _ in range(5)] == [True, True, True, False, False]
    assert rate.take("b")
    time.at += 0.5
    assert [rate.take("a") for _ in range(2)] == [True, False]
    time.at += 100
    assert [rate.take("a") for _ in range(4)] == [True, True, True, False]


def test_a_rate_does_not_remember_everybody_for_ever(time: Time) -> None:
    rate = Rate(1.0, 1, time.now)
    for n in range(20_000):
        rate.take(str(n))
    assert len(rate._left) <= 4097  # noqa: SLF001 - what it would cost
    assert not rate.take("19999")
