"""The minutes desk: a window of its own, in which somebody translates row by row, by keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from coprod.domain import acts
from coprod.present.commands import caps
from coprod.present.desk import (
    DESK_KEYS,
    DeskView,
    checked,
    desk_view,
    findings_of,
    kept,
    language_word,
    next_open,
    progress,
)
from coprod.present.refusals import failure, refusal
from coprod.present.texts import Texts, reading
from coprod.ui.console.keys import Keys
from coprod.ui.console.label import Label
from coprod.ui.desk.findings import FindingsColumn
from coprod.ui.desk.pairs import PairList
from coprod.ui.kit.button import ActionButton, Role
from coprod.ui.kit.focus import FocusRing
from coprod.ui.kit.text import Words
from coprod.ui.notes.agenda import AgendaColumn
from coprod.ui.notes.search import SearchField
from coprod.ui.plan.scroll import Scroll
from coprod.ui.theme import BODY

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QPaintEvent, QResizeEvent

    from coprod.domain.acts import Act
    from coprod.domain.rules.pen import Refused
    from coprod.i18n import Catalogue
    from coprod.present.desk import DeskLine
    from coprod.service.live import Change, LiveSession
    from coprod.service.ports import StoreFailed
    from coprod.ui.bridge import Bridge
    from coprod.ui.theme import Theme

_SIDE, _BESIDE, _NARROW = 220, 290, 1080
"""In px at scale 1: narrower than the last, what stands beside the rows yields."""


class DeskWindow(QWidget):
    """Over the session that the bridge carries acts to. It holds the one translation that is being written."""

    def __init__(
        self,
        bridge: Bridge,
        words: Catalogue,
        theme: Theme,
        stale: Callable[[LiveSession], frozenset[tuple[str, str]]],
    ) -> None:
        super().__init__()
        self._bridge, self._words, self._base, self._theme = bridge, words, theme, theme
        self._find_stale, self._stale = stale, frozenset[tuple[str, str]]()
        self._view: DeskView | None = None
        self._turns: dict[str, int] = {}
        self._title, self._done = Label(theme, bold=True, token="ink"), Label(theme)
        self._close = ActionButton(theme, role=Role.LINK, keys=caps("Ctrl+W"), height=36)
        self.sections, self.pairs, self.findings = AgendaColumn(theme), PairList(theme), FindingsColumn(theme)
        self._side, self._said = Scroll(theme), Words(theme, BODY, token="accent", bold=True)
        self.search = SearchField()
        self._heads = [Words(theme, BODY, bold=True, token="ink2") for _ in range(2)]
        self.check = ActionButton(theme, role=Role.LINK, keys=caps("Ctrl+K"), height=36)
        self._lay_out()
        self._ring, self._keys = FocusRing(self, theme), Keys(self, self._press)
        self._connect()
        self.set_theme(theme)
        self.retranslate(words)
        self.resize(theme.px(1366), theme.px(768))

    def _lay_out(self) -> None:
        self._strip, self._over, self._foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        middle = Qt.AlignmentFlag.AlignVCenter
        self._strip.addWidget(self._title, 0, middle)
        self._strip.addWidget(self._done, 0, middle)
        self._strip.addStretch(1)
        self._strip.addWidget(self._close, 0, middle)
        for head in self._heads:
            self._over.addWidget(head, 1)
        self._foot.addWidget(self._said, 1)
        self._foot.addWidget(self.check)
        self._middle, self._body, column = QVBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        self._middle.addWidget(self.search)
        self._middle.addLayout(self._over)
        self._middle.addWidget(self.pairs, 1)
        self._middle.addLayout(self._foot)
        self._side.column.addWidget(self.sections)
        self._body.addWidget(self._side)
        self._body.addLayout(self._middle, 1)
        self._body.addWidget(self.findings)
        column.addLayout(self._strip)
        column.addLayout(self._body, 1)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)  # it takes what there is
        for box in (self._body, column):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(0)

    def _connect(self) -> None:
        bridge = self._bridge
        bridge.changed.connect(self._changed)
        bridge.refused.connect(self._refused)
        bridge.failed.connect(self._could_not_save)
        self.sections.chosen.connect(self.pairs.show_item)
        self.findings.chosen.connect(self._go_to_finding)
        self.pairs.opened.connect(self.open)
        self.pairs.left.connect(self._keep)
        self.check.clicked.connect(lambda _=False: self._mark_checked())
        self.search.textChanged.connect(lambda _text: self._show())
        self._close.clicked.connect(self.close)

    # ---- what it is told

    def begin(self) -> None:
        """Show the rows as they are now."""
        self._ask_stale()
        self._show()
        self.pairs.setFocus()

    def retranslate(self, words: Catalogue) -> None:
        """Take another language, while running."""
        self._words = words
        say = words.say
        self.tell("")
        self._close.say(say("Close"))
        self.check.say(say("Mark as checked"))
        for head, text in zip(self._heads, (say("As it was said"), say("Translation")), strict=True):
            head.say(text, words.lang)
        self.search.retranslate(words)
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours, and another size of text."""
        self._base = theme
        self._fit(force=True)

    def view(self) -> DeskView | None:
        """What is shown."""
        return self._view

    def tell(self, sentence: str) -> None:
        """Say something to whoever translates; "" says no more."""
        self._said.say(sentence, self._words.lang)

    def begun(self) -> bool:
        """Whether a translation stands there that is not kept."""
        line = self.pairs.editing()
        return line is not None and kept(line, self.pairs.editor.toPlainText()) is not None

    # ---- what a person does

    def open(self, note: str) -> None:
        """Open the field of a row."""
        line = self.pairs.line(note)
        if line is None or not line.lang:
            return
        language = language_word(line.lang, self._words)
        self.pairs.begin(line, self._words.say("Translation into {language}", language=language))
        self.check.setEnabled(True)

    def _keep(self, line: DeskLine, text: str) -> None:
        act = kept(line, text)
        self.check.setEnabled(False)
        if act is not None:
            self._bridge.do(act)

    def _keep_and_go_on(self) -> None:
        line = self.pairs.editing()
        self.pairs.end()
        if line is not None and self._view is not None:
            rest = tuple(row for row in self._view.rows if row.id != line.id)
            after = next_open(self._view.rows, line.id)
            self.open(after if after != line.id else next_open(rest, ""))

    def _mark_checked(self) -> None:
        line = self.pairs.editing() or self.pairs.line(self.pairs.chosen())
        if line is None:
            return
        editing = self.pairs.editing() is not None
        self.pairs.editor.commit()
        act = checked(line, self.pairs.editor.toPlainText() if editing else line.target.body)
        self.pairs.let_go()
        self.check.setEnabled(False)
        self.pairs.setFocus()
        if act is not None:
            self._bridge.do(act)

    def _go_on(self) -> None:
        if self._view is not None:
            self.pairs.end()
            self.pairs.choose(next_open(self._view.rows, self.pairs.chosen()))
            self.pairs.setFocus()

    def _go_to_finding(self, finding: str) -> None:
        """The next of the notes in which it is; said in words where it is in none."""
        state = self._bridge.state
        rows = findings_of(state, self._bridge.words, self._texts(), self._words, finding)
        if rows:
            turn = self._turns[finding] = (self._turns.get(finding, -1) + 1) % len(rows)
            self.pairs.end()
            self.pairs.choose(rows[turn].note)
            self.tell(self._words.say("{place}: {finding}", place=rows[turn].place, finding=rows[turn].said))

    def _press(self, key: str, _typing: bool) -> bool:
        if self.pairs.editor.composing:
            return False
        focus = QApplication.focusWidget()
        editing = self.pairs.editing() is not None
        if key == "Escape" and (focus is self.search or editing):
            self._leave_search() if focus is self.search else self._leave_field()
            return True
        if key == "Ctrl+Z" and not editing and focus is not self.search:
            self._bridge.do(acts.Undo())
            return True
        named: dict[str, Callable[[], object]] = {
            "keep": self._keep_and_go_on,
            "checked": self._mark_checked,
            "next-open": self._go_on,
            "find": self.search.begin,
            "close": self.close,
        }
        command = named.get(DESK_KEYS.get(key, ""))
        if command is not None:
            command()
        return command is not None

    def _leave_field(self) -> None:
        self.pairs.end()
        self.pairs.setFocus()

    def _leave_search(self) -> None:
        self.search.leave()
        self.pairs.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """What stands in the field is kept."""
        super().hideEvent(event)
        self.pairs.end()

    # ---- what became of it

    def _changed(self, _change: Change) -> None:
        if self.isVisible():
            self.tell("")
            self._ask_stale()
            self._show()

    def _refused(self, refused: Refused, _act: Act) -> None:
        if self.isVisible():
            self.tell(refusal(refused, self._bridge.state, self._texts(), self._words))

    def _could_not_save(self, failed: StoreFailed, _act: Act) -> None:
        self.tell(failure(failed.code, self._words))

    def _ask_stale(self) -> None:
        def known(found: frozenset[tuple[str, str]]) -> None:
            if found != self._stale:
                self._stale = found
                self._show()

        self._bridge.ask(self._find_stale, known, _bug)

    # ---- what is seen

    def _texts(self) -> Texts:
        about = self._bridge.state.description
        return reading(self._bridge.words, self._words.lang, about.languages if about else ())

    def _show(self) -> None:
        if self._bridge.state.description is None:
            return
        words = self._words
        view = self._view = desk_view(
            self._bridge.state, self._texts(), words, self._stale, self.search.text()
        )
        self._title.say(view.title)
        self._done.say(progress(view, words))
        self.setWindowTitle(view.title)
        self.sections.show_lines(view.sections)
        empty = words.say("No note is like that.") if self.search.text() else words.say("No notes yet.")
        self.pairs.show_rows(view.rows, words.say("What was said, and its translation"), empty)
        self.findings.show_findings(view.findings, words)
        self.check.setEnabled(self.pairs.editing() is not None)

    # ---- size

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the scale that fits; where it is narrow, what stands beside the rows yields."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self, *, force: bool = False) -> None:
        fit = min(self.width() / 1366, self.height() / 690, 1.25)
        scale = max(1.0, int(fit * 20) / 20) * self._base.scale
        self.findings.setVisible(self.width() >= self._theme.px(_NARROW))
        if not force and scale == self._theme.scale:
            return
        theme = self._theme = self._base.scaled(scale)
        px = theme.px
        for part in (self._title, self._done, self._close, self._said, self.check, self._side, self._ring):
            part.set_theme(theme)
        for beside in (self.sections, self.pairs, self.findings):
            beside.set_theme(theme)
        for head in self._heads:
            head.set_theme(theme)
        self.search.set_theme(theme)
        self._strip.setContentsMargins(px(24), px(8), px(24), px(8))
        self._strip.setSpacing(px(14))
        self._middle.setContentsMargins(px(24), px(10), px(16), px(14))
        self._middle.setSpacing(px(8))
        self._over.setContentsMargins(0, 0, px(26), 0)
        self._over.setSpacing(px(28))
        self._side.setFixedWidth(px(_SIDE))
        self._side.column.setContentsMargins(0, 0, 0, 0)
        self.findings.setFixedWidth(px(_BESIDE))
        self.findings.setVisible(self.width() >= px(_NARROW))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, and that of the strip."""
        painter = QPainter(self)
        painter.fillRect(QRectF(self.rect()), self._theme.paper)
        painter.fillRect(QRectF(0, 0, self.width(), self._side.y()), self._theme.sunk)
        painter.fillRect(QRectF(self._side.geometry()), self._theme.sunk)


def _bug(error: Exception) -> None:
    """Nothing is asked here that can fail but by a fault of the program."""
    raise error
