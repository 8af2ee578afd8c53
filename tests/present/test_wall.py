"""What the room sees of a session: the right picture, in both languages, at the right moment."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coprod.domain import facts as f
from coprod.domain.fold import apply, fold
from coprod.domain.parts import AgendaItem, Group, Guideline, Prompt
from coprod.domain.terms import GuidelineChange, ItemKind, PauseKind, RoundOrder, Shown
from coprod.present.room import BLANK, Kind
from coprod.present.speech import tongues_of
from coprod.present.wall import Look, room_view
from coprod.service.exchange.incoming import incoming
from coprod.service.exchange.reading import read
from tests.present.circle import MINUTE, START, T0, Circle, bodies
from tests.sessions import SAMPLE


def test_before_the_beginning_people_are_welcomed(circle: Circle) -> None:
    view = circle.see()
    assert view.kind is Kind.WELCOME
    assert bodies(view.where) == ["木曜の会　第3回", "Thursday circle, no. 3"]
    assert bodies(view.title) == ["ようこそ", "Welcome, everyone"]
    assert bodies(view.under) == ["今日は「待つこと」", "Today: On waiting"]
    assert view.clock is not None
    assert view.clock.time == "13:30 – 15:30"


def test_the_first_language_of_the_session_comes_first() -> None:
    circle = Circle("en", "ja")
    assert bodies(circle.see().title) == ["Welcome, everyone", "ようこそ"]
    circle.item(ItemKind.CHECK_IN)
    assert [run.lang for run in circle.see().title] == ["en", "ja"]


@pytest.mark.parametrize(("lang", "word"), [("ja", "ようこそ"), ("en", "Welcome, everyone")])
def test_one_language_alone(lang: str, word: str) -> None:
    circle = Circle(lang)
    assert bodies(circle.see().title) == [word]


def test_a_text_that_lacks_a_language_stands_there_in_the_other(circle: Circle) -> None:
    circle.tell(f.ItemAdded(AgendaItem("x", ItemKind.OTHER, prompt=circle.text("", "Only English"))))
    circle.tell(f.Started(START), f.ItemOpened(entry="o", at=T0, item="x"))
    assert circle.see().title == (("en", "Only English"),)


def test_a_check_in_shows_question_and_voices_and_no_time(circle: Circle) -> None:
    circle.item(ItemKind.CHECK_IN)
    circle.tell(
        f.RoundBegun(entry="r", at=T0, number=1, order=RoundOrder.SEATED),
        f.TurnBegun(entry="t", at=T0, who="p1"),
    )
    view = circle.see(5)
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


def test_who_wants_no_name_on_the_wall_has_none_there(circle: Circle) -> None:
    circle.item(ItemKind.CHECK_IN)
    for who in ("p1", "p2"):
        circle.tell(f.WishStated(who, wall=Shown.NONE))
    circle.tell(f.RoundBegun(entry="r", at=T0), f.TurnBegun(entry="t", at=T0, who="p1"))
    view = circle.see()
    assert view.now is not None
    assert view.next is not None
    assert bodies(view.now.name) == ["いま話している方", "The person speaking"]
    assert bodies(view.next.name) == ["次の方", "The next person"]
    assert "Aki" not in repr(view)
    assert "Ben" not in repr(view)


def test_where_no_order_was_agreed_nobody_is_announced(circle: Circle) -> None:
    circle.item(ItemKind.ROUNDTABLE)
    circle.tell(
        f.RoundBegun(entry="r", at=T0, order=RoundOrder.OPEN), f.TurnBegun(entry="t", at=T0, who="p3")
    )
    view = circle.see()
    assert view.now is not None
    assert view.next is None


def test_a_roundtable_shows_when_it_ends_and_soft_time(circle: Circle) -> None:
    circle.item(ItemKind.ROUNDTABLE, minutes=20)
    view = circle.see(5)
    assert view.clock is not None
    assert (bodies(view.clock.label), view.clock.time) == (["おわり", "Ends"], "13:50")
    assert view.arc == pytest.approx(0.25)
    assert bodies(view.foot) == ["聞くだけでも大丈夫", "Just listening is fine, too"]


def test_soft_time_moves_every_ten_seconds_and_stays_full(circle: Circle) -> None:
    circle.item(ItemKind.ROUNDTABLE, minutes=20)
    assert circle.see(5) == circle.see(5 + 9 / 60) != circle.see(5 + 11 / 60)
    assert circle.see(90).arc == 1.0


def test_an_item_without_a_length_shows_no_time(circle: Circle) -> None:
    circle.item(ItemKind.ROUNDTABLE, minutes=None)
    assert (circle.see(5).clock, circle.see(5).arc) == (None, None)


def test_an_item_without_a_question_shows_its_name(circle: Circle) -> None:
    circle.tell(f.ItemAdded(AgendaItem("x", ItemKind.REFLECTION)), f.Started(START))
    circle.tell(f.ItemOpened(entry="o", at=T0, item="x"))
    view = circle.see()
    assert bodies(view.title)[-1] == "Reflection"
    assert bodies(view.where) == ["木曜の会　第3回", "Thursday circle, no. 3"]


def test_the_prompt_asked_last_is_the_question(circle: Circle) -> None:
    prompts = tuple(Prompt(id, circle.text(f"問い{id}", f"Question {id}")) for id in "ab")
    circle.item(ItemKind.ROUNDTABLE, prompts=prompts)
    assert bodies(circle.see().title)[1] == "What helps?"
    circle.tell(f.PromptAsked(entry="q", at=T0, item="i0", prompt="b"))
    assert bodies(circle.see().title)[1] == "Question b"


@pytest.mark.parametrize(
    ("kind", "shown"),
    [(PauseKind.BREATH, Kind.BREATH), (PauseKind.SILENCE, Kind.SILENCE), (PauseKind.BREAK, Kind.BREAK)],
)
def test_a_pause_comes_before_all_else_and_ends(circle: Circle, kind: PauseKind, shown: Kind) -> None:
    circle.item(ItemKind.ROUNDTABLE)
    circle.tell(f.PauseBegun(entry="p", at=T0, kind=kind))
    view = circle.see()
    assert view.kind is shown
    assert view.foot
    assert view.clock is None
    circle.tell(f.PauseEnded("p", T0 + MINUTE))
    assert circle.see().kind is Kind.QUESTION


def test_a_planned_break_tells_when_we_begin_again(circle: Circle) -> None:
    circle.item(ItemKind.BREAK, minutes=10)
    for _ in range(2):
        view = circle.see(3)
        assert view.kind is Kind.BREAK
        assert view.clock is not None
        assert (bodies(view.clock.label), view.clock.time) == (["再開", "We begin again at"], "13:40")
        circle.tell(f.PauseBegun(entry="p", at=T0, kind=PauseKind.BREAK))


def test_guidelines_agreed_and_proposed_are_counted_through(circle: Circle) -> None:
    circle.tell(f.GuidelinesListed((Guideline("g1", circle.text("待つ", "Wait")),)))
    circle.item(ItemKind.GUIDELINES)
    assert bodies(circle.see().foot)[1] == "We can change them at any time"
    text = circle.text("聞く", "Listen")
    circle.tell(
        f.GuidelineTouched(entry="x", at=T0, guideline="g2", change=GuidelineChange.PROPOSED, text=text)
    )
    view = circle.see()
    assert view.kind is Kind.GUIDELINES
    assert [(one.number, bodies(one.text)) for one in view.guidelines] == [
        (1, ["待つ", "Wait"]),
        (2, ["提案：聞く", "Proposed: Listen"]),
    ]
    assert bodies(view.where)[1] == "Our guidelines today"
    assert bodies(view.foot)[1] == "Anything to add or change?"


def test_where_nothing_is_agreed_yet_the_head_says_so_and_no_guideline_has_to(circle: Circle) -> None:
    circle.item(ItemKind.GUIDELINES)
    text = circle.text("聞く", "")
    circle.tell(
        f.GuidelineTouched(entry="x", at=T0, guideline="g2", change=GuidelineChange.PROPOSED, text=text)
    )
    view = circle.see()
    assert bodies(view.where)[1] == "Proposed guidelines for today"
    assert [bodies(one.text) for one in view.guidelines] == [["聞く"]]


def test_a_guideline_in_one_language_says_in_that_one_that_it_is_proposed(circle: Circle) -> None:
    circle.tell(f.GuidelinesListed((Guideline("g1", circle.text("待つ", "Wait")),)))
    circle.item(ItemKind.GUIDELINES)
    text = circle.text("聞く", "")
    circle.tell(
        f.GuidelineTouched(entry="x", at=T0, guideline="g2", change=GuidelineChange.PROPOSED, text=text)
    )
    assert bodies(circle.see().guidelines[1].text) == ["提案：聞く"]


def test_guidelines_can_be_put_on_the_wall_at_any_time_if_there_are_some(circle: Circle) -> None:
    circle.item(ItemKind.ROUNDTABLE)
    assert circle.see(look=Look.GUIDELINES).kind is Kind.QUESTION
    circle.tell(f.GuidelinesListed((Guideline("g1", circle.text("待つ", "Wait")),)))
    assert circle.see(look=Look.GUIDELINES).kind is Kind.GUIDELINES


def test_blank_is_blank_whatever_happens(circle: Circle) -> None:
    circle.item(ItemKind.ROUNDTABLE)
    circle.tell(f.PauseBegun(entry="p", at=T0, kind=PauseKind.BREATH))
    assert circle.see(look=Look.BLANK) == BLANK


def test_small_groups_are_names_alone(circle: Circle) -> None:
    circle.tell(f.WishStated("p2", wall=Shown.NONE))
    circle.item(ItemKind.SMALL_GROUPS)
    assert circle.see().kind is Kind.QUESTION
    group = Group("g", ("p1", "p2", "p3"), name=circle.text("窓", "Window"))
    circle.tell(f.GroupFormed(group))
    view = circle.see()
    assert view.kind is Kind.GROUPS
    (table,) = view.tables
    assert bodies(table.name) == ["窓", "Window"]
    assert [bodies(name) for name in table.members] == [["Aki"], ["Chie"]]
    assert view.clock is not None
    assert bodies(view.clock.label)[1] == "Back together at"


def test_at_the_end_there_are_thanks_and_the_next_time(circle: Circle) -> None:
    circle.item(ItemKind.CHECK_OUT)
    clock = circle.see().clock
    assert clock is not None
    assert (bodies(clock.label), clock.time) == (["次回 6月9日", "Next time: 9 June"], "13:30")
    circle.tell(f.Closed("2026-05-12T15:30:00+09:00"))
    view = circle.see()
    assert view.kind is Kind.CLOSING
    assert bodies(view.title) == ["ありがとうございました", "Thank you"]
    assert view.clock == clock


def test_the_page_asked_for_is_carried_along(circle: Circle) -> None:
    assert circle.see(page=2).page == 2


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
        shown = repr(view)
        hidden = [person for person in state.participants.values() if person.wall is Shown.NONE]
        for text in (*(person.called for person in hidden), *(note.content.text for note in state.notes())):
            assert not [id for _, id in text if repr(came.words[id].body) in shown]
    assert kinds >= {Kind.WELCOME, Kind.QUESTION, Kind.BREAK, Kind.CLOSING}


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        (ItemKind.WELCOME, Kind.WELCOME),
        (ItemKind.GUIDELINES, Kind.GUIDELINES),
        (ItemKind.CHECK_IN, Kind.QUESTION),
        (ItemKind.ROUNDTABLE, Kind.QUESTION),
        (ItemKind.SMALL_GROUPS, Kind.GROUPS),
        (ItemKind.SHARE_BACK, Kind.QUESTION),
        (ItemKind.BREAK, Kind.BREAK),
        (ItemKind.REFLECTION, Kind.QUESTION),
        (ItemKind.CHECK_OUT, Kind.QUESTION),
        (ItemKind.OTHER, Kind.QUESTION),
    ],
)
def test_each_kind_of_item_has_its_picture(circle: Circle, kind: ItemKind, shown: Kind) -> None:
    circle.tell(f.GuidelinesListed((Guideline("g1", circle.text("待つ", "Wait")),)))
    circle.tell(f.GroupFormed(Group("g", ("p1",), name=circle.text("窓", "Window"))))
    circle.item(kind)
    assert circle.see().kind is shown


@pytest.mark.parametrize("kind", [ItemKind.CHECK_IN, ItemKind.REFLECTION, ItemKind.CHECK_OUT])
def test_where_everybody_is_asked_nobody_is_hurried(circle: Circle, kind: ItemKind) -> None:
    circle.item(kind, minutes=5)
    for minutes in (0, 4, 30):
        view = circle.see(minutes)
        assert view.arc is None
        assert view.clock is None or bodies(view.clock.label)[1].startswith("Next time")


def test_silence_passing_writing_listening_and_leaving_are_named_as_fine(circle: Circle) -> None:
    said = []
    for kind in (ItemKind.CHECK_IN, ItemKind.ROUNDTABLE, ItemKind.CHECK_OUT, ItemKind.BREAK):
        circle.item(kind)
        said.append(bodies(circle.see().foot)[1])
    for pause in (PauseKind.BREATH, PauseKind.SILENCE):
        circle.tell(f.PauseBegun(entry=pause, at=T0, kind=pause))
        said.append(bodies(circle.see().foot)[1])
        circle.tell(f.PauseEnded(pause, T0))
    assert said == [
        "Pass, later or in writing: all fine",
        "Just listening is fine, too",
        "Nothing is fine, too",
        "Rest, move, step out as you like",
        "No need to follow the circle",
        "No need to speak",
    ]


def test_a_speaker_out_of_any_round_is_told_that_passing_is_fine(circle: Circle) -> None:
    circle.item(ItemKind.ROUNDTABLE)
    circle.tell(f.TurnBegun(entry="t", at=T0, who="p1"))
    assert bodies(circle.see().foot)[1] == "Pass, later or in writing: all fine"


def test_of_three_languages_the_first_two_are_shown() -> None:
    circle = Circle("ja", "en", "ko")
    assert [run.lang for run in circle.see().title] == ["ja", "en"]


def test_a_name_that_is_written_alike_in_both_languages_stands_there_once(circle: Circle) -> None:
    circle.item(ItemKind.ROUNDTABLE)
    circle.tell(f.TurnBegun(entry="t", at=T0, who="p1"))
    now = circle.see().now
    assert now is not None
    assert (bodies(now.name), bodies(now.label)) == (["Aki"], ["いま", "Now"])


def test_the_wall_closes_with_thanks_even_in_a_pause(circle: Circle) -> None:
    circle.item(ItemKind.ROUNDTABLE)
    circle.tell(f.PauseBegun(entry="p", at=T0, kind=PauseKind.SILENCE), f.Closed(START))
    assert circle.see().kind is Kind.CLOSING


def test_before_the_last_turn_ends_nobody_is_next(circle: Circle) -> None:
    circle.item(ItemKind.CHECK_IN)
    circle.tell(f.RoundBegun(entry="r", at=T0))
    seen = []
    for number, who in enumerate(("p1", "p2", "p3", "p4")):
        circle.tell(f.TurnBegun(entry=f"t{number}", at=T0, who=who))
        following = circle.see().next
        seen.append(bodies(following.name)[0] if following else None)
    assert seen == ["Ben", "Chie", "Dai", None]


def test_the_times_on_the_wall_are_those_of_the_place_of_the_session(circle: Circle) -> None:
    about = circle.state.description
    assert about is not None
    circle.tell(f.Described(replace(about, zone="Europe/Paris", planned_end=None)))
    clock = circle.see().clock
    assert clock is not None
    assert clock.time == "06:30"
