"""Changing a note: what was said of the words before, and what two devices make of one note."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coprod.domain import acts, facts
from coprod.domain.acts import NoteDraft
from coprod.domain.terms import (
    ActionStatus,
    NoteKind,
    TranslationState,
    Visibility,
)
from tests.domain.rules.scenes import BOTH, kept, known, of, states
from tests.stage import THERE, Stage, added, note, opened


def translated(*who: int) -> tuple[Stage, list[str], str]:
    """A note in Japanese, confirmed by its contributors, with a checked English and a machine's Korean."""
    stage, ids = opened()
    people = tuple(ids[one] for one in who)
    one = added(stage.do(acts.KeepNote(of(*people, text={"ja": "言えた。"}))))
    stage.do(acts.TranslateNote(one, "en", TranslationState.CHECKED, "I said it.", "訳者", "確認者"))
    stage.do(acts.TranslateNote(one, "ko", TranslationState.MACHINE, "말했다."))
    for each in people:
        stage.do(acts.ConfirmNote(one, each))
    return stage, ids, one


THREE = {"ja": "言えた。", "en": "I said it.", "ko": "말했다."}


def change(stage: Stage, one: str, **values: object) -> None:
    draft = replace(NoteDraft(NoteKind.CONTRIBUTION, THREE, stage.content(one).who, original="ja"), **values)  # type: ignore[arg-type]
    stage.do(acts.ChangeNote(one, draft, stage.state.versions.get(one, "")))


def test_words_that_say_the_same_stay_with_all_that_is_known_of_them() -> None:
    stage, ids, one = translated(0)
    before, words = stage.content(one), dict(stage.words)
    change(stage, one, kind=NoteKind.CONCERN, minority=True)
    after = stage.content(one)
    assert (after.kind, after.minority) == (NoteKind.CONCERN, True)
    assert (after.text, after.translations, after.confirmed) == (before.text, before.translations, (ids[0],))
    assert stage.words == words


def test_of_other_words_nothing_is_confirmed_and_no_translation_is_sure() -> None:
    stage, _, one = translated(0)
    change(stage, one, text={**THREE, "ja": "やっと言えた。"})
    assert stage.says(stage.content(one).text) == {**THREE, "ja": "やっと言えた。"}
    assert stage.content(one).confirmed == ()
    assert states(stage, one) == {"en": "draft", "ko": "machine"}
    english = known(stage, one)["en"]
    assert (stage.says(english.by), english.checked_by, english.plain) == ({"": "訳者"}, (), False)


def test_a_translation_in_other_words_is_a_draft_and_the_original_stays_confirmed() -> None:
    stage, ids, one = translated(0)
    change(stage, one, text={**THREE, "ko": "드디어 말했다."})
    assert states(stage, one) == {"en": "checked", "ko": "machine"}
    assert stage.content(one).confirmed == (ids[0],)
    change(stage, one, text={**THREE, "en": "I spoke up."})
    assert states(stage, one)["en"] == "draft"


def test_a_translation_that_is_left_out_is_gone_and_an_original_is_none() -> None:
    stage, _, one = translated(0)
    change(stage, one, text={"ja": "言えた。", "ko": "말했다."})
    assert states(stage, one) == {"ko": "machine"}
    change(stage, one, text={"ja": "言えた。", "ko": "말했다."}, original="ko")
    assert (states(stage, one), stage.content(one).confirmed) == ({}, ())


def test_where_none_is_the_original_all_of_it_was_confirmed() -> None:
    stage, (one, *_) = opened()
    said = added(stage.do(acts.KeepNote(of(one, original=None))))
    stage.do(acts.ConfirmNote(said, one))
    stage.do(acts.ChangeNote(said, of(one, original=None, minority=True)))
    assert stage.content(said).confirmed == (one,)
    again = of(one, original=None, text={**BOTH, "en": "I spoke up."})
    stage.do(acts.ChangeNote(said, again, stage.state.versions[said]))
    assert list(stage.content(said).confirmed) == []


def test_words_of_other_people_are_other_words() -> None:
    stage, ids, one = translated(0, 1)
    change(stage, one, who=(ids[0],))
    content = stage.content(one)
    assert (content.who, content.confirmed) == ((ids[0],), ())
    assert {stage.words[words].subjects for _, words in content.text} == {(ids[0],)}


def test_a_change_keeps_what_the_composer_does_not_hold() -> None:
    stage, (one, two, _) = opened()
    group = added(stage.do(acts.FormGroup({}, (one, two))))
    action = replace(note(kind=NoteKind.ACTION), number=4)
    first = added(stage.do(acts.KeepNote(action, group)))
    stage.do(acts.ShareNote(first))
    stage.do(acts.MoveAction(first, ActionStatus.PARTLY, {"ja": "半分"}))
    here = stage.content(first).item
    stage.do(acts.ChangeNote(first, note("ほかの言葉", NoteKind.ACTION)))
    content = stage.content(first)
    assert (content.item, content.share, content.status, content.number) == (
        here,
        True,
        ActionStatus.PARTLY,
        4,
    )
    assert stage.says(content.reason) == {"ja": "半分"}


@pytest.mark.parametrize("visibility", [Visibility.MINUTES, Visibility.REVIEW])
def test_a_note_that_is_no_more_for_the_room_leaves_the_wall(visibility: Visibility) -> None:
    stage, _, one = kept(NoteDraft(NoteKind.IDEA, BOTH, visibility=Visibility.ROOM))
    stage.do(acts.ReleaseNote(one))
    change(stage, one, kind=NoteKind.IDEA, visibility=Visibility.ROOM)
    assert list(stage.state.wall) == [one]
    change(stage, one, visibility=visibility)
    assert list(stage.state.wall) == []
    assert isinstance(list(stage.state.record.values())[-1], facts.NoteRetracted)


def test_two_devices_change_a_note_and_a_person_chooses() -> None:
    stage, _, one = kept(note("はじめ"))
    stage.do(acts.ChangeNote(one, note("こちら"), base=""))
    stage.do(acts.ChangeNote(one, note("あちら"), base=""), THERE)
    stage.do(acts.ChangeNote(one, note("三つめ"), base=""), THERE)
    assert stage.says(stage.content(one).text) == {"ja": "こちら"}
    first, second = stage.state.clashes[one]
    assert [stage.says(clash.content.text) for clash in (first, second)] == [
        {"ja": "あちら"},
        {"ja": "三つめ"},
    ]
    version = stage.state.versions[one]
    stage.do(acts.ChangeNote(one, note("二つを合わせた"), version, settles=(first.version,)))
    assert stage.state.clashes == {one: (second,)}
    stage.do(acts.ChangeNote(one, note("二つを合わせた"), stage.state.versions[one], (second.version,)))
    assert (stage.state.clashes, stage.says(stage.content(one).text)) == ({}, {"ja": "二つを合わせた"})
    stage.do(acts.Undo())
    assert stage.state.clashes == {one: (second,)}


def test_a_translation_that_came_meanwhile_is_not_lost() -> None:
    stage, _, one = kept(note("言えた。"))
    stage.do(acts.TranslateNote(one, "en", TranslationState.DRAFT, "Said."), THERE)
    stage.do(acts.ChangeNote(one, note("やっと言えた。"), base=""))
    assert stage.says(stage.content(one).text) == {"ja": "言えた。", "en": "Said."}
    (clash,) = stage.state.clashes[one]
    assert stage.says(clash.content.text) == {"ja": "やっと言えた。"}
