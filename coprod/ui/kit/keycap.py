"""Key caps: the key that does the same as the button they stand on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from coprod.ui.theme import KEY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor

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


def _cap(theme: Theme, metrics: QFontMetricsF, key: str) -> float:
    return max(float(theme.px(20)), metrics.horizontalAdvance(key) + theme.px(12))
