"""Entries as a file or another device may bring them: overlapping, going back, pointing to what is not there."""

from __future__ import annotations

import pytest

from coprod.domain import facts
from coprod.domain.facts import Body, NoteKept, NoteReleased, PauseBegun, TurnBegun
from coprod.domain.fold import fold
from coprod.domain.parts import (
    AgendaItem,
    Consent,
    Group,
    Guideline,
    NoteContent,
    Participant,
    Text,
    Translation,
)
from coprod.domain.state import State, Track
from coprod.domain.terms import (
    ActionStatus,
    GuidelineChange,
    ItemKind,
    NoteKind,
    Part,
    PauseKind,
    Purpose,
    Standpoint,
    TranslationState,
    Visibility,
)
from tests.domain.folding.test_withdrawn import told
from tests.stage import SESSION

WORDS = (("ja", "w1"),)


def after(*bodies: Body) -> State:
    return fold(SESSION, told(*bodies))


def test_turns_may_overlap_and_the_last_without_an_end_is_open() -> None:
    state = after(
        TurnBegun(entry="t1", who="p1", at=10, until=50),
        TurnBegun(entry="t2", who="p2", at=20),
        TurnBegun(entry="t3", who="nobody", at=5, until=6),
        TurnBegun(entry="t4", who="p1", at=15, group="g"),
    )
    assert list(state.record) == ["t1", "t2", "t3", "t4"]
    assert state.tracks == {None: Track(turn="t2"), "g": Track(turn="t4")}
    open_turn = state.open_turn("g")
    assert open_turn is not None
    assert open_turn.who == "p1"


def test_an_end_of_another_turn_leaves_the_open_one() -> None:
    state = after(
        TurnBegun(entry="t1", who="p1"),
        TurnBegun(entry="t2", who="p2"),
        facts.TurnEnded("t1", 9),
        facts.TurnEnded("t9", 9),
        facts.PauseEnded("t2", 9),
    )
    assert state.track() == Track(turn="t2")
    ended = state.record["t1"]
    assert isinstance(ended, TurnBegun)
    assert ended.until == 9


def test_pauses_without_an_end_are_open_and_an_end_of_another_leaves_them() -> None:
    state = after(
        PauseBegun(entry="s1", kind=PauseKind.BREATH),
        PauseBegun(entry="s2", kind=PauseKind.SILENCE),
        PauseBegun(entry="s3", kind=PauseKind.BREAK, until=3),
        facts.PauseEnded("s1", 9),
        facts.TurnEnded("s2", 9),
    )
    assert state.track() == Track(pause="s2")
    assert after(PauseBegun(entry="s", kind=PauseKind.BREATH), facts.PauseEnded("s", 1)).track() == Track()


def test_a_pause_goes_on_into_the_next_item_until_a_person_ends_it() -> None:
    state = after(
        PauseBegun(entry="s", kind=PauseKind.SILENCE),
        facts.RoundBegun(entry="r"),
        facts.ItemOpened(entry="o", item="unknown"),
    )
    assert state.track() == Track(opened="o", pause="s")
    assert state.open_item() is None


def test_the_end_of_what_is_on_no_track_is_kept_all_the_same() -> None:
    state = after(
        TurnBegun(entry="t", who="p"),
        PauseBegun(entry="s", kind=PauseKind.BREATH),
        facts.Closed(None),
        facts.TurnEnded("t", 9),
        facts.PauseEnded("s", 9),
    )
    assert [getattr(entry, "until", None) for entry in state.record.values()] == [9, 9]
    assert (state.tracks, state.ended) == ({}, None)


def test_an_id_that_is_taken_keeps_its_entry_and_does_nothing_else() -> None:
    kept = NoteKept(entry="x", content=NoteContent(NoteKind.IDEA, WORDS))
    again: list[Body] = [
        facts.ItemOpened(entry="x", item="i"),
        facts.RoundBegun(entry="x"),
        TurnBegun(entry="x", who="p"),
        PauseBegun(entry="x", kind=PauseKind.BREATH),
        facts.Left(entry="x", who="p"),
        facts.Moved(entry="x", who="p", group="g"),
        facts.StandpointDeclared(entry="x", who="p", standpoints=(Standpoint.PEER,)),
        NoteKept(entry="x", content=NoteContent(NoteKind.CONCERN, WORDS)),
    ]
    state = after(facts.GroupFormed(Group("g", ())), kept, *again, facts.Arrived(entry="x", who="p"))
    assert state.record == {"x": kept}
    assert (state.tracks, state.away, state.declared) == ({}, frozenset(), {})
    assert state.groups["g"].members == ()


