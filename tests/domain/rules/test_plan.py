"""The description, the agenda and the guidelines."""

from __future__ import annotations

import pytest

from coprod.domain import acts, facts
from coprod.domain.acts import ItemDraft, SessionDraft
from coprod.domain.parts import NextTime, Programme
from coprod.domain.rules.pen import Why
from coprod.domain.terms import ItemKind, Standpoint
from tests.stage import Stage, added, item, opened

TITLE = {"ja": "第3回 会議で声を出す", "en": "Speaking up in meetings"}
DAWN, NOON = "2026-05-12T05:00:00+09:00", "2026-05-12T03:00:00Z"


def test_a_session_is_described_whole() -> None:
    stage = Stage()
    draft = SessionDraft(
        title=TITLE,
        languages=("ja", "en"),
        place={"ja": "市民会館", "en": "  "},
        planned_start=DAWN,
        planned_end=NOON,
        zone="Asia/Tokyo",
        purpose={"ja": "声を出せる会議にする"},
        programme=acts.ProgrammeDraft({"ja": "一年の対話"}, 3, "6"),
        next_time=acts.NextDraft(NOON, {"ja": "同じ部屋"}, {"en": "Bring a cup."}),
        labels={Standpoint.PEER: {"ja": "ピアスタッフ"}},
    )
    stage.do(acts.Describe(draft))
    about = stage.state.description
    assert about is not None
    assert (stage.says(about.title), stage.says(about.place)) == (TITLE, {"ja": "市民会館"})
    assert (about.planned_start, about.planned_end, about.zone) == (DAWN, NOON, "Asia/Tokyo")
    assert about.languages == ("ja", "en")
    assert isinstance(about.programme, Programme)
    assert (about.programme.number, stage.says(about.programme.cohort)) == (3, {"": "6"})
    assert isinstance(about.next_time, NextTime)
    assert stage.says(about.next_time.text) == {"en": "Bring a cup."}
    assert [(of, stage.says(text)) for of, text in about.labels] == [
        (Standpoint.PEER, {"ja": "ピアスタッフ"})
    ]


@pytest.mark.parametrize(
    ("draft", "why"),
    [
        (SessionDraft(TITLE, ()), ("no-language",)),
        (SessionDraft(TITLE, ("日本語",)), ("not-a-language",)),
        (SessionDraft({}, ("ja",)), ("no-text",)),
        (SessionDraft({"ja": " \n"}, ("ja",)), ("no-text",)),
        (SessionDraft({"": "no language"}, ("ja",)), ("not-a-language",)),
        (SessionDraft({"ja": "x" * 301}, ("ja",)), ("too-long", "ja")),
        (SessionDraft({"ja": "a\u202eb"}, ("ja",)), ("forbidden-character", "ja")),
        (SessionDraft(TITLE, ("ja",), planned_start="明日"), ("not-a-date",)),
        (SessionDraft(TITLE, ("ja",), planned_end="2026-05-12"), ("not-a-date",)),
        (SessionDraft(TITLE, ("ja",), next_time=acts.NextDraft("soon")), ("not-a-date",)),
        (SessionDraft(TITLE, ("ja",), zone="Mars/Crater"), ("not-a-zone",)),
        (SessionDraft(TITLE, ("ja",), planned_start=NOON, planned_end=DAWN), ("until-before-at",)),
        (SessionDraft({"ja": "x" * 300}, ("ja",), planned_start=NOON), ()),
        (SessionDraft({"ja": "題"}, ("ko", "ja", "en"), planned_end=NOON), ()),
    ],
)
def test_a_session_needs_a_title_a_language_and_dates_of_a_calendar(
    draft: SessionDraft, why: tuple[str, ...]
) -> None:
    assert Stage().why(acts.Describe(draft)) == why


def test_items_are_put_moved_and_taken_off() -> None:
    stage = Stage()
    one, two = (added(stage.do(item(title=title))) for title in ("一", "二"))
    three = added(stage.do(acts.AddItem(ItemDraft(ItemKind.BREAK), before=two)))
    assert _agenda(stage) == [one, three, two]
    stage.do(acts.MoveItem(one))
    assert _agenda(stage) == [three, two, one]
    stage.do(acts.MoveItem(one, before=three))
    assert _agenda(stage) == [one, three, two]
    stage.do(acts.MoveItem(one, before=one))
    assert _agenda(stage) == [one, three, two]
    stage.do(acts.RemoveItem(three))
    assert _agenda(stage) == [one, two]


