"""A translation is stale exactly when the original reads otherwise than when somebody last wrote or checked it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from coprod.domain import acts
from coprod.domain.acts import NoteDraft
from coprod.domain.terms import NoteKind, TranslationState
from coprod.domain.written_against import trails
from tests.stage import THERE, Stage, added, opened
from tests.strategies import stages


def bodies(stage: Stage) -> dict[str, str]:
    return {id: word.body for id, word in stage.words.items()}


def stale(stage: Stage, note: str, source: str = "ja", target: str = "en") -> bool:
    words = bodies(stage)
    return trails(stage.facts, words)[note].stale(source, target, words)


def kept(text: dict[str, str], original: str | None = "ja") -> tuple[Stage, str]:
    stage, _ = opened()
    draft = NoteDraft(NoteKind.IDEA, text, original=original)
    return stage, added(stage.do(acts.KeepNote(draft)))


def change(
    stage: Stage, note: str, text: dict[str, str], *, base: str | None = None, **values: object
) -> str:
    """Change a note from the version that stands; the id of the fact that did."""
    draft = replace(NoteDraft(NoteKind.IDEA, text, original="ja"), **values)  # type: ignore[arg-type]
    stage.do(acts.ChangeNote(note, draft, stage.state.versions.get(note, "") if base is None else base))
    return stage.facts[-1].id


def translate(stage: Stage, note: str, body: str | None, state: str = "draft") -> None:
    stage.do(acts.TranslateNote(note, "en", TranslationState(state), body))


BOTH = {"ja": "一つ", "en": "one"}


def test_what_was_written_together_is_not_stale_and_neither_is_what_was_never_translated() -> None:
    stage, note = kept(BOTH)
    assert not stale(stage, note)
    assert not stale(stage, note, "ja", "ko")
    assert not stale(stage, note, "ko", "en")


def test_another_original_makes_it_stale_and_the_first_one_again_does_not() -> None:
    stage, note = kept(BOTH)
    change(stage, note, {**BOTH, "ja": "二つ"})
    assert stale(stage, note)
    change(stage, note, BOTH)
    assert not stale(stage, note)


def test_another_translation_or_both_at_once_is_not_stale() -> None:
    stage, note = kept(BOTH)
    change(stage, note, {**BOTH, "en": "just one"})
    assert not stale(stage, note)
    change(stage, note, {"ja": "二つ", "en": "two"})
    assert not stale(stage, note)


def test_whoever_writes_or_checks_it_again_has_seen_the_original_that_stands() -> None:
    for body in ("two", None):
        stage, note = kept(BOTH)
        change(stage, note, {**BOTH, "ja": "二つ"})
        translate(stage, note, body, "checked")
        assert not stale(stage, note)
        change(stage, note, {"ja": "三つ", "en": stage.says(stage.content(note).text)["en"]})
        assert stale(stage, note)


def test_other_contributors_of_the_same_words_make_nothing_stale() -> None:
    stage, note = kept(BOTH)
    before = dict(stage.content(note).text)
    change(stage, note, BOTH, who=tuple(stage.state.participants)[:1])
    assert dict(stage.content(note).text) != before
    assert not stale(stage, note)


def test_a_language_that_was_left_out_for_a_while_is_compared_with_what_stood() -> None:
    stage, note = kept(BOTH)
    change(stage, note, {"en": "one"}, original="en")
    change(stage, note, {"ja": "二つ", "en": "one"})
    assert stale(stage, note)


def test_a_change_that_waits_for_a_choice_is_not_taken_and_one_undone_never_was() -> None:
    stage, note = kept(BOTH)
    change(stage, note, {"ja": "一つだけ", "en": "only one"})
    change(stage, note, {**BOTH, "ja": "二つ"}, base="")
    assert note in stage.state.clashes
    assert not stale(stage, note)
    stage.do(acts.Undo())
    change(stage, note, {"ja": "二つ", "en": "only one"})
    assert stale(stage, note)
    stage.do(acts.Undo())
    assert not stale(stage, note)


def test_where_the_words_of_then_are_gone_nobody_can_say_that_it_is_the_same() -> None:
    stage, note = kept(BOTH)
    change(stage, note, {**BOTH, "ja": "二つ"})
    words = bodies(stage)
    old = next(id for id, body in words.items() if body == "一つ")
    left = {id: body for id, body in words.items() if id != old}
    assert trails(stage.facts, left)[note].stale("ja", "en", left)


@given(stages(most=30))
def test_the_trail_of_a_note_reads_as_the_note_does(stage: Stage) -> None:
    found = trails(reversed(stage.facts), bodies(stage))
    for note in stage.state.notes():
        assert found[note.entry].text == dict(note.content.text)
        assert found[note.entry].version == stage.state.versions.get(note.entry, "")


steps = st.lists(
    st.tuples(st.sampled_from(["original", "translation", "both", "check"]), st.integers(0, 3)), max_size=8
)


@given(steps)
def test_it_is_stale_exactly_when_the_original_is_another_than_at_its_last_writing(
    taken: list[tuple[str, int]],
) -> None:
    stage, note = kept({"ja": "0", "en": "0"})
    text, seen = {"ja": "0", "en": "0"}, "0"
    for step, number in taken:
        new = dict(text)
        if step in {"original", "both"}:
            new["ja"] = str(number)
        if step in {"translation", "both"}:
            new["en"] = f"{number} {len(stage.facts)}"
        if step == "check":
            stage.do(acts.TranslateNote(note, "en", TranslationState.CHECKED), THERE)
        else:
            change(stage, note, new)
        seen = seen if step == "original" else new["ja"]
        text = new
        assert stale(stage, note) == (text["ja"] != seen)
