"""A session that is open here and on an organisation's server: what others write comes through the bridge."""

from __future__ import annotations

from concurrent.futures import CancelledError
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from coprod.present.syncing import of_the_server
from coprod.service.ports import StoreFailed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coprod.domain.facts import Fact, Word
    from coprod.domain.state import State
    from coprod.i18n import Catalogue
    from coprod.service.live import Change, LiveSession
    from coprod.service.syncing import Courier
    from coprod.ui.bridge import Bridge
    from coprod.ui.console.window import ConsoleWindow

T = TypeVar("T")


class Syncing(QObject):
    """Fulfils `Live`. Without a courier, as with a store that is on this machine alone, it does nothing."""

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
            courier.meet(bridge.state.session, self)
            bridge.changed.connect(self._changed)

    def close(self) -> None:
        """From now on what comes in goes into the store alone."""
        if self._courier is not None:
            self._courier.told = None
            self._courier.meet(self._bridge.state.session, None)

    def take_in(self, facts: Sequence[Fact], words: Sequence[Word]) -> None:
        """Take in what others wrote; returns when it is kept. Raises StoreFailed."""
        self._done(lambda live: live.take_in(facts, words))

    def state(self) -> State:
        """The session as it is committed."""
        return self._bridge.seen()[0]

    def known(self) -> frozenset[str]:
        """The ids of all facts that it has. Raises StoreFailed."""
        return self._done(lambda live: frozenset(fact.id for fact in live.facts()))

    def begin_stream(self, after: int, make: Callable[[], str]) -> None:
        """Write in the stream that `make` makes, and count what stands after that place to it. Raises StoreFailed."""
        self._done(lambda live: live.begin_stream(after, make))

    def _done(self, work: Callable[[LiveSession], T]) -> T:
        try:
            return self._bridge.lend(work).result()
        except (RuntimeError, CancelledError):
            raise StoreFailed("failed") from None  # the meeting is closing: it comes again

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
