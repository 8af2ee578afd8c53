"""The word of the day: told apart when it is read aloud, and the same however it is typed."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod import paths
from coprod.service.sharing.words import plain, shipped

TEXT = (paths.resources() / "codes" / "room-words.txt").read_text("utf-8")
BOOK = shipped()
PAIRS = [tuple(line.split(", ")) for line in TEXT.splitlines()]


def distance(one: str, other: str) -> int:
    """How many letters have to be changed, added or left out."""
    row = list(range(len(other) + 1))
    for n, letter in enumerate(one, start=1):
        before, row[0] = row[0], n
        for m, against in enumerate(other, start=1):
            before, row[m] = row[m], min(row[m] + 1, row[m - 1] + 1, before + (letter != against))
    return row[-1]


def test_there_are_enough_and_no_two_are_nearly_the_same() -> None:
    assert len(BOOK) == len(PAIRS) >= 200
    for (kana, roman), (other, latin) in combinations(PAIRS, 2):
        assert distance(kana, other) > 1, (kana, other)
        assert plain(roman) != plain(latin)
    assert all(roman.isascii() and roman.isalpha() and roman.islower() for _, roman in PAIRS)


def test_a_word_is_two_of_them_and_another_each_time() -> None:
    drawn = {BOOK.draw() for _ in range(40)}
    assert len(drawn) > 35
    for word in drawn:
        kana, roman = word.kana.split("・"), word.roman.split()
        assert list(zip(kana, roman, strict=True)) == [
            pair for one in kana for pair in PAIRS if pair[0] == one
        ]
        assert len(set(kana)) == 2


def katakana(text: str) -> str:
    return "".join(chr(ord(one) + 0x60) if "ぁ" <= one <= "ゖ" else one for one in text)


def wide(text: str) -> str:
    return "".join(chr(ord(one) + 0xFEE0) if "a" <= one <= "z" else one for one in text)


@given(st.sampled_from(PAIRS), st.sampled_from(PAIRS), st.sampled_from(["", " ", "・", "-", ", ", "\u3000"]))
def test_it_is_the_same_in_all_letters(one: tuple[str, ...], other: tuple[str, ...], between: str) -> None:
    whole = f"{one[1]} {other[1]}"
    for form in (
        one[0] + between + other[0],
        one[1] + between + other[1],
        katakana(one[0]) + between + other[0],
        one[0] + between + other[1],
        wide(one[1]) + between + other[1].upper(),
    ):
        assert plain(BOOK.read(form)) == plain(whole)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("どうぶつえん", ""),
        ("", ""),
        ("はるかぜ", ""),
        ("haru kaze", ""),
        ("はるかぜ・しおり・すみれ", ""),
        ("HARUKAZE　しおり", "harukaze shiori"),
        ("<script>", ""),
        ("はるかせ しおり", ""),
        ("は" * 200, ""),
    ],
)
def test_anything_else_is_no_word(typed: str, read: str) -> None:
    assert BOOK.read(typed) == read


def test_long_vowels_are_as_short_ones() -> None:
    assert plain("Gyūnyū") == plain("gyuunyuu") == plain("GYUNYU")
    assert plain("tōge") == plain("touge") == plain("toge")
