"""What the windows must not tell of anybody: no time per person, no score, no name where a standpoint stands."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

import pytest

from coprod.domain import acts
from coprod.domain.terms import ItemKind, PassHow, Visibility
from coprod.present.console import ConsoleView, console_view
from tests.present.meeting import PEOPLE, Meeting

if TYPE_CHECKING:
    from collections.abc import Iterator

ID = re.compile("[0-9a-f]{8}-[0-9a-f-]{27}")
LANGUAGES = pytest.mark.parametrize("lang", ["en", "ja"])


def view(meeting: Meeting, lang: str = "en") -> ConsoleView:
    return console_view(meeting.state, meeting.texts(lang), meeting.words(lang), meeting.clock.now())


def strings(value: Any) -> Iterator[str]:
    """Every text in a view, or in a part of one."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name))
    elif isinstance(value, tuple | list | frozenset):
        for each in value:
            yield from strings(each)
    elif isinstance(value, dict):
        yield from strings(list(value.values()))


def spoken(*minutes: float) -> Meeting:
    """A round in which people spoke for so many minutes each."""
    meeting = Meeting()
    meeting.open(ItemKind.CHECK_IN)
    for who, long in zip(meeting.state.participants, minutes, strict=False):
        meeting.do(acts.BeginTurn(who))
        meeting.clock.pass_minutes(long)
    return meeting


@LANGUAGES
def test_how_long_each_person_spoke_is_nowhere_on_the_console(lang: str) -> None:
    """Two rounds that took as long, with the minutes shared out otherwise, look alike."""
    said = []
    for minutes in ((1, 14, 1), (14, 1, 1)):
        shown = strings(view(spoken(*minutes), lang))
        said.append([text for text in shown if not ID.fullmatch(text)])
    assert said[0] == said[1]


@LANGUAGES
def test_a_seat_says_nothing_that_can_be_counted(lang: str) -> None:
    meeting = spoken(3, 2, 5)
    meeting.do(acts.PassTurn(meeting.who("Vera"), PassHow.LATER))
    for seat in view(meeting, lang).round.seats:
        said = [text for text in strings(seat) if text != seat.id]
        assert not [text for text in said if re.search(r"\d", text)]


@LANGUAGES
def test_times_are_times_of_day_and_lengths_are_of_items(lang: str) -> None:
    """A countdown would be a text that gets smaller: every text but the time now stays as it is."""
    meeting = spoken(1)
    seen = []
    for _ in range(12):
        now = view(meeting, lang)
        seen.append(
            list(strings((now.strip, now.flow.items, now.flow.ends, now.round, now.latest, now.coming)))
        )
        meeting.clock.pass_minutes(1)
    assert seen.count(seen[0]) == 12


@LANGUAGES
def test_the_round_counts_who_is_still_to_come_and_never_who_did_what(lang: str) -> None:
    counts = []
    for how in PassHow:
        meeting = spoken(1)
        meeting.do(acts.PassTurn(meeting.who("Tadashi"), how))
        counts.append(view(meeting, lang).round.count)
    assert counts[0] == counts[2]  # passed and written are counted alike: not at all
    assert counts[1] != counts[0]  # later is still to come


@LANGUAGES
def test_no_note_on_the_console_has_a_name_beside_it(lang: str) -> None:
    """The room may see the console: a note has its standpoint there, and who said it is in the record."""
    meeting = spoken(1)
    for name in PEOPLE:
        meeting.note("A word", name, visibility=Visibility.REVIEW, minority=True)
    latest = list(strings(view(meeting, lang).latest))
    assert not [text for text in latest for name in PEOPLE if name in text]


def test_nothing_in_the_whole_view_ranks_or_scores_anybody() -> None:
    names = {field.name for field in fields(ConsoleView)}
    assert names == {"strip", "flow", "round", "actions", "latest", "pause", "coming", "waiting"}
    said = " ".join(strings(view(spoken(1, 2, 3)))).lower()
    for word in ("%", "average", "score", "rank", "total", "most", "least", "seconds"):
        assert word not in said


def test_passing_again_and_again_is_no_more_than_passing() -> None:
    meeting = spoken(1)
    for _ in range(3):
        meeting.do(acts.PassTurn(meeting.who("Tadashi"), PassHow.PASS))
    once = spoken(1)
    once.do(acts.PassTurn(once.who("Tadashi"), PassHow.PASS))
    many, one = ([seat.voice for seat in view(each).round.seats] for each in (meeting, once))
    assert many == one
