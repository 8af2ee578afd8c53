"""The composer: what can be chosen, and what is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from coprod.domain import acts
from coprod.domain.acts import NoteDraft
from coprod.domain.moments import to_ms
from coprod.domain.parts import Description
from coprod.domain.state import State
from coprod.domain.terms import Attribution, ItemKind, NoteKind, Standpoint, Visibility
from coprod.present.marks import Mark
from coprod.present.notes import (
    NOBODY,
    Composed,
    ComposerView,
    blank_note,
    change_of,
    composer_view,
    keep_note,
    today_in,
    with_text,
    with_texts_after,
    with_who,
)
from tests.present.meeting import PEOPLE, Meeting

TODAY = date(2026, 5, 14)


@pytest.fixture
def meeting() -> Meeting:
    made = Meeting()
    made.open(ItemKind.CHECK_IN)
    return made


def shown(meeting: Meeting, composed: Composed) -> ComposerView:
    return composer_view(composed, meeting.state, meeting.texts(), meeting.words())


def test_the_current_voice_is_filled_in(meeting: Meeting) -> None:
    assert blank_note(meeting.state, "en").who == ()
    meeting.do(acts.BeginTurn(meeting.who("Vera")))
    assert blank_note(meeting.state, "en").who == (meeting.who("Vera"),)


def test_the_language_is_that_of_the_voice_where_it_is_one_of_the_session(meeting: Meeting) -> None:
    draft = acts.ParticipantDraft({"en": "Vera"}, languages=("ko", "ja"))
    meeting.do(acts.ChangeParticipant(meeting.who("Vera"), draft))
    assert blank_note(meeting.state, "en").lang == "en"
    meeting.do(acts.BeginTurn(meeting.who("Vera")))
    assert blank_note(meeting.state, "en").lang == "ja"


def test_everybody_can_be_chosen_and_nobody_too(meeting: Meeting) -> None:
    who = shown(meeting, Composed("en")).who
    assert [option.word for option in who] == [*PEOPLE, "Nobody named"]
    assert [option.chosen for option in who] == [False] * 5 + [True]
    assert who[2].mark is Mark.BOTH


def test_only_declared_standpoints_are_offered_and_only_where_there_is_a_choice(meeting: Meeting) -> None:
    assert shown(meeting, Composed("en", who=(meeting.who("Sumire"),))).standpoints == ()
    umi = shown(meeting, Composed("en", who=(meeting.who("Umi"),))).standpoints
    assert [(option.key, option.word, option.chosen) for option in umi] == [
        ("", "Both", True), ("peer", "Peer worker", False), ("professional", "Professional", False)]  # fmt: skip


def test_a_standpoint_does_not_go_over_to_somebody_else(meeting: Meeting) -> None:
    composed = Composed("en", who=(meeting.who("Umi"),), standpoints=(Standpoint.PEER,))
    assert with_who(composed, (meeting.who("Tadashi"),)).standpoints == ()
    assert with_who(composed, composed.who) is composed


def test_each_language_has_its_words_and_the_first_written_is_the_original() -> None:
    composed = with_text(Composed("ja"), "こんにちは")
    composed = with_text(replace(composed, lang="en"), "Hello")
    assert composed.texts == {"ja": "こんにちは", "en": "Hello"}
    assert keep_note(composed, TODAY).draft.original == "ja"
    emptied = with_text(replace(composed, lang="ja"), "  ")
    assert keep_note(emptied, TODAY).draft.text == {"en": "Hello"}
    assert keep_note(emptied, TODAY).draft.original == "en"


def test_what_is_kept_is_what_was_chosen(meeting: Meeting) -> None:
    umi, vera = meeting.who("Umi"), meeting.who("Vera")
    composed = Composed(
        "en", (umi, vera), (Standpoint.PEER,), {"en": " A shelf. "}, "en", NoteKind.IDEA, Visibility.ROOM
    )
    meeting.do(keep_note(replace(composed, minority=True), TODAY))
    content = meeting.state.notes()[-1].content
    assert meeting.texts().body(content.text) == "A shelf."
    assert (content.who, content.standpoints, content.kind) == (
        (umi, vera),
        (Standpoint.PEER,),
        NoteKind.IDEA,
    )
    assert (content.visibility, content.minority, content.attribution) == (Visibility.ROOM, True, None)


def test_owner_and_date_are_of_actions_alone(meeting: Meeting) -> None:
    vera = meeting.who("Vera")
    composed = Composed("en", texts={"en": "Ask them"}, owner=vera, due="2026-07-01")
    assert shown(meeting, composed).owners == ()
    draft = keep_note(composed, TODAY).draft
    assert (draft.owners, draft.due) == ((), None)
    action = replace(composed, kind=NoteKind.ACTION)
    assert [option.key for option in shown(meeting, action).owners][-1] == NOBODY
    meeting.do(keep_note(action, TODAY))
    content = meeting.state.notes()[-1].content
    assert (content.owners, content.due) == ((vera,), "2026-07-01")


def test_kinds_and_languages_are_offered_in_words(meeting: Meeting) -> None:
    view = shown(meeting, Composed("ja", kind=NoteKind.QUESTION))
    assert [option.word for option in view.languages] == ["English", "日本語"]
    assert [option.chosen for option in view.languages] == [False, True]
    assert [(option.word, option.hint) for option in view.kinds if option.chosen] == [("Question", "Alt+3")]
    assert len(view.kinds) == 9


@pytest.mark.parametrize(
    ("said", "due"), [("next Friday", "2026-05-22"), ("来週金曜", "2026-05-22"), ("", None)]
)
def test_a_day_is_kept_as_the_date_that_is_meant(said: str, due: str | None) -> None:
    action = Composed("en", texts={"en": "Ask"}, kind=NoteKind.ACTION, due=said)
    assert keep_note(action, TODAY).draft.due == due


def test_the_day_is_that_where_the_session_is(meeting: Meeting) -> None:
    start = to_ms("2026-05-12T23:30:00+00:00")
    assert today_in(State("s"), start).isoformat() == "2026-05-12"
    about = replace(meeting.state.description or Description((), ()), zone="Asia/Tokyo")
    assert today_in(State("s", description=about), start).isoformat() == "2026-05-13"


def test_a_note_is_taken_up_as_it_stands_and_changed_from_its_version(meeting: Meeting) -> None:
    umi, vera = meeting.who("Umi"), meeting.who("Vera")
    draft = NoteDraft(
        NoteKind.ACTION,
        {"en": "Ask them", "ja": "聞く"},
        who=(umi,),
        original="ja",
        owners=(vera, umi),
        due="2026-07-01",
        easy={"en": "Ask."},
        attribution=Attribution.ANONYMOUS,
    )
    meeting.do(acts.KeepNote(draft))
    note = meeting.state.notes()[-1]
    taken = change_of(meeting.state, note, meeting.texts())
    assert (taken.lang, taken.first, taken.due) == ("ja", "ja", "2026-07-01")
    act = keep_note(taken, TODAY)
    assert isinstance(act, acts.ChangeNote)
    assert act.draft == draft
    meeting.do(keep_note(with_text(taken, "みんなに聞く"), TODAY))
    content = meeting.state.notes()[-1].content
    assert meeting.texts("ja").body(content.text) == "みんなに聞く"
    assert meeting.texts().body(content.easy) == "Ask."
    again = change_of(meeting.state, meeting.state.notes()[-1], meeting.texts())
    assert again.base == meeting.state.versions[note.entry]
    assert keep_note(replace(again, owner=umi), TODAY).draft.owners == (umi,)
    assert keep_note(replace(again, kind=NoteKind.IDEA), TODAY).draft.owners == ()


def test_the_minutes_may_name_it_as_is_wished_or_less(meeting: Meeting) -> None:
    umi, vera = meeting.who("Umi"), meeting.who("Vera")
    assert shown(meeting, Composed("en")).namings == ()
    one = shown(meeting, Composed("en", (umi,))).namings
    assert [(option.key, option.word, option.chosen) for option in one] == [
        ("", "By standpoint", True),
        ("anonymous", "Without either", False),
    ]
    meeting.do(acts.StateWish(vera, attribution=Attribution.NAMED))
    assert len(shown(meeting, Composed("en", (vera,))).namings) == 4
    both = shown(meeting, Composed("en", (vera, umi))).namings
    assert [option.key for option in both] == ["", "anonymous"]  # the more reserved of the two
    meeting.do(acts.StateWish(vera, attribution=Attribution.ANONYMOUS))
    assert shown(meeting, Composed("en", (vera,))).namings == ()


def test_what_was_written_meanwhile_stands_after_what_came_back() -> None:
    sent = Composed("en", texts={"en": "One. ", "ja": "一。"})
    assert with_texts_after(sent, {"en": "Two."}).texts == {"en": "One.\nTwo.", "ja": "一。"}
    assert with_texts_after(sent, {}).texts == {"en": "One.", "ja": "一。"}
