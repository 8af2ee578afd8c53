"""Where a line may end: at the phrases of Japanese, at the spaces of other languages, never before 、 or after 「."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    import budoux

NEVER_FIRST = frozenset(
    "、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】…‥～っゃゅょゎぁぃぅぇぉッャュョヮァィゥェォヵヶ"
    "),.:;?!]}%‰℃"
)
"""Characters that begin no line."""

NEVER_LAST = frozenset("‘“（〔［｛〈《「『【([{")
"""Characters that end no line."""

_KANA_OR_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def phrases(text: str, lang: str) -> list[str]:
    """Split a paragraph into pieces that stay together; joined, they are the text again."""
    return list(_phrases(text, lang))


@lru_cache(maxsize=1024)
def _phrases(text: str, lang: str) -> tuple[str, ...]:
    """The pieces, found once: a window lays the same text out again and again."""
    if lang == "ja" or (not lang and _KANA_OR_HAN.search(text)):
        pieces = [word for phrase in _japanese().parse(text) for word in _words(phrase)]
    else:
        pieces = _words(text)
    return tuple(hold_together(pieces))


def characters(text: str) -> list[str]:
    """Split what is too long for a line into the smallest pieces: a character with the marks that belong to it."""
    pieces: list[str] = []
    for char in text:
        joined = pieces and (
            unicodedata.combining(char) or char in "\u200d\ufe0e\ufe0f" or pieces[-1][-1] == "\u200d"
        )
        if joined:
            pieces[-1] += char
        else:
            pieces.append(char)
    return hold_together(pieces)


def _words(text: str) -> list[str]:
    return re.findall(r"\s*\S+\s*|\s+", text)


def hold_together(pieces: Iterable[str]) -> list[str]:
    """Join pieces where one would begin, or the one before it end, with what may not stand there."""
    held: list[str] = []
    for piece in pieces:
        if held and (piece[0] in NEVER_FIRST or held[-1][-1] in NEVER_LAST):
            held[-1] += piece
        else:
            held.append(piece)
    return held


@cache
def _japanese() -> budoux.Parser:
    """Load the parser's model (20 ms) only when there is Japanese to break."""
    import budoux  # noqa: PLC0415

    return budoux.load_default_japanese_parser()
