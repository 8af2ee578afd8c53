"""Rules for the people: who is there, from where they speak, how they want to be named, and small groups."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coprod.domain import acts, facts
from coprod.domain.erasure import own_notes
from coprod.domain.facts import Body, NoteKept
from coprod.domain.parts import Consent, Group, Participant
from coprod.domain.prose import TITLE_LIMIT
from coprod.domain.rules.life import ended
from coprod.domain.rules.pen import Pen, Refused, Ruling, Why
from coprod.domain.terms import Attendance

if TYPE_CHECKING:
    from coprod.domain.acts import ParticipantDraft
    from coprod.domain.state import State


def add(state: State, act: acts.AddParticipant, pen: Pen) -> Ruling:
    """Everybody has a name that they want to be called."""
    if act.before is not None and act.before not in state.participants:
        return Refused(Why.UNKNOWN_PERSON, (act.before,))
    person = _participant(pen.new_id(), act.draft, pen)
    return [facts.ParticipantAdded(person, act.before)] if person.called else Refused(Why.NO_TEXT)


def add_several(_state: State, act: acts.AddParticipants, pen: Pen) -> Ruling:
    """All of a list, in its order, or none."""
    people = [_participant(pen.new_id(), draft, pen) for draft in act.drafts]
    if not all(person.called for person in people):
        return Refused(Why.NO_TEXT)
    return [facts.ParticipantAdded(person) for person in people] or Refused(Why.NOTHING_CHANGES)


def change(state: State, act: acts.ChangeParticipant, pen: Pen) -> Ruling:
    """A participant, whole; the key stays, and so do wishes and consents, which have acts of their own."""
    known = state.participants.get(act.participant)
    if known is None:
        return Refused(Why.UNKNOWN_PERSON, (act.participant,))
    person = replace(
        _participant(known.id, act.draft, pen),
        key=known.key,
        attribution=known.attribution,
        listed=known.listed,
        wall=known.wall,
        consents=known.consents,
    )
    return [facts.ParticipantChanged(person)] if person.called else Refused(Why.NO_TEXT)


def move(state: State, act: acts.MoveParticipant, _pen: Pen) -> Ruling:
    """A participant in another seat."""
    unknown = [
        who for who in (act.participant, act.before) if who is not None and who not in state.participants
    ]
    if unknown:
        return Refused(Why.UNKNOWN_PERSON, tuple(unknown))
    return [facts.ParticipantMoved(act.participant, act.before)]


def remove(state: State, act: acts.RemoveParticipant, _pen: Pen) -> Ruling:
    """Who has a place in the record is not removed by a click: that is a withdrawal."""
    if act.participant not in state.participants:
        return Refused(Why.UNKNOWN_PERSON, (act.participant,))
    if any(_speaks_of(entry, act.participant) for entry in state.record.values()):
        return Refused(Why.IN_USE, (act.participant,))
    return [facts.ParticipantRemoved(act.participant)]


def withdraw(state: State, act: acts.WithdrawParticipant, _pen: Pen) -> Ruling:
    """Gone with everything that is theirs alone; what several said stays with the others."""
    who = act.participant
    if who not in state.participants:
        return Refused(Why.UNKNOWN_PERSON, (who,))
    return [facts.Withdrawn(who, own_notes(state, {who, *state.tombstones}))]


def arrive(state: State, act: acts.Arrive, pen: Pen) -> Ruling:
    """Somebody arrives, or comes back; who was not expected is there all the same."""
    known = state.participants.get(act.who)
    if known is None:
        return Refused(Why.UNKNOWN_PERSON, (act.who,))
    arrived = facts.Arrived(entry=pen.new_id(), at=pen.at, who=act.who, how=act.how)
    if known.attendance is not Attendance.ABSENT:
        return [arrived]
    return [facts.ParticipantChanged(replace(known, attendance=act.how or Attendance.PRESENT)), arrived]


def leave(state: State, act: acts.Leave, pen: Pen) -> Ruling:
    """Somebody leaves; a turn they had ends."""
    if act.who not in state.participants:
        return Refused(Why.UNKNOWN_PERSON, (act.who,))
    if act.who in state.away:
        return Refused(Why.AWAY, (act.who,))
    turns = [turn for turn in map(state.open_turn, state.tracks) if turn and turn.who == act.who]
    ends: list[Body] = [facts.TurnEnded(turn.entry, pen.at) for turn in turns]
    return [*ends, facts.Left(entry=pen.new_id(), at=pen.at, who=act.who)]


def declare(state: State, act: acts.DeclareStandpoints, pen: Pen) -> Ruling:
    """Standpoints as their owner says them, each once."""
    if act.who not in state.participants:
        return Refused(Why.UNKNOWN_PERSON, (act.who,))
    said = tuple(dict.fromkeys(act.standpoints))
    entry = pen.new_id()
    return [facts.StandpointDeclared(entry=entry, at=pen.when(state), who=act.who, standpoints=said)]


def wish(state: State, act: acts.StateWish, _pen: Pen) -> Ruling:
    """A wish about being named."""
    if act.participant not in state.participants:
        return Refused(Why.UNKNOWN_PERSON, (act.participant,))
    if (act.attribution, act.listed, act.wall) == (None, None, None):
        return Refused(Why.NOTHING_CHANGES, (act.participant,))
    return [facts.WishStated(act.participant, act.attribution, act.listed, act.wall)]


def consent(state: State, act: acts.StateConsent, pen: Pen) -> Ruling:
    """A consent, with the moment in which it was given or taken back."""
    if act.participant not in state.participants:
        return Refused(Why.UNKNOWN_PERSON, (act.participant,))
    return [facts.ConsentStated(act.participant, Consent(act.to, act.given, pen.moment))]


def form_group(state: State, act: acts.FormGroup, pen: Pen) -> Ruling:
    """A new group; its members come out of the groups they were in."""
    unknown = tuple(who for who in act.members if who not in state.participants)
    if unknown:
        return Refused(Why.UNKNOWN_PERSON, unknown)
    members = tuple(dict.fromkeys(act.members))
    others: list[Body] = []
    for group in state.groups.values():
        staying = group.without(members)
        if staying != group and group.id not in state.dissolved:
            others.append(facts.GroupFormed(staying))
    name = pen.write(act.name, limit=TITLE_LIMIT)
    return [*others, facts.GroupFormed(Group(pen.new_id(), members, name=name))]


def rename_group(state: State, act: acts.RenameGroup, pen: Pen) -> Ruling:
    """A group with another name."""
    name = pen.write(act.name, limit=TITLE_LIMIT)
    return [facts.GroupFormed(replace(state.groups[act.group], name=name))]


def move_to_group(state: State, act: acts.MoveToGroup, pen: Pen) -> Ruling:
    """Somebody goes to a group."""
    if act.who not in state.participants:
        return Refused(Why.UNKNOWN_PERSON, (act.who,))
    if act.group in state.dissolved:
        return Refused(Why.UNKNOWN_GROUP, (act.group,))
    return [facts.Moved(entry=pen.new_id(), at=pen.at, group=act.group, who=act.who)]


def dissolve_group(state: State, act: acts.DissolveGroup, pen: Pen) -> Ruling:
    """A group comes back to the room; its turn and its pause end."""
    if act.group in state.dissolved:
        return Refused(Why.NOTHING_CHANGES, (act.group,))
    return [*ended(state, act.group, pen), facts.GroupDissolved(act.group)]


def _speaks_of(entry: facts.Entry, who: str) -> bool:
    if isinstance(entry, NoteKept):
        content = entry.content
        return who in (*content.who, *content.owners, *content.confirmed)
    return getattr(entry, "who", None) == who


def _participant(person: str, draft: ParticipantDraft, pen: Pen) -> Participant:
    own = (person,)
    return Participant(
        id=person,
        called=pen.write(draft.called, subjects=own, limit=TITLE_LIMIT, plain=True),
        reading=pen.write(draft.reading, subjects=own, limit=TITLE_LIMIT),
        standpoints=tuple(dict.fromkeys(draft.standpoints)),
        discipline=pen.write(draft.discipline, subjects=own, limit=TITLE_LIMIT),
        label=pen.write(draft.label, subjects=own, limit=TITLE_LIMIT),
        parts=draft.parts,
        attribution=draft.attribution,
        languages=draft.languages,
        attendance=draft.attendance,
        listed=draft.listed,
        wall=draft.wall,
    )
