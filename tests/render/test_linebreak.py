"""Lines: nothing lost, nothing begun or ended where it may not be, no word parted that a line could hold."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.render.fonts import Memo
from coprod.render.linebreak import atoms, break_lines

NOT_FIRST = "、。，．」』）〕］｝〉》】・：；？！ー々ゝゞぁぃぅぇぉっゃゅょァィゥェォッャュョ…％)]}!?;:,."
NOT_LAST = "「『（〔［｛〈《【([{￥＄"
SIZE = 9.0
HANGING = "、。"

JA = [
    "会議",
    "で",
    "、",
    "。",
    "「",
    "」",
    "（",
    "）",
    "ひと呼吸",
    "おきました",
    "ミーティング",
    "っ",
    "々",
    "２０３１",
    "年",
    "…",
    "『",
    "』",
    "？",
]
EN = [
    "speak",
    "listening",
    "(really)",
    "“Tell",
    "me,”",
    "don’t",
    "co-production",
    "13:30–15:30",
    "50%",
    "a",
    "I’m",
    "wh-",
    "yes.",
    "what?",
]
KO = ["한국어", "문장은", "띄어쓰기에서", "바꿉니다.", "2031년에", "(정말)", "“네,”", "그래요?"]


def narrow(char: str) -> float:
    if unicodedata.combining(char) or char in "\ufe0f\u200d":
        return 0
    return 1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.55


WIDTH = Memo(lambda text: sum(narrow(char) * SIZE for char in text))

japanese = st.lists(st.sampled_from(JA + EN), max_size=60).map("".join)
english = st.lists(st.sampled_from(EN), max_size=60).map(" ".join)
korean = st.lists(st.sampled_from(KO), max_size=40).map(" ".join)
mixed = st.lists(st.one_of(japanese, english, korean), max_size=4).map("\n".join)
columns = st.floats(60, 400)


@given(mixed, columns)
def test_no_character_is_lost_or_added(text: str, column: float) -> None:
    assert "".join(break_lines(text, column, WIDTH)) == text.replace("\n", "")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])), columns)
def test_no_character_of_any_script_is_lost(text: str, column: float) -> None:
    assert "".join(break_lines(text, column, WIDTH)) == re.sub("[\u2028\u2029]", "", text)


@given(mixed, columns, st.floats(0, 60))
def test_a_line_is_no_wider_than_its_column(text: str, column: float, used: float) -> None:
    for n, line in enumerate(break_lines(text, column, WIDTH, used)):
        core = line.rstrip()
        core = core[:-1] if core[-1:] in set(HANGING) else core
        assert WIDTH[core] + (used if n == 0 and line else 0) <= column + 0.001


@given(japanese, columns)
def test_no_line_begins_or_ends_where_jlreq_forbids_it(text: str, column: float) -> None:
    if any(WIDTH[atom] > column for atom in atoms(text)):
        return
    lines = break_lines(text, column, WIDTH)
    for before, after in pairwise(lines):
        assert after[0] not in NOT_FIRST
        assert before.rstrip()[-1] not in NOT_LAST


@given(st.one_of(english, korean), columns)
def test_words_are_parted_only_where_they_are_wider_than_the_column(text: str, column: float) -> None:
    lines = break_lines(text, column, WIDTH)
    whole = [word for line in lines for word in line.split()]
    if all(WIDTH[word] <= column for word in text.split()):
        assert whole == text.split()


@given(columns, st.integers(1, 30))
def test_full_width_digits_stay_together(column: float, before: int) -> None:
    lines = break_lines("あ" * before + "２０３１年", column, WIDTH)
    assert any("２０３１" in line for line in lines)


@given(st.integers(1, 200))
def test_a_word_wider_than_the_column_is_cut_and_fills_its_lines(length: int) -> None:
    lines = break_lines("x" * length, 60, WIDTH)
    assert "".join(lines) == "x" * length
    assert [len(line) for line in lines[:-1]] == [12] * (len(lines) - 1)


def test_a_sign_never_leaves_its_letter() -> None:
    family = "👩\u200d👩\u200d👧"
    lines = break_lines(f"{family}👍🏽が\u3099葛\U000e0100" * 4, 20, WIDTH)
    assert not any(line[0] in "\u200d\u3099🏽\U000e0100" for line in lines)
    assert all(line.count("\u200d") % 2 == 0 for line in lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("a\n\nb", ["a", "", "b"]),
        ("a\r\nb\u2028c", ["a", "b", "c"]),
        ("\tindented", ["\tindented"]),
        ("  two", ["  two"]),
        ("end \n", ["end ", ""]),
    ],
)
def test_feeds_and_tabs_are_kept_as_they_are_meant(text: str, lines: list[str]) -> None:
    assert break_lines(text, 300, WIDTH) == lines


def test_a_full_stop_may_hang_and_a_bracket_may_not() -> None:
    assert break_lines("あいう。えお", 27, WIDTH) == ["あいう。", "えお"]
    assert break_lines("あいう」えお", 27, WIDTH) == ["あい", "う」え", "お"]


def test_what_is_used_of_the_first_line_is_left_free() -> None:
    assert break_lines("word", 60, WIDTH, used=50) == ["", "word"]
    assert break_lines("あい", 60, WIDTH, used=45) == ["あ", "い"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("日“abc”語 abc「de」f", ["日", "“abc”", "語 ", "abc", "「de」", "f"]),
        ("２０年　１０％ 30％", ["２０", "年　", "１０％ ", "30％"]),
        ("2026년에 한국어", ["2026년에 ", "한국어"]),
        ("said ’tis", ["said ", "’tis"]),
        ("あ……い", ["あ……", "い"]),
        ("a\u00a0b c", ["a\u00a0b ", "c"]),
    ],
)
def test_atoms(text: str, parts: list[str]) -> None:
    assert atoms(text) == parts
