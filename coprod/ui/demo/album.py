"""The album: pictures of the console where the script asks for them, and of each thing the room saw."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from coprod.present.room import RoomView
    from coprod.ui.meeting import Meeting


_QUICKLY = 60  # of 100: a little larger than need be, and a third sooner


class Album:
    """A folder of numbered pictures, in the order in which things were seen; none of the room is there twice."""

    def __init__(self, folder: Path, meeting: Meeting) -> None:
        self._folder, self._meeting = folder, meeting
        self._seen: dict[RoomView, Path] = {}
        self._last: tuple[QImage, Path] | None = None
        self._number = 0
        self._writer = ThreadPoolExecutor(1, "album")  # a picture is written while the next is played
        self._jobs: list[Future[object]] = []

    def take(self, name: str) -> None:
        """Take the picture that the script asks for: `console-…` or `room-…`."""
        view = _still(self._meeting.room.view())
        if name.startswith("console"):
            self._save(self._meeting.console, name)
        else:
            self.look()
            self._rename(view, name)

    def look(self) -> None:
        """Take a picture of the room where it sees something that it has not seen yet."""
        view = _still(self._meeting.room.view())
        if view not in self._seen:
            self._seen[view] = self._save(self._meeting.room, f"room-{view.kind.value}")

    def close(self) -> int:
        """Wait until all is written; how many pictures there are. Raises OSError."""
        self._writer.shutdown(wait=True)
        for job in self._jobs:
            job.result()
        return self._number

    def _save(self, window: QWidget, name: str) -> Path:
        """Save a picture of a window; what looks as it did is there already."""
        QApplication.processEvents()
        picture = window.grab().toImage()
        if self._last and self._last[0] == picture:
            return self._last[1]
        self._number += 1
        path = self._folder / f"{self._number:03}-{name}.png"
        self._last = picture, path
        self._jobs.append(self._writer.submit(save_picture, picture, path))
        return path

    def _rename(self, view: RoomView, name: str) -> None:
        """Give a picture that is there already the name that the script asks for."""
        path = self._seen[view]
        named = path.with_name(f"{path.name.split('-')[0]}-{name}.png")
        self._seen = {seen: named if at == path else at for seen, at in self._seen.items()}
        if self._last and self._last[1] == path:
            self._last = self._last[0], named
        self._jobs.append(self._writer.submit(path.rename, named))


def save_picture(picture: QImage, path: Path) -> None:
    """Save a picture as PNG. Raises OSError."""
    if not picture.save(str(path), quality=_QUICKLY):
        raise OSError(None, "the picture could not be written", str(path))


def _still(view: RoomView) -> RoomView:
    return replace(view, arc=None)
