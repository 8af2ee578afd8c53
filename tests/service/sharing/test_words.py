"""The word of the day: told apart when it is read aloud, and the same however it is typed."""

from __future__ import annotations

from itertools import combinations, permutations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from coprod import paths
from coprod.service.sharing.words import plain, shipped

TEXT = (paths.resources() / "codes" / "room-words.txt").read_text("utf-8")
BOOK = shipped()
PAIRS = [tuple(line.split(", ")) for line in TEXT.splitlines()]


TOGETHER = next((a, b) for a, b in permutations(PAIRS, 2) if not BOOK.read(f"{a[1]} {b[1]}"))


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


def test_a_word_whose_halves_run_together_is_never_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = iter([[TOGETHER[0], TOGETHER[1]], [PAIRS[0], PAIRS[1]]])
    monkeypatch.setattr("coprod.service.sharing.words.SystemRandom.sample", lambda *_: next(drawn))
    assert BOOK.draw().roman == f"{PAIRS[0][1]} {PAIRS[1][1]}"


def test_every_word_that_is_drawn_is_read_back() -> None:
    for word in {BOOK.draw() for _ in range(400)}:
        assert BOOK.read(word.kana) == BOOK.read(word.roman) == word.roman


def katakana(text: str) -> str:
    return "".join(chr(ord(one) + 0x60) if "ぁ" <= one <= "ゖ" else one for one in text)


def wide(text: str) -> str:
    return "".join(chr(ord(one) + 0xFEE0) if "a" <= one <= "z" else one for one in text)


@given(st.sampled_from(PAIRS), st.sampled_from(PAIRS), st.sampled_from(["", " ", "・", "-", ", ", "\u3000"]))
def test_it_is_the_same_in_all_letters(one: tuple[str, ...], other: tuple[str, ...], between: str) -> None:
    whole = f"{one[1]} {other[1]}"
    assume(BOOK.read(whole) == whole)  # as every word that is drawn
    for form in (
        one[0] + between + other[0],
        one[1] + between + other[1],
        katakana(one[0]) + between + other[0],
        one[0] + between + other[1],
        wide(one[1]) + between + other[1].upper(),
    ):
        assert BOOK.read(form) == whole


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
