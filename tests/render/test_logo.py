"""The organisation on the page: its name and its logo, quietly, in an archive as before; and years by the era."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

import pikepdf
import pytest
from docx import Document
from PIL import Image

from coprod.domain.fold import fold
from coprod.domain.terms import Edition
from coprod.render.logo import HIGH, read_logo, sized
from coprod.render.minutes_pdf import layout_for
from coprod.render.written import write_edition
from coprod.service.exchange.incoming import incoming
from coprod.service.exchange.reading import read_path
from coprod.service.house import LogoRefused
from coprod.service.printing import Arrangement, House, Setting
from coprod.service.publish import Asked, minutes_of_state
from tests.logos import logo
from tests.render.access import findings, heard
from tests.render.archives import beyond_the_claims
from tests.render.pdf import text, words
from tests.sessions import SAMPLE

if TYPE_CHECKING:
    from pathlib import Path

    from coprod.service.printing import Publication

NAME = (("ja", "潮風の家"), ("en", "House by the Tide"))


def published(edition: Edition = Edition.RECORD, *languages: str) -> Publication:
    made = incoming(read_path(SAMPLE / "speaking-up.coprod.json"), 0)
    return minutes_of_state(fold(made.session, made.facts), made.words, Asked(languages, edition))


# ---- reading


@pytest.mark.parametrize(("kind", "mode"), [("PNG", "RGBA"), ("PNG", "RGB"), ("JPEG", "RGB"), ("PNG", "L")])
def test_a_picture_is_read_onto_white(kind: str, mode: str) -> None:
    drawn = logo(kind=kind, mode=mode) if mode != "L" else _grey()
    with Image.open(BytesIO(read_logo(drawn))) as read:
        assert (read.format, read.mode) == ("PNG", "RGB")
        assert read.getpixel((read.width - 1, 0)) == (255, 255, 255)
        assert not read.info
    assert read_logo(drawn) == read_logo(drawn)


def _grey() -> bytes:
    return _bytes(Image.new("L", (60, 40), 255))


def test_a_large_picture_is_made_as_small_as_serves_print() -> None:
    with Image.open(BytesIO(read_logo(logo(4000, 3000)))) as read:
        assert read.size == (640, 480)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "no-picture"),
        (b"GIF89a and so on", "no-picture"),
        (logo()[:200], "no-picture"),
        (logo() + b"x" * (5 * 1024 * 1024), "too-big"),
        (logo(900, 100), "too-long"),
        (logo(100, 900), "too-long"),
    ],
)
def test_what_is_no_logo_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(LogoRefused) as caught:
        read_logo(data)
    assert caught.value.why == why


@pytest.mark.parametrize("size", [(300, 100), (100, 300), (800, 100)])
def test_a_logo_is_neither_high_nor_wide(size: tuple[int, int]) -> None:
    width, height = sized(read_logo(logo(*size)), 595)
    assert height <= HIGH
    assert width <= 0.31 * 595
    assert width / height == pytest.approx(size[0] / size[1], rel=0.02)


def test_a_grey_in_sixteen_bits_keeps_its_greys() -> None:
    ramp = Image.linear_gradient("L").convert("I").point(lambda value: value * 257).convert("I;16")
    with Image.open(BytesIO(read_logo(_bytes(ramp)))) as read:
        greys = [read.convert("L").getpixel((5, row)) for row in (0, 64, 128, 255)]
    assert greys == [0, 64, 128, 255]


def test_what_a_camera_held_upright_is_upright_and_nothing_of_the_camera_stays() -> None:
    told = Image.Exif()
    told[0x0112], told[0x013B] = 6, "Whoever took it"  # turned by a quarter
    data = _bytes(Image.new("RGB", (40, 20), "white"), "JPEG", exif=told)
    assert b"Whoever" in data
    with Image.open(BytesIO(read_logo(data))) as read:
        assert read.size == (20, 40)
    assert b"Whoever" not in read_logo(data)


def _bytes(picture: Image.Image, kind: str = "PNG", **more: object) -> bytes:
    out = BytesIO()
    picture.save(out, kind, **more)
    return out.getvalue()


# ---- on the page


@pytest.mark.parametrize("edition", [Edition.RECORD, Edition.SUMMARY, Edition.EASY])
@pytest.mark.parametrize("setting", [Setting(), Setting(Arrangement.STACKED), Setting(large=True)])
@pytest.mark.parametrize("size", [(800, 100), (100, 300)])
def test_the_first_page_says_whose_minutes_they_are_and_stays_an_archive(
    tmp_path: Path, edition: Edition, setting: Setting, size: tuple[int, int]
) -> None:
    house = House(NAME, read_logo(logo(*size)))
    path = tmp_path / "m.pdf"
    write_edition(
        published(edition, "ja", "en"), path, Setting(setting.arrangement, None, setting.large, "", house)
    )
    assert beyond_the_claims(path) == []
    with pikepdf.open(path) as pdf:
        first, *others = pdf.pages
        assert len(first.get_images()) == 1
        assert all(len(page.get_images()) == 0 for page in others)
    told = text(path)
    assert told.count("潮風の家") == told.count("House by the Tide") == 1
    assert told.index("潮風の家") < told.index("会議で、ひとこと")


@pytest.mark.parametrize("setting", [Setting(), Setting(Arrangement.STACKED), Setting(large=True)])
def test_a_name_is_read_out_first_in_the_language_that_it_is_in(tmp_path: Path, setting: Setting) -> None:
    for name, told in {
        NAME: [("ja", "潮風の家"), ("en", " / House by the Tide")],
        NAME[1:]: [("en", "House by the Tide")],
        (("ko", "바닷바람의 집"),): [("ko", "바닷바람의 집")],
        (("", "Tide"),): [("ja", "Tide")],
    }.items():
        path = tmp_path / "m.pdf"
        house = House(name, read_logo(logo()))
        write_edition(published(Edition.RECORD, "ja", "en"), path, replace(setting, house=house))
        said = [(lang, text) for _, lang, text in heard(path)]
        begin = said.index(told[0])
        assert said[begin : begin + len(told)] == told
        assert begin < next(n for n, (_, text) in enumerate(said) if text == "7")  # before the title
        assert findings(path) == []


@pytest.mark.parametrize("setting", [Setting(), Setting(Arrangement.STACKED), Setting(large=True)])
def test_a_long_name_takes_no_more_room_than_its_lines_need_and_the_logo_stands_in_it(
    tmp_path: Path, setting: Setting
) -> None:
    house = House((("ja", "とても長い名前の" * 20),), read_logo(logo()))
    path = tmp_path / "m.pdf"
    write_edition(published(Edition.RECORD, "ja", "en"), path, replace(setting, house=house))
    page = words(path)[0]
    name = sorted({round(one.baseline) for one in page if "名前の" in one.text})
    lead = layout_for(published().doc, 2, setting).lead
    assert len(name) > 1
    assert all(below - above <= max(lead, (HIGH + 8) / len(name)) + 1 for above, below in pairwise(name))
    title = next(one for one in page if one.text.startswith("会議で"))
    assert name[-1] + lead / 2 < title.baseline


def test_without_an_organisation_the_file_is_as_before_and_with_it_the_same_twice(tmp_path: Path) -> None:
    made = published()
    house = House(NAME, read_logo(logo()))
    files = {}
    for name, setting in {
        "none": Setting(),
        "one": Setting(house=house),
        "two": Setting(house=house),
    }.items():
        write_edition(made, tmp_path / f"{name}.pdf", setting)
        files[name] = (tmp_path / f"{name}.pdf").read_bytes()
    assert files["one"] == files["two"] != files["none"]
    assert "潮風の家" not in text(tmp_path / "none.pdf")


def test_the_metadata_tell_who_publishes_it_each_name_once(tmp_path: Path) -> None:
    path = tmp_path / "m.pdf"
    for name, told in {
        NAME: ["潮風の家", "House by the Tide"],
        (("en", "R&D <Tide>\x0c"),): ["R&D <Tide>"],
        (): None,
    }.items():
        write_edition(published(Edition.RECORD, "ja", "en"), path, Setting(house=House(name)))
        assert beyond_the_claims(path) == []
        with pikepdf.open(path) as pdf, pdf.open_metadata() as metadata:
            assert metadata.get("dc:publisher") == (set(told) if told else None)


def test_a_logo_without_a_name_stands_nowhere(tmp_path: Path) -> None:
    write_edition(published(), tmp_path / "m.pdf", Setting(house=House((), read_logo(logo()))))
    with pikepdf.open(tmp_path / "m.pdf") as pdf:
        assert all(len(page.get_images()) == 0 for page in pdf.pages)


def test_the_other_kinds_say_it_too_and_the_data_do_not(tmp_path: Path) -> None:
    house = House(NAME, read_logo(logo()))
    made = published(Edition.RECORD, "ja", "en")
    for kind in ("docx", "md", "json", "csv"):
        write_edition(made, tmp_path / f"m.{kind}", Setting(house=house))
    assert (tmp_path / "m.md").read_text("utf-8").startswith("潮風の家")
    assert "潮風の家" not in (tmp_path / "m.json").read_text("utf-8")
    document = Document(str(tmp_path / "m.docx"))
    assert len(document.inline_shapes) == 1
    assert document.inline_shapes[0]._inline.docPr.get("descr") == "潮風の家"  # noqa: SLF001 - no other way
    assert any("House by the Tide" in one.text for one in document.paragraphs)


def test_years_in_japanese_are_those_of_the_era(tmp_path: Path) -> None:
    made = published(Edition.RECORD, "ja", "en")
    for name, era in (("era", True), ("western", False)):
        write_edition(made, tmp_path / f"{name}.pdf", Setting(house=House(era=era)))
    told = text(tmp_path / "era.pdf")
    assert "令和8年6月18日(木)" in told
    assert "Thursday 18 June 2026" in told
    assert "2026年" not in told
    assert "令和8年7月3日まで" in told.replace("\n", "")
    assert "2026年6月18日(木)" in text(tmp_path / "western.pdf")
