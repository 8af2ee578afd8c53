"""The minutes of small invented sessions, built from facts: what stands where, once, and nothing else."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from coprod.domain.facts import (
    Body,
    Closed,
    Described,
    Fact,
    GuidelinesListed,
    ItemAdded,
    ItemOpened,
    NoteKept,
    NotesLinked,
    ParticipantAdded,
    PauseBegun,
    PromptAsked,
    Started,
    TurnBegun,
)
from coprod.domain.fold import fold
from coprod.domain.minutes import minutes
from coprod.domain.minutes_doc import Cell, Line, MinutesDoc
from coprod.domain.parts import (
    AgendaItem,
    Consent,
    Description,
    Guideline,
    NextTime,
    NoteContent,
    Participant,
    Programme,
    Prompt,
    Text,
    Translation,
)
from coprod.domain.terms import (
    ActionStatus,
    Attendance,
    Attribution,
    ItemKind,
    LinkKind,
    NoteKind,
    PauseKind,
    Purpose,
    Shown,
    Standpoint,
    TranslationState,
    Visibility,
)

START = 1_000_000_000_000


class Paper:
    """A meeting written down: facts in order, and the words they point to."""

    def __init__(self) -> None:
        self.facts: list[Fact] = []
        self.words: dict[str, str] = {}
        self.put(Started("2001-09-09T01:46:40+00:00"))

    def put(self, *bodies: Body) -> None:
        for body in bodies:
            seq = len(self.facts) + 1
            self.facts.append(Fact(str(seq), "s", str(seq), "paper", seq, seq, body))

    def text(self, **bodies: str) -> Text:
        text = tuple((lang, f"w{len(self.words) + i}") for i, lang in enumerate(bodies))
        self.words.update(zip((words for _, words in text), bodies.values(), strict=True))
        return text

    def describe(self, **parts: Any) -> None:
        title = self.text(ja="題", en="Title")
        self.put(Described(Description(title=title, languages=("ja", "en"), **parts)))

    def person(self, id: str, *standpoints: Standpoint, **parts: Any) -> None:
        self.put(
            ParticipantAdded(Participant(id, self.text(en=id.title()), standpoints=standpoints, **parts))
        )

    def item(self, id: str, kind: ItemKind = ItemKind.ROUNDTABLE, *, opened: int | None = 0) -> None:
        self.put(ItemAdded(AgendaItem(id, kind, title=self.text(en=id), prompt=self.text(en=f"{id}?"))))
        if opened is not None:
            self.put(ItemOpened(entry=f"open-{id}", at=START + opened, item=id))

    def note(
        self, id: str, kind: NoteKind = NoteKind.IDEA, *who: str, at: int | None = 5, **parts: Any
    ) -> None:
        text = self.text(ja=f"{id}の言葉", en=f"words of {id}")
        content = NoteContent(kind, text, who=who, **{"original": "ja", **parts})
        self.put(NoteKept(entry=id, at=None if at is None else START + at, content=content))

    def doc(self, *languages: str) -> MinutesDoc:
        return minutes(fold("s", self.facts), self.words, languages)


def room() -> Paper:
    """Three peers, three professionals, a roundtable."""
    paper = Paper()
    paper.describe()
    for name in ("pia", "pat", "per"):
        paper.person(name, Standpoint.PEER)
    for name in ("ria", "rob", "ron"):
        paper.person(name, Standpoint.PROFESSIONAL)
    paper.item("talk")
    return paper


def ids(lines: tuple[Line, ...]) -> list[str]:
    return [line.note for line in lines]


def said(doc: MinutesDoc) -> dict[str, str]:
    """Where each voiced note stands: note to "item/cell"."""
    return {
        line.note: f"{item.title.bodies['en'] if item.title else '-'}/{voices.cell.value}"
        for item in doc.items
        for voices in item.voices
        for line in voices.lines
    }


def test_each_kind_of_note_stands_in_its_section_once() -> None:
    paper = room()
    for kind in NoteKind:
        paper.note(kind.value, kind, "pia")
    paper.note("lone", NoteKind.CONCERN, "ria", minority=True)
    doc = paper.doc()
    assert said(doc) == dict.fromkeys(("contribution", "experience", "idea"), "talk/peers")
    assert [ids(voices.lines) for voices in doc.questions] == [["question", "concern"]]
    assert [one.line.note for one in doc.decisions] == ["decision"]
    assert [one.line.note for one in doc.actions] == ["action"]
    assert ids(doc.differences) == ["difference"]
    assert ids(doc.minority) == ["lone"]
    assert ids(doc.held_over) == ["held-over"]


def test_turns_leave_no_trace() -> None:
    paper = room()
    paper.note("n")
    before = paper.doc()
    paper.put(TurnBegun(entry="t", at=START + 3, who="pia", item="talk", until=START + 4))
    assert paper.doc() == before


def test_without_a_description_there_are_no_minutes() -> None:
    with pytest.raises(ValueError, match="without a description"):
        Paper().doc()


def test_what_is_for_the_review_or_refused_or_gone_is_nowhere() -> None:
    paper = room()
    no = (Consent(Purpose.MINUTES, given=True), Consent(Purpose.MINUTES, given=False))
    paper.person("shy", Standpoint.PEER, consents=no)
    paper.note("review", visibility=Visibility.REVIEW)
    paper.note("shys", NoteKind.IDEA, "shy", "pia")
    paper.note("erased")
    paper.note("kept")
    paper.words = {id: body for id, body in paper.words.items() if "erased" not in body}
    assert list(said(paper.doc())) == ["kept"]


def test_notes_belong_to_the_item_named_else_open_at_their_time_else_to_the_session() -> None:
    paper = room()
    paper.put(ItemOpened(entry="in-group", at=START + 1, group="g", item="break-out"))
    paper.item("later", opened=50)
    paper.put(ItemAdded(AgendaItem("break-out", ItemKind.SMALL_GROUPS, title=paper.text(en="break-out"))))
    paper.note("named", at=60, item="talk")
    paper.note("timed", at=10)
    paper.note("latest", at=70)
    paper.note("untimed", at=None)
    paper.note("before", at=-5)
    paper.note("unknown", item="no-such-item")
    group = paper.text(en="from the group")
    paper.put(NoteKept(entry="grouped", at=START + 9, group="g", content=NoteContent(NoteKind.IDEA, group)))
    paper.put(
        NoteKept(entry="other-group", at=START + 9, group="h", content=NoteContent(NoteKind.IDEA, group))
    )
    where = {note: place.split("/")[0] for note, place in said(paper.doc()).items()}
    assert where == {
        "named": "talk",
        "timed": "talk",
        "latest": "later",
        "untimed": "later",
        "before": "-",
        "unknown": "-",
        "grouped": "break-out",
        "other-group": "talk",
    }


def test_items_stand_in_the_order_of_the_agenda_and_empty_frames_are_left_out() -> None:
    paper = room()
    paper.item("hello", ItemKind.WELCOME)
    paper.item("rest", ItemKind.BREAK, opened=60)
    paper.put(PauseBegun(entry="p", at=START + 61, kind=PauseKind.BREAK, until=START + 99))
    paper.item("bye", ItemKind.CHECK_OUT, opened=100)
    paper.item("never", opened=None)
    doc = paper.doc()
    assert [item.title.bodies["en"] for item in doc.items if item.title] == ["talk", "rest", "bye"]
    assert [pause.until for pause in doc.pauses] == [datetime(2001, 9, 9, 1, 46, 40, 99_000, UTC)]
    assert doc.items[1].pauses == doc.pauses


def test_the_prompts_that_were_asked_stand_with_the_question() -> None:
    paper = room()
    prompts = tuple(Prompt(id, paper.text(en=id)) for id in ("asked", "kept back"))
    paper.put(ItemAdded(AgendaItem("deep", ItemKind.OTHER, prompts=prompts)))
    paper.put(
        ItemOpened(entry="o", at=START, item="deep"), PromptAsked(entry="q", item="deep", prompt="asked")
    )
    item = paper.doc().items[-1]
    assert [wording.bodies["en"] for wording in item.prompts] == ["asked"]
    assert item.title is None


def test_the_order_of_standpoints_turns_from_item_to_item() -> None:
    paper = room()
    for number in range(1, 4):
        paper.item(f"i{number}", opened=number * 10)
    for number in range(4):
        for who in ("pia", "ria"):
            paper.note(f"{who}{number}", NoteKind.IDEA, who, at=number * 10 + 1)
    first = [item.voices[0].cell for item in paper.doc().items]
    assert first == [Cell.PEERS, Cell.PROFESSIONALS, Cell.PEERS, Cell.PEERS]


@pytest.mark.parametrize(
    ("who", "own", "names", "disciplines", "cell"),
    [
        (("pia",), None, [], [], Cell.PEERS),
        (("nan",), None, ["Nan"], [], Cell.PEERS),
        (("nan", "pia"), None, [], [], Cell.PEERS),
        (("nan", "pia"), Attribution.NAMED, ["Nan", "Pia"], [], Cell.PEERS),
        (("nan",), Attribution.ANONYMOUS, [], [], Cell.UNATTRIBUTED),
        (("ada",), None, [], ["nurse"], Cell.PROFESSIONALS),
        (("sol",), None, [], [], Cell.UNATTRIBUTED),
        (("pia",), Attribution.DISCIPLINE, [], [], Cell.PEERS),
        ((), None, [], [], Cell.UNATTRIBUTED),
        (("stranger",), None, [], [], Cell.UNATTRIBUTED),
    ],
)
def test_each_is_named_as_they_asked(
    who: tuple[str, ...],
    own: Attribution | None,
    names: list[str],
    disciplines: list[str],
    cell: Cell,
) -> None:
    paper = room()
    paper.person("nan", Standpoint.PEER, attribution=Attribution.NAMED)
    for name, discipline in (("ada", "nurse"), ("abe", "Nurse "), ("sol", "physician")):
        words = paper.text(en=discipline)
        paper.person(name, Standpoint.PROFESSIONAL, discipline=words, attribution=Attribution.DISCIPLINE)
    paper.note("n", NoteKind.IDEA, *who, attribution=own)
    line = paper.doc().items[0].voices[0].lines[0]
    assert [one.bodies["en"] for one in line.credit.names] == names
    assert [one.bodies["en"] for one in line.credit.disciplines] == disciplines
    assert line.cell is cell


def test_in_a_small_room_nothing_is_divided_and_the_page_knows() -> None:
    paper = Paper()
    paper.describe()
    paper.person("pia", Standpoint.PEER)
    paper.person("ria", Standpoint.PROFESSIONAL)
    paper.person("rob", Standpoint.PROFESSIONAL)
    paper.person("gone", Standpoint.PEER, attendance=Attendance.ABSENT)
    paper.note("a", NoteKind.IDEA, "pia")
    paper.note("b", NoteKind.IDEA, "ria")
    doc = paper.doc()
    assert doc.small_room
    assert set(said(doc).values()) == {"-/unattributed"}
    assert doc.header.counts == ()


def test_a_reply_stands_under_the_minority_opinion_and_nowhere_else() -> None:
    paper = room()
    paper.note("lone", NoteKind.CONTRIBUTION, "pia", minority=True)
    for id, kind in (
        ("reply", NoteKind.CONTRIBUTION),
        ("decided", NoteKind.DECISION),
        ("plain", NoteKind.IDEA),
    ):
        paper.note(id, kind)
    links = [("reply", "lone"), ("reply", "lone"), ("decided", "lone"), ("plain", "reply"), ("x", "lone")]
    for number, (source, target) in enumerate(links):
        paper.put(NotesLinked(entry=f"l{number}", source=source, target=target, kind=LinkKind.ANSWERS))
    paper.put(NotesLinked(entry="l9", source="plain", target="lone", kind=LinkKind.LEADS_TO))
    doc = paper.doc()
    assert [[reply.bodies["en"] for reply in line.replies] for line in doc.minority] == [["words of reply"]]
    assert list(said(doc)) == ["plain"]
    assert [one.line.note for one in doc.decisions] == ["decided"]


def test_decisions_and_actions_are_numbered_once() -> None:
    paper = room()
    paper.note("first", NoteKind.DECISION)
    paper.note("given", NoteKind.DECISION, number=1)
    paper.note("third", NoteKind.DECISION)
    assert [one.number for one in paper.doc().decisions] == ["D2", "D1", "D3"]
    paper.describe(programme=Programme(number=7))
    assert [one.number for one in paper.doc().decisions] == ["D7-2", "D7-1", "D7-3"]


def test_a_decision_and_an_action_know_the_item_in_which_they_were_said() -> None:
    paper = room()
    paper.item("talk", opened=5)
    for kind in (NoteKind.DECISION, NoteKind.ACTION):
        paper.note(f"its {kind}", kind, item="talk")
        paper.note(f"no {kind}", kind, at=-100)
    doc = paper.doc()
    talk = next(item.id for item in doc.items if item.id == "talk")
    assert [one.item for one in doc.decisions] == [talk, ""]
    assert [one.item for one in doc.actions] == [talk, ""]


def test_an_action_has_its_owners_date_status_and_reason() -> None:
    paper = room()
    paper.person("nan", Standpoint.PEER, listed=Shown.NAME)
    paper.note(
        "act",
        NoteKind.ACTION,
        owners=("nan", "pia", "stranger"),
        owner_text=paper.text(en="the ward office"),
        due="2026-06-30",
        status=ActionStatus.PARTLY,
        reason=paper.text(en="no time given"),
    )
    (action,) = paper.doc().actions
    assert [one.bodies["en"] for one in action.owners] == ["Nan"]
    assert action.unnamed_owners == 2
    assert action.owner_text
    assert action.reason
    assert (action.due, action.status, action.number) == (date(2026, 6, 30), ActionStatus.PARTLY, "A1")


def test_the_header_says_when_where_and_how_many() -> None:
    paper = room()
    paper.person("onny", attendance=Attendance.ONLINE, listed=Shown.NAME)
    paper.describe(
        place=paper.text(en="the house by the river"),
        purpose=paper.text(en="to hear each other"),
        planned_start="2001-09-09T10:45:00+09:00",
        zone="Asia/Tokyo",
        programme=Programme(title=paper.text(en="A year"), number=7, cohort=paper.text(und="3")),
        next_time=NextTime(start="2001-10-09T10:45:00+09:00"),
        labels=((Standpoint.PEER, paper.text(en="peer staff")), (Standpoint.FAMILY, (("en", "gone"),))),
    )
    paper.put(Closed("2001-09-09T12:46:40+09:00"))
    paper.put(GuidelinesListed((Guideline("q", paper.text(en="wait")),)))
    doc = paper.doc("en")
    header = doc.header
    assert header.started is not None
    assert header.started.isoformat() == "2001-09-09T10:46:40+09:00"
    assert (header.present, header.online, header.cohort, header.number) == (7, 1, "3", 7)
    assert [one.bodies["en"] for one in header.names] == ["Onny"]
    assert doc.next_session is not None
    assert doc.next_session.start is not None
    assert doc.languages == ("en",)
    assert list(doc.labels) == ["peer"]  # beside its count; the words of the other are gone
    assert [one.bodies["en"] for one in doc.guidelines] == ["wait"]


def test_a_title_that_is_gone_leaves_the_id() -> None:
    paper = room()
    paper.words.clear()
    doc = paper.doc()
    assert doc.header.title.bodies == {"": "s"}
    assert doc.header.cohort is None
    assert doc.next_session is None


def test_standing_counts_confirmations_and_translations() -> None:
    paper = room()
    checked = (("en", Translation(TranslationState.CHECKED)),)
    paper.note("a", NoteKind.IDEA, "pia", confirmed=("pia",), translations=checked)
    paper.note("b", NoteKind.IDEA, "pia")
    paper.note("c")
    only = NoteContent(NoteKind.IDEA, paper.text(ja="ひとつだけ"))
    both = NoteContent(NoteKind.IDEA, paper.text(ja="どちらも", en="both"))
    paper.put(NoteKept(entry="d", content=only), NoteKept(entry="e", content=both))
    standing = paper.doc().standing
    assert (standing.notes, standing.confirmed) == (2, 1)
    assert dict(standing.translations["en"]) == {
        TranslationState.CHECKED: 1,
        TranslationState.DRAFT: 2,
        None: 1,
    }
    assert dict(standing.translations["ja"]) == {}
