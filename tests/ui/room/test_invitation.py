"""The card for joining: a camera reads its code from any wall, and all its steps are there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
import zxingcpp
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from coprod.present.joining import Joining
from coprod.present.room import Run
from coprod.ui import theme as themes
from coprod.ui.room.page import compose, read_aloud, render
from tests.ui.room.walls import VIEWS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from coprod.present.room import Invitation, RoomView
    from coprod.ui.theme import Theme

CARD = VIEWS["join"]
WIDE, SMALL = QSize(1920, 1080), QSize(1024, 768)
ROOMS = pytest.mark.parametrize("size", [WIDE, SMALL, QSize(1280, 1024), QSize(480, 300)])


@pytest.fixture(params=["light", "dark", "contrast"])
def look(request: pytest.FixtureRequest, qtbot: QtBot) -> Theme:
    return themes.load(request.param)


def card() -> Invitation:
    assert CARD.invitation is not None
    return CARD.invitation


def read_by_a_camera(image: QImage) -> list[str]:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    return [one.text for one in zxingcpp.read_barcodes(np.ascontiguousarray(rows[:, : grey.width()]))]


@ROOMS
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_a_camera_reads_the_address_from_the_first_page(look: Theme, size: QSize, scale: float) -> None:
    image = render(CARD, size, look, scale=scale)
    assert read_by_a_camera(image) == ["https://192.168.10.23:8443/"]


def test_beside_the_steps_it_stands_on_every_page(look: Theme) -> None:
    view = replace(CARD, invitation=replace(card(), steps=card().steps * 3))
    pages = compose(view, WIDE, look).pages
    assert pages > 1
    for page in range(pages):
        assert read_by_a_camera(render(replace(view, page=page), WIDE, look))


def test_all_of_it_is_on_one_page_and_read_aloud_in_its_order(look: Theme) -> None:
    sheet = compose(CARD, WIDE, look)
    assert sheet.pages == 1
    told = read_aloud(sheet)
    order = [*(run.text for step in card().steps for run in step), *(run.text for run in card().word)]
    places = [told.index(text) for text in order]
    assert places == sorted(places)
    assert "192.168.10.23:8443" in told


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_long_texts_go_over_pages_and_none_is_left_out(look: Theme, scale: float) -> None:
    long = tuple((*step, Run("en", "and then wait for a moment " * 5)) for step in card().steps)
    view: RoomView = replace(CARD, invitation=replace(card(), steps=tuple(step[1:] for step in long)))
    pages = compose(view, SMALL, look, scale=scale).pages
    assert pages > 1
    told = "\n".join(
        read_aloud(compose(replace(view, page=n), SMALL, look, scale=scale)) for n in range(pages)
    )
    for number in range(1, len(long) + 1):
        assert f"\n{number}\n" in told
    assert told.replace(" ", "").count("wait") == 5 * len(long)
    assert "harukaze" in told


def test_the_address_of_another_network_is_another_code(look: Theme) -> None:
    assert Joining("10.0.0.9:443", "", "").url == "https://10.0.0.9:443/"
