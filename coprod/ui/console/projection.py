"""The wall as this device shows it: its look, its page, and the two pictures of it on the console."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from coprod.ui.console.wall import Wall

if TYPE_CHECKING:
    from collections.abc import Callable

    from coprod.domain.parts import Ms
    from coprod.i18n import Catalogue
    from coprod.present.joining import Joining
    from coprod.present.room import RoomView
    from coprod.present.wall import Look
    from coprod.ui.bridge import Bridge
    from coprod.ui.console.stage import Stage

_LATER_MS = 60
"""What comes next is shown so long after what is now."""


class Projection(QObject):
    """Makes what the room sees of the session, shows it on the stage, and says when it changed."""

    changed = Signal(object)
    """The `RoomView` that the room display shows from now on."""

    def __init__(self, bridge: Bridge, stage: Stage, now: Callable[[], Ms], parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._stage, self._now = bridge, stage, now
        self._wall = Wall()
        self._view: RoomView | None = None
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._later.timeout.connect(self.show_coming)

    def view(self) -> RoomView | None:
        """What the room sees."""
        return self._view

    @property
    def behind(self) -> bool:
        """Whether what comes next is not shown yet."""
        return self._later.isActive()

    @property
    def pages(self) -> int:
        """How many pages there are of it."""
        return self._stage.room.sheet().pages

    @property
    def page(self) -> int:
        """Which of them the room sees."""
        return self._view.page % self.pages if self._view else 0

    def show(self, words: Catalogue) -> None:
        """Show the session as it is; what comes next can wait until that is painted."""
        view = self._wall.now(self._bridge.state, self._bridge.words, self._now())
        self._stage.show_room(view, words)
        self._later.start()
        if view != self._view:
            self._view = view
            self.changed.emit(view)

    def show_coming(self) -> None:
        """Show what the room will see next."""
        coming = self._wall.coming(self._bridge.state, self._bridge.words, self._now())
        self._stage.show_coming(coming)

    def toggle(self, look: Look) -> None:
        """Choose a look, or go back to the session."""
        self._wall.toggle(look)

    @property
    def invites(self) -> bool:
        """Whether there is a card for joining."""
        return self._wall.joining is not None

    def next_card(self) -> None:
        """Put the next card for joining on the wall, or after the last the session."""
        self._wall.next_card()

    def invite(self, joining: Joining | None) -> None:
        """Know what is shared; a card that says nothing any more goes."""
        self._wall.invite(joining)

    def turn(self, step: int) -> None:
        """Turn the page."""
        self._wall.turn(self.pages, step)

    def follow(self) -> None:
        """Go along with the session where it goes on."""
        self._wall.follow()
