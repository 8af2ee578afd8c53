"""Each edition says what belongs to it: the summary names nobody, an own copy is one person's, easy words stay easy."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from coprod.domain.facts import Approved, EditionIssued, GroupFormed, Issued, NoteKept, NotesLinked
from coprod.domain.fold import fold
from coprod.domain.minutes import minutes
from coprod.domain.minutes_doc import Cell, Issue, MinutesDoc, Standing, Table
from coprod.domain.parts import Group
from coprod.domain.terms import (
    Attribution,
    Edition,
    ItemKind,
    LinkKind,
    NoteKind,
    Part,
    Purpose,
    Shown,
    Standpoint,
    Visibility,
)
from tests.domain.test_minutes import Paper, ids, room, said
from tests.domain.walk import strings
from tests.strategies import stages

if TYPE_CHECKING:
    from tests.stage import Stage

NAMED = Attribution.NAMED


def edition(paper: Paper, kind: Edition, whose: str | None = None) -> MinutesDoc:
    return minutes(fold("s", paper.facts), paper.words, (), kind, whose)


@pytest.fixture
def paper() -> Paper:
    """A room in which one peer is named and one professional has a task."""
    made = room()
    made.person("zoe", Standpoint.PEER, attribution=NAMED, listed=Shown.NAME)
    made.note("hers", NoteKind.IDEA, "zoe")
    made.note("theirs", NoteKind.EXPERIENCE, "ria", "zoe", attribution=NAMED)
    made.note("his", NoteKind.IDEA, "rob")
    made.note("decided", NoteKind.DECISION, "zoe")
    made.note("task", NoteKind.ACTION, "zoe", owners=("zoe", "ron"))
    made.note("why", NoteKind.QUESTION, "zoe")
    made.note("apart", NoteKind.DIFFERENCE, "zoe")
    made.note("later", NoteKind.HELD_OVER, "zoe")
    made.note("alone", NoteKind.CONCERN, "zoe", minority=True)
    return made


def test_an_own_copy_replaces_no_other_as_that_may_be_somebody_elses(paper: Paper) -> None:
    for number, kind in enumerate((Edition.RECORD, Edition.OWN, Edition.OWN), start=1):
        paper.put(EditionIssued(number, kind))
    own = minutes(fold("s", paper.facts), paper.words, (), Edition.OWN, "zoe", 4)
    record = minutes(fold("s", paper.facts), paper.words, (), Edition.RECORD, None, 4)
    assert own.standing.issue is not None
    assert record.standing.issue is not None
    assert (own.standing.issue.replaces, record.standing.issue.replaces) == (None, 1)


def test_the_record_is_what_was_asked_for_before_there_were_editions(paper: Paper) -> None:
    assert edition(paper, Edition.RECORD) == paper.doc()
    assert "Zoe" in strings(paper.doc())


def test_the_summary_says_what_was_said_and_names_nobody(paper: Paper) -> None:
    doc, record = edition(paper, Edition.SUMMARY), paper.doc()
    assert "Zoe" not in strings(doc)
    assert said(doc) == said(record)
    assert [one.line.note for one in doc.decisions] == ["decided"]
    assert (doc.actions[0].owners, doc.actions[0].unnamed_owners) == ((), 2)
    assert (ids(doc.differences), ids(doc.minority), ids(doc.held_over)) == (["apart"], ["alone"], ["later"])
    assert doc.header.names == ()
    assert doc.header.counts == record.header.counts


def test_in_the_summary_nothing_is_told_of_how_people_arrived_and_left(paper: Paper) -> None:
    paper.item("arriving", ItemKind.CHECK_IN)
    paper.note("tired", NoteKind.CONTRIBUTION, "zoe", item="arriving")
    assert "tired" in said(paper.doc())
    doc = edition(paper, Edition.SUMMARY)
    assert "tired" not in said(doc)
    assert ItemKind.CHECK_IN not in [item.kind for item in doc.items]


def test_the_foot_counts_what_the_page_shows_and_nothing_else(paper: Paper) -> None:
    """Else the difference between two editions would tell how many words were told in the check-in."""
    before = edition(paper, Edition.SUMMARY).standing
    paper.item("arriving", ItemKind.CHECK_IN)
    paper.note("tired", NoteKind.CONTRIBUTION, "zoe", item="arriving", confirmed=("zoe",))
    assert edition(paper, Edition.SUMMARY).standing == before
    record = paper.doc().standing
    assert (record.notes, record.confirmed) == (before.notes + 1, before.confirmed + 1)


def test_an_answer_under_a_minority_opinion_is_counted(paper: Paper) -> None:
    paper.note("answer", NoteKind.CONTRIBUTION, "rob")
    paper.put(NotesLinked(entry="link", source="answer", target="alone", kind=LinkKind.ANSWERS))
    doc = edition(paper, Edition.SUMMARY)
    assert doc.minority[0].replies
    assert doc.standing.notes == paper.doc().standing.notes == 10


def test_nobody_has_confirmed_easy_words_by_confirming_what_was_said(paper: Paper) -> None:
    easy = paper.text(ja="やさしい言葉")
    paper.note("hard", NoteKind.IDEA, "pia", easy=easy, confirmed=("pia",))
    assert edition(paper, Edition.EASY).standing == Standing(0, 0, {"ja": {}, "en": {None: 1}})


def test_in_the_summary_standpoints_stand_in_one_order(paper: Paper) -> None:
    for number in range(3):
        paper.item(f"more{number}", opened=10 + number)
        paper.note(f"p{number}", NoteKind.IDEA, "pia", item=f"more{number}")
        paper.note(f"r{number}", NoteKind.IDEA, "rob", item=f"more{number}")
    orders = {tuple(one.cell for one in item.voices) for item in edition(paper, Edition.SUMMARY).items[1:]}
    assert orders == {(Cell.PEERS, Cell.PROFESSIONALS)}
    assert len({tuple(one.cell for one in item.voices) for item in paper.doc().items[1:]}) > 1


def test_an_own_copy_holds_what_one_person_said_alone(paper: Paper) -> None:
    doc = edition(paper, Edition.OWN, "zoe")
    assert set(said(doc)) == {"hers", "theirs"}
    assert [one.line.note for one in doc.actions] == ["task"]
    assert doc.whose is not None
    assert dict(doc.whose.bodies) == {"en": "Zoe"}
    assert doc.header.names == ()
    assert said(edition(paper, Edition.OWN, "rob")) == {"his": "talk/professionals"}
    assert said(edition(paper, Edition.OWN, "nobody")) == {}
    assert edition(paper, Edition.OWN, "nobody").whose is None


def at_a_table(made: Paper, *members: str) -> dict[str, Table | None]:
    """Which table each voiced note is told to come from, once it was brought to everyone."""
    made.put(GroupFormed(Group("t", members, name=made.text(en="Window"))))
    for fact in list(made.facts):
        if isinstance(fact.body, NoteKept) and fact.body.entry != "his":
            content = replace(fact.body.content, share=True)
            made.facts[made.facts.index(fact)] = replace(
                fact, body=replace(fact.body, group="t", content=content)
            )
    lines = [line for item in made.doc().items for voices in item.voices for line in voices.lines]
    return {line.note: line.credit.table for line in lines}


def test_what_a_group_brings_to_everyone_keeps_its_table(paper: Paper) -> None:
    tables = at_a_table(paper, "zoe", "pia", "ria", "rob")
    table = tables["hers"]
    assert table is not None
    assert (table.number, table.name and dict(table.name.bodies)) == (1, {"en": "Window"})
    assert tables["his"] is None  # it stayed in the room
    assert edition(paper, Edition.SUMMARY).items[0].voices[0].lines[0].credit.table is None


def test_a_table_at_which_it_could_only_be_one_person_is_not_told(paper: Paper) -> None:
    paper.note("shy", NoteKind.IDEA, "pia")
    assert at_a_table(paper, "pia", "ria", "rob")["shy"] is None


@pytest.mark.parametrize(("members", "told"), [(("ria", "rob"), False), (("ria", "rob", "pat"), True)])
def test_who_spoke_at_a_table_is_one_of_it_a_guest_too(
    paper: Paper, members: tuple[str, ...], *, told: bool
) -> None:
    paper.note("guest", NoteKind.IDEA, "pia")
    assert (at_a_table(paper, *members)["guest"] is not None) == told


def test_of_an_anonymous_note_no_table_is_told_and_of_one_by_nobody_it_is(paper: Paper) -> None:
    paper.note("hidden", NoteKind.IDEA, "pia", attribution=Attribution.ANONYMOUS)
    paper.note("nobodys", NoteKind.IDEA)
    tables = at_a_table(paper, "zoe", "pia", "ria", "rob")
    assert tables["hidden"] is None
    assert tables["nobodys"] is not None


def test_what_is_for_the_review_alone_is_in_nobodys_copy(paper: Paper) -> None:
    paper.note("private", NoteKind.IDEA, "zoe", visibility=Visibility.REVIEW)
    for kind in Edition:
        assert "private" not in said(edition(paper, kind, "zoe"))


def test_the_easy_edition_is_made_of_the_easy_words_and_of_nothing_else(paper: Paper) -> None:
    paper.note("hard", NoteKind.IDEA, "pia", easy=paper.text(ja="やさしい言葉", en="plain words"))
    doc = edition(paper, Edition.EASY)
    assert said(doc) == {"hard": "talk/peers"}
    ((line,),) = [voices.lines for item in doc.items for voices in item.voices]
    assert dict(line.wording.bodies) == {"ja": "やさしい言葉", "en": "plain words"}
    assert doc.decisions == ()


@pytest.mark.parametrize("kind", [Edition.SUMMARY, Edition.EASY, Edition.OWN])
def test_no_edition_but_the_record_has_a_heading_above_nothing(paper: Paper, kind: Edition) -> None:
    paper.note("hard", NoteKind.IDEA, "zoe", easy=paper.text(ja="やさしい言葉"))
    paper.item("quiet", opened=10)
    assert [item.id for item in paper.doc().items] == ["talk", "quiet"]
    assert [item.id for item in edition(paper, kind, "zoe").items] == ["talk"]


@pytest.mark.parametrize("kind", Edition)
@given(stage=stages(most=30))
def test_whoever_does_not_agree_to_minutes_is_in_no_edition(kind: Edition, stage: Stage) -> None:
    if stage.state.description is None:
        return
    bodies = {id: word.body for id, word in stage.words.items()}
    people = stage.state.participants
    whose = next(iter(people), None)
    doc = minutes(stage.state, bodies, (), kind, whose)
    notes = {line for line in strings(doc) if line in stage.state.record}
    for note in stage.state.notes():
        refuses = any(
            consent.to is Purpose.MINUTES and not consent.given
            for who in note.content.who
            if who in people
            for consent in people[who].consents[-1:]
        )
        if refuses or note.content.visibility is Visibility.REVIEW:
            assert note.entry not in notes
        if kind is Edition.OWN and whose not in note.content.who:
            assert note.entry not in notes


@given(stage=stages(most=30))
def test_no_summary_names_anybody(stage: Stage) -> None:
    if stage.state.description is None:
        return
    bodies = {id: f"{id}: {word.body}" for id, word in stage.words.items()}
    names = {bodies[id] for one in stage.state.participants.values() for _, id in one.called if id in bodies}
    assert names.isdisjoint(strings(minutes(stage.state, bodies, (), Edition.SUMMARY)))


def test_a_draft_has_no_number_and_an_issue_names_the_one_that_it_replaces(paper: Paper) -> None:
    assert paper.doc().standing.issue is None
    paper.put(Approved(Part.FACILITATOR))
    paper.put(Issued(1, "record"))
    paper.put(EditionIssued(2, "summary", None, "0f" * 32))
    state = fold("s", paper.facts)
    first = minutes(state, paper.words, (), Edition.RECORD, None, 3).standing.issue
    assert first == Issue(3, 1, ("facilitator",))
    assert minutes(state, paper.words, (), Edition.EASY, None, 3).standing.issue == Issue(
        3, None, ("facilitator",)
    )
