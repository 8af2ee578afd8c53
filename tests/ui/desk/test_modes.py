"""The other things that are done at the desk: titles, easy words, other languages, find and replace, translators."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from coprod.domain import acts
from coprod.domain.terms import ItemKind, TranslationState
from coprod.domain.translating import RowState
from tests.present.meeting import Meeting
from tests.ui.desk.translator import Translator

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def meeting() -> Meeting:
    made = Meeting()
    made.open(ItemKind.CHECK_IN)
    made.note("One more chair", "Umi")
    note = made.note("A shelf", "Vera")
    made.do(acts.TranslateNote(note, "ja", TranslationState.CHECKED, "棚のこと"))
    return made


@pytest.fixture
def at(qtbot: QtBot, meeting: Meeting) -> Iterator[Translator]:
    made = Translator(qtbot, meeting.live)
    yield made
    made.close()


def translated(work: str, key: str, target: str) -> str:
    """A translator's file with one more text translated."""
    head, unit = work.split(f'<unit id="{key}"', 1)
    unit, rest = unit.split("</unit>", 1)
    unit = re.sub(r"<target[^>]*>.*?</target>|<target[^>]*/>", "", unit, flags=re.DOTALL)
    unit = unit.replace("</source>", f"</source><target>{target}</target>", 1)
    unit = re.sub(r'<segment state="[a-z]+"', '<segment state="translated"', unit)
    return f'{head}<unit id="{key}"{unit}</unit>{rest}'


def reworded(at: Translator, place: int, english: str) -> acts.Act:
    note = at.lines()[place].note
    known = at.bridge.state.note(note)
    assert known is not None
    text = {"en": english, "ja": at.lines()[place].target.body}
    draft = acts.NoteDraft(known.content.kind, text, known.content.who, original="en")
    return acts.ChangeNote(note, draft, at.bridge.state.versions.get(note, ""))


def opened(at: Translator) -> str:
    line = at.bench.pairs.editing()
    return line.id if line else ""


def test_a_title_is_translated_like_a_note(at: Translator) -> None:
    at.press("Home", "Down", "Return")
    assert opened(at) == "programme|ja"
    at.type("聞く一年")
    at.press("Ctrl+Return")
    assert at.rows()[1].target.body == "聞く一年"
    assert opened(at).startswith("guideline.")  # the next that is open
    at.press("Escape", "Ctrl+Z")
    assert at.rows()[1].target.body == ""


def test_easy_words_are_written_in_a_mode_of_their_own(at: Translator) -> None:
    at.press("Alt+E")
    assert [(line.source.body, line.lang) for line in at.lines()] == [
        ("One more chair", "en"),
        ("A shelf", "en"),
        ("棚のこと", "ja"),
    ]
    at.open(0)
    assert at.editor.accessibleName() == "Easy words in English"
    at.type("We need a chair.")
    at.press("Ctrl+K")  # nothing is checked here
    assert at.bench.pairs.editing() is not None
    at.press("Ctrl+Return")
    assert at.lines()[0].target.body == "We need a chair."
    assert not at.bench.help.isVisible()
    at.press("Escape", "Alt+E")
    assert at.lines()[0].target.body == ""


def test_a_session_in_one_language_is_translated_into_the_one_that_is_chosen(qtbot: QtBot) -> None:
    meeting = Meeting()
    about = meeting.state.description
    assert about is not None
    meeting.do(acts.Describe(acts.SessionDraft({"en": "A table"}, ("en",))))
    meeting.open(ItemKind.CHECK_IN)
    meeting.note("One more chair", "Umi")
    at = Translator(qtbot, meeting.live)
    first = at.lines()[0].lang
    at.press("Alt+L")
    assert {first, at.lines()[0].lang} == {"ja", "ko"}
    at.close()


def test_what_is_written_is_found_and_replaced_in_all_rows(at: Translator) -> None:
    at.press("Ctrl+H")
    find, put = at.bench.replacing._find, at.bench.replacing._put  # noqa: SLF001 - no other way to them
    assert QApplication.focusWidget() is find
    assert find.accessibleName() == "Find in what is written"
    QTest.keyClicks(find, "A shelf")
    assert not at.bench.replacing._all.isEnabled()  # noqa: SLF001 - what was said is not replaced
    find.setText("棚")
    at.press("Return")
    assert at.bench.pairs.chosen() == at.lines()[1].id
    put.setFocus()
    put.setText("本棚")
    at.bench.replacing._all.click()  # noqa: SLF001 - the button that is seen
    at.settle()
    assert (at.lines()[1].target.body, at.states()[1]) == ("本棚のこと", RowState.DRAFT)
    at.press("Escape")
    assert not at.bench.replacing.isVisible()
    at.press("Ctrl+Z")
    assert (at.lines()[1].target.body, at.states()[1]) == ("棚のこと", RowState.CHECKED)


def test_work_goes_out_and_comes_in_again(
    at: Translator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "work.xlf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place.with_suffix("")), ""))
    at.press("Ctrl+E")
    assert any("9 texts went out" in text for text in at.said())
    work = place.read_text("utf-8")
    assert 'srcLang="en" trgLang="ja"' in work
    chair = at.lines()[0].key
    back = translated(work, chair, "椅子をもう一つ")
    place.write_text(translated(back, at.lines()[1].key, "棚"), "utf-8")
    at.bridge.do(reworded(at, 1, "Two shelves"))
    at.settle()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(place), ""))
    at.press("Ctrl+O")
    assert at.lines()[0].target.body == "椅子をもう一つ"
    assert at.lines()[1].target.body == "棚のこと"
    left = at.bench.left.text().splitlines()
    assert left[0].startswith("1 translation came in")
    assert left[1:] == [
        "Contribution: Two shelves: The original has changed since this went out. Send it out once more."
    ]
    at.bench.left.read.click()
    assert not at.bench.left.isVisible()


def test_what_is_no_work_of_a_translator_is_refused_in_a_sentence(at: Translator, tmp_path: Path) -> None:
    before = len(at.live.facts())
    path = tmp_path / "tea.xlf"
    path.write_text("tea", "utf-8")
    at.window.sending.bring(path, "")
    at.settle()
    assert any("no XLIFF at all" in text for text in at.said())
    at.window.sending.send(tmp_path, ("en", "ja"), ())  # a folder
    at.settle()
    assert any("could not be written" in text for text in at.said())
    at.window.sending.send(tmp_path / "ko.xlf", ("ko", "ja"), ())
    at.settle()
    assert any("Nothing here was said in Korean" in text for text in at.said())
    assert len(at.live.facts()) == before
    assert sorted(one.name for one in tmp_path.iterdir()) == ["tea.xlf"]
