"""The note-taker's window: notes under their items, found again, and made once."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coprod.domain import acts
from coprod.domain.acts import NoteDraft
from coprod.domain.terms import ItemKind, NoteKind, Visibility
from coprod.present.marks import Mark
from coprod.present.notebook import Heading, Notebook, NotebookView, NoteLine
from tests.present.meeting import Meeting


@pytest.fixture
def meeting() -> Meeting:
    made = Meeting()
    made.open(ItemKind.CHECK_IN)
    made.note("I slept well", "Sumire")
    made.open(ItemKind.ROUNDTABLE)
    made.note("One more chair", "Umi", "Vera", visibility=Visibility.ROOM, minority=True)
    made.note("Nobody in particular")
    return made


def view(meeting: Meeting, query: str = "", lang: str = "en", book: Notebook | None = None) -> NotebookView:
    made = book or Notebook()
    return made.view(meeting.state, meeting.texts(lang), meeting.words(lang), meeting.clock.now(), query)


def notes(shown: NotebookView) -> list[NoteLine]:
    return [row for row in shown.rows if isinstance(row, NoteLine)]


def test_notes_stand_under_their_items_in_the_order_of_the_agenda(meeting: Meeting) -> None:
    shown = view(meeting)
    told = [row.name if isinstance(row, Heading) else row.texts[0].body for row in shown.rows]
    names = [row.name for row in shown.rows if isinstance(row, Heading)]
    assert told == [names[0], "I slept well", names[1], "One more chair", "Nobody in particular"]


def test_a_note_tells_who_from_where_what_and_how_far(meeting: Meeting) -> None:
    first, second, third = notes(view(meeting))
    assert (first.mark, first.name, first.about, first.travels, first.signs) == (
        Mark.PEER,
        "Sumire",
        "Peer worker · Contribution",
        "Minutes",
        (),
    )
    assert (second.mark, second.name, second.signs, second.travels) == (
        Mark.BOTH,
        "Umi, Vera",
        ("Minority opinion",),
        "Room",
    )
    assert (third.mark, third.name, third.about) == (None, "", "Contribution")
    meeting.do(acts.ReleaseNote(second.id))
    assert notes(view(meeting))[1].travels == "In the room now"


def test_the_words_stand_as_they_were_said_and_then_in_the_other_language(meeting: Meeting) -> None:
    text = {"en": "A shelf", "ja": "棚がほしい"}
    meeting.do(acts.KeepNote(NoteDraft(NoteKind.IDEA, text, original="ja")))
    assert [one.body for one in notes(view(meeting))[-1].texts] == ["棚がほしい", "A shelf"]


def test_what_is_confirmed_or_brought_to_everyone_says_so(meeting: Meeting) -> None:
    umi, vera = meeting.who("Umi"), meeting.who("Vera")
    note = notes(view(meeting))[1].id
    meeting.do(acts.ConfirmNote(note, umi))
    assert "Confirmed" not in notes(view(meeting))[1].signs  # one of two
    meeting.do(acts.ConfirmNote(note, vera))
    assert notes(view(meeting))[1].signs == ("Minority opinion", "Confirmed")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("chair", ["One more chair"]),
        ("CHAIR umi", ["One more chair"]),
        ("sumire", ["I slept well"]),
        ("minority", ["One more chair"]),
        ("zebra", []),
    ],
)
def test_notes_are_found_by_words_names_and_signs(meeting: Meeting, query: str, found: list[str]) -> None:
    assert [one.texts[0].body for one in notes(view(meeting, query))] == found


def test_kana_and_width_make_no_difference(meeting: Meeting) -> None:
    meeting.do(acts.KeepNote(NoteDraft(NoteKind.IDEA, {"ja": "ピアスタッフの席"})))
    for query in ("ぴあすたっふ", "ﾋﾟｱ", "ピア 席"):
        assert [one.texts[0].body for one in notes(view(meeting, query))] == ["ピアスタッフの席"]


def test_the_agenda_counts_and_says_of_what_is_not_noted(meeting: Meeting) -> None:
    counts = {line.count for line in view(meeting).agenda if line.open}
    assert counts == {"2"}
    fresh = Meeting()
    fresh.open(ItemKind.CHECK_IN)
    (line,) = [line for line in view(fresh).agenda if line.open]
    assert line.count == "not noted"


def test_who_speaks_and_who_is_next(meeting: Meeting) -> None:
    meeting.do(acts.BeginTurn(meeting.who("Vera")))
    shown = view(meeting)
    assert shown.now is not None
    assert (shown.now.name, shown.now.mark) == ("Vera", Mark.NOT_SAID)
    assert shown.share is not None
    assert shown.ends.startswith("until ")


def test_the_line_of_a_note_that_did_not_change_is_the_same(meeting: Meeting) -> None:
    book = Notebook()
    before = notes(view(meeting, book=book))
    meeting.note("And one more")
    after = notes(view(meeting, book=book))
    assert all(one is other for one, other in zip(before, after, strict=False))
    meeting.do(acts.ChangeNote(before[0].id, NoteDraft(NoteKind.IDEA, {"en": "I slept"})))
    changed = notes(view(meeting, book=book))
    assert changed[0].texts[0].body == "I slept"
    assert changed[1] is after[1]


def test_what_people_are_called_and_the_language_make_them_all_anew(meeting: Meeting) -> None:
    book = Notebook()
    view(meeting, book=book)
    meeting.do(acts.ChangeParticipant(meeting.who("Sumire"), acts.ParticipantDraft({"en": "Sumi"})))
    assert notes(view(meeting, book=book))[0].name == "Sumi"
    assert "Peer worker" not in notes(view(meeting, lang="ja", book=book))[0].about


def test_while_the_pen_is_down_it_says_so(meeting: Meeting) -> None:
    assert view(meeting).off_record == ""
    meeting.do(acts.PutPenDown())
    assert view(meeting).off_record == "The pen is down: nothing is kept"


STEPS = st.lists(
    st.sampled_from(["note", "elsewhere", "change", "release", "take out", "undo", "arrive", "search"]),
    max_size=14,
)


@settings(max_examples=60)
@given(steps=STEPS, lang=st.sampled_from(["en", "ja"]))
def test_what_is_shown_after_each_act_is_what_a_new_window_would_show(steps: list[str], lang: str) -> None:
    """The rows that stand are kept: never may they tell of what is no more."""
    meeting, book, query = Meeting(), Notebook(), ""
    meeting.open(ItemKind.CHECK_IN)
    for number, step in enumerate(steps):
        query = do(meeting, step, number) or query
        kept = view(meeting, query, lang, book)
        assert kept == view(meeting, query, lang)


def do(meeting: Meeting, step: str, number: int) -> str | None:
    """One thing that happens in a meeting; a search is told."""
    notes, state = meeting.state.notes(), meeting.state
    note = notes[number % len(notes)] if notes else None
    if step == "note":
        meeting.note(f"note {number}", "Umi", visibility=Visibility.ROOM)
    elif step == "elsewhere":
        meeting.live.do(acts.OpenItem(state.agenda[number % len(state.agenda)].id))
    elif step == "arrive":
        meeting.do(acts.AddParticipant(acts.ParticipantDraft({"": f"Guest {number}"})))
    elif step == "search":
        return "note" if number % 2 else ""
    elif step == "undo":
        meeting.live.do(acts.Undo())
    elif note is not None and step == "change":
        meeting.do(acts.ChangeNote(note.entry, NoteDraft(NoteKind.IDEA, {"en": f"other {number}"})))
    elif note is not None and step == "release":
        meeting.live.do(acts.ReleaseNote(note.entry))
    elif note is not None:
        meeting.do(acts.TakeOutNote(note.entry))
    return None
