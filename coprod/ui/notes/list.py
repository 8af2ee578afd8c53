"""The notes under their items, thousands of them: laid out as they come into sight, painted as one."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from coprod.present.notebook import Heading
from coprod.ui.kit.bars import quiet_bar
from coprod.ui.kit.text import lay
from coprod.ui.notes.row import about_as_high, lay_row, paint_row
from coprod.ui.theme import BODY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from coprod.present.notebook import NoteRow
    from coprod.ui.notes.row import Laid
    from coprod.ui.theme import Theme

_FAR, _AIR = 1_000_000, 14
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -_FAR, Qt.Key.Key_End: _FAR}


class Line(Protocol):
    """A row that can be chosen; `told`: all of it for a screen reader."""

    @property
    def id(self) -> str:
        """What it is known by."""

    @property
    def told(self) -> str:
        """What is said of it."""


class NoteList(QAbstractScrollArea):
    """One control: the arrow keys go from note to note, and what is said of it is the note that is chosen."""

    opened = Signal(str)
    """A note that somebody wants to change."""
    typed = Signal(str)
    """Letters that were meant for a text: none is a key here."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: Sequence[Heading | Line] = ()
        self._laid: dict[int, Laid] = {}
        self._heights: list[int] = []
        self._tops: list[int] = [0]
        self._chosen = self._name = ""
        self._stuck, self._placing = True, False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setProperty("radius", 8)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.set_theme(theme)

    # ---- what the window tells it

    def show_rows(self, rows: Sequence[Heading | Line], name: str, empty: str) -> None:
        """Show these rows; where the end was in sight, it stays in sight."""
        self._name = name if rows else empty
        if rows != self._rows:
            before, self._rows = self._rows, rows
            self._measure(before)
        self._tell()
        self.viewport().update()

    def chosen(self) -> str:
        """The note that is chosen; "" where none is."""
        return self._chosen if any(row.id == self._chosen for row in self._notes()) else ""

    def last(self) -> str:
        """The note at the end; "" where there is none."""
        return next((row.id for row in reversed(self._rows) if not isinstance(row, Heading)), "")

    def first(self) -> None:
        """Choose the first that is shown."""
        self.choose(next((row.id for row in self._notes()), ""))

    def choose(self, note: str) -> None:
        """Choose a note, and bring it into sight."""
        self._chosen = note
        self._reveal()
        self._tell()
        self.viewport().update()

    def show_item(self, item: str) -> None:
        """Bring the heading of an item to the top."""
        place = next(
            (n for n, row in enumerate(self._rows) if isinstance(row, Heading) and row.id == item), None
        )
        if place is not None:
            self.verticalScrollBar().setValue(self._tops[place])

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        self.setStyleSheet(quiet_bar(theme))
        self.verticalScrollBar().setSingleStep(theme.px(24))
        self._measure()
        self.viewport().update()

    # ---- keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from note to note; Enter changes the one that is chosen."""
        key = Qt.Key(event.key())
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Home: -len(self._rows),
            Qt.Key.Key_End: len(self._rows),
        }
        if key in steps:
            self._step(steps[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.chosen():
            self.opened.emit(self.chosen())
        elif event.text().isprintable() and event.text() and not event.modifiers() & _COMMANDS:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the note under the hand."""
        place = self._under(round(event.position().y()) + self.verticalScrollBar().value())
        if place is not None and not isinstance(self._rows[place], Heading):
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.choose(self._rows[place].id)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Change it."""
        if self.chosen():
            self.opened.emit(self.chosen())

    def _step(self, step: int) -> None:
        notes = [row.id for row in self._notes()]
        if notes:
            at = notes.index(self._chosen) if self._chosen in notes else len(notes) if step < 0 else -1
            self.choose(notes[max(0, min(len(notes) - 1, at + step))])

    def _notes(self) -> list[Line]:
        return [row for row in self._rows if not isinstance(row, Heading)]

    def _under(self, y: int) -> int | None:
        place = bisect_right(self._tops, y) - 1
        return place if 0 <= place < len(self._rows) else None

    # ---- where everything is

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out again at another width; the end stays in sight."""
        super().resizeEvent(event)
        self._measure(self._rows if event.oldSize().width() == self.viewport().width() else ())

    def _scrolled(self, value: int) -> None:
        """Whoever scrolls away from the end stays where they are; at the end the newest note stays in sight."""
        if not self._placing:
            self._stuck = value >= self.verticalScrollBar().maximum() - self._theme.px(8)
        self.moved()

    def _measure(self, before: Sequence[Heading | Line] = ()) -> None:
        """Know the height of every row: of those that stood there `before` as it was, of the others about."""
        same = [row is old or row == old for row, old in zip(self._rows, before, strict=False)]
        self._laid = {n: known for n, known in self._laid.items() if n < len(same) and same[n]}
        heights = self._heights
        self._heights = [
            heights[n] if n < len(same) and same[n] else self._about(row) for n, row in enumerate(self._rows)
        ]
        self._place()

    def _place(self) -> None:
        self._tops = [0, *accumulate(self._heights)]
        page = self.viewport().height()
        bar, self._placing = self.verticalScrollBar(), True
        bar.setPageStep(page)
        bar.setRange(0, max(0, self._tops[-1] - page))
        if self._stuck:
            bar.setValue(bar.maximum())
        self._placing = False
        self.moved()

    def lay(self, row: Heading | Line, width: int) -> Laid:
        """Lay out a row; another list lays out other rows."""
        return lay_row(cast("NoteRow", row), self._theme, width)

    def about(self, row: Heading | Line, width: int) -> int:
        """The height of a row that is not laid out, near enough to scroll by."""
        return about_as_high(cast("NoteRow", row), self._theme, width)

    def moved(self) -> None:
        """The rows stand elsewhere now, or are scrolled; here nothing goes with them."""

    def _about(self, row: Heading | Line) -> int:
        return self.about(row, self._width())

    def _width(self) -> int:
        return max(160, self.viewport().width() - self._theme.px(16))

    def _see(self, first: int, last: int) -> None:
        """Lay out the rows between two places; one that is higher than thought moves what is below it."""
        changed = False
        for place in range(first, last):
            row = self._rows[place]
            if place not in self._laid:
                laid = self._laid[place] = self.lay(row, self._width())
                changed = changed or laid.height != self._heights[place]
                self._heights[place] = laid.height
        if changed:
            self._place()

    def _seen(self) -> tuple[int, int]:
        """The places of the rows that are in sight, laid out."""
        for _ in range(4):  # a row that is lower than thought lets another come into sight
            top = self.verticalScrollBar().value()
            first = max(0, bisect_right(self._tops, top) - 1)
            last = min(len(self._rows), bisect_right(self._tops, top + self.viewport().height()))
            if all(place in self._laid for place in range(first, last)):
                break
            self._see(first, last)
        return first, last

    def _reveal(self) -> None:
        place = next(
            (
                n
                for n, row in enumerate(self._rows)
                if row.id == self._chosen and not isinstance(row, Heading)
            ),
            None,
        )
        if place is None:
            return
        self._see(max(0, place - 1), place + 1)
        bar, page = self.verticalScrollBar(), self.viewport().height()
        top, foot = self._tops[place], self._tops[place + 1]
        if top < bar.value() or foot - top > page:
            bar.setValue(top)
        elif foot > bar.value() + page:
            bar.setValue(foot - page)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows in sight, and a bar beside the note that is chosen."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._rows:
            empty = lay(self._name, "", self._theme.font(BODY), self._theme.px(BODY.line), self._width())
            empty.paint(painter, 0, self._theme.px(_AIR), self._theme.ink2)
        first, last = self._seen()
        top = self.verticalScrollBar().value()
        for place in range(first, last):
            rect = QRect(0, self._tops[place] - top, self._width(), self._heights[place])
            if rect.intersects(event.rect()):
                row = self._rows[place]
                chosen = row.id == self._chosen and not isinstance(row, Heading)
                paint_row(painter, self._theme, self._laid[place], rect, chosen=chosen)

    def _tell(self) -> None:
        """Say to a screen reader which note is chosen."""
        told = next((row.told for row in self._notes() if row.id == self._chosen), "") if self._chosen else ""
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(told)
