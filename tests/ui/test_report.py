"""A bug is told as one: where it was, with no words and no names, and copied only when asked."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from coprod.i18n import Catalogue
from coprod.ui.report import catch_bugs, report
from tests.ui.windows import when_asked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

SECRET = "Mina said that she would rather not"


def fault() -> BaseException:
    try:
        try:
            raise KeyError(SECRET)
        except KeyError as error:
            raise ValueError(SECRET) from error
    except ValueError as error:
        return error


@pytest.fixture
def hook(qtbot: QtBot) -> Iterator[None]:
    before = sys.excepthook
    catch_bugs(lambda: Catalogue("en"))
    yield
    sys.excepthook = before


def raise_bug() -> None:
    error = fault()
    sys.excepthook(type(error), error, error.__traceback__)


def answer(text: str, seen: list[QMessageBox]) -> None:
    def press(box: QMessageBox) -> None:
        seen.append(box)
        assert SECRET not in f"{box.text()}{box.informativeText()}{box.detailedText()}"
        assert "fault" in box.detailedText()
        next(one for one in box.findChildren(QPushButton) if one.text() == text).click()

    when_asked(QMessageBox, press)


def test_a_report_says_where_and_holds_no_words() -> None:
    text = report(fault())
    assert SECRET not in text
    assert "Mina" not in text
    assert [line for line in text.splitlines() if line in {"ValueError", "KeyError"}] == [
        "ValueError",
        "KeyError",
    ]
    assert "test_report.py:" in text


@pytest.mark.parametrize(("pressed", "copied"), [("Go on", False), ("Copy the report", True)])
def test_it_is_copied_only_when_asked(
    hook: None, capsys: pytest.CaptureFixture[str], pressed: str, copied: bool
) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("mine")
    seen: list[QMessageBox] = []
    answer(pressed, seen)
    raise_bug()
    assert len(seen) == 1
    assert (clipboard.text() != "mine") is copied
    assert SECRET not in clipboard.text()
    assert SECRET not in capsys.readouterr().err


def test_a_fault_that_comes_again_and_again_is_told_once_at_a_time(hook: None) -> None:
    seen: list[QMessageBox] = []
    QTimer.singleShot(5, raise_bug)
    QTimer.singleShot(10, raise_bug)
    answer("Go on", seen)
    raise_bug()
    assert len(seen) == 1
    answer("Go on", seen)
    raise_bug()
    assert len(seen) == 2


def test_an_interrupt_from_the_keyboard_is_no_bug(hook: None, qtbot: QtBot) -> None:
    stop = KeyboardInterrupt()
    sys.excepthook(KeyboardInterrupt, stop, None)
    assert QApplication.activeModalWidget() is None
