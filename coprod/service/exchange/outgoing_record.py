"""From the entries of the record to the records of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from msgspec.structs import fields

from coprod.domain import facts, parts
from coprod.service.exchange import format as f

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from coprod.domain.state import State
    from coprod.domain.terms import TranslationState
    from coprod.service.exchange.teller import Teller

_Values: TypeAlias = dict[str, Any]


def records(state: State, teller: Teller) -> tuple[f.AnyRecord, ...]:
    """The records of a session, without those that speak of what is gone."""
    made = (_record(entry, teller) for entry in state.record.values())
    return tuple(record for record in made if record is not None and _stands(record, state))


def _stands(record: f.AnyRecord, state: State) -> bool:
    """Whether the note that a record speaks of is there."""
    note = getattr(record, "note", None) or getattr(record, "source", None)
    return note is None or state.note(note) is not None


def _record(entry: facts.Entry, teller: Teller) -> f.AnyRecord | None:
    """The record of an entry; None where something that it must have is gone."""
    cls, values = _MAKERS[type(entry)]
    known = {**_common(entry, teller), **values(entry, teller)}
    if any(known[name] is None for name in _REQUIRED[cls]):
        return None
    return cls(**{name: known[name] for name in cls.__struct_fields__})


def _common(entry: facts.Entry, teller: Teller) -> _Values:
    """What records have in common, by the names they share."""
    at, until = teller.seconds(entry.at), teller.seconds(getattr(entry, "until", None))
    return {
        "id": entry.entry if entry.given or entry.entry in teller.spoken_of else None,
        "by": teller.string(entry.by),
        "group": teller.group_keys.get(entry.group or ""),
        "at": at,
        "until": until if until is None or at is None else max(at, until),
        "who": teller.person_keys.get(getattr(entry, "who", "")),
        "item": teller.item_keys.get(getattr(entry, "item", None) or ""),
    }


def _guideline(entry: facts.GuidelineTouched, teller: Teller) -> _Values:
    return {
        "guideline": teller.guideline_keys.get(entry.guideline),
        "change": entry.change,
        "text": teller.prose(entry.text),
    }


def _prompt(entry: facts.PromptAsked, teller: Teller) -> _Values:
    return {"prompt": teller.prompt_keys.get(entry.prompt or "")}


def _note(entry: facts.NoteKept, teller: Teller) -> _Values:
    content = entry.content
    owners = _people(content.owners, teller)
    return {
        **_just("kind", "standpoints", "original", "minority", "visibility")(content, teller),
        **_just("attribution", "wording", "share", "number", "due", "status")(content, teller),
        "text": teller.prose(content.text) or None,
        "who": _people(content.who, teller),
        "item": teller.item_keys.get(content.item or ""),
        "translations": {lang: _translation(known, teller) for lang, known in content.translations},
        "confirmed": _people(content.confirmed, teller),
        "owner": owners[0] if content.one_owner and len(owners) == 1 else owners,
        "owner_text": teller.prose(content.owner_text),
        "reason": teller.prose(content.reason),
        "easy": teller.prose(content.easy),
    }


def _translation(known: parts.Translation, teller: Teller) -> TranslationState | f.Translation:
    if known.plain:
        return known.state
    return f.Translation(
        state=known.state, by=teller.string(known.by), checked_by=teller.string(known.checked_by)
    )


def _people(ids: Iterable[str], teller: Teller) -> tuple[str, ...]:
    return tuple(teller.person_keys[who] for who in ids if who in teller.person_keys)


def _just(*names: str) -> Callable[[Any, Teller], _Values]:
    """These values as they are."""
    return lambda entry, _teller: {name: getattr(entry, name) for name in names}


_MAKERS: Mapping[type[facts.Entry], tuple[type[f.AnyRecord], Callable[[Any, Teller], _Values]]] = {
    facts.ItemOpened: (f.ItemRecord, _just()),
    facts.TurnBegun: (f.TurnRecord, _just()),
    facts.TurnPassed: (f.PassRecord, _just("how")),
    facts.PauseBegun: (f.PauseRecord, _just("kind")),
    facts.Arrived: (f.ArriveRecord, _just("how")),
    facts.Left: (f.LeaveRecord, _just()),
    facts.Moved: (f.MoveRecord, _just()),
    facts.StandpointDeclared: (f.StandpointRecord, _just("standpoints")),
    facts.GuidelineTouched: (f.GuidelineRecord, _guideline),
    facts.PromptAsked: (f.PromptRecord, _prompt),
    facts.RoundBegun: (f.RoundRecord, _just("number", "order")),
    facts.NoteReleased: (f.ReleaseRecord, _just("note")),
    facts.NoteRetracted: (f.RetractRecord, _just("note")),
    facts.NotesLinked: (f.LinkRecord, _just("source", "target", "kind")),
    facts.NoteKept: (f.NoteRecord, _note),
}
"""For each kind of entry the record it makes, and the values that are its own."""

_REQUIRED = {cls: [field.name for field in fields(cls) if field.required] for cls, _ in _MAKERS.values()}
