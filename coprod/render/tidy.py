"""Texts as any file can hold them, and their sentences one by one."""

from __future__ import annotations

import re

_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_NO_TEXT = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\x7f-\x9f]")
_FULL_STOP = re.compile(r"([。．！？]+)(?![。．！？」』）〕”’)とっ])[ \u3000]*(?=\S)")
_POINT = re.compile(r"""([.!?…]["”’')\]]*)[ \u3000]+(?=["“‘'(\[]*[A-ZÀ-Þ0-9\u1100-\uffdc])""")
_SHORT = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|vs|e\.g|i\.e)|\b[A-Z])\.$")


def tidy(text: str) -> str:
    """The text with one kind of line end, and without what no XML may hold (nor any session, since it came in)."""
    return _NO_TEXT.sub("", _ENDS.sub("\n", text))


def sentences(text: str) -> str:
    """The same words, each sentence on a line of its own; nothing between two sentences but the space is lost."""
    return _POINT.sub(_broken, _FULL_STOP.sub(r"\1\n", text))


def _broken(found: re.Match[str]) -> str:
    """A point that ends a sentence; one that shortens a word (Dr., e.g., J.) stays in its line."""
    before = found.string[: found.end(1)]
    return found[0] if _SHORT.search(before) else f"{found[1]}\n"
