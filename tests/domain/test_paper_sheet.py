"""The sheet of a group on paper: its question, its members by their called names, and nothing else of anybody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coprod.domain import acts
from coprod.domain.acts import GroupDraft, ItemDraft, NoteDraft, ParticipantDraft
from coprod.domain.minutes_doc import Wording
from coprod.domain.paper_sheet import PaperSheet, Question, paper_sheet
from coprod.domain.parts import AgendaItem, Description, Group, Prompt
from coprod.domain.state import State
from coprod.domain.terms import Attribution, ItemKind, NoteKind, PassHow, Purpose, Shown, Standpoint
from tests.stage import Stage

WORDS = {
    "t": "The noon meeting",
    "q": "Small groups",
    "p": "What helps?",
    "p2": "And what else?",
    "g": "By the sea",
}
ABOUT = Description(
    (("en", "t"),), ("ja", "en", "ko"), planned_start="2031-04-08T16:30:00Z", zone="Asia/Tokyo"
)
GROUP = Group("g2", (), name=(("en", "g"),))
STATE = State("s", ABOUT, groups={"g1": Group("g1", ()), "g2": GROUP})


def stage() -> tuple[Stage, Group]:
    """A session with people of every wish, two groups, and something said and passed."""
    made = Stage()
    made.do(acts.Describe(acts.SessionDraft({"ja": "題"}, ("ja", "en"), zone="Asia/Tokyo")))
    plain = ParticipantDraft({}, discipline={"en": "nurse"})
    wishes = (
        replace(plain, wall=Shown.NONE),
        replace(plain, listed=Shown.COUNT),
        replace(plain, attribution=Attribution.ANONYMOUS, standpoints=(Standpoint.PEER,)),
        plain,
    )
    for name, draft in zip("ABCD", wishes, strict=True):
        made.do(acts.AddParticipant(replace(draft, called={"en": f"called {name}"})))
    people = list(made.state.participants)
    made.do(acts.AddItem(ItemDraft(ItemKind.SMALL_GROUPS, {"en": "In threes"}, {"en": "What helps?"})))
    made.do(acts.StartSession())
    made.do(acts.PassTurn(people[0], PassHow.WRITTEN))
    made.do(acts.KeepNote(NoteDraft(NoteKind.IDEA, {"en": "said before"}, (people[1],))))
    made.do(acts.FormGroups((GroupDraft({}, tuple(people[3:])), GroupDraft({}, tuple(people[:3])))))
    return made, list(made.state.groups.values())[1]


def doc(made: Stage, group: Group) -> PaperSheet:
    return paper_sheet(made.state, group, {id: word.body for id, word in made.words.items()})


def test_members_stand_on_it_as_they_want_to_be_called_as_on_the_sealed_sheet() -> None:
    made, group = stage()
    made.do(acts.StateConsent(group.members[0], Purpose.RECORD, given=False))
    sheet = doc(made, group)
    assert [one.bodies["en"] for one in sheet.members] == ["called A", "called B", "called C"]
    assert (sheet.group, sheet.number) == (None, 2)


def test_nothing_else_of_anybody_is_in_it() -> None:
    made, group = stage()
    told = repr(doc(made, group))
    for gone in ("called D", "nurse", "said before", "peer", "anonymous", "pass", "written", *group.members):
        assert gone not in told.lower().replace("called d", "called D"), gone


def test_it_asks_what_the_sealed_sheet_asks() -> None:
    made, group = stage()
    asked = doc(made, group).question
    assert asked is not None
    assert asked.kind is ItemKind.SMALL_GROUPS
    assert asked.title is not None
    assert [one.bodies for one in (asked.title, *asked.prompts)] == [
        {"en": "In threes"},
        {"en": "What helps?"},
    ]


def test_several_prompts_stand_one_after_the_other_and_a_title_may_be_missing() -> None:
    item = AgendaItem(
        "i",
        ItemKind.SMALL_GROUPS,
        prompt=(("en", "p"),),
        prompts=(Prompt("x", (("en", "p2"),)), Prompt("y", ())),
    )
    asked = paper_sheet(replace(STATE, agenda=(item,)), GROUP, WORDS).question
    prompts = (Wording({"en": "What helps?"}, "en"), Wording({"en": "And what else?"}, "en"))
    assert asked == Question(ItemKind.SMALL_GROUPS, None, prompts)


def test_a_session_without_items_asks_nothing() -> None:
    sheet = paper_sheet(STATE, GROUP, WORDS)
    assert sheet.question is None
    assert sheet.members == ()
    assert sheet.group == Wording({"en": "By the sea"}, "en")


def test_its_day_is_that_on_which_it_began_else_the_planned_one_in_its_own_zone() -> None:
    planned = paper_sheet(STATE, GROUP, WORDS).day
    begun = paper_sheet(replace(STATE, started="2031-04-10T01:00:00Z"), GROUP, WORDS).day
    assert planned is not None
    assert begun is not None
    assert (planned.day, begun.day) == (9, 10)  # in Tokyo it is the morning after
    about = replace(ABOUT, planned_start=None)
    assert paper_sheet(replace(STATE, description=about), GROUP, WORDS).day is None


def test_it_is_in_the_first_two_languages_or_in_those_asked_for() -> None:
    assert paper_sheet(STATE, GROUP, WORDS).languages == ("ja", "en")
    assert paper_sheet(STATE, GROUP, WORDS, ["ko"]).languages == ("ko",)


def test_who_was_taken_out_of_the_session_is_not_on_it() -> None:
    made, group = stage()
    sheet = doc(made, replace(group, members=(*group.members[1:], "nobody")))
    assert [one.bodies["en"] for one in sheet.members] == ["called B", "called C"]


def test_a_session_without_a_title_is_called_by_its_id() -> None:
    assert paper_sheet(STATE, GROUP, {}).title == Wording({"": "s"})


def test_a_session_that_nothing_describes_has_none() -> None:
    with pytest.raises(ValueError, match="description"):
        paper_sheet(replace(STATE, description=None), GROUP, WORDS)
