"""A session run by keys at the real window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coprod.domain import acts
from coprod.domain.acts import ProposeGuideline
from coprod.domain.rounds import Voice, round_of
from coprod.domain.terms import ItemKind, PauseKind, Phase, Visibility
from coprod.i18n import Catalogue
from coprod.present.console import console_view
from coprod.present.room import Kind, RoomView
from coprod.ui.console.label import Label
from coprod.ui.kit.text import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.console.driving import Facilitator


def kind(at: Facilitator) -> ItemKind | None:
    item = at.bridge.state.open_item()
    return item.kind if item else None


def voices(at: Facilitator) -> list[Voice]:
    round_ = round_of(at.bridge.state)
    return [voice for _, voice in round_.voices] if round_ else []


def speaking(at: Facilitator) -> str:
    turn = at.bridge.state.open_turn()
    return at.meeting.texts().body(at.bridge.state.participants[turn.who].called) if turn else ""


def phase(at: Facilitator) -> Phase:
    return at.bridge.state.phase


def pause(at: Facilitator) -> PauseKind | None:
    held = at.bridge.state.open_pause()
    return held.kind if held else None


def wall(at: Facilitator) -> Kind | None:
    view = at.window.room_view()
    return view.kind if view else None


def share(at: Facilitator) -> float | None:
    view = at.window.view()
    return view.flow.items[0].share if view else None


def test_a_whole_session_by_keys(at: Facilitator) -> None:
    assert at.main() == "Begin: Hello"
    at.press("Space")
    assert kind(at) is ItemKind.WELCOME
    at.press("Space", "G", "A")
    assert kind(at) is ItemKind.GUIDELINES
    assert len(at.bridge.state.guidelines) == 2
    at.press("Ctrl+Right", "Space", "S", "Space", "L", "W", "Space")
    assert voices(at) == [Voice.SPOKEN, Voice.PASSED, Voice.SPOKEN, Voice.SPEAKING, Voice.WRITTEN]
    at.press("Space", "Space")
    assert kind(at) is ItemKind.ROUNDTABLE
    at.press("Space", "P", "P", "Shift+P", "Space", "N")
    at.type("A shelf for what was left unsaid")
    at.press("Alt+5", "Alt+V", "Alt+V", "Ctrl+Return", "R", "Ctrl+Right")
    assert kind(at) is ItemKind.BREAK
    assert pause(at) is PauseKind.BREAK
    at.press("K", "Ctrl+Right", "Space", "Ctrl+Shift+C")
    assert at.bridge.state.phase is Phase.CLOSED
    note = at.bridge.state.notes()[0]
    assert (note.content.who, note.content.visibility) == ((at.meeting.who("Sumire"),), Visibility.ROOM)
    assert at.bridge.state.wall == (note.entry,)


def test_the_window_shows_what_a_fresh_look_at_the_record_shows(at: Facilitator) -> None:
    keys = (
        "Space",
        "Space",
        "A",
        "Ctrl+Right",
        "Space",
        "S",
        "P",
        "Space",
        "L",
        "Ctrl+Z",
        "K",
        "K",
        "Ctrl+Left",
    )
    for key in keys:
        at.press(key)
        at.meeting.clock.pass_minutes(1)
        at.window.tick()
        fresh = console_view(
            at.meeting.live.state, at.meeting.texts(), at.meeting.words(), at.meeting.clock.now()
        )
        assert at.window.view() == fresh


def test_nothing_is_shown_that_could_not_be_kept(at: Facilitator) -> None:
    before = at.window.view()
    at.meeting.store.failing = "full"
    at.press("Space")
    assert at.window.view() == before
    assert at.window.board.banner.isVisible()
    assert "disk is full" in at.window.board.banner.text()
    at.meeting.store.failing = None
    at.press("Ctrl+Return")
    assert at.bridge.state.phase is Phase.OPEN
    assert not at.window.board.banner.isVisible()


def test_the_banner_stays_until_it_is_kept(at: Facilitator) -> None:
    at.meeting.store.failing = "locked"
    at.press("Space", "G", "G", "B", "B")
    assert at.window.board.banner.isVisible()
    at.button("Try again").click()
    at.settle()
    assert at.window.board.banner.isVisible()


def test_keys_that_come_faster_than_the_record_keep_their_order(at: Facilitator) -> None:
    at.press("Space", "Ctrl+Right", "A", "Ctrl+Right")
    for key in ("Space", "Space", "S", "Space"):
        at.strike(key)
    at.qtbot.waitUntil(lambda: speaking(at) == "Vera")
    assert voices(at) == [Voice.SPOKEN, Voice.SPOKEN, Voice.PASSED, Voice.SPEAKING, Voice.NOT_YET]


def test_a_chip_gives_the_voice_and_the_focus_goes_back(at: Facilitator) -> None:
    at.press("Space", "Ctrl+Right", "Ctrl+Right")
    at.chip("Sumire").setFocus()
    at.press("Right", "Right", "Return")
    assert speaking(at) == "Umi"
    assert at.focus().accessibleName() == at.main()
    at.chip("Wakana").click()
    at.settle()
    assert speaking(at) == "Wakana"


def test_somebody_leaves_and_comes_back_by_e_on_their_chip(at: Facilitator) -> None:
    at.press("Space")
    at.press("E")
    assert at.bridge.state.away == frozenset()
    at.chip("Vera").setFocus()
    at.press("E")
    assert at.bridge.state.away == {at.meeting.who("Vera")}
    assert at.toast() == "Vera has left."
    at.chip("Vera").setFocus()
    at.press("E")
    assert at.bridge.state.away == frozenset()


def test_space_is_the_main_action_wherever_the_focus_is(at: Facilitator) -> None:
    at.button("Blank the room").setFocus()
    at.press("Space")
    assert at.bridge.state.phase is Phase.OPEN
    assert wall(at) is not Kind.BLANK
    at.button("Blank the room").setFocus()
    at.press("Return")
    assert wall(at) is Kind.BLANK


def test_a_refusal_is_told_in_the_strip_and_changes_nothing(at: Facilitator) -> None:
    at.press("Space", "Ctrl+Right", "Ctrl+Right", "Space")
    before = at.window.view()
    at.chip("Sumire").click()
    at.settle()
    assert at.toast() == "Sumire is speaking already."
    assert at.window.view() == before


def test_undo_takes_back_the_last_act(at: Facilitator) -> None:
    at.press("Space", "Ctrl+Right", "Ctrl+Right", "S")
    assert at.toast() == "Sumire passed. Offered again at the end."
    at.button("Undo").click()
    at.settle()
    assert at.main() == "Next voice: Sumire"
    assert at.toast() == "Undone."


def test_blank_and_guidelines_are_of_this_device_and_no_fact(at: Facilitator) -> None:
    shown: list[RoomView] = []
    at.window.room_view_changed.connect(shown.append)
    at.press("Space")
    facts = len(at.meeting.store.load(at.meeting.state.session).facts)
    at.press("G", "B", "F7", "G", "G")
    assert [view.kind for view in shown[-5:]] == [
        Kind.GUIDELINES, Kind.BLANK, Kind.WELCOME, Kind.GUIDELINES, Kind.WELCOME]  # fmt: skip
    assert len(at.meeting.store.load(at.meeting.state.session).facts) == facts


def test_a_blank_wall_stays_blank_while_the_session_goes_on(at: Facilitator) -> None:
    at.press("Space", "B", "Ctrl+Right", "Ctrl+Right", "Space", "P")
    assert wall(at) is Kind.BLANK
    at.press("B")
    assert wall(at) is Kind.BREATH


def test_guidelines_on_the_wall_go_with_the_next_item(at: Facilitator) -> None:
    at.press("Space", "G", "Ctrl+Right", "Ctrl+Right")
    assert wall(at) is not Kind.GUIDELINES


def test_the_preview_is_what_the_room_sees(at: Facilitator) -> None:
    for key in ("Space", "G", "B", "B", "Ctrl+Right", "Ctrl+Right", "Space", "P"):
        at.press(key)
        assert at.window.board.centre.stage.room.view() == at.window.room_view()


def test_nothing_reaches_the_wall_before_it_is_kept(at: Facilitator) -> None:
    at.press("Space", "Ctrl+Right", "Ctrl+Right", "Ctrl+Right")
    at.meeting.note("for the room", visibility=Visibility.ROOM)
    at.press("N")
    at.type("x")
    at.press("Ctrl+Return")
    shown: list[RoomView] = []
    at.window.room_view_changed.connect(shown.append)
    at.meeting.store.failing = "full"
    at.press("R")
    assert shown == []
    at.meeting.store.failing = None
    at.press("Ctrl+Return")
    assert [len(view.notes) for view in shown] == [1]


@pytest.mark.parametrize(
    ("key", "signal"),
    [("F11", "room_display_requested"), ("Ctrl+L", "language_toggled"), ("Ctrl+W", "back_requested")],
)
def test_what_the_shell_does_is_asked_for_by_signal(at: Facilitator, key: str, signal: str) -> None:
    with at.qtbot.waitSignal(getattr(at.window, signal)):
        at.press(key)
    at.press("N")
    with at.qtbot.waitSignal(getattr(at.window, signal)):
        at.press(key)


def test_another_language_while_running(at: Facilitator) -> None:
    at.press("Space", "Ctrl+Right", "Ctrl+Right", "S")
    at.window.retranslate(Catalogue("ja"))
    assert at.main() == "つぎの声:Tadashiさま".replace(":", at.main()[4])
    assert "Sumireさま" in at.toast()
    at.window.retranslate(Catalogue("en"))
    assert at.main() == "Next voice: Tadashi"


def test_where_the_room_display_is_is_named(at: Facilitator) -> None:
    assert at.button("Room display").isEnabled()
    at.window.show_display("Projector")
    assert at.button("Room display: Projector").isEnabled()


def test_soft_time_moves_without_an_act(at: Facilitator) -> None:
    at.press("Space")
    assert share(at) == pytest.approx(0, abs=0.01)
    at.meeting.clock.pass_minutes(2.5)
    at.window.tick()
    assert share(at) == pytest.approx(0.5, abs=0.05)


def test_a_closed_session_can_be_opened_again(at: Facilitator) -> None:
    at.press("Space", "Ctrl+Shift+C")
    assert phase(at) is Phase.CLOSED
    at.press("Ctrl+Shift+O")
    assert phase(at) is Phase.OPEN


def test_letters_do_nothing_while_a_note_is_written(at: Facilitator) -> None:
    at.press("Space", "N")
    at.type("bpsl gank")
    at.press("Space")
    composed = at.window.board.panel.composed()
    assert composed is not None
    assert composed.texts == {"en": "bpsl gank "}
    assert pause(at) is None
    at.press("F6")
    assert pause(at) is PauseKind.BREATH


def test_a_session_read_again_lands_where_it_was(at: Facilitator, seat: Callable[..., Facilitator]) -> None:
    at.press("Space", "Ctrl+Right", "Ctrl+Right", "Space", "P")
    other = seat(meeting=at.meeting.read_again())
    assert other.window.view() == at.window.view()
    assert wall(other) is Kind.BREATH
    other.press("P", "Ctrl+Z", "Ctrl+Z")
    assert pause(other) is None
    assert speaking(other) == "Sumire"


def test_a_text_too_long_for_the_wall_is_turned_by_key(at: Facilitator) -> None:
    at.press("Space", "Space")
    for number in range(9):
        at.bridge.do(
            ProposeGuideline({"ja": f"ながい約束その{number}" * 6, "en": f"A long promise {number} " * 6})
        )
        at.settle()
    stage = at.window.board.centre.stage
    pages = stage.room.sheet().pages
    assert pages > 1
    seen = []
    for key in ("PageUp", *["PageDown"] * (pages - 1), "PageUp", "PageDown"):
        at.press(key)
        view = at.window.room_view()
        assert view is not None
        seen.append(view.page)
    assert seen == [*range(pages), pages - 2, pages - 1]
    texts = {words.text() for words in stage.findChildren(Words)}
    assert any(f"page {pages} of {pages}" in text for text in texts)


def test_another_text_begins_on_its_first_page(at: Facilitator) -> None:
    at.press("Space", "Space")
    for number in range(9):
        at.bridge.do(ProposeGuideline({"en": f"A long promise {number} " * 9}))
        at.settle()
    at.press("PageDown", "B", "B")
    view = at.window.room_view()
    assert view is not None
    assert view.page == 0


@pytest.mark.parametrize("asked", ["in the console", "in another window"])
def test_when_nothing_is_under_way_any_more_all_is_saved(at: Facilitator, asked: str) -> None:
    at.press("Space")
    if asked == "in the console":
        at.press("P")
    else:
        at.qtbot.waitUntil(lambda: not at.window._slow.isActive())  # noqa: SLF001
        at.bridge.do(acts.BeginPause(PauseKind.BREATH))
        at.settle()
    saved = [one.text() for one in at.window.findChildren(Label) if one.isVisible()]
    assert "All saved" in saved
    assert "Saving …" not in saved
