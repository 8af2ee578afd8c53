"""What the room sees of a session: the right picture, in both languages, and nothing that was not said for it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from coprod.domain import facts as f
from coprod.domain.facts import Body, Fact, Word
from coprod.domain.fold import apply, fold
from coprod.domain.moments import to_ms
from coprod.domain.parts import (
    AgendaItem,
    Description,
    Group,
    Guideline,
    NextTime,
    NoteContent,
    Participant,
    Programme,
    Prompt,
    Text,
    Translation,
)
from coprod.domain.state import State
from coprod.domain.terms import (
    Attribution,
    GuidelineChange,
    ItemKind,
    NoteKind,
    PauseKind,
    RoundOrder,
    Shown,
    Standpoint,
    TranslationState,
    Visibility,
)
from coprod.present.marks import Mark
from coprod.present.room import BLANK, Kind, Pair, RoomView
from coprod.present.speech import tongues_of
from coprod.present.wall import Look, room_view
from coprod.service.exchange.incoming import incoming
from coprod.service.exchange.reading import read
from tests.sessions import SAMPLE

START = "2026-05-12T13:30:00+09:00"
T0 = to_ms(START)
MINUTE = 60_000


class Meeting:
    """A small meeting, told fact by fact."""

    def __init__(self, *languages: str) -> None:
        self.words: dict[str, Word] = {}
        self.state = State("s")
        self._seq = 0
        about = Description(
            title=self.text("待つこと", "On waiting"),
            languages=languages or ("ja", "en"),
            planned_start=START,
            planned_end="2026-05-12T15:30:00+09:00",
            zone="Asia/Tokyo",
            programme=Programme(title=self.text("木曜の会", "Thursday circle"), number=3),
            next_time=NextTime(start="2026-06-09T13:30:00+09:00"),
        )
        self.tell(f.Described(about))
        for who, called, standpoint in (
            ("p1", "Aki", Standpoint.PEER),
            ("p2", "Ben", Standpoint.PEER),
            ("p3", "Chie", Standpoint.PROFESSIONAL),
            ("p4", "Dai", Standpoint.PROFESSIONAL),
        ):
            self.tell(f.ParticipantAdded(Participant(who, self.plain(called), standpoints=(standpoint,))))

    def text(self, ja: str, en: str) -> Text:
        """A text in both languages."""
        return tuple((lang, self._word(lang, body)) for lang, body in (("ja", ja), ("en", en)) if body)

    def plain(self, body: str) -> Text:
        """A text that has no language."""
        return (("", self._word("", body)),)

    def _word(self, lang: str, body: str) -> str:
        id = f"w{len(self.words)}"
        self.words[id] = Word(id, lang, body)
        return id

    def tell(self, *bodies: Body) -> None:
        """Let these things happen."""
        for body in bodies:
            self._seq += 1
            fact = Fact(f"f{self._seq}", "s", f"a{self._seq}", "d", self._seq, T0 + self._seq, body)
            self.state = apply(self.state, [fact])

    def item(self, kind: ItemKind, minutes: float | None = 20, **more: Any) -> None:
        """Plan an item and open it."""
        id = f"i{len(self.state.agenda)}"
        prompt = self.text("なにが助けになりますか？", "What helps?")
        self.tell(f.ItemAdded(AgendaItem(id, kind, prompt=prompt, minutes=minutes, **more)))
        if self.state.started is None:
            self.tell(f.Started(START))
        self.tell(f.ItemOpened(entry=f"o-{id}", at=T0, item=id))

    def note(self, id: str, ja: str, en: str, *who: str, release: bool = True, **more: Any) -> None:
        """Keep a note, and show it to the room."""
        more.setdefault("visibility", Visibility.ROOM)
        content = NoteContent(NoteKind.IDEA, self.text(ja, en), who=who, **more)
        self.tell(f.NoteKept(entry=id, at=T0, content=content))
        if release:
            self.tell(f.NoteReleased(entry=f"r-{id}", at=T0, note=id))

    def see(self, minutes: float = 0, look: Look = Look.SESSION, page: int = 0) -> RoomView:
        """Look at the wall so many minutes after the beginning."""
        now = T0 + round(minutes * MINUTE)
        return room_view(self.state, self.words, tongues_of(self.state), now, look=look, page=page)


@pytest.fixture
def meeting() -> Meeting:
    return Meeting()


def bodies(pair: Pair) -> list[str]:
    return [run.text for run in pair]


def everything(view: RoomView) -> str:
    return repr(view)


def test_before_the_beginning_people_are_welcomed(meeting: Meeting) -> None:
    view = meeting.see()
    assert view.kind is Kind.WELCOME
    assert bodies(view.where) == ["木曜の会　第3回", "Thursday circle, no. 3"]
    assert bodies(view.title) == ["ようこそ", "Welcome, everyone"]
    assert bodies(view.under) == ["今日は「待つこと」", "Today: On waiting"]
    assert view.clock is not None
    assert view.clock.time == "13:30 – 15:30"


def test_the_first_language_of_the_session_comes_first() -> None:
    meeting = Meeting("en", "ja")
    assert bodies(meeting.see().title) == ["Welcome, everyone", "ようこそ"]
    meeting.item(ItemKind.CHECK_IN)
    assert [run.lang for run in meeting.see().title] == ["en", "ja"]


@pytest.mark.parametrize(("lang", "word"), [("ja", "ようこそ"), ("en", "Welcome, everyone")])
def test_one_language_alone(lang: str, word: str) -> None:
    meeting = Meeting(lang)
    assert bodies(meeting.see().title) == [word]


def test_a_text_that_lacks_a_language_stands_there_in_the_other(meeting: Meeting) -> None:
    meeting.tell(f.ItemAdded(AgendaItem("x", ItemKind.OTHER, prompt=meeting.text("", "Only English"))))
    meeting.tell(f.Started(START), f.ItemOpened(entry="o", at=T0, item="x"))
    assert meeting.see().title == (("en", "Only English"),)


def test_a_check_in_shows_question_and_voices_and_no_time(meeting: Meeting) -> None:
    meeting.item(ItemKind.CHECK_IN)
    meeting.tell(
        f.RoundBegun(entry="r", at=T0, number=1, order=RoundOrder.SEATED),
        f.TurnBegun(entry="t", at=T0, who="p1"),
    )
    view = meeting.see(5)
    assert view.kind is Kind.QUESTION
    assert bodies(view.where) == ["チェックイン", "Check-in"]
    assert bodies(view.title) == ["なにが助けになりますか？", "What helps?"]
    assert view.now is not None
    assert view.next is not None
    assert bodies(view.now.label) == ["いま", "Now"]
    assert (bodies(view.now.name), bodies(view.next.name)) == (["Aki"], ["Ben"])
    assert bodies(view.foot) == ["パスも、あとでも、書くのも大丈夫", "Pass, later or in writing: all fine"]
    assert view.clock is None
    assert view.arc is None


def test_who_wants_no_name_on_the_wall_has_none_there(meeting: Meeting) -> None:
    meeting.item(ItemKind.CHECK_IN)
    for who in ("p1", "p2"):
        meeting.tell(f.WishStated(who, wall=Shown.NONE))
    meeting.tell(f.RoundBegun(entry="r", at=T0), f.TurnBegun(entry="t", at=T0, who="p1"))
    view = meeting.see()
    assert view.now is not None
    assert view.next is not None
    assert bodies(view.now.name) == ["いま話している方", "The person speaking"]
    assert bodies(view.next.name) == ["次の方", "The next person"]
    assert "Aki" not in everything(view)
    assert "Ben" not in everything(view)


def test_where_no_order_was_agreed_nobody_is_announced(meeting: Meeting) -> None:
    meeting.item(ItemKind.ROUNDTABLE)
    meeting.tell(
        f.RoundBegun(entry="r", at=T0, order=RoundOrder.OPEN), f.TurnBegun(entry="t", at=T0, who="p3")
    )
    view = meeting.see()
    assert view.now is not None
    assert view.next is None


def test_a_roundtable_shows_when_it_ends_and_soft_time(meeting: Meeting) -> None:
    meeting.item(ItemKind.ROUNDTABLE, minutes=20)
    view = meeting.see(5)
    assert view.clock is not None
    assert (bodies(view.clock.label), view.clock.time) == (["おわり", "Ends"], "13:50")
    assert view.arc == pytest.approx(0.25)
    assert bodies(view.foot) == ["聞くだけでも大丈夫", "Just listening is fine, too"]


def test_soft_time_moves_every_ten_seconds_and_stays_full(meeting: Meeting) -> None:
    meeting.item(ItemKind.ROUNDTABLE, minutes=20)
    assert meeting.see(5) == meeting.see(5 + 9 / 60) != meeting.see(5 + 11 / 60)
    assert meeting.see(90).arc == 1.0


def test_an_item_without_a_length_shows_no_time(meeting: Meeting) -> None:
    meeting.item(ItemKind.ROUNDTABLE, minutes=None)
    assert (meeting.see(5).clock, meeting.see(5).arc) == (None, None)


def test_an_item_without_a_question_shows_its_name(meeting: Meeting) -> None:
    meeting.tell(f.ItemAdded(AgendaItem("x", ItemKind.REFLECTION)), f.Started(START))
    meeting.tell(f.ItemOpened(entry="o", at=T0, item="x"))
    view = meeting.see()
    assert bodies(view.title)[-1] == "Reflection"
    assert bodies(view.where) == ["木曜の会　第3回", "Thursday circle, no. 3"]


def test_the_prompt_asked_last_is_the_question(meeting: Meeting) -> None:
    prompts = tuple(Prompt(id, meeting.text(f"問い{id}", f"Question {id}")) for id in "ab")
    meeting.item(ItemKind.ROUNDTABLE, prompts=prompts)
    assert bodies(meeting.see().title)[1] == "What helps?"
    meeting.tell(f.PromptAsked(entry="q", at=T0, item="i0", prompt="b"))
    assert bodies(meeting.see().title)[1] == "Question b"


@pytest.mark.parametrize(
    ("kind", "shown"),
    [(PauseKind.BREATH, Kind.BREATH), (PauseKind.SILENCE, Kind.SILENCE), (PauseKind.BREAK, Kind.BREAK)],
)
def test_a_pause_comes_before_all_else_and_ends(meeting: Meeting, kind: PauseKind, shown: Kind) -> None:
    meeting.item(ItemKind.ROUNDTABLE)
    meeting.tell(f.PauseBegun(entry="p", at=T0, kind=kind))
    view = meeting.see()
    assert view.kind is shown
    assert view.foot
    assert view.clock is None
    meeting.tell(f.PauseEnded("p", T0 + MINUTE))
    assert meeting.see().kind is Kind.QUESTION


def test_a_planned_break_tells_when_we_begin_again(meeting: Meeting) -> None:
    meeting.item(ItemKind.BREAK, minutes=10)
    for _ in range(2):
        view = meeting.see(3)
        assert view.kind is Kind.BREAK
        assert view.clock is not None
        assert (bodies(view.clock.label), view.clock.time) == (["再開", "We begin again at"], "13:40")
        meeting.tell(f.PauseBegun(entry="p", at=T0, kind=PauseKind.BREAK))


def test_guidelines_agreed_and_proposed_are_counted_through(meeting: Meeting) -> None:
    meeting.tell(f.GuidelinesListed((Guideline("g1", meeting.text("待つ", "Wait")),)))
    meeting.item(ItemKind.GUIDELINES)
    assert bodies(meeting.see().foot)[1] == "We can change them at any time"
    text = meeting.text("聞く", "Listen")
    meeting.tell(
        f.GuidelineTouched(entry="x", at=T0, guideline="g2", change=GuidelineChange.PROPOSED, text=text)
    )
    view = meeting.see()
    assert view.kind is Kind.GUIDELINES
    assert [(one.number, bodies(one.text)) for one in view.guidelines] == [
        (1, ["待つ", "Wait"]),
        (2, ["聞く", "Listen"]),
    ]
    assert bodies(view.foot)[1] == "Anything to add or change?"


def test_guidelines_can_be_put_on_the_wall_at_any_time_if_there_are_some(meeting: Meeting) -> None:
    meeting.item(ItemKind.ROUNDTABLE)
    assert meeting.see(look=Look.GUIDELINES).kind is Kind.QUESTION
    meeting.tell(f.GuidelinesListed((Guideline("g1", meeting.text("待つ", "Wait")),)))
    assert meeting.see(look=Look.GUIDELINES).kind is Kind.GUIDELINES


def test_blank_is_blank_whatever_happens(meeting: Meeting) -> None:
    meeting.item(ItemKind.ROUNDTABLE)
    meeting.tell(f.PauseBegun(entry="p", at=T0, kind=PauseKind.BREATH))
    assert meeting.see(look=Look.BLANK) == BLANK


def test_a_released_note_stands_with_its_standpoint_and_without_a_name(meeting: Meeting) -> None:
    meeting.item(ItemKind.ROUNDTABLE)
    meeting.note("n1", "お茶があると話せます", "Tea helps me speak", "p1")
    view = meeting.see()
    assert view.kind is Kind.NOTES
    (note,) = view.notes
    assert bodies(note.text) == ["お茶があると話せます", "Tea helps me speak"]
    assert (note.mark, bodies(note.mark_word)) == (Mark.PEER, ["ピア", "Peer"])
    assert "Aki" not in everything(view)


def test_only_what_was_released_is_shown(meeting: Meeting) -> None:
    meeting.item(ItemKind.ROUNDTABLE)
    meeting.note("n1", "ひとりごと", "To myself", "p1", release=False)
    meeting.note("n2", "議事録へ", "For the minutes", "p1", visibility=Visibility.MINUTES)
    meeting.note("n3", "あとで見る", "For the review", "p1", visibility=Visibility.REVIEW)
    assert meeting.see().notes == ()
    assert meeting.see().kind is Kind.QUESTION


def test_a_note_taken_back_is_gone(meeting: Meeting) -> None:
    meeting.item(ItemKind.ROUNDTABLE)
    meeting.note("n1", "お茶", "Tea", "p1")
    meeting.tell(f.NoteRetracted(entry="x", at=T0, note="n1"))
    assert meeting.see().notes == ()


def test_notes_of_the_item_before_do_not_stay(meeting: Meeting) -> None:
    meeting.item(ItemKind.ROUNDTABLE)
    meeting.note("n1", "お茶", "Tea", "p1")
    meeting.item(ItemKind.CHECK_OUT)
    assert meeting.see().kind is Kind.QUESTION


def test_an_anonymous_note_says_no_standpoint(meeting: Meeting) -> None:
    meeting.item(ItemKind.ROUNDTABLE)
    meeting.note("n1", "お茶", "Tea", "p1", attribution=Attribution.ANONYMOUS)
    (note,) = meeting.see().notes
    assert (note.mark, note.mark_word) == (None, ())


def test_a_standpoint_that_one_person_alone_holds_is_not_said(meeting: Meeting) -> None:
    meeting.tell(f.ParticipantRemoved("p2"))
    meeting.item(ItemKind.ROUNDTABLE)
    meeting.note("n1", "お茶", "Tea", "p1")
    meeting.note("n2", "窓", "A window", "p3")
    assert [note.mark for note in meeting.see().notes] == [None, None]


def test_words_of_a_machine_that_nobody_checked_stay_off_the_wall(meeting: Meeting) -> None:
    meeting.item(ItemKind.ROUNDTABLE)
    for id, state, shown in (("n1", TranslationState.MACHINE, 1), ("n2", TranslationState.DRAFT, 2)):
        meeting.note(id, "お茶", "Tea", "p1", original="ja", translations=(("en", Translation(state)),))
        assert len(meeting.see().notes[-1].text) == shown


def test_words_that_were_erased_leave_no_gap(meeting: Meeting) -> None:
    meeting.item(ItemKind.ROUNDTABLE)
    meeting.note("n1", "お茶", "Tea", "p1")
    meeting.tell(f.TurnBegun(entry="t", at=T0, who="p1"))
    meeting.words = {
        id: word for id, word in meeting.words.items() if word.body not in {"お茶", "Tea", "Aki"}
    }
    view = meeting.see()
    assert view.notes == ()
    assert view.now is not None
    assert bodies(view.now.name) == ["いま話している方", "The person speaking"]


def test_the_organisations_own_word_for_a_standpoint_is_used(meeting: Meeting) -> None:
    assert meeting.state.description is not None
    labels = ((Standpoint.PEER, meeting.text("ピアスタッフ", "Peer staff")),)
    meeting.tell(f.Described(replace(meeting.state.description, labels=labels)))
    meeting.item(ItemKind.ROUNDTABLE)
    meeting.note("n1", "お茶", "Tea", "p1")
    assert bodies(meeting.see().notes[0].mark_word) == ["ピアスタッフ", "Peer staff"]


def test_small_groups_are_names_alone(meeting: Meeting) -> None:
    meeting.tell(f.WishStated("p2", wall=Shown.NONE))
    meeting.item(ItemKind.SMALL_GROUPS)
    assert meeting.see().kind is Kind.QUESTION
    group = Group("g", ("p1", "p2", "p3"), name=meeting.text("窓", "Window"))
    meeting.tell(f.GroupFormed(group))
    view = meeting.see()
    assert view.kind is Kind.GROUPS
    (table,) = view.tables
    assert bodies(table.name) == ["窓", "Window"]
    assert [bodies(name) for name in table.members] == [["Aki"], ["Chie"]]
    assert view.clock is not None
    assert bodies(view.clock.label)[1] == "Back together at"


def test_at_the_end_there_are_thanks_and_the_next_time(meeting: Meeting) -> None:
    meeting.item(ItemKind.CHECK_OUT)
    clock = meeting.see().clock
    assert clock is not None
    assert (bodies(clock.label), clock.time) == (["次回 6月9日", "Next time: 9 June"], "13:30")
    meeting.tell(f.Closed("2026-05-12T15:30:00+09:00"))
    view = meeting.see()
    assert view.kind is Kind.CLOSING
    assert bodies(view.title) == ["ありがとうございました", "Thank you"]
    assert view.clock == clock


def test_the_page_asked_for_is_carried_along(meeting: Meeting) -> None:
    assert meeting.see(page=2).page == 2


def test_nothing_is_known_and_still_there_is_a_wall() -> None:
    state = fold("s", [])
    view = room_view(state, {}, tongues_of(state), T0)
    assert view.kind is Kind.WELCOME
    assert bodies(view.title) == ["Welcome, everyone"]


def test_all_through_the_sample_nothing_is_shown_that_was_not_released() -> None:
    file = read((SAMPLE / "speaking-up.coprod.json").read_bytes())
    came = incoming(file, 0)
    state = fold(came.session, [])
    kinds = set()
    for fact in came.facts:
        state = apply(state, [fact])
        view = room_view(state, came.words, tongues_of(state), getattr(fact.body, "at", None) or 0)
        kinds.add(view.kind)
        shown = everything(view)
        hidden = [person for person in state.participants.values() if person.wall is Shown.NONE]
        for text in (*(person.called for person in hidden), *(note.content.text for note in state.notes())):
            assert not [id for _, id in text if repr(came.words[id].body) in shown]
    assert kinds >= {Kind.WELCOME, Kind.QUESTION, Kind.BREAK, Kind.CLOSING}
