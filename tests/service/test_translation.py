"""Out to a translator and home again: what was meant comes in, each text on its own, and nothing else is touched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod.domain import acts
from coprod.domain.acts import NoteDraft, TranslateNote, TranslateText
from coprod.domain.terms import ItemKind, NoteKind, TranslationState
from coprod.domain.translating import RowState
from coprod.readers import read_work
from coprod.render.xliff import write_work
from coprod.service.library import Shelved
from coprod.service.translation import (
    Brought,
    Left,
    Returned,
    Unit,
    UnitState,
    WhyLeft,
    WhyNoWork,
    WorkRefused,
    brought,
    desk_rows,
    word_list,
    work_of,
)
from tests import translator
from tests.stage import SESSION, Stage, added, opened
from tests.strategies import stages

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PAIR = ("ja", "en")


@dataclass
class Meeting:
    """A meeting with a title, an item, and a note that two said."""

    stage: Stage
    note: str
    item: str
    who: str

    def back(self, *units: Unit, by: str = "", langs: tuple[str, str] = PAIR, session: str = "") -> Brought:
        stage = self.stage
        return brought(Returned(langs, units, session), stage.state, stage.facts, stage.words, by)

    def state(self) -> tuple[str | None, RowState]:
        rows = desk_rows(self.stage.state, self.stage.facts, self.stage.words, PAIR)
        return next((row.target, row.state) for row in rows if row.key == self.key)

    @property
    def key(self) -> str:
        return f"note.{self.note}"

    def do(self, brings: Brought) -> None:
        assert brings.act is not None
        self.stage.do(brings.act)


@pytest.fixture
def meeting() -> Meeting:
    stage, people = opened()
    stage.do(acts.Describe(acts.SessionDraft({"ja": "お茶"}, PAIR)))
    item = added(
        stage.do(acts.AddItem(acts.ItemDraft(ItemKind.OTHER, {"ja": "輪になって", "en": "In a circle"})))
    )
    note = added(stage.do(acts.KeepNote(NoteDraft(NoteKind.IDEA, {"ja": "窓をあける"}, tuple(people[:2])))))
    return Meeting(stage, note, item, people[0])


def unit(meeting: Meeting, target: str = "Open the window", state: str = "translated", **values: str) -> Unit:
    return Unit(values.get("key", meeting.key), values.get("source", "窓をあける"), target, UnitState(state))


# ---- out


def test_what_was_said_in_the_first_language_goes_out_and_the_rest_is_counted(meeting: Meeting) -> None:
    meeting.stage.do(acts.KeepNote(NoteDraft(NoteKind.IDEA, {"en": "A chair"})))
    meeting.stage.do(acts.KeepNote(NoteDraft(NoteKind.IDEA, {"ko": "의자"})))
    stage = meeting.stage
    work = work_of(stage.state, stage.facts, stage.words, PAIR, word_list([]))
    assert [row.source for row in work.rows if row.note] == ["窓をあける"]
    assert (work.session, work.left_out) == (SESSION, 3)
    assert work.items[meeting.item] == ("輪になって", ItemKind.OTHER)
    turned = work_of(stage.state, stage.facts, stage.words, ("en", "ja"))
    assert [row.source for row in turned.rows if row.note] == ["A chair"]


def test_the_word_list_is_what_the_library_calls_terms() -> None:
    term = Shelved("1", "term", {"ja": "共同創造", "en": "co-production"})
    (found,) = word_list([term, Shelved("2", "hint", {"en": "a → b"})])
    assert found.of("en") == ("co-production",)


# ---- in


@pytest.mark.parametrize(
    ("told", "state"),
    [("initial", "draft"), ("translated", "draft"), ("reviewed", "checked"), ("final", "checked")],
)
def test_what_is_reviewed_is_checked_and_nothing_is_confirmed(
    meeting: Meeting, told: str, state: str
) -> None:
    meeting.do(meeting.back(unit(meeting, state=told), by="訳者"))
    assert meeting.state() == ("Open the window", RowState(state))
    (row,) = [
        row
        for row in desk_rows(meeting.stage.state, meeting.stage.facts, meeting.stage.words, PAIR)
        if row.note
    ]
    assert (row.by, row.checked_by) == ("訳者", "")


def test_titles_come_in_beside_notes_in_one_act(meeting: Meeting) -> None:
    title = Unit("title", "お茶", "Tea", UnitState.FINAL)
    brings = meeting.back(title, unit(meeting))
    assert (brings.came, brings.left) == (2, ())
    meeting.do(brings)
    about = meeting.stage.state.description
    assert about is not None
    assert meeting.stage.says(about.title) == {"ja": "お茶", "en": "Tea"}
    meeting.stage.do(acts.Undo())
    assert meeting.state() == (None, RowState.MISSING)


def test_an_original_that_has_changed_keeps_out_its_own_translation_alone(meeting: Meeting) -> None:
    gone = unit(meeting, source="窓をしめる")
    brings = meeting.back(gone, Unit("title", "お茶", "Tea", UnitState.INITIAL))
    assert brings.left == (Left(meeting.key, WhyLeft.STALE),)
    assert brings.act == acts.TranslateTexts((), (TranslateText("title", "en", "Tea"),))


def test_letters_put_together_otherwise_are_the_same_words(meeting: Meeting) -> None:
    meeting.stage.do(acts.KeepNote(NoteDraft(NoteKind.IDEA, {"ja": "がらす"})))
    key = f"note.{meeting.stage.state.notes()[-1].entry}"
    assert meeting.back(unit(meeting, key=key, source="か\u3099らす")).came == 1


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"key": "note.gone"}, WhyLeft.UNKNOWN),
        ({"key": ""}, WhyLeft.UNKNOWN),
        ({"target": "a\u202eb"}, WhyLeft.HIDDEN_CHARACTER),
        ({"target": "a\ud800b"}, WhyLeft.HIDDEN_CHARACTER),
        ({"target": "x" * 20_001}, WhyLeft.TOO_LONG),
        ({"key": "title", "source": "お茶", "target": "x" * 301}, WhyLeft.TOO_LONG),
    ],
)
def test_what_can_not_come_in_says_why(meeting: Meeting, values: dict[str, str], why: WhyLeft) -> None:
    brings = meeting.back(unit(meeting, **values))
    assert (brings.act, [left.why for left in brings.left]) == (None, [why])


def test_a_flaw_that_the_reader_saw_is_told_and_of_two_of_one_name_the_first_counts(meeting: Meeting) -> None:
    flawed = Unit(meeting.key, "窓をあける", "x", UnitState.FINAL, WhyLeft.IN_PARTS)
    assert meeting.back(flawed).left == (Left(meeting.key, WhyLeft.IN_PARTS),)
    brings = meeting.back(unit(meeting, "first"), unit(meeting, "second"))
    assert brings.left == (Left(meeting.key, WhyLeft.TWICE),)
    assert brings.act is not None
    assert [one.body for one in brings.act.notes] == ["first"]


def test_a_file_the_other_way_round_brings_nothing(meeting: Meeting) -> None:
    brings = meeting.back(unit(meeting), langs=("en", "ja"))
    assert (brings.act, brings.left) == (None, (Left(meeting.key, WhyLeft.TURNED),))


def test_a_file_of_another_session_is_not_taken(meeting: Meeting) -> None:
    with pytest.raises(WorkRefused) as refused:
        meeting.back(unit(meeting), session="another")
    assert refused.value.why is WhyNoWork.OTHER_SESSION
    assert meeting.back(unit(meeting), session=SESSION).came == 1


def test_what_is_empty_is_passed_over_and_what_is_the_same_stays_with_its_state(meeting: Meeting) -> None:
    assert meeting.back(unit(meeting, " ")) == Brought(None, 0, 0, 1, ())
    meeting.stage.do(TranslateNote(meeting.note, "en", TranslationState.CHECKED, "Open the window", "A"))
    for state in UnitState:
        assert meeting.back(unit(meeting, state=state.value), by="B") == Brought(None, 0, 1, 0, ())


@pytest.mark.parametrize("before", ["machine", "draft", "stale"])
def test_the_same_words_reviewed_are_checked_by_whoever_did(meeting: Meeting, before: str) -> None:
    stage = meeting.stage
    known = TranslationState.MACHINE if before == "machine" else TranslationState.DRAFT
    stage.do(TranslateNote(meeting.note, "en", known, "Open the window", "A"))
    source = "窓をあける"
    if before == "stale":
        source = "窓をしめる"
        both = {"ja": source, "en": "Open the window"}
        draft = NoteDraft(NoteKind.IDEA, both, stage.content(meeting.note).who, original="ja")
        stage.do(acts.ChangeNote(meeting.note, draft, stage.state.versions[meeting.note]))
    assert meeting.state()[1] is RowState(before)
    assert meeting.back(unit(meeting, source=source)).act is None
    meeting.do(meeting.back(unit(meeting, source=source, state="final"), by="B"))
    (row,) = [row for row in desk_rows(stage.state, stage.facts, stage.words, PAIR) if row.note]
    assert (row.state, row.by, row.checked_by) == (RowState.CHECKED, "A", "B")


def test_a_title_that_is_the_same_is_there_already_whatever_is_said_of_it(meeting: Meeting) -> None:
    key = f"item.{meeting.item}"
    assert meeting.back(Unit(key, "輪になって", "In a circle", UnitState.FINAL)).same == 1


def test_what_a_speaker_confirmed_and_a_translator_writes_anew_is_confirmed_no_more(meeting: Meeting) -> None:
    meeting.stage.do(TranslateNote(meeting.note, "en", TranslationState.CONFIRMED, "Open it"))
    meeting.do(meeting.back(unit(meeting, state="final")))
    assert meeting.state() == ("Open the window", RowState.CHECKED)


@given(stages(most=12), st.sampled_from([PAIR, ("en", "ja"), ("ja", "ko")]), st.sampled_from(list(UnitState)))
def test_no_file_confirms_anything_and_what_comes_back_as_it_went_changes_nothing(
    stage: Stage, langs: tuple[str, str], state: UnitState
) -> None:
    work = work_of(stage.state, stage.facts, stage.words, langs)
    same = tuple(Unit(row.key, row.source, row.target or "", UnitState.INITIAL) for row in work.rows)
    came = brought(Returned(langs, same), stage.state, stage.facts, stage.words)
    assert (came.act, came.left, came.same + came.empty) == (None, (), len(same))
    others = tuple(Unit(row.key, row.source, "新しい。", state) for row in work.rows)
    brings = brought(Returned(langs, others), stage.state, stage.facts, stage.words)
    assert brings.left == ()
    if brings.act is None:
        return
    assert TranslationState.CONFIRMED not in {one.state for one in brings.act.notes}
    before = {row.key: row for row in work.rows}
    stage.do(brings.act)
    after = work_of(stage.state, stage.facts, stage.words, langs)
    assert {row.target for row in after.rows} == {"新しい。"}
    assert {row.key: row.source for row in after.rows} == {key: row.source for key, row in before.items()}


# ---- through a file


def through(meeting: Meeting, path: Path, wanted: Mapping[str, tuple[str, str]]) -> Brought:
    stage = meeting.stage
    write_work(work_of(stage.state, stage.facts, stage.words, PAIR), path)
    translator.translate(path, wanted)
    return brought(read_work(path), stage.state, stage.facts, stage.words, "訳者")


def test_out_and_in_through_a_file_that_a_translator_changed(meeting: Meeting, tmp_path: Path) -> None:
    path = tmp_path / "work.xlf"
    assert through(meeting, path, {}).act is None
    brings = through(
        meeting, path, {meeting.key: ("Open the\nwindow", "reviewed"), "title": ("Tea", "final")}
    )
    assert (brings.came, brings.same, brings.empty, brings.left) == (2, 1, 1, ())
    meeting.do(brings)
    assert meeting.state() == ("Open the\nwindow", RowState.CHECKED)
    assert through(meeting, path, {}).act is None


@given(stages(most=12))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_name_goes_out_of_anybody_and_of_nobody_who_translated(tmp_path: Path, stage: Stage) -> None:
    path = tmp_path / "work.xlf"
    names = {word.body for word in stage.words.values() if not word.lang}
    for langs in (PAIR, ("en", "ja")):
        work = work_of(stage.state, stage.facts, stage.words, langs)
        write_work(work, path)
        told = path.read_text("utf-8")
        said = "".join(row.source + (row.target or "") for row in work.rows)
        assert [name for name in names if name.strip() and name in told and name not in said] == []


def test_what_somebody_said_goes_out_as_they_said_it_even_a_name(meeting: Meeting, tmp_path: Path) -> None:
    stage, path = meeting.stage, tmp_path / "work.xlf"
    stage.do(acts.KeepNote(NoteDraft(NoteKind.IDEA, {"ja": "葵さんと話した"})))
    write_work(work_of(stage.state, stage.facts, stage.words, PAIR), path)
    assert "葵さん" in path.read_text("utf-8")
