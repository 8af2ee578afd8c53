"""Which screen is the wall: the one remembered, else any that the console is not on; never the console's.

One that mirrors the console's counts as the console's: the wall would lie over it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QScreen


def walls(screens: Sequence[QScreen], console: str) -> list[QScreen]:
    """The screens that can be a wall: those that show nothing of what the console's shows."""
    at = next((screen.geometry() for screen in screens if screen.name() == console), None)
    others = [screen for screen in screens if screen.name() != console]
    return [screen for screen in others if at is None or not screen.geometry().intersects(at)]


def wall_screen(screens: Sequence[QScreen], console: str, remembered: str = "") -> QScreen | None:
    """Choose a screen by name; none where there is only the console's."""
    others = walls(screens, console)
    return next((screen for screen in others if screen.name() == remembered), others[0] if others else None)


def next_wall(screens: Sequence[QScreen], console: str, current: str) -> QScreen | None:
    """The screen after the current one, and after the last the first; none where there is no other."""
    names = [screen.name() for screen in walls(screens, console)]
    if not [name for name in names if name != current]:
        return None
    following = names[(names.index(current) + 1) % len(names)] if current in names else names[0]
    return next(screen for screen in screens if screen.name() == following)
