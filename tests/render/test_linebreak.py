"""Lines: nothing lost, nothing begun or ended where it may not be, no word parted that a line could hold."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.render.borders import QUARTER, borders
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

SPACED = Memo(lambda text: sum(narrow(char) * SIZE for char in text) + borders(text) * SIZE * QUARTER / 1000)

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


@given(mixed, columns, st.floats(0, 60))
def test_what_parts_japanese_and_latin_is_counted(text: str, column: float, used: float) -> None:
    lines = break_lines(text, column, SPACED, used)
    assert "".join(lines) == text.replace("\n", "")
    for n, line in enumerate(lines):
        core = line.rstrip()
        core = core[:-1] if core[-1:] in set(HANGING) else core
        assert SPACED[core] + (used if n == 0 and line else 0) <= column + 0.001


def test_a_border_takes_its_room_and_none_where_the_line_ends() -> None:
    exact = SPACED["字字字abc字"]
    assert break_lines("字字字abc字字字", exact, SPACED) == ["字字字abc字", "字字"]
    assert break_lines("字字字abc字字", exact - 1, SPACED) == ["字字字abc", "字字"]
    assert break_lines("字字字abc", SPACED["字字字"], SPACED) == ["字字字", "abc"]


def test_no_letter_stands_alone_on_the_last_line() -> None:
    for text, lines in (
        ("字字字字字字字た。", ["字字字字字字", "字た。"]),
        ("字字字字字字字い", ["字字字字字字", "字い"]),
        ("字字字字字ABた。", ["字字字字字", "ABた。"]),
        ("字字字字字字字した。", ["字字字字字字字", "した。"]),
        ("字字字字字字」た。", ["字字字字字", "字」た。"]),
        ("ABCDEFGHIJKLた。", ["ABCDEFGHIJKL", "た。"]),  # nothing would stay above it
    ):
        assert break_lines(text, 7 * SIZE, WIDTH) == lines


@given(japanese, columns)
def test_a_last_letter_is_alone_only_where_little_would_stay_above_it(text: str, column: float) -> None:
    *_, above, last = ["", *break_lines(text, column, WIDTH)]
    if above and len(last) == 1:
        *kept, moved = atoms(above)
        assert WIDTH["".join(kept)] < column / 2 or WIDTH[moved + last] > column


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
    assert break_lines("あいう」えおか", 27, WIDTH) == ["あい", "う」え", "おか"]


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


OPENING = "「『（〔［｛〈《【〖〘〚〝｟([{￥＄￡＃"
CLOSING = "」』）〕］｝〉》】〗〙〛〟｠)]}"
STOPS = "、。，．"
OTHERS = "・：；！？!?‼⁇⁈⁉％‰℃ゝゞヽヾ々〻ーぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"
OTHERS += "ㇰㇱㇿ｡､ｰﾞﾟ‐–゠〜～…‥―—〳〴〵゛゜"


@pytest.mark.parametrize("char", CLOSING + STOPS + OTHERS)
def test_no_line_begins_with(char: str) -> None:
    """Wherever the line would end: the character before it comes along."""
    for before in range(1, 9):
        lines = break_lines("字" * before + char + "字" * 9, SIZE * 4, WIDTH)
        assert not any(line.startswith(char) for line in lines)
        assert "".join(lines) == "字" * before + char + "字" * 9


@pytest.mark.parametrize("char", OPENING)
def test_no_line_ends_with(char: str) -> None:
    for before in range(9):
        lines = break_lines("字" * before + char + "字" * 9, SIZE * 4, WIDTH)
        assert not any(line.endswith(char) for line in lines)


@pytest.mark.parametrize(
    "pair", ["」。", "）、", "？」", "。」", "ー。", "っ！", "』）", "！？", "……", "――", "‥‥"]
)
def test_two_that_may_not_begin_a_line_come_down_together(pair: str) -> None:
    for before in range(1, 9):
        lines = break_lines("字" * before + pair + "字" * 5, SIZE * 4, WIDTH)
        assert not any(line.startswith((pair[0], pair[1])) for line in lines)


@pytest.mark.parametrize("char", STOPS)
def test_one_stop_hangs_and_what_follows_it_does_not(char: str) -> None:
    assert break_lines(f"字字字字{char}字字", SIZE * 4, WIDTH) == [f"字字字字{char}", "字字"]
    assert break_lines(f"字字字字{char}」字", SIZE * 4, WIDTH)[0] == "字字字"


@pytest.mark.parametrize(
    "word",
    ["don’t", "co-production", "13:30–15:30", "50%", "e-mail", "U.S.A.", "(really)", "“quoted”", "naïve", "$20.50",
     "3,000", "A&T", "https://example.invalid", "wh-"],
)  # fmt: skip
def test_a_latin_word_is_never_parted_where_a_line_holds_it(word: str) -> None:
    wide = WIDTH[word]
    for text in (f"日本語の中の{word}という語", f"some words {word} and others", f"「{word}」と。"):
        for column in range(int(wide + 4 * SIZE), 300, 17):
            assert any(word in line for line in break_lines(text, column, WIDTH))


def test_a_long_address_is_parted_and_fills_its_lines() -> None:
    address = "https://example.invalid/" + "path/" * 30 + "?key=value&other=" + "9" * 50
    lines = break_lines(f"See {address} for more", 100, WIDTH)
    assert "".join(lines) == f"See {address} for more"
    assert all(WIDTH[line.rstrip()] <= 100 for line in lines)
    assert len(lines) <= WIDTH[address] / 100 * 1.5


@pytest.mark.parametrize("blank", [" ", "\u3000", "\u2003", "\t", "\u200b"])
def test_a_space_at_the_end_of_a_line_stays_there(blank: str) -> None:
    assert break_lines(f"word{blank}word", WIDTH["word"] + 1, WIDTH) == [f"word{blank}", "word"]


@pytest.mark.parametrize("joiner", ["\u00a0", "\u202f", "\u2060", "\ufeff"])
def test_what_joins_words_is_no_place_for_a_line_to_end(joiner: str) -> None:
    assert break_lines(f"aa 13{joiner}30 bb", WIDTH["aa 13"] + 1, WIDTH) == ["aa ", f"13{joiner}30 ", "bb"]


@pytest.mark.parametrize(
    "sign", ["か\u3099", "👩\u200d👧", "👍🏽", "❤\ufe0f", "葛\U000e0100", "e\u0301", "ｶﾞ"]
)
def test_a_sign_made_of_several_characters_is_one(sign: str) -> None:
    for before in range(6):
        lines = break_lines("字" * before + sign * 3, SIZE * 3, WIDTH)
        assert "".join(lines) == "字" * before + sign * 3
        assert sum(line.count(sign) for line in lines) == 3


def test_a_flag_is_not_parted_into_its_letters() -> None:
    for before in range(6):
        assert any("🇯🇵" in line for line in break_lines("字" * before + "🇯🇵" + "字" * 5, SIZE * 3, WIDTH))
