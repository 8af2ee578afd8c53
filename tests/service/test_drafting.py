"""Machine drafts: of notes that nobody has translated, always marked, and never over what a person did meanwhile."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.domain import acts
from coprod.domain.acts import NoteDraft, TranslateNote
from coprod.domain.prose import TEXT_LIMIT
from coprod.domain.rules.pen import Refused, Why
from coprod.domain.terms import ItemKind, NoteKind, Purpose, TranslationState, Visibility
from coprod.domain.translating import RowState
from coprod.service.drafting import BATCH, DrafterRefused, Drafts, Wanted, WhyNoDrafter, drafted, kept, wanted
from coprod.service.translation import desk_rows, note_of
from tests.present.meeting import Meeting

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coprod.domain.translating import Row

PAIR = ("en", "ja")


def to_japanese(texts: Sequence[str]) -> list[str]:
    return [f"訳：{text}" for text in texts]


def saying(*answers: str) -> Callable[[Sequence[str]], Sequence[str]]:
    return lambda texts: list(answers)


@pytest.fixture
def meeting() -> Meeting:
    made = Meeting()
    made.open(ItemKind.CHECK_IN)
    return made


def notes(meeting: Meeting) -> dict[str, Row]:
    """The rows of notes, by note."""
    rows = desk_rows(meeting.state, meeting.live.facts(), meeting.live.words, PAIR)
    return {note_of(row): row for row in rows if row.note is not None}


def asked(meeting: Meeting, langs: tuple[str, str] = PAIR) -> list[str]:
    return [row.source for row in wanted(meeting.live, langs).rows]


def draft(meeting: Meeting) -> Drafts:
    return drafted(wanted(meeting.live, PAIR), to_japanese)


# ---- which


def test_notes_without_a_translation_are_drafted_and_marked_as_a_machines(meeting: Meeting) -> None:
    note = meeting.note("One chair", "Umi")
    result = kept(draft(meeting), meeting.live)
    assert (result.came, result.outdated) == (1, 0)
    assert result.act == acts.TranslateTexts(
        (TranslateNote(note, "ja", TranslationState.MACHINE, "訳：One chair"),)
    )
    meeting.do(result.act)
    row = notes(meeting)[note]
    assert (row.source, row.target, row.state) == ("One chair", "訳：One chair", RowState.MACHINE)
    assert (row.by, row.checked_by) == ("", "")
    assert asked(meeting) == []


@pytest.mark.parametrize("state", [one for one in TranslationState if one is not TranslationState.CONFIRMED])
def test_what_has_a_translation_is_left_alone_however_little_it_is_trusted(
    meeting: Meeting, state: TranslationState
) -> None:
    note = meeting.note("One chair", "Umi")
    meeting.do(TranslateNote(note, "ja", state, "椅子"))
    assert asked(meeting) == []


def test_what_is_left_behind_by_its_original_is_for_people(meeting: Meeting) -> None:
    note = meeting.note("One chair", "Umi")
    meeting.do(TranslateNote(note, "ja", TranslationState.CHECKED, "椅子"))
    base = meeting.state.versions[note]
    meeting.do(
        acts.ChangeNote(note, NoteDraft(NoteKind.IDEA, {"en": "Two", "ja": "椅子"}, original="en"), base)
    )
    assert notes(meeting)[note].state is RowState.STALE
    assert asked(meeting) == []


def test_only_one_direction_is_asked_of_a_model(meeting: Meeting) -> None:
    meeting.note("One chair")
    meeting.do(acts.KeepNote(NoteDraft(NoteKind.IDEA, {"ja": "お茶"})))
    assert asked(meeting) == ["One chair"]
    assert asked(meeting, ("ja", "en")) == ["お茶"]
    assert asked(meeting, ("en-GB", "ja-JP")) == ["One chair"]
    assert asked(meeting, ("ko", "ja")) == []


def test_texts_without_a_state_are_left_and_counted_for_their_draft_could_not_be_marked(
    meeting: Meeting,
) -> None:
    meeting.note("One chair")
    found = wanted(meeting.live, PAIR)
    rows = desk_rows(meeting.state, meeting.live.facts(), meeting.live.words, PAIR)
    missing = [row for row in rows if row.state is RowState.MISSING and row.source_lang == "en"]
    assert [row.source for row in found.rows] == ["One chair"]
    assert found.left_out == len(missing) - 1 == 3  # the programme, and two guidelines


def test_a_note_of_which_nobody_knows_how_it_was_said_is_left_for_people(meeting: Meeting) -> None:
    both = NoteDraft(NoteKind.IDEA, {"en": "Rest", "ko": "쉼"})
    meeting.do(acts.KeepNote(both))
    before = wanted(meeting.live, PAIR)
    assert before.rows == ()
    meeting.do(acts.KeepNote(NoteDraft(NoteKind.IDEA, {"en": "Rest", "ko": "쉼"}, original="ko")))
    after = wanted(meeting.live, ("ko", "ja"))
    assert [row.source for row in after.rows] == ["쉼"]


def test_what_may_be_in_no_minutes_is_not_shown_to_a_machine(meeting: Meeting) -> None:
    meeting.note("For review", "Vera", visibility=Visibility.REVIEW)
    gone = meeting.note("Taken out", "Umi")
    meeting.note("Held back", "Wakana")
    meeting.note("Withdrawn", "Sumire")
    meeting.note("Stays", "Tadashi")
    meeting.do(acts.StateConsent(meeting.who("Wakana"), Purpose.MINUTES, given=False))
    meeting.do(acts.TakeOutNote(gone))
    assert set(asked(meeting)) == {"Withdrawn", "Stays"}
    meeting.do(acts.WithdrawParticipant(meeting.who("Sumire")))
    assert asked(meeting) == ["Stays"]


# ---- batch by batch


def test_it_is_told_how_far_it_is_and_can_be_stopped_between_batches(meeting: Meeting) -> None:
    count = 2 * BATCH + 3
    for number in range(count):
        meeting.note(f"Note {number}")
    told: list[tuple[int, int]] = []
    sizes: list[int] = []

    def measured(texts: Sequence[str]) -> list[str]:
        sizes.append(len(texts))
        return to_japanese(texts)

    whole = drafted(wanted(meeting.live, PAIR), measured, told=lambda done, of: told.append((done, of)))
    assert sizes == [BATCH, BATCH, 3]
    assert told == [(BATCH, count), (2 * BATCH, count), (count, count)]
    assert (len(whole.made), whole.unreached) == (count, 0)
    sizes.clear()
    part = drafted(wanted(meeting.live, PAIR), measured, lambda: len(sizes) == 2)
    assert (len(part.made), part.unreached) == (2 * BATCH, 3)
    result = kept(part, meeting.live)
    assert (result.came, result.outdated) == (2 * BATCH, 0)
    none = drafted(wanted(meeting.live, PAIR), measured, lambda: True)
    assert (none.made, none.unreached, kept(none, meeting.live).act) == ((), count, None)


def test_all_drafts_of_one_go_are_taken_back_by_one_undo(meeting: Meeting) -> None:
    for number in range(BATCH + 2):
        meeting.note(f"Note {number}")
    before = meeting.state.notes()
    act = kept(draft(meeting), meeting.live).act
    assert act is not None
    meeting.do(act)
    assert meeting.state.notes() != before
    meeting.do(acts.Undo())
    assert meeting.state.notes() == before


def test_drafting_itself_changes_nothing(meeting: Meeting) -> None:
    meeting.note("One chair")
    facts = meeting.live.facts()
    kept(draft(meeting), meeting.live)
    assert meeting.live.facts() == facts


def test_a_model_that_fails_leaves_everything_as_it_was(meeting: Meeting) -> None:
    meeting.note("One chair")
    facts = meeting.live.facts()

    def failing(texts: Sequence[str]) -> list[str]:
        raise DrafterRefused(WhyNoDrafter.FAILED)

    with pytest.raises(DrafterRefused):
        drafted(wanted(meeting.live, PAIR), failing)
    assert meeting.live.facts() == facts


# ---- what is fit to be kept


@pytest.mark.parametrize(
    ("answer", "body"),
    [
        ("椅子", "椅子"),
        (" 椅子\n", "椅子"),
        ("", None),
        (" \n", None),
        ("One chair", None),
        (" ＯＮＥ chair", None),
        ("あ" * TEXT_LIMIT, "あ" * TEXT_LIMIT),
        ("あ" * (TEXT_LIMIT + 1), None),
        ("椅\u202e子", None),
        ("椅\x00子", None),
    ],
    ids=range(10),
)
def test_what_is_no_translation_is_not_kept(meeting: Meeting, answer: str, body: str | None) -> None:
    note = meeting.note("One chair")
    drafts = drafted(wanted(meeting.live, PAIR), saying(answer))
    result = kept(drafts, meeting.live)
    assert (drafts.unfit, result.came) == ((0, 1) if body else (1, 0))
    if result.act:
        meeting.do(result.act)
    assert notes(meeting)[note].target == body


@given(st.lists(st.text(max_size=12), min_size=1, max_size=6))
def test_whatever_a_model_says_its_act_may_be(answers: list[str]) -> None:
    meeting = Meeting()
    meeting.open(ItemKind.CHECK_IN)
    said = [meeting.note(f"Note {number}") for number in range(len(answers))]
    drafts = drafted(wanted(meeting.live, PAIR), saying(*answers))
    assert len(drafts.made) + drafts.unfit == len(answers)
    act = kept(drafts, meeting.live).act
    if act is not None:
        meeting.do(act)
    rows = notes(meeting)
    assert [rows[note].source for note in said] == [f"Note {number}" for number in range(len(answers))]
    assert {rows[note].state for note in said} <= {RowState.MACHINE, RowState.MISSING}


# ---- what people do meanwhile


def test_what_changed_while_it_was_drafted_is_not_written_over(meeting: Meeting) -> None:
    translated, changed, out = (meeting.note(text, "Umi") for text in ("One", "Two", "Three"))
    held, stays, named = meeting.note("Four", "Vera"), meeting.note("Five", "Umi"), meeting.note("Six", "Umi")
    drafts = draft(meeting)
    meeting.do(TranslateNote(translated, "ja", TranslationState.DRAFT, "一つ"))
    other = NoteDraft(NoteKind.CONTRIBUTION, {"en": "Two!"}, (meeting.who("Umi"),))
    meeting.do(acts.ChangeNote(changed, other, meeting.state.versions.get(changed, "")))
    meeting.do(acts.TakeOutNote(out))
    meeting.do(acts.StateConsent(meeting.who("Vera"), Purpose.MINUTES, given=False))
    idea = NoteDraft(NoteKind.IDEA, {"en": "Six"}, (meeting.who("Umi"),))
    meeting.do(acts.ChangeNote(named, idea, meeting.state.versions.get(named, "")))
    result = kept(drafts, meeting.live)
    assert result.act is not None
    assert {one.note for one in result.act.notes} == {stays, named}
    assert (result.came, result.outdated) == (2, 4)
    meeting.do(result.act)
    assert notes(meeting)[translated].target == "一つ"
    assert notes(meeting)[changed].target is None
    assert held not in notes(meeting)


def test_a_thread_of_its_own_drafts_while_the_session_goes_on(meeting: Meeting) -> None:
    taken, free = meeting.note("One", "Umi"), meeting.note("Two", "Umi")
    asked_for, go_on = threading.Event(), threading.Event()

    def slow(texts: Sequence[str]) -> list[str]:
        asked_for.set()
        assert go_on.wait(30)
        return to_japanese(texts)

    found = wanted(meeting.live, PAIR)
    with ThreadPoolExecutor(1) as worker:
        coming = worker.submit(drafted, found, slow)
        assert asked_for.wait(30)
        meeting.do(TranslateNote(taken, "ja", TranslationState.DRAFT, "一つ"))
        go_on.set()
        result = kept(coming.result(), meeting.live)
    assert result.act is not None
    assert [one.note for one in result.act.notes] == [free]


def test_kept_twice_it_is_there_once(meeting: Meeting) -> None:
    meeting.note("One chair")
    drafts = draft(meeting)
    first = kept(drafts, meeting.live).act
    assert first is not None
    meeting.do(first)
    again = kept(drafts, meeting.live)
    assert (again.act, again.outdated) == (None, 1)


def test_nothing_is_kept_while_the_pen_is_down(meeting: Meeting) -> None:
    meeting.note("One chair")
    drafts = draft(meeting)
    meeting.do(acts.PutPenDown())
    facts = meeting.live.facts()
    act = kept(drafts, meeting.live).act
    assert act is not None
    assert meeting.refused(act) == Refused(Why.OFF_RECORD)
    assert meeting.live.facts() == facts


# ---- until a person has checked it


def test_it_stays_a_machines_until_somebody_says_otherwise(meeting: Meeting) -> None:
    note = meeting.note("One chair", "Umi")
    act = kept(draft(meeting), meeting.live).act
    assert act is not None
    meeting.do(act)
    changed = NoteDraft(NoteKind.CONTRIBUTION, {"en": "Two", "ja": "訳：One chair"}, (), original="en")
    meeting.do(acts.ChangeNote(note, changed, meeting.state.versions[note]))
    content = next(one.content for one in meeting.state.notes() if one.entry == note)
    assert dict(content.translations)["ja"].state is TranslationState.MACHINE
    meeting.do(TranslateNote(note, "ja", TranslationState.CHECKED, checked_by="Mio"))
    assert notes(meeting)[note].state is RowState.CHECKED


def test_an_empty_list_asks_nothing_of_a_model() -> None:
    def never(texts: Sequence[str]) -> Sequence[str]:
        raise AssertionError

    assert drafted(Wanted(PAIR, ()), never) == Drafts(Wanted(PAIR, ()), ())
