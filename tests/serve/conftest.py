"""A shared session with two tables and a support person, and somebody at a real Chromium."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.present.meeting import Meeting
from tests.serve.browser import chromium, complaints
from tests.serve.hosting import Hosted, grouped, supported
from tests.serve.laptops import Between
from tests.serve.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def meeting() -> Meeting:
    return grouped(Meeting())


@pytest.fixture
def hosted(meeting: Meeting) -> Iterator[Hosted]:
    supported(meeting)
    made = Hosted(meeting, participants=5)
    yield made
    made.close()


@pytest.fixture
def between(hosted: Hosted) -> Iterator[Between]:
    made = Between(hosted.port)
    yield made
    made.close()


@pytest.fixture
def reader(hosted: Hosted) -> Iterator[Reader]:
    with chromium("ja") as driver:
        made = Reader(driver, hosted)
        yield made
        expected = ("the server responded with a status", "net::ERR_")
        assert [one for one in complaints(driver) if not any(part in one for part in expected)] == []
