"""The draft of the small groups: drawn, moved, kept, wished for and used."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coprod.domain import acts
from coprod.domain.groups import Wish
from coprod.i18n import Catalogue
from coprod.present.groups import (
    TABLES,
    GroupsDraft,
    GroupsView,
    begun,
    drawn,
    formed,
    groups_view,
    keeping,
    moved,
    named,
    seated,
    settled,
    table_names,
    wished,
)
from coprod.present.marks import Mark
from coprod.present.texts import reading
from tests.present.meeting import Meeting

EN, JA = Catalogue("en"), Catalogue("ja")


@pytest.fixture
def meeting() -> Meeting:
    """Five people and one more, so that two groups of three can be drawn."""
    made = Meeting()
    made.do(acts.AddParticipant(acts.ParticipantDraft({"": "Xenia"})))
    return made


def shown(meeting: Meeting, draft: GroupsDraft, words: Catalogue = EN) -> GroupsView:
    return groups_view(meeting.state, draft, reading(meeting.live.words, words.lang, ()), words)


def everybody(draft: GroupsDraft) -> list[str]:
    return sorted(who for group in draft.groups for who in group)


class TestBegin:
    def test_where_there_are_no_groups_they_are_drawn(self, meeting: Meeting) -> None:
        draft = begun(meeting.state, meeting.texts())
        assert everybody(draft) == sorted(meeting.state.participants)
        assert draft.size == 4

    def test_the_groups_that_are_there_come_first(self, meeting: Meeting) -> None:
        people = tuple(meeting.state.participants)
        meeting.do(acts.FormGroups((acts.GroupDraft({}, people[:3]), acts.GroupDraft({}, people[3:]))))
        draft = begun(meeting.state, meeting.texts())
        assert draft.groups == (people[:3], people[3:])
        assert draft.size == 3

    def test_nobody_on_the_list_is_told_in_words(self) -> None:
        meeting = Meeting()
        for who in list(meeting.state.participants):
            meeting.do(acts.RemoveParticipant(who))
        view = shown(meeting, begun(meeting.state, meeting.texts()))
        assert view.tables == ()
        assert view.empty.startswith("Nobody is on the list yet.")


class TestDraw:
    def test_the_size_stays_between_three_and_eight(self, meeting: Meeting) -> None:
        draft = begun(meeting.state, meeting.texts())
        for _ in range(3):
            draft = drawn(meeting.state, draft, by=-1, again=False)
        assert (draft.size, len(draft.groups)) == (3, 2)
        assert not shown(meeting, draft).smaller
        for _ in range(8):
            draft = drawn(meeting.state, draft, by=1, again=False)
        assert (draft.size, len(draft.groups)) == (8, 1)
        assert not shown(meeting, draft).larger

    def test_the_same_draft_is_drawn_the_same_and_again_is_another_seed(self, meeting: Meeting) -> None:
        draft = replace(begun(meeting.state, meeting.texts()), size=3)
        assert drawn(meeting.state, draft) == drawn(meeting.state, draft)
        assert drawn(meeting.state, draft).seed == draft.seed + 1
        found = set()
        for _ in range(6):
            draft = drawn(meeting.state, draft)
            found.add(frozenset(frozenset(group) for group in draft.groups))
        assert len(found) > 1

    def test_a_kept_group_stays_and_the_rest_is_drawn(self, meeting: Meeting) -> None:
        for name in ("Yuki", "Zoe", "Aoi"):
            meeting.do(acts.AddParticipant(acts.ParticipantDraft({"": name})))
        draft = drawn(meeting.state, replace(begun(meeting.state, meeting.texts()), size=3))
        kept = draft.groups[1]
        again = drawn(meeting.state, keeping(draft, 1))
        assert again.groups[0] == kept
        assert again.kept == {0}
        assert everybody(again) == everybody(draft)
        assert keeping(again, 0).kept == frozenset()

    def test_who_sat_together_today_is_mixed(self, meeting: Meeting) -> None:
        people = tuple(meeting.state.participants)
        meeting.do(acts.FormGroups((acts.GroupDraft({}, people[:3]), acts.GroupDraft({}, people[3:]))))
        meeting.do(acts.StartSession())
        draft = drawn(
            meeting.state, replace(begun(meeting.state, meeting.texts()), size=3), [(people[0], people[1])]
        )
        assert not any(set(people[:2]) <= set(group) for group in draft.groups)


class TestNames:
    def test_a_name_of_ones_own_goes_along_with_the_group_that_is_kept(self, meeting: Meeting) -> None:
        draft = replace(begun(meeting.state, meeting.texts()), size=3)
        draft = named(drawn(meeting.state, draft), 1, "en", "  By the door ")
        assert [one.name for one in shown(meeting, draft).tables] == ["Window table", "By the door"]
        again = drawn(meeting.state, keeping(draft, 1))
        assert [one.name for one in shown(meeting, again).tables] == ["By the door", "Window table"]
        assert dict(formed(meeting.state, again).groups[0].name) == {"en": "By the door"}

    def test_a_neutral_name_stays_with_its_group_and_is_not_given_twice(self, meeting: Meeting) -> None:
        draft = drawn(meeting.state, replace(begun(meeting.state, meeting.texts()), size=3))
        again = drawn(meeting.state, keeping(draft, 1))
        assert [one.name for one in shown(meeting, again).tables] == ["Garden table", "Window table"]

    def test_the_names_of_groups_that_are_there_are_theirs(self, meeting: Meeting) -> None:
        people = tuple(meeting.state.participants)
        drafts = (acts.GroupDraft({"ja": "茶の間"}, people[:3]), acts.GroupDraft({}, people[3:]))
        meeting.do(acts.FormGroups(drafts))
        draft = begun(meeting.state, meeting.texts())
        assert [one.name for one in shown(meeting, draft).tables] == ["茶の間", "Garden table"]

    def test_an_empty_name_gives_the_neutral_one_back(self, meeting: Meeting) -> None:
        draft = named(begun(meeting.state, meeting.texts()), 0, "en", "Ours")
        assert shown(meeting, named(draft, 0, "en", " ")).tables[0].name == "Window table"


class TestMove:
    def test_somebody_is_seated_in_a_group_and_where_they_sit_already_nothing_changes(self) -> None:
        draft = GroupsDraft((("a", "b"), ("c",)))
        assert seated(draft, "a", 1).groups == (("b",), ("c", "a"))
        assert seated(draft, "a", 0) is draft

    def test_somebody_moves_to_the_next_group_and_round_the_end(self) -> None:
        draft = GroupsDraft((("a", "b"), ("c",), ("d",)))
        assert moved(draft, "a", 1).groups == (("b",), ("c", "a"), ("d",))
        assert moved(draft, "a", -1).groups == (("b",), ("c",), ("d", "a"))
        assert moved(draft, "d", 1).groups == (("a", "b", "d"), ("c",), ())

    def test_nothing_moves_where_there_is_nowhere_to_go(self) -> None:
        one = GroupsDraft((("a", "b"),))
        assert moved(one, "a", 1) is one
        assert moved(GroupsDraft((("a",), ("b",))), "z", 1).groups == (("a",), ("b",))

    def test_who_comes_gets_a_place_in_the_smallest_and_who_left_is_let_go(self, meeting: Meeting) -> None:
        people = tuple(meeting.state.participants)
        draft = settled(meeting.state, GroupsDraft((people[:4], (people[4],))))
        assert draft.groups == (people[:4], people[4:])
        meeting.do(acts.StartSession())
        meeting.do(acts.Leave(people[0]))
        assert settled(meeting.state, draft).groups == (people[1:4], people[4:])


class TestWishes:
    def test_two_people_are_kept_apart_then_together_then_it_is_let_go(self, meeting: Meeting) -> None:
        pair = (meeting.who("Sumire"), meeting.who("Umi"))
        meeting.do(wished(meeting.state, pair, Wish.APART))
        assert (meeting.state.apart, meeting.state.together) == ((pair,), ())
        meeting.do(wished(meeting.state, pair, Wish.TOGETHER))
        assert (meeting.state.apart, meeting.state.together) == ((), (pair,))
        meeting.do(wished(meeting.state, (pair[1], pair[0]), None))
        assert (meeting.state.apart, meeting.state.together) == ((), ())

    def test_of_a_set_of_three_only_the_two_are_let_go(self, meeting: Meeting) -> None:
        one, two, three, *_ = meeting.state.participants
        meeting.do(acts.WishCompany(apart=((one, two, three),)))
        assert wished(meeting.state, (one, three), None).apart == ((one, two), (two, three))

    def test_what_is_not_met_is_told_in_plain_words(self, meeting: Meeting) -> None:
        one, two, three, *rest = meeting.state.participants
        meeting.do(acts.WishCompany(apart=((one, two),), together=((one, three),)))
        view = shown(meeting, GroupsDraft(((one, two), (three, *rest))))
        assert view.unmet == (
            "Sumire and Tadashi sit together, though they were to be kept apart.",
            "Sumire and Umi sit apart, though they were to be kept together.",
        )
        assert view.wishes == ("Kept apart: Sumire and Tadashi", "Kept together: Sumire and Umi")
        assert shown(meeting, GroupsDraft(((one, three), (two, *rest)))).unmet == ()

    def test_they_are_told_in_japanese(self, meeting: Meeting) -> None:
        one, two, *rest = meeting.state.participants
        meeting.do(acts.WishCompany(apart=((one, two),)))
        view = shown(meeting, GroupsDraft(((one, two), tuple(rest))), JA)
        assert "Sumireさま" in view.unmet[0]
        assert "kept" not in view.unmet[0] + view.wishes[0] + view.size

    def test_drawing_keeps_them_apart(self, meeting: Meeting) -> None:
        pair = (meeting.who("Sumire"), meeting.who("Umi"))
        meeting.do(wished(meeting.state, pair, Wish.APART))
        draft = replace(begun(meeting.state, meeting.texts()), size=3)
        for _ in range(5):
            draft = drawn(meeting.state, draft)
            assert shown(meeting, draft).unmet == ()


class TestUse:
    def test_groups_get_names_in_the_languages_of_the_session_and_empty_ones_fall_away(
        self, meeting: Meeting
    ) -> None:
        people = tuple(meeting.state.participants)
        act = formed(meeting.state, GroupsDraft((people[:3], (), people[3:])))
        about = meeting.state.description
        assert about is not None
        wanted = {lang.split("-")[0] for lang in about.languages} or {"en"}
        assert [set(group.name) for group in act.groups] == [wanted, wanted]
        assert [group.members for group in act.groups] == [people[:3], people[3:]]
        meeting.do(act)
        assert [group.members for group in meeting.state.small_groups()] == [people[:3], people[3:]]

    def test_every_table_has_its_own_name_in_each_language(self) -> None:
        for lang in ("en", "ja", "ko"):
            names = [table_names(place)[lang] for place in range(20)]
            assert len(set(names)) == 20
            assert names[len(TABLES)].count("9") == 1


def test_a_table_shows_names_shapes_and_how_many(meeting: Meeting) -> None:
    people = tuple(meeting.state.participants)
    table = shown(meeting, GroupsDraft((people[:3], people[3:]), kept=frozenset({0}))).tables[0]
    assert (table.name, table.count, table.kept) == ("Window table", "3 people", True)
    assert [one.mark for one in table.people] == [Mark.PEER, Mark.PROFESSIONAL, Mark.BOTH]
    assert table.people[0].told == "Sumire, Peer worker, Window table"
    assert shown(meeting, GroupsDraft((people,)), JA).tables[0].name == "窓の席"
