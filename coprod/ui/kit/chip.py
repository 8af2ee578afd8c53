"""The chip of one person in the round: shape, called name, and where their turn stands, in an icon and a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from coprod.present.marks import Mark, Standing, Voice
from coprod.ui.kit.icons import Icon
from coprod.ui.kit.shapes import paint_mark
from coprod.ui.kit.text import shape
from coprod.ui.theme import SAID, SMALL, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QTextLayout


_ICONS = {
    Standing.NEXT: "chevron-right",
    Standing.SPEAKING: "audio-lines",
    Standing.SPOKEN: "check",
    Standing.PASSED: "minus",
    Standing.LATER: "corner-down-left",
    Standing.WRITTEN: "pencil",
    Standing.HAND: "hand",
    Standing.AWAY: "door-open",
}


class VoiceChip(QAbstractButton):
    """One person in the round. Can be pressed and reached by Tab, to give that person the turn."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice = Voice("", Mark.NOT_SAID, "", Standing.NOT_YET, "")
        self._icon: Icon | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_theme(theme)

    def show_voice(self, voice: Voice) -> None:
        """Show a person and where their turn stands."""
        if voice != self._voice:
            self._voice = voice
            self.setText(voice.name)
            self.setAccessibleName(
                ", ".join(word for word in (voice.name, voice.mark_word, voice.word) if word)
            )
            self.setToolTip(voice.name)
            self.set_theme(self._theme)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        icon = _ICONS.get(self._voice.standing)
        self._icon = Icon(icon, self._inks()[1]) if icon else None
        self.setProperty("radius", theme.px(8))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give room for shape, name and standing."""
        theme = self._theme
        name = QFontMetricsF(theme.font(SAID, bold=True)).horizontalAdvance(self._voice.name)
        return QSize(round(max(name, self._word_width())) + theme.px(34 + 12), theme.px(54))

    def minimumSizeHint(self) -> QSize:
        """Allow a narrow chip: a long name ends in … there, and is whole in its tool tip; the standing is never cut."""
        theme = self._theme
        return QSize(max(theme.px(96), round(self._word_width()) + theme.px(34 + 8)), theme.px(54))

    def _word_width(self) -> float:
        theme = self._theme
        icon = theme.px(15 + 3) if self._icon is not None else 0
        return QFontMetricsF(theme.font(SMALL)).horizontalAdvance(self._voice.word) + icon

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, shape, name and standing."""
        theme, voice = self._theme, self._voice
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        ink, ink2 = self._inks()
        paint_mark(painter, voice.mark, QPointF(theme.px(19), self.height() / 2), theme.px(14), ink)
        left, speaking = theme.px(34), voice.standing is Standing.SPEAKING
        font = theme.font(SAID, bold=speaking)
        room = self.width() - left - theme.px(8)
        name = QFontMetricsF(font).elidedText(voice.name, Qt.TextElideMode.ElideRight, room)
        self._paint_line(painter, shape(name, font), left, 0.32 if voice.word else 0.5, ink)
        if self._icon is not None:
            size = theme.px(15)
            self._icon.paint(painter, left, self.height() * 0.7 - size / 2, size)
            left += size + theme.px(3)
        self._paint_line(painter, shape(voice.word, theme.font(SMALL)), left, 0.7, ink2)

    def _paint_line(
        self, painter: QPainter, line: QTextLayout, x: float, middle: float, colour: QColor
    ) -> None:
        painter.setPen(colour)
        line.draw(painter, QPointF(x, self.height() * middle - line.lineAt(0).height() / 2))

    def _paint_ground(self, painter: QPainter) -> None:
        theme, standing = self._theme, self._voice.standing
        grounds = {Standing.SPEAKING: theme.accent, Standing.NOT_YET: theme.paper, Standing.NEXT: theme.paper}
        edges = {Standing.SPEAKING: theme.accent, Standing.NOT_YET: theme.line, Standing.NEXT: theme.accent}
        stroke = 2.0 if standing is Standing.NEXT else 1.0
        ground = grounds.get(standing, theme.surface)
        edge = theme.edge if theme.edged_fill and standing not in edges else edges.get(standing, ground)
        painter.setPen(QPen(edge, stroke))
        painter.setBrush(ground)
        rect = QRectF(self.rect()).adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
        painter.drawRoundedRect(rect, theme.px(8), theme.px(8))

    def _inks(self) -> tuple[QColor, QColor]:
        if self._voice.standing is Standing.SPEAKING:
            return self._theme.on_accent, self._theme.on_accent
        return self._theme.ink, self._theme.ink2
