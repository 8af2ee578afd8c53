"""Notes: kept, translated, confirmed, shown, taken out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coprod.domain import acts, facts
from coprod.domain.acts import ItemDraft, NoteDraft
from coprod.domain.terms import (
    ActionStatus,
    Attribution,
    ItemKind,
    LinkKind,
    NoteKind,
    Standpoint,
    TranslationState,
    Visibility,
    WordingKind,
)
from tests.domain.rules.scenes import BOTH, kept, known, of, states
from tests.stage import THERE, added, item, note, opened

PEER, PROFESSIONAL, FAMILY = Standpoint.PEER, Standpoint.PROFESSIONAL, Standpoint.FAMILY


def test_a_note_is_of_the_item_that_is_open_on_its_track() -> None:
    stage, (one, two, _) = opened()
    first = stage.state.agenda[0].id
    other = added(stage.do(item()))
    group = added(stage.do(acts.FormGroup({}, (one, two))))
    stage.do(acts.OpenItem(other, group))
    ours, theirs = (added(stage.do(acts.KeepNote(note(), where))) for where in (None, group))
    assert (stage.content(ours).item, stage.content(theirs).item) == (first, other)
    assert [stage.state.record[entry].group for entry in (ours, theirs)] == [None, group]


def test_a_groups_note_without_an_item_of_its_own_is_of_the_question_that_groups_talk_about() -> None:
    stage, (one, two, _) = opened()
    first = stage.state.agenda[0].id
    group = added(stage.do(acts.FormGroup({}, (one, two))))
    assert stage.content(added(stage.do(acts.KeepNote(note(), group)))).item == first
    question = added(stage.do(acts.AddItem(ItemDraft(ItemKind.SMALL_GROUPS))))
    several = stage.do(acts.KeepNotes((note(), note()), group))
    items = [body.content.item for body in several if isinstance(body, facts.NoteKept)]
    assert items == [question, question]
    assert stage.content(added(stage.do(acts.KeepNote(note())))).item == first


def test_a_note_that_comes_late_is_of_the_item_under_which_it_was_said() -> None:
    stage, _ = opened()
    first = stage.state.agenda[0].id
    stage.do(acts.OpenItem(added(stage.do(item()))))
    assert stage.content(added(stage.do(acts.KeepNote(note(), item=first)))).item == first
    assert stage.why(acts.KeepNote(note(), item="nowhere")) == ("unknown-item", "nowhere")


def test_a_note_that_is_asked_for_twice_is_kept_once_and_does_not_come_back_when_it_was_taken_out() -> None:
    stage, _ = opened()
    again = acts.KeepNote(note(), id="sent-twice")
    assert added(stage.do(again)) == "sent-twice"
    assert stage.why(again) == ("nothing-changes", "sent-twice")
    stage.do(acts.TakeOutNote("sent-twice"))
    assert stage.why(again) == ("nothing-changes", "sent-twice")


def test_a_note_is_kept_as_it_stands_in_the_composer() -> None:
    stage, (one, two, _) = opened()
    draft = NoteDraft(
        NoteKind.ACTION,
        BOTH,
        who=(one, two, one),
        standpoints=(PEER, PEER),
        original="ja",
        minority=True,
        visibility=Visibility.ROOM,
        attribution=Attribution.ANONYMOUS,
        wording=WordingKind.VERBATIM,
        owners=(two, two),
        owner_text={"ja": "区役所"},
        due="2026-06-30",
        number=3,
        easy={"ja": "やさしい文"},
    )
    content = stage.content(added(stage.do(acts.KeepNote(draft))))
    assert (content.who, content.standpoints, content.owners) == ((one, two), (PEER,), (two,))
    assert (content.minority, content.visibility, content.attribution) == (
        True,
        Visibility.ROOM,
        Attribution.ANONYMOUS,
    )
    assert (content.wording, content.due, content.number) == (WordingKind.VERBATIM, "2026-06-30", 3)
    assert (stage.says(content.text), stage.says(content.easy)) == (BOTH, {"ja": "やさしい文"})
    assert stage.says(content.owner_text) == {"ja": "区役所"}
    assert {stage.words[words].subjects for _, words in (*content.text, *content.easy)} == {(one, two)}
    assert (content.confirmed, content.translations, content.status) == ((), (), ActionStatus.OPEN)


@pytest.mark.parametrize(
    ("text", "original", "said_in"),
    [
        ({"ja": "言えた。"}, None, "ja"),  # with one language, that one
        ({"ja": "言えた。"}, "en", "ja"),  # in a language that has no text nothing was said
        (BOTH, "en", "en"),
        (BOTH, None, None),  # with several, none is called a translation
        ({"ja": "言えた。", "en": " "}, None, "ja"),
    ],
)
def test_the_language_it_was_said_in(text: dict[str, str], original: str | None, said_in: str | None) -> None:
    stage, _, one = kept(NoteDraft(NoteKind.IDEA, text, original=original))
    assert stage.content(one).said_in == said_in


@pytest.mark.parametrize(
    ("draft", "why"),
    [
        (NoteDraft(NoteKind.IDEA, {}), ("no-text",)),
        (NoteDraft(NoteKind.IDEA, {"ja": " \n"}), ("no-text",)),
        (NoteDraft(NoteKind.IDEA, {"": "言えた。"}), ("not-a-language",)),
        (NoteDraft(NoteKind.IDEA, {"ja": "x" * 20_001}), ("too-long", "ja")),
        (NoteDraft(NoteKind.IDEA, {"ja": "\ud800"}), ("forbidden-character", "ja")),
        (NoteDraft(NoteKind.IDEA, BOTH, ("no",)), ("unknown-person", "no")),
        (NoteDraft(NoteKind.ACTION, BOTH, owners=("no",)), ("unknown-person", "no")),
        (NoteDraft(NoteKind.IDEA, BOTH, standpoints=(PEER,)), ("not-their-standpoint",)),
        (NoteDraft(NoteKind.IDEA, BOTH, due="2026-06-30"), ("not-an-action",)),
        (NoteDraft(NoteKind.IDEA, BOTH, owner_text={"ja": "区役所"}), ("not-an-action",)),
        (NoteDraft(NoteKind.ACTION, BOTH, due="来月"), ("not-a-date",)),
        (NoteDraft(NoteKind.ACTION, BOTH, due="2026-02-30"), ("not-a-date",)),
        (NoteDraft(NoteKind.ACTION, BOTH, due="2026-06-30"), ()),
        (NoteDraft(NoteKind.ACTION, {"ja": "x" * 20_000}), ()),
    ],
)
def test_what_a_note_may_be(draft: NoteDraft, why: tuple[str, ...]) -> None:
    stage, _, one = kept(note())
    assert stage.why(acts.KeepNote(draft)) == why
    assert stage.why(acts.ChangeNote(one, draft)) == why


@pytest.mark.parametrize(
    ("who", "standpoints", "allowed"),
    [
        ("0", (PEER,), True),
        ("0", (PROFESSIONAL,), False),
        ("0", (PEER, PROFESSIONAL), False),
        ("2", (PEER,), True),
        ("2", (PEER, PROFESSIONAL), True),
        ("01", (PEER, PROFESSIONAL), True),
        ("01", (FAMILY,), False),
        ("", (PEER,), False),
        ("", (), True),
        ("0", (), True),
    ],
)
def test_a_note_is_said_from_its_owners_own_standpoints_alone(
    who: str, standpoints: tuple[Standpoint, ...], allowed: bool
) -> None:
    stage, ids = opened()
    people = tuple(ids[int(one)] for one in who)
    why = stage.why(acts.KeepNote(of(*people, standpoints=standpoints)))
    assert why == (() if allowed else ("not-their-standpoint", *people))


def test_a_standpoint_that_stands_on_a_note_outlasts_a_later_declaration() -> None:
    stage, (one, two, _) = opened()
    said = added(stage.do(acts.KeepNote(of(one, standpoints=(PEER,)))))
    stage.do(acts.DeclareStandpoints(one, (FAMILY,)))
    assert stage.why(acts.ChangeNote(said, of(one, standpoints=(PEER,)))) == ()
    assert stage.why(acts.ChangeNote(said, of(one, standpoints=(FAMILY,)))) == ()
    assert stage.why(acts.ChangeNote(said, of(one, standpoints=(PROFESSIONAL,))))[0] == "not-their-standpoint"
    assert stage.why(acts.ChangeNote(said, of(two, standpoints=(PEER,))))[0] == "not-their-standpoint"
    assert stage.why(acts.KeepNote(of(one, standpoints=(PEER,))))[0] == "not-their-standpoint"


@pytest.mark.parametrize(
    "act",
    [
        acts.ChangeNote("no", note()),
        acts.TranslateNote("no", "en", TranslationState.DRAFT, "x"),
        acts.ConfirmNote("no", "who"),
        acts.ShareNote("no"),
        acts.TakeOutNote("no"),
        acts.ReleaseNote("no"),
        acts.LinkNotes("no", "nor", LinkKind.ANSWERS),
        acts.MoveAction("no", ActionStatus.DONE),
    ],
)
def test_a_note_that_is_not_there_is_refused(act: acts.Act) -> None:
    assert opened()[0].why(act) == ("unknown-note", "no")


# ---- translating, confirming


def test_a_translation_says_who_made_it_and_who_checked_it() -> None:
    stage, (one, *_) = opened()
    first = added(stage.do(acts.KeepNote(of(one, text={"ja": "言えた。"}))))
    stage.do(acts.TranslateNote(first, "en", TranslationState.MACHINE, "Said."))
    assert known(stage, first)["en"].plain
    stage.do(acts.TranslateNote(first, "en", TranslationState.CHECKED, by="訳者", checked_by="確認者"))
    english = known(stage, first)["en"]
    assert (english.state, english.plain) == (TranslationState.CHECKED, False)
    assert (stage.says(english.by), stage.says(english.checked_by)) == ({"": "訳者"}, {"": "確認者"})
    assert stage.says(stage.content(first).text) == {"ja": "言えた。", "en": "Said."}
    assert stage.words[dict(stage.content(first).text)["en"]].subjects == (one,)
    stage.do(acts.TranslateNote(first, "en", TranslationState.CONFIRMED))
    assert states(stage, first) == {"en": "confirmed"}


@pytest.mark.parametrize(
    ("lang", "body", "state", "why"),
    [
        ("ja", "別の言葉", TranslationState.DRAFT, "nothing-changes"),
        ("en", None, TranslationState.CHECKED, "no-text"),
        ("en", " ", TranslationState.DRAFT, "no-text"),
        ("", "?", TranslationState.DRAFT, "not-a-language"),
        ("en", "\x00", TranslationState.DRAFT, "forbidden-character"),
        (
            "en",
            "Said.",
            TranslationState.CONFIRMED,
            "not-a-contributor",
        ),  # by whom? nobody is known to have said it
        ("en", "Said.", TranslationState.CHECKED, ""),
    ],
)
def test_what_a_translation_may_be(lang: str, body: str | None, state: TranslationState, why: str) -> None:
    stage, _, one = kept(note("言えた。"))
    assert "".join(stage.why(acts.TranslateNote(one, lang, state, body))[:1]) == why


def test_what_came_in_one_language_without_saying_so_is_no_translation() -> None:
    stage, _, one = kept(note("言えた。"))
    imported = replace(stage.content(one), original=None)
    stage.take((facts.NoteKept(entry="imported", content=imported),))
    act = acts.TranslateNote("imported", "ja", TranslationState.DRAFT, "別の言葉")
    assert stage.why(act) == ("nothing-changes", "imported")


def test_only_who_said_it_confirms_it() -> None:
    stage, (one, two, three) = opened()
    said = added(stage.do(acts.KeepNote(of(one, two))))
    assert stage.why(acts.ConfirmNote(said, three)) == ("not-a-contributor", said, three)
    stage.do(acts.ConfirmNote(said, one))
    stage.do(acts.ConfirmNote(said, two))
    stage.do(acts.ConfirmNote(said, one))
    assert stage.content(said).confirmed == (two, one)
    stage.do(acts.ConfirmNote(said, two, given=False))
    assert stage.content(said).confirmed == (one,)


# ---- the wall, groups, links, actions


def test_the_wall_shows_what_was_released_and_no_more() -> None:
    stage, _ = opened()
    room = replace(note(), visibility=Visibility.ROOM)
    one, two = (added(stage.do(acts.KeepNote(room))) for _ in range(2))
    for visibility in (Visibility.MINUTES, Visibility.REVIEW):
        kept_back = added(stage.do(acts.KeepNote(replace(note(), visibility=visibility))))
        assert stage.why(acts.ReleaseNote(kept_back)) == ("not-for-the-room", kept_back)
    stage.do(acts.ReleaseNote(one))
    stage.do(acts.ReleaseNote(two))
    assert list(stage.state.wall) == [one, two]
    assert stage.why(acts.ReleaseNote(one)) == ("nothing-changes", one)
    stage.do(acts.RetractNote(one))
    assert list(stage.state.wall) == [two]
    assert stage.why(acts.RetractNote(one)) == ("nothing-changes", one)
    stage.do(acts.ReleaseNote(one))
    stage.do(acts.TakeOutNote(two))
    assert list(stage.state.wall) == [one]
    stage.do(acts.Undo())
    assert list(stage.state.wall) == []


def test_a_note_that_is_taken_out_is_gone_for_good() -> None:
    stage, _, one = kept(note())
    stage.do(acts.ChangeNote(one, note("こちら")))
    stage.do(acts.ChangeNote(one, note("あちら")), THERE)
    stage.do(acts.TakeOutNote(one))
    assert (stage.state.note(one), stage.state.versions, stage.state.clashes) == (None, {}, {})
    assert stage.state.tombstones == {one}
    assert stage.why(acts.TakeOutNote(one)) == ("unknown-note", one)
    stage.do(acts.Undo())
    assert stage.state.note(one) is None


def test_a_group_brings_its_own_notes_to_everyone() -> None:
    stage, (one, two, _) = opened()
    group = added(stage.do(acts.FormGroup({}, (one, two))))
    ours, theirs = (added(stage.do(acts.KeepNote(note(), where))) for where in (None, group))
    assert stage.why(acts.ShareNote(ours)) == ("not-of-a-group", ours)
    stage.do(acts.ShareNote(theirs))
    assert stage.content(theirs).share is True
    stage.do(acts.ShareNote(theirs, share=False))
    assert stage.content(theirs).share is False


def test_notes_are_linked_to_others_of_any_session() -> None:
    stage, _, one = kept(note())
    (linked,) = stage.do(acts.LinkNotes(one, "elsewhere", LinkKind.OUTCOME_OF))
    assert isinstance(linked, facts.NotesLinked)
    assert (linked.source, linked.target, linked.kind) == (one, "elsewhere", LinkKind.OUTCOME_OF)
    assert stage.why(acts.LinkNotes(one, one, LinkKind.ANSWERS)) == ("nothing-changes", one)


def test_an_action_has_a_status_and_a_reason() -> None:
    stage, _, idea = kept(note())
    assert stage.why(acts.MoveAction(idea, ActionStatus.DONE)) == ("not-an-action", idea)
    action = added(stage.do(acts.KeepNote(note(kind=NoteKind.ACTION))))
    stage.do(acts.MoveAction(action, ActionStatus.DECLINED, {"ja": "時間がない"}))
    content = stage.content(action)
    assert (content.status, stage.says(content.reason)) == (ActionStatus.DECLINED, {"ja": "時間がない"})
    stage.do(acts.MoveAction(action, ActionStatus.OPEN))
    assert (stage.content(action).status, stage.content(action).reason) == (ActionStatus.OPEN, ())
