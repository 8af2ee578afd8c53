"""The album: pictures of the console where the script asks for them, and of each thing the room saw."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from coprod.present.room import RoomView
    from coprod.ui.meeting import Meeting


class Album:
    """A folder of numbered pictures, in the order in which things were seen."""

    def __init__(self, folder: Path, meeting: Meeting) -> None:
        self._folder, self._meeting = folder, meeting
        self._seen: set[RoomView] = set()
        self._number = 0

    def take(self, name: str) -> None:
        """Take the picture that the script asks for: `console-…` or `room-…`."""
        window = self._meeting.console if name.startswith("console") else self._meeting.room
        self._seen.add(_still(self._meeting.room.view()))
        self._save(window, name)

    def look(self) -> None:
        """Take a picture of the room where it sees something that it has not seen yet."""
        view = _still(self._meeting.room.view())
        if view not in self._seen:
            self._seen.add(view)
            self._save(self._meeting.room, f"room-{view.kind.value}")

    def _save(self, window: QWidget, name: str) -> None:
        self._number += 1
        save_picture(window, self._folder / f"{self._number:03}-{name}.png")


def save_picture(window: QWidget, path: Path) -> None:
    """Save what a window shows as PNG. Raises OSError."""
    QApplication.processEvents()
    if not window.grab().save(str(path)):
        raise OSError(None, "the picture could not be written", str(path))


def _still(view: RoomView) -> RoomView:
    return replace(view, arc=None)
