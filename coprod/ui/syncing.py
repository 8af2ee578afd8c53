"""A session that is open here and on an organisation's server: what others write comes through the bridge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from coprod.present.syncing import of_the_server
from coprod.service.lent import Lent

if TYPE_CHECKING:
    from collections.abc import Callable

    from coprod.i18n import Catalogue
    from coprod.service.live import Change
    from coprod.service.syncing import Courier
    from coprod.ui.bridge import Bridge
    from coprod.ui.console.window import ConsoleWindow


class Syncing(QObject):
    """Without a courier, as with a store that is on this machine alone, it does nothing."""

    _heard = Signal(str)

    def __init__(
        self,
        bridge: Bridge,
        courier: Courier | None,
        words: Callable[[], Catalogue],
        console: ConsoleWindow,
    ) -> None:
        super().__init__(bridge)
        self._bridge, self._courier, self._words, self._console = bridge, courier, words, console
        self._away = False
        if courier is not None:
            self._heard.connect(self._say, Qt.ConnectionType.QueuedConnection)
            courier.told = self._heard.emit
            if courier.trouble:  # since before this window
                self._heard.emit(courier.trouble)
            courier.meet(bridge.state.session, Lent(bridge))
            bridge.changed.connect(self._changed)

    def close(self) -> None:
        """From now on what comes in goes into the store alone."""
        if self._courier is not None:
            self._courier.told = None
            self._courier.meet(self._bridge.state.session, None)

    def _changed(self, change: Change) -> None:
        """Also what was brought home, or written on phones: it is no act of this window."""
        if self._courier is not None:
            self._courier.kick(change.new.session)

    def _say(self, trouble: str) -> None:
        words = self._words()
        if trouble or self._away:
            self._console.tell(of_the_server(trouble, words))
        self._away = bool(trouble)
        self._console.board.strip.show_away(words, away=self._away)
