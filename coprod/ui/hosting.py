"""The way of sharing through the windows: begun and ended by the facilitator, over with the session."""

from __future__ import annotations

from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QAbstractSocket, QHostAddress, QNetworkInterface

from coprod.domain.terms import Phase
from coprod.present.hosting import Trouble, waiting, why_not_hosted, wished
from coprod.present.joining import Joining
from coprod.present.texts import Texts, reading
from coprod.service.sharing.hosting import USUAL_PORT, NotHosted, Where, door_for, drawn
from coprod.service.sharing.laptops import Laptops
from coprod.service.sharing.pairing import Door, Role
from coprod.service.sharing.room import Message, Wish
from coprod.service.sharing.words import shipped
from coprod.ui.console.hosting import HostingWindow
from coprod.ui.settings.kept import kept_certificate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coprod.i18n import Catalogue
    from coprod.service.live import Change
    from coprod.service.sharing.hosting import Hosting
    from coprod.service.sheets import Sheets
    from coprod.ui.bridge import Bridge
    from coprod.ui.console.window import ConsoleWindow
    from coprod.ui.tools import Tools

_LOOK_MS = 2000
"""So often it is looked who is still there."""


def own_addresses() -> list[str]:
    """The addresses that devices in the room can reach, the likeliest first; this machine alone where there is none."""
    found = [
        one.toString()
        for one in QNetworkInterface.allAddresses()
        if one.protocol() == QAbstractSocket.NetworkLayerProtocol.IPv4Protocol and not one.isLoopback()
    ]
    private = [one for one in found if QHostAddress(one).isPrivateUse()]
    return [*private, *(one for one in found if one not in private)] or ["127.0.0.1"]


class Sharing(QObject):
    """Shares the session that is open. Off until it is begun."""

    _told = Signal(object)

    def __init__(
        self,
        bridge: Bridge,
        tools: Tools,
        store: Sheets | None,
        words: Callable[[], Catalogue],
        console: ConsoleWindow,
    ) -> None:
        super().__init__(console)
        self._bridge, self._tools, self._store = bridge, tools, store
        self._words, self._console = words, console
        self.addresses: Callable[[], Sequence[str]] = own_addresses
        self._hosting: Hosting | None = None
        self._before: Hosting | None = None  # the one that was ended last, until its port is needed
        self._port = USUAL_PORT
        self._door: Door | None = None
        self._joining: Joining | None = None
        self._messages: list[Message] = []
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._show)
        self._told.connect(self._hear)
        bridge.changed.connect(self._changed)
        console.beside.opened.connect(self._meet)

    @property
    def joining(self) -> Joining | None:
        """What is shared now."""
        return self._joining

    def begin(self, address: str, wifi: str, everyone: bool) -> None:
        """Begin to share on an address of this machine."""
        if self._hosting is not None:
            return
        state = self._bridge.state
        book = shipped()
        drawn_now = drawn(book, everyone=everyone)
        self._door = door = door_for(book, drawn_now, monotonic, len(state.participants), state.session)
        try:
            self._hosting = self._begun(door, address, self._laptops(drawn_now.notes.roman))
        except (OSError, NotHosted) as error:
            self._tell(why_not_hosted(error, address, self._words()))
            return
        self._address, self._port = address, int(self._hosting.address.rpartition(":")[2])
        word, other = drawn_now.notes, drawn_now.everyone
        self._joining = Joining(
            self._hosting.address,
            word.kana,
            word.roman,
            wifi,
            (other.kana, other.roman) if other else None,
            self._hosting.known,
        )
        self._look.start()
        self._console.invite(self._joining)
        self._show()

    def _begun(self, door: Door, address: str, laptops: Laptops | None) -> Hosting:
        """Begin where it was last, so that pages of before learn that they are not let in any more."""
        self._forget_before()
        certificate, key = kept_certificate() or (None, None)
        where = Where(address, self._port, certificate=certificate, key=key)
        try:
            return self._tools.host(self._bridge, door, where, self._told.emit, laptops)
        except OSError:
            return self._tools.host(self._bridge, door, replace(where, port=0), self._told.emit, laptops)

    def _forget_before(self) -> None:
        if self._before is not None:
            self._before.close()
            self._before = None

    def _laptops(self, word: str) -> Laptops | None:
        tools = self._tools
        return Laptops(word, tools.introduce, self._store, tools.seal, tools.clock) if self._store else None

    def end(self) -> None:
        """End it: every page is told, and forgets its words. Messages that nobody read wait on."""
        if self._hosting is None:
            return
        self._look.stop()
        self._hosting.end()
        self._before = self._hosting
        self._hosting = self._joining = self._door = None
        self._console.invite(None)
        self._show()

    def close(self) -> None:
        """End it with the meeting, once every page knows."""
        self.end()
        self._forget_before()

    @property
    def waits(self) -> bool:
        """Whether somebody has not read a quiet message yet."""
        return bool(self._messages)

    # ---- the window

    def _meet(self, window: object) -> None:
        if isinstance(window, HostingWindow):
            window.begin_asked.connect(self.begin)
            window.end_asked.connect(self.end)
            window.free_asked.connect(self._free)
            window.read_asked.connect(self._read)
            self._show()

    def _window(self) -> HostingWindow | None:
        window = self._console.beside.window("share")
        return window if isinstance(window, HostingWindow) else None

    def _show(self) -> None:
        window = self._window()
        if window is not None:
            here = self._hosting.here() if self._hosting else {}
            window.show_sharing(self._joining, self.addresses(), here, self._messages, self._trouble())

    def _trouble(self) -> Trouble | None:
        if self._hosting is None or self._door is None:
            return None
        if self._address not in self.addresses():
            return Trouble.ADDRESS_GONE
        return None if self._door.open else Trouble.SHUT

    def _tell(self, sentence: str) -> None:
        window = self._window()
        if window is not None and window.isVisible():
            window.tell(sentence)
        else:
            self._console.tell(sentence)

    def _free(self, place: str) -> None:
        if self._hosting is not None:
            self._hosting.free(Role.NOTES, place)
            self._show()
            self._tell(self._words().say("Another device can take this place now."))

    # ---- what happens

    def _changed(self, change: Change) -> None:
        if self._hosting is None:
            return
        self._hosting.changed()
        if change.new.phase is Phase.CLOSED:
            self.end()
        else:
            self._show()

    def _hear(self, told: Wish | Message) -> None:
        state, texts, words = self._bridge.state, self._texts(), self._words()
        if isinstance(told, Message):
            self._messages.append(told)
            self._tell(waiting(state, texts, words, self._messages, room_sees=self._console.folded))
        else:
            self._tell(wished(told, state, texts, words, room_sees=self._console.folded))
        self._show()

    def _read(self) -> None:
        window = self._window()
        if self._messages and window is not None:
            window.show_message(self._messages.pop(0).text)
            self._show()

    def _texts(self) -> Texts:
        about = self._bridge.state.description
        return reading(self._bridge.words, self._words().lang, about.languages if about else ())
