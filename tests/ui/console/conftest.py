"""A facilitator at a console, for every test of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.console.driving import Facilitator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from tests.present.meeting import Meeting


@pytest.fixture
def seat(qtbot: QtBot) -> Iterator[Callable[..., Facilitator]]:
    """Make facilitators: in a language, at a size of window."""
    made: list[Facilitator] = []

    def sit(
        lang: str = "en", size: tuple[int, int] = (1366, 690), meeting: Meeting | None = None
    ) -> Facilitator:
        made.append(Facilitator(qtbot, lang, size, meeting))
        return made[-1]

    yield sit
    for one in made:
        one.settle()
        one.bridge.close()
        one.window.close()


@pytest.fixture
def at(seat: Callable[..., Facilitator]) -> Facilitator:
    """One facilitator, in English."""
    return seat()
