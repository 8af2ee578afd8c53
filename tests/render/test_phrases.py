from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coprod.render.fonts import Memo
from coprod.render.linebreak import break_lines
from coprod.render.phrases import phrases

WIDTH = Memo(lambda text: 10.0 * len(text))
TEXT = st.text(st.sampled_from("会議で声を出す、どんなときに「言え」ましたか？abc 12"), max_size=80)


@given(TEXT)
def test_phrases_are_the_paragraph(text: str) -> None:
    assert "".join(phrases(text)) == text


@given(TEXT, st.floats(60, 300))
def test_lines_of_phrases_lose_nothing(text: str, column: float) -> None:
    assert "".join(break_lines(text, column, WIDTH, pieces=phrases)) == text


def test_a_word_is_not_parted_where_atoms_would() -> None:
    text = "会議で声を出せましたか？"
    assert break_lines(text, 60, WIDTH) == ["会議で声を出", "せましたか？"]
    assert break_lines(text, 70, WIDTH, pieces=phrases) == ["会議で声を", "出せましたか？"]


def test_a_phrase_wider_than_the_column_gives_way() -> None:
    assert break_lines("専門職連携協議会準備室", 40, WIDTH, pieces=phrases) == [
        "専門職連",
        "携協議会",
        "準備室",
    ]
