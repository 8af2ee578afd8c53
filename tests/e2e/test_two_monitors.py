"""The sample session on a real X server with two monitors: the projector is pulled out and put back in the middle."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtGui import QColor, QImage

from tests.e2e.desk import MISSING, PROJECTOR, Desk, Place, desk, until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CONSOLE = "Room for one more word"
WALL = Place(1366, 0, 1920, 1080)
PAPER = QColor("#F7F3EB")

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"no {', '.join(MISSING)} here")


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Desk]:
    with desk(tmp_path) as made:
        yield made


def session(table: Desk) -> dict[str, Any]:
    """The session as the store has it."""
    (listed,) = json.loads(table.coprod("list", "--json"))
    exported: dict[str, Any] = json.loads(table.coprod("export", listed["id"]))
    return exported


def count(table: Desk, kind: str) -> int:
    return sum(record["type"] == kind for record in session(table)["record"])


def is_closed(table: Desk) -> bool:
    return str(session(table).get("state", "closed")) == "closed"  # a file says it where it is not


def looks_like_a_wall(picture: Path) -> bool:
    """Paper, with something written on it."""
    image = QImage(str(picture))
    colours = {
        image.pixelColor(x, y).rgb() for x in range(0, WALL.width, 8) for y in range(0, WALL.height, 8)
    }
    return image.pixelColor(20, 20).rgb() == PAPER.rgb() and len(colours) > 3


def test_the_projector_is_pulled_out_and_put_back_in_the_middle_of_a_turn(
    table: Desk, tmp_path: Path
) -> None:
    assert table.window("Room display") == WALL
    console = table.window(CONSOLE)
    assert console is not None
    assert console.x < 1366
    table.press("space", "ctrl+Right", "ctrl+Right", "space")
    until(lambda: count(table, "turn") == 1, "the first voice did not begin")

    table.unplug("Projector")
    until(lambda: table.window("Room display") is None, "the wall was thrown onto the laptop")
    assert table.window(CONSOLE) == console
    table.press("space")
    until(lambda: count(table, "turn") == 2, "without a projector the round did not go on")

    table.plug(PROJECTOR)
    until(lambda: table.window("Room display") == WALL, "the wall did not come back")
    assert table.window(CONSOLE) == console
    table.press("F7")  # nothing on the wall
    table.press("F7")
    picture = tmp_path / "wall.png"
    until(lambda: looks_like_a_wall(table.picture(picture, "Projector")), "the wall shows nothing")

    for _ in range(5):
        table.press("ctrl+Right")
    until(lambda: count(table, "item") == 8, "not every item was opened")
    for _ in range(40):
        if is_closed(table):
            break
        table.press("space")
    assert is_closed(table)
    assert table.window("Room display") == WALL
