"""From home into a plan, from the plan into the meeting, and from a meeting that is over into the next plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from coprod import paths
from coprod.domain import acts
from coprod.domain.acts import GroupDraft, NoteDraft, ParticipantDraft
from coprod.domain.terms import NoteKind, Phase
from coprod.i18n import Catalogue
from coprod.present.home import kinds
from coprod.service.planning import templates
from coprod.ui.console.beside import Beside
from coprod.ui.plan.library import LibraryDialog
from coprod.ui.planning import first_start, local_zone, session_languages
from tests.stage import MORNING
from tests.ui.test_shell import name_a_file
from tests.ui.windows import Windows

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from coprod.domain.state import State
    from coprod.ui.planning import Planning
    from tests.ui.windows import Opening

KINDS = [one.id for one in templates(paths.resources() / "templates")]


def planning(windows: Windows) -> Planning:
    windows.wait(lambda: windows.shell.planning is not None)
    made = windows.shell.planning
    assert made is not None
    windows.wait(lambda: not made.bridge.busy)
    return made


def press(windows: Windows, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    plan = windows.shell.planning
    target = QApplication.focusWidget() or (plan.window if plan else windows.frame)
    QTest.keyClick(target, key, held)
    QCoreApplication.processEvents()
    if plan is not None and windows.shell.planning is plan:
        windows.wait(lambda: not plan.bridge.busy)


def new_meeting(windows: Windows, kind: str) -> State:
    windows.shell.plan_new(kind)
    return planning(windows).bridge.state


# ---- a new meeting


def test_kinds_are_asked_for_by_key_and_chosen_by_enter(windows: Windows) -> None:
    windows.start()
    windows.frame.activateWindow()
    press(windows, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    chooser = windows.shell.home.chooser
    windows.wait(chooser.isVisible)
    assert [one.text() for one in chooser.buttons()][:2] == [
        "Roundtable",
        "Self-help meeting in small groups",
    ]
    assert QApplication.focusWidget() is chooser.buttons()[0]
    press(windows, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is chooser.buttons()[1]
    press(windows, Qt.Key.Key_Up)
    assert QApplication.focusWidget() is chooser.buttons()[0]
    press(windows, Qt.Key.Key_Return)
    about = planning(windows).bridge.state.description
    assert about is not None
    assert not chooser.isVisible()
    assert not windows.frame.isVisible()


def test_escape_leaves_home_as_it_was(windows: Windows) -> None:
    windows.start()
    windows.frame.activateWindow()
    before = windows.told()
    windows.shell.ask_kind()
    press(windows, Qt.Key.Key_Escape)
    assert not windows.shell.home.chooser.isVisible()
    assert windows.told() == before
    assert windows.shell.planning is None


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_a_plan_in_two_languages_a_week_from_now(windows: Windows, kind: str) -> None:
    windows.start()
    state = new_meeting(windows, kind)
    about = state.description
    assert about is not None
    assert about.languages == ("en", "ja")
    assert about.planned_start is not None
    assert first_start(MORNING).isoformat(timespec="seconds") == about.planned_start
    window = planning(windows).window
    assert window.isVisible()
    assert len(window.agenda.rows().rows()) == len(state.agenda)


def test_the_kinds_are_named_in_the_language_of_the_window() -> None:
    known = templates(paths.resources() / "templates")
    for lang in ("en", "ja", "ko"):
        named = kinds(known, Catalogue(lang))
        assert [one.title for one in named] == [one.title[lang] for one in known]
        assert [one.purpose for one in named] == [one.purpose[lang] for one in known]


@pytest.mark.parametrize(("lang", "both"), [("en", ("en", "ja")), ("ja", ("ja", "en")), ("ko", ("ko", "en"))])
def test_the_language_in_front_of_the_screen_comes_first(lang: str, both: tuple[str, str]) -> None:
    assert session_languages(lang) == both


def test_the_first_start_is_at_half_past_one_and_the_zone_is_one_that_is_known() -> None:
    start = first_start(MORNING)
    assert (start.hour, start.minute, start.second) == (13, 30, 0)
    assert start.timestamp() * 1000 - MORNING > 6 * 24 * 3_600_000
    assert local_zone() is None or "/" in str(local_zone()) or str(local_zone()) in {"UTC", "Etc/UTC"}


# ---- from window to window


def test_ready_opens_the_console_of_what_was_planned_and_the_plan_can_be_changed_from_there(
    windows: Windows,
) -> None:
    windows.start()
    session = new_meeting(windows, KINDS[0]).session
    window = planning(windows).window
    window.head.entries()["title:en"].setFocus()
    window.head.entries()["title:en"].selectAll()
    QTest.keyClicks(window.head.entries()["title:en"], "Tea for everyone")
    window.run("ready")
    windows.wait(lambda: windows.shell.meeting is not None)
    meeting = windows.shell.meeting
    assert meeting is not None
    assert windows.shell.planning is None
    assert meeting.bridge.state.session == session
    assert meeting.console.windowTitle() == "Tea for everyone"
    meeting.console.run("plan")
    again = planning(windows)
    assert again.bridge.state.session == session
    assert windows.shell.meeting is None
    again.window.run("back")
    windows.wait(windows.frame.isVisible)
    assert windows.shell.planning is None
    assert any("Tea for everyone" in one for one in windows.told())


def test_a_meeting_that_has_begun_is_not_planned_any_more(windows: Windows) -> None:
    windows.start()
    windows.open_sample()
    windows.do("main")
    meeting = windows.shell.meeting
    assert meeting is not None
    meeting.console.run("plan")
    meeting.console.run("next-session")
    QCoreApplication.processEvents()
    assert windows.shell.planning is None


def test_the_card_of_a_planned_meeting_leads_to_its_plan(windows: Windows) -> None:
    windows.start()
    session = new_meeting(windows, KINDS[0]).session
    planning(windows).window.run("back")
    windows.wait(windows.frame.isVisible)
    windows.shell.home.plan_asked.emit(session)
    assert planning(windows).bridge.state.session == session


def test_the_plan_speaks_another_language_with_all_the_rest(windows: Windows) -> None:
    windows.start()
    new_meeting(windows, KINDS[0])
    window = planning(windows).window
    window.run("language")
    assert windows.shell.words.lang == "ja"
    assert Catalogue("ja").say("Add an item") in [
        one.accessibleName()
        for one in window.agenda.findChildren(type(window._buttons["back"]))  # noqa: SLF001
    ]


def test_without_a_second_screen_it_is_said_that_there_is_none(windows: Windows) -> None:
    windows.start()
    new_meeting(windows, KINDS[0])
    plan = planning(windows)
    plan.window.run("try")
    assert plan.window.toast.text() == "There is no second screen here to try it on."
    assert plan.room.view().kind == "welcome"
    plan.window.run("try")
    assert not plan.room.isVisible()


def test_nothing_that_was_typed_is_lost_when_the_program_ends(
    qtbot: QtBot, windows: Windows, opening: Opening
) -> None:
    windows.start()
    session = new_meeting(windows, KINDS[0]).session
    place = next(one for key, one in planning(windows).window.head.entries().items() if key == "place:en")
    assert isinstance(place, QLineEdit)
    place.setFocus()
    QTest.keyClicks(place, "Room B")
    windows.shell.close()
    later = Windows(qtbot, opening)
    later.start()
    later.shell.open_plan(session)
    about = planning(later).bridge.state.description
    assert about is not None
    words = planning(later).bridge.words
    assert [words[each].body for _, each in about.place] == ["Room B"]
    later.close()


def test_a_session_that_can_t_be_read_leaves_home_open(windows: Windows) -> None:
    windows.start()
    windows.opening.store.failing = "damaged"
    windows.shell.plan_new(KINDS[0])
    windows.wait(lambda: any("damaged" in one for one in windows.told()))
    assert windows.shell.planning is None
    assert windows.frame.isVisible()
    windows.opening.store.failing = None


# ---- the session after


def test_the_next_session_is_planned_from_the_console_of_one_that_is_over(windows: Windows) -> None:
    windows.start()
    new_meeting(windows, KINDS[0])
    plan = planning(windows)
    for act in (
        acts.AddParticipants((ParticipantDraft({"": "Nagi"}), ParticipantDraft({"": "Sora"}))),
        acts.Describe(
            acts.SessionDraft(
                {"en": "Tea"}, ("en", "ja"), programme=acts.ProgrammeDraft({"en": "A year"}, number=3)
            )
        ),
    ):
        plan.bridge.do(act)
    windows.wait(lambda: not plan.bridge.busy)
    plan.window.run("ready")
    windows.wait(lambda: windows.shell.meeting is not None)
    windows.do("main")
    meeting = windows.shell.meeting
    assert meeting is not None
    meeting.bridge.do(acts.AgreeGuidelines())
    meeting.bridge.do(acts.KeepNote(NoteDraft(NoteKind.ACTION, {"en": "Buy tea"})))
    windows.settle()
    windows.do("close")
    before = meeting.bridge.state
    assert before.phase is Phase.CLOSED
    meeting.console.run("next-session")
    following = planning(windows)
    state, words = following.bridge.state, following.bridge.words
    about = state.description
    assert about is not None
    assert about.previous == before.session
    assert about.programme is not None
    assert about.programme.number == 4
    called = [words[each].body for one in state.participants.values() for _, each in one.called]
    assert called == ["Nagi", "Sora"]
    assert len(state.proposals) == len(before.guidelines) > 0
    assert [words[each].body for note in state.notes() for _, each in note.content.text] == ["Buy tea"]


# ---- the library


def library_of(windows: Windows) -> LibraryDialog:
    windows.wait(lambda: bool(planning(windows).window.findChildren(LibraryDialog)))
    return planning(windows).window.findChildren(LibraryDialog)[-1]


def test_a_question_comes_from_the_library_at_the_kind_of_the_open_item(windows: Windows) -> None:
    windows.start()
    state = new_meeting(windows, KINDS[0])
    agenda = planning(windows).window.agenda
    check_in = next(item for item in state.agenda if item.kind == "check-in")
    agenda.open_item(check_in.id)
    agenda.library.emit()
    dialog = library_of(windows)
    lines = dialog.lines()
    assert lines
    dialog.chosen.emit(lines[0].prose)
    dialog.close()
    windows.wait(lambda: not planning(windows).bridge.busy)
    item = planning(windows).bridge.state.item(check_in.id)
    assert item is not None
    words = planning(windows).bridge.words
    said = [{lang: words[each].body for lang, each in one.text} for one in item.prompts]
    assert dict(lines[0].prose) in said
    assert len(item.prompts) == len(check_in.prompts) + 1


def test_a_guideline_comes_from_the_library_and_once(windows: Windows) -> None:
    windows.start()
    new_meeting(windows, KINDS[-1])
    window = planning(windows).window
    window.run("guidelines")
    window.guidelines.library.emit()
    dialog = library_of(windows)
    for _ in range(2):
        dialog.chosen.emit(dialog.lines()[0].prose)
        windows.wait(lambda: not planning(windows).bridge.busy)
    dialog.close()
    assert len(planning(windows).bridge.state.proposals) == 1


def test_the_organisations_own_text_is_kept_and_found_again(windows: Windows) -> None:
    windows.start()
    new_meeting(windows, KINDS[0])
    planning(windows).window.guidelines.library.emit()
    dialog = library_of(windows)
    before = len(dialog.lines())
    dialog.kept.emit("", "guideline", {"en": "We stop on time"})
    assert len(dialog.lines()) == before + 1
    dialog.hidden.emit(dialog.lines()[0].id)
    assert len(dialog.lines()) == before
    windows.opening.store.failing = "full"
    dialog.kept.emit("", "guideline", {"en": "Never kept"})
    windows.opening.store.failing = None
    assert len(dialog.lines()) == before
    assert "full" in planning(windows).window.toast.text()
    dialog.close()


# ---- who sat with whom


def test_the_groups_of_last_time_are_known_to_the_meeting_after_it(
    windows: Windows, monkeypatch: pytest.MonkeyPatch
) -> None:
    met: list[frozenset[tuple[str, str]]] = []
    monkeypatch.setattr(Beside, "meet", lambda _beside, near: met.append(near))
    windows.start()
    new_meeting(windows, KINDS[1])
    plan = planning(windows)
    names = tuple(ParticipantDraft({"": name}) for name in ("Nagi", "Sora", "Ren", "Kei"))
    plan.bridge.do(acts.AddParticipants(names))
    windows.wait(lambda: len(plan.bridge.state.participants) == 4)
    people = tuple(plan.bridge.state.participants)
    plan.bridge.do(acts.FormGroups((GroupDraft({}, people[:2]), GroupDraft({}, people[2:]))))
    windows.wait(lambda: bool(plan.bridge.state.groups))
    plan.window.run("ready")
    windows.wait(lambda: windows.shell.meeting is not None)
    windows.do("main", "close")
    meeting = windows.shell.meeting
    assert meeting is not None
    meeting.console.run("next-session")
    planning(windows).window.run("ready")
    windows.wait(lambda: len(met) == 4)  # each plan, and each meeting
    assert met[0] == met[1] == frozenset()
    assert met[2] == met[3]
    assert len(met[3]) == 2  # two tables of two
    assert windows.shell.meeting is not None
    assert {who for pair in met[3] for who in pair} == set(windows.shell.meeting.bridge.state.participants)


# ---- the page for participants


@pytest.mark.parametrize(("command", "large"), [("share", False), ("share-large", True)])
def test_the_page_for_participants_is_written_with_what_was_just_typed(
    windows: Windows, tmp_path: Path, command: str, large: bool
) -> None:
    windows.start()
    session = new_meeting(windows, KINDS[0]).session
    plan = planning(windows)
    title = plan.window.head.entries()["title:en"]
    title.setFocus()
    title.selectAll()
    QTest.keyClicks(title, "Tea")
    target = tmp_path / "page.pdf"
    name_a_file(target)
    plan.window.run(command)
    windows.wait(target.exists)
    windows.wait(lambda: plan.window.toast.text() == "The page is written: page.pdf")
    assert target.read_text("utf-8") == f"{session} ['en', 'ja'] {large}"
    assert plan.window.windowTitle() == "Tea"


def test_a_page_that_can_t_be_written_says_why(windows: Windows, tmp_path: Path) -> None:
    windows.start()
    new_meeting(windows, KINDS[0])
    plan = planning(windows)
    plan.write_page(tmp_path / "nowhere" / "page.pdf")
    windows.wait(lambda: plan.window.toast.text().startswith("The file could not be written"))
    assert not (tmp_path / "nowhere").exists()
