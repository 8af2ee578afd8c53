"""Breaking text into lines, held over any text: nothing lost, nothing too wide, as few lines as told beforehand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.ui.kit.lines import broken, count, measure
from coprod.ui.kit.phrases import NEVER_FIRST, NEVER_LAST, characters

ALPHABET = "ab I,.-’、。「」（）あいう漢字한글👩\u200d💻\u3099 \n"
TEXTS = st.text(alphabet=ALPHABET, max_size=80)
WIDTHS = st.integers(3, 40)
LANGUAGES = pytest.mark.parametrize("lang", ["ja", "en", "ko", ""])


def advance(text: str) -> float:
    """Every character is as wide as any other."""
    return float(len(text))


@LANGUAGES
@given(text=TEXTS, width=WIDTHS)
def test_no_word_is_lost(lang: str, text: str, width: int) -> None:
    lines = broken(measure(text, lang, advance), width)
    assert "".join("".join(lines).split()) == "".join(text.split())


@LANGUAGES
@given(text=TEXTS, width=WIDTHS)
def test_a_line_is_too_wide_only_where_it_cannot_be_parted(lang: str, text: str, width: int) -> None:
    for line in broken(measure(text, lang, advance), width):
        assert len(line) <= width or len(characters(line)) == 1


@LANGUAGES
@given(text=TEXTS, width=WIDTHS)
def test_it_takes_as_many_lines_as_were_counted(lang: str, text: str, width: int) -> None:
    """The wall reckons with the count before it breaks a text."""
    measured = measure(text, lang, advance)
    assert len(broken(measured, width)) == count(measured, width) >= len(text.splitlines())


@LANGUAGES
@given(text=TEXTS, width=WIDTHS)
def test_a_wider_place_never_needs_more_lines(lang: str, text: str, width: int) -> None:
    measured = measure(text, lang, advance)
    assert count(measured, width + 1) <= count(measured, width)


@LANGUAGES
@given(text=TEXTS.filter(lambda text: "\n" not in text), width=WIDTHS)
def test_no_line_begins_or_ends_with_what_is_forbidden_there(lang: str, text: str, width: int) -> None:
    lines = [line for line in broken(measure(text, lang, advance), width) if line]
    assert all(line[0] not in NEVER_FIRST for line in lines[1:] if _parted_by_hand(line, lines))
    assert all(line[-1] not in NEVER_LAST for line in lines[:-1] if _parted_by_hand(line, lines))


def _parted_by_hand(line: str, lines: list[str]) -> bool:
    """Whether no space stands where the line was broken: after a space a writer may begin as they like."""
    return all(" " not in one for one in lines)


def test_lines_end_rather_after_a_comma_than_elsewhere() -> None:
    text = "When it is quiet, I can say it"
    assert broken(measure(text, "en", advance), 20) == ["When it is quiet,", "I can say it"]


def test_no_line_ends_in_a_single_short_word_where_it_need_not() -> None:
    lines = broken(measure("What would help me is a list of names", "en", advance), 24)
    assert len(lines) == 2
    assert not lines[0].endswith((" a", " of", " is", " me"))


def test_a_long_text_is_filled_line_by_line() -> None:
    """Balancing a long text wins nothing: all lines but the last are as full as they go."""
    text = "word " * 60
    lines = broken(measure(text, "en", advance), 30)
    assert len(lines) > 5
    assert {len(line) for line in lines[:-1]} == {29}


def test_two_lines_are_alike_in_width() -> None:
    lines = broken(measure("one two three four five six seven eight", "en", advance), 38)
    assert len(lines) == 2
    assert abs(len(lines[0]) - len(lines[1])) <= 5


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("\n", [""]),
        ("a\n\nb", ["a", "", "b"]),
        ("  ", [""]),
        ("well-known-words", ["well-", "known-words"]),
        ("well-known-words.", ["well-known-", "words."]),
    ],
)
def test_edges(text: str, lines: list[str]) -> None:
    assert broken(measure(text, "en", advance), 11) == lines
