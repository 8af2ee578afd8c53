"""Beside the notes: who speaks and comes next, soft time, and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from coprod.present.notes import NOTES_KEYS
from coprod.ui.kit.arc import SoftTime
from coprod.ui.kit.keycap import Caps
from coprod.ui.kit.shapes import paint_mark
from coprod.ui.kit.text import Words, lay
from coprod.ui.theme import BODY, LARGE, SMALL, TITLE, Step, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from coprod.i18n import Catalogue
    from coprod.present.notebook import NotebookView, Speaker


class SpeakerLine(QWidget):
    """A person with their shape; the name breaks where it is long."""

    def __init__(self, theme: Theme, step: Step, *, bold: bool) -> None:
        super().__init__()
        self._theme, self._step, self._bold = theme, step, bold
        self._speaker: Speaker | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_speaker(self, speaker: Speaker | None) -> None:
        """Show somebody, or nobody."""
        self.setVisible(speaker is not None)
        if speaker != self._speaker:
            self._speaker = speaker
            self.setAccessibleName(speaker.name if speaker else "")
            self.updateGeometry()
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Say that a narrower one is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the name."""
        theme = self._theme
        name = self._speaker.name if self._speaker else ""
        font = theme.font(self._step, bold=self._bold)
        return round(lay(name, "", font, theme.px(self._step.line), width - self._indent()).height)

    def sizeHint(self) -> QSize:
        """Be as wide as there is room."""
        return QSize(self._theme.px(200), self.heightForWidth(self.width() or self._theme.px(200)))

    def _indent(self) -> int:
        return self._theme.px(22)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint shape and name."""
        if self._speaker is None:
            return
        theme, painter = self._theme, QPainter(self)
        line = theme.px(self._step.line)
        paint_mark(painter, self._speaker.mark, QPointF(theme.px(7), line / 2), theme.px(14), theme.ink)
        font = theme.font(self._step, bold=self._bold)
        name = lay(self._speaker.name, "", font, line, self.width() - self._indent())
        name.paint(painter, self._indent(), 0, theme.ink)


class NowColumn(QWidget):
    """What a note-taker looks up to see."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now_head, self._next_head = (Words(theme, BODY, bold=True, token="ink2") for _ in range(2))
        self._now, self._next = SpeakerLine(theme, TITLE, bold=True), SpeakerLine(theme, LARGE, bold=False)
        self._time, self._ends = SoftTime(theme), Words(theme, SMALL, token="ink2")
        self._keys_head = Words(theme, BODY, bold=True, token="ink2")
        self._names = [Words(theme, SMALL, token="ink2") for _ in NOTES_KEYS]
        self._caps = [Caps(theme, key) for _, key in NOTES_KEYS]
        self._keys = QWidget()
        self._column, keys, self._grid = QVBoxLayout(self), QVBoxLayout(self._keys), QGridLayout()
        self._column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)  # the keys yield
        keys.setContentsMargins(0, 0, 0, 0)
        for part in (self._now_head, self._now, self._next_head, self._next, self._time, self._ends):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._column.addWidget(self._keys)
        keys.addWidget(self._keys_head)
        keys.addLayout(self._grid)
        self._grid.setColumnStretch(0, 1)
        for row, (name, cap) in enumerate(zip(self._names, self._caps, strict=True)):
            self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(cap, row, 1, Qt.AlignmentFlag.AlignLeft)
        self.set_theme(theme)

    def show_view(self, view: NotebookView, words: Catalogue) -> None:
        """Show who speaks and how the time is."""
        self._now.show_speaker(view.now)
        self._next.show_speaker(view.next)
        self._now_head.setVisible(view.now is not None)
        self._next_head.setVisible(view.next is not None)
        self._time.show_share(view.share, view.ends)
        self._time.setVisible(view.share is not None)
        self._ends.say(view.ends, words.lang)
        self._yield()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the keys yield where names are long, the last first."""
        super().resizeEvent(event)
        self._yield()

    def _yield(self) -> None:
        parts = (self._now_head, self._now, self._next_head, self._next, self._ends)
        margins = self._column.contentsMargins()
        width = self.width() - margins.left() - margins.right()
        used = sum(
            part.heightForWidth(width) + self._column.spacing() for part in parts if not part.isHidden()
        )
        used += self._time.sizeHint().height() + margins.top() + margins.bottom()
        room = self.height() - used - self._keys_head.heightForWidth(width) - 2 * self._column.spacing()
        room -= self._show_keys(room, width)
        self._keys.setVisible(room >= 0 and any(not name.isHidden() for name in self._names))

    def _show_keys(self, room: int, width: int) -> int:
        """Show as many keys as there is room for, the first first; the height that they take, in px."""
        gap = self._grid.verticalSpacing()
        beside = max(cap.sizeHint().width() for cap in self._caps) + self._grid.horizontalSpacing()
        taken, fits = 0, True
        for name, cap in zip(self._names, self._caps, strict=True):
            high = max(name.heightForWidth(width - beside), cap.sizeHint().height()) + gap
            fits = fits and taken + high <= room
            taken += high if fits else 0
            name.setVisible(fits)
            cap.setVisible(fits)
        return taken

    def retranslate(self, words: Catalogue) -> None:
        """Name everything in another language."""
        self._now_head.say(words.say("Now"), words.lang)
        self._next_head.say(words.say("Next"), words.lang)
        self._keys_head.say(words.say("Keys"), words.lang)
        for label, (name, _) in zip(self._names, NOTES_KEYS, strict=True):
            label.say(words.say(name), words.lang)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        px = theme.px
        for words in (self._now_head, self._next_head, self._ends, self._keys_head, *self._names):
            words.set_theme(theme)
        for speaker in (self._now, self._next):
            speaker.set_theme(theme)
        self._time.set_theme(theme)
        for cap in self._caps:
            cap.set_theme(theme)
        self._column.setContentsMargins(px(8), px(10), px(20), px(14))
        self._column.setSpacing(px(6))
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setVerticalSpacing(px(4))
