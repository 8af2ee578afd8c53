"""The three themes, for every test of the kit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coprod.ui import theme as themes

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@pytest.fixture(params=["light", "dark", "contrast"])
def dress(qapp: QApplication, request: pytest.FixtureRequest) -> themes.Theme:
    """Each theme in turn, given to the application."""
    theme = themes.load(request.param)
    themes.apply(qapp, theme)
    return theme
