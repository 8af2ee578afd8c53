"""Which words a part of a session points to."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAIR = 2


def words_in(value: object) -> Iterator[str]:
    """The ids of the words of a fact's body, or of a part of it; wherever a `Text` stands, and in `words`."""
    if is_dataclass(value):
        for field in fields(value):
            one = getattr(value, field.name)
            if field.name == "words" and isinstance(one, str):
                yield one
            else:
                yield from words_in(one)
    elif isinstance(value, tuple):
        for one in value:
            if isinstance(one, tuple) and len(one) == _PAIR and all(type(part) is str for part in one):
                yield one[1]
            else:
                yield from words_in(one)
