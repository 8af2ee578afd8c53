"""Begin, open items, close, open again, approve, undo."""

from __future__ import annotations

import pytest

from coprod.domain import acts, facts
from coprod.domain.state import Track
from coprod.domain.terms import (
    Edition,
    GuidelineChange,
    ItemKind,
    LinkKind,
    Part,
    PauseKind,
    Phase,
    RoundOrder,
)
from tests.stage import HERE, THERE, Stage, added, item, note, opened, person


def test_a_session_begins_with_its_guidelines_and_its_first_item() -> None:
    stage = Stage()
    stage.do(acts.OfferGuidelines(({"ja": "聴く"}, {"ja": "パスしてよい"})))
    first = added(stage.do(item(ItemKind.WELCOME)))
    stage.do(item())
    began, *proposed, opening = stage.do(acts.StartSession())
    assert began == facts.Started("2026-05-12T09:00:03+09:00")
    assert [type(one) for one in proposed] == [facts.GuidelineTouched] * 2
    assert isinstance(opening, facts.ItemOpened)
    assert (opening.item, opening.at) == (first, stage.at - 4000)
    assert (stage.state.phase, stage.state.started) == (Phase.OPEN, "2026-05-12T09:00:03+09:00")
    assert len(stage.state.proposals) == 2
    assert stage.state.guidelines == ()


def test_a_session_without_a_plan_begins_all_the_same() -> None:
    stage = Stage()
    assert [type(one) for one in stage.do(acts.StartSession())] == [facts.Started]
    assert stage.state.open_item() is None


def test_what_is_open_on_any_track_ends_with_the_session() -> None:
    stage, (one, two, three) = opened()
    group = added(stage.do(acts.FormGroup({"ja": "窓際"}, (two, three))))
    stage.do(acts.BeginTurn(one))
    stage.do(acts.BeginPause(PauseKind.SILENCE))
    stage.do(acts.BeginTurn(two, group))
    *ends, closed = stage.do(acts.CloseSession())
    assert [type(end) for end in ends] == [facts.TurnEnded, facts.PauseEnded, facts.TurnEnded]
    assert isinstance(closed, facts.Closed)
    assert (stage.state.phase, stage.state.ended) == (Phase.CLOSED, closed.moment)
    assert stage.state.tracks == {}


def test_a_closed_session_opens_again_and_keeps_its_beginning() -> None:
    stage, _ = opened()
    began = stage.state.started
    stage.do(acts.CloseSession())
    assert stage.do(acts.ReopenSession()) == (facts.Reopened(),)
    assert (stage.state.phase, stage.state.started, stage.state.ended) == (Phase.OPEN, began, None)


@pytest.mark.parametrize(
    ("kind", "made"),
    [
        (ItemKind.WELCOME, [facts.ItemOpened]),
        (ItemKind.GUIDELINES, [facts.ItemOpened]),
        (ItemKind.CHECK_IN, [facts.ItemOpened, facts.RoundBegun]),
        (ItemKind.ROUNDTABLE, [facts.ItemOpened, facts.RoundBegun]),
        (ItemKind.SMALL_GROUPS, [facts.ItemOpened]),
        (ItemKind.SHARE_BACK, [facts.ItemOpened]),
        (ItemKind.BREAK, [facts.ItemOpened, facts.PauseBegun]),
        (ItemKind.REFLECTION, [facts.ItemOpened, facts.RoundBegun]),
        (ItemKind.CHECK_OUT, [facts.ItemOpened, facts.RoundBegun]),
        (ItemKind.OTHER, [facts.ItemOpened]),
    ],
)
def test_with_an_item_begins_what_it_needs(kind: ItemKind, made: list[type]) -> None:
    stage, _ = opened(kind=ItemKind.OTHER)
    one = added(stage.do(item(kind)))
    bodies = stage.do(acts.OpenItem(one))
    assert [type(body) for body in bodies] == made
    assert stage.state.open_item() == stage.state.item(one)
    if facts.RoundBegun in made:
        begun = bodies[-1]
        assert isinstance(begun, facts.RoundBegun)
        assert (begun.item, begun.number, begun.order) == (one, 1, RoundOrder.SEATED)
    if facts.PauseBegun in made:
        pause = stage.state.open_pause()
        assert pause is not None
        assert pause.kind is PauseKind.BREAK


