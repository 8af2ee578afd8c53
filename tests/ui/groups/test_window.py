"""The window in which groups are arranged, driven by keys, read by its accessible names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coprod.domain import acts
from coprod.domain.terms import ItemKind, Phase
from coprod.i18n import Catalogue
from coprod.ui.groups.table import PersonButton
from coprod.ui.groups.window import GroupsWindow
from tests.present.meeting import Meeting
from tests.ui.access.test_colours import reds
from tests.ui.access.test_layout import cut_off
from tests.ui.access.windows import by_tab, controls, long_meeting

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.console.driving import Facilitator


def crowd(number: int = 9) -> Meeting:
    """A planned meeting of so many."""
    meeting = Meeting()
    for place in range(len(meeting.state.participants), number):
        meeting.do(acts.AddParticipant(acts.ParticipantDraft({"": f"Guest {place}"})))
    return meeting


def arrange(at: Facilitator) -> GroupsWindow:
    """Open the window by its key."""
    at.strike("Ctrl+B")
    at.settle()
    window = at.window.beside.open("groups")
    at.qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    at.settle()
    assert isinstance(window, GroupsWindow)
    return window


def groups(window: GroupsWindow) -> list[list[str]]:
    return [[person.sitting.id for person in table.people] for table in window.tables]


def wishes(at: Facilitator) -> list[tuple[str, ...]]:
    return [*at.bridge.state.apart, *at.bridge.state.together]


def person(window: GroupsWindow, name: str) -> PersonButton:
    """The button of somebody, by what a screen reader says."""
    return next(one for one in window.people() if one.accessibleName().startswith(f"{name},"))


@pytest.fixture
def planned(seat: Callable[..., Facilitator]) -> Facilitator:
    return seat(meeting=crowd())


def test_it_opens_in_a_planned_session_and_shows_everybody_once(planned: Facilitator) -> None:
    window = arrange(planned)
    assert planned.bridge.state.phase is Phase.PLANNED
    shown = [who for group in groups(window) for who in group]
    assert sorted(shown) == sorted(planned.bridge.state.participants)
    assert not planned.bridge.state.small_groups()
    assert window.isWindow()
    assert not window.isModal()


def test_alt_d_draws_again_and_the_sizes_go_by_their_buttons(planned: Facilitator) -> None:
    window = arrange(planned)
    before = groups(window)
    planned.press("Alt+D", "Alt+D", "Alt+D")
    assert window.draft is not None
    assert window.draft.seed == 4
    assert groups(window) != before
    window.smaller.setFocus()
    planned.press("Space")
    assert window.size_word.text() == "About 3 people"
    assert [len(group) for group in groups(window)] == [3, 3, 3]
    assert not window.smaller.isEnabled()
    window.larger.setFocus()
    planned.press("Space", "Space")
    assert window.size_word.text() == "About 5 people"


def test_arrows_move_the_person_who_has_the_focus_and_the_focus_goes_along(planned: Facilitator) -> None:
    window = arrange(planned)
    one = person(window, "Sumire")
    at = next(place for place, group in enumerate(groups(window)) if one.sitting.id in group)
    one.setFocus()
    planned.press("Right")
    to = (at + 1) % len(window.tables)
    assert one.sitting.id in groups(window)[to]
    focus = planned.focus()
    assert isinstance(focus, PersonButton)
    assert focus.accessibleName() == f"Sumire, Peer worker, {window.tables[to].name.text()}"
    planned.press("Left")
    assert one.sitting.id in groups(window)[at]


def test_a_name_is_written_over_and_stays_when_the_rest_is_drawn_again(planned: Facilitator) -> None:
    window = arrange(planned)
    entry = window.tables[1].name
    assert entry.accessibleName() == "Name of the group: Garden table"
    entry.setFocus()
    entry.selectAll()
    planned.type("By the door")
    planned.press("Return")
    assert window.tables[1].name.text() == "By the door"
    assert planned.focus() is window.tables[1].name
    window.tables[1].keep.click()
    planned.press("Alt+D")
    assert [table.name.text() for table in window.tables][:2] == ["By the door", "Window table"]
    planned.press("Alt+U")
    texts = planned.meeting.texts()
    assert texts.body(planned.bridge.state.small_groups()[0].name) == "By the door"


def test_a_hand_carries_somebody_to_another_group(planned: Facilitator) -> None:
    window = arrange(planned)
    one, target = window.tables[0].people[0], window.tables[1]
    who, there = one.sitting.id, one.mapFromGlobal(target.mapToGlobal(target.rect().center()))
    QTest.mousePress(one, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    QTest.mouseMove(one, there / 2)
    QTest.mouseMove(one, there)
    before = target.grab().toImage()
    QTest.mouseMove(one, QPoint(4, 4))
    assert target.grab().toImage() != before  # where they would come is shown
    QTest.mouseRelease(one, Qt.MouseButton.LeftButton, pos=there)
    assert who in groups(window)[1]
    assert not person(window, "Sumire").isChecked()


def test_who_is_dropped_beside_the_groups_stays(planned: Facilitator) -> None:
    window = arrange(planned)
    before, one = groups(window), window.tables[0].people[0]
    QTest.mousePress(one, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    QTest.mouseMove(one, QPoint(4, 4000))
    QTest.mouseRelease(one, Qt.MouseButton.LeftButton, pos=QPoint(4, 4000))
    assert groups(window) == before


def test_up_and_down_go_from_person_to_person(planned: Facilitator) -> None:
    window = arrange(planned)
    people = window.people()
    people[0].setFocus()
    planned.press("Down")
    assert planned.focus() is people[1]
    planned.press("Up", "Up")
    assert planned.focus() is people[-1]


def test_a_kept_group_stays_when_the_rest_is_drawn(planned: Facilitator) -> None:
    window = arrange(planned)
    kept = set(groups(window)[1])
    window.tables[1].keep.setFocus()
    planned.press("Space")
    assert planned.focus() is window.tables[1].keep
    assert window.tables[1].keep.isChecked()
    planned.press("Alt+D")
    assert set(groups(window)[0]) == kept
    assert window.tables[0].keep.isChecked()
    assert window.tables[0].keep.accessibleName() == "Keep this group: Garden table"


def test_two_people_are_kept_apart_and_it_is_let_go(planned: Facilitator) -> None:
    window = arrange(planned)
    assert not window.apart.isEnabled()
    for name in ("Sumire", "Umi"):
        person(window, name).setFocus()
        planned.press("Space")
        assert person(window, name).isChecked()
    assert window.apart.isEnabled()
    planned.press("Alt+A")
    pair = (planned.meeting.who("Sumire"), planned.meeting.who("Umi"))
    assert wishes(planned) == [pair]
    assert window.wishes.text() == "Kept apart: Sumire and Umi"
    planned.press("Alt+T")
    assert planned.bridge.state.together == (pair,)
    planned.press("Alt+L")
    assert wishes(planned) == []
    assert not window.wishes.isVisible()
    assert "No reason is asked or stored" in window.wish_head.text()


def test_a_third_choice_takes_the_place_of_the_first(planned: Facilitator) -> None:
    window = arrange(planned)
    for name in ("Sumire", "Umi", "Vera"):
        person(window, name).click()
    assert {one.text() for one in window.people() if one.isChecked()} == {"Umi", "Vera"}
    person(window, "Vera").click()
    assert not window.apart.isEnabled()


def test_what_is_not_met_is_told(planned: Facilitator) -> None:
    window = arrange(planned)
    one, two = groups(window)[0][:2]
    planned.bridge.do(acts.WishCompany(apart=((one, two),)))
    planned.settle()
    assert window.unmet.isVisible()
    assert "though they were to be kept apart" in window.unmet.text()
    planned.press("Alt+D")
    assert not window.unmet.isVisible()


def test_the_groups_are_used_by_one_act_and_one_undo_takes_them_back(planned: Facilitator) -> None:
    window = arrange(planned)
    planned.press("Alt+U")
    used = [list(group.members) for group in planned.bridge.state.small_groups()]
    assert used == groups(window)
    assert window.said.text() == "The groups are formed."
    planned.press("Ctrl+Z")
    assert planned.bridge.state.small_groups() == []
    assert groups(window) == used


def test_the_draft_stays_while_the_window_is_closed_and_nothing_reaches_the_wall(
    seat: Callable[..., Facilitator],
) -> None:
    meeting = crowd()
    meeting.open(ItemKind.CHECK_IN)
    at = seat(meeting=meeting)
    wall = at.window.room_view()
    window = arrange(at)
    at.press("Alt+D", "Alt+D")
    drawn = groups(window)
    at.press("Escape")
    assert not window.isVisible()
    assert groups(arrange(at)) == drawn
    assert at.window.room_view() == wall


def test_who_leaves_is_let_go_from_the_draft(seat: Callable[..., Facilitator]) -> None:
    meeting = crowd()
    meeting.open(ItemKind.CHECK_IN)
    at = seat(meeting=meeting)
    window = arrange(at)
    at.bridge.do(acts.Leave(meeting.who("Umi")))
    at.settle()
    assert meeting.who("Umi") not in [who for group in groups(window) for who in group]


def test_it_speaks_the_language_that_is_chosen_while_it_is_open(planned: Facilitator) -> None:
    window = arrange(planned)
    planned.window.retranslate(Catalogue("ja"))
    planned.settle()
    assert window.tables[0].name.text() == "窓の席"
    assert window.windowTitle() == window.head.text() == "小グループ分け"
    for button in (window.smaller, window.larger, window.again, window.use, window.apart, window.let_go):
        assert not any("a" <= letter.lower() <= "z" for letter in button.accessibleName())


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_everything_is_named_reached_and_whole(
    seat: Callable[..., Facilitator], lang: str, scale: float
) -> None:
    at = seat(lang, meeting=long_meeting())
    at.window.beside.set_theme(at.theme.scaled(scale))
    window = arrange(at)
    window.people()[0].click()
    at.settle()
    assert window.width() <= 1366
    assert window.height() <= 690
    for control in controls(window):
        spoken = QAccessible.queryAccessibleInterface(control)
        assert spoken.text(QAccessible.Text.Name).strip(), type(control).__name__
    stops = by_tab(window)
    assert [one.accessibleName() for one in controls(window) if one.isEnabled() and one not in stops] == []
    assert cut_off(window) == []


def test_sixty_people_fit_by_scrolling_and_who_has_the_focus_is_seen(
    seat: Callable[..., Facilitator],
) -> None:
    at = seat(meeting=crowd(60))
    window = arrange(at)
    assert len(window.people()) == 60
    assert len({table.name.text() for table in window.tables}) == len(window.tables) == 15
    window.people()[0].setFocus()
    at.press("Up")
    at.settle()
    last = window.people()[-1]
    assert last.hasFocus()
    assert last.visibleRegion().boundingRect().height() == last.height()
    at.press("Right")
    at.settle()
    focus = at.focus()
    assert isinstance(focus, PersonButton)
    assert focus.sitting.id == last.sitting.id
    assert focus.sitting.id in groups(window)[0]
    assert focus.visibleRegion().boundingRect().height() == focus.height()


def test_who_sat_together_before_is_mixed(planned: Facilitator) -> None:
    window = arrange(planned)
    one, two = groups(window)[0][:2]
    window.meet([(one, two)])
    planned.press("Alt+D")
    assert not any({one, two} <= set(group) for group in groups(window))


def test_a_click_of_the_mouse_and_enter_choose_as_space_does(planned: Facilitator) -> None:
    window = arrange(planned)
    window.people()[0].setFocus()
    name = window.people()[0].text()
    planned.press("Return")
    assert person(window, name).isChecked()
    QTest.mouseClick(person(window, name), Qt.MouseButton.LeftButton)
    assert not person(window, name).isChecked()


def test_letters_of_the_console_do_nothing_here(planned: Facilitator) -> None:
    window = arrange(planned)
    before, state = groups(window), planned.bridge.state
    planned.press("B", "S", "Ctrl+Right")
    assert groups(window) == before
    assert planned.bridge.state == state


def test_a_closed_session_has_no_groups_to_arrange(seat: Callable[..., Facilitator]) -> None:
    meeting = crowd()
    meeting.open(ItemKind.CHECK_IN)
    meeting.do(acts.CloseSession())
    at = seat(meeting=meeting)
    view = at.window.view()
    assert view is not None
    assert "groups" not in view.actions.enabled
    at.press("Ctrl+B")
    assert not [
        one for one in QApplication.topLevelWidgets() if isinstance(one, GroupsWindow) and one.isVisible()
    ]


def test_no_red(planned: Facilitator) -> None:
    window = arrange(planned)
    window.people()[0].click()
    planned.settle()
    picture = window.grab().toImage()
    assert not reds(picture)


def test_fewer_groups_stand_side_by_side_in_a_narrow_window_and_the_focus_stays(
    planned: Facilitator,
) -> None:
    window = arrange(planned)
    window.smaller.click()
    planned.settle()
    assert len({table.y() for table in window.tables}) == 1
    one = person(window, "Umi")
    one.setFocus()
    window.resize(520, 600)
    planned.settle()
    assert len({table.y() for table in window.tables}) == 2
    focus = planned.focus()
    assert isinstance(focus, PersonButton)
    assert focus.sitting == one.sitting


def test_the_palette_and_the_sheet_of_keys_know_it(planned: Facilitator) -> None:
    view = planned.window.view()
    assert view is not None
    assert view.actions.words["groups"] == "Arrange the groups"
    assert "groups" in view.actions.enabled
