"""Shapes as they are painted, measured in pixels: soft time, the breath, the seats, the marks, the icons."""

from __future__ import annotations

import itertools
import math
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor

from coprod import paths
from coprod.present.marks import Mark
from coprod.ui.kit.arc import SoftTime, paint_arc
from coprod.ui.kit.breath import FRAME_MS, FULL, SMALL, STILL, breath_at, paint_breath
from coprod.ui.kit.icons import STROKE, Icon
from coprod.ui.kit.seats import paint_seats
from coprod.ui.kit.shapes import paint_mark
from tests.ui.kit.painted import band, counted, covered, drawn, seen

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from coprod.ui.theme import Theme

BLACK = QColor("black")
ICONS = sorted(svg.stem for svg in (paths.resources() / "icons").glob("*.svg"))


# ---- soft time


def arc(share: float, theme: Theme) -> QImage:
    place, colours = QRectF(0, 0, 400, 80), (theme.accent, theme.edge)
    return drawn(
        partial(paint_arc, rect=place, share=share, colours=colours), QSize(400, 80), theme.paper.name()
    )


def reached(image: QImage, colour: QColor) -> int:
    """How far to the right something of a colour goes."""
    return max((x for x in range(image.width()) if band(image, x, colour)), default=0)


def test_the_arc_is_thick_accent_over_a_thin_edge(dress: Theme) -> None:
    half = arc(0.5, dress)
    assert len(band(half, 100, dress.accent)) == pytest.approx(400 * 0.027, abs=3)
    assert 1 <= len(band(half, 300, dress.edge)) <= 5
    assert band(half, 300, dress.accent) == []


@pytest.mark.parametrize("share", [0.1, 0.25, 0.5, 0.75, 0.9])
def test_the_arc_goes_as_far_as_the_share(dress: Theme, share: float) -> None:
    assert reached(arc(share, dress), dress.accent) == pytest.approx(400 * share, abs=12)


def test_an_arc_that_has_only_begun_is_thin_all_along(dress: Theme) -> None:
    assert dress.accent.name() not in counted(arc(0.0, dress))
    assert dress.edge.name() in counted(arc(0.0, dress))


@pytest.mark.parametrize("share", [-3.0, 1.0001, 40.0])
def test_a_share_beyond_the_time_neither_overflows_nor_changes_colour(dress: Theme, share: float) -> None:
    assert arc(share, dress) == arc(min(max(share, 0.0), 1.0), dress)


def test_the_arc_is_shallow(dress: Theme) -> None:
    full = arc(1.0, dress)
    rows = {y for x in range(0, 400, 5) for y in band(full, x, dress.accent)}
    assert max(rows) - min(rows) <= 400 * 0.14


def test_soft_time_without_a_share_paints_nothing(qtbot: QtBot, dress: Theme) -> None:
    control = SoftTime(dress)
    qtbot.addWidget(control)
    control.show_share(None)
    assert set(seen(control)) == {dress.paper.name()}
    control.show_share(0.5, "until 14:25")
    assert dress.accent.name() in seen(control)
    assert control.accessibleName() == "until 14:25"


def test_soft_time_moves_in_ten_steps_where_motion_is_reduced(qtbot: QtBot, dress: Theme) -> None:
    pictures = {True: set(), False: set()}  # type: dict[bool, set[bytes]]
    for reduced, found in pictures.items():
        control = SoftTime(dress, reduced=reduced)
        qtbot.addWidget(control)
        control.resize(136, 28)
        for share in range(101):
            control.show_share(share / 100)
            picture = control.grab().toImage()  # it must live as long as its bits are read
            found.add(bytes(picture.constBits()))
    assert len(pictures[True]) == 11
    assert len(pictures[False]) > 60


def test_soft_time_grows_with_the_text(qtbot: QtBot, dress: Theme) -> None:
    control = SoftTime(dress)
    qtbot.addWidget(control)
    control.set_theme(dress.scaled(1.5))
    assert control.sizeHint() == QSize(204, 42)


# ---- the breath


def disc(level: float, theme: Theme) -> QImage:
    return drawn(
        partial(paint_breath, centre=QPointF(200, 200), radius=190, level=level, theme=theme),
        QSize(400, 400),
        theme.paper.name(),
    )


@pytest.mark.parametrize("level", [SMALL, STILL, FULL])
def test_the_disc_has_the_radius_of_its_level(dress: Theme, level: float) -> None:
    rows = band(disc(level, dress), 200, dress.breath)
    assert (max(rows) - min(rows)) / 2 == pytest.approx(190 * 0.847 * level, abs=3)