def test_the_next_item_ends_the_turn_and_the_pause_of_the_one_before() -> None:
    stage, (one, *_) = opened()
    following = added(stage.do(item()))
    turn = added(stage.do(acts.BeginTurn(one)))
    pause = added(stage.do(acts.BeginPause(PauseKind.BREATH)))
    at = stage.at
    bodies = stage.do(acts.OpenItem(following))
    assert bodies[:2] == (facts.TurnEnded(turn, at), facts.PauseEnded(pause, at))
    track = stage.state.track()
    assert track == Track(opened=bodies[2].entry, round=bodies[3].entry)  # type: ignore[union-attr]


def test_an_item_is_not_opened_twice_in_a_row_but_may_be_again() -> None:
    stage, _ = opened()
    first = stage.state.agenda[0].id
    assert stage.why(acts.OpenItem(first)) == ("nothing-changes", first)
    stage.do(acts.OpenItem(added(stage.do(item()))))
    assert stage.why(acts.OpenItem(first)) == ()


def test_an_item_is_opened_on_the_track_of_a_group_alone() -> None:
    stage, (one, two, _) = opened()
    group = added(stage.do(acts.FormGroup({}, (one, two))))
    theirs = added(stage.do(item(ItemKind.CHECK_IN)))
    before = stage.state.track()
    stage.do(acts.OpenItem(theirs, group))
    assert stage.state.open_item(group) == stage.state.item(theirs)
    assert stage.state.track() == before


@pytest.mark.parametrize(
    ("act", "why"),
    [
        (acts.OpenItem("nowhere"), ("unknown-item", "nowhere")),
        (acts.OpenItem("nowhere", "nobody"), ("unknown-group", "nobody")),
        (acts.AskPrompt("nothing", "nobody"), ("unknown-group", "nobody")),
        (acts.AskPrompt("nothing"), ("unknown-item", "nothing")),
    ],
)
def test_what_is_not_there_is_not_opened(act: acts.Act, why: tuple[str, ...]) -> None:
    stage, _ = opened()
    assert stage.why(act) == why


def test_a_question_is_one_of_the_open_item() -> None:
    stage = Stage()
    stage.do(acts.StartSession())
    assert stage.why(acts.AskPrompt("any")) == ("no-item",)
    draft = acts.ItemDraft(ItemKind.ROUNDTABLE, prompts=({"ja": "何が言えた？"}, {"ja": "次は？"}))
    asked = added(stage.do(acts.AddItem(draft)))
    stage.do(acts.OpenItem(asked))
    prompts = stage.state.agenda[0].prompts
    assert [stage.says(prompt.text) for prompt in prompts] == [{"ja": "何が言えた？"}, {"ja": "次は？"}]
    (body,) = stage.do(acts.AskPrompt(prompts[1].id))
    assert isinstance(body, facts.PromptAsked)
    assert (body.item, body.prompt, body.at) == (asked, prompts[1].id, stage.at - 1000)


def test_the_minutes_are_approved_by_a_part_after_the_session() -> None:
    stage, _ = opened()
    stage.do(acts.CloseSession())
    (body,) = stage.do(acts.Approve(Part.FACILITATOR))
    assert stage.state.approved == (body,)
    assert isinstance(body, facts.Approved)
    assert (body.part, body.at) == (Part.FACILITATOR, "2026-05-12T09:00:08+09:00")


