"""Who is there, from where they speak, how they want to be named, and small groups."""

from __future__ import annotations

import pytest

from coprod.domain import acts, facts
from coprod.domain.acts import ParticipantDraft
from coprod.domain.terms import Attendance, Attribution, NoteKind, Part, Purpose, Shown, Standpoint
from tests.stage import Stage, added, note, opened, person

PEER, PROFESSIONAL, FAMILY = Standpoint.PEER, Standpoint.PROFESSIONAL, Standpoint.FAMILY


def test_people_are_seated_moved_and_taken_off_the_list() -> None:
    stage = Stage()
    a, b = added(stage.do(person("a"))), added(stage.do(person("b")))
    c = added(stage.do(acts.AddParticipant(ParticipantDraft({"ja": "しい"}), before=b)))
    assert list(stage.state.participants) == [a, c, b]
    stage.do(acts.MoveParticipant(a))
    assert list(stage.state.participants) == [c, b, a]
    stage.do(acts.MoveParticipant(a, before=c))
    stage.do(acts.MoveParticipant(a, before=a))
    assert list(stage.state.participants) == [a, c, b]
    stage.do(acts.RemoveParticipant(c))
    assert list(stage.state.participants) == [a, b]


def test_a_persons_words_are_their_own() -> None:
    stage = Stage()
    draft = ParticipantDraft(
        {"": "葵"}, reading={"ja": "あおい"}, discipline={"ja": "看護師"}, label={"ja": "ピアスタッフ"}
    )
    one = added(stage.do(acts.AddParticipant(draft)))
    assert {word.subjects for word in stage.words.values()} == {(one,)}
    assert len(stage.words) == 4


@pytest.mark.parametrize(
    ("act", "why"),
    [
        (acts.AddParticipant(ParticipantDraft({})), ("no-text",)),
        (acts.AddParticipant(ParticipantDraft({"": "x" * 301})), ("too-long", "")),
        (acts.AddParticipant(ParticipantDraft({"": "葵"}), before="no"), ("unknown-person", "no")),
        (acts.ChangeParticipant("no", ParticipantDraft({"": "葵"})), ("unknown-person", "no")),
        (acts.MoveParticipant("no", "nor"), ("unknown-person", "no", "nor")),
        (acts.RemoveParticipant("no"), ("unknown-person", "no")),
        (acts.Arrive("no"), ("unknown-person", "no")),
        (acts.Leave("no"), ("unknown-person", "no")),
        (acts.DeclareStandpoints("no", (PEER,)), ("unknown-person", "no")),
        (acts.StateWish("no", Attribution.NAMED), ("unknown-person", "no")),
        (acts.StateConsent("no", Purpose.RECORD, given=True), ("unknown-person", "no")),
        (acts.FormGroup({}, ("no",)), ("unknown-person", "no")),
        (acts.RenameGroup("no", {}), ("unknown-group", "no")),
        (acts.MoveToGroup("who", "no"), ("unknown-group", "no")),
        (acts.DissolveGroup("no"), ("unknown-group", "no")),
    ],
)
def test_who_is_not_there_is_refused(act: acts.Act, why: tuple[str, ...]) -> None:
    stage, _ = opened()
    assert stage.why(act) == why


def test_a_change_leaves_wishes_and_consents_as_they_were_stated() -> None:
    stage, (one, *_) = opened()
    stage.do(acts.StateWish(one, Attribution.ANONYMOUS, Shown.NAME, Shown.NONE))
    stage.do(acts.StateConsent(one, Purpose.MINUTES, given=True))
    draft = ParticipantDraft({"": "あおい"}, standpoints=(PEER, FAMILY, PEER), parts=(Part.FACILITATOR,))
    stage.do(acts.ChangeParticipant(one, draft))
    known = stage.state.participants[one]
    assert (known.attribution, known.listed, known.wall) == (Attribution.ANONYMOUS, Shown.NAME, Shown.NONE)
    assert [(consent.to, consent.given) for consent in known.consents] == [(Purpose.MINUTES, True)]
    assert (stage.says(known.called), known.standpoints) == ({"": "あおい"}, (PEER, FAMILY))
    assert stage.why(acts.ChangeParticipant(one, ParticipantDraft({"": " "}))) == ("no-text",)


def test_a_wish_leaves_those_not_stated_and_one_without_any_is_none() -> None:
    stage, (one, *_) = opened()
    stage.do(acts.StateWish(one, Attribution.NAMED))
    stage.do(acts.StateWish(one, listed=Shown.NAME))
    known = stage.state.participants[one]
    assert (known.attribution, known.listed, known.wall) == (Attribution.NAMED, Shown.NAME, None)
    assert stage.why(acts.StateWish(one)) == ("nothing-changes", one)


def test_a_consent_may_be_taken_back_and_both_are_kept() -> None:
    stage, (one, *_) = opened()
    for given in (True, False):
        stage.do(acts.StateConsent(one, Purpose.RECOGNISED, given))
    first, second = stage.state.participants[one].consents
    assert (first.given, second.given) == (True, False)
    assert first.at is not None
    assert second.at is not None
    assert first.at < second.at


