"""Lines end where a reader would end them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.ui.kit.phrases import NEVER_FIRST, NEVER_LAST, characters, phrases


def test_japanese_breaks_at_phrases() -> None:
    pieces = phrases("会議で、どんなときに声を出せましたか？", "ja")
    assert pieces == ["会議で、", "どんな", "ときに", "声を", "出せましたか？"]


def test_japanese_is_known_by_its_letters_when_nobody_says_so() -> None:
    assert len(phrases("待てていないと気づきました。", "")) > 1


def test_other_languages_break_at_spaces() -> None:
    assert phrases("Let us take a breath", "en") == ["Let ", "us ", "take ", "a ", "breath"]
    assert phrases("잠시 쉬어 갑니다", "ko") == ["잠시 ", "쉬어 ", "갑니다"]


def test_brackets_and_commas_stay_with_their_words() -> None:
    assert characters("「あ、い」う") == ["「あ、", "い」", "う"]


def test_marks_stay_with_their_letter() -> None:
    assert characters("か\u3099👩\u200d💻x") == ["か\u3099", "👩\u200d💻", "x"]


@pytest.mark.parametrize("lang", ["ja", "en", "ko", ""])
@given(text=st.text(max_size=60))
def test_nothing_is_lost_and_nothing_forbidden_begins_or_ends_a_piece(lang: str, text: str) -> None:
    for pieces in (phrases(text, lang), characters(text)):
        assert "".join(pieces) == text
        assert all(piece for piece in pieces)
        assert not any(piece[0] in NEVER_FIRST for piece in pieces[1:])
        assert not any(piece[-1] in NEVER_LAST for piece in pieces[:-1])
