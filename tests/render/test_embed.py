"""The file as an independent reader takes it apart: fonts, codes, what they mean, and what the file says of itself."""

from __future__ import annotations

import re
import struct
from datetime import UTC
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod import paths
from coprod.i18n import Catalogue
from coprod.render.embed import to_unicode
from coprod.render.fonts import Fonts
from coprod.render.minutes_pdf import render_minutes
from tests.render import docs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SAID = "𠮷野家で😀と🍵、☑を付けて₩500を払った。한국어도. don’t 葛"


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("embed") / "m.pdf"
    doc = docs.talk([docs.both(SAID, "plain English, “quoted”")] * 30)
    render_minutes(doc, [Catalogue("ja"), Catalogue("en")], path)
    return path


@pytest.fixture
def opened(printed: Path) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(printed) as pdf:
        yield pdf


def fonts(pdf: pikepdf.Pdf) -> dict[str, Any]:
    return {name: font for page in pdf.pages for name, font in page.obj.Resources.Font.items()}


def meaning(cmap: bytes) -> dict[int, str]:
    """Code to text, as a CMap says it."""
    pairs = re.findall(rb"<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]+)>\n", cmap)
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}


def shown(pdf: pikepdf.Pdf) -> str:
    """All text of all pages in drawing order, by the codes that are drawn and what the CMaps say of them."""
    meanings = {name: meaning(font.ToUnicode.read_bytes()) for name, font in fonts(pdf).items()}
    text, current = "", ""
    for page in pdf.pages:
        for instruction in pikepdf.parse_content_stream(page):
            operands, operator = instruction.operands, instruction.operator
            if str(operator) == "Tf":
                current = str(operands[0])
            elif str(operator) in {"Tj", "TJ"}:
                strings = operands[0] if str(operator) == "TJ" else [operands[0]]
                codes = b"".join(bytes(one) for one in strings if isinstance(one, pikepdf.String))
                text += "".join(meanings[current][code] for (code,) in struct.iter_unpack(">H", codes))
    return text


def test_every_code_on_a_page_means_the_character_that_was_said(opened: pikepdf.Pdf) -> None:
    text = shown(opened)
    assert text.count("𠮷野家で😀と🍵、☑を付けて₩500を払った。") == 30
    assert text.count("plain English, “quoted”") == 30
    assert "한국어도." in text
    assert not set("₻㏌㎰\ufffd") & set(text)


def test_each_font_is_a_subset_of_its_own_with_an_outline_for_every_code(opened: pikepdf.Pdf) -> None:
    found = fonts(opened)
    names = [str(font.BaseFont) for font in found.values()]
    assert len(names) == len(set(names)) >= 4
    assert all(re.fullmatch(r"/[A-Z]{6}\+[\w-]+", name) for name in names)
    for font in found.values():
        descendant = font.DescendantFonts[0]
        outlines = descendant.FontDescriptor.FontFile2.read_bytes()
        glyphs = descendant.CIDToGIDMap.read_bytes()
        codes = meaning(font.ToUnicode.read_bytes())
        assert len(glyphs) == 2 * (len(codes) + 1)
        numbers = [number for (number,) in struct.iter_unpack(">H", glyphs)]
        assert numbers[0] == 0
        assert all(0 < number < glyph_count(outlines) for number in numbers[1:])
        assert len(outlines) < 120_000


def glyph_count(ttf: bytes) -> int:
    """What the table maxp says, found without reportlab."""
    (tables,) = struct.unpack(">H", ttf[4:6])
    for n in range(tables):
        tag, _, offset, _ = struct.unpack(">4s3I", ttf[12 + 16 * n : 28 + 16 * n])
        if tag == b"maxp":
            return int(struct.unpack(">H", ttf[offset + 4 : offset + 6])[0])
    return 0