def test_who_has_a_place_in_the_record_is_not_removed_by_a_click() -> None:
    stage, (one, *_) = opened()
    ways: list[acts.Act] = [
        acts.Arrive(one),
        acts.BeginTurn(one),
        acts.PassTurn(one),
        acts.DeclareStandpoints(one, ()),
        acts.KeepNote(acts.NoteDraft(NoteKind.IDEA, {"ja": "案"}, who=(one,))),
        acts.KeepNote(acts.NoteDraft(NoteKind.ACTION, {"ja": "案"}, owners=(one,))),
    ]
    for act in ways:
        assert stage.why(acts.RemoveParticipant(one)) == ()
        stage.do(act)
        assert stage.why(acts.RemoveParticipant(one)) == ("in-use", one)
        stage.do(acts.Undo())


def test_who_is_removed_is_in_no_group() -> None:
    stage, (one, two, _) = opened()
    group = added(stage.do(acts.FormGroup({}, (one, two))))
    stage.do(acts.RemoveParticipant(one))
    assert stage.state.groups[group].members == (two,)


def test_people_come_and_go_and_come_back() -> None:
    stage, (one, two, _) = opened()
    stage.do(acts.Arrive(one, Attendance.ONLINE))
    turn = added(stage.do(acts.BeginTurn(one)))
    at = stage.at
    ended, left = stage.do(acts.Leave(one))
    assert ended == facts.TurnEnded(turn, at)
    assert isinstance(left, facts.Left)
    assert stage.state.away == {one}
    assert stage.why(acts.Leave(one)) == ("away", one)
    stage.do(acts.BeginTurn(two))
    stage.do(acts.Leave(_last(stage)))
    assert stage.state.away == {one, _last(stage)}
    stage.do(acts.Arrive(one))
    assert stage.state.away == {_last(stage)}
    assert stage.state.open_turn() is not None


def test_who_was_not_expected_is_there_when_they_arrive() -> None:
    stage = Stage()
    absent = ParticipantDraft({"": "葵"}, attendance=Attendance.ABSENT)
    one, two = (added(stage.do(acts.AddParticipant(absent))) for _ in range(2))
    stage.do(acts.StartSession())
    stage.do(acts.Arrive(one))
    stage.do(acts.Arrive(two, Attendance.ONLINE))
    assert [each.attendance for each in stage.state.participants.values()] == [
        Attendance.PRESENT,
        Attendance.ONLINE,
    ]


def test_standpoints_are_what_their_owner_said_last() -> None:
    stage, (one, *_) = opened()
    assert stage.state.standpoints(one) == (PEER,)
    stage.do(acts.DeclareStandpoints(one, (PROFESSIONAL, PEER, PROFESSIONAL)))
    assert stage.state.standpoints(one) == (PROFESSIONAL, PEER)
    stage.do(acts.DeclareStandpoints(one, ()))
    assert stage.state.standpoints(one) == ()
    stage.do(acts.Undo())
    assert stage.state.standpoints(one) == (PROFESSIONAL, PEER)
    assert stage.state.standpoints("nobody") == ()


def test_a_standpoint_said_before_the_session_has_no_moment_in_it() -> None:
    stage = Stage()
    one = added(stage.do(person()))
    (declared,) = stage.do(acts.DeclareStandpoints(one, (FAMILY,)))
    assert isinstance(declared, facts.StandpointDeclared)
    assert (declared.at, stage.state.standpoints(one)) == (None, (FAMILY,))


def test_a_group_takes_its_members_out_of_those_they_were_in() -> None:
    stage, (one, two, three) = opened()
    first = added(stage.do(acts.FormGroup({"ja": "窓際"}, (one, two, one))))
    second = added(stage.do(acts.FormGroup({"ja": "廊下"}, (two, three))))
    assert _members(stage) == {first: (one,), second: (two, three)}
    stage.do(acts.MoveToGroup(three, first))
    assert _members(stage) == {first: (one, three), second: (two,)}
    stage.do(acts.MoveToGroup(three, first))
    assert _members(stage) == {first: (one, three), second: (two,)}
    assert stage.why(acts.MoveToGroup("nobody", first)) == ("unknown-person", "nobody")
    stage.do(acts.RenameGroup(first, {"ja": "中庭"}))
    assert stage.says(stage.state.groups[first].name) == {"ja": "中庭"}
    assert _members(stage) == {first: (one, three), second: (two,)}


def test_a_group_that_came_back_keeps_its_name_its_people_and_its_notes() -> None:
    stage, (one, two, three) = opened()
    group = added(stage.do(acts.FormGroup({"ja": "窓際"}, (one, two))))
    turn = added(stage.do(acts.BeginTurn(one, group)))
    kept = added(stage.do(acts.KeepNote(note(), group)))
    at = stage.at
    assert stage.do(acts.DissolveGroup(group)) == (facts.TurnEnded(turn, at), facts.GroupDissolved(group))
    assert group not in stage.state.tracks
    assert stage.state.dissolved == {group}
    assert stage.why(acts.DissolveGroup(group)) == ("nothing-changes", group)
    assert stage.why(acts.MoveToGroup(three, group)) == ("unknown-group", group)
    late = added(stage.do(acts.KeepNote(note("あとから"), group)))
    again = added(stage.do(acts.FormGroup({"ja": "廊下"}, (one, three))))
    stage.do(acts.MoveToGroup(two, again))
    assert _members(stage) == {group: (one, two), again: (one, three, two)}
    assert [stage.state.record[entry].group for entry in (kept, late)] == [group, group]


def _members(stage: Stage) -> dict[str, tuple[str, ...]]:
    return {group.id: group.members for group in stage.state.groups.values()}


def _last(stage: Stage) -> str:
    return list(stage.state.participants)[-1]
