"""The way into another laptop's room: met, a table taken, its sheet opened here and sent home as it is written."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coprod import paths
from coprod.domain.acts import PutPenDown, TakePenUp
from coprod.files import write_whole
from coprod.present.joined import how_it_stands, why_not_joined
from coprod.present.reasons import reason
from coprod.service.sharing.joining import NotJoined, Sending, WhyNotJoined
from coprod.service.sheets import SheetRefused
from coprod.ui.home.joining import JoinDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coprod.i18n import Catalogue
    from coprod.service.ports import Log
    from coprod.service.sharing.joining import Joined, Met, Sender
    from coprod.service.sheets import SheetFiles
    from coprod.ui.background import Background
    from coprod.ui.bridge import Bridge
    from coprod.ui.home.frame import HomeFrame
    from coprod.ui.meeting import Meeting
    from coprod.ui.tools import Tools

SUFFIX = ".coprod-sheet"
_LAST_SECONDS = 1.0
"""So long what is written may take to arrive when the sheet is left."""


class Joining(QObject):
    """`opened`: a table's sheet is there, and is to be opened; `meeting` then gives its windows."""

    opened = Signal(str, object)
    left = Signal(str)
    """Said at home: what did not arrive."""
    _heard = Signal(object, object)

    def __init__(
        self,
        tools: Tools,
        background: Background,
        words: Callable[[], Catalogue],
        home: HomeFrame,
        meeting: Callable[[], Meeting | None],
    ) -> None:
        super().__init__(home)
        self._tools, self._background, self._words, self._home = tools, background, words, home
        self._meeting, self._led = meeting, False
        self._met: Met | None = None
        self._sender: Sender | None = None
        self._path: Path | None = None
        self._heard.connect(self._tell)

    def ask(self) -> JoinDialog:
        """Ask for the address and the word."""
        dialog = JoinDialog(self._home.theme(), self._words(), self._home)
        dialog.asked.connect(lambda address, word: self._meet(dialog, address, word))
        dialog.taken.connect(lambda place: self._take(dialog, place))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def close(self) -> None:
        """Send what is not there yet, and end. Nobody waits long for a laptop that can't be heard: the file stays."""
        sender, path = self._sender, self._path
        self._sender = self._path = None
        self._led = False
        if sender is not None and not sender.close(_LAST_SECONDS):
            self.left.emit(
                self._words().say(
                    "Not everything has arrived. Bring this file to the facilitator: {path}", path=path
                )
            )

    def _hear(self, path: Path, sending: Sending) -> None:
        """From the thread that sends, which may live on for a while when the windows are gone."""
        with suppress(RuntimeError):
            self._heard.emit(path, sending)

    def _tell(self, path: Path, sending: Sending) -> None:
        meeting = self._meeting()
        if path != self._path or meeting is None:
            return
        self._follow_pen(meeting.bridge, sending)
        if (
            sending is not Sending.ARRIVES or meeting.bridge.state.notes()
        ):  # till then the six words are copied
            sentence = how_it_stands(sending, self._words())
            if sending in {Sending.OVER, Sending.LATE}:
                sentence += f" {self._words().say('The file: {path}', path=path)}"
            self._say(meeting, sentence)

    def _follow_pen(self, bridge: Bridge, sending: Sending) -> None:
        """Put the pen down with that of the room, and take it up again; not one that was put down at the table.

        As long as nobody can be heard it stays as it is.
        """
        if sending is Sending.OFF_RECORD and not self._led:
            self._led = not bridge.state.off_record
            if self._led:
                bridge.do(PutPenDown())
        elif sending is Sending.ARRIVES and self._led:
            self._led = False
            if bridge.state.off_record:
                bridge.do(TakePenUp())

    def _say(self, meeting: Meeting, sentence: str) -> None:
        """Say it where somebody writes, after what came of all that was asked for."""
        meeting.bridge.ask(lambda _live: sentence, meeting.tell, lambda _error: None)

    def _meet(self, dialog: JoinDialog, address: str, word: str) -> None:
        def met(found: Met) -> None:
            if _is_open(dialog):
                self._met = found
                dialog.show_tables(found.places)

        self._background.run(
            lambda: self._tools.join(address, word), met, lambda error: self._failed(dialog, error)
        )

    def _take(self, dialog: JoinDialog, place: str) -> None:
        met = self._met
        if met is None:
            return

        def take() -> tuple[Joined, Path, list[Path], str, Log]:
            joined = met.take(place)
            try:
                path = _place(joined)
                write_whole(path, joined.data)
                seal = self._tools.seal()
                return (joined, path, _earlier(path, seal), *seal.open(path, joined.code))
            except (OSError, SheetRefused):
                joined.leave()
                raise

        def taken(found: tuple[Joined, Path, list[Path], str, Log]) -> None:
            joined, path, earlier, session, log = found
            if not _is_open(dialog):
                self._give_back(joined)
                return
            dialog.accept()
            self.close()
            self.opened.emit(session, log)
            self._path, self._sender = path, joined.send(path, partial(self._hear, path), earlier)
            meeting = self._meeting()
            if meeting is not None:
                say = self._words().say
                self._say(meeting, say("This sheet opens again with six words: {code}", code=joined.code))

        self._background.run(take, taken, lambda error: self._failed(dialog, error))

    def _give_back(self, joined: Joined) -> None:
        self._background.run(joined.leave, lambda _none: None, lambda _error: None)

    def _failed(self, dialog: JoinDialog, error: Exception) -> None:
        if not _is_open(dialog):
            return
        if not isinstance(error, NotJoined):
            dialog.tell(reason(error, self._words()))
        elif error.why is WhyNotJoined.EXPIRED:
            dialog.ask_again(why_not_joined(error, self._words()))
        else:
            dialog.tell(why_not_joined(error, self._words()))


def _is_open(dialog: JoinDialog) -> bool:
    try:
        return dialog.isVisible()
    except RuntimeError:  # it was closed meanwhile, and is no more
        return False


def _place(joined: Joined) -> Path:
    """Beside the store, under a name that tells nothing."""
    folder = paths.data_home() / "sheets"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{sha256(joined.data).hexdigest()[:16]}{SUFFIX}"


def _earlier(path: Path, seal: SheetFiles) -> list[Path]:
    """The sheets of the same table that were written here before: something may not have arrived from them."""
    own, found = seal.table_of(path), []
    for other in sorted(path.parent.glob(f"*{SUFFIX}")):
        with suppress(SheetRefused, OSError):
            if other != path and seal.table_of(other) == own:
                found.append(other)
    return found
