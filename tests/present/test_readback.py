"""Reading back: to whoever said it, in their language first, and what can be said of it."""

from __future__ import annotations

import pytest

from coprod.domain import acts
from coprod.domain.acts import NoteDraft, ParticipantDraft
from coprod.domain.terms import Attribution, ItemKind, NoteKind, TranslationState, Visibility
from coprod.present.marks import Mark
from coprod.present.readback import ReadView, confirmed, read_view, reserved, shown_or_not, to_read
from tests.present.meeting import Meeting


@pytest.fixture
def meeting() -> Meeting:
    made = Meeting()
    made.open(ItemKind.CHECK_IN)
    draft = NoteDraft(
        NoteKind.IDEA, {"ja": "椅子をもう一つ", "en": "One more chair"}, (made.who("Umi"),), original="ja"
    )
    made.do(acts.KeepNote(draft))
    made.note("A shelf", "Vera", "Umi")
    made.note("Nobody said this")
    made.note("For the review", "Vera", visibility=Visibility.REVIEW)
    return made


def shown(meeting: Meeting, at: int = 0, who: str | None = None) -> ReadView:
    queue = to_read(meeting.state, who)
    view = read_view(meeting.state, meeting.texts(), meeting.words(), queue, at)
    assert view is not None
    return view


def names(meeting: Meeting, who: str | None = None) -> list[tuple[str, str]]:
    called = {one: meeting.texts().body(person.called) for one, person in meeting.state.participants.items()}
    bodies = {note.entry: meeting.texts().body(note.content.text) for note in meeting.state.notes()}
    return [(bodies[note], called[one]) for note, one in to_read(meeting.state, who)]


def test_everything_that_somebody_is_named_for_is_read_and_nothing_for_the_review(meeting: Meeting) -> None:
    everything = [("One more chair", "Umi"), ("A shelf", "Vera"), ("A shelf", "Umi")]
    assert names(meeting) == everything
    assert names(meeting, meeting.who("Umi")) == [("One more chair", "Umi"), ("A shelf", "Umi")]
    meeting.do(confirmed(shown(meeting)))
    assert names(meeting) == everything[1:]
    assert len(names(meeting, meeting.who("Umi"))) == 2  # asked for by name, all of theirs are read


def test_the_language_in_which_it_was_said_comes_first(meeting: Meeting) -> None:
    view = shown(meeting)
    assert [run.lang for run in view.question] == ["ja", "en"]
    assert [one.body for one in view.texts] == ["椅子をもう一つ", "One more chair"]
    assert [run.text for run in view.said[0]] == ["日本語で話しました", "Said in Japanese"]
    assert [run.lang for run in shown(meeting, 1).question] == ["en", "ja"]


def test_without_a_said_language_theirs_comes_first(meeting: Meeting) -> None:
    sumire = meeting.who("Sumire")
    meeting.do(acts.ChangeParticipant(sumire, ParticipantDraft({"en": "Sumire"}, languages=("ko",))))
    meeting.do(acts.KeepNote(NoteDraft(NoteKind.IDEA, {"en": "One", "ja": "一"}, (sumire,), original=None)))
    view = shown(meeting, 0, sumire)
    assert view.question[0].lang == "ko"


def test_how_far_a_translation_can_be_trusted_is_told(meeting: Meeting) -> None:
    note = shown(meeting).note
    for state, said in ((TranslationState.MACHINE, "by a machine"), (TranslationState.CHECKED, "checked")):
        meeting.do(acts.TranslateNote(note, "en", state, "One more chair"))
        assert any(said in run.text for pair in shown(meeting).said for run in pair)


def test_the_place_counts_what_is_theirs(meeting: Meeting) -> None:
    assert shown(meeting, 1).place == "Vera, 1 of 1"
    assert shown(meeting, 2).place.endswith("2 of 2")


def test_how_the_minutes_name_it_is_told_and_grows_more_reserved(meeting: Meeting) -> None:
    umi = meeting.who("Umi")
    meeting.do(acts.StateWish(umi, attribution=Attribution.NAMED))
    told = []
    for _ in range(5):
        view = shown(meeting)
        told.append(view.named[-1].text)
        act = reserved(meeting.state, view, meeting.texts())
        assert act is not None
        meeting.do(act)
    assert told == [
        "In the minutes with the name Umi",
        "In the minutes by discipline, no name",
        "In the minutes as Both, no name",
        "In the minutes without a name or a standpoint",
        "In the minutes with the name Umi",
    ]
    assert shown(meeting).mark is Mark.BOTH
    content = meeting.state.notes()[0].content
    assert [meeting.texts(lang).body(content.text) for lang in ("ja", "en")] == [
        "椅子をもう一つ",
        "One more chair",
    ]


def test_only_what_may_be_on_the_wall_can_go_there(meeting: Meeting) -> None:
    assert shown(meeting).wall == ()
    assert shown_or_not(meeting.state, shown(meeting)) is None
    room = meeting.note("For the room", "Umi", visibility=Visibility.ROOM)
    at = [note for note, _ in to_read(meeting.state)].index(room)
    view = shown(meeting, at)
    act = shown_or_not(meeting.state, view)
    assert act == acts.ReleaseNote(room)
    meeting.do(act)
    assert shown_or_not(meeting.state, shown(meeting, at)) == acts.RetractNote(room)
    assert shown(meeting, at).wall != view.wall


def test_what_was_confirmed_says_so(meeting: Meeting) -> None:
    umi = meeting.who("Umi")
    assert shown(meeting, 0, umi).confirmed == ()
    meeting.do(confirmed(shown(meeting, 0, umi)))
    assert shown(meeting, 0, umi).confirmed[-1].text == "Confirmed"


def test_what_is_gone_is_not_shown(meeting: Meeting) -> None:
    queue = to_read(meeting.state)
    view = shown(meeting)
    meeting.do(acts.TakeOutNote(queue[0][0]))
    assert read_view(meeting.state, meeting.texts(), meeting.words(), queue, 0) is None
    assert read_view(meeting.state, meeting.texts(), meeting.words(), queue, 99) is None
    assert reserved(meeting.state, view, meeting.texts()) is None
