"""The guidelines in the minutes: as they stood at the end, in the words they had then."""

from __future__ import annotations

import pytest

from coprod.domain import acts
from coprod.domain.minutes import minutes
from coprod.domain.terms import ItemKind
from tests.stage import Stage, added, opened


@pytest.fixture
def stage() -> Stage:
    """A session in which two guidelines were agreed."""
    made, _ = opened(2, ItemKind.GUIDELINES)
    made.do(acts.Describe(acts.SessionDraft({"ja": "待つこと"}, ("ja", "en"))))
    for body in ("待つ", "聞く"):
        made.do(acts.ProposeGuideline({"ja": body}))
    made.do(acts.AgreeGuidelines())
    return made


def kept(stage: Stage) -> list[dict[str, str]]:
    stage.do(acts.CloseSession())
    words = {word.id: word.body for word in stage.words.values()}
    return [dict(one.bodies) for one in minutes(stage.state, words).guidelines]


def test_what_was_agreed_is_kept(stage: Stage) -> None:
    assert kept(stage) == [{"ja": "待つ"}, {"ja": "聞く"}]


def test_what_was_put_in_other_words_has_those(stage: Stage) -> None:
    first = stage.state.guidelines[0].id
    stage.do(acts.ChangeGuideline(first, {"ja": "急がない", "en": "No hurry"}))
    assert kept(stage) == [{"ja": "急がない", "en": "No hurry"}, {"ja": "聞く"}]


def test_what_was_let_go_is_not_there(stage: Stage) -> None:
    stage.do(acts.DropGuideline(stage.state.guidelines[0].id))
    assert kept(stage) == [{"ja": "聞く"}]


def test_what_was_proposed_and_not_agreed_is_not_there(stage: Stage) -> None:
    one = added(stage.do(acts.ProposeGuideline({"ja": "書いてもよい"})))
    assert one
    assert kept(stage) == [{"ja": "待つ"}, {"ja": "聞く"}]


def test_a_proposal_in_other_words_is_agreed_in_those(stage: Stage) -> None:
    stage.do(acts.ProposeGuideline({"ja": "書いてもよい"}))
    stage.do(acts.ChangeGuideline(stage.state.proposals[0].id, {"ja": "書くのもよい"}))
    stage.do(acts.AgreeGuidelines())
    assert kept(stage)[-1] == {"ja": "書くのもよい"}


def test_a_change_that_was_undone_never_was(stage: Stage) -> None:
    stage.do(acts.ChangeGuideline(stage.state.guidelines[0].id, {"ja": "急がない"}))
    stage.do(acts.Undo())
    stage.do(acts.DropGuideline(stage.state.guidelines[1].id))
    stage.do(acts.Undo())
    assert kept(stage) == [{"ja": "待つ"}, {"ja": "聞く"}]
