"""Templates, and the session after another one."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from coprod import paths
from coprod.domain import acts
from coprod.domain.acts import ItemDraft, NoteDraft, SessionDraft
from coprod.domain.fold import fold
from coprod.domain.terms import (
    ActionStatus,
    ItemKind,
    LinkKind,
    NoteKind,
    Phase,
    Purpose,
    Standpoint,
    Visibility,
)
from coprod.i18n import LANGUAGES
from coprod.service.exchange import format as f
from coprod.service.exchange.keeping import keep, taken_out
from coprod.service.exchange.reading import read_path
from coprod.service.live import LiveSession
from coprod.service.planning import Template, begin_plan, from_template, next_session, templates
from tests.cli.program import MEETINGS
from tests.fakes.memory import MemoryStore
from tests.service.clocks import Still
from tests.stage import an_id, person

if TYPE_CHECKING:
    from pathlib import Path


FOLDER = paths.resources() / "templates"
START = datetime.fromisoformat("2026-12-01T13:30:00+09:00")
TEMPLATES = templates(FOLDER)
MINUTE = 60_000


class Moving(Still):
    """A clock that the test moves."""

    def __init__(self) -> None:
        super().__init__()
        self.later = 0

    def now(self) -> int:
        return super().now() + self.later


# ---- templates


def test_there_is_one_for_each_kind_of_meeting_and_an_empty_one() -> None:
    assert [one.title["en"] for one in TEMPLATES] == [
        "Roundtable",
        "Self-help meeting in small groups",
        "Training session, with reflection in the following week",
        "Focus group",
        "Joint review of an organisation",
        "Blank",
    ]


def proses(value: Any) -> list[dict[str, str]]:
    if isinstance(value, dict):
        if value and set(value) <= set(LANGUAGES):
            return [value]
        return [one for each in value.values() for one in proses(each)]
    return [one for each in value for one in proses(each)] if isinstance(value, list) else []


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.json")), ids=lambda path: path.name.split(".")[0])
def test_every_text_is_there_in_every_language(path: Path) -> None:
    texts = proses(json.loads(path.read_text("utf-8")))
    assert len(texts) >= 2
    assert all(set(text) == set(LANGUAGES) and all(map(str.strip, text.values())) for text in texts)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.id)
def test_a_template_rests_within_the_hour_and_begins_and_ends_together(template: Template) -> None:
    agenda = template.file.agenda
    assert template.file.participants == ()
    if not agenda:
        return
    stretch = 0.0
    for item in agenda:
        stretch = 0 if item.kind is ItemKind.BREAK else stretch + (item.minutes or 0)
        assert stretch <= 70, item.title
    assert [agenda[0].kind, agenda[1].kind, agenda[-1].kind] == [
        ItemKind.WELCOME,
        ItemKind.GUIDELINES,
        ItemKind.CHECK_OUT,
    ]
    assert len(template.file.guidelines) >= 5


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.id)
@pytest.mark.parametrize("languages", [("ja", "en"), ("ko",), ("fr",)])
def test_a_plan_is_begun_from_it_in_the_languages_of_the_meeting(
    template: Template, languages: tuple[str, ...]
) -> None:
    store = MemoryStore()
    made = from_template(template, start=START, zone="Asia/Tokyo", languages=languages)
    session = begin_plan(made, store, Still())
    other = begin_plan(
        from_template(template, start=START, zone="Asia/Tokyo", languages=languages), store, Still()
    )
    assert session != other
    state = fold(session, store.load(session).facts)
    assert state.phase is Phase.PLANNED
    assert state.description is not None
    assert state.description.languages == languages
    assert state.description.planned_start == "2026-12-01T13:30:00+09:00"
    minutes = sum(item.minutes or 0 for item in state.agenda)
    assert (state.description.planned_end is None) is (minutes == 0)
    if languages != ("fr",):
        assert {lang for item in state.agenda for lang, _ in item.title} <= set(languages)
    assert len(state.proposals) == len(template.file.guidelines)


# ---- the session after another one


@pytest.fixture
def held() -> tuple[LiveSession, MemoryStore]:
    """A closed session of four in which a check-in of ten minutes took seventeen."""
    store, clock = MemoryStore(), Moving()
    live = LiveSession(an_id(1), store, clock)
    about = SessionDraft(
        {"en": "Talk", "ja": "話す"},
        ("en", "ja"),
        place={"en": "Room B"},
        planned_start="2026-05-12T13:30:00+09:00",
        planned_end="2026-05-12T15:30:00+09:00",
        programme=acts.ProgrammeDraft({"en": "A year"}, number=7, cohort="2"),
        next_time=acts.NextDraft("2026-06-09T13:30:00+09:00", place={"en": "Room C"}),
    )
    live.do(acts.Describe(about))
    for name in "abcd":
        live.do(person(name, Standpoint.PEER))
    for kind, minutes in ((ItemKind.CHECK_IN, 10), (ItemKind.ROUNDTABLE, 30), (ItemKind.OTHER, None)):
        live.do(acts.AddItem(ItemDraft(kind, minutes=minutes)))
    live.do(acts.OfferGuidelines(({"en": "We wait"}, {"en": "We stop on time"})))
    live.do(acts.StartSession())
    live.do(acts.AgreeGuidelines())
    live.do(acts.ProposeGuideline({"en": "Never agreed"}))
    one, two, *_ = live.state.participants
    live.do(acts.StateConsent(one, Purpose.MINUTES, given=True))
    live.do(acts.BeginTurn(one))
    live.do(acts.PassTurn(two))
    for sort, text, visibility in (
        (NoteKind.ACTION, "Buy tea", Visibility.ROOM),
        (NoteKind.ACTION, "Done already", Visibility.MINUTES),
        (NoteKind.ACTION, "For the review alone", Visibility.REVIEW),
        (NoteKind.HELD_OVER, "The key", Visibility.MINUTES),
        (NoteKind.IDEA, "An idea", Visibility.MINUTES),
    ):
        owners = (one,) if sort is NoteKind.ACTION else ()
        live.do(acts.KeepNote(NoteDraft(sort, {"en": text}, (two,), visibility=visibility, owners=owners)))
    live.do(acts.MoveAction(live.state.notes()[1].entry, ActionStatus.DONE))
    clock.later = 17 * MINUTE
    live.do(acts.OpenItem(live.state.agenda[1].id))
    live.do(acts.CloseSession())
    return live, store


def following(held: tuple[LiveSession, MemoryStore]) -> f.SessionFile:
    live, store = held
    made = next_session(live.state.session, store, Still())
    file = taken_out(made, store, people=True)
    assert file is not None
    return file


def test_it_is_the_next_of_its_series_in_the_same_place_and_as_long(
    held: tuple[LiveSession, MemoryStore],
) -> None:
    file = following(held)
    assert file.previous == an_id(1)
    assert file.state is Phase.PLANNED
    assert file.programme is not None
    assert (file.programme.number, file.programme.cohort) == (8, "2")
    assert file.place == {"en": "Room C"}
    assert file.planned is not None
    assert (file.planned.start, file.planned.end) == (
        "2026-06-09T13:30:00+09:00",
        "2026-06-09T15:30:00+09:00",
    )
    assert (file.started, file.ended, file.next) == (None, None, None)


def test_the_same_people_come_as_the_same_persons_from_the_next_seat_on_without_that_days_consents(
    held: tuple[LiveSession, MemoryStore],
) -> None:
    file = following(held)
    assert [one.called for one in file.participants] == ["c", "d", "a", "b"]
    assert all(one.consents == () and one.attendance is None for one in file.participants)
    live, store = held
    persons = store.load(live.state.session).links
    assert {one.person for one in file.participants} == set(persons.values())
    again = following(held)
    assert {one.person for one in again.participants} == set(persons.values())
    assert again.id != file.id


def test_guidelines_that_were_agreed_are_offered(held: tuple[LiveSession, MemoryStore]) -> None:
    assert [one.text["en"] for one in following(held).guidelines] == ["We wait", "We stop on time"]


def test_the_plan_learns_from_what_the_items_took(held: tuple[LiveSession, MemoryStore]) -> None:
    assert [item.minutes for item in following(held).agenda] == [15, 30, None]


def test_what_was_left_open_comes_along_linked_to_where_it_came_from(
    held: tuple[LiveSession, MemoryStore],
) -> None:
    live, _ = held
    file = following(held)
    notes = [one for one in file.record if isinstance(one, f.NoteRecord)]
    assert [(one.kind, one.text) for one in notes] == [
        (NoteKind.ACTION, {"en": "Buy tea"}),
        (NoteKind.HELD_OVER, {"en": "The key"}),
    ]
    assert all(one.visibility is Visibility.MINUTES and one.at is None for one in notes)
    links = [(one.target, one.kind) for one in file.record if isinstance(one, f.LinkRecord)]
    was = [live.state.notes()[0].entry, live.state.notes()[3].entry]
    assert links == [(note, LinkKind.OUTCOME_OF) for note in was]
    assert {one.key for one in file.participants} >= {who for one in notes for who in one.who}


def test_a_session_that_nobody_described_has_no_next() -> None:
    with pytest.raises(ValueError, match="description"):
        next_session(an_id(1), MemoryStore(), Still())


@pytest.mark.parametrize("path", MEETINGS, ids=lambda path: path.name.split(".")[0])
def test_every_meeting_has_a_next_one_that_can_be_exported_and_read(path: Path, tmp_path: Path) -> None:
    store = MemoryStore()
    session = keep(read_path(path), store, Still()).session
    made = next_session(session, store, Still())
    file = taken_out(made, store, people=True)
    assert file is not None
    assert file.previous == session
    assert keep(file, MemoryStore(), Still()).added
