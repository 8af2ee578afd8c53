"""Whatever happened in a session, the folded console tells nothing that no wall may."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings

from coprod.domain import acts
from coprod.domain.rules.pen import Refused, Why
from coprod.domain.terms import Shown
from coprod.i18n import Catalogue
from coprod.present.console import console_view
from coprod.present.fold import folded, unnamed
from coprod.present.palette import MOST, choices
from coprod.present.refusals import refusal
from coprod.present.texts import reading
from tests.present.meeting import Meeting
from tests.present.test_wall_running_safety import sessions
from tests.present.test_wall_safety import MARKED, called, ids, marked

if TYPE_CHECKING:
    from coprod.present.texts import Texts
    from tests.stage import Stage

WORDS = Catalogue("en")


def texts_of(stage: Stage) -> Texts:
    about = stage.state.description
    return reading(marked(stage.words), "en", about.languages if about else ())


@settings(max_examples=40)
@given(stage=sessions())
def test_no_note_standpoint_or_unwanted_name_is_on_it(stage: Stage) -> None:
    state, texts = stage.state, texts_of(stage)
    view = folded(console_view(state, texts, WORDS, stage.at), state, WORDS)
    seen = set(MARKED.findall(repr(view)))
    for note in state.notes():
        assert not ids(note.content.text) & seen
    for who in unnamed(state):
        assert not called(state, who) & seen
    for someone in state.participants.values():
        assert not (ids(someone.discipline) | ids(someone.label)) & seen


@settings(max_examples=40)
@given(stage=sessions())
def test_no_sentence_and_no_choice_names_who_wants_no_name(stage: Stage) -> None:
    state, texts = stage.state, texts_of(stage)
    told = repr(choices(state, texts, WORDS, "", room_sees=True))
    for why in (Why.SPEAKING, Why.AWAY):
        for who in state.participants:
            told += refusal(Refused(why, (who,)), state, texts, WORDS, room_sees=True)
    for who in unnamed(state):
        assert not called(state, who) & set(MARKED.findall(told))


def test_unfolded_both_name_everybody() -> None:
    meeting = Meeting()
    vera = meeting.who("Vera")
    meeting.do(acts.StateWish(vera, wall=Shown.NONE))
    meeting.do(acts.StartSession())
    meeting.do(acts.BeginTurn(vera))
    refused = Refused(Why.SPEAKING, (vera,))
    for room_sees, told in ((False, True), (True, False)):
        sentence = refusal(refused, meeting.state, meeting.texts(), WORDS, room_sees=room_sees)
        found = choices(meeting.state, meeting.texts(), WORDS, "Vera", room_sees=room_sees)
        assert ("Vera" in sentence) is told
        assert bool(found) is told
        assert len(found) <= MOST
