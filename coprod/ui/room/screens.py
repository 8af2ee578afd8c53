"""Which screen is the wall: the one remembered, else any that the console is not on; never the console's.

One that mirrors the console's counts as the console's: the wall would lie over it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QScreen


def wall_screen(screens: Sequence[QScreen], console: str, remembered: str = "") -> QScreen | None:
    """Choose a screen by name; none where there is only the console's."""
    at = next((screen.geometry() for screen in screens if screen.name() == console), None)
    others = [screen for screen in screens if screen.name() != console and screen.geometry() != at]
    return next((screen for screen in others if screen.name() == remembered), others[0] if others else None)
