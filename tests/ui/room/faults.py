"""What is wrong with a picture of the wall: outside, over another, too small, or a word broken inside."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from coprod.present.room import Run
from coprod.ui.room.page import compose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QRectF, QSize

    from coprod.present.room import RoomView
    from coprod.ui.room.sheet import Placed, Sheet
    from coprod.ui.theme import Theme

LEAST = 1 / 25
_AIR = 0.2  # of a letter's size, above and below it in its line
_LETTER = re.compile("[A-Za-z\u00c0-\u024f\uac00-\ud7a3]")


def turned(view: RoomView, size: QSize, look: Theme, scale: float = 1.0) -> list[Sheet]:
    """All pages of a view."""
    pages = compose(view, size, look, scale=scale).pages
    return [compose(replace(view, page=page), size, look, scale=scale) for page in range(pages)]


def letters(sheets: list[Sheet]) -> str:
    """All that is written on some sheets, without spaces."""
    return "".join("".join(text.block.lines) for sheet in sheets for text in sheet.placed).replace(" ", "")


def faults(view: RoomView, size: QSize, look: Theme, scale: float = 1.0, most: int = 99) -> list[str]:
    """What is wrong with any page of a view."""
    words = {word for run in _runs(view) for word in run.text.split()}
    sheets = turned(view, size, look, scale)[:most]
    return [fault for sheet in sheets for fault in (*faults_of(sheet), *_broken(sheet, words))]


def _broken(sheet: Sheet, words: set[str]) -> list[str]:
    """Lines that end within a word of letters that are not Japanese, whose phrases have no spaces."""
    ends = (
        (line.split()[-1], following.split()[0])
        for text in sheet.placed
        for line, following in pairwise(text.block.lines)
        if line.split() and following.split()
    )
    return [
        f"broken inside: {one}|{two}"
        for one, two in ends
        if _LETTER.search(one[-1:]) and _LETTER.match(two) and any(one + two in word for word in words)
    ]


def _runs(value: object) -> Iterator[Run]:
    """Every text of a view."""
    if isinstance(value, Run):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _runs(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _runs(getattr(value, field.name))


def faults_of(sheet: Sheet) -> list[str]:
    """What is wrong with a sheet."""
    found = []
    places = [_letters_of(text) for text in sheet.placed]
    for text, rect in zip(sheet.placed, places, strict=True):
        if rect.left() < 0 or rect.top() < 0 or rect.right() > sheet.width or rect.bottom() > sheet.height:
            found.append(f"outside: {text.block.lines}")
        if text.px / sheet.height < LEAST:
            found.append(f"small: {text.block.lines}")
    for one, two in combinations(range(len(places)), 2):
        if places[one].intersects(places[two]):
            found.append(f"overlap: {sheet.placed[one].block.lines} {sheet.placed[two].block.lines}")
    return found


def _letters_of(text: Placed) -> QRectF:
    return text.rect.adjusted(1, _AIR * text.px, -1, -_AIR * text.px)
