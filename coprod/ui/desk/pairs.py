"""The rows of the desk, thousands of them; the one that is opened has a field in the place of its translation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter

from coprod.present.desk_rows import DeskLine
from coprod.ui.desk.row import Pair, about_as_high, lay_pair, translated_from
from coprod.ui.kit.icons import Icon
from coprod.ui.notes.editor import Editor
from coprod.ui.notes.list import NoteList
from coprod.ui.theme import SAID, SMALL

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from coprod.present.notebook import Heading
    from coprod.ui.notes.list import Line
    from coprod.ui.notes.row import Laid
    from coprod.ui.theme import Theme

_PAD = 8


class PairList(NoteList):
    """One control, and one field in it. `left` is emitted with a row and what stands in its field, as it is left."""

    left = Signal(object, str)
    written = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._editing: DeskLine | None = None
        self._icons: dict[str, Icon] = {}
        super().__init__(theme, parent)
        self.editor = Editor(theme, self.viewport())
        self.editor.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # it grows
        self.editor.hide()
        self.editor.written.connect(self._grown)

    def begin(self, line: DeskLine, name: str) -> None:
        """Open the field of a row; what stood in another is told as it is left."""
        if self._editing is not None and self._editing.id == line.id:
            self.editor.setFocus()
            return
        self.end()
        self._editing = line
        self.editor.setAccessibleName(name)
        self.editor.show_text(line.target.body)
        self.choose(line.id)
        self._relay()
        self.editor.show()
        self.moved()
        self.editor.setFocus()

    def end(self) -> None:
        """Close the field, and tell what stands in it."""
        line, self._editing = self._editing, None
        if line is not None:
            self.editor.commit()
            text = self.editor.toPlainText()
            self.editor.erase()
            self.editor.hide()
            self._relay(line.id)
            self.left.emit(line, text)

    def let_go(self) -> None:
        """Close the field; what stands in it is not kept."""
        line, self._editing = self._editing, None
        if line is not None:
            self.editor.erase()
            self.editor.hide()
            self._relay(line.id)

    def editing(self) -> DeskLine | None:
        """The row whose field is open."""
        return self._editing

    def line(self, id: str) -> DeskLine | None:
        """A row, where it is among these."""
        return next((row for row in self._rows if isinstance(row, DeskLine) and row.id == id), None)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._icons = {}
        super().set_theme(theme)
        if hasattr(self, "editor"):
            self.editor.set_theme(theme)

    def lay(self, row: Heading | Line, width: int) -> Laid:
        """Lay out a row, or the heading of an item."""
        if not isinstance(row, DeskLine):
            return super().lay(row, width)
        opened = self._editing is not None and self._editing.id == row.id
        return lay_pair(row, self._theme, width, self._height(width) if opened else 0)

    def about(self, row: Heading | Line, width: int) -> int:
        """The height of a row that is not laid out."""
        if not isinstance(row, DeskLine):
            return super().about(row, width)
        return about_as_high(row, self._theme, width)

    def moved(self) -> None:
        """The field goes with its row."""
        place = self._place_of(self._editing.id) if self._editing else None
        if place is None or not hasattr(self, "editor"):
            return
        if place not in self._laid:
            self._see(place, place + 1)
        laid = self._laid[place]
        if isinstance(laid, Pair):
            top = self._tops[place] - self.verticalScrollBar().value()
            pad = self._theme.px(_PAD)
            rect = laid.edit.translated(0, top).toRect()
            self.editor.setGeometry(rect.adjusted(-pad, 0, 0, 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and the sign of how far each translation is."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        first, last = self._seen()
        top, size = self.verticalScrollBar().value(), self._theme.px(SMALL.px)
        for place in range(first, last):
            laid = self._laid[place]
            for name, x, y in laid.icons if isinstance(laid, Pair) else ():
                at = QRect(round(x), round(self._tops[place] - top + y), size, size)
                self._icon(name).paint(painter, at.x(), at.y(), size)

    def _icon(self, name: str) -> Icon:
        if name not in self._icons:
            self._icons[name] = Icon(name, self._theme.ink2)
        return self._icons[name]

    def _height(self, width: int) -> int:
        """Of the field in a row of that width: as high as its words, two lines at least."""
        wide = round(width - translated_from(self._theme, width)) + self._theme.px(_PAD)
        whole = self.editor.document().clone()  # the field itself knows its width only once it is shown
        whole.setTextWidth(wide - 2 * self.editor.frameWidth())
        words = round(whole.size().height())
        return max(words, 2 * self._theme.px(SAID.line)) + self._theme.px(12)

    def _grown(self, text: str) -> None:
        self._relay()
        self.written.emit(text)

    def _relay(self, note: str = "") -> None:
        """Lay out a row again: the one whose field is open, or was."""
        wanted = note or (self._editing.id if self._editing else "")
        place = self._place_of(wanted)
        if place is not None:
            self._laid.pop(place, None)
            self._see(place, place + 1)
            self.moved()
            self.viewport().update()

    def _place_of(self, note: str) -> int | None:
        return next(
            (n for n, row in enumerate(self._rows) if isinstance(row, DeskLine) and row.id == note), None
        )
