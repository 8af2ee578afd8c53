"""Many translations in one act: each where its key says, in any phase, and nothing else of the session changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.domain import acts
from coprod.domain.acts import NoteDraft, TranslateNote, TranslateText, TranslateTexts
from coprod.domain.facts import Entry, NoteKept
from coprod.domain.fold import fold
from coprod.domain.rules.pen import Refused
from coprod.domain.rules.translations import TITLES
from coprod.domain.terms import ActionStatus, ItemKind, NoteKind, Standpoint, TranslationState
from coprod.domain.text_keys import TextKind, key_of, parts_of
from tests.stage import SESSION, Stage, added, ordered, person
from tests.strategies import acts_of, stages

if TYPE_CHECKING:
    from coprod.domain.parts import NoteContent
    from coprod.domain.state import State

JA = {"ja": "日本語"}


def planned() -> tuple[Stage, str]:
    """A session with every text there is in Japanese alone; and its item."""
    stage = Stage()
    about = acts.SessionDraft(
        JA,
        ("ja", "en"),
        place=JA,
        purpose=JA,
        programme=acts.ProgrammeDraft(JA),
        next_time=acts.NextDraft(place=JA, text=JA),
        labels={Standpoint.PEER: JA, Standpoint.FAMILY: JA},
    )
    stage.do(acts.Describe(about))
    item = added(stage.do(acts.AddItem(acts.ItemDraft(ItemKind.ROUNDTABLE, JA, JA, prompts=(JA, JA)))))
    stage.do(acts.OfferGuidelines((JA, JA)))
    return stage, item


def held() -> tuple[Stage, dict[str, str]]:
    """The same in the meeting, with an agreed guideline and a proposed one, and an action; and every key."""
    stage, item = planned()
    stage.do(acts.StartSession())
    stage.do(acts.AgreeGuidelines())
    stage.do(acts.ProposeGuideline(JA))
    note = added(stage.do(acts.KeepNote(NoteDraft(NoteKind.ACTION, JA, owner_text=JA, easy=JA))))
    stage.do(acts.MoveAction(note, ActionStatus.DECLINED, JA))
    ids = {
        TextKind.LABEL: "peer",
        TextKind.GUIDELINE: stage.state.guidelines[0].id,
        TextKind.ITEM: item,
        TextKind.QUESTION: item,
        TextKind.PROMPT: stage.state.agenda[0].prompts[1].id,
        TextKind.OWNER: note,
        TextKind.REASON: note,
        TextKind.EASY: note,
    }
    kinds = [kind for kind in TextKind if kind is not TextKind.NOTE]
    return stage, {kind.value: key_of(kind, ids.get(kind, "")) for kind in kinds}


def english(stage: Stage) -> list[str]:
    """All that is said in English now."""
    used = {id for id, word in stage.words.items() if word.lang == "en"}
    return sorted(stage.words[id].body for id in used)


def content_of(stage: Stage, note: str) -> NoteContent:
    known = stage.state.note(note)
    assert known is not None
    return known.content


def ask(*texts: tuple[str, str]) -> TranslateTexts:
    return TranslateTexts(texts=tuple(TranslateText(key, "en", body) for key, body in texts))


def test_every_text_goes_where_its_key_says_in_one_act() -> None:
    stage, keys = held()
    note = stage.state.notes()[0].entry
    both = TranslateTexts(
        (TranslateNote(note, "en", TranslationState.DRAFT, "the action"),),
        tuple(TranslateText(key, "en", kind) for kind, key in keys.items()),
    )
    before = len(stage.state.acts)
    stage.do(both)
    assert len(stage.state.acts) == before + 1
    about, (item,), content = stage.state.description, stage.state.agenda, stage.content(note)
    assert about is not None
    assert about.programme is not None
    assert about.next_time is not None
    found = {
        "title": about.title,
        "programme": about.programme.title,
        "place": about.place,
        "purpose": about.purpose,
        "label": dict(about.labels)[Standpoint.PEER],
        "guideline": stage.state.guidelines[0].text,
        "item": item.title,
        "question": item.prompt,
        "prompt": item.prompts[1].text,
        "owner": content.owner_text,
        "reason": content.reason,
        "easy": content.easy,
        "next-place": about.next_time.place,
        "next-text": about.next_time.text,
        "the action": content.text,
    }
    assert {kind: stage.says(text) for kind, text in found.items()} == {
        kind: {"ja": "日本語", "en": kind} for kind in found
    }
    assert not stage.state.clashes
    assert (content.status, dict(content.translations)["en"].state) == (
        ActionStatus.DECLINED,
        TranslationState.DRAFT,
    )
    for untouched in (item.prompts[0].text, stage.state.guidelines[1].text, stage.state.proposals[0].text):
        assert stage.says(untouched) == JA
    assert stage.says(dict(about.labels)[Standpoint.FAMILY]) == JA


@pytest.mark.parametrize("phase", ["planned", "open", "closed"])
def test_it_may_be_in_every_phase_and_is_taken_back_by_one_undo(phase: str) -> None:
    stage, item = planned()
    for act in {"planned": 0, "open": 1, "closed": 2}[phase] * (acts.StartSession(), acts.CloseSession()):
        if stage.state.phase.value != phase:
            stage.do(act)
    guideline = stage.state.proposals[0].id
    before = stage.state
    stage.do(ask((key_of(TextKind.ITEM, item), "x"), (key_of(TextKind.GUIDELINE, guideline), "y")))
    assert english(stage) == ["x", "y"]
    assert stage.says(stage.state.proposals[0].text) == {**JA, "en": "y"}
    stage.do(acts.Undo())
    assert stage.state == before


def test_a_second_translation_takes_the_place_of_the_first() -> None:
    stage, _ = planned()
    stage.do(ask(("title", "One")))
    stage.do(ask(("title", "Two")))
    assert stage.state.description is not None
    assert stage.says(stage.state.description.title) == {**JA, "en": "Two"}


@pytest.mark.parametrize(
    "key",
    [
        "",
        "nothing",
        "note",
        "item",
        "item.gone",
        "question.gone",
        "prompt.gone",
        "guideline.gone",
        "owner.gone",
        "reason.gone",
        "label.other",
    ],
)
def test_a_text_that_is_not_there_is_refused(key: str) -> None:
    stage, _ = planned()
    assert stage.why(ask(("title", "fine"), (key, "x")))[:1] == ("unknown-text",)


def test_what_is_said_in_no_other_language_is_no_translation() -> None:
    stage, _ = planned()
    stage.do(acts.Describe(acts.SessionDraft(JA, ("ja",))))
    for key in ("place", "programme", "next-text"):
        assert stage.why(ask((key, "x")))[:1] == ("unknown-text",)
    twice = TranslateTexts(texts=(TranslateText("title", "ja", "題"),))
    assert stage.why(twice)[:1] == ("unknown-text",)
    assert Stage().why(ask(("title", "x")))[:1] == ("unknown-text",)
    assert Stage().why(ask(("label.peer", "x")))[:1] == ("unknown-text",)


def test_all_or_none() -> None:
    stage, keys = held()
    before = stage.state
    assert stage.why(TranslateTexts()) == ("nothing-changes",)
    assert stage.why(ask(("title", "x"), ("place", " "))) == ("no-text",)
    lost = TranslateNote("gone", "en", TranslationState.DRAFT, "x")
    assert stage.why(TranslateTexts((lost,), ask(("title", "x")).texts)) == ("unknown-note", "gone")
    for kind, key in keys.items():
        limit = 300 if TextKind(kind) in TITLES else 20_000
        assert stage.why(ask((key, "x" * (limit + 1)))) == ("too-long", "en")
        assert stage.why(ask((key, "x" * limit))) == ()
    assert stage.state == before


def _silent(entry: Entry) -> Any:
    if not isinstance(entry, NoteKept):
        return entry
    content = replace(entry.content, text=(), translations=(), owner_text=(), reason=())
    return replace(entry, content=content)


def without_texts(state: State) -> State:
    """A state as it is when nothing can be read."""
    about = state.description
    plain = about and replace(
        about,
        title=(),
        place=(),
        purpose=(),
        labels=(),
        programme=about.programme and replace(about.programme, title=()),
        next_time=about.next_time and replace(about.next_time, place=(), text=()),
    )
    record = {key: _silent(entry) for key, entry in state.record.items()}
    agenda = tuple(
        replace(one, title=(), prompt=(), prompts=tuple(replace(prompt, text=()) for prompt in one.prompts))
        for one in state.agenda
    )
    guidelines = tuple(replace(one, text=()) for one in state.guidelines)
    proposals = tuple(replace(one, text=()) for one in state.proposals)
    return replace(
        state,
        description=plain,
        record=record,
        agenda=agenda,
        guidelines=guidelines,
        proposals=proposals,
        versions={},
        acts={},
    )


@given(stages(most=10), st.data())
def test_nothing_but_the_texts_it_names_is_touched(stage: Stage, data: st.DataObject) -> None:
    act = data.draw(acts_of(TranslateTexts, stage.state))
    if isinstance(stage.ask(act), Refused):
        return
    before, said = stage.state, dict(stage.words)
    stage.do(act)
    assert without_texts(stage.state) == without_texts(before)
    assert {id: stage.words[id] for id in said} == said
    assert ordered(stage.state) == ordered(fold(SESSION, stage.facts))
    assert all(parts_of(one.key) for one in act.texts)


def test_easy_words_are_those_of_who_said_it_and_an_empty_text_takes_them_away() -> None:
    stage, _ = planned()
    who = added(stage.do(person("Umi")))
    stage.do(acts.StartSession())
    note = added(stage.do(acts.KeepNote(NoteDraft(NoteKind.ACTION, JA, who=(who,), owner_text=JA))))
    key = key_of(TextKind.EASY, note)
    stage.do(
        TranslateTexts(
            texts=(TranslateText(key, "ja", "やさしく"), TranslateText(f"owner.{note}", "en", "Ward"))
        )
    )
    content = content_of(stage, note)
    ((lang, id),) = content.easy
    assert (lang, stage.words[id].body, stage.words[id].subjects) == ("ja", "やさしく", (who,))
    assert dict(content.owner_text).keys() == {"ja", "en"}
    stage.do(TranslateTexts(texts=(TranslateText(key, "ja", " "),)))
    assert content_of(stage, note).easy == ()
