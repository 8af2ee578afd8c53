"""How a note read before: every version, in order, and nothing of what was undone or taken out."""

from __future__ import annotations

from hypothesis import given

from coprod.domain import acts
from coprod.domain.acts import NoteDraft
from coprod.domain.erasure import erasure
from coprod.domain.history import wordings
from coprod.domain.terms import NoteKind, TranslationState
from tests.stage import THERE, Stage, added, opened
from tests.strategies import stages


def said(stage: Stage, note: str) -> list[dict[str, str]]:
    """The words of each version, by language."""
    return [
        {lang: stage.words[id].body for lang, id in one.content.text} for one in wordings(stage.facts, note)
    ]


def kept(body: str = "One chair") -> tuple[Stage, str]:
    stage, _ = opened()
    return stage, added(stage.do(acts.KeepNote(NoteDraft(NoteKind.IDEA, {"en": body}))))


def change(stage: Stage, note: str, body: str, stream: str | None = None) -> None:
    act = acts.ChangeNote(note, NoteDraft(NoteKind.IDEA, {"en": body}), stage.state.versions.get(note, ""))
    stage.do(act, stream) if stream else stage.do(act)


def test_every_version_is_told_with_the_moment_in_which_it_was_written() -> None:
    stage, note = kept()
    change(stage, note, "Two chairs")
    change(stage, note, "Three chairs", THERE)
    found = wordings(stage.facts, note)
    assert said(stage, note) == [{"en": "One chair"}, {"en": "Two chairs"}, {"en": "Three chairs"}]
    assert [one.time for one in found] == sorted({one.time for one in found})
    assert (found[0].id, found[-1].id) == ("", stage.state.versions[note])


def test_what_was_undone_was_never_so() -> None:
    stage, note = kept()
    change(stage, note, "Two chairs")
    stage.do(acts.Undo())
    assert said(stage, note) == [{"en": "One chair"}]
    stage.do(acts.Undo())
    assert said(stage, note) == []


def test_a_translation_is_a_version_and_more_that_is_known_of_it_is_not() -> None:
    stage, note = kept()
    stage.do(acts.TranslateNote(note, "ja", TranslationState.DRAFT, "いす一つ"))
    stage.do(acts.TranslateNote(note, "ja", TranslationState.CHECKED))
    stage.do(acts.TranslateNote(note, "ja", TranslationState.DRAFT, "いすを一つ"))
    assert said(stage, note) == [
        {"en": "One chair"},
        {"en": "One chair", "ja": "いす一つ"},
        {"en": "One chair", "ja": "いすを一つ"},
    ]


def test_of_another_note_and_of_one_that_was_taken_out_nothing_is_told() -> None:
    stage, note = kept()
    other = added(stage.do(acts.KeepNote(NoteDraft(NoteKind.IDEA, {"en": "A table"}))))
    change(stage, other, "No table")
    assert said(stage, note) == [{"en": "One chair"}]
    erased = erasure(stage.facts, stage.words, frozenset({note}))
    left = {fact.id: fact for fact in erased.facts}
    assert wordings([left.get(fact.id, fact) for fact in stage.facts], note) == ()
    assert said(stage, other) == [{"en": "A table"}, {"en": "No table"}]


@given(stages(most=30))
def test_the_version_that_stands_is_one_of_them_and_reads_as_the_note_does(stage: Stage) -> None:
    for note in stage.state.notes():
        found = {one.id: one for one in wordings(stage.facts, note.entry)}
        standing = found[stage.state.versions.get(note.entry, "")].content
        if note.entry not in stage.state.clashes:
            assert dict(standing.text) == dict(note.content.text)
