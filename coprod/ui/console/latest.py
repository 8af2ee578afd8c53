"""The latest notes: the newest at the top, each with what the room sees of it. What does not fit is not shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from coprod.present.latest import LatestNote, Release
from coprod.present.texts import NOTHING
from coprod.ui.console.label import Label
from coprod.ui.kit.focus import REACH
from coprod.ui.kit.icons import Icon
from coprod.ui.kit.keycap import keys_width, paint_keys
from coprod.ui.kit.shapes import paint_mark
from coprod.ui.kit.text import Block, Words, lay, shape
from coprod.ui.theme import BODY, SAID, SMALL, Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from coprod.i18n import Catalogue

WIDTH = 276
_PAD, _HEAD = 10, 34
_ICONS = {Release.SHOWN: "monitor", Release.READY: "eye", Release.KEPT: "file-text"}


class NoteRow(QAbstractButton):
    """One note. It can have the focus; a click, Enter or R shows it to the room, or takes it off the wall."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._note = theme, LatestNote("", None, "", "", NOTHING, Release.KEPT, "")
        self._addressed = False
        self._laid: dict[int, tuple[Block, Block]] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_note(self, note: LatestNote, *, addressed: bool) -> None:
        """Show a note; `addressed`: R is about this one."""
        if (note, addressed) != (self._note, self._addressed):
            self._note, self._addressed = note, addressed
            self._laid.clear()
            said = (note.about, note.time, note.said.body, note.release_words)
            self.setAccessibleName(", ".join(filter(None, said)))
            self.setAccessibleDescription("R" if addressed else "")
            self.update()

    def note(self) -> LatestNote:
        """The note shown."""
        return self._note

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        self._laid.clear()
        self.update()

    def height_for(self, width: int) -> int:
        """The height of head, words and what the room sees."""
        px = self._theme.px
        return round(
            px(_PAD + 4) + sum(block.height for block in self._lay(width)) + px(4 + BODY.line + _PAD)
        )

    def sizeHint(self) -> QSize:
        """Give the height at the usual width."""
        width = self._theme.px(WIDTH)
        return QSize(width, self.height_for(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the hairline, the head, the words and the state."""
        theme, note, px = self._theme, self._note, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, self.width(), 1), theme.line)
        y, left = float(px(_PAD)), 0.0
        if note.mark is not None:
            paint_mark(painter, note.mark, QPointF(px(7), y + px(SMALL.line) / 2), px(13), theme.ink)
            left = px(19)
        time = lay(note.time, "", theme.font(BODY), px(SMALL.line))
        time.paint(painter, self.width(), y, theme.ink2, 1.0)
        about, words = self._lay(self.width())
        about.paint(painter, left, y, theme.ink2)
        y += about.height + px(4)
        room_high = self.height() - y - px(4 + BODY.line + _PAD)
        fitting(words, room_high).paint(painter, 0, y, theme.ink)
        self._paint_state(painter, self.height() - px(_PAD + BODY.line) + px(BODY.line) / 2)

    def _paint_state(self, painter: QPainter, middle: float) -> None:
        theme, note, px = self._theme, self._note, self._theme.px
        colour = theme.accent if note.release is Release.READY else theme.ink2
        size = px(15)
        Icon(_ICONS[note.release], colour).paint(painter, 0, middle - size / 2, size)
        line = lay(note.release_words, "", theme.font(BODY), px(BODY.line))
        line.paint(painter, px(21), middle - line.height / 2, colour)
        if self._addressed:
            right = px(21) + line.width + px(10) + keys_width(theme, ("R",))
            paint_keys(painter, theme, ("R",), QPointF(right, middle), (theme.ink, theme.edge), bold=False)

    def _lay(self, width: int) -> tuple[Block, Block]:
        """The head and the words for a width, laid out once."""
        if width not in self._laid:
            self._laid[width] = (self._about(width), self._words(width))
        return self._laid[width]

    def _about(self, width: int) -> Block:
        """The head: in one line, else smaller and in as many as it needs, beside mark and time."""
        theme, px, note = self._theme, self._theme.px, self._note
        time = lay(note.time, "", theme.font(BODY), px(SMALL.line)).width
        room = width - (px(19) if note.mark is not None else 0) - time - px(12)
        block = lay(note.about, "", theme.font(BODY), px(SMALL.line))
        return block if block.width <= room else lay(note.about, "", theme.font(SMALL), px(SMALL.line), room)

    def _words(self, width: int) -> Block:
        theme, said = self._theme, self._note.said
        return lay(said.body, said.lang, theme.font(SAID), theme.px(24), width)


def fitting(block: Block, height: float) -> Block:
    """Give the lines that fit a height; where some don't, the last that does ends in …."""
    count = max(1, int(height // block.line))
    if count >= len(block.layouts):
        return block
    last = shape(block.lines[count - 1].rstrip() + " …", block.font)
    return Block((*block.layouts[: count - 1], last), block.font, block.line)


class Latest(QWidget):
    """The column of the latest notes, with a heading and the sentence about the wall."""

    pressed = Signal(str)
    """A note that somebody clicked on."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = Words(theme, BODY, bold=True, token="ink2", parent=self)
        self._none = Words(theme, BODY, token="ink2", parent=self)
        self._foot = Label(theme, SMALL, icon="shield", parent=self)
        self._rows: list[NoteRow] = []
        self._notes: tuple[LatestNote, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.set_theme(theme)

    def show_notes(self, notes: Sequence[LatestNote], addressed: str, words: Catalogue) -> None:
        """Show the newest notes; `addressed` is the one that R is about."""
        self._head.say(words.say("Latest notes"))
        self._foot.say(words.say("You decide what the wall shows."))
        self._none.say("" if notes else words.say("No notes yet. N begins one."), words.lang)
        while len(self._rows) < len(notes):
            row = NoteRow(self._theme, self)
            row.clicked.connect(lambda _checked=False, row=row: self.pressed.emit(row.note().id))
            self._rows.append(row)
        for row, note in zip(self._rows, notes, strict=False):
            row.show_note(note, addressed=note.id == addressed)
        if tuple(notes) != self._notes:
            self._notes = tuple(notes)
            self._place()

    def note(self) -> str | None:
        """The note that has the focus."""
        return next((row.note().id for row in self._rows if row.hasFocus()), None)

    def step(self, key: str) -> bool:
        """Move the focus by an arrow key; whether it was one, and on a note."""
        rows = [row for row in self._rows if row.isVisible()]
        place = next((n for n, row in enumerate(rows) if row.hasFocus()), None)
        if place is None or key not in {"Up", "Down"}:
            return False
        rows[min(max(place + (1 if key == "Down" else -1), 0), len(rows) - 1)].setFocus()
        return True

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        for part in (self._head, self._none, self._foot):
            part.set_theme(theme)
        for row in self._rows:
            row.set_theme(theme)
        self.setFixedWidth(theme.px(WIDTH))
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as fit."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        px, width = self._theme.px, self.width()
        self._head.setGeometry(0, REACH, width, px(BODY.line))
        foot = px(BODY.line) + px(8)
        self._foot.setGeometry(0, self.height() - px(BODY.line), width, px(BODY.line))
        self._none.setGeometry(0, px(_HEAD + _PAD), width, self._none.heightForWidth(width))
        first = self._rows[0].height_for(width) if self._notes else 0
        self._foot.setVisible(px(_HEAD) + first + foot <= self.height())  # it yields to the newest note
        y, bottom = px(_HEAD), self.height() - (foot if self._foot.isVisibleTo(self) else 0)
        for place, row in enumerate(self._rows):
            high = row.height_for(width) if place < len(self._notes) else 0
            shown = bool(high) and (place == 0 or y + high <= bottom)
            row.setVisible(shown)
            row.setGeometry(0, y, width, min(high, max(bottom - y, px(100))))
            y = y + high if shown else bottom
