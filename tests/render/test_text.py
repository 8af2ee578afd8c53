"""Text set in lines: where each piece stands, what is kept whole, and the operations that draw it."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod import paths
from coprod.render.fonts import Fonts
from coprod.render.layout import Column
from coprod.render.text import (
    ACCENT,
    INK,
    INK2,
    TINT,
    Line,
    Segment,
    Span,
    Style,
    Typesetter,
    colour,
    operations,
)

COLUMN = Column(100, 200)
BODY = Style(10)
SETTER = Typesetter(Fonts(paths.resources() / "fonts"))


def words(lines: list[Line]) -> list[list[str]]:
    return [[piece.text for piece in line if isinstance(piece, Segment)] for line in lines]


def ja(text: str, **more: object) -> Span:
    return Span(text, BODY, "ja", **more)  # type: ignore[arg-type]


def test_spans_follow_each_other_on_the_line() -> None:
    ((first, second),) = SETTER.lines([ja("あいう"), ja("えお", gap=4)], COLUMN)
    assert isinstance(first, Segment)
    assert isinstance(second, Segment)
    assert first.x == COLUMN.x
    assert second.x == pytest.approx(first.x + SETTER.width(ja("あいう")) + 4)


def test_a_span_without_one_before_it_takes_no_gap() -> None:
    ((only,),) = SETTER.lines([ja("あ", gap=30)], COLUMN)
    assert only.x == COLUMN.x


def test_a_line_feed_ends_a_line_and_an_empty_one_keeps_its_place() -> None:
    assert words(SETTER.lines([ja("あ\n\nい")], COLUMN)) == [["あ"], [], ["い"]]


def test_no_text_is_one_empty_line() -> None:
    assert SETTER.lines([ja("")], COLUMN) == [()]
    assert SETTER.lines([], COLUMN) == [()]


@given(st.integers(0, 60))
def test_a_short_credit_stays_whole_wherever_the_text_ends(length: int) -> None:
    credit = ja("（看護師）", gap=3, whole=True)
    found = words(SETTER.lines([ja("あ" * length), credit], COLUMN))
    assert sum(line.count("（看護師）") for line in found) == 1


@pytest.mark.parametrize("whole", [True, False])
def test_a_credit_longer_than_half_a_column_is_parted_like_any_text(whole: bool) -> None:
    credit = ja("（" + "看護師、" * 8 + "など）", gap=3, whole=whole)
    found = words(SETTER.lines([ja("あ" * 15), credit], COLUMN))
    assert found[0][1].startswith("（看護師、")
    assert "".join(piece for line in found for piece in line).endswith("など）")


def test_a_piece_not_marked_as_whole_is_parted() -> None:
    found = words(SETTER.lines([ja("あ" * 17), ja("（看護師）")], COLUMN))
    assert found == [["あ" * 17, "（看護"], ["師）"]]


def test_a_whole_piece_that_ends_the_line_exactly_stays_there() -> None:
    credit = ja("いい", whole=True)
    column = Column(0, SETTER.width(ja("ああああああ")) + SETTER.width(credit))
    assert words(SETTER.lines([ja("ああああああ"), credit], column)) == [["ああああああ", "いい"]]
    narrower = Column(0, column.width - 0.1)
    assert words(SETTER.lines([ja("ああああああ"), credit], narrower)) == [["ああああああ"], ["いい"]]


@pytest.mark.parametrize(
    ("lang", "size"),
    [("ja", 10), ("ja-JP", 10), ("ko", 10), ("zh-Hant", 10), ("en", 9.5), ("fr", 9.5), ("", 9.5)],
)
def test_latin_is_a_little_smaller_than_east_asian_type(lang: str, size: float) -> None:
    assert SETTER.segment(Span("a", BODY, lang), 0).size == size


@given(st.floats(20, 200), st.text(st.sampled_from("あいabc …"), max_size=60))
def test_a_running_head_keeps_to_its_width(width: float, text: str) -> None:
    span = ja(text)
    clipped = SETTER.clip(span, width)
    assert SETTER.width(clipped) <= width
    assert clipped == span or clipped.text.endswith("…")
    assert text.startswith(clipped.text.removesuffix("…"))


def test_colours_and_places_are_written_for_the_page() -> None:
    assert colour((255, 0, 51), "rg") == "1.000 0.000 0.200 rg"
    drawn = operations(SETTER.segment(ja("あ"), 12.345, rise=-2), 100)
    assert drawn.startswith(f"BT {colour(INK, 'rg')} 1 0 0 1 12.35 98.00 Tm /F1 10 Tf <")
    assert drawn.endswith("> Tj ET")


def test_each_face_of_a_text_is_called_by_its_name() -> None:
    drawn = operations(SETTER.segment(ja("あ한い"), 0), 0)
    names = re.findall(r"/(F\d) 10 Tf", drawn)
    assert len(names) == 3
    assert names[0] == names[2] != names[1]


def actual(drawn: str) -> list[str]:
    found = re.findall(r"/ActualText <feff([0-9a-f]*)>", drawn)
    return [bytes.fromhex(one).decode("utf-16-be") for one in found]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("wh-", ["- "]),
        ("wh- ", ["- "]),
        ("well-known", []),
        ("❤\ufe0f", ["❤\ufe0f"]),
        ("葛\U000e0100城", ["葛\U000e0100"]),
        ("\u200bx", ["\u200b"]),
        ("꧁\u200d", ["〓\u200d"]),
        ("☐ 聞く", ["☐"]),
        ("☐\ufe0f", ["☐\ufe0f"]),
    ],
)
def test_what_is_not_drawn_as_it_is_read_says_how_it_is_read(text: str, told: list[str]) -> None:
    assert actual(operations(SETTER.segment(ja(text), 0), 0)) == told


def test_the_curly_apostrophe_is_drawn_narrow_in_english_alone() -> None:
    english = operations(SETTER.segment(Span("don’t", BODY, "en"), 0), 0)
    assert re.search(r"\[<\w+> \d+ <\w+>\] TJ", english)
    assert "TJ" not in operations(SETTER.segment(ja("don’t"), 0), 0)
    straight, curly = (SETTER.width(Span(text, BODY, "en")) for text in ("don't", "don’t"))
    assert straight == pytest.approx(curly)


def test_japanese_and_latin_are_a_quarter_apart_and_read_as_they_were_written() -> None:
    drawn = operations(SETTER.segment(ja("簡単にPowerPointで第7回"), 0), 0)
    assert drawn.count(" -250 ") == 4
    assert actual(drawn) == ["にP", "tで", "第7回"]
    apart = SETTER.width(ja("第7回")) - sum(SETTER.width(ja(char)) for char in "第7回")
    assert apart == pytest.approx(2 * BODY.size / 4)
    for alone in (ja("第 7 回"), ja("「A」と、50%の"), Span("at 第7回", BODY, "en")):
        assert "TJ" not in operations(SETTER.segment(alone, 0), 0)


@given(st.lists(st.integers(1, 30), min_size=2, max_size=6))
def test_no_piece_of_a_line_lies_on_another(lengths: list[int]) -> None:
    spans = [ja("あ" * length, gap=2, whole=n % 2 == 0) for n, length in enumerate(lengths)]
    for line in SETTER.lines(spans, COLUMN):
        for one, other in pairwise(piece for piece in line if isinstance(piece, Segment)):
            assert other.x >= one.x + one.typeface.width[one.text] * one.size / 1000


def luminance(rgb: tuple[int, int, int]) -> float:
    parts = [part / 255 for part in rgb]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("ink", [INK, INK2, ACCENT])
@pytest.mark.parametrize("ground", [(255, 255, 255), TINT])
def test_each_ink_can_be_read_on_paper_and_on_a_tint(
    ink: tuple[int, int, int], ground: tuple[int, int, int]
) -> None:
    assert (luminance(ground) + 0.05) / (luminance(ink) + 0.05) >= 7
