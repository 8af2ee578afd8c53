"""Text of more than one line: broken at phrases, balanced, with our own line heights. Nothing is ever cut short."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod.ui.kit.lines import broken, measure

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent

    from coprod.ui.kit.lines import Advance
    from coprod.ui.theme import Step, Theme


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
    advance = advance_of(font, lang)
    if width is None or ("\n" not in text and advance(text.rstrip()) <= width):
        return block([text], lang, font, line)
    return block(broken(measure(text, lang, advance), width), lang, font, line)


def block(lines: Iterable[str], lang: str, font: QFont, line: float) -> Block:
    """Shape lines that were broken before."""
    return Block(tuple(shape(each, font, lang) for each in lines), font, line)


def advance_of(font: QFont, lang: str) -> Advance:
    """Give what measures a text in one line of a font."""
    metrics, tuck = QFontMetricsF(font), _tuck(font) if _latin(lang) else 0.0
    return lambda text: metrics.horizontalAdvance(text) - tuck * text.count("’")


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
        self._laid: dict[float | None, Block] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, text: str, lang: str = "") -> None:
        """Show a text; `lang` says how its lines break."""
        if (text, lang) != (self._text, self._lang):
            self._text, self._lang = text, lang
            self._laid.clear()
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def text(self) -> str:
        """The text shown."""
        return self._text

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        self._laid.clear()
        self.updateGeometry()
        self.update()

    def lay(self, width: float | None) -> Block:
        """Lay the text out for a width, once for each."""
        if width not in self._laid:
            theme = self._theme
            font, line = theme.font(self._step, bold=self._bold), theme.px(self._step.line)
            self._laid[width] = lay(self._text, self._lang, font, line, width)
        return self._laid[width]

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
