"""Other people's notes, as they write them: who, what kind and which language are recognised, and nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coprod.domain import acts
from coprod.domain.acts import NoteDraft, ParticipantDraft
from coprod.domain.terms import ItemKind, NoteKind
from coprod.present.intake import keep_all, notes_in, told
from tests.present.meeting import Meeting


@pytest.fixture
def meeting() -> Meeting:
    made = Meeting()
    made.open(ItemKind.CHECK_IN)
    return made


def read(meeting: Meeting, text: str) -> list[tuple[str, str, str, str]]:
    """Who, kind, language and words of each line."""
    found = []
    for draft in notes_in(text, meeting.state, meeting.texts()):
        who = meeting.texts().body(meeting.state.participants[draft.who[0]].called) if draft.who else ""
        ((lang, body),) = draft.text.items()
        found.append((who, draft.kind.value, lang, body))
    return found


@pytest.mark.parametrize(
    ("line", "understood"),
    [
        ("Umi: One more chair", ("Umi", "contribution", "en", "One more chair")),
        ("umi： 椅子をもう一つ", ("Umi", "contribution", "ja", "椅子をもう一つ")),
        ("Umiさん：待つ", ("Umi", "contribution", "ja", "待つ")),
        ("- Vera: [idea] A shelf", ("Vera", "idea", "en", "A shelf")),
        ("3. Vera: 【質問】なぜですか", ("Vera", "question", "ja", "なぜですか")),
        ("(Concern) It is loud", ("", "concern", "en", "It is loud")),
        ("Umi: [5] A shelf", ("Umi", "idea", "en", "A shelf")),
        ("Umi\t7\t椅子を買う", ("Umi", "action", "ja", "椅子を買う")),
        ("What we said: nothing", ("", "contribution", "en", "What we said: nothing")),
        ("Vera\tIdea\tA shelf", ("Vera", "idea", "en", "A shelf")),
        ("決定\tVera\t続ける", ("Vera", "decision", "ja", "続ける")),
        ("[why] not a kind", ("", "contribution", "en", "[why] not a kind")),
        ("\tVera\t", ("Vera", "contribution", "en", "Vera")),
    ],
)
def test_a_line_is_understood(meeting: Meeting, line: str, understood: tuple[str, str, str, str]) -> None:
    assert read(meeting, line) == [understood]


@pytest.mark.parametrize("line", ["Vera:", "Veraさん： ", "umi :"])
def test_a_name_without_words_is_no_note(meeting: Meeting, line: str) -> None:
    assert read(meeting, line) == []


def test_empty_lines_are_no_notes_and_the_order_stays(meeting: Meeting) -> None:
    assert [one[3] for one in read(meeting, "\n one\n\n\r\n two \r\n　\n三")] == ["one", "two", "三"]


def test_a_name_that_two_people_share_means_nobody(meeting: Meeting) -> None:
    for _ in range(2):
        meeting.do(acts.AddParticipant(ParticipantDraft({"": "Aki"})))
    assert read(meeting, "Aki: hello") == [("", "contribution", "en", "Aki: hello")]


def test_a_reading_finds_somebody_in_any_kana(meeting: Meeting) -> None:
    draft = ParticipantDraft({"ja": "海"}, reading={"ja": "うみの"})
    meeting.do(acts.ChangeParticipant(meeting.who("Umi"), draft))
    assert read(meeting, "ウミノ: 待つ")[0][0] == "海"


def test_what_was_understood_is_told_in_one_line_each(meeting: Meeting) -> None:
    drafts = notes_in("Umi: One\ntwo", meeting.state, meeting.texts())
    assert told(drafts, meeting.state, meeting.texts(), meeting.words()) == [
        "Umi · Contribution: One",
        "",
        "Nobody named · Contribution: two",
        "",
    ]


def test_all_are_kept_by_one_act_and_undone_by_one(meeting: Meeting) -> None:
    drafts = notes_in("Umi: One\nVera: two\nthree", meeting.state, meeting.texts())
    meeting.do(keep_all(drafts))
    assert [meeting.texts().body(note.content.text) for note in meeting.state.notes()] == [
        "One",
        "two",
        "three",
    ]
    meeting.do(acts.Undo())
    assert meeting.state.notes() == []


def test_where_one_can_not_be_kept_none_is(meeting: Meeting) -> None:
    good = NoteDraft(NoteKind.IDEA, {"en": "good"})
    assert meeting.refused(keep_all([good, NoteDraft(NoteKind.IDEA, {"en": " "})])).why == "no-text"
    assert meeting.refused(keep_all([])).why == "nothing-changes"
    assert meeting.state.notes() == []


@settings(max_examples=80)
@given(text=st.text(alphabet=st.sampled_from("Umi:： \t\n[]【】idea質問あアハ가12.-"), max_size=60))
def test_whatever_is_pasted_every_line_that_says_something_is_a_note_that_can_be_kept(text: str) -> None:
    meeting = Meeting()
    meeting.open(ItemKind.CHECK_IN)
    drafts = notes_in(text, meeting.state, meeting.texts())
    assert all(body.strip() for draft in drafts for body in draft.text.values())
    if drafts:
        meeting.do(keep_all(drafts))
        assert len(meeting.state.notes()) == len(drafts)
