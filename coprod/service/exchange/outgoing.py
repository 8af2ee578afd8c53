"""From the state of a session and its words to a session file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.domain.moments import parsed
from coprod.service.exchange import format as f
from coprod.service.exchange.outgoing_record import records
from coprod.service.exchange.teller import Teller

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coprod.domain import parts
    from coprod.domain.facts import Word
    from coprod.domain.state import State


def outgoing(
    state: State, words: Mapping[str, Word], links: Mapping[str, str] | None = None
) -> f.SessionFile:
    """The file of a session that has a description; `links` (participant to person) only where people were asked for.

    Raises ValueError for a session without a description. What speaks of something that is gone is left out.
    """
    about = state.description
    if about is None:
        raise ValueError("a session without a description has no file")
    teller = Teller(state, words)
    people = links or {}
    return f.SessionFile(
        format=f.NAME,
        version=f.VERSION,
        id=state.session,
        state=state.phase,
        programme=_programme(about.programme, teller) if about.programme else None,
        title=teller.prose(about.title),
        languages=about.languages,
        zone=about.zone,
        place=teller.prose(about.place),
        purpose=teller.prose(about.purpose),
        previous=about.previous,
        planned=_planned(about),
        started=state.started,
        ended=_after(state.started, state.ended),
        next=_next_time(about.next_time, teller) if about.next_time else None,
        labels={standpoint: teller.prose(label) for standpoint, label in about.labels},
        participants=tuple(
            _participant(one, teller, people.get(id)) for id, one in state.participants.items()
        ),
        guidelines=tuple(
            f.Guideline(key=teller.guideline_keys.get(one.id), text=teller.prose(one.text))
            for one in teller.guidelines
            if teller.prose(one.text)
        ),
        groups=tuple(_group(one, teller) for one in state.groups.values()),
        agenda=tuple(_item(one, teller) for one in state.agenda),
        record=records(state, teller),
        approved=tuple(f.Approved(part=one.part, at=one.at) for one in state.approved),
        issued=tuple(
            f.Issued(number=one.number, edition=one.edition, at=one.at, sha256=one.sha256)
            for one in state.issued
        ),
    )


def _after(start: str | None, end: str | None) -> str | None:
    """The end, unless it comes before its beginning (a clock was put back)."""
    return None if start and end and parsed(end) < parsed(start) else end


def _planned(about: parts.Description) -> f.Planned | None:
    start, end = about.planned_start, _after(about.planned_start, about.planned_end)
    return f.Planned(start=start, end=end) if start or end else None


def _programme(programme: parts.Programme, teller: Teller) -> f.Programme:
    return f.Programme(
        id=programme.id,
        title=teller.prose(programme.title),
        number=programme.number,
        cohort=teller.string(programme.cohort),
    )


def _next_time(known: parts.NextTime, teller: Teller) -> f.NextTime:
    return f.NextTime(start=known.start, place=teller.prose(known.place), text=teller.prose(known.text))


def _participant(person: parts.Participant, teller: Teller, link: str | None) -> f.Participant:
    return f.Participant(
        key=teller.person_keys[person.id],
        person=link,
        called=teller.called(person.called),
        reading=teller.prose(person.reading),
        standpoints=person.standpoints,
        discipline=teller.prose(person.discipline),
        label=teller.prose(person.label),
        parts=person.parts,
        attribution=person.attribution,
        languages=person.languages,
        attendance=person.attendance,
        listed=person.listed,
        wall=person.wall,
        consents=tuple(f.Consent(to=one.to, at=one.at, given=one.given) for one in person.consents),
    )


def _group(group: parts.Group, teller: Teller) -> f.Group:
    return f.Group(
        key=teller.group_keys[group.id],
        name=teller.prose(group.name),
        members=tuple(teller.person_keys[who] for who in group.members if who in teller.person_keys),
    )


def _item(item: parts.AgendaItem, teller: Teller) -> f.AgendaItem:
    return f.AgendaItem(
        key=teller.item_keys[item.id],
        kind=item.kind,
        title=teller.prose(item.title),
        prompt=teller.prose(item.prompt),
        minutes=item.minutes,
        prompts=tuple(
            f.Prompt(key=teller.prompt_keys.get(one.id), text=teller.prose(one.text)) for one in item.prompts
        ),
    )
