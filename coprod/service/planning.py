"""Begin a plan: from a template, or as the session after another one."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from coprod.domain.fold import fold
from coprod.domain.lengths import actual_minutes
from coprod.domain.moments import parsed
from coprod.domain.rounds import last_voice
from coprod.domain.terms import ActionStatus, LinkKind, NoteKind, Phase, Visibility
from coprod.service.exchange import format as f
from coprod.service.exchange.keeping import keep
from coprod.service.exchange.outgoing import outgoing
from coprod.service.exchange.reading import read_path
from coprod.service.ports import Batch

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime
    from pathlib import Path

    from coprod.domain.state import State
    from coprod.service.ports import Clock, Log, Stored

_UNFINISHED = frozenset({ActionStatus.OPEN, ActionStatus.PARTLY})
_STEP = 5
"""Minutes to which the length of an item is rounded for the next plan."""


@dataclass(frozen=True, slots=True)
class Template:
    """A meeting of the field, ready to be planned: a planned session without people."""

    id: str
    title: Mapping[str, str]
    purpose: Mapping[str, str]
    file: f.SessionFile


def templates(folder: Path) -> list[Template]:
    """All templates in a folder, in the order of their names. Raises BadFile."""
    files = [(path.name.split(".")[0], read_path(path)) for path in sorted(folder.glob("*.coprod.json"))]
    return [Template(name, file.title, file.purpose, file) for name, file in files]


def from_template(
    template: Template, *, start: datetime, zone: str | None, languages: Sequence[str]
) -> f.SessionFile:
    """A plan of that kind in one or several languages, from `start` (aware) on as long as its items are."""
    minutes = sum(item.minutes or 0 for item in template.file.agenda)
    file = _in(template.file, languages)
    return replace(
        file,
        id=str(uuid.uuid4()),
        zone=zone,
        languages=tuple(languages),
        purpose={},
        planned=f.Planned(
            start=start.isoformat(timespec="seconds"),
            end=(start + timedelta(minutes=minutes)).isoformat(timespec="seconds") if minutes else None,
        ),
    )


def begin_plan(file: f.SessionFile, log: Log, clock: Clock) -> str:
    """Keep a plan as a session of its own, whole; its id. Raises StoreFailed."""
    return keep(file, log, clock).session


def next_session(session: str, log: Log, clock: Clock) -> str:
    """Keep the plan of the session after another one; its id. Raises StoreFailed, and ValueError without a description.

    People come along as the same persons; consents do not: they were given for that day. With them come the guidelines
    that were agreed, the agenda with the minutes that it took, and what was left open: unfinished actions and what was
    held over, each linked to the note that it is the outcome of.
    """
    stored = log.load(session)
    state = fold(session, stored.facts)
    persons = _persons(stored, state)
    if persons.keys() - stored.links.keys():
        log.append(Batch(session, (), links=persons))
    before = outgoing(state, stored.words, persons)
    return keep(_following(before, state), log, clock).session


def _following(before: f.SessionFile, state: State) -> f.SessionFile:
    series, known = before.programme, before.next or f.NextTime()
    lengths = actual_minutes(state)
    carried = [one for one in before.record if isinstance(one, f.NoteRecord) and _is_carried(one)]
    return replace(
        before,
        id=str(uuid.uuid4()),
        state=Phase.PLANNED,
        programme=replace(series, number=series.number + 1)
        if series and series.number is not None
        else series,
        previous=before.id,
        place=known.place or before.place,
        planned=_planned(before, known.start),
        started=None,
        ended=None,
        next=None,
        participants=_reseated(before, state),
        guidelines=tuple(replace(one, key=None) for one in before.guidelines),
        groups=(),
        agenda=tuple(
            replace(item, minutes=_rounded(lengths.get(one.id), item.minutes))
            for one, item in zip(state.agenda, before.agenda, strict=True)
        ),
        record=tuple(_record(carried)),
        approved=(),
        issued=(),
    )


def _is_carried(note: f.NoteRecord) -> bool:
    unfinished = note.kind is NoteKind.ACTION and note.status in _UNFINISHED
    return (unfinished or note.kind is NoteKind.HELD_OVER) and note.visibility is not Visibility.REVIEW


def _record(carried: Iterable[f.NoteRecord]) -> Iterable[f.AnyRecord]:
    """The notes as they stand, at no time of the new session; and whose outcome each is."""
    for note in carried:
        new = str(uuid.uuid4())
        yield replace(
            note,
            id=new,
            item=None,
            group=None,
            at=None,
            until=None,
            number=None,
            share=None,
            visibility=Visibility.MINUTES,
        )
        if note.id is not None:
            yield f.LinkRecord(source=new, target=note.id, kind=LinkKind.OUTCOME_OF)


def _reseated(before: f.SessionFile, state: State) -> tuple[f.Participant, ...]:
    """The same people, from the seat after whoever was asked last; what was only of that day is left out."""
    people = [replace(one, consents=(), attendance=None) for one in before.participants]
    last = last_voice(state) or ""
    seats = list(state.participants)
    at = seats.index(last) + 1 if last in seats else 0
    return (*people[at:], *people[:at])


def _persons(stored: Stored, state: State) -> dict[str, str]:
    """Each participant as a person; who is not known as one yet becomes one: somebody asked for a next session."""
    return {who: stored.links.get(who) or str(uuid.uuid4()) for who in state.participants}


def _planned(before: f.SessionFile, start: str | None) -> f.Planned | None:
    """When it begins, where that was said, and as long as the one before was planned."""
    if start is None:
        return None
    was = before.planned
    if was is None or was.start is None or was.end is None:
        return f.Planned(start=start)
    end = parsed(start) + (parsed(was.end) - parsed(was.start))
    return f.Planned(start=start, end=end.isoformat(timespec="seconds"))


def _rounded(actual: float | None, planned: float | None) -> float | None:
    """The minutes an item took, in steps of five; as planned where nobody planned any, or it was passed over."""
    if actual is None or not planned:
        return planned
    return float(round(actual / _STEP) * _STEP) or planned


def _in(file: f.SessionFile, languages: Sequence[str]) -> f.SessionFile:
    """The same file with its texts in these languages alone; whole, where it has none of them."""

    def only(prose: Mapping[str, str]) -> Mapping[str, str]:
        return {lang: prose[lang] for lang in languages if lang in prose} or prose

    return replace(
        file,
        title=only(file.title),
        guidelines=tuple(replace(one, text=only(one.text)) for one in file.guidelines),
        agenda=tuple(
            replace(
                item,
                title=only(item.title),
                prompts=tuple(replace(one, text=only(one.text)) for one in item.prompts),
            )
            for item in file.agenda
        ),
    )
