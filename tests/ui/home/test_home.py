"""Home through its controls: what is chosen, asked for, told, and where everything stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from time import process_time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from coprod.i18n import Catalogue
from coprod.present.home import Column, HomeView, SessionCard, home_view, trouble_view
from coprod.service.ports import StoreFailed
from coprod.ui import theme
from coprod.ui.home.frame import HomeFrame
from coprod.ui.home.home import Home
from coprod.ui.home.lines import LineButton
from coprod.ui.home.panel import Panel
from coprod.ui.kit.text import Words
from tests.ui.home.views import LONG, columns, line, view

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

NOW = datetime(2026, 5, 12, 4, 0, tzinfo=UTC)
EN = Catalogue("en")
EMPTY = home_view([], NOW, EN)
TROUBLE = trouble_view(StoreFailed("damaged", "place/coprod.db"), NOW, EN)


@pytest.fixture
def home(qapp: QApplication, qtbot: QtBot) -> Home:
    return made(qapp, qtbot)


def made(app: QApplication, qtbot: QtBot, scale: float = 1.0, size: tuple[int, int] = (1366, 690)) -> Home:
    own = theme.load("light").scaled(scale)
    theme.apply(app, own)
    frame = HomeFrame(own, "Tuesday")
    qtbot.addWidget(frame)
    frame.resize(*size)
    frame.show()
    frame.activateWindow()
    shown = Home(frame, own, EN)
    shown.show_view(view(1, 0, 2))
    qtbot.waitUntil(lambda: QApplication.activeWindow() is frame)
    return shown


def button(home: Home, name: str) -> QAbstractButton:
    QApplication.sendPostedEvents()
    found = [one for one in buttons(home) if one.accessibleName().startswith(name)]
    assert found, name
    return found[0]


def buttons(home: Home) -> list[QAbstractButton]:
    return [one for one in home.frame.findChildren(QAbstractButton) if one.isVisible()]


def said(home: Home) -> set[str]:
    return {one.text() for one in home.frame.findChildren(Words) if one.isVisible()}


@pytest.mark.parametrize(("name", "session"), [("Open the console", "at-hand"), ("声を聞く", "0-0")])
def test_a_session_is_chosen_by_its_button(qtbot: QtBot, home: Home, name: str, session: str) -> None:
    with qtbot.waitSignal(home.session_chosen) as chosen:
        qtbot.keyClick(button(home, name), Qt.Key.Key_Space)
    assert chosen.args == [session]


def test_the_line_of_a_meeting_that_has_not_begun_opens_its_plan(qtbot: QtBot, home: Home) -> None:
    planned = replace(line("soon"), planned=True)
    home.show_view(HomeView("Today", None, (Column("In preparation", (planned,)),)))
    (button,) = home.frame.findChildren(LineButton)
    with qtbot.waitSignal(home.plan_asked) as asked, qtbot.assertNotEmitted(home.session_chosen):
        button.click()
    assert asked.args == ["soon"]


@pytest.mark.parametrize("shown", [view(1, 1, 1), EMPTY, TROUBLE], ids=["sessions", "empty", "trouble"])
def test_the_sample_a_file_and_the_language_are_always_in_reach(
    qtbot: QtBot, home: Home, shown: HomeView
) -> None:
    home.show_view(shown)
    for keys, signal in (("S", home.sample_asked), ("O", home.import_asked), ("L", home.language_toggled)):
        held = Qt.KeyboardModifier.ControlModifier
        held = held | Qt.KeyboardModifier.ShiftModifier if keys == "S" else held
        with qtbot.waitSignal(signal):
            qtbot.keyClick(home.frame, Qt.Key[f"Key_{keys}"], held)


@pytest.mark.parametrize(
    ("shown", "first", "asked", "second", "asked_too"),
    [
        (EMPTY, "Open the sample session", "sample_asked", "Bring in a session file", "import_asked"),
        (TROUBLE, "Try again", "again_asked", "Choose another place", "elsewhere_asked"),
    ],
)
def test_where_there_is_no_session_there_are_two_ways_on(
    qtbot: QtBot, home: Home, shown: HomeView, first: str, asked: str, second: str, asked_too: str
) -> None:
    home.show_view(shown)
    main = QApplication.focusWidget()
    assert isinstance(main, QAbstractButton)
    assert main.text() == first
    with qtbot.waitSignal(getattr(home, asked)):
        qtbot.keyClick(main, Qt.Key.Key_Space)
    panel = home.frame.findChild(Panel)
    assert isinstance(panel, Panel)
    with qtbot.waitSignal(getattr(home, asked_too)):
        next(one for one in panel.buttons() if one.text() == second).click()


def test_trouble_says_what_where_and_what_to_do(home: Home) -> None:
    home.show_view(TROUBLE)
    trouble = TROUBLE.trouble
    assert trouble is not None
    assert {trouble.title, trouble.sentence, "place/coprod.db"} <= said(home)


def test_every_control_has_a_name_in_each_language(home: Home) -> None:
    for lang in ("en", "ja", "ko"):
        home.retranslate(Catalogue(lang))
        for one in buttons(home):
            assert QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)


def test_a_sentence_stays_until_the_next(home: Home) -> None:
    home.tell("It is here.")
    home.show_view(view(2, 2, 2))
    assert "It is here." in said(home)
    home.tell("")
    assert "It is here." not in said(home)


def test_another_view_takes_the_place_of_the_first(qtbot: QtBot, home: Home) -> None:
    home.show_view(HomeView("Wednesday", None, columns(0, 0, 0)))
    qtbot.waitUntil(lambda: len(buttons(home)) == 6)


def test_the_main_button_has_the_focus_and_enter_or_space_presses_it(home: Home) -> None:
    main = QApplication.focusWidget()
    assert isinstance(main, QAbstractButton)
    assert main.text() == "Open the console"


def test_arrows_walk_through_the_lines(qtbot: QtBot, home: Home) -> None:
    home.show_view(view(2, 0, 3))
    names = []
    for key in ("Down", "Down", "Down", "Right", "Down", "Left"):
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, Qt.Key[f"Key_{key}"])
        with qtbot.waitSignal(home.session_chosen) as chosen:
            line_now = QApplication.focusWidget()
            assert line_now is not None
            qtbot.keyClick(line_now, Qt.Key.Key_Return)
        names += chosen.args
    assert names == ["0-0", "0-1", "0-1", "2-1", "2-2", "0-1"]


def test_a_line_reached_by_the_keys_is_in_sight(qtbot: QtBot, home: Home) -> None:
    home.show_view(view(60, 0, 0))
    for _ in range(50):
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, Qt.Key.Key_Down)
    line_now = QApplication.focusWidget()
    assert line_now is not None
    assert line_now.visibleRegion().boundingRect().height() == line_now.height()


@pytest.mark.parametrize(("scale", "size"), [(1.0, (1366, 690)), (1.5, (1366, 690)), (1.0, (1920, 1080))])
@pytest.mark.parametrize("titles", ["short", "long"])
def test_nothing_is_cut(
    qapp: QApplication, qtbot: QtBot, scale: float, size: tuple[int, int], titles: str
) -> None:
    home = made(qapp, qtbot, scale, size)
    shown = view(3, 1, 2)
    if titles == "long":
        assert shown.card is not None
        long = tuple(replace(one, lines=(line("long", LONG), *one.lines)) for one in shown.columns)
        shown = replace(shown, card=replace(shown.card, titles=LONG), columns=long)
    home.show_view(shown)
    QApplication.processEvents()
    scroll = home.frame.findChild(QScrollArea)
    assert isinstance(scroll, QScrollArea)
    body = scroll.widget()
    assert body is not None
    assert body.width() == scroll.viewport().width()
    for part in home.frame.findChildren(Words):
        assert part.height() >= part.heightForWidth(part.width())
    parts = [one for one in body.findChildren(QWidget) if one.parent() is body]
    places = [one.geometry() for one in parts if one.isVisible()]
    assert all(not one.intersects(other) for one in places for other in places if one is not other)
    assert all(body.rect().contains(place) for place in places)
    assert_side_is_whole(home)


def assert_side_is_whole(home: Home) -> None:
    side = QRect(QPoint(0, 0), home.frame.side.size())
    for one in home.frame.side.findChildren(QAbstractButton):
        assert side.contains(one.geometry())
        assert one.width() >= one.minimumSizeHint().width()


def test_two_hundred_sessions_come_at_once(home: Home) -> None:
    begun = process_time()
    home.show_view(view(67, 67, 67))
    QApplication.processEvents()
    assert process_time() - begun < 1.5  # 0.2 s on a quiet machine
    assert len(buttons(home)) == 6 + 1 + 201


@pytest.mark.parametrize("change", [lambda one: one.resize(1920, 1080), lambda one: one.resize(1366, 690)])
def test_a_larger_window_has_larger_text_and_the_same_focus(
    home: Home, change: Callable[[QWidget], None]
) -> None:
    change(home.frame)
    QApplication.processEvents()
    main = QApplication.focusWidget()
    assert isinstance(main, QAbstractButton)
    assert main.text() == "Open the console"
    assert main.height() == home.frame.theme().px(64)


def test_a_card_without_facts_or_titles_is_shown(home: Home) -> None:
    home.show_view(HomeView("Today", SessionCard("s", "No date yet", (), (), "Open the console")))
    assert "No date yet" in said(home)
