"""A question, and whose voice it is now: names alone, no standpoint beside a person's turn."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPen

from coprod.ui.room.fit import NOTE, QUESTION, fit, pages, turn
from coprod.ui.room.frame import ROW, inline, inline_height
from coprod.ui.room.setting import height
from coprod.ui.room.sheet import HEAD, SIDE, SMALLEST

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPainter

    from coprod.present.room import Called, Pair, RoomView
    from coprod.ui.kit.text import Block
    from coprod.ui.room.sheet import Sheet

_COLUMNS = 64.0  # between now and next
_VOICES = 316.0  # from the rule to the foot of the names
_AIR = 44.0
_LABEL = 28.0  # from the rule to the word over a name
_SENTENCE = (60, 52)
_NOW, _NEXT, _BOTH = 120, 84, 84  # a name; one that stands in both languages
_BELOW = 64  # a name under another one, in larger text
_BASELINE = 214.0  # of the names, under the rule


def compose_question(sheet: Sheet, view: RoomView, top: float, bottom: float) -> None:
    """Put the question and the voices between the head and the foot."""
    voices = [voice for voice in (view.now, view.next) if voice is not None]
    if sheet.enlarged and not _goes_on_one(sheet, view, bottom - top):
        turn(sheet, _apart(sheet, view, top, bottom), view.page)
        return
    end = bottom
    if voices:
        end = bottom - _VOICES
        _put_voices(sheet, view, end)
        end -= _AIR
    if view.under:
        end = _put_under(sheet, view.under, end) - _AIR
    turned = pages(sheet.setting, view.title, sheet.measure, end - top, QUESTION)
    sheet.pages = len(turned)
    blocks = turned[view.page % len(turned)]
    free = end - top - height(blocks)
    sheet.put_stack(blocks, SIDE, top + max(0.0, free * 0.3 if not voices else min(free * 0.4, 40.0)))


def _goes_on_one(sheet: Sheet, view: RoomView, room: float) -> bool:
    """Whether all of a view goes on one page of larger text."""
    voices = [voice for voice in (view.now, view.next) if voice is not None]
    width = (sheet.measure - _COLUMNS) / 2
    names = [_name(sheet, voice.name, width, main=True) for voice in voices]
    if view.under or any(not name or max(block.width for block in name) > width for name in names):
        return False
    left = room - (_VOICES + _AIR if voices else 0.0)
    return fit(sheet.setting, view.title, sheet.measure, left, QUESTION) is not None


def _apart(sheet: Sheet, view: RoomView, top: float, bottom: float) -> list[Callable[[], None]]:
    """Give the voices, the sentence to everybody and the question pages of their own, in this order."""
    room = bottom - top
    turned: list[Callable[[], None]] = []
    shown = [(voice, main) for voice, main in ((view.now, True), (view.next, False)) if voice is not None]
    tall = [_tall(sheet, voice, main=main) for voice, main in shown]
    together = [shown] if shown else []
    shown_on = together if sum(tall) <= room else [[each] for each in shown]
    turned += [partial(_put_stacked, sheet, each, top) for each in shown_on]
    for pair, steps in ((view.under, (_SENTENCE, *NOTE)), (view.title, QUESTION)):
        if pair:
            turned += [
                partial(_put_page, sheet, blocks, top)
                for blocks in pages(sheet.setting, pair, sheet.measure, room, steps)
            ]
    return turned


def _put_page(sheet: Sheet, blocks: tuple[Block, ...], top: float) -> None:
    sheet.put_stack(blocks, SIDE, top)


def _tall(sheet: Sheet, voice: Called, *, main: bool) -> float:
    name = _name(sheet, voice.name, sheet.measure, main=main, most=_stacked(main=main))
    return _LABEL + inline_height(sheet, voice.label, sheet.measure) + 8 + height(name)


def _stacked(*, main: bool) -> int:
    return _BOTH if main else _BELOW


def _put_stacked(sheet: Sheet, shown: list[tuple[Called, bool]], top: float) -> None:
    """Put who speaks now, and under that who is next, in the whole width."""
    for voice, main in shown:
        pen = QPen(sheet.theme.accent, 12) if main else QPen(sheet.theme.line, 2)
        sheet.draw(partial(_rule, x=SIDE, width=sheet.measure, y=top + 6, pen=pen))
        name = _name(sheet, voice.name, sheet.measure, main=main, most=_stacked(main=main))
        y = top + _LABEL
        y = inline(sheet, voice.label, SIDE, y, sheet.measure, "accent" if main else "ink2") + 8
        sheet.put_stack(name, SIDE, y)
        top += _tall(sheet, voice, main=main)


def _put_under(sheet: Sheet, under: Pair, bottom: float) -> float:
    """Put a sentence to everybody at the foot, under a rule; give where that begins."""
    blocks = fit(sheet.setting, under, sheet.measure, (bottom - HEAD) / 2, (_SENTENCE, *NOTE)) or ()
    top = bottom - height(blocks) - _AIR
    sheet.draw(lambda painter: _rule(painter, SIDE, sheet.measure, top, QPen(sheet.theme.accent, 6)))
    sheet.put_stack(blocks, SIDE, top + _AIR)
    return top


def _put_voices(sheet: Sheet, view: RoomView, top: float) -> None:
    width = (sheet.measure - _COLUMNS) / 2
    theme = sheet.theme
    if view.now is not None:
        sheet.draw(lambda painter: _rule(painter, SIDE, width, top, QPen(theme.accent, 12)))
        _put_voice(sheet, view.now, SIDE, top, width, main=True)
    if view.next is not None:
        x = SIDE + width + _COLUMNS
        sheet.draw(lambda painter: _rule(painter, x, width, top, QPen(theme.line, 2)))
        _put_voice(sheet, view.next, x, top, width, main=False)


def _rule(painter: QPainter, x: float, width: float, y: float, pen: QPen) -> None:
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    half = pen.widthF() / 2
    painter.drawLine(QPointF(x + half, y), QPointF(x + width - half, y))


def _put_voice(sheet: Sheet, voice: Called, x: float, top: float, width: float, *, main: bool) -> None:
    inline(sheet, voice.label, x, top + _LABEL, width, "accent" if main else "ink2")
    blocks = _name(sheet, voice.name, width, main=main)
    if len(blocks) == 1 and len(blocks[0].layouts) == 1:
        sheet.put_on(blocks[0], x, top + _BASELINE)
    else:
        sheet.put_stack(blocks, x, top + _LABEL + ROW + 8)


def _name(sheet: Sheet, name: Pair, width: float, *, main: bool, most: int = _NOW) -> tuple[Block, ...]:
    """Set a name in one line as large as it goes; one that is too long even so in lines of the smallest text."""
    largest = _NOW if main else _NEXT
    if len(name) > 1:
        largest = _BOTH
    for px in range(min(most, largest), SMALLEST - 1, -4):
        sizes = (px, max(SMALLEST, px * 3 // 4))
        blocks = tuple(
            sheet.set_run(run, size, bold=main and not number)
            for number, (run, size) in enumerate(zip(name, sizes, strict=False))
        )
        if all(block.width <= width for block in blocks):
            return blocks
    return fit(sheet.setting, name, width, _VOICES - ROW - 40, ((SMALLEST, SMALLEST),)) or ()