def test_an_edition_is_issued_under_the_next_number_and_to_whom_is_kept() -> None:
    stage, _ = opened()
    hash_of = "0f" * 32
    assert stage.why(acts.IssueEdition(Edition.RECORD, hash_of)) != ()
    stage.do(acts.CloseSession())
    first = acts.IssueEdition(Edition.RECORD, hash_of, ("ja", "en"), {"ja": "参加者"})
    (body,) = stage.do(first)
    assert isinstance(body, facts.EditionIssued)
    assert (body.number, body.edition, body.sha256, body.languages) == (1, "record", hash_of, ("ja", "en"))
    assert stage.says(body.to) == {"ja": "参加者"}
    stage.do(acts.IssueEdition(Edition.SUMMARY, hash_of))
    assert [(one.number, one.edition) for one in stage.state.issued] == [(1, "record"), (2, "summary")]


@pytest.mark.parametrize("sha256", ["", "0F" * 32, "0f" * 31, "0f" * 33, "zz" * 32])
def test_what_is_no_hash_is_refused(sha256: str) -> None:
    stage, _ = opened()
    stage.do(acts.CloseSession())
    assert stage.why(acts.IssueEdition(Edition.RECORD, sha256)) == ("not-a-hash",)


def test_what_went_out_can_not_be_undone() -> None:
    stage, _ = opened()
    stage.do(acts.CloseSession())
    stage.do(acts.IssueEdition(Edition.RECORD, "0f" * 32))
    stage.do(acts.Undo())  # the closing
    assert [one.number for one in stage.state.issued] == [1]
    assert stage.state.phase is Phase.OPEN


def test_undo_voids_ones_own_latest_act_and_then_the_one_before() -> None:
    stage = Stage()
    stage.do(person("a"))
    stage.do(person("b"), THERE)
    stage.do(person("c"))
    assert stage.why(acts.Undo(), "a third device") == ("nothing-to-undo",)
    stage.do(acts.Undo())
    assert _called(stage) == ["a", "b"]
    stage.do(acts.Undo())
    assert _called(stage) == ["b"]
    assert stage.why(acts.Undo(), HERE) == ("nothing-to-undo",)
    stage.do(acts.Undo(), THERE)
    assert _called(stage) == []


def test_undo_of_the_end_leads_back_into_the_turn() -> None:
    stage, (one, *_) = opened()
    turn = added(stage.do(acts.BeginTurn(one)))
    stage.do(acts.CloseSession())
    stage.do(acts.Undo())
    open_turn = stage.state.open_turn()
    assert open_turn is not None
    assert (open_turn.entry, open_turn.until, stage.state.phase) == (turn, None, Phase.OPEN)


def test_what_is_written_down_before_or_after_has_no_moment_in_the_session() -> None:
    stage, (one, *_) = opened()
    within = added(stage.do(acts.KeepNote(note())))
    stage.do(acts.CloseSession())
    after = added(stage.do(acts.KeepNote(note())))
    declared = added(stage.do(acts.DeclareStandpoints(one, ())))
    linked = added(stage.do(acts.LinkNotes(after, within, LinkKind.ANSWERS)))
    assert stage.state.record[within].at is not None
    assert {stage.state.record[entry].at for entry in (after, declared, linked)} == {None}


def test_guidelines_that_were_offered_are_proposed_with_the_same_words() -> None:
    stage = Stage()
    (offered,) = stage.do(acts.OfferGuidelines(({"ja": "聴く", "en": "Listen"},)))
    assert isinstance(offered, facts.GuidelinesOffered)
    (guideline,) = offered.guidelines
    _, touched = stage.do(acts.StartSession())
    assert isinstance(touched, facts.GuidelineTouched)
    assert (touched.guideline, touched.text) == (guideline.id, guideline.text)
    assert touched.change is GuidelineChange.PROPOSED


def _called(stage: Stage) -> list[str]:
    return [stage.says(one.called)[""] for one in stage.state.participants.values()]
