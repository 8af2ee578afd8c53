"""A sheet knows its own group alone, and what comes home of it touches nothing that others wrote."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from coprod.domain import acts, facts
from coprod.domain.acts import GroupDraft, ItemDraft, NoteDraft, ParticipantDraft
from coprod.domain.facts import Fact
from coprod.domain.fold import fold
from coprod.domain.parts import Group, NoteContent
from coprod.domain.sheets import homeward, of_a_note_taker, on_time, question, seed
from coprod.domain.terms import ItemKind, NoteKind, Purpose, Standpoint
from tests.domain.walk import strings
from tests.stage import SESSION, Stage, added, an_id, ordered
from tests.strategies import acts_in

MOMENT = "2026-05-12T13:30:00+09:00"
ENTRY = an_id(77)


def home() -> tuple[Stage, Group]:
    """A session with two groups, the question of the groups open."""
    stage = Stage()
    stage.do(acts.Describe(acts.SessionDraft({"ja": "題"}, ("ja", "en"), zone="Asia/Tokyo")))
    for name in ("A", "B", "C", "D"):
        draft = ParticipantDraft({"en": name}, standpoints=(Standpoint.PEER,), discipline={"en": "nurse"})
        stage.do(acts.AddParticipant(draft))
    stage.do(acts.AddItem(ItemDraft(ItemKind.WELCOME)))
    stage.do(acts.AddItem(ItemDraft(ItemKind.SMALL_GROUPS, title={"en": "Small groups"})))
    stage.do(acts.StartSession())
    people = list(stage.state.participants)
    members = (tuple(people[:2]), tuple(people[2:]))
    stage.do(acts.FormGroups(tuple(GroupDraft({}, each) for each in members)))
    first = next(iter(stage.state.groups.values()))
    return stage, first


def sheet_of(stage: Stage, group: Group, stream: str, base: int) -> Stage:
    """The same group's sheet, opened on another laptop."""
    sheet = Stage()
    sheet.words = dict(stage.words)
    sheet._made = base  # noqa: SLF001 — ids that no other laptop makes
    sheet.at = stage.at
    sheet.take(seed(stage.state, group, MOMENT, ENTRY), f"seed {stream}")
    sheet.facts = [replace(fact, id=f"{stream}{fact.id}", act=f"{stream}{fact.act}") for fact in sheet.facts]
    sheet.state = fold(SESSION, sheet.facts)
    return sheet


def written(sheet: Stage, stream: str) -> list[Fact]:
    """What one laptop wrote, with ids of acts and facts that no other laptop makes."""
    return [
        replace(fact, id=f"{stream}/{fact.id}", act=f"{stream}/{fact.act}", body=_own(fact.body, stream))
        for fact in sheet.facts
        if fact.stream == stream
    ]


def _own(body: facts.Body, stream: str) -> facts.Body:
    return facts.Voided(f"{stream}/{body.act}") if isinstance(body, facts.Voided) else body


def test_a_sheet_holds_the_question_and_its_members_and_nobody_else() -> None:
    stage, group = home()
    stage.do(acts.StateConsent(group.members[0], Purpose.RECORD, given=False))
    stage.do(acts.StateConsent(group.members[1], Purpose.REVIEW, given=False))
    stage.do(acts.KeepNote(NoteDraft(NoteKind.IDEA, {"en": "said before"})))
    sheet = sheet_of(stage, group, "s", 900_000)
    state = sheet.state
    assert list(state.participants) == list(group.members)
    assert state.sheet == group
    item = state.open_item()
    assert item is not None
    assert item.kind is ItemKind.SMALL_GROUPS
    one, two = state.participants.values()
    assert [(consent.to, consent.given) for consent in one.consents] == [(Purpose.RECORD, False)]
    assert (two.consents, two.discipline, two.standpoints) == ((), (), (Standpoint.PEER,))
    others = set(stage.state.participants) - set(group.members)
    assert others.isdisjoint(strings(ordered(state)))
    assert state.notes() == []


