"""A code is given aloud and typed in any way; what is wrong in it is told by word."""

from __future__ import annotations

from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.seal.codes import WORDS, drawn_from, misread, new_code, normalised, word_list

codes = st.lists(st.sampled_from(word_list()), min_size=WORDS, max_size=WORDS).map(" ".join)


def test_the_list_has_7776_different_words() -> None:
    assert len(set(word_list())) == len(word_list()) == 7776
    assert all(word == word.casefold() for word in word_list())


def test_a_code_is_six_words_of_the_list_and_each_time_another() -> None:
    made = {new_code() for _ in range(50)}
    assert len(made) == 50
    assert all(len(code.split()) == WORDS and not misread(code) for code in made)


def _full_width(text: str) -> str:
    return "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else "　" for one in text)


@given(codes)
def test_however_it_is_typed_it_is_the_same_code(code: str) -> None:
    typed = [code.upper(), f"  {code}\n", code.replace(" ", "\n"), code.replace(" ", ", "), _full_width(code)]
    typed += [code.replace(" ", "-"), "1. " + code]
    for one in typed:
        assert normalised(one) == code
        assert misread(one) == []


@given(st.text())
def test_whatever_is_typed_is_put_in_order_once(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [("abacsu", [("abacsu", "abacus")]), ("abacus qqqqqq", [("qqqqqq", "")]), ("窓", [("窓", "")])],
)
def test_a_word_that_is_not_on_the_list_is_told_with_the_nearest(typed: str, wrong: object) -> None:
    assert misread(typed) == wrong


def test_no_code_holds_a_word_that_would_hurt_to_read_aloud_and_77_bits_are_left() -> None:
    """A facilitator reads the six words to peers: none is about being sick, shut away, ashamed or in danger."""
    drawn = drawn_from()
    assert len(drawn) < len(word_list())
    assert set(drawn) < set(word_list())
    for word in ("crazy", "deranged", "seclusion", "sedative", "strangle", "unwanted", "patient", "handcuff"):
        assert word in word_list()
        assert word not in drawn
    assert WORDS * log2(len(drawn)) >= 77


def test_a_code_of_before_is_still_read() -> None:
    assert "crazy" not in dict(misread("crazy haunt"))
    assert normalised("Crazy, HAUNT") == "crazy haunt"
