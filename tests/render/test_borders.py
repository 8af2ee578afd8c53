"""Kana and kanji beside Latin letters and digits: where the two meet, and where something stands between."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.render.borders import borders, has_border, meetings

MIXED = st.text(st.sampled_from("あ会ーＡ、。「」 　-%a9Zé한"), max_size=40)


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("簡単にPowerPointで", 2),
        ("第7回", 2),
        ("12人", 1),
        ("2026年6月18日(木)", 5),
        ("ページ3", 1),
        ("時々A", 1),
        ("caféで", 1),
        ("「A」と", 0),
        ("会議 A", 0),
        ("50%の", 0),
        ("会議、A", 0),
        ("한국어A", 0),
        ("会Ａ", 0),
        ("", 0),
    ],
)
def test_only_letters_and_digits_meet_kana_and_kanji(text: str, many: int) -> None:
    assert borders(text) == many
    assert has_border(text) == bool(many)


@given(MIXED)
def test_each_border_is_in_one_meeting_and_nothing_else_is(text: str) -> None:
    met = meetings(text)
    assert [start for start, _ in met] == sorted({start for start, _ in met})
    assert all(one[1] <= other[0] for one, other in pairwise(met))
    assert all(borders(text[start:end]) == end - start - 1 for start, end in met)
    assert sum(end - start - 1 for start, end in met) == borders(text)
