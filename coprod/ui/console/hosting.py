"""Sharing in the room: begun and ended here, the card put on the wall, tables seen, and quiet messages read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, Signal

from coprod.present.hosting import hosting_view
from coprod.present.notes import Option
from coprod.service.sharing.pairing import AWAY_SECONDS
from coprod.service.sharing.pairing import Role as Guests
from coprod.ui.console.certificate import CertificateChoice
from coprod.ui.console.side import SideWindow
from coprod.ui.kit.button import ActionButton, Role
from coprod.ui.kit.text import Words
from coprod.ui.notes.choice import ChoiceRow, Look, Tick
from coprod.ui.plan.entry import Entry
from coprod.ui.theme import BODY, SMALL

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QHideEvent
    from PySide6.QtWidgets import QAbstractButton, QWidget

    from coprod.present.hosting import Trouble
    from coprod.present.joining import Joining
    from coprod.service.sharing.pairing import Guest
    from coprod.service.sharing.room import Message
    from coprod.ui.theme import Theme

_SIZE = (980, 600)
_WIFI = "wifi"
"""The setting that keeps the name of the room's Wi-Fi."""


class HostingWindow(SideWindow):
    """Off until somebody begins it, on the address that was chosen."""

    begin_asked = Signal(str, str, bool)
    """An address of this machine, the name of the Wi-Fi, and whether participants may join."""
    end_asked = Signal()
    free_asked = Signal(str)
    """A table whose place another device may take."""
    read_asked = Signal()
    """The first of the quiet messages is read, and gone."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._addresses: Sequence[str] = ()
        self._chosen = ""
        self._joining: Joining | None = None
        self._here: Mapping[Guest, float] = {}
        self._messages: Sequence[Message] = ()
        self._trouble: Trouble | None = None
        self._asked = ""  # the table whose place is about to be freed
        self.heads = [Words(theme, SMALL, token="ink2") for _ in range(2)]
        self.address = ChoiceRow(theme, Look.CHIPS, self)
        self.wifi, self.everyone = Entry(theme, self), Tick(theme, self)
        self.certificate = CertificateChoice(theme, self)
        self.begin = ActionButton(theme, role=Role.MAIN, icon="check", keys=("Alt", "B"))
        self.card = ActionButton(theme, icon="monitor", keys=("J",))
        self.end = ActionButton(theme, keys=("Alt", "E"))
        self.inside, self.waits = (
            Words(theme, BODY, token="ink2"),
            Words(theme, BODY, bold=True, token="accent"),
        )
        self.trouble, self.hint = (
            Words(theme, BODY, bold=True, token="accent"),
            Words(theme, SMALL, token="ink2"),
        )
        self.read = ActionButton(theme, icon="eye", keys=("Alt", "R"))
        self.message = Words(theme, BODY)
        self._lay_out_detail()
        self.detail_column.addStretch(1)
        self.undo.hide()  # nothing here is in the record
        self.undo.setEnabled(False)
        self.wifi.setText(str(QSettings().value(_WIFI, "")))
        self._connect()
        self.set_theme(theme)
        self.measure(_SIZE)

    def _lay_out_detail(self) -> None:
        parts: tuple[QWidget, ...] = (self.heads[0], self.address, self.heads[1], self.wifi, self.everyone)
        parts += (
            self.certificate,
            self.begin,
            self.trouble,
            self.card,
            self.hint,
            self.inside,
            self.waits,
            self.read,
            self.message,
            self.end,
        )
        for part in parts:
            if isinstance(part, ActionButton):
                self.detail_column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                self.detail_column.addWidget(part)

    def _connect(self) -> None:
        self.address.chosen.connect(self._choose)
        self.begin.clicked.connect(self._begin)
        self.end.clicked.connect(lambda _=False: self.end_asked.emit())
        self.card.clicked.connect(lambda _=False: self.command.emit("join"))
        self.read.clicked.connect(lambda _=False: self.read_asked.emit())

    def buttons(self) -> Mapping[str, QAbstractButton]:
        """The keys of this window."""
        return {"Alt+B": self.begin, "Alt+E": self.end, "J": self.card, "Alt+R": self.read}

    def first(self) -> QWidget:
        """What comes next."""
        return self.card if self._joining else self.begin

    def open(self, row: str) -> None:
        """Free the place of a table; of one that is connected only when it is asked twice."""
        if row != self._asked and self._connected(row) and self._context is not None:
            self._asked = row
            self.tell(
                self._context[2].say(
                    "This table is connected. Choose it once more to let another device take its place."
                )
            )
            return
        self._asked = ""
        self.free_asked.emit(row)

    def _connected(self, row: str) -> bool:
        return any(
            guest.place == row and guest.role is Guests.NOTES and since < AWAY_SECONDS
            for guest, since in self._here.items()
        )

    # ---- what it is told

    def show_sharing(
        self,
        joining: Joining | None,
        addresses: Sequence[str],
        here: Mapping[Guest, float],
        messages: Sequence[Message],
        trouble: Trouble | None = None,
    ) -> None:
        """Show what is shared now, who is there, and why nobody is let in any more."""
        turned = (joining is None) is not (self._joining is None)
        self._joining, self._addresses, self._trouble = joining, addresses, trouble
        self._here, self._messages = here, messages
        self.present()
        if turned and self.isVisible():
            self.first().setFocus()  # what was pressed is gone, and beside it are the places of the tables

    def tell(self, sentence: str) -> None:
        """Say what came of it."""
        self.said.say(sentence, self.lang())

    def show_message(self, text: str) -> None:
        """Show a quiet message, until the window is closed."""
        self.message.say(text)
        self.present()

    # ---- what is seen

    def present(self) -> None:
        """Show what can be done now."""
        if self._context is None:
            return
        state, texts, words = self._context
        say, on = words.say, self._joining is not None
        view = hosting_view(state, texts, words, self._joining, self._here, self._messages, self._trouble)
        self.setWindowTitle(view.head)
        self.head.say(view.head, words.lang)
        self.lead.say(view.lead, words.lang)
        self.rows.show_rows(view.tables, "")
        self.rows.setVisible(on)
        self._show_choices(say("Address of this laptop"), say("Name of the Wi-Fi, if you like"), words.lang)
        self.everyone.say(say("Participants may join, too"), "")
        self.certificate.present(words)
        self.begin.say(say("Share"))
        self.card.say(say("How to join, on the wall"))
        self.end.say(say("Stop sharing"))
        self.read.say(say("Let them read it now"))
        self.inside.say(view.participants, words.lang)
        self.trouble.say(view.trouble, words.lang)
        self.hint.say(say("Choose a table to let another device take its place."), words.lang)
        self.waits.say(view.waiting, words.lang)
        seen: dict[QWidget, bool] = {
            self.everyone: not on,
            self.certificate: not on,
            self.begin: not on,
            self.card: on,
            self.end: on,
            self.inside: bool(view.participants),
            self.trouble: bool(view.trouble),
            self.hint: on,
            self.waits: bool(view.waiting),
            self.read: bool(view.waiting),
            self.message: bool(self.message.text()),
        }
        for part, there in seen.items():
            part.setVisible(there)
        self.begin.setEnabled(bool(self._addresses))

    def _show_choices(self, address: str, wifi: str, lang: str) -> None:
        on = self._joining is not None
        self._chosen = self._chosen if self._chosen in self._addresses else next(iter(self._addresses), "")
        self.address.show_options([Option(one, one, one == self._chosen) for one in self._addresses], address)
        for head, text in zip(self.heads, (address, wifi), strict=True):
            head.say(text, lang)
            head.setVisible(not on)
        self.wifi.setAccessibleName(wifi)
        self.wifi.setVisible(not on)
        self.address.setVisible(not on and bool(self._addresses))

    def _choose(self, address: str) -> None:
        self._chosen = address
        self.present()

    def _begin(self, _pressed: bool = False) -> None:
        QSettings().setValue(_WIFI, self.wifi.text().strip())
        self.begin_asked.emit(self._chosen, self.wifi.text().strip(), self.everyone.isChecked())

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget a message that was read."""
        super().hideEvent(event)
        self.message.say("")

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        super().set_theme(theme)
        for words in (*self.heads, self.trouble, self.hint, self.inside, self.waits, self.message):
            words.set_theme(theme)
        for button in (self.begin, self.card, self.end, self.read):
            button.set_theme(theme)
        self.address.set_theme(theme)
        self.wifi.set_theme(theme)
        self.everyone.set_theme(theme)
        self.certificate.set_theme(theme)
