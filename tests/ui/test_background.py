"""Work beside the windows: done in order, told in their thread, finished before the end."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

import pytest

from coprod.ui.background import Background

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


def test_results_are_told_in_order_in_the_thread_of_the_windows(qtbot: QtBot, background: Background) -> None:
    told: list[tuple[int, int]] = []
    threads: set[int] = set()

    def work(number: int) -> int:
        threads.add(threading.get_ident())
        return number

    for number in range(5):
        background.run(
            partial(work, number),
            lambda value: told.append((value, threading.get_ident())),
            lambda error: pytest.fail(str(error)),
        )
    qtbot.waitUntil(lambda: len(told) == 5)
    assert told == [(number, threading.get_ident()) for number in range(5)]
    assert threading.get_ident() not in threads
    assert len(threads) == 1


def test_an_error_is_told_and_the_next_task_is_done(qtbot: QtBot, background: Background) -> None:
    told: list[object] = []

    def fail() -> None:
        raise OSError

    background.run(fail, told.append, lambda error: told.append(type(error)))
    background.run(lambda: "next", told.append, lambda error: told.append(type(error)))
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == [OSError, "next"]


def test_closing_waits_for_what_is_being_done(qtbot: QtBot) -> None:
    done = threading.Event()
    background = Background()

    def work() -> None:
        done.wait(0.05)
        done.set()

    background.run(work, lambda _none: None, lambda _error: None)
    background.close()
    assert done.is_set()
