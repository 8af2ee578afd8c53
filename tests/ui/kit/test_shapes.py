"""The shapes of standpoints are equal in area, fit their box, and differ."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from coprod.present.marks import Mark
from coprod.ui.kit.seats import paint_seats
from coprod.ui.kit.shapes import outline, paint_mark

SCALE = 20


def drawn(mark: Mark) -> QImage:
    image = QImage(24 * SCALE, 24 * SCALE, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_mark(painter, mark, QPointF(12 * SCALE, 12 * SCALE), 24 * SCALE, QColor("black"))
    painter.end()
    return image


def area(mark: Mark) -> float:
    image = drawn(mark)
    dark = sum(image.pixelColor(x, y).value() < 128 for x in range(0, 480, 4) for y in range(0, 480, 4))
    return dark * 16 / SCALE**2


@pytest.mark.parametrize("mark", [mark for mark in Mark if mark is not Mark.NOT_SAID])
def test_one_area(mark: Mark) -> None:
    assert area(mark) == pytest.approx(math.pi * 9.2**2, rel=0.03)


@pytest.mark.parametrize("mark", list(Mark))
def test_within_the_box(mark: Mark) -> None:
    box = outline(mark).boundingRect()
    assert max(abs(box.left()), abs(box.right()), abs(box.top()), abs(box.bottom())) <= 14.5


def test_all_differ() -> None:
    pictures = [drawn(mark) for mark in Mark]
    assert all(one != other for one, other in combinations(pictures, 2))


def test_nobody_sits_at_the_head_of_the_ring() -> None:
    image = QImage(401, 401, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_seats(painter, QPointF(200.5, 200.5), 200, QColor("black"))
    painter.end()
    turned = image.transformed(QTransform().rotate(180))
    differ = sum(image.pixel(x, y) != turned.pixel(x, y) for x in range(0, 401, 3) for y in range(0, 401, 3))
    assert differ < 200