def test_who_moves_leaves_the_other_groups_even_for_one_that_is_not_there() -> None:
    state = after(
        facts.GroupFormed(Group("g1", ("p", "q"))),
        facts.GroupFormed(Group("g2", ())),
        facts.Moved(entry="m1", who="p", group="g2"),
        facts.Moved(entry="m2", who="q", group="g9"),
    )
    assert {group.id: group.members for group in state.groups.values()} == {"g1": (), "g2": ("p",)}


def test_a_group_that_is_not_there_can_not_come_back() -> None:
    assert after(facts.GroupDissolved("g")).dissolved == frozenset()


@pytest.mark.parametrize(
    ("visibility", "shown", "wall"),
    [
        (Visibility.ROOM, True, ("n",)),
        (Visibility.ROOM, False, ()),  # an import tells of it and puts nothing on the wall
        (Visibility.MINUTES, True, ()),
        (Visibility.REVIEW, True, ()),
    ],
)
def test_what_goes_onto_the_wall(visibility: Visibility, shown: bool, wall: tuple[str, ...]) -> None:
    state = after(
        NoteKept(entry="n", content=NoteContent(NoteKind.IDEA, WORDS, visibility=visibility)),
        NoteReleased(entry="r", note="n", shown=shown),
        NoteReleased(entry="s", note="unknown"),
    )
    assert state.wall == wall
    assert list(state.record) == ["n", "r", "s"]


def test_a_note_another_device_keeps_from_the_room_is_off_the_wall() -> None:
    room = NoteContent(NoteKind.IDEA, WORDS, visibility=Visibility.ROOM)
    kept = NoteContent(NoteKind.IDEA, WORDS)
    state = after(
        NoteKept(entry="n", content=room),
        NoteReleased(entry="r", note="n"),
        facts.NoteChanged("n", kept, base=""),
    )
    assert state.wall == ()


@pytest.mark.parametrize(
    ("text", "original", "said_in"),
    [
        ((("ja", "w1"),), None, "ja"),  # as a file brings it that names no original
        ((("ja", "w1"), ("en", "w2")), "en", "en"),
        ((("ja", "w1"), ("en", "w2")), None, None),
    ],
)
def test_what_is_translated_was_said_in_the_language_that_was_there(
    text: Text, original: str | None, said_in: str | None
) -> None:
    by_machine = Translation(TranslationState.MACHINE)
    state = after(
        NoteKept(entry="n", content=NoteContent(NoteKind.IDEA, text, original=original)),
        facts.NoteTranslated("n", "ko", by_machine, "w3"),
    )
    note = state.note("n")
    assert note is not None
    assert (note.content.text, note.content.said_in) == ((*text, ("ko", "w3")), said_in)
    assert note.content.translations == (("ko", by_machine),)


def test_amendments_of_what_is_not_there_change_nothing() -> None:
    content = NoteContent(NoteKind.IDEA, WORDS)
    amendments: list[Body] = [
        facts.TurnEnded("x", 1),
        facts.PauseEnded("x", 1),
        facts.EntryCorrected("x", "p", 1, 2),
        facts.NoteChanged("x", content, ""),
        facts.NoteTranslated("x", "en", Translation(TranslationState.DRAFT), "w"),
        facts.NoteConfirmed("x", "p"),
        facts.NoteShared("x", share=True),
        facts.NoteTakenOut("x"),
        facts.ActionMoved("x", ActionStatus.DONE),
        facts.ParticipantChanged(Participant("x", ())),
        facts.ParticipantMoved("x"),
        facts.ParticipantRemoved("x"),
        facts.WishStated("x"),
        facts.ConsentStated("x", Consent(Purpose.RECORD, given=True)),
        facts.ItemMoved("x"),
        facts.ItemRemoved("x"),
    ]
    state = after(*amendments)
    assert (state.record, state.participants, state.agenda, state.versions) == ({}, {}, (), {})
    on_a_note = after(NoteKept(entry="x", content=content), facts.EntryCorrected("x", "p", 1, 2))
    assert on_a_note.record == {"x": NoteKept(entry="x", content=content)}


