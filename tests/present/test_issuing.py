"""The issue sheet: only what goes together is offered, and what went out is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.domain import acts
from coprod.domain.terms import Edition, Finding, ItemKind, Part
from coprod.i18n import LANGUAGES, Catalogue
from coprod.present.issuing import (
    Choice,
    IssuingView,
    editions,
    file_name,
    first_choice,
    issuing_view,
    password_flaw,
    why_not_issued,
)
from coprod.service.issuing import NotIssued, WhyNotIssued, names_in_file
from coprod.service.printing import KINDS, Arrangement, Paper
from coprod.service.publish import minutes_of_state
from tests.present.meeting import Meeting


@pytest.fixture
def meeting() -> Meeting:
    made = Meeting()
    made.open(ItemKind.CHECK_IN)
    made.note("One more chair", "Umi")
    made.note("A shelf", "Vera")
    return made


def view(meeting: Meeting, **values: object) -> IssuingView:
    choice = replace(first_choice(meeting.state), **values)  # type: ignore[arg-type]
    return issuing_view(meeting.state, meeting.texts(), meeting.words(), choice)


def words_of(options: object) -> list[str]:
    return [one.word for one in options]  # type: ignore[attr-defined]


def test_the_full_record_in_the_languages_of_the_session_comes_first(meeting: Meeting) -> None:
    shown = view(meeting)
    assert words_of(shown.editions) == ["Full record", "Public summary", "A person’s own copy"]
    assert words_of(shown.languages) == [
        "English and Japanese",
        "Japanese and English",
        "English",
        "Japanese",
    ]
    assert [one.key for one in shown.kinds] == list(KINDS)
    assert [one.word for one in shown.papers if one.chosen] == ["Across"]
    assert shown.people == ()


def test_an_easy_edition_is_there_as_soon_as_somebody_wrote_easy_words(meeting: Meeting) -> None:
    note = meeting.state.notes()[0].entry
    assert Edition.EASY not in editions(meeting.state)
    meeting.do(acts.TranslateTexts(texts=(acts.TranslateText(f"easy.{note}", "en", "We need a chair."),)))
    assert Edition.EASY in editions(meeting.state)


def test_an_own_copy_is_of_somebody_who_said_something(meeting: Meeting) -> None:
    shown = view(meeting, edition=Edition.OWN)
    assert words_of(shown.people) == ["Umi", "Vera"]
    assert shown.choice.whose == shown.people[0].key
    assert view(Meeting(), edition=Edition.OWN).choice.edition is Edition.RECORD


def test_what_has_no_pages_has_neither_paper_nor_password(meeting: Meeting) -> None:
    shown = view(meeting, kind=".md", large=True)
    assert (shown.papers, shown.arrangements, shown.takes_password, shown.may_be_large) == (
        (),
        (),
        False,
        False,
    )
    assert not shown.choice.large


def test_in_large_print_and_in_one_language_nothing_stands_side_by_side(meeting: Meeting) -> None:
    assert view(meeting, large=True).arrangements == view(meeting, languages=("ja",)).arrangements == ()
    assert words_of(view(meeting).arrangements) == ["Side by side", "One under the other"]
    stacked = view(meeting, arrangement=Arrangement.STACKED)
    assert [one.word for one in stacked.papers if one.chosen] == ["Upright"]
    assert view(meeting, paper=Paper.A4).papers[0].chosen


def test_only_a_closed_session_is_issued(meeting: Meeting) -> None:
    shown = view(meeting)
    assert (shown.may_issue, shown.number, shown.issue) == (False, 1, "Issue number 1")
    assert "close it first" in shown.why_not
    meeting.do(acts.CloseSession())
    assert (view(meeting).may_issue, view(meeting).why_not) == (True, "")


def test_what_is_left_is_counted_for_that_edition_and_what_is_answered_is_not(meeting: Meeting) -> None:
    assert view(meeting).found == "5 things are left to look at."
    note = meeting.state.notes()[0]
    about = note.content.who
    meeting.do(acts.AnswerCheck(Finding.UNCONFIRMED, note.entry, reason={"en": "away"}, about=about))
    assert view(meeting).found == "4 things are left to look at."
    assert view(meeting, languages=("en",)).found == "1 thing is left to look at."


def test_who_has_confirmed_and_which_parts_have_approved(meeting: Meeting) -> None:
    assert view(meeting).confirmed == "0 of 2 have confirmed theirs"
    note = meeting.state.notes()[0]
    meeting.do(acts.ConfirmNote(note.entry, note.content.who[0]))
    assert view(meeting).confirmed == "1 of 2 have confirmed theirs"
    assert view(Meeting()).confirmed == ""
    meeting.do(acts.CloseSession())
    meeting.do(acts.Approve(Part.NOTE_TAKER))
    assert [(one.word, one.chosen) for one in view(meeting).approved] == [
        ("Facilitator", False),
        ("Note-taker", True),
    ]


def test_what_went_out_is_told_the_newest_first(meeting: Meeting) -> None:
    meeting.do(acts.CloseSession())
    meeting.do(acts.IssueEdition(Edition.RECORD, "ab" * 32, ("en", "ja"), {"en": "the ward"}))
    meeting.do(acts.IssueEdition(Edition.SUMMARY, "cd" * 32))
    newest, first = view(meeting).gone
    assert newest.startswith("No. 2 · Public summary · ")
    assert newest.endswith("cdcdcdcd")
    assert first.startswith("No. 1 · Full record · English, Japanese · ")
    assert first.endswith("the ward · abababab")
    assert view(meeting).number == 3


def test_an_edition_says_which_number_it_replaces_and_an_own_copy_never_does(meeting: Meeting) -> None:
    meeting.do(acts.CloseSession())
    assert view(meeting).replaces == ""
    for edition in (Edition.RECORD, Edition.OWN, Edition.OWN, Edition.RECORD):
        meeting.do(acts.IssueEdition(edition, "ab" * 32))
    told = view(meeting)
    assert told.replaces == "Number 5 replaces no. 4."
    assert ["replaces" in line for line in told.gone] == [True, False, False, False]
    assert " · Full record · replaces no. 1 · " in told.gone[0]
    assert view(meeting, edition=Edition.OWN).replaces == ""


def test_a_name_of_a_file_names_nobody(meeting: Meeting) -> None:
    choice = view(meeting, edition=Edition.OWN, kind=".docx").choice
    assert file_name(meeting.state, choice, None) == "minutes-3-own-en-ja-draft.docx"
    assert (
        file_name(meeting.state, replace(choice, edition=Edition.RECORD), 3)
        == "minutes-3-record-en-ja-no3.docx"
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_password_is_written_twice_and_long_enough(lang: str) -> None:
    words = Catalogue(lang)
    assert password_flaw("", "", words) == password_flaw("longer words", "longer words", words) == ""
    assert password_flaw("longer words", "longer word", words) == words.say(
        "The two passwords differ. Write the same one twice."
    )
    assert "8" in password_flaw("short", "short", words)
    assert "127" in password_flaw("長" * 43, "長" * 43, words)
    assert password_flaw("長" * 42, "長" * 42, words) == ""


@pytest.mark.parametrize("why", [one for one in WhyNotIssued if one is not WhyNotIssued.REFUSED])
def test_each_reason_has_its_sentence(meeting: Meeting, why: WhyNotIssued) -> None:
    told = why_not_issued(NotIssued(why), meeting.state, meeting.texts(), meeting.words())
    assert told.endswith(".")


def test_what_the_rules_say_is_said(meeting: Meeting) -> None:
    refused = meeting.refused(acts.Approve(Part.FACILITATOR))
    told = why_not_issued(
        NotIssued(WhyNotIssued.REFUSED, refused), meeting.state, meeting.texts(), meeting.words()
    )
    assert told.endswith(".")


@given(
    edition=st.sampled_from(Edition),
    whose=st.sampled_from(["", "nobody"]),
    languages=st.sampled_from([(), ("ja",), ("ja", "en"), ("en", "ja"), ("ko",)]),
    kind=st.sampled_from(KINDS),
    large=st.booleans(),
)
def test_whatever_is_chosen_can_be_written(
    edition: Edition, whose: str, languages: tuple[str, ...], kind: str, large: bool
) -> None:
    meeting = Meeting()
    meeting.open(ItemKind.CHECK_IN)
    meeting.note("One more chair", "Umi")
    choice = Choice(languages, edition, whose, kind=kind, large=large)
    shown = issuing_view(meeting.state, meeting.texts(), meeting.words(), choice)
    made = minutes_of_state(meeting.state, meeting.live.words, shown.choice.asked())
    assert made.doc.edition is shown.choice.edition
    assert made.doc.languages == shown.choice.languages
    assert [one.key for one in shown.editions if one.chosen] == [shown.choice.edition]
    name = file_name(meeting.state, shown.choice, 1)
    assert names_in_file(Path(name), meeting.state, meeting.live.words) == ()
