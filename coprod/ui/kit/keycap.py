"""Key caps: the key that does the same as the button they stand on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod.present.commands import caps
from coprod.ui.theme import KEY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor, QPaintEvent

    from coprod.ui.theme import Theme

_GAP = 3


def keys_width(theme: Theme, keys: Sequence[str], *, bold: bool = False) -> float:
    """Measure a row of caps."""
    metrics = QFontMetricsF(theme.font(KEY, bold=bold))
    return sum(_cap(theme, metrics, key) for key in keys) + theme.px(_GAP) * max(0, len(keys) - 1)


def paint_keys(
    painter: QPainter,
    theme: Theme,
    keys: Sequence[str],
    right: QPointF,
    colours: tuple[QColor, QColor],
    *,
    bold: bool,
) -> None:
    """Paint a row of caps that ends at `right`, centred on its height; `colours` are those of text and edge."""
    font = theme.font(KEY, bold=bold)
    metrics, height = QFontMetricsF(font), theme.px(20)
    x = right.x() - keys_width(theme, keys, bold=bold)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for key in keys:
        cap = QRectF(x, right.y() - height / 2, _cap(theme, metrics, key), height)
        painter.setPen(QPen(colours[1], 1))
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setPen(colours[0])
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
        x += cap.width() + theme.px(_GAP)
    painter.restore()


class Caps(QWidget):
    """One key of a command, as it looks on the keyboard."""

    def __init__(self, theme: Theme, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._caps = theme, caps(key)
        self.setAccessibleName("+".join(self._caps))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give the size of the caps."""
        return QSize(round(keys_width(self._theme, self._caps)) + 2, self._theme.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the caps."""
        theme, right = self._theme, QPointF(self.width() - 1, self.height() / 2)
        paint_keys(QPainter(self), theme, self._caps, right, (theme.ink, theme.edge), bold=False)


def _cap(theme: Theme, metrics: QFontMetricsF, key: str) -> float:
    return max(float(theme.px(20)), metrics.horizontalAdvance(key) + theme.px(12))
