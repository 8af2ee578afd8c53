"""The rows of the read tables, from a state and from what changes in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from coprod.domain import acts
from coprod.domain.facts import NoteKept
from coprod.domain.parts import NoteContent, Translation
from coprod.domain.state import State
from coprod.domain.terms import ActionStatus, NoteKind, Phase, TranslationState, Visibility
from coprod.service.rows import all_rows, changed_rows, latest_first, note_row, session_row
from tests.stage import SESSION, Stage, added, item, note, opened, person
from tests.strategies import stages

if TYPE_CHECKING:
    from coprod.domain.parts import Text

JA, BOTH = (("ja", "w1"),), (("ja", "w1"), ("en", "w2"))


def described() -> Stage:
    stage = Stage()
    programme = acts.ProgrammeDraft({"ja": "一年の対話"}, number=3)
    draft = acts.SessionDraft(
        {"ja": "題"},
        ("ja", "en"),
        place={"ja": "市民会館"},
        planned_start="2026-05-12T09:00:00+09:00",
        zone="Asia/Tokyo",
        programme=programme,
    )
    stage.do(acts.Describe(draft))
    return stage


def test_a_session_has_one_line() -> None:
    stage = described()
    stage.do(person())
    stage.do(item())
    stage.do(acts.StartSession())
    row = session_row(stage.state)
    assert (row.session, row.phase, row.started) == (SESSION, Phase.OPEN.value, stage.state.started)
    assert (stage.says(row.title), stage.says(row.place)) == ({"ja": "題"}, {"ja": "市民会館"})
    assert (stage.says(row.programme), row.number) == ({"ja": "一年の対話"}, 3)
    assert (row.people, row.items, row.languages, row.zone) == (1, 1, ("ja", "en"), "Asia/Tokyo")
    assert (row.planned_start, row.planned_end) == ("2026-05-12T09:00:00+09:00", None)


def test_a_session_nobody_described_has_a_line_without_a_title() -> None:
    row = session_row(State(SESSION))
    assert (row.title, row.languages, row.programme, row.number) == ((), (), (), None)


@pytest.mark.parametrize(
    ("text", "known", "visibility", "counted"),
    [
        (BOTH, {}, Visibility.MINUTES, 0),
        (JA, {}, Visibility.MINUTES, 1),
        (JA, {}, Visibility.ROOM, 1),
        (JA, {}, Visibility.REVIEW, 0),  # in no minutes
        (BOTH, {"en": TranslationState.MACHINE}, Visibility.MINUTES, 1),
        (BOTH, {"en": TranslationState.DRAFT}, Visibility.MINUTES, 1),
        (BOTH, {"en": TranslationState.CHECKED}, Visibility.MINUTES, 0),
        (BOTH, {"en": TranslationState.CONFIRMED}, Visibility.MINUTES, 0),
        (BOTH, {"ko": TranslationState.MACHINE}, Visibility.MINUTES, 0),  # no language of the minutes
    ],
)
def test_what_is_still_to_translate(
    text: Text, known: dict[str, TranslationState], visibility: Visibility, counted: int
) -> None:
    stage = described()
    translations = tuple((lang, Translation(state)) for lang, state in known.items())
    content = NoteContent(NoteKind.IDEA, text, translations=translations, visibility=visibility)
    stage.take((NoteKept(entry="n", content=content),))
    assert session_row(stage.state).untranslated == counted


@pytest.mark.parametrize(
    ("who", "confirmed", "visibility", "counted"),
    [
        (("p",), (), Visibility.MINUTES, 1),
        (("p",), ("p",), Visibility.MINUTES, 0),
        (("p", "q"), ("p",), Visibility.ROOM, 0),
        ((), (), Visibility.MINUTES, 0),  # of whom would one ask?
        (("p",), (), Visibility.REVIEW, 0),
    ],
)
def test_what_is_still_to_confirm(
    who: tuple[str, ...], confirmed: tuple[str, ...], visibility: Visibility, counted: int
) -> None:
    stage = described()
    content = NoteContent(NoteKind.IDEA, JA, who, confirmed=confirmed, visibility=visibility)
    stage.take((NoteKept(entry="n", content=content),))
    assert session_row(stage.state).unconfirmed == counted


def test_a_note_has_a_line_and_only_an_action_a_status() -> None:
    content = NoteContent(
        NoteKind.ACTION,
        BOTH,
        item="i",
        due="2026-06-30",
        status=ActionStatus.PARTLY,
        visibility=Visibility.ROOM,
    )
    row = note_row(SESSION, NoteKept(entry="n", at=5, content=content))
    assert (row.note, row.session, row.kind, row.item, row.at) == ("n", SESSION, "action", "i", 5)
    assert (row.visibility, row.status, row.due, row.text) == ("room", "partly", "2026-06-30", BOTH)
    idea = NoteKept(entry="n", content=replace(content, kind=NoteKind.IDEA))
    assert note_row(SESSION, idea).status == ""


def test_only_the_notes_of_which_facts_speak_are_put_again() -> None:
    stage, _ = opened()
    one, two = (added(stage.do(acts.KeepNote(note()))) for _ in range(2))
    old, row = stage.state, session_row(stage.state)
    stage.do(acts.ChangeNote(two, note("ほかの言葉")))
    rows = changed_rows(row, old, stage.state, [two, two, ""])
    assert ([note.note for note in rows.notes], rows.gone, rows.session) == ([two], [], None)
    old = stage.state
    stage.do(acts.TakeOutNote(one))
    rows = changed_rows(row, old, stage.state, [one])
    assert (list(rows.notes), rows.gone) == ([], [one])


def test_counts_are_taken_anew_when_the_languages_change() -> None:
    stage = described()
    stage.do(acts.StartSession())
    stage.do(acts.KeepNote(note()))
    old, row = stage.state, session_row(stage.state)
    stage.do(acts.Describe(acts.SessionDraft({"ja": "題"}, ("ja",))))
    changed = changed_rows(row, old, stage.state, [])
    assert (row.untranslated, changed.session) == (1, session_row(stage.state))
    assert changed.session is not None
    assert changed.session.untranslated == 0


@given(stages(most=15))
def test_all_rows_are_those_of_each_note_in_the_record(stage: Stage) -> None:
    rows = all_rows(stage.state)
    assert [row.note for row in rows.notes] == [one.entry for one in stage.state.notes()]
    assert rows.session == session_row(stage.state)


def test_the_latest_session_comes_first_and_before_it_those_without_a_start() -> None:
    plain = session_row(State(SESSION))
    starts = ["2026-05-12T00:00:00Z", None, "2026-05-12T08:00:00+09:00", "2016-12-31T23:59:60z", "2026-05-13"]
    rows = [replace(plain, started=start) for start in starts]
    assert [row.started for row in latest_first(rows)] == [None, starts[4], starts[0], starts[2], starts[3]]
    planned = replace(plain, planned_start="2027-01-01T00:00:00Z")
    assert latest_first([rows[0], planned]) == [planned, rows[0]]
    damaged = replace(plain, started="soon")
    assert latest_first([damaged, rows[3]]) == [rows[3], damaged]
