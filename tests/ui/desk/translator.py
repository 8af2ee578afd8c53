"""Somebody who translates, at the real desk, by keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.domain.text_keys import TextKind
from coprod.i18n import Catalogue
from coprod.present.desk_rows import DeskLine
from coprod.readers import read_work
from coprod.render.logo import read_logo
from coprod.render.preview import PageProcess
from coprod.render.written import write_edition
from coprod.render.xliff import write_work
from coprod.service.drafting import DrafterRefused, WhyNoDrafter
from coprod.service.house import house_of
from coprod.service.memory import Memory
from coprod.ui.desk.aids import Aids
from coprod.ui.desk.window import DeskWindow
from coprod.ui.kit.text import Words
from tests.fakes.memory import MemoryStore
from tests.ui.at_window import AtWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from coprod.domain.translating import RowState
    from coprod.service.drafting import Drafter
    from coprod.service.live import LiveSession
    from coprod.service.memory import Pair
    from coprod.ui.theme import Theme


class Translator(AtWindow[DeskWindow]):
    """Somebody at the desk; `earlier`: what earlier sessions hold, in each direction."""

    def __init__(self, qtbot: QtBot, live: LiveSession, lang: str = "en", look: Theme | None = None) -> None:
        self.earlier: dict[tuple[str, str], Iterable[Pair]] = {}
        self.shelf = MemoryStore()
        self.drafter: Drafter | None = None
        self.wording: tuple[tuple[str, str], ...] = ()
        aids = Aids(
            recall=self._recall,
            shelf=self.shelf,
            files=(write_work, read_work),
            render=write_edition,
            pages=PageProcess,
            open_drafter=self._open_drafter,
            house=lambda: house_of(self.shelf),
            read_logo=read_logo,
            wording=lambda: self.wording,
        )
        super().__init__(
            qtbot, live, look, lambda bridge, theme: DeskWindow(bridge, Catalogue(lang), theme, aids)
        )
        self.bench = self.window.bench
        self.editor = self.bench.pairs.editor

    def type(self, text: str) -> None:
        self.editor.insertPlainText(text)
        self.settle()

    def rows(self) -> list[DeskLine]:
        view = self.window.view()
        assert view is not None
        return [row for row in view.rows if isinstance(row, DeskLine)]

    def lines(self) -> list[DeskLine]:
        """The rows of notes."""
        return [row for row in self.rows() if row.kind in {TextKind.NOTE, TextKind.EASY}]

    def states(self) -> list[RowState]:
        return [line.state for line in self.lines()]

    def go_to(self, place: int) -> None:
        """Choose the row of a note."""
        self.bench.pairs.choose(self.lines()[place].id)
        self.bench.pairs.setFocus()

    def open(self, place: int) -> None:
        """Open the field of a note."""
        self.go_to(place)
        self.press("Return")

    def said(self) -> list[str]:
        """All sentences that are seen."""
        return [one.text() for one in self.window.findChildren(Words) if one.isVisible()]

    def close(self) -> None:
        self.window.end()
        super().close()

    def _open_drafter(self, folder: Path, langs: tuple[str, str]) -> Drafter:
        if self.drafter is None or langs != ("en", "ja"):
            raise DrafterRefused(WhyNoDrafter.OTHER_LANGUAGES)
        return self.drafter

    def _recall(self, langs: tuple[str, str], _stopped: Callable[[], bool]) -> Memory:
        return Memory(self.earlier.get(langs, ()))
