"""The palette, the sheet of keys and a clicker, by real keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget

from coprod.domain import acts
from coprod.domain.acts import GroupDraft, ItemDraft
from coprod.domain.terms import ItemKind, RoundOrder, Shown
from coprod.present.commands import COMMANDS
from coprod.ui.kit.text import Words
from tests.ui.console.driving import Facilitator

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def at(qtbot: QtBot) -> Facilitator:
    made = Facilitator(qtbot)
    made.press("Space", "Ctrl+Right", "Ctrl+Right")  # the check-in
    return made


def compose(at: Facilitator, preedit: str) -> None:
    QApplication.sendEvent(at.focus(), QInputMethodEvent(preedit, []))


# ---- the palette


def test_what_is_found_is_done_by_enter_and_the_focus_is_where_it_was(at: Facilitator) -> None:
    before = at.focus()
    at.press("Ctrl+K")
    assert isinstance(at.focus(), QLineEdit)
    at.type("silence")
    at.press("Return")
    assert at.toast() == "Silence, until you end it."
    assert not at.window.finder.isVisible()
    assert at.focus() is before


def test_letters_are_letters_in_it_and_f7_still_blanks(at: Facilitator) -> None:
    before = at.bridge.state
    at.press("Ctrl+K")
    at.type("b.s k")
    at.press("F7")
    assert at.bridge.state == before
    view = at.window.room_view()
    assert view is not None
    assert view.kind == "blank"
    at.press("Escape")
    assert not at.window.finder.isVisible()


def test_where_the_room_sees_it_nobody_is_named_who_wants_no_name(at: Facilitator) -> None:
    at.bridge.do(acts.StateWish(at.meeting.who("Vera"), wall=Shown.NONE))
    at.settle()
    at.press("Ctrl+K")
    at.type("Vera")
    assert [choice.person for choice in at.window.finder.choices()] == [at.meeting.who("Vera")]
    at.window.fold(folded=True)
    assert not at.window.finder.isVisible()
    at.press("Ctrl+K")
    at.type("Vera")
    assert not at.window.finder.choices()


def test_folding_puts_away_what_no_wall_may_show(at: Facilitator) -> None:
    correct = at.window.beside.open("correct")
    guidelines = at.window.beside.open("edit-guidelines")
    at.window.fold(folded=True)
    assert (correct.isVisible(), guidelines.isVisible()) == (False, True)


def test_arrows_choose_and_go_round(at: Facilitator) -> None:
    at.press("Ctrl+K")
    at.type("round")
    assert [one.command for one in at.window.finder.choices()][:2] == ["round-seated", "round-last"]
    at.press("Up", "Down", "Down", "Down", "Return")  # from the first up to the last, and down again
    assert at.toast() == "A round has begun, in an order that was drawn."


def test_a_person_is_given_the_voice_by_name(at: Facilitator) -> None:
    at.press("Ctrl+K")
    at.type("wakana")
    at.press("Return")
    assert at.toast() == "Wakana has the voice."


def test_an_item_is_opened_by_name(at: Facilitator) -> None:
    at.press("Ctrl+K")
    at.type("who gets")
    at.press("Return")
    assert at.toast() == "Now: Who gets to speak."


def test_nothing_that_is_found_nothing_is_done(at: Facilitator) -> None:
    before = at.bridge.state
    at.press("Ctrl+K")
    at.type("zzz")
    at.press("Down", "Return")
    assert at.bridge.state == before
    assert at.window.finder.isVisible()
    at.press("Escape")


def test_a_click_does_what_is_clicked(at: Facilitator) -> None:
    at.press("Ctrl+K")
    at.type("pause")
    (listed,) = at.window.finder.findChildren(QListWidget)
    listed.itemClicked.emit(listed.item(0))
    at.settle()
    assert at.toast() == "A breath, until you end it."


def test_keys_do_nothing_while_an_input_method_composes(at: Facilitator) -> None:
    before = at.bridge.state
    at.press("Ctrl+K")
    compose(at, "かん")
    at.press("Return", "Down", "Escape")
    assert at.window.finder.isVisible()
    assert at.bridge.state == before
    compose(at, "")
    at.press("Escape")
    assert not at.window.finder.isVisible()


@pytest.mark.parametrize("lang", ["ja", "ko"])
def test_it_speaks_the_language_of_the_window(qtbot: QtBot, lang: str) -> None:
    at = Facilitator(qtbot, lang)
    at.press("Ctrl+K")
    words = at.meeting.words(lang)
    assert at.focus().accessibleName() == words.say("What would you like to do?")
    at.type("guidelines")
    assert words.say("Guidelines") in [one.words for one in at.window.finder.choices()]
    at.press("Escape")


# ---- the sheet of keys


@pytest.mark.parametrize("key", ["?", "F1"])
def test_the_sheet_names_every_command_and_goes_by_the_key_that_brought_it(at: Facilitator, key: str) -> None:
    at.press(key)
    sheet = at.window.key_sheet
    assert sheet.isVisible()
    said = {one.text() for one in sheet.findChildren(Words)}
    assert {at.meeting.words().say(command.name) for command in COMMANDS} <= said
    before = at.bridge.state
    at.press("S", "Space")
    assert at.bridge.state == before  # it has the keys
    at.press(key)
    assert not sheet.isVisible()


def test_the_sheet_changes_with_the_language(at: Facilitator) -> None:
    at.press("?", "Escape")
    at.window.retranslate(at.meeting.words("ja"))
    at.press("?")
    said = {one.text() for one in at.window.key_sheet.findChildren(Words)}
    assert "すべてのキー" in said
    assert "All keys" not in said


@pytest.mark.parametrize("size", [(1024, 600), (1366, 690), (1920, 1040)])
def test_they_stand_whole_in_the_window(qtbot: QtBot, size: tuple[int, int]) -> None:
    at = Facilitator(qtbot, size=size)
    for key, over in (("Ctrl+K", at.window.finder), ("F1", at.window.key_sheet)):
        at.press(key)
        assert at.window.rect().contains(over.geometry())
        at.window.set_theme(at.theme, 1.5)
        assert at.window.rect().contains(over.geometry())
        at.window.set_theme(at.theme)
        at.press("Escape")


# ---- a clicker


def test_a_clicker_goes_on_and_takes_the_step_back(at: Facilitator) -> None:
    at.press("PageDown")
    assert at.toast() == "Sumire has the voice."
    at.press("PageDown")
    assert at.toast() == "Tadashi has the voice."
    at.press("PageUp")
    assert at.toast() == "Undone."
    turn = at.bridge.state.open_turn()
    assert turn is not None
    assert turn.who == at.meeting.who("Sumire")
    at.press("PageUp")
    assert at.bridge.state.open_turn() is None
    item = at.bridge.state.open_item()
    at.press("PageUp")  # no further: what came before is not the clicker's
    assert at.bridge.state.open_item() == item
    assert at.bridge.state.started


def test_a_step_made_by_another_key_is_not_the_clickers(at: Facilitator) -> None:
    at.press("PageDown", "F5", "PageUp")
    turn = at.bridge.state.open_turn()
    assert turn is not None
    assert turn.who == at.meeting.who("Tadashi")


def test_a_clicker_leaves_a_closed_session_alone(at: Facilitator) -> None:
    asked: list[bool] = []
    at.window.minutes_requested.connect(lambda: asked.append(True))
    at.press("Ctrl+Shift+C", "PageDown")
    assert asked == []


def test_who_was_not_heard_is_said_under_the_round_alone(at: Facilitator) -> None:
    unheard = at.window.board.centre.unheard
    at.press("Space")
    assert not unheard.text() or "Not heard" in unheard.text()
    at.press("Space", "Space")
    assert unheard.text() == "Not heard yet in this round: Vera, Wakana."
    assert unheard.isVisible()
    view = at.window.view()
    assert view is not None
    assert "Vera" not in view.round.count
    at.press("Ctrl+Right")
    assert not unheard.isVisible()


def test_a_pause_of_each_kind_gives_the_voice_back(at: Facilitator) -> None:
    at.press("Space")
    for key in ("P", "Shift+P", "K"):
        at.press(key)
        assert at.bridge.state.open_pause() is not None
        at.press("Space")
        turn = at.bridge.state.open_turn()
        assert turn is not None
        assert turn.who == at.meeting.who("Sumire")
        assert at.main() == "Next voice: Tadashi"


def test_a_clicker_never_takes_back_a_note(at: Facilitator) -> None:
    at.press("N")
    at.type("Kept")
    at.press("Ctrl+Return")
    assert len(at.bridge.state.notes()) == 1
    at.press("PageUp")
    assert len(at.bridge.state.notes()) == 1


@pytest.mark.parametrize("key", ["B", ".", "F7"])
def test_one_key_blanks_the_wall(at: Facilitator, key: str) -> None:
    at.press(key)
    view = at.window.room_view()
    assert view is not None
    assert view.kind == "blank"


# ---- hands, orders, time, share-back


def test_a_hand_goes_up_and_down_on_its_chip(at: Facilitator) -> None:
    at.chip("Vera").setFocus()
    at.press("H")
    assert at.toast() == "Vera has a hand up."
    assert at.chip("Vera").accessibleName() == "Vera, Not said, hand 1"
    at.chip("Vera").setFocus()
    at.press("H")
    assert at.toast() == "Vera has no hand up any more."


def test_in_a_round_without_an_order_the_first_hand_is_next(at: Facilitator) -> None:
    at.press("Ctrl+5")
    at.chip("Umi").setFocus()
    at.press("H")
    assert at.main() == "Next voice: Umi"
    at.press("F5")
    assert at.toast() == "Umi has the voice."


@pytest.mark.parametrize(("key", "order"), list(zip("12345", RoundOrder, strict=True)))
def test_another_round_in_each_order_by_a_key(at: Facilitator, key: str, order: RoundOrder) -> None:
    at.press("Space", f"Ctrl+{key}")
    begun = at.bridge.state.record[at.bridge.state.track().round or ""]
    assert getattr(begun, "order", None) is order
    assert getattr(begun, "number", None) == 2


def test_more_time_is_one_key(at: Facilitator) -> None:
    at.press("X")
    assert at.toast() == "Until 09:20 now."
    view = at.window.view()
    assert view is not None
    assert view.flow.items[2].detail == "until 09:20"


def test_a_break_says_when_and_is_made_longer_by_the_same_key(at: Facilitator) -> None:
    at.press("K")
    view = at.window.room_view()
    assert view is not None
    assert view.clock is not None
    assert view.clock.time == "09:10"
    at.press("X")
    assert at.toast() == "Until 09:15 now."


def test_space_calls_group_after_group_in_the_share_back(at: Facilitator) -> None:
    people = list(at.bridge.state.participants)
    for act in (
        acts.AddItem(ItemDraft(ItemKind.SHARE_BACK), before=at.bridge.state.agenda[3].id),
        acts.FormGroups(
            (GroupDraft({"en": "the garden"}, tuple(people[:3])), GroupDraft({}, tuple(people[3:])))
        ),
    ):
        at.bridge.do(act)
        at.settle()
    at.press("Ctrl+Right")
    assert at.main() == "Next: the garden"
    at.press("Space")
    assert at.toast() == "Now: the garden."
    assert at.main() == "Next: Table 2"
    at.press("Space")
    assert at.main() == "Next item: Who gets to speak"


def test_a_hand_is_never_cut_off_on_its_chip(at: Facilitator) -> None:
    at.chip("Vera").setFocus()
    at.press("H")
    chip = at.chip("Vera")
    assert chip.minimumSizeHint().width() <= chip.width()
