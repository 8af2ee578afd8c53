"""Group sheets: a small session whose room is one group, and the way home of what was written in it.

On the sheet the group's track is that of the whole room; what comes home stands on the track of the group. A sheet
tells of its own entries alone: it can't touch what others wrote, the plan, the wall or the people.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coprod.domain import facts
from coprod.domain.consent import permits
from coprod.domain.parts import Consent, Description, Participant
from coprod.domain.terms import ItemKind, Purpose

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from coprod.domain.facts import Body, Fact
    from coprod.domain.parts import AgendaItem, Group, Ms
    from coprod.domain.state import State

_ENTRIES = (
    facts.ItemOpened,
    facts.RoundBegun,
    facts.TurnBegun,
    facts.TurnPassed,
    facts.PauseBegun,
    facts.NoteKept,
    facts.Arrived,
    facts.Left,
    facts.StandpointDeclared,
    facts.PromptAsked,
    facts.NotesLinked,
)
"""The entries that come home; what was on the sheet's own wall does not."""

_AMENDS = {
    facts.TurnEnded: "turn",
    facts.PauseEnded: "pause",
    facts.EntryCorrected: "entry",
    facts.NoteChanged: "note",
    facts.NoteTranslated: "note",
    facts.NoteConfirmed: "note",
    facts.NoteShared: "note",
    facts.NoteTakenOut: "note",
    facts.ActionMoved: "note",
    facts.Voided: "act",
}
"""What amends an entry or an act of the sheet's own, and the field that names it."""


def seed(state: State, group: Group, moment: str, entry: str) -> tuple[Body, ...]:
    """The facts with which a sheet begins: the question, the guidelines, and the members as they want to be called.

    `moment`: when it is issued (RFC 3339). `entry`: the id of the entry that opens the question.
    """
    item = question(state)
    return (
        facts.Described(_description(state)),
        *(facts.ParticipantAdded(_member(state, who)) for who in group.members if who in state.participants),
        *((facts.ItemAdded(item),) if item else ()),
        facts.GuidelinesListed(state.guidelines),
        facts.SheetBegun(group),
        facts.Started(state.started or moment),
        *((facts.ItemOpened(entry=entry, item=item.id),) if item else ()),
    )


def question(state: State) -> AgendaItem | None:
    """The item that small groups talk about: the open one, else the first for small groups, else whichever is open."""
    opened = state.open_item()
    of_groups = [item for item in state.agenda if item.kind is ItemKind.SMALL_GROUPS]
    if opened in of_groups or not of_groups:
        return opened
    return of_groups[0]


def homeward(told: Sequence[Fact], group: Group, taken: Collection[str]) -> list[Fact]:
    """The facts of a sheet as they stand at home; one that has no place there keeps its place in its stream.

    `taken`: ids of entries and acts that others made at home, which no sheet may claim.
    """
    own = {fact.body.entry for fact in told if isinstance(fact.body, facts.Entry)}
    own = own.union(fact.act for fact in told).difference(taken)
    members = frozenset(group.members)
    coming = []
    for fact in told:
        body = fact.body
        if isinstance(
            body, facts.Withdrawn
        ):  # its notes are erased in the sheet, too, and can't be seen to be its own
            mine = tuple(note for note in body.notes if note not in taken)
            body = facts.Withdrawn(notes=mine) if mine else facts.Erased()
        elif fact.act not in own or not members.issuperset(_people(body)):
            body = facts.Erased()
        coming.append(replace(fact, body=_home(body, group.id, own) or facts.Erased()))
    return coming


def of_a_note_taker(told: Sequence[Fact]) -> list[Fact]:
    """The facts of whole streams, as somebody may send them who takes notes and does nothing else.

    Notes, what amends those of the same stream, and the undoing of it; the rest keeps its place, and tells nothing.
    """
    notes = {(fact.stream, fact.body.entry) for fact in told if isinstance(fact.body, facts.NoteKept)}
    own = notes.union((fact.stream, fact.act) for fact in told)
    coming = []
    for fact in told:
        named = _AMENDS.get(type(fact.body), "")
        amends = named in {"note", "act"} and (fact.stream, getattr(fact.body, named)) in own
        kept = amends or isinstance(fact.body, facts.NoteKept)
        coming.append(fact if kept else replace(fact, body=facts.Erased()))
    return coming


def on_time(told: Sequence[Fact], here: Mapping[str, Ms], issued: Ms, now: Ms) -> list[Fact]:
    """The facts of a sheet in order, at the times that they have at home.

    What was written by a clock that is ahead happened as long before now as it says: all moves by the same. `here`:
    the ids of the facts that came home before, each with its time there, which stays. Nothing stands before the sheet
    was issued, nor before what was written earlier, as it would where the clock was changed, or copies come late.
    """
    ahead = max(0, max((fact.time for fact in told), default=now) - now)
    latest, coming = issued, []
    for place, fact in enumerate(sorted(told, key=lambda fact: (fact.time, fact.stream, fact.seq))):
        time = here.get(fact.id)
        if time is None:
            time = max(fact.time - ahead, issued + place)
            time = time if time >= latest else latest + 1
        latest = max(latest, time)
        coming.append(replace(fact, time=time))
    return coming


def _home(body: Body, group: str, own: Collection[str]) -> Body | None:
    if isinstance(body, _ENTRIES):
        return replace(body, group=group) if body.entry in own else None
    if isinstance(body, facts.WishStated | facts.Withdrawn):
        return body
    named = _AMENDS.get(type(body))
    return body if named and getattr(body, named) in own else None


def _people(body: Body) -> set[str]:
    """The participants that a fact names."""
    named = {getattr(body, "who", None), getattr(body, "participant", None)} - {None}
    if isinstance(body, facts.NoteKept | facts.NoteChanged):
        content = body.content
        named.update(content.who, content.owners, content.confirmed)
    return {one for one in named if isinstance(one, str)}


def _description(state: State) -> Description:
    about = state.description or Description((), ())
    return Description(about.title, about.languages, zone=about.zone, labels=about.labels)


def _member(state: State, who: str) -> Participant:
    """What a group has to know of its members; nothing that was said to the organiser alone."""
    person = state.participants[who]
    refused = () if permits(person, Purpose.RECORD) else (Consent(Purpose.RECORD, given=False),)
    return Participant(
        person.id,
        person.called,
        key=person.key,
        reading=person.reading,
        standpoints=state.standpoints(who),
        label=person.label,
        attribution=person.attribution,
        languages=person.languages,
        wall=person.wall,
        consents=refused,
    )
