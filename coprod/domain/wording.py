"""Which words a part of a session points to."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypeAlias

    _Parts: TypeAlias = tuple[Callable[[Any], tuple[Any, ...]], Callable[[Any], Any] | None]

_PAIR = 2
_KNOWN: dict[type, _Parts] = {}
_PLAIN = frozenset({str, int, float, bool, type(None)})


def words_in(value: object) -> Iterator[str]:
    """The ids of the words of a fact's body, or of a part of it; wherever a `Text` stands, and in `words`."""
    kind = type(value)
    if kind in _PLAIN:
        return
    if isinstance(value, tuple):
        for one in value:
            if isinstance(one, tuple) and len(one) == _PAIR and all(type(part) is str for part in one):
                yield one[1]
            else:
                yield from words_in(one)
        return
    parts, words = _parts(kind)
    for one in parts(value):
        if one:
            yield from words_in(one)
    if words is not None:
        named = words(value)
        yield from (named,) if isinstance(named, str) else words_in(named)


def _parts(kind: type) -> _Parts:
    """What gives the parts of a kind of object in which words may be, and the id in its field `words`."""
    if kind not in _KNOWN:
        names = [field.name for field in fields(kind)] if is_dataclass(kind) else []
        getters = [attrgetter(name) for name in names if name != "words"]
        words = attrgetter("words") if "words" in names else None
        _KNOWN[kind] = (lambda value: tuple([get(value) for get in getters]), words)
    return _KNOWN[kind]
