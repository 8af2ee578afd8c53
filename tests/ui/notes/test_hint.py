"""A wording hint in the note-taker's window: seen, left, and never kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coprod.domain.terms import ItemKind
from coprod.i18n import Catalogue
from coprod.present.hints import Hint, hints_of
from coprod.present.library import HINT
from coprod.ui import theme as themes
from coprod.ui.plan.library import LibraryDialog
from coprod.ui.plan.shelf import Shelving
from tests.fakes.memory import MemoryStore
from tests.present.meeting import Meeting
from tests.ui.access.test_layout import cut_off
from tests.ui.notes.taker import NoteTaker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QObject
    from pytestqt.qtbot import QtBot

REFUSED = Hint("en", "refused", "declined")


@pytest.fixture
def sit(qtbot: QtBot) -> Iterator[Callable[..., NoteTaker]]:
    made: list[NoteTaker] = []

    def seat(lang: str = "en") -> NoteTaker:
        meeting = Meeting()
        meeting.open(ItemKind.CHECK_IN)
        at = NoteTaker(qtbot, meeting.live, meeting.clock.now, lang)
        at.window.panel.know([REFUSED])
        made.append(at)
        return at

    yield seat
    for one in made:
        one.close()


def shows(at: NoteTaker) -> bool:
    return at.window.hint.isVisible()


def test_it_comes_while_the_word_stands_there_and_goes_with_it(sit: Callable[..., NoteTaker]) -> None:
    at = sit()
    at.type("He refuse")
    assert not shows(at)
    at.type("d")
    assert shows(at)
    assert cut_off(at.window) == []
    at.type("ness")
    assert not shows(at)


def test_by_its_key_it_is_left_and_does_not_come_again(sit: Callable[..., NoteTaker]) -> None:
    at = sit()
    at.type("He refused")
    assert shows(at)
    at.press("Alt+H")
    assert not shows(at)
    at.press("Ctrl+Return")
    at.type("He refused again")
    assert not shows(at)


def test_the_words_are_kept_as_they_were_written_and_nothing_of_the_hint(
    sit: Callable[..., NoteTaker],
) -> None:
    at = sit()
    at.type("He refused")
    at.press("Ctrl+Return")
    assert at.said() == ["He refused"]
    assert not shows(at)
    assert all("declined" not in word.body for word in at.bridge.words.values())


def test_when_a_peer_is_named_it_goes(sit: Callable[..., NoteTaker]) -> None:
    at = sit()
    at.type("He refused")
    assert shows(at)
    at.type(" @Sumi")
    at.press("Return")
    assert at.window.panel.composed() is not None
    assert not shows(at)


# ---- the list


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


def shelving(store: MemoryStore | None, parent: QObject) -> Shelving:
    return Shelving("hints.json", store, parent)


def listed(shelf: Shelving, at: NoteTaker, kind: str = HINT) -> LibraryDialog:
    take = None if kind == HINT else lambda _chosen: None
    return shelf.open(at.window, themes.load("light"), Catalogue("en"), ("ja", "en"), kind=kind, take=take)


def test_the_organisation_hides_and_writes_hints_of_its_own(
    sit: Callable[..., NoteTaker], store: MemoryStore
) -> None:
    at = sit()
    shelf = shelving(store, at.window)
    came = hints_of(shelf.entries())
    told: list[str] = []
    shelf.changed.connect(lambda: told.append("changed"))
    dialog = listed(shelf, at)
    dialog.kept.emit("", "hint", {"en": "guys → everybody"})
    assert Hint("en", "guys", "everybody") in hints_of(shelf.entries())
    dialog.hidden.emit(shelf.entries()[0].id)
    assert REFUSED not in hints_of(shelf.entries())
    assert REFUSED in came
    assert told == ["changed", "changed"]
    assert len(dialog.lines()) == len(shelf.entries())
    dialog.close()


def test_nothing_can_be_chosen_from_it_and_it_says_how_a_hint_is_written(
    sit: Callable[..., NoteTaker], store: MemoryStore
) -> None:
    at = sit()
    dialog = listed(shelving(store, at.window), at)
    assert isinstance(dialog, LibraryDialog)
    view = dialog._view  # noqa: SLF001
    assert view is not None
    assert "→" in view.passing
    key = dialog.lines()[0].id
    chosen: list[object] = []
    dialog.chosen.connect(chosen.append)
    for _ in range(3):
        dialog._open_or_choose(key)  # noqa: SLF001
    assert chosen == []
    assert dialog.isVisible()
    dialog.close()


def test_other_texts_of_the_organisation_are_no_hints(
    sit: Callable[..., NoteTaker], store: MemoryStore
) -> None:
    at = sit()
    prompts = Shelving("library.json", store, at.window)
    dialog = listed(prompts, at, kind="")
    dialog.kept.emit("", "guideline", {"en": "One at a time → always"})
    dialog.close()
    assert len(shelving(store, at.window).entries()) == len(shelving(None, at.window).entries())
    assert "One at a time → always" in [entry.text.get("en") for entry in prompts.entries()]
