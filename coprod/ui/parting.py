"""Before words are taken out for good, the windows say what that does not reach; and once it is done, again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox

from coprod.domain import acts
from coprod.present.holding import afterwards, beforehand
from coprod.present.texts import Texts, reading
from coprod.service.holders import holders
from coprod.service.ports import StoreFailed

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from coprod.i18n import Catalogue
    from coprod.present.holding import Found
    from coprod.service.holders import Keeping
    from coprod.service.live import Change
    from coprod.ui.bridge import Bridge


class Parting(QObject):
    """Warns before a note is taken out or a person withdraws, and remembers of which. `store` None: on a sheet."""

    left = Signal(str)
    """What may still hold what was erased just now, where anything may."""

    def __init__(
        self, bridge: Bridge, words: Callable[[], Catalogue], store: Keeping | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._bridge, self._words, self._store = bridge, words, store
        self._asked = self._warned = ""
        self._found: dict[str, Found] = {}
        bridge.changed.connect(self._changed)

    def warn(self, subject: str, question: str, say: Callable[[str], None]) -> None:
        """Look up what may hold the words of a note or a person; then say it under the question."""
        self._asked = subject
        self._bridge.ask(
            lambda live: holders(live, subject, self._store),
            partial(self._say, subject, question, say),
            partial(self._say_not_known, subject, question, say),
        )

    def let_go(self) -> str:
        """Something else was done: of what a person was warned, it was only of that."""
        warned, self._asked, self._warned = self._warned, "", ""
        return warned

    def _say_not_known(
        self, subject: str, question: str, say: Callable[[str], None], error: Exception
    ) -> None:
        if not isinstance(error, StoreFailed):
            raise error
        self._say(subject, question, say, None)

    def _say(self, subject: str, question: str, say: Callable[[str], None], found: Found) -> None:
        if subject == self._asked:
            self._asked, self._warned, self._found[subject] = "", subject, found
            say(beforehand(question, found, self._bridge.state, self._texts(), self._words()))

    def _changed(self, change: Change) -> None:
        act = change.act
        if isinstance(act, acts.TakeOutNote | acts.WithdrawParticipant):
            subject = act.note if isinstance(act, acts.TakeOutNote) else act.participant
            left = afterwards(self._found.pop(subject, ()), change.new, self._texts(), self._words())
            if left:
                self.left.emit(left)

    def _texts(self) -> Texts:
        about = self._bridge.state.description
        return reading(self._bridge.words, self._words().lang, about.languages if about else ())


def erases(window: QWidget, words: Catalogue, question: str) -> bool:
    """Ask whether something is to be erased for good."""
    box = QMessageBox(window)
    box.setWindowTitle("Coprod")
    box.setText(question)
    leave = box.addButton(words.say("Leave it as it is"), QMessageBox.ButtonRole.RejectRole)
    erase = box.addButton(words.say("Erase it"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(leave)
    box.setEscapeButton(leave)
    box.exec()
    erased = box.clickedButton() is erase
    box.deleteLater()
    return erased
