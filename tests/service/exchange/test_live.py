"""What was made live goes out as a file that comes in again, whatever was done, undone and taken out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING, TypeAlias

import pytest
from hypothesis import Phase as Phases
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from coprod.domain import acts
from coprod.domain.acts import Act, NoteDraft, ParticipantDraft, SessionDraft
from coprod.domain.fold import fold
from coprod.domain.moments import to_ms
from coprod.domain.terms import ItemKind, LinkKind, NoteKind, Phase, Standpoint, TranslationState, Visibility
from coprod.service.exchange.equality import same
from coprod.service.exchange.incoming import incoming
from coprod.service.exchange.keeping import keep
from coprod.service.exchange.outgoing import outgoing
from coprod.service.exchange.reading import read
from coprod.service.exchange.writing import write
from coprod.service.live import LiveSession
from coprod.service.publish import minutes_of_state
from tests.fakes.memory import MemoryStore
from tests.service.exchange.files import load, note, plain
from tests.strategies import stages

if TYPE_CHECKING:
    from coprod.domain.facts import NoteKept
    from coprod.domain.state import State
    from coprod.service.exchange.format import SessionFile
    from tests.stage import Stage

SESSION = "6a0f2c1e-0d6b-4d2e-8a43-0f6f5b8f1a10"
NOON = 1_778_554_800_000
KINDS = (NoteKind.ACTION, NoteKind.DECISION, NoteKind.QUESTION)


@dataclass
class Hand:
    """A clock that a test moves."""

    at: int = NOON

    def now(self) -> int:
        self.at += 1_234
        return self.at

    def waited(self) -> float:
        return self.at / 1000


def begun(clock: Hand | None = None) -> LiveSession:
    """A session described on this device."""
    live = LiveSession(SESSION, MemoryStore(), clock or Hand())
    live.do(acts.Describe(SessionDraft(title={"en": "Tea"}, languages=("en", "ja"), zone="Asia/Tokyo")))
    return live


def planned() -> LiveSession:
    """A session that came in as a plan."""
    made = plain(state="planned", planned={"start": "2026-05-12T12:00:00+09:00"}, record=[note()])
    del made["started"]
    store = MemoryStore()
    session = keep(load(made), store, Hand(0)).session
    return LiveSession(session, store, Hand())


def out(live: LiveSession) -> SessionFile:
    """The file of a session, which must be a good one and come in again as it is."""
    file = outgoing(live.state, live.words)
    assert read(write(file)) == file
    came = incoming(file, 0)
    assert same(outgoing(fold(came.session, came.facts), came.words), file)
    return file


Pick: TypeAlias = Callable[[Sequence[str]], str]
"""Chooses one of some ids; an id that is nowhere, where there are none."""


def picker(choice: int) -> Pick:
    """Always the same choice."""
    return lambda ids: ids[choice % len(ids)] if ids else "nowhere"


def possible(state: State, pick: Pick) -> list[Act]:
    """One act of nearly every kind, about what is there."""
    who = pick([*state.participants])
    item = pick([one.id for one in state.agenda])
    group = pick([*state.groups])
    track = group if group in state.groups else None
    kept = pick([one.entry for one in state.notes()])
    other = pick([one.entry for one in reversed(state.notes())])
    guideline = pick([one.id for one in (*state.guidelines, *state.proposals)])
    prompt = pick([one.id for each in state.agenda for one in each.prompts])
    kind = KINDS[len(state.record) % len(KINDS)]
    text = {"en": f"note {len(state.record)}", "ja": "窓"}
    return [
        acts.StartSession(),
        acts.AddItem(acts.ItemDraft(ItemKind.CHECK_IN, title=text, prompts=(text,))),
        acts.OpenItem(item, track),
        acts.AddParticipant(ParticipantDraft(called=text, standpoints=(Standpoint.PEER,))),
        acts.Leave(who),
        acts.Arrive(who),
        acts.DeclareStandpoints(who, (Standpoint.FAMILY,)),
        acts.FormGroup(text, (who,)),
        acts.MoveToGroup(who, group),
        acts.DissolveGroup(group),
        acts.AskPrompt(prompt, track),
        acts.BeginRound(group=track),
        acts.BeginTurn(who, track),
        acts.EndTurn(track),
        acts.PassTurn(who, group=track),
        acts.ProposeGuideline(text),
        acts.ChangeGuideline(guideline, text),
        acts.AgreeGuidelines(),
        acts.DropGuideline(guideline),
        acts.KeepNote(
            NoteDraft(kind, text, (who,) if who in state.participants else (), visibility=Visibility.ROOM),
            track,
        ),
        acts.KeepNote(NoteDraft(NoteKind.ACTION, text, owners=(who,))),
        acts.TranslateNote(kept, "ja", TranslationState.CHECKED, "窓です", by="Ken"),
        acts.ConfirmNote(kept, who),
        acts.ReleaseNote(kept),
        acts.RetractNote(kept),
        acts.LinkNotes(kept, other, LinkKind.ANSWERS),
        acts.TakeOutNote(kept),
        acts.RemoveParticipant(who),
        acts.RemoveItem(item),
        acts.CloseSession(),
        acts.ReopenSession(),
        acts.Undo(),
    ]


@given(st.booleans(), st.lists(st.tuples(st.integers(0, 31), st.integers(0, 5)), max_size=40))
def test_whatever_is_done_goes_out_and_comes_in_again(here: bool, steps: list[tuple[int, int]]) -> None:
    live = begun() if here else planned()
    for which, choice in steps:
        if live.state.phase is Phase.PLANNED and which > 20:
            live.do(acts.StartSession())
        chosen = possible(live.state, picker(choice))[which]
        if not isinstance(chosen, acts.Undo) or len(live.state.acts) > 3:
            live.do(chosen)
    out(live)


@given(stages())
def test_what_several_devices_did_goes_out_and_comes_in_again(stage: Stage) -> None:
    describe(stage)
    file = outgoing(stage.state, stage.words)
    assert read(write(file)) == file
    came = incoming(file, 0)
    again = fold(came.session, came.facts)
    assert same(outgoing(again, came.words), file)
    assert len(again.notes()) == len([one for one in stage.state.notes() if told(one, stage)])
    assert again.phase is stage.state.phase


def describe(stage: Stage) -> None:
    """Describe a session, unless somebody did."""
    if stage.state.description is None:
        draft = SessionDraft(title={"en": "Tea"}, languages=("ja", "en"), zone="Asia/Tokyo")
        stage.do(acts.Describe(draft))


def told(kept: NoteKept, stage: Stage) -> bool:
    """Whether a note has words left to tell."""
    return any(words in stage.words for _, words in kept.content.text)


@given(stages())
@settings(max_examples=30, phases=(Phases.explicit, Phases.generate))
def test_minutes_of_what_goes_out_are_those_of_what_was_done(stage: Stage) -> None:
    """As far as a page shows it: a reader of the file gets the page that the room got."""
    describe(stage)
    assume(stage.state.phase is not Phase.PLANNED)
    start = to_ms(stage.state.started or "")
    assume(
        all(one.at is None or one.at >= start for one in stage.state.record.values())
    )  # as a file has no other
    file = outgoing(stage.state, stage.words)
    came = incoming(file, 0)
    here, there = (
        minutes_of_state(state, words)
        for state, words in ((stage.state, stage.words), (fold(came.session, came.facts), came.words))
    )
    shown = [without_ids(doc) for doc in (here, there)]
    assert shown[0] == shown[1]


def without_ids(doc: object) -> object:
    """A document with the ids of its notes and items left out; those of a file without ids are new."""
    if isinstance(doc, tuple):
        return tuple(map(without_ids, doc))
    if isinstance(doc, dict):
        return {key: without_ids(one) for key, one in doc.items()}
    if is_dataclass(doc):
        return {
            field.name: without_ids(getattr(doc, field.name))
            for field in fields(doc)
            if field.name not in {"note", "item", "id", "session"}
        }
    return doc


def test_records_made_live_have_their_ids_and_times_from_the_start() -> None:
    live = begun()
    live.do(acts.AddParticipant(ParticipantDraft(called={"": "Aoi"})))
    live.do(acts.StartSession())
    (who,) = live.state.participants
    live.do(acts.BeginTurn(who))
    file = out(live)
    (turn,) = file.record
    assert turn.id == next(iter(live.state.record))
    assert file.participants[0].key == "p1"
    assert file.participants[0].called == "Aoi"
    assert file.started == "2026-05-12T12:00:03+09:00"
    assert 0 < getattr(turn, "at") < 10  # noqa: B009


def test_notes_of_a_plan_get_an_id_once_something_speaks_of_them() -> None:
    live = planned()
    (kept,) = live.state.notes()
    assert out(live).record[0].id is None
    live.do(acts.StartSession())
    live.do(acts.KeepNote(NoteDraft(NoteKind.IDEA, {"en": "Why?"})))
    answer = live.state.notes()[-1].entry
    live.do(acts.LinkNotes(answer, kept.entry, LinkKind.ANSWERS))
    assert out(live).record[0].id == kept.entry


def test_what_speaks_of_a_note_that_was_taken_out_is_left_out() -> None:
    live = begun()
    live.do(acts.StartSession())
    live.do(acts.KeepNote(NoteDraft(NoteKind.IDEA, {"en": "Why?"}, visibility=Visibility.ROOM)))
    (kept,) = live.state.notes()
    live.do(acts.ReleaseNote(kept.entry))
    assert len(out(live).record) == 2
    live.do(acts.TakeOutNote(kept.entry))
    assert out(live).record == ()


def test_the_guidelines_of_a_plan_come_out_before_and_after_the_room_agrees() -> None:
    live = planned()
    assert [one.key for one in out(live).guidelines] == ["q1"]
    live.do(acts.StartSession())
    assert out(live).guidelines == ()
    live.do(acts.AgreeGuidelines())
    assert [one.key for one in out(live).guidelines] == ["q1"]


def test_a_session_without_a_description_has_no_file() -> None:
    live = LiveSession(SESSION, MemoryStore(), Hand())
    with pytest.raises(ValueError, match="description"):
        outgoing(live.state, live.words)
