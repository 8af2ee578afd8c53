"""The desk: each text beside its translation, how far that is, and what is left to do."""

from __future__ import annotations

from collections import Counter

import pytest

from coprod.domain import acts
from coprod.domain.acts import NoteDraft
from coprod.domain.terms import Finding, NoteKind
from coprod.domain.translating import RowState
from coprod.domain.word_list import term_of
from coprod.i18n import LANGUAGES, Catalogue
from coprod.present.desk import desk_view, pair_word, progress
from coprod.present.desk_rows import pairs
from coprod.present.notebook import Heading
from tests.present.desk import CHECKED, DRAFT, ENGLISH, lines, of_words, rows_of, shown, with_notes
from tests.present.meeting import Meeting


@pytest.fixture
def meeting() -> Meeting:
    return with_notes()


def test_each_text_of_the_minutes_is_a_row_under_its_part(meeting: Meeting) -> None:
    view = shown(meeting)
    assert [row.name for row in view.rows if isinstance(row, Heading)] == [
        "Title and place",
        "Guidelines of this day",
        "Hello",
        "Check-in",
        "Who gets to speak",
    ]
    assert [row.standpoint for row in rows_of(view)][:4] == [
        "Title",
        "Series",
        "Word for a standpoint",
        "Guideline",
    ]
    assert [line.source.body for line in lines(view)] == ["One more chair", "A shelf", "A table"]
    assert [(one.name, one.count) for one in view.sections][2:] == [
        ("Hello", "1"),
        ("Check-in", "1"),
        ("Who gets to speak", "3"),
    ]


def test_a_row_says_how_far_its_translation_is(meeting: Meeting) -> None:
    view = shown(meeting)
    assert [(line.state, line.target.body, line.lang) for line in lines(view)] == [
        (RowState.MISSING, "", "ja"),
        (RowState.DRAFT, "A shelfのこと", "ja"),
        (RowState.CHECKED, "A tableのこと", "ja"),
    ]
    assert [line.said for line in lines(view)] == ["not translated", "draft", "checked"]
    assert (view.done, view.due) == (5, 10)
    assert progress(view, meeting.words(), easy=False) == "5 of 10 translated"
    assert lines(view)[2].signs == ("Minority opinion",)


def test_who_translated_and_who_checked_is_said_where_it_is_known(meeting: Meeting) -> None:
    first, second = (line.note for line in lines(shown(meeting))[:2])
    meeting.do(acts.TranslateNote(first, "ja", DRAFT, "椅子", by="Mina"))
    meeting.do(acts.TranslateNote(second, "ja", CHECKED, None, checked_by="Rin"))
    assert [line.said for line in lines(shown(meeting))][:2] == ["draft by Mina", "checked by Rin"]


def test_a_translation_whose_original_changed_since_is_told_apart(meeting: Meeting) -> None:
    note = meeting.state.notes()[2].entry
    view = shown(meeting, behind=frozenset({(note, "en", "ja")}))
    assert lines(view)[2].state == RowState.STALE
    assert view.done == 4


def test_what_was_said_in_japanese_is_translated_into_english(meeting: Meeting) -> None:
    meeting.do(acts.KeepNote(NoteDraft(NoteKind.IDEA, {"ja": "本棚"}, original="ja")))
    line = of_words(shown(meeting), "本棚")
    assert (line.source.lang, line.lang, line.state) == ("ja", "en", RowState.MISSING)


def test_where_both_languages_were_written_at_once_none_is_called_a_translation(meeting: Meeting) -> None:
    meeting.do(acts.KeepNote(NoteDraft(NoteKind.IDEA, {"en": "A lamp", "ja": "灯り"})))
    line = of_words(shown(meeting), "A lamp")
    assert (line.state, line.said, line.target.body) == (RowState.PRESENT, "", "灯り")


def test_easy_words_stand_beside_each_language_of_a_note(meeting: Meeting) -> None:
    note = lines(shown(meeting))[1].note
    meeting.do(acts.TranslateTexts(texts=(acts.TranslateText(f"easy.{note}", "en", "We need a shelf."),)))
    view = shown(meeting, easy=True)
    assert [(line.source.body, line.target.body, line.said) for line in lines(view)] == [
        ("One more chair", "", "no easy words yet"),
        ("A shelf", "We need a shelf.", ""),
        ("A shelfのこと", "", "no easy words yet"),
        ("A table", "", "no easy words yet"),
        ("A tableのこと", "", "no easy words yet"),
    ]
    assert progress(view, meeting.words(), easy=True) == "1 of 5 in easy words"


def test_what_the_word_list_says_otherwise_is_told_under_the_translation(meeting: Meeting) -> None:
    terms = (term_of({"en": "shelf", "ja": "本棚 / 棚"}), term_of({"en": "table", "ja": "table"}))
    view = shown(meeting, terms=terms)
    assert [line.unlisted for line in lines(view)] == [(), ("Word list: shelf, 本棚",), ()]
    assert "本棚" in lines(view)[1].told


@pytest.mark.parametrize(
    ("query", "found"),
    [("shelf", 1), ("VERA", 0), ("idea", 0), ("experience", 0), ("", 3), ("shelf draft", 1)],
)
def test_rows_are_found_by_their_words(meeting: Meeting, query: str, found: int) -> None:
    view = shown(meeting, query=query)
    assert len(lines(view)) == found
    assert [one.count for one in view.sections][-2:] == ["1", "3"]


def test_what_is_left_to_look_at_is_counted_by_kind(meeting: Meeting) -> None:
    found = shown(meeting, wording=(("en", "table"),)).found
    assert Counter(one.finding for one in found) == {
        Finding.UNTRANSLATED: 2,  # a note, and the titles
        Finding.DRAFT: 1,
        Finding.UNCONFIRMED: 3,
        Finding.TERM: 1,  # in the title: what somebody said is theirs
    }
    easy = Counter(one.finding for one in shown(meeting, easy=True).found)
    assert easy[Finding.NO_EASY_WORDS] == 3


@pytest.mark.parametrize(
    ("languages", "found"),
    [
        (("ja", "en"), (("ja", "en"),)),
        (("ja", "en", "ko"), (("ja", "en"), ("ja", "ko"), ("en", "ko"))),
        (("ja",), (("ja", "en"), ("ja", "ko"))),
        (("ko-KR",), (("ko-KR", "en"), ("ko-KR", "ja"))),
    ],
)
def test_a_session_in_one_language_may_get_another(
    languages: tuple[str, ...], found: tuple[tuple[str, str], ...]
) -> None:
    assert sorted(pairs(languages)) == sorted(found)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_row_speaks_the_language_of_the_window(meeting: Meeting, lang: str) -> None:
    words = Catalogue(lang)
    line = lines(desk_view(meeting.state, meeting.texts(lang), words, ENGLISH))[0]
    assert line.said == words.say("not translated")
    assert line.said in line.told
    assert {"ja": "日本語", "en": "Japanese", "ko": "일본어"}[lang] in pair_word(("ja", "en"), words)


def test_a_plan_has_its_titles_on_the_desk() -> None:
    view = shown(Meeting())
    assert lines(view) == []
    assert of_words(view, "A table for everyone").target.body == "みんなのテーブル"
    assert (view.done, view.due) == (4, 7)
