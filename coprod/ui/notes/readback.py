"""Reading back: one contribution, large, with what its speaker can say of it. Nothing goes onto the wall by itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QVBoxLayout, QWidget

from coprod.domain import acts
from coprod.present.commands import caps
from coprod.present.readback import (
    READ_COMMANDS,
    READ_KEYS,
    ReadView,
    confirmed,
    read_view,
    reserved,
    shown_or_not,
    to_read,
)
from coprod.present.refusals import refusal
from coprod.present.texts import Texts, reading
from coprod.ui.console.keys import Keys
from coprod.ui.kit.button import ActionButton, Role
from coprod.ui.kit.focus import FocusRing
from coprod.ui.kit.scroll import Scroll
from coprod.ui.kit.shapes import paint_mark
from coprod.ui.kit.text import Words
from coprod.ui.notes.pair import PairButton, told
from coprod.ui.theme import BODY, LARGE, READ_BACK, SAID, Step

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent

    from coprod.domain.acts import Act
    from coprod.domain.rules.pen import Refused
    from coprod.i18n import Catalogue
    from coprod.service.live import Change
    from coprod.ui.bridge import Bridge
    from coprod.ui.parting import Parting
    from coprod.ui.theme import Theme

_BESIDE = Step(32, 52)
"""The size of the words in the other language."""
_KEYS = {command.id: command.keys[0] for command in READ_COMMANDS}


class ReadBackWindow(QWidget):
    """Goes through what one person said, or everybody, until it is confirmed, changed or taken out."""

    reword = Signal(str)
    """The note whose words somebody wants to change."""
    ended = Signal()

    def __init__(
        self, bridge: Bridge, words: Catalogue, theme: Theme, parent: QWidget, parting: Parting
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._bridge, self._words, self._base, self._theme = bridge, words, theme, theme
        self._queue: list[tuple[str, str]] = []
        self._at, self._parting = 0, parting
        self._view: ReadView | None = None
        self._head, self._place = Words(theme, BODY, bold=True), Words(theme, BODY, token="ink2")
        self._quiet, self._end = (
            Words(theme, BODY, token="ink2"),
            ActionButton(theme, role=Role.SURFACE, height=36),
        )
        self._question = Words(theme, LARGE, bold=True, token="accent")
        self._texts = [Words(theme, READ_BACK, bold=True), Words(theme, _BESIDE)]
        self._said, self._named = Words(theme, SAID, token="ink2"), Words(theme, SAID)
        self._told = Words(theme, SAID, bold=True, token="accent")
        self._reserve = ActionButton(theme, role=Role.LINK, keys=caps(_KEYS["reserve"]), height=36)
        self._buttons = {
            name: PairButton(theme, _KEYS[name], main=name == "confirm")
            for name in ("confirm", "reword", "take-out", "wall")
        }
        self._scroll = Scroll(theme)
        self._lay_out()
        self._ring, self._keys = FocusRing(self, theme), Keys(self, self._press)
        self._connect()
        self.resize(theme.px(1366), theme.px(768))
        self._fit(force=True)
        self._tell("")

    def _lay_out(self) -> None:
        self._column, self._top, self._foot = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        for words, share in ((self._head, 0), (self._place, 1), (self._quiet, 0)):
            self._top.addWidget(words, share, Qt.AlignmentFlag.AlignVCenter)
        self._top.addWidget(self._end)
        for part in (self._question, *self._texts, self._said, self._named, self._told):
            self._scroll.column.addWidget(part)
        self._scroll.column.addWidget(self._reserve, 0, Qt.AlignmentFlag.AlignLeft)
        self._scroll.column.addStretch(1)
        for button in self._buttons.values():
            self._foot.addWidget(button)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(self._top)
        self._column.addWidget(self._scroll, 1)
        self._column.addLayout(self._foot)
        self._column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)

    def _connect(self) -> None:
        self._bridge.changed.connect(self._changed)
        self._bridge.refused.connect(self._refused)
        self._end.clicked.connect(partial(self.run, "end"))
        self._reserve.clicked.connect(partial(self.run, "reserve"))
        for name, button in self._buttons.items():
            button.clicked.connect(partial(self.run, name))

    def begin(self, who: str | None = None) -> bool:
        """Begin with the first that is to be read, of one person or of all; whether there is any."""
        self._queue, self._at = to_read(self._bridge.state, who), 0
        self._parting.let_go()
        if self._queue:
            self._show()
            self._buttons["confirm"].setFocus()
        return bool(self._queue)

    def view(self) -> ReadView | None:
        """What is shown."""
        return self._view

    def retranslate(self, words: Catalogue) -> None:
        """Speak another language, where it does not speak the speaker's."""
        self._words = words
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours, and another size of text."""
        self._base = theme
        self._fit(force=True)

    # ---- what a person does

    def run(self, command: str, _ticked: bool = False) -> None:
        """Carry out one of the commands."""
        view, warned = self._view, self._parting.let_go()
        if command == "end" or view is None:
            self.close()
        elif command == "confirm":
            self._bridge.do(confirmed(view))
        elif command == "reword":
            self.reword.emit(view.note)
        elif command == "take-out":
            self._take_out(view, warned)
        elif command in {"before", "after"}:
            self._go(1 if command == "after" else -1)
        else:
            act = self._act(command, view)
            if act is not None:
                self._bridge.do(act)

    def _act(self, command: str, view: ReadView) -> Act | None:
        state = self._bridge.state
        return reserved(state, view, self._known()) if command == "reserve" else shown_or_not(state, view)

    def _take_out(self, view: ReadView, warned: str) -> None:
        if warned == view.note:
            self._bridge.do(acts.TakeOutNote(view.note))
            return
        question = self._words.say("The words would be erased for good. Once more does it.")
        self._parting.warn(view.note, question, self._tell)

    def _go(self, step: int) -> None:
        self._at = max(0, min(len(self._queue) - 1, self._at + step))
        self._tell("")
        self._show()

    def _press(self, key: str, typing: bool) -> bool:
        focus = QApplication.focusWidget()
        command = READ_KEYS.get(key)
        if typing or command is None:
            return False
        if key == "Return" and isinstance(focus, QAbstractButton):
            focus.click()
        else:
            self.run(command)
        return True

    # ---- what became of it

    def _changed(self, change: Change) -> None:
        if not self.isVisible():
            return
        here = self._queue[self._at] if self._at < len(self._queue) else None
        self._queue = [one for one in self._queue if change.new.note(one[0]) is not None]
        confirmed_now = isinstance(change.act, acts.ConfirmNote) and here == (change.act.note, change.act.who)
        gone = here is not None and here not in self._queue
        if confirmed_now:
            self._at += 1
        if self._at >= len(self._queue) or (gone and not self._queue):
            self.close()
            return
        self._tell("")
        self._show()

    def _refused(self, refused: Refused, _act: Act) -> None:
        if self.isVisible():
            self._tell(refusal(refused, self._bridge.state, self._known(), self._words))

    # ---- what is seen

    def _tell(self, sentence: str) -> None:
        self._told.say(sentence, self._words.lang)
        self._told.setVisible(bool(sentence))

    def _known(self) -> Texts:
        about = self._bridge.state.description
        return reading(self._bridge.words, self._words.lang, about.languages if about else ())

    def _show(self) -> None:
        view = self._view = read_view(self._bridge.state, self._known(), self._words, self._queue, self._at)
        if view is None:
            return
        say = self._words.say
        self.setWindowTitle(told(view.head))
        self._head.say(told(view.head))
        self._place.say(view.place, self._words.lang)
        self._quiet.say(view.quiet[0].text if view.quiet and not view.wall else "")
        self._end.say(say("Back to the notes"), caps(_KEYS["end"]))
        self._question.say(told(view.question))
        for place, words in enumerate(self._texts):
            text = view.texts[place] if place < len(view.texts) else None
            words.setVisible(text is not None)
            words.say(text.body if text else "", text.lang if text else "")
        self._said.say(
            "    ".join(told(pair) for pair in (*view.said, *((view.confirmed,) if view.confirmed else ())))
        )
        self._named.say(told(view.named))
        self._reserve.say(told(view.change))
        for name, button in self._buttons.items():
            button.say(view.wall if name == "wall" else view.labels[name])

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that it is over."""
        super().closeEvent(event)
        self.ended.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the scale that fits."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self, *, force: bool = False) -> None:
        fit = min(self.width() / 1366, self.height() / 690, 1.5)
        scale = max(0.8, int(fit * 20) / 20) * self._base.scale
        if not force and scale == self._theme.scale:
            return
        theme = self._theme = self._base.scaled(scale)
        px = theme.px
        words = (
            self._head,
            self._place,
            self._quiet,
            self._question,
            *self._texts,
            self._said,
            self._named,
            self._told,
        )
        for each in words:
            each.set_theme(theme)
        for button in (self._end, self._reserve):
            button.set_theme(theme)
        for pair in self._buttons.values():
            pair.set_theme(theme)
        self._scroll.set_theme(theme)
        self._ring.set_theme(theme)
        self._top.setContentsMargins(px(24), px(8), px(24), px(8))
        self._top.setSpacing(px(14))
        self._scroll.column.setContentsMargins(px(112), px(28), px(112), px(12))
        self._scroll.column.setSpacing(px(14))
        self._foot.setContentsMargins(px(112), px(8), px(112), px(40))
        self._foot.setSpacing(px(12))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, the strip, and the shape before how it is named."""
        painter = QPainter(self)
        painter.fillRect(QRectF(self.rect()), self._theme.paper)
        painter.fillRect(QRectF(0, 0, self.width(), self._scroll.y()), self._theme.sunk)
        if self._view is not None and self._view.mark is not None:
            at = self._named.mapTo(self, self._named.rect().topLeft())
            centre = QPointF(at.x() - self._theme.px(18), at.y() + self._theme.px(SAID.line) / 2)
            paint_mark(painter, self._view.mark, centre, self._theme.px(14), self._theme.ink)
