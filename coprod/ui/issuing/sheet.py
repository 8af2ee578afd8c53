"""The issue sheet: from a draft to an edition under a number, by keys alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from coprod.domain.acts import Approve
from coprod.domain.terms import Part
from coprod.present.issuing import (
    TAKEN,
    file_name,
    first_choice,
    issuing_view,
    password_flaw,
    why_not_issued,
)
from coprod.present.reasons import reason
from coprod.present.texts import Texts, reading
from coprod.service.issuing import NotIssued, WhyNotIssued, issue, names_in_file
from coprod.service.publish import minutes_of_state
from coprod.ui.background import Background
from coprod.ui.issuing.choices import Choices
from coprod.ui.issuing.standing import Standing
from coprod.ui.kit.button import ActionButton, Role
from coprod.ui.kit.focus import FocusRing
from coprod.ui.kit.scroll import Scroll
from coprod.ui.kit.text import Words
from coprod.ui.publishing import completed
from coprod.ui.settings.house import HouseDialog
from coprod.ui.theme import BODY, LARGE, Theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from coprod.i18n import Catalogue
    from coprod.present.issuing import Choice, IssuingView
    from coprod.service.issuing import Done
    from coprod.service.live import Change, LiveSession
    from coprod.ui.bridge import Bridge
    from coprod.ui.desk.aids import Aids

_SIZE = (1040, 690)
_EDGE = 24
"""What is seen of the desk beside it, in pixels."""


class IssueSheet(QDialog):
    """Over the desk, for as long as somebody chooses. `looked`, `read_back`: it made room for that."""

    looked = Signal()
    read_back = Signal()

    def __init__(
        self,
        bridge: Bridge,
        aids: Aids,
        look: tuple[Theme, Catalogue],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._theme, self._words = look
        theme, say = self._theme, self._words.say
        self._bridge, self._aids = bridge, aids
        self._choice: Choice = first_choice(bridge.state)
        self._view: IssuingView | None = None
        self._background, self._busy = Background(self), False
        self._waits = ""
        self._title, self._said = (
            Words(theme, LARGE, bold=True, token="ink"),
            Words(theme, BODY, token="accent"),
        )
        self.choices, self.standing = Choices(theme), Standing(theme)
        self.draft = ActionButton(theme, say("Write a draft"), icon="file-text", parent=self)
        self.issue = ActionButton(theme, role=Role.MAIN, icon="check", parent=self)
        self._close = ActionButton(theme, say("Close"), keys=("Esc",), parent=self)
        self._lay_out()
        self._connect()
        self.setWindowTitle(say("Issue the minutes"))
        self._title.say(say("Issue the minutes"), self._words.lang)
        self.resize(
            min(theme.px(_SIZE[0]), window.width() - _EDGE), min(theme.px(_SIZE[1]), window.height() - _EDGE)
        )
        self._ring = FocusRing(self, theme)
        self._show()
        self.choices.rows["edition"].setFocus()

    def _lay_out(self) -> None:
        px = self._theme.px
        column, body, foot = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        for part, share in ((self.choices, 3), (self.standing, 2)):
            scroll = Scroll(self._theme, self)
            scroll.column.addWidget(part)
            body.addWidget(scroll, share)
        foot.addWidget(self._close)
        foot.addStretch(1)
        foot.addWidget(self.draft)
        foot.addWidget(self.issue)
        column.setContentsMargins(px(24), px(18), px(24), px(18))
        column.setSpacing(px(10))
        column.addWidget(self._title)
        column.addLayout(body, 1)
        column.addWidget(self._said)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.choices.changed.connect(self._choose)
        self.standing.approved.connect(lambda part: self._bridge.do(Approve(Part(part))))
        self.standing.house.setVisible(self._aids.shelf is not None)
        self.standing.house_asked.connect(self._open_house)
        self.standing.looked.connect(self._make_room(self.looked))
        self.standing.read_back.connect(self._make_room(self.read_back))
        self.draft.clicked.connect(lambda _=False: self._write())
        self.issue.clicked.connect(lambda _=False: self._issue())
        self._close.clicked.connect(lambda _=False: self.reject())
        self._bridge.changed.connect(self._changed)
        self.finished.connect(lambda _code: self._background.close())

    def _make_room(self, asked: SignalInstance) -> Callable[[], None]:
        def leave() -> None:
            self.accept()
            asked.emit()

        return leave

    def _open_house(self) -> None:
        if self._aids.shelf is not None:
            look = (self._theme, self._words)
            dialog = HouseDialog(look, self._aids.shelf, self._aids.read_logo, self)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    # ---- what is chosen

    def choice(self) -> Choice:
        """What is chosen, as far as it can be."""
        return self._choice

    def said(self) -> str:
        """What was said last."""
        return self._said.text()

    def tell(self, sentence: str) -> None:
        """Say something to whoever issues."""
        self._said.say(sentence, self._words.lang)

    def _choose(self, choice: Choice) -> None:
        self._choice = choice
        self._show()

    def _texts(self) -> Texts:
        about = self._bridge.state.description
        return reading(self._bridge.words, self._words.lang, about.languages if about else ())

    def _changed(self, _change: Change) -> None:
        self._show()

    def _show(self) -> None:
        words = self._words
        view = issuing_view(self._bridge.state, self._texts(), words, self._choice, self._aids.wording())
        self._view, self._choice = view, view.choice
        self.choices.show_view(view, words)
        self.standing.show_view(view, words)
        self.issue.say(view.issue)
        self.issue.setEnabled(view.may_issue and not self._busy)
        for button in (self.draft, self._close):
            button.setEnabled(not self._busy)
        if self.said() in {"", self._waits} and not self._busy:
            self.tell(view.why_not)
        self._waits = view.why_not

    # ---- writing

    def _place(self, number: int | None) -> Path | None:
        """Where the file is to be; None where somebody thought better of it, or it can't be there."""
        say, kind = self._words.say, self._choice.kind
        flaw = password_flaw(self.choices.password.text(), self.choices.again.text(), self._words)
        if flaw:
            self.tell(flaw)
            return None
        title = say("Issue the minutes") if number else say("Write a draft")
        offered = file_name(self._bridge.state, self._choice, number)
        name, _ = QFileDialog.getSaveFileName(self, title, offered, f"*{kind}")
        if not name:
            return None
        path = completed(Path(name), kind)
        if path is None:
            self.tell(say(TAKEN))
        return path

    def _write(self) -> None:
        path = self._place(None)
        if path is None:
            return
        state, words = self._bridge.state, self._bridge.words
        if names_in_file(path, state, words):
            self._not_issued(NotIssued(WhyNotIssued.NAMED))
            return
        asked, setting = (
            self._choice.asked(),
            self._choice.setting(self.choices.password.text(), self._aids.house()),
        )
        self._begin()
        self._background.run(
            lambda: self._aids.render(minutes_of_state(state, words, asked), path, setting),
            lambda _none: self._end(self._words.say("The minutes are written: {file}", file=path.name)),
            lambda error: self._end(reason(error, self._words)),
        )

    def _issue(self) -> None:
        view = self._view
        path = self._place(view.number) if view is not None else None
        if path is None:
            return
        files = (
            self._aids.render,
            path,
            self._choice.setting(self.choices.password.text(), self._aids.house()),
        )
        asked, to = self._choice.asked(), self.choices.to.text()

        def work(live: LiveSession) -> Done:
            return issue(live, asked, files, to)

        self._begin()
        self._bridge.ask(work, lambda done: self._issued(done, path), self._not_issued)

    def _issued(self, done: Done, path: Path) -> None:
        self._bridge.show(done.change)
        self._end(self._words.say("Issued as number {number}: {file}", number=done.number, file=path.name))

    def _not_issued(self, error: Exception) -> None:
        if isinstance(error, NotIssued):
            self._end(why_not_issued(error, self._bridge.state, self._texts(), self._words))
        else:
            self._end(reason(error, self._words))

    def _begin(self) -> None:
        self._busy = True
        self.tell(self._words.say("Making the pages …"))
        self._show()

    def _end(self, sentence: str) -> None:
        self._busy = False
        self.tell(sentence)
        self._show()

    # ---- keys and ground

    def reject(self) -> None:
        """Close, unless a file is being written."""
        if not self._busy:
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus; Escape closes."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            now = self.focusWidget()
            if isinstance(now, ActionButton):
                now.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the paper."""
        QPainter(self).fillRect(self.rect(), self._theme.paper)