# ---- guidelines

NEW = (("ja", "w2"),)


def touched(guideline: str, change: GuidelineChange, text: tuple[tuple[str, str], ...] = ()) -> Body:
    entry = f"{guideline} {change} {text}"
    return facts.GuidelineTouched(entry=entry, guideline=guideline, change=change, text=text)


PROPOSED, CHANGED, AGREED, DROPPED = GuidelineChange


@pytest.mark.parametrize(
    ("bodies", "guidelines", "proposals"),
    [
        ([touched("a", PROPOSED, WORDS)], (), (Guideline("a", WORDS),)),
        ([touched("a", PROPOSED, WORDS), touched("a", PROPOSED, NEW)], (), (Guideline("a", NEW),)),
        ([touched("a", PROPOSED, WORDS), touched("a", AGREED)], (Guideline("a", WORDS),), ()),
        ([touched("a", PROPOSED, WORDS), touched("a", AGREED, NEW)], (Guideline("a", NEW),), ()),
        ([touched("a", AGREED, WORDS), touched("a", AGREED, WORDS)], (Guideline("a", WORDS),), ()),
        ([touched("a", AGREED, WORDS), touched("a", PROPOSED)], (Guideline("a", WORDS),), ()),
        ([touched("a", AGREED, WORDS), touched("a", CHANGED, NEW)], (Guideline("a", NEW),), ()),
        ([touched("a", CHANGED, NEW)], (), ()),
        ([touched("a", AGREED, WORDS), touched("a", DROPPED)], (), ()),
        ([touched("a", PROPOSED, WORDS), touched("a", DROPPED)], (), ()),
        ([facts.GuidelinesOffered((Guideline("a", WORDS),))], (), (Guideline("a", WORDS),)),
        (
            [
                facts.GuidelinesOffered((Guideline("a", WORDS), Guideline("b", NEW))),
                facts.GuidelinesListed((Guideline("a", WORDS),)),
            ],
            (Guideline("a", WORDS),),
            (Guideline("b", NEW),),
        ),
    ],
)
def test_guidelines_are_proposed_changed_agreed_and_dropped(
    bodies: list[Body], guidelines: tuple[Guideline, ...], proposals: tuple[Guideline, ...]
) -> None:
    state = after(*bodies)
    assert (state.guidelines, state.proposals) == (guidelines, proposals)


def test_an_issue_and_an_approval_are_kept() -> None:
    approved, issued = facts.Approved(Part.FACILITATOR), facts.Issued(1, "record")
    state = after(approved, issued)
    assert (state.approved, state.issued) == ((approved,), (issued,))
    assert list(state.acts) == ["act 1", "act 2"]


def test_who_and_what_is_there_already_is_added_once() -> None:
    one, item = Participant("p", WORDS), AgendaItem("i", ItemKind.OTHER)
    state = after(
        facts.ParticipantAdded(one),
        facts.ParticipantAdded(Participant("p", NEW)),
        facts.ItemAdded(item),
        facts.ItemAdded(AgendaItem("i", ItemKind.OTHER, title=NEW)),
        facts.Started("2026-05-12T09:00:00+09:00"),
        facts.Started("2026-05-12T10:00:00+09:00"),
    )
    assert (state.participants, state.agenda) == ({"p": one}, (item,))
    assert state.started == "2026-05-12T09:00:00+09:00"


@pytest.mark.parametrize("body", [TurnBegun, facts.TurnPassed], ids=lambda cls: cls.__name__)
def test_an_entry_that_is_told_twice_counts_once(body: type[TurnBegun | facts.TurnPassed]) -> None:
    first = facts.NoteKept(entry="x", content=NoteContent(NoteKind.IDEA, WORDS))
    state = after(facts.HandRaised("p1"), first, body(entry="x", who="p1"))
    assert state.record == {"x": first}
    assert state.hands == {None: ("p1",)}
