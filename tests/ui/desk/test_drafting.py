"""Drafts by a machine at the desk: marked as such, stopped, refused; with a machine that waits until it is let go."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog

from coprod.domain.terms import ItemKind
from coprod.domain.translating import RowState
from coprod.service.drafting import BATCH
from tests.present.meeting import Meeting
from tests.ui.desk.translator import Translator

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pytestqt.qtbot import QtBot

NOTES = 2 * BATCH + 1


class Machine:
    """Writes a text backwards, batch by batch, each time that it is let go."""

    def __init__(self) -> None:
        self.go = threading.Semaphore(0)

    def __call__(self, texts: Sequence[str], /) -> Sequence[str]:
        assert self.go.acquire(timeout=10)
        return [text[::-1] for text in texts]


@pytest.fixture
def at(qtbot: QtBot) -> Iterator[Translator]:
    meeting = Meeting()
    meeting.open(ItemKind.CHECK_IN)
    for n in range(NOTES):
        meeting.note(f"One more chair {n}", "Umi")
    made = Translator(qtbot, meeting.live)
    yield made
    made.close()


@pytest.fixture
def machine(at: Translator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    made = Machine()
    at.drafter = made
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    return made


def over(at: Translator) -> None:
    at.qtbot.waitUntil(lambda: any("drafted by machine" in text for text in at.said()), timeout=10_000)
    at.settle()


def test_what_is_not_translated_is_drafted_and_says_that_nobody_has_read_it(
    at: Translator, machine: Machine
) -> None:
    for _ in range(3):
        machine.go.release()
    at.press("Ctrl+M")
    over(at)
    assert at.states() == [RowState.MACHINE] * NOTES
    assert at.lines()[0].target.body == "0 riahc erom enO"
    assert at.lines()[0].said == "by a machine, nobody has read it yet"
    assert any(f"{NOTES} notes were drafted by machine" in text for text in at.said())
    at.bench.pairs.setFocus()
    at.press("Ctrl+Z")
    assert at.states() == [RowState.MISSING] * NOTES


def test_it_tells_how_far_it_is_and_is_stopped_by_the_same_key(at: Translator, machine: Machine) -> None:
    at.press("Ctrl+M")
    names = [button.text() for button in at.window.links._buttons]  # noqa: SLF001 - the links that are seen
    assert "Stop the machine" in names
    machine.go.release()
    at.qtbot.waitUntil(lambda: f"The machine has drafted {BATCH} of {NOTES}" in at.said(), timeout=10_000)
    at.press("Ctrl+M")
    machine.go.release()
    over(at)
    assert at.states().count(RowState.MACHINE) == 2 * BATCH
    assert any("1 is still to be drafted" in text for text in at.said())
    assert "Stop the machine" not in [button.text() for button in at.window.links._buttons]  # noqa: SLF001


def test_what_is_translated_meanwhile_stays(at: Translator, machine: Machine) -> None:
    at.press("Ctrl+M")
    at.open(0)
    at.type("椅子をもう一つ")
    at.press("Ctrl+Return", "Escape")
    for _ in range(3):
        machine.go.release()
    over(at)
    assert at.lines()[0].target.body == "椅子をもう一つ"
    assert at.states() == [RowState.DRAFT, *[RowState.MACHINE] * (NOTES - 1)]


def test_a_folder_without_a_model_is_refused_in_a_sentence(
    at: Translator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = len(at.live.facts())
    at.window.drafting.draft(tmp_path, ("en", "ja"))
    at.qtbot.waitUntil(lambda: any("does not translate" in text for text in at.said()))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    at.press("Ctrl+M")
    assert len(at.live.facts()) == before
