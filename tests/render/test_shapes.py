"""The shapes of standpoints: one area, one middle, and each of its own form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from coprod.render.compose import GROUP_SHAPES, SHAPES
from coprod.render.shapes import Shape, draw_shape
from tests.render import pdf

if TYPE_CHECKING:
    from pathlib import Path

SIZE, ACROSS = 96.0, 120


def drawn(folder: Path, shape: Shape) -> tuple[list[int], str]:
    """The dark dots of each row of a picture, and the operations that draw it."""
    path = folder / f"{shape.name}.pdf"
    canvas = Canvas(str(path), pagesize=(ACROSS, ACROSS), pageCompression=0)
    draw_shape(canvas, shape, (ACROSS - SIZE) / 2, ACROSS / 2, SIZE)
    canvas.save()
    pdf.run("pdftoppm", "-r", 72, "-gray", "-singlefile", path, path.with_suffix(""))
    _, width, height, _, dots = re.split(rb"\s", path.with_suffix(".pgm").read_bytes(), maxsplit=4)
    wide = int(width)
    rows = [sum(dot < 128 for dot in dots[y * wide : (y + 1) * wide]) for y in range(int(height))]
    with pikepdf.open(path) as opened:
        return rows, opened.pages[0].Contents.read_bytes().decode("latin-1")


@pytest.mark.parametrize("shape", [Shape.SQUARE, Shape.DIAMOND, Shape.CROSS])
def test_all_full_shapes_have_the_area_of_the_disc(tmp_path: Path, shape: Shape) -> None:
    disc, other = (sum(drawn(tmp_path, one)[0]) for one in (Shape.DISC, shape))
    assert other == pytest.approx(disc, rel=0.12)


@pytest.mark.parametrize("shape", list(Shape))
def test_each_shape_is_symmetric_about_the_middle_of_its_box(tmp_path: Path, shape: Shape) -> None:
    rows, _ = drawn(tmp_path, shape)
    inked = [y for y, dots in enumerate(rows) if dots]
    assert (inked[0] + inked[-1]) / 2 == pytest.approx((ACROSS - 1) / 2, abs=1)
    assert inked[-1] - inked[0] <= SIZE
    assert rows[ACROSS // 4] == pytest.approx(rows[-1 - ACROSS // 4], abs=2)


def test_shapes_can_be_told_apart_without_colour(tmp_path: Path) -> None:
    pictures = {tuple(drawn(tmp_path, shape)[0]) for shape in Shape}
    assert len(pictures) == len(Shape)


def test_a_ring_is_empty_inside(tmp_path: Path) -> None:
    ring, disc = (drawn(tmp_path, shape)[0] for shape in (Shape.RING, Shape.DISC))
    assert 0 < ring[ACROSS // 2] < disc[ACROSS // 2] / 2


@pytest.mark.parametrize("shape", list(Shape))
def test_a_shape_brings_no_colour_of_its_own(tmp_path: Path, shape: Shape) -> None:
    _, operations = drawn(tmp_path, shape)
    assert not re.search(r"\b(rg|RG|k|K|scn|SCN)\b", operations)


def test_the_same_standpoint_has_the_same_shape_wherever_it_stands() -> None:
    for cell, shape in SHAPES.items():
        same = [group for group in GROUP_SHAPES if group.name in {cell.name, cell.name.removesuffix("S")}]
        assert [GROUP_SHAPES[group] for group in same] == [shape]
    assert len(set(GROUP_SHAPES.values())) == len(GROUP_SHAPES)
