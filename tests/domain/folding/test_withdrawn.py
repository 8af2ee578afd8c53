"""Who withdrew, and what was erased, does not come back: whatever else is told of them, and whenever."""

from __future__ import annotations

from itertools import permutations

import pytest

from coprod.domain import facts
from coprod.domain.facts import Body, Fact
from coprod.domain.fold import fold
from coprod.domain.parts import Consent, Group, NoteContent, Participant, Translation
from coprod.domain.terms import Attribution, NoteKind, Purpose, Standpoint, TranslationState, Visibility
from tests.domain.walk import strings
from tests.stage import SESSION, ordered

GONE, STAYS = "gone", "stays"
SAID = NoteContent(NoteKind.IDEA, (("ja", "w1"),), (GONE, STAYS), owners=(GONE,), confirmed=(GONE,))
SHARED = facts.NoteKept(entry="shared", content=SAID)


def told(*bodies: Body) -> list[Fact]:
    return [Fact(f"{n}", SESSION, f"act {n}", "a", n, n, body) for n, body in enumerate(bodies, start=1)]


OF_A_PERSON: list[Body] = [
    facts.ParticipantAdded(Participant(GONE, ())),
    facts.ParticipantChanged(Participant(GONE, ())),
    facts.ParticipantMoved(GONE),
    facts.WishStated(GONE, Attribution.NAMED),
    facts.ConsentStated(GONE, Consent(Purpose.RECORD, given=True)),
    facts.GroupFormed(Group("g", (STAYS, GONE))),
    facts.TurnBegun(entry="turn", who=GONE),
    facts.TurnPassed(entry="pass", who=GONE),
    facts.Arrived(entry="arrive", who=GONE),
    facts.Left(entry="leave", who=GONE),
    facts.Moved(entry="move", who=GONE, group="g"),
    facts.StandpointDeclared(entry="standpoint", who=GONE, standpoints=(Standpoint.PEER,)),
    facts.EntryCorrected("theirs", GONE, 1, 2),
    facts.EntryCorrected("passed", GONE, 1, 2),
    facts.NoteKept(entry="note", content=SAID),
    facts.NoteChanged("shared", SAID, base=""),
    facts.NoteChanged("shared", SAID, base="older"),
    facts.NoteConfirmed("shared", GONE),
]
FRAME: list[Body] = [
    facts.ParticipantAdded(Participant(STAYS, ())),
    facts.GroupFormed(Group("g", (STAYS,))),
    facts.TurnBegun(entry="theirs", who=STAYS),
    facts.TurnPassed(entry="passed", who=STAYS),
    SHARED,
]


@pytest.mark.parametrize("body", OF_A_PERSON, ids=lambda body: type(body).__name__)
@pytest.mark.parametrize("late", [False, True])
def test_a_person_who_withdrew_is_told_of_no_more(body: Body, late: bool) -> None:
    gone = facts.Withdrawn(GONE)
    state = fold(SESSION, told(*FRAME, gone, body) if late else told(*FRAME, body, gone))
    assert state.tombstones == {GONE}
    rest = {name: value for name, value in ordered(state).items() if name != "tombstones"}
    assert GONE not in strings(rest)
    assert STAYS in state.participants
    assert state.note("shared") is not None


OF_A_NOTE: list[Body] = [
    facts.NoteKept(entry="n", content=SAID),
    facts.NoteReleased(entry="r", note="n"),
    facts.NoteChanged("n", SAID, base=""),
    facts.NoteTranslated("n", "en", Translation(TranslationState.DRAFT), "w2"),
    facts.NoteConfirmed("n", STAYS),
    facts.NoteShared("n", share=True),
]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_an_erased_note_is_told_of_no_more(order: tuple[int, ...]) -> None:
    parts: list[list[Body]] = [[facts.Withdrawn(notes=("n",))], OF_A_NOTE[:2], OF_A_NOTE[2:]]
    bodies = [body for part in order for body in parts[part]]
    state = fold(SESSION, told(*bodies))
    assert state.note("n") is None
    assert (state.wall, state.versions, state.clashes) == ((), {}, {})


def test_a_shared_note_stands_without_the_one_who_withdrew() -> None:
    state = fold(SESSION, told(*FRAME, facts.Withdrawn(GONE)))
    note = state.note("shared")
    assert note is not None
    assert (note.content.who, note.content.owners, note.content.confirmed) == ((STAYS,), (), ())
    assert note.content.text == SAID.text


def test_a_track_has_no_turn_of_somebody_who_withdrew() -> None:
    state = fold(SESSION, told(facts.TurnBegun(entry="t", who=GONE), facts.Withdrawn(GONE)))
    assert (state.open_turn(), state.track().turn) == (None, None)
    state = fold(SESSION, told(*FRAME, facts.EntryCorrected("theirs", GONE, 1, None), facts.Withdrawn(GONE)))
    assert state.open_turn() is None


def test_a_note_for_the_room_stays_on_the_wall() -> None:
    room = NoteContent(NoteKind.IDEA, (("ja", "w1"),), (GONE, STAYS), visibility=Visibility.ROOM)
    bodies: list[Body] = [
        facts.NoteKept(entry="n", content=room),
        facts.NoteReleased(entry="r", note="n"),
        facts.Withdrawn(GONE),
    ]
    assert fold(SESSION, told(*bodies)).wall == ("n",)
