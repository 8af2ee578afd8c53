"""The pictures of the documentation: whole, small, and the same as long as nothing changed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageDraw

from coprod.service.exchange.reading import read
from coprod.ui.console import beside
from tests.sessions import REPO
from tools import joining, pages, pictures, screenshots

if TYPE_CHECKING:
    from pathlib import Path

SCREENS = REPO / "docs" / "screens"
WALLS = ["welcome", "guidelines", "checkin", "roundtable", "breath", "silence", "break", "groups"]
WALLS += ["shareback", "checkout", "blank"]
WINDOWS = ["home", "home-empty", "composer", "console", "console-1920x1080", "console-closed"]
WINDOWS += [
    "desk",
    "desk-easy",
    "desk-issue",
    "desk-pages",
    "notes",
    "notes-history",
    "notes-readback",
    "notes-table",
]
WINDOWS += ["new", "plan", "plan-guidelines", "palette", "keys", "share-begin", *beside.WINDOWS]
WINDOWS += [f"console-{moment}" for moment in ("planned", "checkin", "pause", "checkout")]
NAMES = [
    *(f"{window}-{lang}" for window in WINDOWS for lang in screenshots.LANGUAGES),
    *(f"room-{wall}" for wall in WALLS),
    *("room-roundtable-en-ja", "room-roundtable-ko-en"),
    *pages.NAMES,
    *joining.NAMES,
]
MOST_BYTES = 150_000


def test_each_window_is_there_in_each_language_and_nothing_else() -> None:
    assert sorted(path.stem for path in SCREENS.glob("*")) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_is_small_and_shows_something(name: str) -> None:
    path = SCREENS / f"{name}.png"
    picture = Image.open(path)
    assert picture.mode == "P"
    assert path.stat().st_size < MOST_BYTES
    colours = picture.convert("RGB").getcolors(256)
    assert colours is not None
    assert (len(colours) > 20) is (name != "room-blank")


@pytest.mark.parametrize("window", [name for name in WINDOWS if name != "composer"])
def test_a_window_differs_from_language_to_language(window: str) -> None:
    one, other = (Image.open(SCREENS / f"{window}-{lang}.png") for lang in screenshots.LANGUAGES)
    assert not pictures.alike(one, other)


def drawn(*, words: str = "", shade: int = 240) -> Image.Image:
    picture = Image.new("RGB", (400, 200), (shade, shade, shade))
    ImageDraw.Draw(picture).text((20, 20), words, fill=(30, 40, 40))
    return picture


@pytest.mark.parametrize(
    ("other", "alike"),
    [
        (drawn(words="Mina"), True),
        (drawn(words="Mima"), False),
        (drawn(words="Mina", shade=237), False),
        (Image.new("RGB", (400, 201)), False),
    ],
)
def test_a_letter_or_a_shade_makes_another_picture(other: Image.Image, alike: bool) -> None:
    assert pictures.alike(drawn(words="Mina"), other) is alike


def test_smoother_edges_make_no_other_picture() -> None:
    smoother = drawn(words="Mina")
    smoother.putpixel((20, 20), (215, 220, 220))
    assert pictures.alike(drawn(words="Mina"), smoother)


def test_what_looks_as_it_did_stays_and_what_is_no_more_goes(tmp_path: Path) -> None:
    fresh, folder = tmp_path / "fresh", tmp_path / "folder"
    for place in (fresh, folder):
        place.mkdir()
    for name, before, after in (
        ("same", "a", "a"),
        ("changed", "a", "b"),
        ("new", None, "a"),
        ("gone", "a", None),
    ):
        for place, words in ((folder, before), (fresh, after)):
            if words is not None:
                pictures.save_palette(drawn(words=words), place / f"{name}.png")
    kept = (folder / "same.png").stat().st_mtime_ns
    pictures.put(fresh, folder)
    assert sorted(path.stem for path in folder.iterdir()) == ["changed", "new", "same"]
    assert (folder / "same.png").stat().st_mtime_ns == kept
    assert (folder / "changed.png").read_bytes() == (fresh / "changed.png").read_bytes()


@pytest.mark.parametrize("one", screenshots.FILLING, ids=lambda one: one[1])
def test_the_sessions_that_fill_home_are_good_files(one: tuple[str, str, str | None, int | None]) -> None:
    assert read(json.dumps(screenshots.filling(*one)).encode()).title["ja"] == one[0]
