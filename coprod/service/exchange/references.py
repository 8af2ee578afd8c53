"""What the parts of a file must be to each other: known keys, each key once, ends after beginnings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from coprod.domain.moments import parsed
from coprod.domain.terms import GuidelineChange, Phase
from coprod.service.exchange import format as f
from coprod.service.exchange.bad import BadFile, inside

_FIELDS = (
    ("who", "who", "participant"),
    ("confirmed", "confirmed", "participant"),
    ("owner", "owner", "participant"),
    ("members", "members", "participant"),
    ("item", "item", "agenda item"),
    ("group", "group", "group"),
    ("guideline", "guideline", "guideline"),
    ("prompt", "prompt", "prompt"),
    ("note", "note", "note"),
    ("source", "from", "note"),
)
"""Attribute, key in the file, and what it speaks of. (The `to` of a link may be of another session.)"""

_Known = Mapping[str, frozenset[str]]


class _Keyed(Protocol):
    @property
    def key(self) -> str | None: ...


def check(session: f.SessionFile) -> None:
    """Raise BadFile at the first reference that leads nowhere, or at what contradicts itself."""
    _check_life(session)
    _check_texts(session)
    _once("participants", session.participants)
    _once("guidelines", session.guidelines)
    _once("groups", session.groups)
    _once("agenda", session.agenda)
    for index, item in enumerate(session.agenda):
        _once(f"agenda[{index}].prompts", item.prompts)
    known = _known(session)
    for index, group in enumerate(session.groups):
        _check_references(group, f"groups[{index}]", known)
    _check_record(session, known)


def _check_life(session: f.SessionFile) -> None:
    if session.state is Phase.PLANNED and session.started is not None:
        raise BadFile("started", "a planned session has not started; say so in planned.start")
    if session.state is not Phase.PLANNED and session.started is None:
        raise BadFile("started", "is missing: only a planned session may leave it out")
    if session.state is not Phase.CLOSED and session.ended is not None:
        raise BadFile("ended", "only a closed session has ended")
    _in_order("ended", session.started, session.ended)
    if session.planned:
        _in_order("planned.end", session.planned.start, session.planned.end)


def _in_order(place: str, start: str | None, end: str | None) -> None:
    if start and end and parsed(end) < parsed(start):
        raise BadFile(place, "is before the start")


def _check_texts(session: f.SessionFile) -> None:
    texts: list[tuple[str, str | f.Prose]] = [("title", session.title)]
    texts += [(f"participants[{i}].called", one.called) for i, one in enumerate(session.participants)]
    texts += [(f"guidelines[{i}].text", one.text) for i, one in enumerate(session.guidelines)]
    notes = [(i, one) for i, one in enumerate(session.record) if isinstance(one, f.NoteRecord)]
    texts += [(f"record[{i}].text", one.text) for i, one in notes]
    for place, text in texts:
        if isinstance(text, Mapping) and not text:
            raise BadFile(place, "needs a text in at least one language")


def _once(place: str, ones: Iterable[_Keyed]) -> None:
    seen: set[str] = set()
    for index, one in enumerate(ones):
        if one.key is not None and one.key in seen:
            raise BadFile(f"{place}[{index}].key", "stands there twice")
        seen.add(one.key or "")


def _known(session: f.SessionFile) -> _Known:
    proposed = (
        one.guideline
        for one in session.record
        if isinstance(one, f.GuidelineRecord) and one.change is GuidelineChange.PROPOSED
    )
    return {
        "participant": frozenset(one.key for one in session.participants),
        "group": frozenset(one.key for one in session.groups),
        "agenda item": frozenset(one.key for one in session.agenda),
        "guideline": frozenset({*(one.key for one in session.guidelines if one.key), *proposed}),
        "prompt": frozenset(_prompts(session.agenda)),
        "note": frozenset(one.id for one in session.record if isinstance(one, f.NoteRecord) and one.id),
    }


def _prompts(items: Iterable[f.AgendaItem]) -> Iterable[str]:
    return (prompt.key for item in items for prompt in item.prompts if prompt.key)


def _check_record(session: f.SessionFile, known: _Known) -> None:
    ids: set[str] = set()
    prompts = {item.key: frozenset(_prompts([item])) for item in session.agenda}
    for index, one in enumerate(session.record):
        place = f"record[{index}]"
        _check_references(one, place, known)
        if one.id is not None and one.id.lower() in ids:
            raise BadFile(inside(place, "id"), "stands there twice")
        ids.add((one.id or "").lower())
        at, until = getattr(one, "at", None), getattr(one, "until", None)
        if at is not None and until is not None and until < at:
            raise BadFile(inside(place, "until"), "is before `at`")
        if isinstance(one, f.PromptRecord) and one.item and one.prompt not in {None, *prompts[one.item]}:
            raise BadFile(inside(place, "prompt"), "is a prompt of another agenda item")


def _check_references(one: object, place: str, known: _Known) -> None:
    for attribute, key, what in _FIELDS:
        value = getattr(one, attribute, None)
        if value is None:
            continue
        where = inside(place, key)
        if isinstance(value, str):
            if value not in known[what]:
                raise BadFile(where, f"unknown {what}")
        else:
            for index, each in enumerate(value):
                if each not in known[what]:
                    raise BadFile(inside(where, index), f"unknown {what}")
