"""The round: everybody in their places, each chip a way to give the voice; and the strip of what was just done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from coprod.ui.kit.chip import VoiceChip
from coprod.ui.kit.text import Words
from coprod.ui.kit.toast import Toast
from coprod.ui.theme import BODY, SAID, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from coprod.i18n import Catalogue
    from coprod.present.voices import RoundView

_CHIP, _WIDEST, _BESIDE, _HEIGHT, _GAP = 122, 190, 44, 54, 8


class Seats(QWidget):
    """The chips in rows, in seating order. Arrow keys move between them."""

    pressed = Signal(str)
    """A person whom somebody gave the voice by a click."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chips: list[VoiceChip] = []
        self._ids: list[str] = []
        self._widest = 0.0

    def show_seats(self, view: RoundView) -> bool:
        """Show everybody; a chip that is no longer needed is put away. Whether there are more or fewer than before."""
        while len(self._chips) < len(view.seats):
            chip = VoiceChip(self._theme, self)
            place = len(self._chips)
            chip.clicked.connect(lambda _checked=False, place=place: self.pressed.emit(self._ids[place]))
            self._chips.append(chip)
            chip.show()
        widest = self._widest_name(view)
        changed = len(view.seats) != len(self._ids) or widest != self._widest
        self._widest = widest
        self._ids = [seat.id for seat in view.seats]
        for chip, seat in zip(self._chips, view.seats, strict=False):
            chip.show_voice(seat.voice)
        for spare in self._chips[len(self._ids) :]:
            spare.hide()
        if changed:
            self._place()
        return changed

    def person(self) -> str | None:
        """Who has the focus."""
        focused = next((place for place, chip in enumerate(self._chips) if chip.hasFocus()), None)
        return self._ids[focused] if focused is not None and focused < len(self._ids) else None

    def step(self, key: str) -> bool:
        """Move the focus by an arrow key; whether it was one, and on a chip."""
        who = self.person()
        steps = {"Left": -1, "Right": 1, "Up": -self._columns(), "Down": self._columns()}
        if who is None or key not in steps:
            return False
        place = self._ids.index(who) + steps[key]
        if 0 <= place < len(self._ids):
            self._chips[place].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def focus(self, who: str) -> None:
        """Give the focus to somebody's chip."""
        if who in self._ids:
            self._chips[self._ids.index(who)].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        for chip in self._chips:
            chip.set_theme(theme)
        self._place()

    def height_for(self, width: int) -> int:
        """Give the height of all rows."""
        rows = -(-len(self._ids) // self._columns(width)) if self._ids else 1
        return rows * self._theme.px(_HEIGHT) + (rows - 1) * self._theme.px(_GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the chips."""
        super().resizeEvent(event)
        self._place()

    def _columns(self, width: int | None = None) -> int:
        gap = self._theme.px(_GAP)
        wide = (self.width() if width is None else width) + gap
        chip = min(max(self._theme.px(_CHIP), self._widest), self._theme.px(_WIDEST))
        return max(2, int(wide // (chip + gap)))

    def _widest_name(self, view: RoundView) -> float:
        """How wide a chip has to be for the longest name; not for where a turn stands, so that none ever jumps."""
        metrics = QFontMetricsF(self._theme.font(SAID, bold=True))
        names = (metrics.horizontalAdvance(seat.voice.name) for seat in view.seats)
        return max(names, default=0.0) + self._theme.px(_BESIDE)

    def _place(self) -> None:
        columns, gap, height = self._columns(), self._theme.px(_GAP), self._theme.px(_HEIGHT)
        wide = (self.width() + gap) / columns - gap
        for place, chip in enumerate(self._chips[: len(self._ids)]):
            row, column = divmod(place, columns)
            left = round(column * (wide + gap))
            chip.setGeometry(
                left, row * (height + gap), round((column + 1) * (wide + gap) - gap) - left, height
            )


class RoundHead(QWidget):
    """The name of the round, how many are to come, and at the right what was just done."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = Words(theme, BODY, bold=True, token="ink2", parent=self)
        self._count = Words(theme, BODY, token="ink2", parent=self)
        self.toast = Toast(theme, self)
        self.toast.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for words in (self._head, self._count):
            words.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
            self._row.addWidget(words, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addStretch(1)
        self._row.addWidget(self.toast)
        self.set_theme(theme)

    def show_view(self, view: RoundView, words: Catalogue) -> None:
        """Show the round's name and count."""
        self._head.say(view.head, words.lang)
        self._count.say(view.count, words.lang)

    def height_for(self, width: int) -> int:
        """Give the height that the words need at a width."""
        hint = self._row.sizeHint()
        return hint.height() if hint.width() <= width else max(self._row.heightForWidth(width), hint.height())

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        for part in (self._head, self._count, self.toast):
            part.set_theme(theme)
        self._row.setSpacing(theme.px(12))
