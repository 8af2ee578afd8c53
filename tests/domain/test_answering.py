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
from coprod.domain.parts import Group
from coprod.domain.sheets import homeward, seed
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
    stage, note, who = noted()
    assert because(stage, Finding.UNCONFIRMED) == [""]
    stage.do(AnswerCheck(Finding.UNCONFIRMED, note, reason=WHY, about=(who,)))
    assert because(stage, Finding.UNCONFIRMED) == ["They are away until May"]
    assert because(stage, Finding.DRAFT) == [""]
    stage.do(AnswerCheck(Finding.UNCONFIRMED, note, about=(who,)))
    assert because(stage, Finding.UNCONFIRMED) == [""]
    stage.do(AnswerCheck(Finding.UNCONFIRMED, note, reason=WHY, about=(who,)))
    stage.do(acts.Undo())
    assert because(stage, Finding.UNCONFIRMED) == [""]


def test_with_other_words_the_finding_is_open_again() -> None:
    stage, note, who = noted()
    stage.do(AnswerCheck(Finding.DRAFT, note, "en", WHY))
    stage.do(AnswerCheck(Finding.UNCONFIRMED, note, reason=WHY, about=(who,)))
    stage.do(acts.TranslateNote(note, "en", TranslationState.DRAFT, "one of them"))
    assert because(stage, Finding.DRAFT) == [""]
    assert because(stage, Finding.UNCONFIRMED) == [WHY["en"]]  # the original reads as before
    stage.do(acts.Undo())
    assert because(stage, Finding.DRAFT) == [WHY["en"]]


def test_what_is_of_no_note_is_answered_for_all_texts_of_the_session() -> None:
    stage, _, _ = noted()
    stage.do(AnswerCheck(Finding.SMALL_ROOM, reason=WHY))
    assert reason_for(stage.state, bodies(stage), (Finding.SMALL_ROOM, "", "", ())) == WHY["en"]
    stage.do(acts.Describe(acts.SessionDraft({"ja": "お茶会"}, ("ja", "en"))))
    assert reason_for(stage.state, bodies(stage), (Finding.SMALL_ROOM, "", "", ())) == ""


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
        (AnswerCheck(Finding.NAME, reason=WHY, about=("no",)), ("unknown-person", "no")),
        (AnswerCheck(Finding.SMALL_ROOM, reason={"en": "x" * 20_001}), ("too-long", "en")),
    ],
)
def test_what_can_not_be_answered_is_refused(act: AnswerCheck, why: tuple[str, ...]) -> None:
    stage, _, _ = noted()
    assert stage.why(act) == why


def test_a_reason_goes_with_its_note_and_with_whoever_said_it() -> None:
    stage, note, who = noted()
    (body,) = stage.do(AnswerCheck(Finding.UNCONFIRMED, note, reason=WHY, about=(who,)))
    assert isinstance(body, facts.CheckAnswered)
    ((_, reason),) = body.reason
    for gone in (note, who):
        left = erasure(stage.facts, stage.words, frozenset({gone}))
        assert reason in left.words
    stage.do(acts.TakeOutNote(note))
    assert stage.state.answers == {}


def naming() -> tuple[Stage, str, list[str]]:
    """A note in which two people are named who asked for no name; the note, and they."""
    stage, (first, second, *_) = opened()
    stage.do(acts.Describe(acts.SessionDraft({"en": "Tea with p0"}, ("en",))))
    note = added(stage.do(acts.KeepNote(NoteDraft(NoteKind.IDEA, {"en": "p0 and p1 want a chair"}))))
    return stage, note, [first, second]


def named(stage: Stage, note: str) -> dict[str, str]:
    at = [one for one in found(stage) if one.finding is Finding.NAME and one.note == note]
    return {one.found: one.because for one in at}


def test_a_reason_for_the_name_of_one_person_is_none_for_that_of_another() -> None:
    stage, note, (first, second) = naming()
    assert named(stage, note) == {"p0": "", "p1": ""}
    stage.do(AnswerCheck(Finding.NAME, note, "en", WHY, (first,)))
    assert named(stage, note) == {"p0": WHY["en"], "p1": ""}
    assert named(stage, "") == {"p0": ""}  # in the title it is looked at by itself
    stage.do(AnswerCheck(Finding.NAME, note, "en", WHY, (second,)))
    stage.do(AnswerCheck(Finding.NAME, note, "en", about=(first,)))
    assert named(stage, note) == {"p0": "", "p1": WHY["en"]}


