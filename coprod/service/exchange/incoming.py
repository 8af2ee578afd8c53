"""From a session file to facts, words and links to persons: a stream of its own, and nobody asks `decide`."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from coprod.domain import facts, parts
from coprod.domain.facts import Body, Fact, Word
from coprod.domain.terms import Phase
from coprod.service.exchange import format as f
from coprod.service.exchange.equality import file_id
from coprod.service.exchange.incoming_record import RecordReader
from coprod.service.exchange.scribe import Scribe


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a file makes: facts in their order, the words they point to, and participant to person."""

    session: str
    facts: tuple[Fact, ...]
    words: Mapping[str, Word]
    links: Mapping[str, str]


def incoming(file: f.SessionFile, time: parts.Ms, new_id: Callable[[], str] | None = None) -> Incoming:
    """The facts of a file that comes in at `time` (UTC ms)."""
    scribe = Scribe(file, new_id or (lambda: str(uuid.uuid4())))
    session, stream, act = str(file_id(file)), scribe.new_id(), scribe.new_id()
    return Incoming(
        session=session,
        facts=tuple(
            Fact(scribe.new_id(), session, act, stream, seq, time, body)
            for seq, body in enumerate(_bodies(file, scribe), start=1)
        ),
        words={word.id: word for word in scribe.words},
        links={scribe.people[one.key]: one.person for one in file.participants if one.person},
    )


def _bodies(file: f.SessionFile, scribe: Scribe) -> Iterator[Body]:
    """Groups and guidelines come after the record: the file lists them as they were in the end."""
    yield facts.Described(_description(file, scribe))
    for person in file.participants:
        yield facts.ParticipantAdded(_participant(person, scribe))
    for item in file.agenda:
        yield facts.ItemAdded(_item(item, scribe))
    if file.started is not None:
        yield facts.Started(file.started)
    yield from RecordReader(scribe).entries(file.record)
    for group in file.groups:
        yield facts.GroupFormed(_group(group, scribe))
    yield from _guidelines(file, scribe)
    yield from (facts.Approved(one.part, one.at) for one in file.approved)
    yield from (facts.Issued(_whole(one.number), one.edition, one.at, one.sha256) for one in file.issued)
    if file.state is Phase.CLOSED:
        yield facts.Closed(file.ended)


def _description(file: f.SessionFile, scribe: Scribe) -> parts.Description:
    planned = file.planned or f.Planned()
    return parts.Description(
        title=scribe.text(file.title),
        languages=file.languages,
        place=scribe.text(file.place),
        planned_start=planned.start,
        planned_end=planned.end,
        zone=file.zone,
        purpose=scribe.text(file.purpose),
        programme=_programme(file.programme, scribe) if file.programme else None,
        previous=file.previous,
        next_time=_next_time(file.next, scribe) if file.next else None,
        labels=tuple((standpoint, scribe.text(label)) for standpoint, label in file.labels.items()),
    )


def _programme(programme: f.Programme, scribe: Scribe) -> parts.Programme:
    return parts.Programme(
        id=programme.id,
        title=scribe.text(programme.title),
        number=_whole(programme.number),
        cohort=scribe.text(programme.cohort),
    )


def _next_time(known: f.NextTime, scribe: Scribe) -> parts.NextTime:
    return parts.NextTime(known.start, scribe.text(known.place), scribe.text(known.text))


def _participant(person: f.Participant, scribe: Scribe) -> parts.Participant:
    own = (scribe.people[person.key],)
    return parts.Participant(
        id=own[0],
        called=scribe.text(person.called, own),
        key=scribe.text(person.key, own),
        reading=scribe.text(person.reading, own),
        standpoints=person.standpoints,
        discipline=scribe.text(person.discipline, own),
        label=scribe.text(person.label, own),
        parts=person.parts,
        attribution=person.attribution,
        languages=person.languages,
        attendance=person.attendance,
        listed=person.listed,
        wall=person.wall,
        consents=tuple(parts.Consent(one.to, one.given, one.at) for one in person.consents),
    )


def _item(item: f.AgendaItem, scribe: Scribe) -> parts.AgendaItem:
    return parts.AgendaItem(
        id=scribe.items[item.key],
        kind=item.kind,
        key=scribe.text(item.key),
        title=scribe.text(item.title),
        prompt=scribe.text(item.prompt),
        minutes=item.minutes,
        prompts=tuple(
            parts.Prompt(scribe.prompt(item.key, one.key), scribe.text(one.text), scribe.text(one.key))
            for one in item.prompts
        ),
    )


def _group(group: f.Group, scribe: Scribe) -> parts.Group:
    return parts.Group(
        id=scribe.groups[group.key],
        members=tuple(scribe.people[who] for who in group.members),
        key=scribe.text(group.key),
        name=scribe.text(group.name),
    )


def _guidelines(file: f.SessionFile, scribe: Scribe) -> Iterator[Body]:
    """What a plan lists has yet to be agreed to; nothing else is before the room, whatever the record says."""
    listed = tuple(
        parts.Guideline(scribe.guideline(one.key), scribe.text(one.text), scribe.text(one.key))
        for one in file.guidelines
    )
    if file.state is Phase.PLANNED:
        yield facts.GuidelinesListed(())
        yield facts.GuidelinesOffered(listed)
    else:
        yield facts.GuidelinesListed(listed)


def _whole(number: float | None) -> int | None:
    return None if number is None else int(number)
