"""The font chain: who draws what, how wide it is, and what a reader gets back."""

from __future__ import annotations

import re

import pytest

from coprod import paths
from coprod.render.embed import to_unicode
from coprod.render.fonts import SUBSTITUTE, Codes, Fonts, Typeface


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts(paths.resources() / "fonts")


@pytest.fixture(scope="module")
def regular(fonts: Fonts) -> Typeface:
    return fonts.typeface(bold=False, roman=False)


@pytest.mark.parametrize(
    ("char", "family"),
    [
        ("あ", "BIZUDPGothic"),
        ("a", "BIZUDPGothic"),
        ("𠮷", "NotoSansJP"),
        ("₩", "NotoSansJP"),
        ("한", "NotoSansKR"),
        ("☑", "NotoEmoji"),
        ("😀", "NotoEmoji"),
    ],
)
def test_the_first_font_that_has_a_character_draws_it(regular: Typeface, char: str, family: str) -> None:
    (run,) = regular.runs(char)
    assert run.face.path.stem.startswith(family)
    assert (run.drawn, run.actual) == (char, None)


def test_a_text_falls_into_runs_of_one_face(regular: Typeface) -> None:
    runs = [(run.face.path.stem.partition("-")[0], run.drawn) for run in regular.runs("あ한국い😀")]
    assert runs == [
        ("BIZUDPGothic", "あ"),
        ("NotoSansKR", "한국"),
        ("BIZUDPGothic", "い"),
        ("NotoEmoji", "😀"),
    ]


def test_without_its_font_an_emoji_is_the_substitute(fonts: Fonts) -> None:
    alone = Typeface(fonts.faces[:1], roman=False)
    assert [run.drawn for run in alone.runs("a😀")] == [f"a{SUBSTITUTE}"]
    assert alone.width["😀"] == alone.width[SUBSTITUTE]


@pytest.mark.parametrize("text", ["❤\ufe0f", "葛\U000e0100", "a\u00ad", "x\u200b", "คั\u200d"])
def test_what_is_not_seen_rides_on_the_character_before_it(regular: Typeface, text: str) -> None:
    runs = list(regular.runs(text))
    back = "".join(run.drawn if run.actual is None else run.actual for run in runs)
    assert back == re.sub("[\u0e00-\u0e7f]", SUBSTITUTE, text)
    assert regular.width[text[-1]] == 0


def test_what_is_not_seen_is_kept_where_nothing_is_before_it(regular: Typeface) -> None:
    assert [(run.drawn, run.actual) for run in regular.runs("\ufeffa")] == [(" ", "\ufeff"), ("a", None)]


def test_an_empty_box_is_drawn_as_the_square_that_looks_the_same(regular: Typeface) -> None:
    assert [(run.drawn, run.actual) for run in regular.runs("☐ 聞く")] == [("□", "☐"), (" 聞く", None)]
    assert regular.width["☐"] == regular.width["□"]


def test_a_combining_mark_takes_no_room(regular: Typeface) -> None:
    assert regular.width["か\u3099"] == regular.width["か"]


@pytest.mark.parametrize("blank", ["\t", "\u2003", "\u2009"])
def test_blanks_are_no_substitutes(regular: Typeface, blank: str) -> None:
    assert all(SUBSTITUTE not in run.drawn for run in regular.runs(f"a{blank}b"))
    assert regular.width[blank] > 0


def test_the_apostrophe_is_narrow_in_roman_type(fonts: Fonts, regular: Typeface) -> None:
    roman = fonts.typeface(bold=False, roman=True)
    assert roman.width["’"] == roman.width["'"] < regular.width["’"]


def test_a_width_is_the_sum_of_its_characters(regular: Typeface) -> None:
    text = "会議 the 한국 😀"
    assert regular.width[text] == pytest.approx(sum(regular.width[char] for char in text))


@pytest.mark.parametrize(("text", "many"), [("第7回", 2), ("𠮷A", 0), ("か\u3099A", 0), ("A會", 1)])
def test_a_border_is_wide_where_one_face_draws_it(regular: Typeface, text: str, many: int) -> None:
    """Between two faces nothing is told of it: it would be read as a space."""
    assert regular.width[text] - sum(map(regular.width.__getitem__, text)) == pytest.approx(250 * many)


def test_codes_are_given_out_in_order() -> None:
    codes = Codes()
    assert "aba𠮷".translate(codes) == "\x01\x02\x01\x03"
    assert dict(codes) == {ord("a"): 1, ord("b"): 2, ord("𠮷"): 3}


def test_unicode_beyond_the_bmp_is_written_in_utf_16() -> None:
    assert b"<0001> <d842dfb7>" in to_unicode([(ord("𠮷"), 1)])


def test_no_block_of_the_map_holds_more_than_100() -> None:
    cmap = to_unicode([(0x4E00 + n, n) for n in range(1, 251)])
    assert re.findall(rb"(\d+) beginbfchar", cmap) == [b"100", b"100", b"50"]
    assert len(re.findall(rb"<[0-9a-f]{4}> <[0-9a-f]{4}>\n", cmap)) == 250
