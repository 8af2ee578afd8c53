"""One thread writes: what waits goes together, and each is told what became of its own."""

from __future__ import annotations

from threading import Event, Thread
from typing import TYPE_CHECKING

import pytest

from coprod.store.engine import Driver, connect
from coprod.store.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Stop(BaseException):
    """Not an Exception, as KeyboardInterrupt."""


@pytest.fixture
def driver(tmp_path: Path) -> Driver:
    made = connect(tmp_path / "w.db", key=None, mode="rwc")
    made.execute("CREATE TABLE t (n INTEGER PRIMARY KEY)")
    return made


@pytest.fixture
def writer(driver: Driver) -> Iterator[Writer]:
    made = Writer(driver)
    yield made
    made.close()


def numbers(writer: Writer) -> list[int]:
    return writer.do(lambda driver: [n for (n,) in driver.execute("SELECT n FROM t ORDER BY n")])


def add(writer: Writer, n: int) -> int:
    def write(driver: Driver) -> int:
        driver.execute("INSERT INTO t VALUES (?)", (n,))
        return n

    return writer.do(write)


def add_waiting(writer: Writer, wanted: list[int]) -> dict[int, str]:
    """Add all these while the writer is held up; what became of each."""
    held, go, told = Event(), Event(), dict[int, str]()

    def hold(driver: Driver) -> None:
        held.set()
        go.wait(10)

    def adds(index: int) -> None:
        try:
            told[index] = f"kept {add(writer, wanted[index])}"
        except Exception as error:
            told[index] = type(error).__name__

    threads = [Thread(target=writer.do, args=(hold,))]
    threads[0].start()
    held.wait(10)
    for index in range(len(wanted)):
        threads.append(Thread(target=adds, args=(index,)))
        threads[-1].start()
    while any(thread.is_alive() for thread in threads):
        go.set()
        for thread in threads:
            thread.join(10)
    return told


def test_what_is_written_comes_back_when_it_is_kept(writer: Writer) -> None:
    assert add(writer, 1) == 1
    assert numbers(writer) == [1]


def test_an_error_is_told_and_undoes_the_whole(writer: Writer) -> None:
    def write(driver: Driver) -> None:
        driver.execute("INSERT INTO t VALUES (1)")
        raise Stop

    with pytest.raises(Stop):
        writer.do(write)
    assert numbers(writer) == []


def test_what_waits_is_written_in_one_transaction(writer: Writer, driver: Driver) -> None:
    ran: list[str] = []
    driver.set_trace_callback(ran.append)
    told = add_waiting(writer, [1, 2, 3, 4, 5, 6])
    driver.set_trace_callback(None)
    assert sorted(told.values()) == [f"kept {n}" for n in range(1, 7)]
    assert ran.count("COMMIT") < 6


def test_of_those_who_wait_only_one_is_told_of_its_error(writer: Writer) -> None:
    told = add_waiting(writer, [1, 2, 2, 3])
    assert sorted(told.values()) == ["IntegrityError", "kept 1", "kept 2", "kept 3"]
    assert numbers(writer) == [1, 2, 3]


def test_a_closed_writer_has_written_what_waited_and_takes_nothing_more(
    driver: Driver, tmp_path: Path
) -> None:
    writer = Writer(driver)
    add(writer, 1)
    writer.close()
    with pytest.raises(RuntimeError, match="closed"):
        add(writer, 2)
    again = Writer(connect(tmp_path / "w.db", key=None, mode="rw"))
    assert numbers(again) == [1]
    again.close()
