"""Rows of texts in their languages, one under the other, in the same ink."""

from __future__ import annotations

from typing import Protocol

from coprod.ui.kit.text import lay
from coprod.ui.plan.rows import Placed, Row
from coprod.ui.theme import BODY, SMALL

_SIDE, _AIR, _BETWEEN = 8, 7, 2


class TextLine(Protocol):
    """A text in its languages; "" where it is not yet said in one."""

    @property
    def told(self) -> str:
        """The whole in words."""

    @property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """Language and body."""

    @property
    def note(self) -> str:
        """What stands under it in small letters, if anything."""


class TextRow(Row[TextLine]):
    """One guideline or one prompt: the language of the session that comes first stands in bold."""

    def lay_out(self, item: TextLine, width: int) -> tuple[list[Placed], int]:
        """Place the texts one under the other."""
        theme, px, y = self._theme, self._theme.px, float(self._theme.px(_AIR))
        placed = []
        for place, (lang, body) in enumerate((lang, body) for lang, body in item.texts if body):
            font = theme.font(BODY, bold=not place)
            block = lay(body, lang, font, px(BODY.line), max(px(60), width - 2 * px(_SIDE)))
            placed.append(Placed(block, px(_SIDE), y, theme.ink))
            y += block.height + px(_BETWEEN)
        if item.note:
            small = lay(item.note, "", theme.font(SMALL), px(SMALL.line))
            placed.append(Placed(small, px(_SIDE), y, theme.ink2))
            y += small.height
        return placed, round(y) + px(_AIR)
