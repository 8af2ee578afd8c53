"""What was just done is told in one sentence, in each language, and can be undone from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coprod.domain import acts
from coprod.domain.terms import ItemKind, Part, PassHow, PauseKind
from coprod.present.commands import COMMANDS, Desk
from coprod.present.deeds import deed, undoable
from tests.present.meeting import Meeting

if TYPE_CHECKING:
    from coprod.domain.acts import Act

LANGUAGES = pytest.mark.parametrize("lang", ["en", "ja"])


@pytest.fixture
def meeting() -> Meeting:
    made = Meeting()
    made.open(ItemKind.CHECK_IN)
    return made


def told(meeting: Meeting, act: Act, lang: str = "en") -> str:
    return deed(act, meeting.state, meeting.texts(lang), meeting.words(lang))


@LANGUAGES
@pytest.mark.parametrize("command", [one.id for one in COMMANDS if one.act])
def test_every_command_is_told_in_a_sentence_of_its_own(meeting: Meeting, command: str, lang: str) -> None:
    [resolve] = [one.act for one in COMMANDS if one.id == command]
    note = meeting.note("A word")
    act = resolve(Desk(meeting.state, meeting.who("Umi"), note)) if resolve else None
    assert act is not None
    sentence = told(meeting, act, lang)
    assert sentence not in {"Done.", meeting.words(lang).say("Done.")}
    assert sentence.endswith((".", "。")) or sentence.startswith("いま：")
    assert "{" not in sentence


@pytest.mark.parametrize("how", list(PassHow))
def test_each_way_of_passing_names_who_it_was(meeting: Meeting, how: PassHow) -> None:
    act = acts.PassTurn(meeting.who("Umi"), how)
    assert told(meeting, act).startswith("Umi ")
    assert len({told(meeting, acts.PassTurn(meeting.who("Umi"), each)) for each in PassHow}) == 3


@pytest.mark.parametrize("kind", list(PauseKind))
def test_a_pause_says_that_a_person_ends_it(meeting: Meeting, kind: PauseKind) -> None:
    assert told(meeting, acts.BeginPause(kind)).endswith("until you end it.")


def test_what_has_no_sentence_of_its_own_is_done(meeting: Meeting) -> None:
    assert told(meeting, acts.Approve(Part.FACILITATOR)) == "Done."


def test_an_item_without_a_title_is_named_by_its_kind(meeting: Meeting) -> None:
    item = next(one for one in meeting.state.agenda if one.kind is ItemKind.BREAK)
    assert told(meeting, acts.OpenItem(item.id)) == "Now: Break."


def test_of_somebody_who_is_gone_no_name_is_told(meeting: Meeting) -> None:
    assert told(meeting, acts.Leave("nobody")) == " has left."


def test_only_undo_itself_has_no_undo(meeting: Meeting) -> None:
    assert not undoable(acts.Undo())
    assert undoable(acts.Leave(meeting.who("Umi")))


def test_what_changes_people_and_guidelines_is_told(meeting: Meeting) -> None:
    who, draft = meeting.who("Umi"), acts.ParticipantDraft({"": "Sen"})
    people = (
        acts.AddParticipant(draft),
        acts.AddParticipants((draft,)),
        acts.ChangeParticipant(who, draft),
        acts.MoveParticipant(who),
        acts.RemoveParticipant(who),
        acts.DeclareStandpoints(who, ()),
        acts.StateWish(who),
        acts.OfferGuidelines(()),
    )
    sentences = [told(meeting, act) for act in people]
    assert "Done." not in sentences
    assert len(set(sentences)) == 5


@pytest.mark.parametrize(("lang", "said"), [("en", "A break until 09:10."), ("ja", "09:10まで休憩です。")])
def test_a_break_says_when_the_room_begins_again(meeting: Meeting, lang: str, said: str) -> None:
    act = acts.BeginPause(PauseKind.BREAK, minutes=10)
    meeting.do(act)
    assert told(meeting, act, lang) == said


def test_a_note_is_brought_to_everyone_or_stays(meeting: Meeting) -> None:
    assert told(meeting, acts.ShareNote("n")) == "The group brings it to everyone."
    assert told(meeting, acts.ShareNote("n", share=False)) == "It stays in the group."
