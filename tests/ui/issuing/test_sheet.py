"""Issuing from the desk, by keys: drafts, approvals, numbers; and what is refused."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pikepdf
import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QFileDialog

from coprod.domain import acts
from coprod.domain.terms import Edition, ItemKind, Part
from coprod.ui import theme as themes
from tests.present.meeting import Meeting
from tests.ui.access.test_colours import THEMES, check_texts, reds
from tests.ui.access.test_languages import english_left, words_of
from tests.ui.access.test_layout import cut_off
from tests.ui.access.windows import controls
from tests.ui.desk.translator import Translator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from coprod.ui.issuing.sheet import IssueSheet


class Issuer:
    """Somebody at the sheet over the desk; `place`: where files are put."""

    def __init__(self, at: Translator, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.at, self.place = at, place
        self.name = "minutes.pdf"
        self.offered: list[str] = []
        monkeypatch.setattr(QFileDialog, "getSaveFileName", self._choose)
        at.press("Ctrl+I")
        (self.sheet,) = at.window.findChildren(_sheet())
        at.qtbot.waitUntil(lambda: QApplication.activeWindow() is self.sheet)

    def _choose(self, _parent: object, _title: str, offered: str, _kinds: str) -> tuple[str, str]:
        self.offered.append(offered)
        return (str(self.place / self.name) if self.name else "", "")

    def press(self, *keys: str) -> None:
        self.at.press(*keys)

    def choose(self, row: str, word: str) -> None:
        """Go to a row and choose by a letter."""
        choices = self.sheet.choices.rows[row]
        choices.setFocus()
        key = next(one.key for one in choices.options() if one.word == word)
        choices.chosen.emit(key)
        self.at.settle()

    def click(self, button: str) -> None:
        getattr(self.sheet, button).click()
        self.at.settle()
        self.at.qtbot.waitUntil(lambda: "Making" not in self.sheet.said(), timeout=10_000)
        self.at.settle()


def _sheet() -> type[IssueSheet]:
    from coprod.ui.issuing.sheet import IssueSheet  # noqa: PLC0415 - as a type it is known above

    return IssueSheet


@pytest.fixture
def meeting() -> Meeting:
    made = Meeting()
    made.open(ItemKind.CHECK_IN)
    made.note("One more chair", "Umi")
    made.note("A shelf", "Vera")
    return made


@pytest.fixture
def sit(
    qtbot: QtBot, meeting: Meeting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Issuer]]:
    made: list[Translator] = []

    def seat(*, closed: bool = True, lang: str = "en", look: str = "light", scale: float = 1.0) -> Issuer:
        if closed:
            meeting.do(acts.CloseSession())
        made.append(Translator(qtbot, meeting.live, lang, themes.load(look).scaled(scale)))
        return Issuer(made[-1], tmp_path, monkeypatch)

    yield seat
    for one in made:
        one.close()


def test_a_draft_is_written_at_any_time_and_says_so(sit: Callable[..., Issuer], tmp_path: Path) -> None:
    at = sit(closed=False)
    assert "close it first" in at.sheet.said()
    assert not at.sheet.issue.isEnabled()
    at.click("draft")
    assert at.sheet.said() == "The minutes are written: minutes.pdf"
    assert at.offered == ["minutes-3-record-en-ja-draft.pdf"]
    assert (tmp_path / "minutes.pdf").read_bytes().startswith(b"%PDF")
    assert at.at.bridge.state.issued == ()


def test_a_file_that_gets_its_ending_here_is_not_written_over(
    sit: Callable[..., Issuer], tmp_path: Path
) -> None:
    at = sit()
    at.name = "minutes"
    (tmp_path / "minutes.pdf").write_bytes(b"mine")
    for button in ("draft", "issue"):
        at.click(button)
        assert at.sheet.said() == "There is a file of this name already. Give it another name."
    assert (tmp_path / "minutes.pdf").read_bytes() == b"mine"
    at.name = "minutes.pdf"  # of this one the dialog itself has asked
    at.click("draft")
    assert (tmp_path / "minutes.pdf").read_bytes().startswith(b"%PDF")


def test_closed_elsewhere_it_may_be_issued_and_asks_for_no_closing_any_more(
    sit: Callable[..., Issuer], meeting: Meeting
) -> None:
    at = sit(closed=False)
    assert "close it first" in at.sheet.said()
    at.at.bridge.do(acts.CloseSession())
    at.at.settle()
    assert at.sheet.said() == ""
    assert at.sheet.issue.isEnabled()


@pytest.mark.parametrize("scale", [1.5, 2.0])
def test_the_sheet_is_no_wider_than_the_desk(sit: Callable[..., Issuer], scale: float) -> None:
    at = sit(scale=scale)
    assert at.sheet.width() < at.at.window.width()
    assert at.sheet.height() < at.at.window.height()


def test_an_edition_is_issued_with_a_number_and_kept(sit: Callable[..., Issuer], tmp_path: Path) -> None:
    at = sit()
    at.choose("edition", "Public summary")
    at.sheet.choices.to.setText("the ward")
    at.click("issue")
    assert at.sheet.said() == "Issued as number 1: minutes.pdf"
    (kept,) = at.at.bridge.state.issued
    sha256 = hashlib.sha256((tmp_path / "minutes.pdf").read_bytes()).hexdigest()
    assert (kept.number, kept.edition, kept.sha256) == (1, Edition.SUMMARY, sha256)
    assert at.sheet.issue.text() == "Issue number 2"
    at.click("issue")
    assert "never written over" in at.sheet.said()
    assert len(at.at.bridge.state.issued) == 1


def test_another_kind_gets_its_ending_and_has_no_password(sit: Callable[..., Issuer], tmp_path: Path) -> None:
    at = sit()
    at.name = "minutes"
    at.choose("kind", "Word")
    assert not at.sheet.choices.password.isVisible()
    at.click("issue")
    assert (tmp_path / "minutes.docx").read_bytes().startswith(b"PK")


def test_a_password_is_asked_twice_and_opens_the_file(sit: Callable[..., Issuer], tmp_path: Path) -> None:
    at = sit()
    at.sheet.choices.password.setText("correct horse")
    at.click("issue")
    assert at.sheet.said() == "The two passwords differ. Write the same one twice."
    assert list(tmp_path.iterdir()) == []
    at.sheet.choices.again.setText("correct horse")
    at.click("issue")
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(tmp_path / "minutes.pdf")
    with pikepdf.open(tmp_path / "minutes.pdf", password="correct horse") as pdf:
        assert len(pdf.pages) > 0


def test_a_file_is_not_named_after_somebody_who_asked_for_no_name(
    sit: Callable[..., Issuer], tmp_path: Path
) -> None:
    at = sit()
    at.name = "for-Umi.pdf"
    for button in ("draft", "issue"):
        at.click(button)
        assert "owner asked for none" in at.sheet.said()
    assert list(tmp_path.iterdir()) == []
    at.name = ""
    at.click("issue")
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_can_not_be_written_is_told(sit: Callable[..., Issuer]) -> None:
    at = sit()
    at.name = "no such folder/minutes.pdf"
    for button in ("draft", "issue"):
        at.click(button)
        assert "could not be written" in at.sheet.said()
    assert at.at.bridge.state.issued == ()


def test_a_part_approves_by_a_key_and_the_desk_takes_it_back(sit: Callable[..., Issuer]) -> None:
    at = sit()
    at.sheet.standing.parts.setFocus()
    at.press("Return")
    assert [one.part for one in at.at.bridge.state.approved] == [Part.FACILITATOR]
    assert at.sheet.standing.parts.options()[0].chosen
    at.press("Escape")
    at.at.window.activateWindow()
    at.at.qtbot.waitUntil(lambda: QApplication.activeWindow() is at.at.window)
    at.at.bench.pairs.setFocus()
    at.press("Ctrl+Z")
    assert at.at.bridge.state.approved == ()


def test_the_ways_back_lead_to_the_desk_and_to_reading_back(sit: Callable[..., Issuer], qtbot: QtBot) -> None:
    at = sit()
    with qtbot.waitSignal(at.at.window.read_back_asked):
        at.sheet.standing._read.click()  # noqa: SLF001 - the button that is seen
    assert not at.sheet.isVisible()


@pytest.mark.parametrize("lang", ["en", "ja", "ko"])
def test_all_of_it_is_whole_and_named(sit: Callable[..., Issuer], lang: str) -> None:
    at = sit(lang=lang)
    for control in controls(at.sheet):
        spoken = QAccessible.queryAccessibleInterface(control)
        assert spoken.text(QAccessible.Text.Name).strip(), type(control).__name__
    assert cut_off(at.sheet) == []
    if lang != "en":
        left = english_left(words_of(at.sheet), "PDF", "Word", "Markdown", "Excel", "CSV", "Umi", "Vera")
        assert left == []


@THEMES
def test_it_can_be_read_in_every_theme(sit: Callable[..., Issuer], name: str) -> None:
    at = sit(look=name)
    assert check_texts(at.sheet, themes.load(name), "issue") > 8
    assert not reds(at.sheet.grab().toImage())


def test_large_print_is_ticked_by_space(sit: Callable[..., Issuer]) -> None:
    at = sit()
    at.sheet.choices.large.setFocus()
    at.press("Space")
    assert at.sheet.choice().large
    assert not at.sheet.choices.rows["arrangement"].isVisible()