def test_in_high_contrast_the_disc_is_an_outline_and_no_glare(dress: Theme) -> None:
    centre = disc(FULL, dress).pixelColor(200, 200)
    assert centre == (dress.breath if dress.filled_breath else dress.paper)
    assert disc(SMALL, dress).pixelColor(200, 200 - 155) == dress.accent_soft


def test_the_breath_swings_like_a_sine_and_never_jumps() -> None:
    steps = [breath_at(frame * FRAME_MS / 1000) for frame in range(700)]
    assert min(steps) == pytest.approx(SMALL, abs=1e-3)
    assert max(steps) == pytest.approx(FULL, abs=1e-3)
    assert max(abs(one - other) for one, other in itertools.pairwise(steps)) < 0.011
    assert 24 <= 1000 / FRAME_MS <= 60


def test_it_breathes_in_for_four_seconds_and_out_for_six() -> None:
    levels = [breath_at(moment / 100) for moment in range(1001)]
    assert levels.index(max(levels)) == 400
    assert all(one <= other + 1e-9 for one, other in itertools.pairwise(levels[:401]))
    assert all(one >= other - 1e-9 for one, other in itertools.pairwise(levels[400:]))


# ---- standpoints


@pytest.mark.parametrize("box", [12, 13, 14, 34])
@pytest.mark.parametrize("mark", [one for one in Mark if one is not Mark.NOT_SAID])
def test_marks_cover_the_same_area_at_the_sizes_that_are_used(mark: Mark, box: int) -> None:
    image = drawn(
        partial(paint_mark, mark=mark, centre=QPointF(30, 30), box=box, colour=BLACK), QSize(60, 60)
    )
    assert covered(image) == pytest.approx(math.pi * (9.2 * box / 24) ** 2, rel=0.05)


def test_the_ring_of_not_said_is_as_large_as_the_disc_and_open_in_the_middle() -> None:
    ring, whole = (
        drawn(partial(paint_mark, mark=mark, centre=QPointF(60, 60), box=100, colour=BLACK), QSize(120, 120))
        for mark in (Mark.NOT_SAID, Mark.PEER)
    )
    outer = [max(band(image, 60, BLACK)) for image in (ring, whole)]
    assert outer[0] == pytest.approx(outer[1], abs=1)
    assert ring.pixelColor(60, 60) == QColor("white")


@pytest.mark.parametrize("mark", list(Mark))
def test_a_mark_looks_the_same_wherever_it_stands(mark: Mark) -> None:
    one, other = (
        drawn(partial(paint_mark, mark=mark, centre=QPointF(at, at), box=24, colour=BLACK), QSize(80, 80))
        for at in (20, 50)
    )
    assert one.copy(4, 4, 32, 32) == other.copy(34, 34, 32, 32)


# ---- the seats


@pytest.mark.parametrize("seats", [6, 12])
def test_all_seats_are_alike(seats: int) -> None:
    """Turned by one seat, the ring is the same."""
    image = drawn(
        partial(paint_seats, centre=QPointF(200, 200), radius=190, colour=BLACK, seats=seats), QSize(400, 400)
    )
    middle = 190 - 190 * 0.131 / 2
    dark = []
    for number in range(seats * 2):
        angle = math.pi * number / seats
        x, y = 200 + middle * math.sin(angle), 200 - middle * math.cos(angle)
        dark.append(image.pixelColor(round(x), round(y)).value() < 128)
    assert dark == [True, False] * seats


# ---- icons


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_is_drawn_in_the_colour_asked_and_within_its_place(dress: Theme, name: str) -> None:
    icon = Icon(name, dress.ink2)
    image = drawn(lambda painter: icon.paint(painter, 6, 6, 48), QSize(60, 60), dress.paper.name())
    assert dress.ink2.name() in counted(image)
    inside = image.copy(6, 6, 48, 48)
    assert sum(counted(image).values()) - counted(image)[dress.paper.name()] == (
        48 * 48 - counted(inside)[dress.paper.name()]
    )


def test_strokes_are_of_one_thickness() -> None:
    icon = Icon("minus", BLACK)
    image = drawn(lambda painter: icon.paint(painter, 0, 0, 240), QSize(240, 240))
    assert covered(image.copy(120, 0, 1, 240)) == pytest.approx(STROKE * 10, abs=0.5)
