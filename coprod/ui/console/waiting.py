"""Commands wait here: one that changes the record is resolved once the acts before it are kept."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coprod.domain.acts import Undo
from coprod.present.commands import BY_ID, Desk
from coprod.ui.console.trail import Trail

if TYPE_CHECKING:
    from coprod.domain.acts import Act
    from coprod.ui.bridge import Bridge

BACK = "page-back"
"""The clicker's way back."""


class Waiting(QObject):
    """What was pressed, in its order; each press means what it means in the session that it finds."""

    meant = Signal(object)
    """The act that a command turned out to be."""

    ended = Signal()
    """A step forward was asked for, and there is none."""

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._waiting: deque[tuple[str, str | None, str | None]] = deque()
        self._trail = Trail()
        bridge.settled.connect(self.pump)
        bridge.changed.connect(self._trail.follow)

    def add(self, command: str, person: str | None = None, note: str | None = None) -> None:
        """Carry out a command as soon as it can be."""
        self._waiting.append((command, person, note))
        self.pump()

    def clear(self) -> None:
        """Forget what waits."""
        self._waiting.clear()

    def pump(self) -> None:
        """Carry out what can be."""
        while self._waiting and not self._bridge.busy:
            command, person, note = self._waiting.popleft()
            act = self._resolved(Desk(self._bridge.state, person, note), command)
            if act is not None:
                if command == "main":
                    self._trail.ask(act)
                self.meant.emit(act)
            elif command == "main":
                self.ended.emit()

    def _resolved(self, desk: Desk, command: str) -> Act | None:
        if command == BACK:
            return Undo() if self._trail.leads_back(desk.state) else None
        resolve = BY_ID[command].act
        return resolve(desk) if resolve else None
