"""A walk over values made of dataclasses, tuples and mappings."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def leaves(value: object) -> Iterator[object]:
    """All that is no container."""
    if is_dataclass(value):
        for field in fields(value):
            yield from leaves(getattr(value, field.name))
    elif isinstance(value, dict):
        yield from leaves(list(value.items()))
    elif isinstance(value, tuple | list | frozenset):
        for one in value:
            yield from leaves(one)
    else:
        yield value


def strings(value: object) -> set[str]:
    """All strings that are no values of an enumeration."""
    return {one for one in leaves(value) if isinstance(one, str) and not isinstance(one, Enum)}
