"""Notes released to the room: a standpoint and the words, never a name.

Two stand side by side under the question. One too long for its half goes alone on the wall; still too long, it is
neither shown nor shortened: the sheet names it, and the console offers to read it aloud.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPen

from coprod.ui.kit.shapes import paint_mark
from coprod.ui.room.fit import NOTE, QUESTION, Steps, fit, pages, turn
from coprod.ui.room.frame import ROW, inline, inline_height
from coprod.ui.room.question import compose_question
from coprod.ui.room.setting import height
from coprod.ui.room.sheet import SIDE

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPainter

    from coprod.present.room import RoomView, WallNote
    from coprod.ui.kit.text import Block
    from coprod.ui.room.sheet import Sheet

_COLUMNS = 88.0
_HALF = 0.62  # of the place is the notes' at least, where a question stands above them
_AIR = 56.0
_UNDER_RULE = 32.0
_MARK = 34.0
_MOST_PAGES = 8  # of larger text; what needs more is read aloud instead
_WIDE: Steps = ((60, 54), NOTE[0])
_ALONE: Steps = ((84, 70), (72, 62), (60, 54), *NOTE)


def compose_notes(sheet: Sheet, view: RoomView, top: float, bottom: float) -> None:
    """Put the question and up to two notes; or one note alone."""
    if sheet.enlarged:
        _compose_enlarged(sheet, view, top, bottom)
        return
    sheet.too_long = tuple(note.id for note in view.notes if _too_long(sheet, note, bottom - top))
    notes = [note for note in view.notes if note.id not in sheet.too_long][-2:]
    if not notes:
        compose_question(sheet, view, top, bottom)
        return
    if not _put_under_question(sheet, view, notes, (top, bottom)):
        _put_alone(sheet, notes[-1], top, bottom)


def _put_under_question(
    sheet: Sheet, view: RoomView, notes: list[WallNote], place: tuple[float, float]
) -> bool:
    """Put the question, as small as it has to be, over two notes; or over the newest alone."""
    top, bottom = place
    room = (bottom - top) * (1 - _HALF)
    ways = [(notes, (sheet.measure - _COLUMNS) / 2, NOTE)] if len(notes) > 1 else []
    for some, width, steps in [*ways, (notes[-1:], sheet.measure, _WIDE)]:
        for largest in (1, 3, 5):
            question = fit(sheet.setting, view.title, sheet.measure, room, QUESTION[largest:]) or ()
            start = top + height(question) + (_AIR if question else 0.0)
            if _put_side_by_side(sheet, some, (start, bottom), width, steps):
                sheet.put_stack(question, SIDE, top)
                return True
    return False


def _put_alone(sheet: Sheet, note: WallNote, top: float, bottom: float) -> None:
    words = _alone(sheet, note, bottom - top) or ()
    free = bottom - top - _heading(note) - height(words)
    _put_note(sheet, note, words, SIDE, top + free * 0.3)


def _too_long(sheet: Sheet, note: WallNote, room: float) -> bool:
    return sheet.setting.height(note.text, _ALONE[-1], sheet.measure) > room - _heading(note)


def _alone(sheet: Sheet, note: WallNote, room: float) -> tuple[Block, ...] | None:
    return fit(sheet.setting, note.text, sheet.measure, room - _heading(note), _ALONE)


def _heading(note: WallNote) -> float:
    return ROW + 12 if note.mark else 0.0


def _put_side_by_side(
    sheet: Sheet, notes: list[WallNote], place: tuple[float, float], width: float, steps: Steps
) -> bool:
    """Put notes at one size in columns of a width, if all go in."""
    top, bottom = place
    for step in steps:
        set_at = [
            fit(sheet.setting, note.text, width, bottom - top - _UNDER_RULE - _heading(note), (step,))
            for note in notes
        ]
        if all(set_at):
            break
    else:
        return False
    tall = max(_heading(note) + height(blocks or ()) for note, blocks in zip(notes, set_at, strict=True))
    top += min((bottom - top - _UNDER_RULE - tall) * 0.45, 90.0)
    for number, (note, blocks) in enumerate(zip(notes, set_at, strict=True)):
        x = SIDE + number * (width + _COLUMNS)
        sheet.draw(partial(_rule, x=x, y=top, width=width, pen=QPen(sheet.theme.line, 2)))
        _put_note(sheet, note, blocks or (), x, top + _UNDER_RULE)
    return True


def _rule(painter: QPainter, x: float, y: float, width: float, pen: QPen) -> None:
    painter.setPen(pen)
    painter.drawLine(QPointF(x, y), QPointF(x + width, y))


def _put_note(sheet: Sheet, note: WallNote, blocks: tuple[Block, ...], x: float, y: float) -> None:
    if note.mark is not None:
        centre, ink = QPointF(x + _MARK / 2, y + ROW / 2), sheet.theme.ink
        sheet.draw(partial(paint_mark, mark=note.mark, centre=centre, box=_MARK, colour=ink))
        inline(sheet, note.mark_word, x + _MARK + 18, y, sheet.measure / 2 - _MARK - 18)
        y += _heading(note)
    sheet.put_stack(blocks, x, y)


def _compose_enlarged(sheet: Sheet, view: RoomView, top: float, bottom: float) -> None:
    """Put the newest note first, on as many pages as it needs, then the one before it, then the question."""
    turned: list[Callable[[], None]] = []
    too_long: list[str] = []
    for note in reversed(view.notes[-2:]):
        room = bottom - top - _enlarged_heading(sheet, note)
        own = pages(sheet.setting, note.text, sheet.measure, room, _ALONE)
        if len(own) > _MOST_PAGES:
            too_long.append(note.id)
        else:
            turned += [partial(_put_enlarged, sheet, note, blocks, top) for blocks in own]
    asked = pages(sheet.setting, view.title, sheet.measure, bottom - top, QUESTION) if view.title else []
    turned += [partial(_put_words, sheet, blocks, top) for blocks in asked]
    sheet.too_long = tuple(too_long)
    turn(sheet, turned, view.page)


def _put_words(sheet: Sheet, blocks: tuple[Block, ...], top: float) -> None:
    sheet.put_stack(blocks, SIDE, top)


def _enlarged_heading(sheet: Sheet, note: WallNote) -> float:
    if note.mark is None:
        return 0.0
    return inline_height(sheet, note.mark_word, sheet.measure - _MARK - 18) + 12


def _put_enlarged(sheet: Sheet, note: WallNote, blocks: tuple[Block, ...], top: float) -> None:
    if note.mark is not None:
        centre = QPointF(SIDE + _MARK / 2, top + ROW / 2)
        sheet.draw(partial(paint_mark, mark=note.mark, centre=centre, box=_MARK, colour=sheet.theme.ink))
        inline(sheet, note.mark_word, SIDE + _MARK + 18, top, sheet.measure - _MARK - 18)
    sheet.put_stack(blocks, SIDE, top + _enlarged_heading(sheet, note))
