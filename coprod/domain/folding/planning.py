"""Steps for the plan, the people and the life of a session."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol, TypeVar

from coprod.domain.erasure import without
from coprod.domain.terms import Phase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coprod.domain import facts
    from coprod.domain.folding.builder import Builder
    from coprod.domain.parts import AgendaItem, Participant


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_Identified)


def described(builder: Builder, body: facts.Described) -> None:
    """The description is set whole."""
    builder.description = body.description


def started(builder: Builder, body: facts.Started) -> None:
    """The first start stands."""
    if builder.started is None:
        builder.started = body.moment
    builder.phase = Phase.OPEN


def closed(builder: Builder, body: facts.Closed) -> None:
    """The session is closed; what was open on its tracks is so no longer."""
    builder.ended = body.moment
    builder.phase = Phase.CLOSED
    builder.tracks.clear()
    builder.hands.clear()
    builder.called_groups = ()


def reopened(builder: Builder, _body: facts.Reopened) -> None:
    """The session is open and has no end."""
    builder.ended = None
    builder.phase = Phase.OPEN


def item_added(builder: Builder, body: facts.ItemAdded) -> None:
    """An item takes its place on the agenda; one that is there already is left."""
    if all(item.id != body.item.id for item in builder.agenda):
        builder.agenda = _placed(builder.agenda, body.item, body.before)


def item_changed(builder: Builder, body: facts.ItemChanged) -> None:
    """An item is replaced in its place."""
    builder.agenda = [body.item if item.id == body.item.id else item for item in builder.agenda]


def item_moved(builder: Builder, body: facts.ItemMoved) -> None:
    """An item goes to another place."""
    item = _found(builder.agenda, body.item)
    if item and body.before != body.item:
        builder.agenda = _placed(_without(builder.agenda, item.id), item, body.before)


def item_removed(builder: Builder, body: facts.ItemRemoved) -> None:
    """An item leaves the agenda."""
    builder.agenda = _without(builder.agenda, body.item)


def guidelines_offered(builder: Builder, body: facts.GuidelinesOffered) -> None:
    """The guidelines before the room are set whole."""
    builder.proposals = list(body.guidelines)


def guidelines_listed(builder: Builder, body: facts.GuidelinesListed) -> None:
    """The agreed guidelines are set whole, and are proposals no more."""
    builder.guidelines = list(body.guidelines)
    listed = {guideline.id for guideline in body.guidelines}
    builder.proposals = [one for one in builder.proposals if one.id not in listed]


def participant_added(builder: Builder, body: facts.ParticipantAdded) -> None:
    """A participant takes a seat."""
    person = body.participant
    if person.id not in builder.participants:
        seated = _placed(builder.participants.values(), person, body.before)
        builder.participants = {one.id: one for one in seated}


def participant_changed(builder: Builder, body: facts.ParticipantChanged) -> None:
    """A participant is replaced in their seat."""
    if body.participant.id in builder.participants:
        builder.participants[body.participant.id] = body.participant


def participant_moved(builder: Builder, body: facts.ParticipantMoved) -> None:
    """A participant takes another seat."""
    person = builder.participants.get(body.participant)
    if person and body.before != body.participant:
        others = _without(builder.participants.values(), person.id)
        builder.participants = {one.id: one for one in _placed(others, person, body.before)}


def participant_removed(builder: Builder, body: facts.ParticipantRemoved) -> None:
    """A participant leaves the list and the groups."""
    builder.participants.pop(body.participant, None)
    for group in list(builder.groups.values()):
        builder.groups[group.id] = group.without((body.participant,))
    builder.apart = without(builder.apart, (body.participant,))
    builder.together = without(builder.together, (body.participant,))
    for track in list(builder.hands):
        builder.lower_hand(body.participant, track)


def wish_stated(builder: Builder, body: facts.WishStated) -> None:
    """Each wish that was stated replaces the one before."""
    person = builder.participants.get(body.participant)
    if person:
        _seat(
            builder,
            replace(
                person,
                attribution=body.attribution or person.attribution,
                listed=body.listed or person.listed,
                wall=body.wall or person.wall,
            ),
        )


def consent_stated(builder: Builder, body: facts.ConsentStated) -> None:
    """A consent is added; the last one for a purpose holds."""
    person = builder.participants.get(body.participant)
    if person:
        _seat(builder, replace(person, consents=(*person.consents, body.consent)))


def group_formed(builder: Builder, body: facts.GroupFormed) -> None:
    """A group is set whole, in its place."""
    builder.groups[body.group.id] = body.group


def sheet_begun(builder: Builder, body: facts.SheetBegun) -> None:
    """The session is the sheet of a group."""
    builder.sheet = body.group


def group_dissolved(builder: Builder, body: facts.GroupDissolved) -> None:
    """A group comes back to the room, and nothing is open on its track."""
    if body.group in builder.groups:
        builder.dissolved.add(body.group)
        builder.tracks.pop(body.group, None)


def approved(builder: Builder, body: facts.Approved) -> None:
    """An approval is kept."""
    builder.approved.append(body)


def issued(builder: Builder, body: facts.Issued) -> None:
    """An issue is kept."""
    builder.issued.append(body)


def _seat(builder: Builder, person: Participant) -> None:
    builder.participants[person.id] = person


def _found(agenda: Iterable[AgendaItem], item: str) -> AgendaItem | None:
    return next((one for one in agenda if one.id == item), None)


def _without(ones: Iterable[T], gone: str) -> list[T]:
    return [one for one in ones if one.id != gone]


def _placed(ones: Iterable[T], new: T, before: str | None) -> list[T]:
    """`ones` with `new` before the one of that id, or at the end where there is none."""
    placed = list(ones)
    at = next((i for i, one in enumerate(placed) if one.id == before), len(placed))
    placed.insert(at, new)
    return placed
