"""The bridge: acts in order, shown after they are kept, held when they can't be."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from pytestqt.exceptions import capture_exceptions

from coprod.domain import acts
from coprod.domain.rules.pen import Refused, Why
from coprod.domain.terms import PauseKind, Phase
from coprod.service.live import Change, LiveSession
from coprod.service.ports import StoreFailed
from coprod.ui.bridge import Bridge
from tests.fakes.memory import MemoryStore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from coprod.service.ports import Batch


class Clock:
    def now(self) -> int:
        return 1_000_000

    def waited(self) -> float:
        return 0.0


class SlowStore(MemoryStore):
    """A store that waits until it may go on, and knows in which thread it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.may_go_on = threading.Event()
        self.may_go_on.set()
        self.threads: set[int] = set()

    def append(self, batch: Batch) -> None:
        self.may_go_on.wait(5)
        self.threads.add(threading.get_ident())
        super().append(batch)


@pytest.fixture
def store() -> SlowStore:
    return SlowStore()


@pytest.fixture
def bridge(qtbot: QtBot, store: SlowStore) -> Iterator[Bridge]:
    made = Bridge(LiveSession("s", store, Clock()))
    yield made
    store.may_go_on.set()
    made.close()


def said(bridge: Bridge) -> list[object]:
    told: list[object] = []
    bridge.changed.connect(told.append)
    bridge.refused.connect(lambda refused, _act: told.append(refused))
    bridge.failed.connect(lambda failed, _act: told.append(failed))
    return told


def phase(bridge: Bridge) -> Phase:
    return bridge.state.phase


def settle(qtbot: QtBot, bridge: Bridge) -> None:
    qtbot.waitUntil(lambda: not bridge.busy, timeout=5000)


def test_a_change_is_told_in_the_thread_of_the_windows(
    qtbot: QtBot, bridge: Bridge, store: SlowStore
) -> None:
    threads: list[int] = []
    bridge.changed.connect(lambda _change: threads.append(threading.get_ident()))
    bridge.do(acts.StartSession())
    settle(qtbot, bridge)
    assert threads == [threading.get_ident()]
    assert threading.get_ident() not in store.threads
    assert bridge.state.phase is Phase.OPEN


def test_nothing_is_told_before_it_is_kept(qtbot: QtBot, bridge: Bridge, store: SlowStore) -> None:
    told = said(bridge)
    store.may_go_on.clear()
    bridge.do(acts.StartSession())
    qtbot.wait(30)
    assert told == []
    assert bridge.busy
    assert bridge.state.phase is Phase.PLANNED
    store.may_go_on.set()
    settle(qtbot, bridge)
    assert [type(one) for one in told] == [Change]


def test_acts_keep_their_order(qtbot: QtBot, bridge: Bridge) -> None:
    told = said(bridge)
    pauses: list[acts.Act] = [
        acts.BeginPause(PauseKind.BREATH),
        acts.BeginPause(PauseKind.SILENCE),
        acts.EndPause(),
    ] * 20
    for act in (acts.StartSession(), *pauses):
        bridge.do(act)
    settle(qtbot, bridge)
    assert [one.act if isinstance(one, Change) else one for one in told] == [acts.StartSession(), *pauses]


def test_a_refusal_comes_with_its_act(qtbot: QtBot, bridge: Bridge) -> None:
    with qtbot.waitSignal(bridge.refused) as told:
        bridge.do(acts.EndTurn())
    assert told.args == [Refused(Why.NOT_OPEN, ("s",)), acts.EndTurn()]
    settle(qtbot, bridge)
    assert bridge.close() == ()


def test_what_could_not_be_kept_is_held_and_tried_again(
    qtbot: QtBot, bridge: Bridge, store: SlowStore
) -> None:
    told = said(bridge)
    store.failing = "full"
    bridge.do(acts.StartSession())
    settle(qtbot, bridge)
    assert [one.code for one in told if isinstance(one, StoreFailed)] == ["full"]
    assert phase(bridge) is Phase.PLANNED
    store.failing = None
    bridge.retry()
    settle(qtbot, bridge)
    assert phase(bridge) is Phase.OPEN


