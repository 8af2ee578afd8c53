"""A meeting in preparation, and its parts in a window: what they ask for is done, and shown again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from coprod.ui import theme as themes
from tests.ui.plan.desk import PeopleDesk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from tests.present.meeting import Meeting


@pytest.fixture
def people(qtbot: QtBot) -> Iterator[Callable[..., PeopleDesk]]:
    """Make windows with the people of a meeting."""
    made: list[PeopleDesk] = []

    def sit(
        lang: str = "en",
        theme: str = "light",
        scale: float = 1.0,
        size: tuple[int, int] = (440, 690),
        meeting: Meeting | None = None,
    ) -> PeopleDesk:
        look = themes.load(theme).scaled(scale)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        themes.apply(app, look)
        made.append(PeopleDesk(qtbot, look, lang, size, meeting))
        return made[-1]

    yield sit
    for one in made:
        one.window.close()
        one.window.deleteLater()
