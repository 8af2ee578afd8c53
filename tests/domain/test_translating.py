"""What there is to translate: every text once in each direction, with the state that the facts tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from coprod.domain import acts
from coprod.domain.acts import NoteDraft, TranslateNote
from coprod.domain.minutes import minutes
from coprod.domain.state import State
from coprod.domain.terms import ItemKind, NoteKind, Phase, Purpose, Standpoint, TranslationState, Visibility
from coprod.domain.text_keys import TextKind, key_of
from coprod.domain.translating import Row, RowState, directions, easy_rows, left_behind, progress, rows
from tests.domain.walk import strings
from tests.stage import Stage, added, opened, person
from tests.strategies import stages

if TYPE_CHECKING:
    from collections.abc import Mapping

PAIR = ("ja", "en")
JA, BOTH = {"ja": "一つ"}, {"ja": "一つ", "en": "one"}


def bodies(stage: Stage) -> dict[str, str]:
    return {id: word.body for id, word in stage.words.items()}


def told(stage: Stage, pair: tuple[str, str] = PAIR) -> tuple[Row, ...]:
    words = bodies(stage)
    return rows(stage.state, words, pair, left_behind(stage.facts, words))


def of_note(stage: Stage, note: str, pair: tuple[str, str] = PAIR) -> list[Row]:
    return [row for row in told(stage, pair) if row.key == f"note.{note}"]


def directed(found: list[Row]) -> list[tuple[str, str | None, str]]:
    return [(f"{row.source_lang}-{row.target_lang}", row.target, row.state.value) for row in found]


def kept(text: Mapping[str, str] = BOTH, original: str | None = "ja", **values: Any) -> tuple[Stage, str]:
    stage, _ = opened()
    return stage, added(stage.do(acts.KeepNote(NoteDraft(NoteKind.IDEA, text, original=original, **values))))


# ---- directions


@pytest.mark.parametrize(
    ("text", "original", "found"),
    [
        ({"ja": "x"}, "ja", [("ja", "en")]),
        ({"en": "x"}, "en", [("en", "ja")]),
        ({"ja": "x", "en": "y"}, "en", [("en", "ja")]),
        ({"en": "x", "ja": "y"}, None, [("ja", "en")]),
        ({"ko": "x"}, None, [("ko", "ja"), ("ko", "en")]),
        ({"ko": "x", "en": "y"}, None, [("en", "ja")]),
        ({"ko": "x", "en": "y"}, "ko", [("ko", "ja"), ("ko", "en")]),
        ({"ja-JP": "x", "en-GB": "y"}, "ja-JP", [("ja-JP", "en-GB")]),
        ({}, None, []),
    ],
)
def test_a_text_goes_from_its_original_into_what_else_is_asked_for(
    text: dict[str, str], original: str | None, found: list[tuple[str, str]]
) -> None:
    assert directions(text, original, PAIR) == found


# ---- states of notes


def test_each_state_is_told_as_the_note_has_it() -> None:
    stage, note = kept(JA)
    assert directed(of_note(stage, note)) == [("ja-en", None, "missing")]
    for state in TranslationState:
        who = next(iter(stage.state.participants))
        stage, note = kept(JA, who=(who,))
        stage.do(TranslateNote(note, "en", state, "one", "訳者", "確認者"))
        (row,) = of_note(stage, note)
        assert directed([row]) == [("ja-en", "one", state.value)]
        assert (row.by, row.checked_by, row.note) == ("訳者", "確認者", NoteKind.IDEA)


def test_a_translation_of_which_nothing_is_said_is_a_draft_and_without_an_original_it_is_there() -> None:
    assert directed(of_note(*kept())) == [("ja-en", "one", "draft")]
    assert directed(of_note(*kept(original=None))) == [("ja-en", "one", "present")]
    assert directed(of_note(*kept(original=None), ("en", "ja"))) == [("en-ja", "一つ", "present")]


def test_it_is_stale_when_the_original_has_changed_and_checked_when_somebody_looked_again() -> None:
    stage, note = kept(JA)
    stage.do(TranslateNote(note, "en", TranslationState.CHECKED, "one"))
    two = NoteDraft(NoteKind.IDEA, {"ja": "二つ", "en": "one"}, original="ja")
    stage.do(acts.ChangeNote(note, two, stage.state.versions[note]))
    assert directed(of_note(stage, note)) == [("ja-en", "one", "stale")]
    assert dict(stage.content(note).translations)["en"].state is TranslationState.DRAFT
    stage.do(TranslateNote(note, "en", TranslationState.CHECKED, None))
    assert directed(of_note(stage, note)) == [("ja-en", "one", "checked")]


def test_what_was_said_in_a_third_language_goes_into_both() -> None:
    stage, note = kept({"ko": "하나", "en": "one"}, original="ko")
    assert directed(of_note(stage, note)) == [("ko-ja", None, "missing"), ("ko-en", "one", "draft")]


def test_where_the_original_is_gone_what_is_left_is_no_translation_of_anything() -> None:
    stage, _ = kept()
    left = {id: body for id, body in bodies(stage).items() if body != "一つ"}
    found = rows(stage.state, left, PAIR, left_behind(stage.facts, left))
    assert directed([row for row in found if row.kind is TextKind.NOTE]) == [("en-ja", None, "missing")]
    assert rows(stage.state, {}, PAIR, left_behind(stage.facts, {})) == ()


# ---- which texts


def test_what_may_be_in_no_minutes_is_not_translated() -> None:
    stage, _ = kept(visibility=Visibility.REVIEW)
    who = added(stage.do(person("海")))
    stage.do(acts.KeepNote(NoteDraft(NoteKind.IDEA, JA, (who,))))
    assert len([row for row in told(stage) if row.kind is TextKind.NOTE]) == 1
    stage.do(acts.StateConsent(who, Purpose.MINUTES, False))
    assert [row for row in told(stage) if row.kind is TextKind.NOTE] == []


def whole() -> tuple[Stage, str]:
    stage = Stage()
    about = acts.SessionDraft(
        {"ja": "題", "en": "Title"},
        PAIR,
        place={"ja": "場所"},
        purpose={"en": "Purpose"},
        programme=acts.ProgrammeDraft({"ja": "年間"}),
        next_time=acts.NextDraft(place={"ja": "次の場所"}, text={"ja": "次"}),
        labels={Standpoint.PEER: {"ja": "ピア"}},
    )
    stage.do(acts.Describe(about))
    stage.do(acts.OfferGuidelines(({"ja": "聴く"},)))
    draft = acts.ItemDraft(
        ItemKind.ROUNDTABLE, {"ja": "議題"}, {"ja": "問い"}, prompts=({"ja": "一"}, {"ja": "二"})
    )
    item = added(stage.do(acts.AddItem(draft)))
    stage.do(acts.AddItem(acts.ItemDraft(ItemKind.BREAK, {"ja": "休憩"})))
    stage.do(acts.StartSession())
    stage.do(acts.AgreeGuidelines())
    stage.do(acts.ProposeGuideline({"ja": "休む"}))
    action = NoteDraft(NoteKind.ACTION, {"ja": "する"}, owner_text={"ja": "役所"})
    note = added(stage.do(acts.KeepNote(action)))
    stage.do(acts.MoveAction(note, stage.content(note).status, {"ja": "理由"}))
    stage.do(acts.KeepNote(NoteDraft(NoteKind.IDEA, {"ja": "案"})))
    return stage, item


def test_every_text_has_its_row_in_the_order_of_the_minutes() -> None:
    stage, item = whole()
    found = told(stage)
    said = ["題", "年間", "場所", "Purpose", "ピア", "聴く", "休む", "議題", "問い", "一", "二"]
    said += ["する", "役所", "理由", "案", "休憩", "次の場所", "次"]
    assert [row.source for row in found] == said
    assert {row.kind for row in found} == set(TextKind) - {TextKind.EASY}
    assert (found[0].state, found[0].target) == (RowState.PRESENT, "Title")
    assert {row.state for row in found[1:]} == {RowState.MISSING}
    assert {row.item for row in found if row.source in {"議題", "問い", "一", "する", "役所", "案"}} == {item}
    assert [row.note for row in found[11:14]] == [NoteKind.ACTION] * 3


def test_of_a_plan_that_is_over_only_what_the_minutes_show_is_left() -> None:
    stage, _ = whole()
    item = stage.state.agenda[0]
    stage.do(acts.AskPrompt(item.prompts[1].id))
    frame = added(stage.do(acts.AddItem(acts.ItemDraft(ItemKind.WELCOME, {"ja": "はじめに"}))))
    stage.do(acts.OpenItem(frame))
    stage.do(acts.KeepNote(NoteDraft(NoteKind.DECISION, {"ja": "決めた"})))
    stage.do(acts.CloseSession())
    said = {row.source for row in told(stage)}
    assert {"議題", "問い", "二", "決めた", "聴く"} <= said
    assert not {"一", "休憩", "休む", "はじめに", "ピア"} & said


@given(stages(most=12))
def test_what_goes_out_of_a_session_that_is_over_stands_in_its_minutes(stage: Stage) -> None:
    for act in (
        acts.Describe(acts.SessionDraft({"ja": "題"}, PAIR)),
        acts.StartSession(),
        acts.CloseSession(),
    ):
        if not stage.why(act):
            stage.do(act)
    shown = strings(minutes(stage.state, bodies(stage), PAIR))
    assert {row.source for row in told(stage)} <= shown


def test_a_session_that_nothing_describes_has_its_notes_all_the_same() -> None:
    stage, note = kept()
    assert stage.state.description is None
    assert f"note.{note}" in {row.key for row in told(stage)}
    assert rows(State("none"), {}, PAIR) == ()


def test_progress_counts_every_state() -> None:
    stage, _ = whole()
    found = progress(told(stage))
    assert (found[RowState.PRESENT], found[RowState.MISSING], found[RowState.STALE]) == (1, 17, 0)
    assert list(found) == list(RowState)


@given(stages(most=25))
def test_every_row_is_its_own_says_what_stands_and_shows_no_more_than_minutes_do(stage: Stage) -> None:
    found = told(stage)
    assert len({(row.key, row.target_lang) for row in found}) == len(found)
    for row in found:
        assert row.source.strip()
        assert row.source_lang != row.target_lang
        assert (row.target is None) == (row.state is RowState.MISSING)
    if stage.state.description:
        shown = strings(minutes(stage.state, bodies(stage), PAIR))
        notes = {row.source for row in found if row.kind is TextKind.NOTE}
        assert notes <= shown
        if stage.state.phase is Phase.CLOSED:
            assert {row.source for row in found} <= shown
    permitted = {key_of(TextKind.NOTE, note.entry) for note in stage.state.notes()}
    assert {row.key for row in found if row.kind is TextKind.NOTE} <= permitted


# ---- easy words


def easy(stage: Stage, pair: tuple[str, str] = PAIR) -> list[tuple[str, str, str | None]]:
    return [(row.source, row.target_lang, row.target) for row in easy_rows(stage.state, bodies(stage), pair)]


def test_a_note_has_easy_words_in_each_language_that_it_is_in() -> None:
    stage, note = kept(BOTH)
    assert easy(stage) == [("一つ", "ja", None), ("one", "en", None)]
    stage.do(acts.TranslateTexts(texts=(acts.TranslateText(f"easy.{note}", "ja", "ひとつ。"),)))
    assert easy(stage) == [("一つ", "ja", "ひとつ。"), ("one", "en", None)]
    assert easy(stage, ("en", "ko")) == [("one", "en", None)]


def test_easy_words_stand_where_their_notes_stand_and_review_notes_have_none() -> None:
    stage, _ = kept(JA)
    stage.do(acts.KeepNote(NoteDraft(NoteKind.IDEA, {"ja": "二つ"}, visibility=Visibility.REVIEW)))
    stage.do(acts.KeepNote(NoteDraft(NoteKind.IDEA, {"ja": "三つ"}, easy={"ja": "みっつ。"})))
    assert easy(stage) == [("一つ", "ja", None), ("三つ", "ja", "みっつ。")]


@given(stages())
def test_each_row_of_easy_words_can_be_written(stage: Stage) -> None:
    for row in easy_rows(stage.state, bodies(stage), PAIR):
        done = stage.do(acts.TranslateTexts(texts=(acts.TranslateText(row.key, row.target_lang, "Easy."),)))
        assert done
        assert row.source == next(
            one.source
            for one in easy_rows(stage.state, bodies(stage), PAIR)
            if (one.key, one.target, one.target_lang) == (row.key, "Easy.", row.target_lang)
        )