def test_who_is_called_the_same_and_comes_later_opens_it_again() -> None:
    stage, note, (first, _) = naming()
    stage.do(AnswerCheck(Finding.NAME, note, "en", WHY, (first,)))
    stage.do(acts.AddParticipant(acts.ParticipantDraft({"": "p0"})))
    assert named(stage, note) == {"p0": "", "p1": ""}
    assert len([one for one in found(stage) if one.note == note and one.found == "p0"]) == 1


def test_who_says_later_that_it_is_not_right_is_not_covered_by_a_reason_about_another() -> None:
    stage, (who, other, *_) = opened()
    stage.do(acts.Describe(acts.SessionDraft({"en": "Tea"}, ("en",))))
    note = added(stage.do(acts.KeepNote(NoteDraft(NoteKind.IDEA, {"en": "one"}, who=(who, other)))))
    stage.do(acts.ConfirmNote(note, other))
    stage.do(AnswerCheck(Finding.UNCONFIRMED, note, reason=WHY, about=(who,)))
    assert because(stage, Finding.UNCONFIRMED) == [WHY["en"]]
    stage.do(acts.ConfirmNote(note, other, given=False))
    assert because(stage, Finding.UNCONFIRMED) == [""]


@pytest.mark.parametrize("of_a_note", [True, False])
def test_a_reason_goes_with_whomever_it_is_about(*, of_a_note: bool) -> None:
    stage, note, (first, second) = naming()
    (body,) = stage.do(AnswerCheck(Finding.NAME, note if of_a_note else "", "en", WHY, (first,)))
    assert isinstance(body, facts.CheckAnswered)
    ((_, reason),) = body.reason
    assert reason not in erasure(stage.facts, stage.words, frozenset({second})).words
    left = erasure(stage.facts, stage.words, frozenset({first}))
    assert reason in left.words
    assert [fact.body for fact in left.facts].count(facts.Erased()) >= 1
    assert all(fact.body != body for fact in left.facts)
    stage.do(acts.WithdrawParticipant(first))
    assert stage.state.answers == {}


def test_a_name_on_one_side_is_about_all_who_are_named_there() -> None:
    stage, (first, second, *_) = opened()
    stage.do(acts.Describe(acts.SessionDraft({"en": "Tea"}, ("en", "ja"))))
    said = {"en": "p0 and p1 want a chair", "ja": "椅子がほしい"}
    stage.do(acts.KeepNote(NoteDraft(NoteKind.IDEA, said)))
    (one,) = [one for one in found(stage) if one.finding is Finding.NAME_IN_ONE_LANGUAGE]
    assert (one.lang, one.about) == ("en", tuple(sorted((first, second))))
    stage.do(AnswerCheck(one.finding, one.note, one.lang, WHY, one.about))
    assert because(stage, Finding.NAME_IN_ONE_LANGUAGE) == [WHY["en"]]
    stage.do(acts.WithdrawParticipant(second))
    assert because(stage, Finding.NAME_IN_ONE_LANGUAGE) == [""]


def test_a_reason_is_in_no_sheet_and_does_not_come_home_from_one() -> None:
    stage, note, (first, second) = naming()
    stage.do(AnswerCheck(Finding.NAME, note, "en", WHY, (first,)))
    group = Group("g", (first, second))
    assert not any(isinstance(one, facts.CheckAnswered) for one in seed(stage.state, group, "", "e"))
    home = homeward(stage.facts, group, ())
    assert home
    assert not any(isinstance(fact.body, facts.CheckAnswered) for fact in home)


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
        stage.do(AnswerCheck(one.finding, one.note, one.lang, WHY, one.about))
    after = found(stage)
    assert [(one.finding, one.note, one.lang, one.found) for one in after] == [
        (one.finding, one.note, one.lang, one.found) for one in before
    ]
    assert all(one.because == WHY["en"] for one in after)
    assert ordered(stage.state) == ordered(fold(SESSION, stage.facts))
