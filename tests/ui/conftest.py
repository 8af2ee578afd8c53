"""The windows of the program, for tests of what joins them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.windows import Opening, Windows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def opening() -> Opening:
    return Opening()


@pytest.fixture
def windows(qtbot: QtBot, opening: Opening) -> Iterator[Windows]:
    made = Windows(qtbot, opening)
    yield made
    made.close()
