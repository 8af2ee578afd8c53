"""Text of more than one line: broken at phrases, balanced, with our own line heights. Nothing is ever cut short."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod.ui.kit.phrases import characters, phrases

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from coprod.ui.theme import Step, Theme

_BALANCED = 5
"""From this many lines on a text is filled line by line: balancing a long text wins nothing."""


@dataclass(frozen=True, slots=True)
class Block:
    """Text that has been laid out: its lines, each shaped, and the height of a line in px."""

    layouts: tuple[QTextLayout, ...]
    font: QFont
    line: float

    @property
    def lines(self) -> tuple[str, ...]:
        """The text of each line."""
        return tuple(layout.text() for layout in self.layouts)

    @property
    def widths(self) -> tuple[float, ...]:
        """The width of each line."""
        return tuple(layout.lineAt(0).naturalTextWidth() for layout in self.layouts)

    @property
    def width(self) -> float:
        """The width of the widest line."""
        return max(self.widths, default=0.0)

    @property
    def height(self) -> float:
        """The height of all lines."""
        return self.line * len(self.layouts)

    @property
    def baseline(self) -> float:
        """How far the first baseline lies under the top."""
        metrics = QFontMetricsF(self.font)
        return (self.line - metrics.height()) / 2 + metrics.ascent()

    def paint(self, painter: QPainter, x: float, y: float, colour: QColor, align: float = 0.0) -> None:
        """Paint the lines with their top left at (x, y); `align` 0.5 centres them about x, 1 ends them there."""
        painter.setPen(colour)
        for number, (layout, width) in enumerate(zip(self.layouts, self.widths, strict=True)):
            baseline = y + number * self.line + self.baseline
            layout.draw(painter, QPointF(x - align * width, baseline - layout.lineAt(0).ascent()))


def lay(text: str, lang: str, font: QFont, line: float, width: float | None = None) -> Block:
    """Lay a text out in lines of at most `width` px, in as few lines as it needs; without a width, in one line."""
    measure = partial(_measure, metrics=QFontMetricsF(font), tuck=_tuck(font) if _latin(lang) else 0.0)
    lines: list[str] = []
    for paragraph in text.splitlines() or [""]:
        lines += [paragraph] if width is None else _break(phrases(paragraph, lang), measure, width)
    return Block(tuple(shape(each, font, lang) for each in lines), font, line)


def shape(text: str, font: QFont, lang: str = "") -> QTextLayout:
    """Shape one line. In Latin text the wide ’ of the font is given the advance of '."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    if "’" in text and _latin(lang):
        layout.setFormats(_tucked(text, _tuck(font)))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return layout


def _latin(lang: str) -> bool:
    return lang not in {"ja", "ko"}


def _tuck(font: QFont) -> float:
    metrics = QFontMetricsF(font)
    return metrics.horizontalAdvance("’") - metrics.horizontalAdvance("'")


def _tucked(text: str, tuck: float) -> list[QTextLayout.FormatRange]:
    ranges = []
    for index in (i for i, char in enumerate(text) if char == "’"):
        one = QTextLayout.FormatRange()
        one.start, one.length = len(text[:index].encode("utf-16-le", "surrogatepass")) // 2, 1
        form = QTextCharFormat()
        form.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        form.setFontLetterSpacing(-tuck)
        one.format = form
        ranges.append(one)
    return ranges


def _measure(text: str, metrics: QFontMetricsF, tuck: float) -> float:
    return metrics.horizontalAdvance(text.rstrip()) - tuck * text.count("’")


def _break(pieces: list[str], measure: Callable[[str], float], width: float) -> list[str]:
    """Break into as few lines as possible; a few lines are balanced, more are filled one after the other."""
    pieces = [
        part for piece in pieces for part in ([piece] if measure(piece) <= width else characters(piece))
    ]
    filled = _fill(pieces, measure, width)
    if 1 < len(filled) < _BALANCED:
        ends = _balance([measure(p) for p in pieces], pieces, len(filled), width)
        balanced = ["".join(pieces[a:b]) for a, b in pairwise([0, *ends])]
        if ends and all(measure(line) <= width for line in balanced):
            filled = balanced
    return [line.strip() for line in filled] or [""]


def _fill(pieces: list[str], measure: Callable[[str], float], width: float) -> list[str]:
    lines: list[str] = []
    for piece in pieces:
        if lines and measure(lines[-1] + piece) <= width:
            lines[-1] += piece
        else:
            lines.append(piece)
    return lines


def _balance(widths: list[float], pieces: list[str], count: int, limit: float) -> list[int]:
    """Find where the lines end so that they are most alike in width, rather after a comma than not."""
    goal = sum(widths) / count
    best: list[dict[int, tuple[float, list[int]]]] = [{0: (0.0, [])}]
    for _ in range(count):
        reached: dict[int, tuple[float, list[int]]] = {}
        for start, (cost, ends) in best[-1].items():
            width = 0.0
            for end in range(start + 1, len(pieces) + 1):
                width += widths[end - 1]
                if width > limit:
                    break
                after = pieces[end - 1].rstrip()[-1:] in set("、。,;:.") or end == len(pieces)
                total = cost + ((width - goal) / goal) ** 2 + (0.0 if after else 0.08)
                if end not in reached or total < reached[end][0]:
                    reached[end] = (total, [*ends, end])
        best.append(reached)
    return best[-1].get(len(pieces), (0.0, []))[1]


class Words(QWidget):
    """A text in a window: any number of lines, in a colour of the theme, read by screen readers."""

    def __init__(
        self,
        theme: Theme,
        step: Step,
        *,
        bold: bool = False,
        token: str = "ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._step, self._bold, self._token = theme, step, bold, token
        self._text = self._lang = ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, text: str, lang: str = "") -> None:
        """Show a text; `lang` says how its lines break."""
        if (text, lang) != (self._text, self._lang):
            self._text, self._lang = text, lang
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def text(self) -> str:
        """The text shown."""
        return self._text

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def lay(self, width: float | None) -> Block:
        """Lay the text out for a width."""
        theme = self._theme
        return lay(
            self._text, self._lang, theme.font(self._step, bold=self._bold), theme.px(self._step.line), width
        )

    def hasHeightForWidth(self) -> bool:
        """Say that a narrower text is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height that the text needs at a width."""
        return round(self.lay(width).height)

    def sizeHint(self) -> QSize:
        """Give the size of the text in one line."""
        block = self.lay(None)
        return QSize(round(block.width) + 1, round(block.height))

    def minimumSizeHint(self) -> QSize:
        """Allow any width: the lines break."""
        return QSize(self._theme.px(40), self._theme.px(self._step.line))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines."""
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.lay(self.width()).paint(painter, 0, 0, getattr(self._theme, self._token))
