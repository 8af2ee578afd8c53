"""Sessions on the home window: the one at hand, large; the others in columns, each a line that can be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coprod.ui.kit.button import TALL, ActionButton, Role
from coprod.ui.kit.text import Words
from coprod.ui.theme import BODY, LARGE, SAID, SMALL, TITLE, Theme

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QPaintEvent

    from coprod.present.home import Column, SessionCard, SessionLine


class Card(QWidget):
    """The session at hand: when, what, and one button."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, view: SessionCard) -> None:
        super().__init__()
        self._theme = theme
        said = QVBoxLayout()
        said.setSpacing(theme.px(8))
        when = Words(theme, SMALL, bold=True, token="accent")
        when.say(view.when)
        said.addWidget(when)
        for place, title in enumerate(view.titles):
            line = Words(theme, TITLE if place == 0 else LARGE, bold=place == 0)
            line.say(title.text, title.lang)
            said.addWidget(line)
        facts = Words(theme, BODY, token="ink2")
        facts.say("    ".join(view.facts))
        said.addWidget(facts)
        self.button = ActionButton(theme, view.action, role=Role.MAIN, icon="arrow-right", height=TALL)
        self.button.clicked.connect(lambda: self.chosen.emit(view.session))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(28), theme.px(24), theme.px(28), theme.px(24))
        row.setSpacing(theme.px(24))
        row.addLayout(said, 1)
        row.addWidget(self.button)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the panel."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.surface)
        radius = self._theme.px(12)
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)


class LineButton(QAbstractButton):
    """One session: its titles, when it is, and what it is waiting for. The whole line can be chosen."""

    def __init__(self, theme: Theme, view: SessionLine) -> None:
        super().__init__()
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        titles = " / ".join(title.text for title in view.titles)
        self.setAccessibleName(f"{titles}, {view.when}, {view.missing}")
        self.setText(titles)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, theme.px(12), 0, theme.px(13))
        rows.setSpacing(0)
        for place, title in enumerate(view.titles):
            line = Words(theme, SAID if place else BODY, bold=place == 0)
            line.say(title.text, title.lang)
            rows.addWidget(line)
        foot = QHBoxLayout()
        when, missing = Words(theme, SMALL, token="ink2"), Words(theme, SMALL, token="ink2")
        when.say(view.when)
        missing.say(view.missing)
        for words in (when, missing):
            words.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        foot.addWidget(when)
        foot.addStretch(1)
        foot.addWidget(missing)
        rows.addLayout(foot)
        for words in self.findChildren(Words):
            words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """Give the size of what stands in it."""
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the hairline under it."""
        painter = QPainter(self)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), self._theme.line)
        if self.underMouse() or self.isDown():
            painter.fillRect(QRectF(0, 0, self.width(), self.height() - 1), self._theme.surface)


class ColumnOfLines(QWidget):
    """A heading with a count, and its sessions."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, view: Column) -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        head = QHBoxLayout()
        heading, count = Words(theme, BODY, bold=True), Words(theme, BODY, token="ink2")
        heading.say(view.heading)
        count.say(str(len(view.lines)))
        count.setFixedWidth(count.sizeHint().width())
        head.addWidget(heading, 1)
        head.addWidget(count)
        head.setContentsMargins(0, 0, 0, theme.px(8))
        rows.addLayout(head)
        rows.addWidget(_Rule(theme))
        for line in view.lines:
            button = LineButton(theme, line)
            button.clicked.connect(lambda _=False, session=line.session: self.chosen.emit(session))
            rows.addWidget(button)
        rows.addStretch(1)


class _Rule(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.line)
