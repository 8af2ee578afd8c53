"""When two session files say the same, and the id of one that brings none.

The canonical form is JSON with sorted keys and no spaces, in which defaults, empty lists and empty objects are left
out, lists keep their order, text and dates are as they came, and `id` always stands.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, UUID, uuid5

from coprod.service.exchange.writing import plain

if TYPE_CHECKING:
    from coprod.service.exchange.format import SessionFile

NAMESPACE = uuid5(NAMESPACE_URL, "urn:coprod:session-file")
"""The namespace in which a file without an id gets one: UUIDv5(NAMESPACE, canonical JSON without `id`)."""

_DRAFT: tuple[object, ...] = ("draft", {}, {"state": "draft"})


def file_id(session: SessionFile) -> UUID:
    """The id of the session in the file: its own, or one made of all that the file says."""
    return UUID(session.id) if session.id else uuid5(NAMESPACE, _dump(_said(session)))


def canonical(session: SessionFile) -> bytes:
    """The canonical JSON of a file, with its id."""
    return _dump({**_said(session), "id": str(file_id(session))}).encode()


def same(one: SessionFile, other: SessionFile) -> bool:
    """Whether two files say the same under the same id."""
    return canonical(one) == canonical(other)


def _dump(said: dict[str, Any]) -> str:
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _said(session: SessionFile) -> dict[str, Any]:
    """What a file says beside its id, without defaults."""
    said = plain(session)
    for note in said["record"]:
        if note["type"] == "note":
            known = note.get("translations", {})
            note["translations"] = {lang: state for lang, state in known.items() if state not in _DRAFT}
            if [note.get("original")] == list(note["text"]):
                del note["original"]
    kept: dict[str, Any] = _without_empties(said)
    return {key: value for key, value in kept.items() if key != "id"}


def _without_empties(value: Any) -> Any:  # noqa: ANN401 (any JSON)
    if isinstance(value, list):
        return [_without_empties(one) for one in value]
    if not isinstance(value, dict):
        return value
    kept = {key: _without_empties(one) for key, one in value.items()}
    return {key: one for key, one in kept.items() if one not in ([], {})}
