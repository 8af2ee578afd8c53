"""What is looked for is found in whichever width, case or kana it was written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.domain.alike import folded, holds


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ピアスタッフ", "ぴあすたっふ"),
        ("ﾋﾟｱ", "ピア"),
        ("Ｆｒｉｄａｙ", "friday"),
        ("１２", "12"),
        ("ガ", "か\u3099"),
    ],
)
def test_they_are_alike(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@given(st.text(max_size=40))
def test_a_text_is_alike_to_its_folded_form(text: str) -> None:
    assert folded(folded(text)) == folded(text)


def test_every_part_of_a_query_is_in_one_of_the_texts() -> None:
    assert holds("ぴあ 話す", "ピアが話す")
    assert holds("aki wait", "waiting", "Aki")
    assert not holds("aki wait", "Aki")
    assert holds("", "anything")
    assert not holds("声", "")
