"""Where kana or kanji stand beside Latin letters or digits: a quarter of their size parts them (JLREQ 3.2.3). Pure.

Spaces, brackets and marks bring room of their own.
"""

from __future__ import annotations

import re

_JAPANESE = "々-〇ぁ-ゟァ-ヺー-ヿㇰ-ㇿ㐀-䶿一-鿿\uf900-\ufaff\U00020000-\U0003ffff"
_LATIN = "0-9A-Za-zÀ-ÖØ-öø-ɏ"
_EITHER_SIDE = f"(?<=[{_JAPANESE}])(?=[{_LATIN}])|(?<=[{_LATIN}])(?=[{_JAPANESE}])"
_ANY_LATIN = re.compile(f"[{_LATIN}]")
_BORDER = re.compile(_EITHER_SIDE)
_MEETING = re.compile(f"(?:[{_JAPANESE}][{_LATIN}])+[{_JAPANESE}]?|(?:[{_LATIN}][{_JAPANESE}])+[{_LATIN}]?")

BEYOND_LATIN = "\u0250"
"""All Latin letters and digits come before it, and all kana and kanji after."""
QUARTER = 250
"""What parts the two, in thousandths of the type size."""


def has_border(text: str) -> bool:
    """Whether the two meet anywhere in it."""
    return not text.isascii() and _BORDER.search(text) is not None


def borders(text: str) -> int:
    """How many times they meet."""
    return len(_BORDER.findall(text))


def meetings(text: str) -> list[tuple[int, int]]:
    """From where to where characters meet, each with the next; the first first, and none twice."""
    if not _ANY_LATIN.search(text):  # most lines have none, and this is soon known
        return []
    return [met.span() for met in _MEETING.finditer(text)]
