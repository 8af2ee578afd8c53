"""Texts as they are compared when something is looked for: without width and case, katakana as hiragana."""

from __future__ import annotations

import unicodedata

_KATAKANA, _TO_HIRAGANA = range(0x30A1, 0x30F7), 0x3041 - 0x30A1


def folded(text: str) -> str:
    """A text in the form in which it is compared (NFKC, casefold, hiragana)."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(chr(ord(one) + _TO_HIRAGANA) if ord(one) in _KATAKANA else one for one in plain)


def holds(query: str, *texts: str) -> bool:
    """Whether every part of a query is in one of the texts."""
    alike = [folded(text) for text in texts]
    return all(any(part in text for text in alike) for part in folded(query).split())