def test_acts_wait_behind_the_one_that_failed(qtbot: QtBot, bridge: Bridge, store: SlowStore) -> None:
    told = said(bridge)
    store.failing = "locked"
    bridge.do(acts.StartSession())
    bridge.do(acts.BeginPause(PauseKind.BREATH))
    settle(qtbot, bridge)
    assert [type(one) for one in told] == [StoreFailed, StoreFailed]
    store.failing = None
    bridge.do(acts.EndPause())
    settle(qtbot, bridge)
    done = [one.act for one in told if isinstance(one, Change)]
    assert done == [acts.StartSession(), acts.BeginPause(PauseKind.BREATH), acts.EndPause()]


def test_closing_carries_out_what_is_under_way(qtbot: QtBot, store: SlowStore) -> None:
    live = LiveSession("s", store, Clock())
    bridge = Bridge(live)
    for act in (acts.StartSession(), acts.BeginPause(PauseKind.BREATH), acts.EndPause()):
        bridge.do(act)
    assert bridge.close() == ()
    assert len(store.load("s").facts) == 3
    settle(qtbot, bridge)


def test_closing_names_what_could_not_be_kept(qtbot: QtBot, store: SlowStore) -> None:
    store.failing = "readonly"
    bridge = Bridge(LiveSession("s", store, Clock()))
    bridge.do(acts.StartSession())
    assert bridge.close() == (acts.StartSession(),)
    settle(qtbot, bridge)


def test_a_bug_is_raised_where_it_is_seen(
    qtbot: QtBot, store: SlowStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = LiveSession("s", store, Clock())

    def broken(_act: acts.Act) -> Change:
        raise ZeroDivisionError

    monkeypatch.setattr(live, "do", broken)
    bridge = Bridge(live)
    with capture_exceptions() as raised:
        bridge.do(acts.StartSession())
        settle(qtbot, bridge)
    assert [kind for kind, _value, _trace in raised] == [ZeroDivisionError]
    assert bridge.close() == ()


# ---- what is no act


def test_what_is_asked_of_the_session_comes_after_the_acts_before_it(qtbot: QtBot, bridge: Bridge) -> None:
    told: list[object] = []
    bridge.do(acts.StartSession())
    bridge.ask(lambda live: live.state.phase, told.append, told.append)
    assert bridge.busy
    qtbot.waitUntil(lambda: bool(told))
    assert told == [Phase.OPEN]
    qtbot.waitUntil(lambda: not bridge.busy)


def test_what_it_raises_is_told_to_whoever_asked(qtbot: QtBot, bridge: Bridge) -> None:
    told: list[object] = []

    def fail(_live: LiveSession) -> None:
        raise StoreFailed("full")

    bridge.ask(fail, lambda _none: told.append("done"), told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], StoreFailed)
    qtbot.waitUntil(lambda: not bridge.busy)


def test_what_is_begun_is_kept_by_place_and_taken_up_by_the_next_start(
    qtbot: QtBot, bridge: Bridge, store: SlowStore
) -> None:
    bridge.do(acts.StartSession())
    bridge.keep_draft("console", "half")
    bridge.keep_draft("notes", "a thought")
    bridge.keep_draft("console", "")
    qtbot.waitUntil(lambda: "a thought" in store.draft("s"))
    again = Bridge(LiveSession("s", store, Clock()))
    assert again.drafts == {"notes": "a thought"}
    again.close()
    bridge.keep_draft("notes", "")
    qtbot.waitUntil(lambda: store.draft("s") == "")


def test_a_draft_that_can_not_be_kept_or_read_stops_nothing(
    qtbot: QtBot, bridge: Bridge, store: SlowStore
) -> None:
    store.failing = "full"
    bridge.keep_draft("notes", "half")
    store.failing = None
    bridge.do(acts.StartSession())
    qtbot.waitUntil(lambda: not bridge.busy)
    assert bridge.state.phase is Phase.OPEN
    for text in ("{", "[1]", '"x"'):
        store.keep_draft("s", text)
        again = Bridge(LiveSession("s", store, Clock()))
        assert again.drafts == {}
        again.close()


def test_off_the_record_no_draft_is_kept_whenever_it_arrives(
    qtbot: QtBot, bridge: Bridge, store: SlowStore
) -> None:
    bridge.do(acts.StartSession())
    bridge.keep_draft("notes", "half a thought")
    bridge.do(acts.PutPenDown())
    bridge.keep_draft("notes", "what nobody may know")
    qtbot.waitUntil(lambda: not bridge.busy)
    bridge.ask(lambda _live: None, lambda _none: None, lambda _error: None)
    qtbot.waitUntil(lambda: not bridge.busy)
    assert store.draft("s") == ""
