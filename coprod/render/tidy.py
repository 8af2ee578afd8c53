"""Texts as any file can hold them."""

from __future__ import annotations

import re

_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_NO_TEXT = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\x7f-\x9f]")


def tidy(text: str) -> str:
    """The text with one kind of line end, and without what no XML may hold (nor any session, since it came in)."""
    return _NO_TEXT.sub("", _ENDS.sub("\n", text))


def apart(before: str, after: str) -> str:
    """What stands between two pieces of a line: a space, unless the signs of East Asia bring room of their own."""
    return "" if before.endswith("：") or after.startswith("（") else " "


def single(text: str) -> str:
    """The text with one space where a page leaves a wide gap."""
    return re.sub(" {2,}", " ", text)
