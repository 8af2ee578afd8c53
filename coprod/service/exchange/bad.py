"""A refused file: one exception, and how a place in a file is written."""

from __future__ import annotations

import json
import re

WHOLE = "file"
"""The place of what is wrong with the file as a whole."""

_PLAIN = re.compile(r"[A-Za-z0-9_-]{1,64}")
_LONGEST = 40


class BadFile(Exception):
    """A file that is refused. `place` says where, `reason` what is wrong, in plain English; neither quotes the text."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {reason}")
        self.place = place
        self.reason = reason


def inside(place: str, step: str | int) -> str:
    """The place of a key or of an index inside `place`; a strange key is written so that it can do no harm."""
    if isinstance(step, int):
        return f"{place}[{step}]"
    if not _PLAIN.fullmatch(step):
        return f"{place}[{json.dumps(step[:_LONGEST])}]"
    return f"{place}.{step}" if place else step
