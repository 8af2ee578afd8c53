"""Which words may stand in a place of the file, so that a refusal can name them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import inspect

from coprod.service.exchange.format import SessionFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TAG = "type"


def words_at(plain: Any, steps: Sequence[str | int], *, key: bool = False) -> list[str]:  # noqa: ANN401 (JSON)
    """The words of the closed vocabulary at the end of `steps`, or those of its keys; none where there is no such."""
    kinds = [inspect.type_info(SessionFile)]
    for step in steps[:-1] if key else steps:
        if step == _TAG:
            return [str(one.tag) for one in _structs(kinds)]
        kinds = [below for kind in kinds for below in _below(kind, step, plain)]
        plain = plain[step]
    if key:
        kinds = [one.key_type for kind in kinds for one in _flat(kind) if isinstance(one, inspect.DictType)]
    enums = (one.cls for kind in kinds for one in _flat(kind) if isinstance(one, inspect.EnumType))
    return [word.value for words in enums for word in words]


def _below(kind: inspect.Type, step: str | int, plain: Any) -> Iterator[inspect.Type]:  # noqa: ANN401 (JSON)
    """What may stand one step further in, in a record of the type that `plain` says."""
    for one in _flat(kind):
        if isinstance(one, inspect.StructType) and one.tag in (None, plain.get(_TAG)):
            yield from (field.type for field in one.fields if field.encode_name == step)
        elif isinstance(one, inspect.DictType) and isinstance(step, str):
            yield one.value_type
        elif isinstance(one, inspect.VarTupleType) and isinstance(step, int):
            yield one.item_type


def _flat(kind: inspect.Type) -> Iterator[inspect.Type]:
    kinds = kind.types if isinstance(kind, inspect.UnionType) else (kind,)
    for one in kinds:
        yield one.type if isinstance(one, inspect.Metadata) else one


def _structs(kinds: Sequence[inspect.Type]) -> Iterator[inspect.StructType]:
    return (one for kind in kinds for one in _flat(kind) if isinstance(one, inspect.StructType))
