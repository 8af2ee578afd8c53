"""The palette: a field, and what can be done by a name like the one typed. Arrows choose, Enter does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from coprod.present.palette import Offer, found
from coprod.ui.console.overlay import Overlay
from coprod.ui.kit.keycap import keys_width, paint_keys
from coprod.ui.kit.text import Words, shape
from coprod.ui.theme import BODY, SAID, SMALL, Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QInputMethodEvent, QPaintEvent

    from coprod.i18n import Catalogue

_ROWS, _HIGH, _WIDE = 8, 44, 640


class Field(QLineEdit):
    """Takes what is looked for; it knows when an input method is at work."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.composing = False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Know when an input method is at work: keys are its own then."""
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)


class OfferRow(QAbstractButton):
    """One thing that can be done: its name, the same in the other language, its key."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._offer: Offer | None = None
        self._chosen = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(theme.px(_HIGH))

    def show_offer(self, offer: Offer, *, chosen: bool) -> None:
        """Show what can be done, and whether Enter does it."""
        self._offer, self._chosen = offer, chosen
        self.setText(offer.title)
        self.setAccessibleName(", ".join(filter(None, (offer.title, offer.beside))))
        self.setAccessibleDescription("+".join(offer.keys))
        self.update()

    def sizeHint(self) -> QSize:
        """Be as wide as the panel."""
        return QSize(self._theme.px(320), self._theme.px(_HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, both names and keys."""
        if self._offer is None:
            return
        theme, painter, offer = self._theme, QPainter(self), self._offer
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = theme.on_accent if self._chosen else theme.ink
        second = theme.on_accent if self._chosen else theme.ink2
        if self._chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.accent)
            painter.drawRoundedRect(QRectF(self.rect()), theme.px(8), theme.px(8))
        side, middle, right = theme.px(12), self.height() / 2, self.width() - theme.px(12)
        if offer.keys:
            edge = theme.on_accent if self._chosen else theme.edge
            paint_keys(painter, theme, offer.keys, QPointF(right, middle), (ink, edge), bold=False)
            right -= round(keys_width(theme, offer.keys)) + side
        font = theme.font(BODY, bold=self._chosen)
        title = QFontMetricsF(font).elidedText(offer.title, Qt.TextElideMode.ElideRight, right - side)
        line = shape(title, font)
        painter.setPen(ink)
        line.draw(painter, QPointF(side, middle - line.lineAt(0).height() / 2))
        left = side + QFontMetricsF(font).horizontalAdvance(title) + side
        small = theme.font(SMALL)
        beside = QFontMetricsF(small).elidedText(offer.beside, Qt.TextElideMode.ElideRight, right - left)
        if len(beside) > 1:
            other = shape(beside, small)
            painter.setPen(second)
            other.draw(painter, QPointF(left, middle - other.lineAt(0).height() / 2))


class Palette(Overlay):
    """Finds what can be done by its name."""

    chosen = Signal(object)
    """An `Offer`."""

    def __init__(self, theme: Theme, offers: Sequence[Offer], words: Catalogue, window: QWidget) -> None:
        super().__init__(theme, words.say("Find anything"), window)
        self._offers, self._words = tuple(offers), words
        self._found: tuple[Offer, ...] = ()
        self._at = 0
        self.field = Field(self)
        self.field.setAccessibleName(words.say("What would you like to do?"))
        self.field.setPlaceholderText(words.say("What would you like to do?"))
        self.field.setFont(theme.font(SAID))
        self.field.setFixedHeight(theme.px(48))
        look = f"background: {theme.paper.name()}; color: {theme.ink.name()}; padding: 0 {theme.px(12)}px;"
        self.field.setStyleSheet(
            f"QLineEdit {{ {look} border: 1px solid {theme.edge.name()}; border-radius: {theme.px(8)}px;"
            f" placeholder-text-color: {theme.ink2.name()} }}"
        )
        self.column.addWidget(self.field)
        self.column.addSpacing(theme.px(10))
        self.rows = [OfferRow(theme, self) for _ in range(_ROWS)]
        for place, row in enumerate(self.rows):
            row.clicked.connect(lambda _checked=False, place=place: self._choose(self._first() + place))
            self.column.addWidget(row)
        self._none = Words(theme, BODY, token="ink2", parent=self)
        self._none.say(words.say("Nothing is called that."), words.lang)
        self.column.addWidget(self._none)
        self.column.addStretch(1)
        self.column.setSpacing(theme.px(2))
        self.field.textChanged.connect(self._look)
        self._look("")
        self.field.setFocus()

    def show_palette(self) -> None:
        """Open it; its height stays while one types."""
        px = self._theme.px
        self.stand(px(_WIDE), px(48 + 48 + 16 + _ROWS * (_HIGH + 2)))

    def found(self) -> tuple[Offer, ...]:
        """What is found, the best first."""
        return self._found

    def press(self, name: str, /) -> bool:
        """Walk by arrows, do by Enter."""
        if self.field.composing:
            return True
        steps = {"Down": 1, "Up": -1}
        if name in steps:
            self._at = (self._at + steps[name]) % max(1, len(self._found))
            self._show()
        elif name == "Return":
            self._choose(self._at)
        elif name == "Ctrl+K":
            self.close()
        else:
            return False
        return True

    def _look(self, query: str) -> None:
        self._found, self._at = found(self._offers, query), 0
        self._show()

    def _first(self) -> int:
        """Of those found, the first that is shown: the chosen one is always among them."""
        return max(0, min(self._at - _ROWS // 2, len(self._found) - _ROWS))

    def _show(self) -> None:
        first = self._first()
        shown = self._found[first : first + _ROWS]
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(shown))
            if place < len(shown):
                row.show_offer(shown[place], chosen=first + place == self._at)
        self._none.setVisible(not shown)
        if shown:
            self.field.setAccessibleDescription(self._found[self._at].title)

    def _choose(self, place: int) -> None:
        if place < len(self._found):
            offer = self._found[place]
            self.close()
            self.chosen.emit(offer)