def test_the_question_is_that_of_the_small_groups() -> None:
    stage, _ = home()
    item = question(stage.state)
    assert item is not None
    assert item.kind is ItemKind.SMALL_GROUPS
    stage.do(acts.OpenItem(item.id))
    assert question(stage.state) == item
    plain = Stage()
    assert question(plain.state) is None
    plain.do(acts.AddItem(ItemDraft(ItemKind.OTHER)))
    plain.do(acts.StartSession())
    assert question(plain.state) == plain.state.agenda[0]
    group = Group("g", ())
    assert fold(SESSION, told(seed(Stage().state, group, MOMENT, ENTRY))).started == MOMENT


def told(bodies: tuple[facts.Body, ...], stream: str = "x") -> list[Fact]:
    return [
        Fact(f"{stream}.{n}", SESSION, f"{stream}/{n}", stream, n, n, body)
        for n, body in enumerate(bodies, 1)
    ]


def test_what_a_group_wrote_stands_on_its_track_at_home() -> None:
    stage, group = home()
    sheet = sheet_of(stage, group, "s", 900_000)
    who = group.members[0]
    sheet.do(acts.BeginTurn(who), "s")
    note = added(sheet.do(acts.KeepNote(NoteDraft(NoteKind.IDEA, {"en": "window"}, (who,))), "s"))
    sheet.do(acts.ShareNote(note), "s")
    sheet.do(acts.EndTurn(), "s")
    sheet.do(acts.Describe(acts.SessionDraft({"ja": "他の題"}, ("ja",))), "s")
    sheet.do(acts.CloseSession(), "s")
    before = stage.state
    after = fold(SESSION, [*stage.facts, *homeward(written(sheet, "s"), group, ())])
    kept = after.note(note)
    assert kept is not None
    assert (kept.group, kept.content.share, kept.content.who) == (group.id, True, (who,))
    assert kept.content.item == question(before).id  # type: ignore[union-attr]
    turns = [entry for entry in after.record.values() if isinstance(entry, facts.TurnBegun)]
    assert [(turn.group, turn.until is not None) for turn in turns] == [(group.id, True)]
    assert (after.description, after.phase, after.agenda) == (before.description, before.phase, before.agenda)
    assert after.track() == before.track()


def test_a_sheet_can_not_touch_what_is_not_its_own() -> None:
    stage, group = home()
    (mine, stranger), act = (group.members[0], list(stage.state.participants)[-1]), stage.facts[-1].act
    note = added(stage.do(acts.KeepNote(NoteDraft(NoteKind.IDEA, {"en": "ours"}, (stranger,)))))
    content = stage.content(note)
    foreign: tuple[facts.Body, ...] = (
        facts.NoteChanged(note, replace(content, text=()), ""),
        facts.NoteTakenOut(note),
        facts.Withdrawn(mine, (note,)),
        facts.Withdrawn(stranger),
        facts.NoteKept(entry=note, content=content),
        facts.NoteKept(entry="new", content=content),
        facts.TurnBegun(entry="t", who=stranger),
        facts.NoteReleased(entry="r", note=note),
        facts.ParticipantRemoved(mine),
        facts.Closed(None),
        facts.Voided(act),
        facts.GroupFormed(Group(group.id, ())),
    )
    taken = {note, *stage.state.acts}
    coming = homeward(told(foreign), group, taken)
    assert [fact.body for fact in coming] == [facts.Erased()] * len(foreign)
    assert [fact.seq for fact in coming] == list(range(1, len(foreign) + 1))
    stolen = [replace(fact, act=act) for fact in told((facts.WishStated(mine),))]
    assert [fact.body for fact in homeward(stolen, group, taken)] == [facts.Erased()]
    own = homeward(
        told(
            (
                facts.WishStated(mine),
                facts.Withdrawn(notes=(note, "n")),
                facts.NoteKept(entry="n", content=replace(content, who=(mine,))),
            )
        ),
        group,
        taken,
    )
    assert own[0].body == facts.WishStated(mine)
    assert own[1].body == facts.Withdrawn(notes=("n",))
    assert ordered(fold(SESSION, [*stage.facts, *coming])) == ordered(stage.state)


