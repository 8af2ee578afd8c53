"""A table of notes: its columns are recognised, mapped by hand, and nothing of it is taken for what it is not."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coprod.domain import acts
from coprod.domain.acts import NoteDraft
from coprod.domain.terms import ItemKind, NoteKind, Visibility
from coprod.i18n import LANGUAGES, Catalogue
from coprod.present.columns import (
    DUE,
    KIND,
    LANGUAGE,
    NOTHING,
    OWNER,
    REACH,
    WHO,
    WORDS,
    Mapped,
    chosen,
    columns_view,
    guessed,
    no_table,
    unclear,
    understood,
)
from coprod.present.intake import keep_all
from coprod.service.tables import Table, WhyNoTable
from tests.present.meeting import Meeting

TODAY = date(2026, 6, 1)
FORMS: Table = (
    ("Time", "Name", "Kind", "What was said"),
    ("10:02", "Umi", "Idea", "One more chair"),
    ("10:04", "Vera, Umi", "", "椅子をもう一つ"),
    ("10:05", "Hana", "why", "A shelf"),
)
ACTIONS: Table = (
    ("発言者", "種類", "日本語", "English", "担当", "期限"),
    ("Umiさま", "対応", "椅子を買う", "Buy a chair", "Vera", "6月30日"),
    ("Tadashi", "", "区役所に聞く", "", "区役所", "いつか"),
)
BARE: Table = (
    ("Umi", "Question", "Why is the door shut?"),
    ("Vera", "Idea", "Open it then, and leave it so"),
)


@pytest.fixture
def meeting() -> Meeting:
    made = Meeting()
    made.open(ItemKind.CHECK_IN)
    return made


def guess(meeting: Meeting, table: Table) -> Mapped:
    return guessed(table, meeting.state, meeting.texts())


def drafts(meeting: Meeting, table: Table, mapped: Mapped | None = None) -> tuple[NoteDraft, ...]:
    mapped = mapped or guess(meeting, table)
    return understood(table, mapped, meeting.state, meeting.texts(), TODAY).drafts


def test_columns_are_known_by_their_names(meeting: Meeting) -> None:
    assert guess(meeting, FORMS) == Mapped((NOTHING, WHO, KIND, WORDS), head=True)
    assert guess(meeting, ACTIONS) == Mapped((WHO, KIND, "words-ja", "words-en", OWNER, DUE), head=True)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_our_own_names_of_columns_are_known_in_every_language(meeting: Meeting, lang: str) -> None:
    say = Catalogue(lang).say
    heads = ("Who said it", "Kind", "The words", "Language", "How far it may travel")
    table: Table = (tuple(map(say, heads)), ("Umi", "", "One more chair", "", ""))
    assert guess(meeting, table).roles == (WHO, KIND, WORDS, LANGUAGE, REACH)


def test_columns_without_names_are_known_by_what_stands_in_them(meeting: Meeting) -> None:
    assert guess(meeting, BARE) == Mapped((WHO, KIND, WORDS), head=False)
    spoken: Table = (("日本語", "Room", "待つ", "Umi"), ("English", "Minutes", "Wait", "Vera"))
    assert guess(meeting, spoken).roles == (LANGUAGE, REACH, WORDS, WHO)


def test_one_column_holds_the_words(meeting: Meeting) -> None:
    assert guess(meeting, (("One more chair",), ("A shelf",))) == Mapped((WORDS,), head=False)
    assert guess(meeting, (("Name",),)) == Mapped((WORDS,), head=False)
    assert guess(meeting, ()) == Mapped((), head=False)


def test_each_row_is_a_note_with_its_people_kind_and_language(meeting: Meeting) -> None:
    umi, vera = meeting.who("Umi"), meeting.who("Vera")
    assert drafts(meeting, FORMS) == (
        NoteDraft(NoteKind.IDEA, {"en": "One more chair"}, (umi,), original="en"),
        NoteDraft(NoteKind.CONTRIBUTION, {"ja": "椅子をもう一つ"}, (vera, umi), original="ja"),
        NoteDraft(NoteKind.CONTRIBUTION, {"en": "A shelf"}, (), original="en"),
    )


def test_an_action_has_its_owner_and_its_day_and_who_is_nobody_here_stays_as_written(
    meeting: Meeting,
) -> None:
    first, second = drafts(meeting, ACTIONS)
    assert first == NoteDraft(
        NoteKind.ACTION,
        {"ja": "椅子を買う", "en": "Buy a chair"},
        (meeting.who("Umi"),),
        original=None,
        owners=(meeting.who("Vera"),),
        due="2026-06-30",
    )
    assert (second.kind, second.owner_text, second.due) == (NoteKind.ACTION, {"ja": "区役所"}, None)


def test_only_an_action_takes_an_owner(meeting: Meeting) -> None:
    table: Table = (("Kind", "Words", "Owner", "Due"), ("Idea", "A shelf", "Vera", "tomorrow"))
    (draft,) = drafts(meeting, table)
    assert (draft.kind, draft.owners, draft.due) == (NoteKind.IDEA, (), None)


def test_the_language_that_is_said_goes_before_that_of_the_letters(meeting: Meeting) -> None:
    table: Table = (("Language", "Words"), ("Japanese", "OK desu"), ("", "OK"), ("Klingon", "Qapla"))
    assert [dict(draft.text) for draft in drafts(meeting, table)] == [
        {"ja": "OK desu"},
        {"en": "OK"},
        {"en": "Qapla"},
    ]


def test_how_far_a_note_may_travel_is_taken_over(meeting: Meeting) -> None:
    table: Table = (("Visibility", "Words"), ("Room", "A"), ("見直しだけ", "B"), ("", "C"))
    reach = [draft.visibility for draft in drafts(meeting, table)]
    assert reach[0] is Visibility.ROOM
    assert reach[2] is Visibility.MINUTES


def test_a_row_without_words_is_no_note(meeting: Meeting) -> None:
    assert drafts(meeting, (("Name", "Words"), ("Umi", ""), ("", "A shelf")))[0].text == {"en": "A shelf"}


def test_what_was_not_understood_is_said_once_each(meeting: Meeting) -> None:
    table: Table = (
        ("Name", "Kind", "Words", "Due"),
        ("Hana, Umi", "why", "A", ""),
        ("Hana", "why", "B", ""),
        ("Ren", "Action", "C", "some day"),
    )
    came = understood(table, guess(meeting, table), meeting.state, meeting.texts(), TODAY)
    assert unclear(came, meeting.words()) == [
        "Nobody here is called so: Hana, Ren. Their notes name nobody.",
        "No kind is called so: why. These are contributions.",
        "These are no days: some day. The actions have no date.",
    ]
    assert (
        unclear(
            understood(BARE, guess(meeting, BARE), meeting.state, meeting.texts(), TODAY), meeting.words()
        )
        == []
    )


def test_what_one_column_holds_no_other_does(meeting: Meeting) -> None:
    mapped = chosen(guess(meeting, FORMS), 0, WHO)
    assert mapped.roles == (WHO, NOTHING, KIND, WORDS)
    assert chosen(mapped, 0, NOTHING).roles == (NOTHING, NOTHING, KIND, WORDS)
    assert [draft.who for draft in drafts(meeting, FORMS, mapped)] == [(), (), ()]


def test_a_column_is_shown_with_its_first_cells_and_what_it_can_be(meeting: Meeting) -> None:
    view = columns_view(FORMS, guess(meeting, FORMS), ("ja", "en"), meeting.words())
    assert [one.name for one in view] == ["Time", "Name", "Kind", "What was said"]
    assert view[2].first == ("Idea", "why")
    assert [[one.word for one in column.roles if one.chosen] for column in view] == [
        ["Nothing"],
        ["Who said it"],
        ["Kind"],
        ["The words"],
    ]
    assert "The words, in 日本語" in [one.word for one in view[0].roles]
    bare = columns_view(BARE, guess(meeting, BARE), ("ja",), meeting.words())
    assert [one.name for one in bare] == ["Column 1", "Column 2", "Column 3"]
    assert not [one for one in bare[0].roles if one.key.startswith("words-")]


def test_all_of_a_table_comes_in_by_one_act(meeting: Meeting) -> None:
    meeting.do(keep_all(drafts(meeting, FORMS)))
    assert len(meeting.state.notes()) == 3
    meeting.do(acts.Undo())
    assert meeting.state.notes() == []


@pytest.mark.parametrize("why", WhyNoTable)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_refusal_has_a_sentence(why: WhyNoTable, lang: str) -> None:
    assert no_table(why, Catalogue(lang)).endswith(("。", ".", "요."))


@settings(max_examples=40)
@given(st.data())
def test_whatever_stands_in_a_table_every_word_of_the_words_is_kept(data: st.DataObject) -> None:
    made = Meeting()
    cells = st.sampled_from(["", "Umi", "Idea", "2026-06-30", "椅子", "Vera、Umi", "Room", "日本語", "x, y"])
    width = data.draw(st.integers(1, 5))
    rows = data.draw(st.lists(st.tuples(*[cells] * width).filter(any), min_size=1, max_size=8))
    table = tuple(rows)
    mapped = guessed(table, made.state, made.texts())
    assert len(mapped.roles) == width
    place = data.draw(st.integers(0, width - 1))
    mapped = chosen(mapped, place, WORDS)
    said = [row[place] for row in (table[1:] if mapped.head else table) if row[place]]
    kept = [
        line
        for draft in drafts(made, table, mapped)
        for body in draft.text.values()
        for line in body.split("\n")
    ]
    assert not Counter(said) - Counter(kept)
