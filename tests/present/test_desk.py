"""The desk: each note beside its translation, how far that is, and what is left to do."""

from __future__ import annotations

import pytest

from coprod.domain import acts
from coprod.domain.acts import NoteDraft
from coprod.domain.checks import Finding
from coprod.domain.terms import ItemKind, NoteKind, TranslationState, Visibility
from coprod.i18n import LANGUAGES, Catalogue
from coprod.present.desk import (
    MISSING,
    STALE,
    DeskLine,
    DeskView,
    checked,
    desk_view,
    findings_of,
    kept,
    language_word,
    next_open,
    progress,
)
from coprod.present.notebook import Heading
from tests.present.meeting import Meeting

DRAFT, CHECKED = TranslationState.DRAFT, TranslationState.CHECKED


@pytest.fixture
def meeting() -> Meeting:
    """Three notes: one not translated, one as a draft, one checked; and one that is in no minutes."""
    made = Meeting()
    made.open(ItemKind.CHECK_IN)
    made.note("One more chair", "Umi")
    made.open(ItemKind.ROUNDTABLE)
    for body, state in (("A shelf", DRAFT), ("A table", CHECKED)):
        note = made.note(body, "Vera", minority=state is CHECKED)
        made.do(acts.TranslateNote(note, "ja", state, f"{body}のこと"))
    made.note("For us alone", visibility=Visibility.REVIEW)
    return made


def shown(meeting: Meeting, stale: set[tuple[str, str]] | None = None, query: str = "") -> DeskView:
    return desk_view(meeting.state, meeting.texts(), meeting.words(), stale or set(), query)


def lines(view: DeskView) -> list[DeskLine]:
    return [row for row in view.rows if isinstance(row, DeskLine)]


def of_words(view: DeskView, body: str) -> DeskLine:
    return next(line for line in lines(view) if line.source.body == body)


def test_each_note_of_the_minutes_is_a_row_under_its_item(meeting: Meeting) -> None:
    view = shown(meeting)
    assert [type(row) for row in view.rows] == [Heading, DeskLine, Heading, DeskLine, DeskLine]
    assert [line.source.body for line in lines(view)] == ["One more chair", "A shelf", "A table"]
    assert [(one.name, one.count) for one in view.sections] == [("Check-in", "1"), ("Who gets to speak", "2")]


def test_a_row_says_how_far_its_translation_is(meeting: Meeting) -> None:
    view = shown(meeting)
    assert [(line.state, line.target.body, line.lang) for line in lines(view)] == [
        (MISSING, "", "ja"),
        (DRAFT, "A shelfのこと", "ja"),
        (CHECKED, "A tableのこと", "ja"),
    ]
    assert [line.said for line in lines(view)] == ["not translated", "draft", "checked"]
    assert (view.done, view.due) == (1, 3)
    assert progress(view, meeting.words()) == "1 of 3 translated"
    assert lines(view)[2].signs == ("Minority opinion",)


def test_a_translation_whose_original_changed_since_is_told_apart(meeting: Meeting) -> None:
    note = meeting.state.notes()[2].entry
    view = shown(meeting, {(note, "ja")})
    assert lines(view)[2].state == STALE
    assert view.done == 0


def test_what_was_said_in_japanese_is_translated_into_english(meeting: Meeting) -> None:
    meeting.do(acts.KeepNote(NoteDraft(NoteKind.IDEA, {"ja": "本棚"}, original="ja")))
    line = of_words(shown(meeting), "本棚")
    assert (line.source.lang, line.lang, line.state) == ("ja", "en", MISSING)


def test_where_both_languages_were_written_at_once_none_is_called_a_translation(meeting: Meeting) -> None:
    meeting.do(acts.KeepNote(NoteDraft(NoteKind.IDEA, {"en": "A lamp", "ja": "灯り"})))
    line = of_words(shown(meeting), "A lamp")
    assert (line.state, line.said, line.target.body) == ("", "", "灯り")
    assert shown(meeting).due == 3


@pytest.mark.parametrize(
    ("query", "found"), [("shelf", 1), ("VERA", 0), ("idea", 0), ("experience", 0), ("", 3)]
)
def test_rows_are_found_by_their_words(meeting: Meeting, query: str, found: int) -> None:
    view = shown(meeting, query=query)
    assert len(lines(view)) == found
    assert [one.count for one in view.sections] == ["1", "2"]


def test_what_is_left_to_look_at_is_counted_by_kind(meeting: Meeting) -> None:
    found = {one.finding: one.count for one in shown(meeting).findings}
    assert found == {Finding.UNTRANSLATED: 1, Finding.DRAFT: 1, Finding.UNCONFIRMED: 3}
    rows = findings_of(
        meeting.state, meeting.live.words, meeting.texts(), meeting.words(), Finding.UNTRANSLATED
    )
    assert [row.note for row in rows] == [meeting.state.notes()[0].entry]


def test_words_are_kept_as_a_draft_and_only_where_they_changed(meeting: Meeting) -> None:
    first, second, _ = lines(shown(meeting))
    assert kept(first, "  ") is None
    assert kept(second, " A shelfのこと ") is None
    act = kept(first, " 椅子をもう一つ ")
    assert act == acts.TranslateNote(first.id, "ja", DRAFT, "椅子をもう一つ")
    meeting.do(act)
    assert lines(shown(meeting))[0].state == DRAFT


def test_a_translation_is_checked_with_the_words_that_stand_there(meeting: Meeting) -> None:
    first, second, third = lines(shown(meeting))
    assert checked(first, "") is None
    assert checked(third, third.target.body) is None
    assert checked(second, second.target.body) == acts.TranslateNote(second.id, "ja", CHECKED, None)
    act = checked(third, "別の言い方")
    assert act is not None
    meeting.do(act)
    line = lines(shown(meeting))[2]
    assert (line.state, line.target.body) == (CHECKED, "別の言い方")


def test_the_next_open_row_comes_after_the_chosen_one_and_then_from_the_top(meeting: Meeting) -> None:
    view = shown(meeting)
    first, second, third = (line.id for line in lines(view))
    assert [next_open(view.rows, one) for one in ("", first, second, third)] == [first, second, first, first]
    assert next_open(view.rows[:1], "") == ""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_row_speaks_the_language_of_the_window(meeting: Meeting, lang: str) -> None:
    words = Catalogue(lang)
    line = lines(desk_view(meeting.state, meeting.texts(lang), words))[0]
    assert line.said == words.say("not translated")
    assert line.said in line.told
    assert language_word("ja", words) in {"Japanese", "日本語", "일본어"}
    assert language_word("fr", words) == "fr"


def test_a_plan_has_a_desk_too_and_nothing_on_it() -> None:
    view = shown(Meeting())
    assert (view.rows, view.sections, view.due) == ((), (), 0)
    assert progress(view, Meeting().words()) == ""
