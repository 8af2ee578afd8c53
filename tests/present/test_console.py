"""The console as one view: a pure function of the state, whatever happened before."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coprod.domain import acts
from coprod.domain.fold import fold
from coprod.domain.terms import ItemKind, PauseKind, Phase, Visibility
from coprod.present.commands import COMMANDS, Command, Desk
from coprod.present.console import ConsoleView, as_if_next, console_view
from coprod.present.deeds import deed, undoable
from coprod.present.latest import NEWEST, Release
from tests.present.meeting import Meeting


def view(meeting: Meeting, lang: str = "en") -> ConsoleView:
    return console_view(meeting.state, meeting.texts(lang), meeting.words(lang), meeting.clock.now())


def test_the_strip_names_session_and_programme() -> None:
    strip = view(Meeting()).strip
    assert strip.title == "3  A table for everyone"
    assert strip.programme == "Listening year, cohort 2"
    assert strip.phase == "Not begun yet"


def test_what_comes_next_is_named_with_its_time() -> None:
    meeting = Meeting()
    assert view(meeting).coming == "Hello, at 09:00"
    meeting.open(ItemKind.ROUNDTABLE)
    assert view(meeting).coming == "Break, at 09:30"
    meeting.open(ItemKind.CHECK_OUT)
    assert view(meeting).coming == "Nothing more is planned."


def test_what_the_wall_would_show_next_is_not_yet_so() -> None:
    meeting = Meeting()
    state = meeting.open(ItemKind.ROUNDTABLE)
    coming = as_if_next(state, meeting.clock.now())
    assert coming is not None
    item, pause = coming.open_item(), coming.open_pause()
    assert item is not None
    assert item.kind is ItemKind.BREAK
    assert pause is not None
    assert pause.kind is PauseKind.BREAK
    assert pause.at is not None
    assert (pause.at - meeting.clock.now()) // 60_000 == 30
    assert meeting.state is state


def test_after_the_last_item_nothing_comes() -> None:
    meeting = Meeting()
    assert as_if_next(meeting.open(ItemKind.CHECK_OUT), 0) is None
    assert as_if_next(meeting.do(acts.CloseSession()), 0) is None


def test_a_pause_is_named() -> None:
    meeting = Meeting()
    meeting.open(ItemKind.WELCOME)
    assert view(meeting).pause == ""
    meeting.do(acts.BeginPause(PauseKind.SILENCE))
    assert view(meeting).pause == "Silence"


def test_the_latest_notes_come_newest_first_without_names() -> None:
    meeting = Meeting()
    meeting.open(ItemKind.ROUNDTABLE)
    for number in range(NEWEST + 3):
        meeting.note(f"note {number}", "Sumire")
    meeting.note("from both", "Umi", minority=True)
    meeting.note("from nobody named")
    rows = view(meeting).latest
    assert len(rows) == NEWEST
    assert [row.said.body for row in rows[:3]] == ["from nobody named", "from both", "note 8"]
    assert [row.about for row in rows[:3]] == [
        "Contribution", "Both · Contribution · minority opinion", "Peer worker · Contribution"]  # fmt: skip
    assert not any("Sumire" in repr(row) for row in rows)


def test_a_note_says_whether_the_room_sees_it() -> None:
    meeting = Meeting()
    meeting.open(ItemKind.ROUNDTABLE)
    meeting.note("kept")
    note = meeting.note("for the room", visibility=Visibility.ROOM)
    assert [row.release for row in view(meeting).latest] == [Release.READY, Release.KEPT]
    assert [row.release_words for row in view(meeting).latest] == ["Show in the room", "For: Minutes"]
    assert view(meeting).waiting == "1 note could be shown"
    meeting.do(acts.ReleaseNote(note))
    assert view(meeting).latest[0].release is Release.SHOWN
    assert view(meeting).waiting == ""


def test_notes_of_earlier_items_do_not_wait_to_be_shown() -> None:
    meeting = Meeting()
    meeting.open(ItemKind.ROUNDTABLE)
    meeting.note("one", visibility=Visibility.ROOM)
    meeting.open(ItemKind.CHECK_OUT)
    assert view(meeting).waiting == ""


def test_every_act_is_told_in_a_sentence() -> None:
    meeting = Meeting()
    meeting.open(ItemKind.CHECK_IN)
    done = (
        acts.BeginTurn(meeting.who("Vera")),
        acts.PassTurn(meeting.who("Umi")),
        acts.Leave(meeting.who("Vera")),
        acts.BeginPause(PauseKind.BREATH),
        acts.OpenItem(meeting.state.agenda[0].id),
        acts.Undo(),
    )
    said = [deed(act, meeting.state, meeting.texts(), meeting.words()) for act in done]
    assert said == [
        "Vera has the voice.",
        "Umi passed. Offered again at the end.",
        "Vera has left.",
        "A breath, until you end it.",
        "Now: Hello.",
        "Undone.",
    ]
    assert [undoable(act) for act in done] == [True] * 5 + [False]


@given(st.lists(st.sampled_from([command for command in COMMANDS if command.act]), max_size=25), st.data())
def test_the_view_after_any_acts_is_that_of_a_session_read_anew(
    commands: list[Command], data: st.DataObject
) -> None:
    meeting = Meeting()
    for command in (COMMANDS[0], *commands):
        person = data.draw(st.sampled_from([None, *meeting.state.participants]))
        act = command.act(Desk(meeting.state, person)) if command.act else None
        if act is not None:
            meeting.live.do(act)
        meeting.clock.pass_minutes(1)
    meeting.live.do(acts.TakePenUp())  # what was off the record is nowhere
    stored = meeting.store.load(meeting.state.session)
    again = fold(meeting.state.session, stored.facts)
    for lang in ("en", "ja"):
        now = console_view(again, meeting.texts(lang), meeting.words(lang), meeting.clock.now())
        assert now == view(meeting, lang)
    assert again.phase in Phase