@settings(max_examples=40)
@given(st.data())
def test_two_copies_of_a_sheet_come_home_in_any_order_and_several_times(data: st.DataObject) -> None:
    stage, group = home()
    streams = []
    for number, stream in enumerate("ab", start=9):
        sheet = sheet_of(stage, group, stream, number * 100_000)
        for _ in range(data.draw(st.integers(0, 6))):
            act = data.draw(acts_in(sheet.state))
            if not sheet.why(act, stream):
                sheet.do(act, stream)
        streams.append(homeward(written(sheet, stream), group, stage.state.acts))
    at_home = stage.facts
    states = [
        ordered(fold(SESSION, [fact for part in order for fact in part]))
        for order in permutations([at_home, *streams, streams[0]])
    ]
    assert all(state == states[0] for state in states)
    left = fold(SESSION, [fact for part in (at_home, *streams) for fact in part])
    assert left.description == stage.state.description
    assert (left.wall, left.agenda, left.phase) == ((), stage.state.agenda, stage.state.phase)
    assert list(left.participants) == list(stage.state.participants)


def at(*times: int, stream: str = "x") -> list[Fact]:
    return [
        Fact(f"{stream}{seq}", SESSION, f"act {seq}", stream, seq, time, facts.Reopened())
        for seq, time in enumerate(times, start=1)
    ]


def times(moved: list[Fact]) -> list[int]:
    return [fact.time for fact in moved]


def test_what_a_clock_that_is_right_wrote_stays_at_its_time() -> None:
    assert on_time([], {}, 100, 200) == []
    told = [*at(110, 150), *at(110, 160, stream="y")]
    moved = on_time(told, {}, 100, 200)
    assert moved == sorted(told, key=lambda fact: (fact.time, fact.stream))
    assert on_time(moved, {fact.id: fact.time for fact in moved}, 100, 200) == moved


def test_what_a_clock_that_is_ahead_wrote_moves_back_by_the_same() -> None:
    assert times(on_time(at(1110, 1150, 1200), {}, 100, 200)) == [110, 150, 200]


def test_nothing_moves_before_the_issue_and_the_order_stays() -> None:
    assert times(on_time(at(110, 120, 1190, 1200), {}, 100, 200)) == [100, 101, 190, 200]


def test_what_came_home_before_keeps_its_time_and_what_follows_stays_after_it() -> None:
    told = [*at(1100, 1110, stream="y"), *at(1120, 1150)]
    moved = on_time(told, {"y1": 160}, 100, 160)
    assert [(fact.id, fact.time) for fact in moved] == [("y1", 160), ("y2", 161), ("x1", 162), ("x2", 163)]


def test_a_note_taker_tells_of_notes_of_the_same_stream_and_the_rest_keeps_its_place() -> None:
    content = NoteContent(NoteKind.IDEA, ())
    kept, other = (facts.NoteKept(entry=one, content=content) for one in ("mine", "theirs"))
    told = [
        Fact("1", SESSION, "a1", "one", 1, 1, kept),
        Fact("2", SESSION, "b1", "other", 1, 2, other),
        Fact("3", SESSION, "a2", "one", 2, 3, facts.NoteTakenOut("mine")),
        Fact("4", SESSION, "a3", "one", 3, 4, facts.NoteTakenOut("theirs")),
        Fact("5", SESSION, "a4", "one", 4, 5, facts.Voided("a2")),
        Fact("6", SESSION, "a5", "one", 5, 6, facts.Voided("b1")),
        Fact("7", SESSION, "a6", "one", 6, 7, facts.Withdrawn("somebody")),
        Fact("8", SESSION, "a7", "one", 7, 8, facts.TurnEnded("a1", 9)),
        Fact("9", SESSION, "a8", "one", 8, 9, facts.GroupFormed(Group("g", ()))),
    ]
    coming = of_a_note_taker(told)
    assert [replace(fact, body=facts.Erased()) for fact in coming] == [
        replace(fact, body=facts.Erased()) for fact in told
    ]
    assert [fact.id for fact in coming if fact.body != facts.Erased()] == ["1", "2", "3", "5"]
