"""What helps whoever writes a row: earlier translations, and the word list."""

from __future__ import annotations

from coprod.domain.translating import RowState
from coprod.domain.word_list import term_of
from coprod.present.desk_help import MOST, help_view
from coprod.service.memory import Match, Pair
from tests.present.desk import lines, shown, with_notes


def test_an_earlier_translation_says_how_like_it_is_and_how_far_it_was() -> None:
    meeting = with_notes()
    line = lines(shown(meeting))[0]
    found = (
        Match(100.0, Pair("One more chair", "椅子をもう一つ", RowState.CONFIRMED)),
        Match(82.7, Pair("One more table", "机をもう一つ", RowState.DRAFT, turned=True)),
    )
    first, second = help_view(line, found, (), meeting.words()).matches
    assert (first.body, first.lang, first.about, first.source) == (
        "椅子をもう一つ",
        "ja",
        "the same text · Confirmed",
        "",
    )
    assert (second.about, second.source) == (
        "82 % alike · Draft · translated the other way round",
        "One more table",
    )


def test_no_more_are_shown_than_there_are_keys() -> None:
    meeting = with_notes()
    line = lines(shown(meeting))[0]
    found = [Match(90.0, Pair(f"One {n} chair", str(n), RowState.CHECKED)) for n in range(6)]
    assert len(help_view(line, found, (), meeting.words()).matches) == MOST


def test_the_terms_in_a_text_are_offered_with_all_their_forms() -> None:
    meeting = with_notes()
    line = lines(shown(meeting))[0]
    terms = (term_of({"en": "chair", "ja": "椅子 / いす"}), term_of({"en": "shelf", "ja": "棚"}))
    assert help_view(line, (), terms, meeting.words()).terms == (("chair", "椅子, いす"),)
