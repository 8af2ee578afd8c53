"""The true pages beside the rows: drawn anew after a change, turned, stopped; and drawn by a process that died."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from coprod.domain import acts
from coprod.domain.terms import ItemKind
from coprod.i18n import Catalogue
from coprod.service.printing import NoSight, Setting, Sight
from coprod.ui import theme as themes
from coprod.ui.desk.preview import Preview
from tests.present.meeting import Meeting
from tests.ui.access.test_layout import cut_off
from tests.ui.desk.translator import Translator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from coprod.domain.minutes_doc import MinutesDoc


@pytest.fixture
def at(qtbot: QtBot) -> Iterator[Translator]:
    meeting = Meeting()
    meeting.open(ItemKind.CHECK_IN)
    for n in range(40):
        meeting.note(f"One more chair, the {n}th, so that nobody has to stand by the door", "Umi")
    made = Translator(qtbot, meeting.live)
    yield made
    made.close()


def drawn(at: Translator, page: int = 0) -> Sight:
    """What is drawn at last."""
    preview = at.window.preview
    at.qtbot.waitUntil(lambda: not preview.busy() and preview.sight() is not None, timeout=20_000)
    sight = preview.sight()
    assert sight is not None
    assert sight.page == page
    return sight


def test_the_pages_come_in_the_place_of_the_columns_and_go_again(at: Translator) -> None:
    at.press("Ctrl+P")
    assert drawn(at).pages > 1
    assert not at.window.findings.isVisible()
    assert not at.window.side.isVisible()
    assert at.bench.isVisible()
    assert not at.window.preview.page.shown().isNull()
    assert at.window.preview.page.accessibleName().startswith("Page 1 of ")
    assert cut_off(at.window) == []
    at.press("Ctrl+P")
    assert at.window.findings.isVisible()
    assert at.window.side.isVisible()
    assert not at.window.preview.isVisible()


def test_what_is_written_is_on_the_page_a_moment_later(at: Translator) -> None:
    at.press("Ctrl+P")
    before = drawn(at)
    at.go_to(0)
    at.press("Return")
    at.type("椅子をもう一つ、扉のそばに立つ人がいないように")
    at.press("Ctrl+Return")
    at.qtbot.waitUntil(lambda: at.window.preview.sight() != before, timeout=20_000)
    assert drawn(at).pages >= before.pages


def test_pages_are_turned_by_keys_and_the_place_stays_after_a_change(at: Translator) -> None:
    at.press("Ctrl+P")
    pages = drawn(at).pages
    at.window.preview.page.setFocus()
    at.press("PageDown")
    at.qtbot.waitUntil(lambda: drawn_page(at) == 1, timeout=20_000)
    at.bridge.do(acts.ConfirmNote(at.lines()[0].note, at.bridge.state.notes()[0].content.who[0]))
    at.settle()
    assert drawn(at, 1).pages == pages
    at.press("PageUp", "PageUp")
    at.qtbot.waitUntil(lambda: drawn_page(at) == 0, timeout=20_000)
    assert QApplication.focusWidget() is at.window.preview.page


def drawn_page(at: Translator) -> int:
    sight = at.window.preview.sight()
    return sight.page if sight else -1


# ---- by a drawer that waits, and that dies


class Slow:
    """A drawer that waits until it is let go, and counts; `dies`: it can't draw."""

    def __init__(self) -> None:
        self.go, self.stopped, self.asked = threading.Event(), threading.Event(), 0
        self.dies = False

    def draw(self, doc: MinutesDoc, setting: Setting, page: int, width: int) -> Sight:
        self.asked += 1
        while not self.go.wait(0.01):
            if self.stopped.is_set():
                self.stopped.clear()
                raise NoSight
        if self.dies:
            raise NoSight
        return Sight(page, 3, width, 2, width * 3, bytes(width * 6))

    def stop(self) -> None:
        self.stopped.set()

    def close(self) -> None:
        self.go.set()


@pytest.fixture
def slow() -> Slow:
    return Slow()


@pytest.fixture
def preview(qtbot: QtBot, slow: Slow) -> Iterator[Preview]:
    made = Preview(themes.load("light"), slow, Catalogue("en"))
    made.resize(500, 600)
    qtbot.addWidget(made)
    made.show_minutes(dict, Setting())  # type: ignore[arg-type]
    made.open()
    yield made
    slow.go.set()
    made.end()


def test_what_is_overtaken_is_not_drawn(qtbot: QtBot, preview: Preview, slow: Slow) -> None:
    qtbot.waitUntil(lambda: slow.asked == 1)
    for _ in range(5):
        preview.show_minutes(dict, Setting())  # type: ignore[arg-type]
        qtbot.wait(100)
    slow.go.set()
    qtbot.waitUntil(lambda: not preview.busy() and preview.sight() is not None)
    assert slow.asked == 2


def test_long_work_is_told_and_can_be_stopped(qtbot: QtBot, preview: Preview, slow: Slow) -> None:
    qtbot.waitUntil(preview.stop.isVisible, timeout=5000)
    assert preview.said() == "Making the pages …"
    preview.stop.click()
    qtbot.waitUntil(lambda: not preview.busy())
    assert preview.said() == "Stopped. The next change draws the pages again."
    assert not preview.stop.isVisible()
    slow.go.set()
    preview.show_minutes(dict, Setting())  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: preview.sight() is not None)
    assert preview.said() == ""


def test_hidden_it_draws_nothing(qtbot: QtBot, preview: Preview, slow: Slow) -> None:
    slow.go.set()
    qtbot.waitUntil(lambda: preview.sight() is not None)
    preview.hide()
    preview.show_minutes(dict, Setting())  # type: ignore[arg-type]
    qtbot.wait(200)
    assert slow.asked == 1


def test_a_drawer_that_can_not_draw_leaves_the_page_that_was_there(
    qtbot: QtBot, preview: Preview, slow: Slow
) -> None:
    slow.go.set()
    qtbot.waitUntil(lambda: preview.sight() is not None)
    before, slow.dies = preview.sight(), True
    preview.show_minutes(dict, Setting())  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: bool(preview.said()))
    assert preview.sight() is before


def test_a_page_that_is_turned_to_meanwhile_is_drawn_next(qtbot: QtBot, preview: Preview, slow: Slow) -> None:
    slow.go.set()
    qtbot.waitUntil(lambda: preview.sight() is not None and not preview.busy())
    slow.go.clear()
    preview.show_minutes(dict, Setting())  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: slow.asked == 2)
    preview.turn(1)
    preview.turn(1)
    slow.go.set()
    qtbot.waitUntil(lambda: not preview.busy())
    sight = preview.sight()
    assert sight is not None
    assert sight.page == 2


def test_after_a_fault_of_the_program_the_next_change_is_drawn(
    qtbot: QtBot, preview: Preview, slow: Slow
) -> None:
    slow.go.set()
    qtbot.waitUntil(lambda: preview.sight() is not None and not preview.busy())

    def broken() -> dict[str, str]:
        raise RuntimeError("a fault")

    with qtbot.captureExceptions() as caught:
        preview.show_minutes(broken, Setting())  # type: ignore[arg-type]
        qtbot.waitUntil(lambda: bool(caught))
    before = preview.sight()
    preview.show_minutes(dict, Setting())  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: preview.sight() is not before)
    assert preview.said() == ""
