"""Answers to findings: kept with a reason, for as long as the words stay as they were; taken back, and erased."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from coprod.domain import acts, facts
from coprod.domain.acts import AnswerCheck, NoteDraft
from coprod.domain.answering import against, reason_for
from coprod.domain.checks import checks
from coprod.domain.erasure import erasure
from coprod.domain.fold import fold
from coprod.domain.minutes import minutes
from coprod.domain.terms import Finding, NoteKind, TranslationState
from tests.stage import SESSION, Stage, added, opened, ordered
from tests.strategies import stages

if TYPE_CHECKING:
    from coprod.domain.checks import Check

WHY = {"en": "They are away until May"}


def noted() -> tuple[Stage, str, str]:
    """A session with a note of one person in two languages, the second a draft; the note, and who said it."""
    stage, (who, *_) = opened()
    stage.do(acts.Describe(acts.SessionDraft({"ja": "お茶"}, ("ja", "en"))))
    note = added(stage.do(acts.KeepNote(NoteDraft(NoteKind.IDEA, {"ja": "一つ"}, who=(who,), original="ja"))))
    stage.do(acts.TranslateNote(note, "en", TranslationState.DRAFT, "one"))
    return stage, note, who


def bodies(stage: Stage) -> dict[str, str]:
    return {id: word.body for id, word in stage.words.items()}


def found(stage: Stage) -> list[Check]:
    return list(checks(minutes(stage.state, bodies(stage), ("ja", "en")), stage.state, bodies(stage)))


def because(stage: Stage, finding: Finding) -> list[str]:
    return [one.because for one in found(stage) if one.finding is finding]


def test_an_answer_says_why_and_can_be_taken_back() -> None:
    stage, note, _ = noted()
    assert because(stage, Finding.UNCONFIRMED) == [""]
    stage.do(AnswerCheck(Finding.UNCONFIRMED, note, reason=WHY))
    assert because(stage, Finding.UNCONFIRMED) == ["They are away until May"]
    assert because(stage, Finding.DRAFT) == [""]
    stage.do(AnswerCheck(Finding.UNCONFIRMED, note))
    assert because(stage, Finding.UNCONFIRMED) == [""]
    stage.do(AnswerCheck(Finding.UNCONFIRMED, note, reason=WHY))
    stage.do(acts.Undo())
    assert because(stage, Finding.UNCONFIRMED) == [""]


def test_with_other_words_the_finding_is_open_again() -> None:
    stage, note, _ = noted()
    stage.do(AnswerCheck(Finding.DRAFT, note, "en", WHY))
    stage.do(AnswerCheck(Finding.UNCONFIRMED, note, reason=WHY))
    stage.do(acts.TranslateNote(note, "en", TranslationState.DRAFT, "one of them"))
    assert because(stage, Finding.DRAFT) == [""]
    assert because(stage, Finding.UNCONFIRMED) == [WHY["en"]]  # the original reads as before
    stage.do(acts.Undo())
    assert because(stage, Finding.DRAFT) == [WHY["en"]]


def test_what_is_of_no_note_is_answered_for_all_texts_of_the_session() -> None:
    stage, _, _ = noted()
    stage.do(AnswerCheck(Finding.SMALL_ROOM, reason=WHY))
    assert reason_for(stage.state, bodies(stage), Finding.SMALL_ROOM, "", "") == WHY["en"]
    stage.do(acts.Describe(acts.SessionDraft({"ja": "お茶会"}, ("ja", "en"))))
    assert reason_for(stage.state, bodies(stage), Finding.SMALL_ROOM, "", "") == ""


def test_of_a_language_a_note_does_not_have_what_was_said_counts() -> None:
    stage, note, _ = noted()
    content = stage.content(note)
    said, translated = dict(content.text)["ja"], dict(content.text)["en"]
    assert against(stage.state, note, "ko") == against(stage.state, note, "") == (said,)
    assert against(stage.state, note, "en-GB") == (translated,)
    both = added(stage.do(acts.KeepNote(NoteDraft(NoteKind.IDEA, {"ja": "二つ", "en": "two"}))))
    assert len(against(stage.state, both, "")) == 2


@pytest.mark.parametrize(
    ("act", "why"),
    [
        (AnswerCheck(Finding.TERM, reason=WHY), ("not-to-be-kept",)),
        (AnswerCheck(Finding.DRAFT, "no", reason=WHY), ("unknown-note", "no")),
        (AnswerCheck(Finding.SMALL_ROOM, reason={"en": " "}), ("no-text",)),
        (AnswerCheck(Finding.SMALL_ROOM), ("no-text",)),
        (AnswerCheck(Finding.SMALL_ROOM, reason={"en": "x" * 20_001}), ("too-long", "en")),
    ],
)
def test_what_can_not_be_answered_is_refused(act: AnswerCheck, why: tuple[str, ...]) -> None:
    stage, _, _ = noted()
    assert stage.why(act) == why


def test_a_reason_goes_with_its_note_and_with_whoever_said_it() -> None:
    stage, note, who = noted()
    (body,) = stage.do(AnswerCheck(Finding.UNCONFIRMED, note, reason=WHY))
    assert isinstance(body, facts.CheckAnswered)
    ((_, reason),) = body.reason
    for gone in (note, who):
        left = erasure(stage.facts, stage.words, frozenset({gone}))
        assert reason in left.words
    stage.do(acts.TakeOutNote(note))
    assert stage.state.answers == {}


def test_an_answer_to_a_note_that_is_not_there_is_passed_over() -> None:
    stage, _, _ = noted()
    stage.take((facts.CheckAnswered(Finding.DRAFT, "no", "", (), (("en", "w"),)),))
    assert stage.state.answers == {}


@given(stages())
def test_every_finding_but_a_term_can_be_answered_and_nothing_else_changes(stage: Stage) -> None:
    if stage.state.description is None:
        stage.do(acts.Describe(acts.SessionDraft({"ja": "お茶"}, ("ja", "en"))))
    before = found(stage)
    for one in before:
        stage.do(AnswerCheck(one.finding, one.note, one.lang, WHY))
    after = found(stage)
    assert [(one.finding, one.note, one.lang, one.found) for one in after] == [
        (one.finding, one.note, one.lang, one.found) for one in before
    ]
    assert all(one.because == WHY["en"] for one in after)
    assert ordered(stage.state) == ordered(fold(SESSION, stage.facts))
