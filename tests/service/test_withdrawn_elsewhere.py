"""What other devices wrote of somebody before they knew of the withdrawal: kept nowhere, in any order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coprod.domain import acts
from coprod.service.live import LiveSession
from tests.fakes.memory import MemoryStore
from tests.service.clocks import Still
from tests.stage import MORNING, SESSION, note, person


def two_devices() -> tuple[LiveSession, LiveSession, str]:
    """A session that two devices have; somebody takes part in it."""
    one = LiveSession(SESSION, MemoryStore(), Still(MORNING))
    one.do(person("美知"))
    one.do(acts.StartSession())
    other = LiveSession(SESSION, MemoryStore(), Still(MORNING + 60_000))
    other.take_in(one.facts(), tuple(one.words.values()))
    return one, other, next(iter(one.state.participants))


def exchange(one: LiveSession, other: LiveSession) -> None:
    """Each takes in what it lacks of the other, until neither lacks anything."""
    for to, source in ((one, other), (other, one), (one, other)):
        known = {fact.id for fact in to.facts()}
        to.take_in([fact for fact in source.facts() if fact.id not in known], tuple(source.words.values()))


@pytest.mark.parametrize("withdrawn_first", [True, False])
def test_words_of_whoever_withdrew_elsewhere_are_kept_by_no_device(withdrawn_first: bool) -> None:
    one, other, who = two_devices()
    theirs = replace(note("消してほしい"), who=(who,))
    if withdrawn_first:
        one.do(acts.WithdrawParticipant(who))
    other.do(acts.KeepNote(theirs))
    if not withdrawn_first:
        one.do(acts.WithdrawParticipant(who))
    exchange(one, other)
    for session in (one, other):
        assert not session.state.notes()
        assert "消してほしい" not in {word.body for word in session.words.values()}
        again = session._log.load(SESSION)  # noqa: SLF001 - what the bytes say
        assert "消してほしい" not in {word.body for word in again.words.values()}
        assert not any(who in word.subjects for word in again.words.values())
    assert one.state == other.state


def test_what_somebody_else_said_too_stays_when_it_comes_late() -> None:
    one, other, who = two_devices()
    other.do(person("聡"))
    second = list(other.state.participants)[-1]
    other.do(acts.KeepNote(replace(note("ふたりで"), who=(who, second))))
    one.do(acts.WithdrawParticipant(who))
    exchange(one, other)
    for session in (one, other):
        (kept,) = session.state.notes()
        assert kept.content.who == (second,)
        assert session.words[kept.content.text[0][1]].subjects == (second,)
    assert one.state == other.state