def test_widths_are_those_of_the_font_files(opened: pikepdf.Pdf) -> None:
    """Else a reader draws letters on top of each other."""
    faces = {face.ttf.name.decode("ascii"): face for face in Fonts(paths.resources() / "fonts").faces}
    for font in fonts(opened).values():
        face = faces[str(font.BaseFont).partition("+")[2]]
        first, widths = font.DescendantFonts[0].W
        assert int(first) == 1
        codes = meaning(font.ToUnicode.read_bytes())
        assert list(codes) == list(range(1, len(codes) + 1))
        told = [float(Decimal(str(width))) for width in widths]
        assert told == pytest.approx([face.width(char) for char in codes.values()], abs=0.001)


def test_no_helvetica_and_no_empty_transition_is_anywhere(opened: pikepdf.Pdf, printed: Path) -> None:
    assert not any(b"Helvetica" in data for data in streams_and_dictionaries(opened))
    assert b"Helvetica" not in printed.read_bytes()
    assert all("/Trans" not in page.obj for page in opened.pages)


def streams_and_dictionaries(pdf: pikepdf.Pdf) -> list[bytes]:
    return [one.unparse(resolved=False) for one in pdf.objects]


@given(st.sets(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=300))
def test_a_map_gives_back_any_character(chars: set[str]) -> None:
    codes = {ord(char): code for code, char in enumerate(sorted(chars), start=1)}
    cmap = to_unicode(codes.items())
    assert meaning(cmap) == {code: chr(point) for point, code in codes.items()}
    blocks = re.findall(rb"(\d+) beginbfchar\n((?:<.*>\n)+)endbfchar", cmap)
    assert all(int(count) == lines.count(b"\n") <= 100 for count, lines in blocks)
    assert sum(int(count) for count, _ in blocks) == len(chars)


def test_the_check_sees_a_map_that_is_broken_beyond_the_first_plane() -> None:
    broken = b"1 beginbfchar\n<0001> <20bb7>\nendbfchar\n"
    with pytest.raises(ValueError, match="hexa"):
        meaning(broken)


def test_the_file_says_its_language_title_and_maker_and_nothing_of_the_machine(
    opened: pikepdf.Pdf,
) -> None:
    info = {key: str(value) for key, value in opened.docinfo.items()}
    assert info == {
        "/Title": "休む日を、言い出しやすくするには / What makes it easier to say we need a day off",
        "/Subject": "議事録",
        "/Creator": "Coprod",
        "/CreationDate": "D:20310408152800+09'00'",
        "/ModDate": "D:20310408152800+09'00'",
    }
    assert str(opened.Root.Lang) == "ja"
    assert opened.Root.ViewerPreferences.DisplayDocTitle
    assert not {"/OpenAction", "/AA", "/Names", "/AcroForm"} & set(opened.Root.keys())
    assert all("/Annots" not in page.obj for page in opened.pages)


def test_ids_come_from_the_session(opened: pikepdf.Pdf, tmp_path: Path) -> None:
    path = tmp_path / "again.pdf"
    render_minutes(docs.minutes(), [Catalogue("en")], path)
    with pikepdf.open(path) as other:
        first, second = (bytes(one) for one in other.trailer.ID)
        assert first == bytes(opened.trailer.ID[0])
    assert len(first) == len(second) == 16


@pytest.mark.parametrize(
    ("times", "date"),
    [
        ({"ended": None}, "D:20310408133300+09'00'"),
        ({"ended": None, "started": None}, "D:20310408133000+09'00'"),
        ({"ended": None, "started": None, "planned_start": None}, None),
        ({"ended": docs.at(15, 28).astimezone(UTC)}, "D:20310408062800+00'00'"),
    ],
)
def test_the_date_of_the_file_is_the_latest_that_the_session_knows(
    tmp_path: Path, times: dict[str, Any], date: str | None
) -> None:
    path = tmp_path / "m.pdf"
    render_minutes(docs.minutes(header=docs.header(**times)), [Catalogue("en")], path)
    with pikepdf.open(path) as pdf:
        assert (str(pdf.docinfo["/CreationDate"]) if date else pdf.docinfo.get("/CreationDate")) == date
