"""The windows of the program on a store in memory, driven from a test."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from coprod.i18n import Catalogue
from coprod.mt import open_drafter
from coprod.readers import read_table, read_work
from coprod.render.logo import read_logo
from coprod.render.preview import PageProcess
from coprod.render.xliff import write_work
from coprod.seal import SealedFiles, WordIntroduction
from coprod.seal.head import LEAST_COST
from coprod.serve import host, join
from coprod.service.ports import StoreFailed
from coprod.ui import theme as themes
from coprod.ui.app import name
from coprod.ui.demo.clock import MovedClock
from coprod.ui.home.frame import HomeFrame
from coprod.ui.kit.text import Words
from coprod.ui.shell import Shell
from coprod.ui.tools import Tools
from tests.fakes.memory import MemoryStore
from tests.stage import MORNING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from coprod.domain.handout import HandoutDoc
    from coprod.domain.paper_sheet import PaperSheet
    from coprod.service.printing import Publication, Setting

T = TypeVar("T", bound=QDialog)


class ClosableStore(MemoryStore):
    """A store in memory that knows whether it was closed."""

    def __init__(self) -> None:
        super().__init__()
        self.closed = 0

    def close(self) -> None:
        self.closed += 1


@dataclass
class Opening:
    """Opens one store; while there are failures, it fails with the next of them. `asked`: the places asked for."""

    store: ClosableStore = field(default_factory=ClosableStore)
    failures: list[StoreFailed] = field(default_factory=list)
    asked: list[Path | None] = field(default_factory=list)

    def __call__(self, place: Path | None) -> ClosableStore:
        self.asked.append(place)
        if self.failures:
            raise self.failures.pop(0)
        return self.store


def render(publication: Publication, path: Path, setting: Setting) -> None:
    path.write_text(f"{publication.doc.session} {publication.doc.languages} {setting}", encoding="utf-8")


def hand_out(doc: HandoutDoc, languages: Sequence[str], path: Path, large: bool) -> None:
    path.write_text(f"{doc.session} {list(languages)} {large}", encoding="utf-8")


def print_sheet(doc: PaperSheet, languages: Sequence[str], path: Path, large: bool) -> None:
    path.write_text(f"{doc.session} {doc.number} {list(languages)} {large}", encoding="utf-8")


def seal() -> SealedFiles:
    """A seal that opens quickly: its code is as cheap to try as one may be."""
    return SealedFiles(LEAST_COST)


def when_asked(kind: type[T], answer: Callable[[T], None]) -> None:
    """Answer the next dialog of a kind, as soon as it is there."""
    waiting = QTimer(QApplication.instance(), interval=20)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            waiting.stop()
            waiting.deleteLater()
            answer(dialog)

    waiting.timeout.connect(look)
    waiting.start()


class Windows:
    """A shell, and a person who waits for what they asked for."""

    def __init__(
        self,
        qtbot: QtBot,
        opening: Opening,
        lang: str = "en",
        now: int = MORNING,
    ) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        name(app)
        theme = themes.load("light")
        themes.apply(app, theme)
        self.qtbot, self.opening, self.clock = qtbot, opening, MovedClock(now)
        frame = HomeFrame(theme, "")
        frame.show()
        tools = Tools(
            opening,
            render,
            hand_out,
            self.clock,
            seal,
            read_table,
            print_sheet,
            write_work,
            read_work,
            PageProcess,
            open_drafter,
            read_logo,
            host,
            partial(join, introduce=WordIntroduction),
            WordIntroduction,
        )
        self.shell = Shell(app, frame, tools, theme, Catalogue(lang))
        self.frame = frame

    def start(self, *, sample: bool = False) -> None:
        self.shell.start(sample=sample)
        self.wait(lambda: self.shell.ready or bool(self.told()))

    def wait(self, done: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(done, timeout=10_000)

    def open_sample(self) -> None:
        self.shell.open_sample()
        self.wait(lambda: self.shell.meeting is not None)
        self.settle()

    def settle(self) -> None:
        meeting = self.shell.meeting
        assert meeting is not None
        self.wait(lambda: not meeting.bridge.busy)

    def do(self, *commands: str) -> None:
        assert self.shell.meeting is not None
        for command in commands:
            self.shell.meeting.console.run(command)
            self.settle()

    def says(self, sentence: str) -> bool:
        return sentence in self.told()

    def told(self, window: QWidget | None = None) -> list[str]:
        """All that stands in words on home, or on another window."""
        QApplication.sendPostedEvents()
        return [
            one.text() for one in (window or self.frame).findChildren(Words) if one.isVisible() and one.text()
        ]

    def close(self) -> None:
        self.shell.close()
        self.shell.deleteLater()
        self.frame.deleteLater()
        QSettings().clear()
