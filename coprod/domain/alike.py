"""Texts as they are compared when something is looked for: without width and case, katakana as hiragana."""

from __future__ import annotations

import unicodedata

_HIRAGANA = {one: one - 0x30A1 + 0x3041 for one in range(0x30A1, 0x30F7)}
"""Each katakana, by its number, and the hiragana that sounds the same."""


def folded(text: str) -> str:
    """A text in the form in which it is compared (NFKC, casefold, hiragana)."""
    return unicodedata.normalize("NFKC", text).casefold().translate(_HIRAGANA)


def holds(query: str, *texts: str) -> bool:
    """Whether every part of a query is in one of the texts."""
    alike = [folded(text) for text in texts]
    return all(any(part in text for text in alike) for part in folded(query).split())