@pytest.mark.parametrize(
    ("act", "why"),
    [
        (acts.AddItem(ItemDraft(ItemKind.OTHER), before="no"), ("unknown-item", "no")),
        (acts.ChangeItem("no", ItemDraft(ItemKind.OTHER)), ("unknown-item", "no")),
        (acts.MoveItem("no", "nor"), ("unknown-item", "no", "nor")),
        (acts.RemoveItem("no"), ("unknown-item", "no")),
        (acts.ProposeGuideline({"ja": " "}), ("no-text",)),
        (acts.ChangeGuideline("no", {"ja": "聴く"}), ("unknown-guideline", "no")),
        (acts.DropGuideline("no"), ("unknown-guideline", "no")),
        (acts.AgreeGuidelines(), ("nothing-changes",)),
    ],
)
def test_what_is_not_there_is_refused(act: acts.Act, why: tuple[str, ...]) -> None:
    stage, _ = opened()
    assert stage.why(act)[: len(why)] == why


@pytest.mark.parametrize("minutes", [-1, -0.5, float("nan"), float("inf"), 10_081])
def test_an_item_has_a_length_of_minutes(minutes: float) -> None:
    why = Stage().why(acts.AddItem(ItemDraft(ItemKind.OTHER, minutes=minutes)))
    assert why[0] == Why.NOT_A_LENGTH.value


def test_an_item_that_was_opened_stays() -> None:
    stage, _ = opened()
    (one,) = _agenda(stage)
    assert stage.why(acts.RemoveItem(one)) == ("in-use", one)
    stage.do(acts.Undo())
    assert stage.why(acts.RemoveItem(one)) == ()


def test_a_changed_item_keeps_its_place_and_its_questions() -> None:
    stage, _ = opened()
    (one,) = _agenda(stage)
    asked = ({"ja": "何を言えた？"}, {"ja": "何が助けた？"})
    stage.do(acts.ChangeItem(one, ItemDraft(ItemKind.ROUNDTABLE, minutes=20.0, prompts=asked)))
    first, second = stage.state.agenda[0].prompts
    stage.do(acts.AskPrompt(second.id))
    again = (*({"ja": f"{text['ja']}！"} for text in asked), {"ja": "次は？"})
    stage.do(acts.ChangeItem(one, ItemDraft(ItemKind.REFLECTION, prompts=again)))
    changed = stage.state.agenda[0]
    assert (changed.id, changed.kind, changed.minutes) == (one, ItemKind.REFLECTION, None)
    assert [prompt.id for prompt in changed.prompts[:2]] == [first.id, second.id]
    assert [stage.says(prompt.text) for prompt in changed.prompts] == list(again)
    assert stage.why(acts.ChangeItem(one, ItemDraft(ItemKind.OTHER, prompts=again[:1]))) == ("in-use", one)
    assert stage.why(acts.ChangeItem(one, ItemDraft(ItemKind.OTHER, prompts=again[:2]))) == ()


def test_guidelines_are_offered_whole_and_have_words() -> None:
    stage = Stage()
    assert stage.why(acts.OfferGuidelines(({"ja": "聴く"}, {}))) == ("no-text",)
    stage.do(acts.OfferGuidelines(({"ja": "聴く"}, {"ja": "待つ"})))
    stage.do(acts.OfferGuidelines(({"ja": "待つ"},)))
    assert [stage.says(one.text) for one in stage.state.proposals] == [{"ja": "待つ"}]


def test_the_room_proposes_changes_agrees_and_drops_guidelines() -> None:
    stage, _ = opened()
    one, two = (
        stage.do(acts.ProposeGuideline({"ja": text}))[0].guideline  # type: ignore[union-attr]
        for text in ("聴く", "パスしてよい")
    )
    stage.do(acts.ChangeGuideline(one, {"ja": "最後まで聴く"}))
    assert [stage.says(each.text) for each in stage.state.proposals] == [
        {"ja": "最後まで聴く"},
        {"ja": "パスしてよい"},
    ]
    agreed = stage.do(acts.AgreeGuidelines())
    assert [type(body) for body in agreed] == [facts.GuidelineTouched] * 2
    assert ([each.id for each in stage.state.guidelines], stage.state.proposals) == ([one, two], ())
    stage.do(acts.ChangeGuideline(two, {"ja": "パスも沈黙もよい"}))
    stage.do(acts.DropGuideline(one))
    assert [stage.says(each.text) for each in stage.state.guidelines] == [{"ja": "パスも沈黙もよい"}]
    stage.do(acts.Undo())
    assert [each.id for each in stage.state.guidelines] == [one, two]


def _agenda(stage: Stage) -> list[str]:
    return [one.id for one in stage.state.agenda]
