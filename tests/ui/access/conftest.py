"""A facilitator at a console, and somebody at home."""

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
    """Make facilitators: in a language, over a meeting."""
    made: list[Facilitator] = []

    def sit(lang: str = "en", meeting: Meeting | None = None) -> Facilitator:
        made.append(Facilitator(qtbot, lang, meeting=meeting))
        return made[-1]

    yield sit
    for one in made:
        one.settle()
        one.bridge.close()
        one.window.close()
