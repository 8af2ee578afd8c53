"""Every answer in a person's sheet, given by keys, is in the record as it was given."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coprod.domain import acts
from coprod.domain.terms import Attendance, Attribution, ItemKind, Part, Shown, Standpoint
from coprod.ui.kit.button import ActionButton
from coprod.ui.kit.text import Words
from coprod.ui.plan.person_form import PersonForm
from tests.ui.access.test_colours import check_texts, reds
from tests.ui.access.test_layout import cut_off
from tests.ui.plan.desk import paint

if TYPE_CHECKING:
    from collections.abc import Callable

    from coprod.domain.parts import Participant
    from tests.ui.plan.desk import PeopleDesk

KEY = Qt.Key
LANGS = pytest.mark.parametrize("lang", ["en", "ja"])


def form(at: PeopleDesk) -> PersonForm:
    found = at.window.findChild(PersonForm)
    assert isinstance(found, PersonForm)
    return found


def person(at: PeopleDesk, name: str) -> Participant:
    return at.meeting.state.participants[at.meeting.who(name)]


def answers(at: PeopleDesk, name: str, key: str) -> list[tuple[str, bool]]:
    """The answers to a question, and whether each holds."""
    view = at.window.column._view  # noqa: SLF001 - what the column was shown
    assert view is not None
    sheet = view.sheet(at.meeting.who(name))
    assert sheet is not None
    return [(one.key, one.chosen) for row in sheet.rows if row.key == key for one in row.options]


def give(at: PeopleDesk, name: str, key: str, answer: str) -> None:
    """Give an answer as a click on it does."""
    at.open(name)
    row = form(at).answers(key)
    (row.added if key in {"standpoints", "parts", "languages"} else row.chosen).emit(answer)
    paint()


@LANGS
@pytest.mark.parametrize("answer", list(Part))
def test_each_part_is_taken_and_given_back(
    people: Callable[..., PeopleDesk], lang: str, answer: Part
) -> None:
    at = people(lang)
    give(at, "Vera", "parts", answer)
    assert person(at, "Vera").parts == (answer,)
    give(at, "Vera", "parts", answer)
    assert person(at, "Vera").parts == ()
    assert [type(act) for act in at.acts] == [acts.ChangeParticipant] * 2


@LANGS
@pytest.mark.parametrize("answer", list(Standpoint))
def test_each_standpoint_is_said_and_taken_back(
    people: Callable[..., PeopleDesk], lang: str, answer: Standpoint
) -> None:
    at = people(lang)
    who = at.meeting.who("Vera")
    give(at, "Vera", "standpoints", answer)
    assert at.meeting.state.standpoints(who) == (answer,)
    give(at, "Vera", "standpoints", "")
    assert at.meeting.state.standpoints(who) == ()


@pytest.mark.parametrize("answer", list(Attendance))
def test_each_way_of_being_there_is_kept(people: Callable[..., PeopleDesk], answer: Attendance) -> None:
    at = people("ja")
    give(at, "Umi", "attendance", answer)
    assert person(at, "Umi").attendance is answer
    give(at, "Umi", "attendance", "")
    assert person(at, "Umi").attendance is None


@pytest.mark.parametrize("answer", [Attribution.NAMED, Attribution.DISCIPLINE, Attribution.ANONYMOUS])
def test_each_wish_for_the_minutes_is_an_act_of_its_own(
    people: Callable[..., PeopleDesk], answer: Attribution
) -> None:
    at = people()
    give(at, "Tadashi", "attribution", answer)
    assert at.acts == [acts.StateWish(at.meeting.who("Tadashi"), attribution=answer)]
    assert person(at, "Tadashi").attribution is answer


@pytest.mark.parametrize(("key", "answer"), [("listed", Shown.NONE), ("wall", Shown.NONE)])
def test_wishes_for_the_list_and_the_wall_are_kept_and_changed_back(
    people: Callable[..., PeopleDesk], key: str, answer: Shown
) -> None:
    at = people()
    for said in (answer, Shown.NAME):
        give(at, "Wakana", key, said)
        assert getattr(person(at, "Wakana"), key) is said
    give(at, "Wakana", key, Shown.NAME)
    assert len(at.acts) == 2


def test_what_nobody_said_is_the_reserved_answer_and_asks_for_nothing(
    people: Callable[..., PeopleDesk],
) -> None:
    at = people()
    give(at, "Wakana", "listed", Shown.COUNT)
    give(at, "Wakana", "attribution", Attribution.STANDPOINT)
    assert at.acts == []


def test_languages_are_several(people: Callable[..., PeopleDesk]) -> None:
    at = people()
    for lang in ("ja", "ko", "ja"):
        give(at, "Umi", "languages", lang)
    assert person(at, "Umi").languages == ("ko",)


def test_an_answer_is_undone_and_the_sheet_says_so(people: Callable[..., PeopleDesk]) -> None:
    at = people()
    give(at, "Umi", "parts", Part.TIMEKEEPER)
    assert at.rows()[2].accessibleName() == "Umi, Both, Timekeeper"
    at.meeting.live.undo()
    at.show()
    paint()
    assert at.rows()[2].accessibleName() == "Umi, Both"
    assert not any(held for _, held in answers(at, "Umi", "parts"))


def test_in_the_meeting_a_standpoint_is_declared(people: Callable[..., PeopleDesk]) -> None:
    at = people()
    at.meeting.do(acts.StartSession())
    at.show()
    give(at, "Vera", "standpoints", Standpoint.FAMILY)
    who = at.meeting.who("Vera")
    assert at.acts == [acts.DeclareStandpoints(who, (Standpoint.FAMILY,))]
    assert at.meeting.state.standpoints(who) == (Standpoint.FAMILY,)


@pytest.mark.parametrize(
    ("key", "lang", "text"),
    [
        ("called", "en", "Vee"),
        ("reading", "ja", "vera"),
        ("discipline", "en", "Nursing"),
        ("label", "ja", "niwashi"),
    ],
)
def test_each_text_is_written_by_keys(
    people: Callable[..., PeopleDesk], key: str, lang: str, text: str
) -> None:
    at = people()
    at.open("Vera")
    entry = form(at).entry(key, lang)
    entry.setFocus()
    entry.selectAll()
    QTest.keyClicks(entry, text)
    at.press(KEY.Key_Return)
    [act] = at.acts
    assert isinstance(act, acts.ChangeParticipant)
    assert getattr(act.draft, key)[lang] == text
    assert entry.text() == text


def test_a_composed_name_is_kept_once_it_is_done(people: Callable[..., PeopleDesk]) -> None:
    at = people("ja")
    at.open("Vera")
    entry = form(at).entry("called", "ja")
    entry.setFocus()
    entry.selectAll()
    QApplication.sendEvent(entry, QInputMethodEvent("べら", []))
    at.press(KEY.Key_Return)
    assert at.acts == []
    done = QInputMethodEvent("", [])
    done.setCommitString("ベラ")
    QApplication.sendEvent(entry, done)
    at.press(KEY.Key_Return)
    assert at.names()[3] == "ベラ"


def test_nobody_is_left_without_a_name(people: Callable[..., PeopleDesk]) -> None:
    at = people()
    at.open("Vera")
    for lang in ("en", "ja"):
        entry = form(at).entry("called", lang)
        entry.setFocus()
        entry.selectAll()
        at.press(KEY.Key_Delete)
        at.press(KEY.Key_Return)
    called = person(at, "Vera").called
    assert called
    assert at.meeting.texts("en").body(called) in {"Vera", "Veraさま"}


@LANGS
def test_who_is_in_the_record_has_no_way_off_the_list(people: Callable[..., PeopleDesk], lang: str) -> None:
    at = people(lang)
    at.meeting.open(ItemKind.CHECK_IN)
    at.meeting.note("Once", "Sumire")
    at.show()
    words = at.meeting.words(lang)
    for name, there in (("Sumire", False), ("Vera", True)):
        at.open(name)
        [off] = [
            one for one in form(at).findChildren(ActionButton) if one.text() == words.say("Off the list")
        ]
        assert off.isVisible() is there
        stays = [one for one in form(at).findChildren(Words) if one.isVisible() and name in one.text()]
        assert bool(stays) is not there
    vera = at.meeting.who("Vera")
    off.click()
    paint()
    assert at.acts == [acts.RemoveParticipant(vera)]
    assert len(at.rows()) == 4


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("scale", [1.5, 2.0])
def test_the_sheet_is_read_in_large_text(people: Callable[..., PeopleDesk], theme: str, scale: float) -> None:
    at = people("ja", theme, scale)
    at.open("Umi")
    assert reds(at.window.grab().toImage()) == []
    assert check_texts(at.window, at.theme, "sheet") > 2
    assert cut_off(at.window) == []


@LANGS
@pytest.mark.parametrize(("steps", "answer"), [(1, Attendance.PRESENT), (2, Attendance.ONLINE)])
def test_arrows_and_space_give_an_answer(
    people: Callable[..., PeopleDesk], lang: str, steps: int, answer: Attendance
) -> None:
    at = people(lang)
    at.open("Umi")
    row = form(at).answers("attendance")
    row.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(steps):
        at.press(KEY.Key_Right)
    at.press(KEY.Key_Space)
    assert person(at, "Umi").attendance is answer
    assert row.hasFocus()
