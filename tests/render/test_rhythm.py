"""The rhythm of the pages: every line on half lines, and one ground behind each minority opinion."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PIL import Image

from coprod.domain.terms import Edition
from coprod.i18n import Catalogue
from coprod.render import head
from coprod.render.compose import Composer
from coprod.render.layout import layout_of
from coprod.render.minutes_pdf import layout_for, render_minutes
from coprod.render.pagination import balanced
from coprod.render.paired import air
from coprod.render.story import story
from coprod.service.printing import NO_HOUSE, Arrangement, House, Paper, Setting
from tests.render import docs, rows

if TYPE_CHECKING:
    from pathlib import Path

JA, EN = Catalogue("ja"), Catalogue("en")
SETTINGS = [
    Setting(arrangement, paper, large=large)
    for paper in Paper
    for arrangement in Arrangement
    for large in (False, True)
]


def way(setting: Setting) -> str:
    return f"{setting.paper}-{setting.arrangement}{'-large' * setting.large}"


def house() -> House:
    out = BytesIO()
    Image.new("RGB", (300, 90), "black").save(out, "PNG")
    return House((("ja", "坂の上の家"), ("en", "Hilltop House")), out.getvalue())


@pytest.mark.parametrize("edition", [Edition.RECORD, Edition.EASY])
@pytest.mark.parametrize("whose", [NO_HOUSE, house()], ids=["nobody", "house"])
@pytest.mark.parametrize("setting", SETTINGS, ids=way)
def test_all_lines_stand_on_half_lines(setting: Setting, edition: Edition, whose: House) -> None:
    doc = docs.minutes(
        flow=docs.flow(), edition=edition, header=docs.header(purpose=docs.both("集まる", "To meet"))
    )
    layout = layout_for(doc, 2, setting)
    compose = Composer(rows.TYPESETTER, layout, (JA, EN), {}, house=whose)
    found = head.opened(doc, compose, story(doc, compose))
    half = layout.lead / 2
    for page in balanced(found, layout, head.top(layout) - air(layout)):
        for placed in page:
            if placed.row.lead == layout.lead:
                lines = (placed.text_top - layout.top - air(layout)) / half
                assert lines == pytest.approx(round(lines), abs=0.01)


@pytest.mark.parametrize("large", [False, True])
def test_each_minority_opinion_has_one_ground_with_its_replies(tmp_path: Path, large: bool) -> None:
    path = tmp_path / "m.pdf"
    doc = docs.minutes(minority=(docs.minority(), docs.minority()))
    render_minutes(doc, (JA, EN), path, Setting(Arrangement.STACKED, large=large))
    high = []
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            for piece in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH]):
                left, bottom, right, top = piece.get_bounds()
                if right - left > layout_of(Paper.A4, 1).columns[0].width + 10:
                    high.append(top - bottom)
    assert len(high) == 2
    assert high[0] == pytest.approx(high[1], abs=0.1)
    assert min(high) > 60
