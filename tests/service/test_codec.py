"""Every body can be written down and read again, under a name that stays."""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import reduce
from operator import or_
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.domain import facts
from coprod.service import codec

BODIES = get_args(facts.Body)
SIMPLE: dict[object, st.SearchStrategy[Any]] = {
    str: st.text(max_size=40),
    int: st.integers(-(2**63), 2**63 - 1),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    type(None): st.none(),
}


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Values of a type as the domain uses them."""
    if hint in SIMPLE:
        return SIMPLE[hint]
    arguments = get_args(hint)
    if get_origin(hint) in (Union, types.UnionType):
        return reduce(or_, map(values, arguments))
    if get_origin(hint) is tuple and arguments[-1] is ...:
        return st.lists(values(arguments[0]), max_size=3).map(tuple)
    if get_origin(hint) is tuple:
        return st.tuples(*map(values, arguments))
    if isinstance(hint, type) and is_dataclass(hint):
        hints = get_type_hints(hint)
        return st.builds(hint, **{field.name: values(hints[field.name]) for field in fields(hint)})
    assert issubclass(hint, Enum)
    return st.sampled_from(list(hint))


def test_every_body_has_a_kind_of_its_own() -> None:
    assert set(codec.KINDS) == set(BODIES)
    assert len(set(codec.KINDS.values())) == len(BODIES)


def test_kinds_are_as_they_were_first_written() -> None:
    assert codec.KINDS[facts.NoteKept] == "note-kept/1"
    assert codec.KINDS[facts.ItemOpened] == "item-opened/1"


@pytest.mark.parametrize("body", BODIES, ids=lambda body: body.__name__)
def test_what_is_written_is_read_again(body: type) -> None:
    @given(values(body))
    def holds(one: facts.Body) -> None:
        kind, data = codec.encode(one)
        assert codec.decode(kind, data) == one
        assert codec.encode(codec.decode(kind, data)) == (kind, data)

    holds()


def test_a_kind_of_a_newer_program_is_named_in_the_refusal() -> None:
    with pytest.raises(codec.UnknownKind) as refused:
        codec.decode("note-kept/2", b"{}")
    assert refused.value.kind == "note-kept/2"


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"turn": "t"}', b'{"turn": "t", "at": "now"}', b"\xff"])
def test_damaged_json_is_refused_without_quoting_it(data: bytes) -> None:
    with pytest.raises(codec.Unreadable) as refused:
        codec.decode("turn-ended/1", data)
    assert str(refused.value) == "turn-ended/1"
    assert refused.value.__cause__ is None
