"""What still holds words that are taken out is said calmly, with what can be done, and without the words."""

from __future__ import annotations

import pytest

from coprod.domain import acts
from coprod.domain.acts import GroupDraft
from coprod.present.holding import Found, afterwards, beforehand
from coprod.service.holders import InBackup, InDocument, OnSheet
from tests.present.meeting import MINUTE, NINE, Meeting

PRINTED = "What was printed, and files that were given away, can’t be called back."
ELSEWHERE = "It may still stand elsewhere:"


@pytest.fixture
def meeting() -> Meeting:
    made = Meeting()
    people = tuple(made.state.participants)
    made.do(
        acts.FormGroups((GroupDraft({"en": "Window", "ja": "窓"}, people[:3]), GroupDraft({}, people[3:])))
    )
    return made


def before(meeting: Meeting, found: Found, lang: str = "en") -> list[str]:
    told = beforehand("Sure?", found, meeting.state, meeting.texts(lang), meeting.words(lang))
    return told.split("\n")


def after(meeting: Meeting, found: Found, lang: str = "en") -> list[str]:
    return afterwards(found, meeting.state, meeting.texts(lang), meeting.words(lang)).split("\n")


def test_what_was_printed_is_told_before_even_where_nothing_else_is_known(meeting: Meeting) -> None:
    assert before(meeting, ()) == ["Sure?", PRINTED]
    assert after(meeting, ()) == [""]


def test_a_sheet_is_told_by_its_table_and_when_it_was_made_in_the_time_of_the_session(
    meeting: Meeting,
) -> None:
    one, other = meeting.state.groups
    found = [OnSheet(one, NINE + 30 * MINUTE), OnSheet(other, NINE)]
    lines = [
        "The sheet of Window, made 1 June, 09:30: ask the group to delete its file.",
        "The sheet of Table 2, made 1 June, 09:00: ask the group to delete its file.",
    ]
    assert before(meeting, found) == ["Sure?", ELSEWHERE, *lines, PRINTED]
    assert after(meeting, found) == ["It is erased here.", ELSEWHERE, *lines]


def test_a_group_that_is_no_more_has_no_name(meeting: Meeting) -> None:
    assert after(meeting, [OnSheet("gone", NINE)])[2].startswith("A group’s sheet, made 1 June, 09:00: ")


def test_sheets_that_read_the_same_are_told_once(meeting: Meeting) -> None:
    (one, *_) = meeting.state.groups
    assert len(after(meeting, [OnSheet(one, NINE), OnSheet(one, NINE + 1)])) == 3


def test_a_backup_is_told_with_its_place(meeting: Meeting) -> None:
    (_, _, line, place) = after(meeting, [InBackup("there/s.db.0002.backup", NINE)])
    assert line == "A backup of 1 June, 09:00: delete this file when it is no longer needed."
    assert place == "there/s.db.0002.backup"


@pytest.mark.parametrize(
    ("issued", "which"),
    [
        (InDocument(3, "record", "2026-05-20T10:00:00+09:00"), " (edition 3, Wednesday 20 May 2026)"),
        (InDocument(None, "record", "in May"), ""),
        (InDocument(None, None, None), ""),
    ],
)
def test_minutes_are_told_as_far_as_they_are_known(meeting: Meeting, issued: InDocument, which: str) -> None:
    (_, _, line) = after(meeting, [issued])
    assert line == f"Minutes that were issued{which}: ask those who have them to delete them."


def test_what_could_not_be_looked_up_is_said(meeting: Meeting) -> None:
    line = "Whether a group sheet or a backup still holds it could not be looked up."
    assert before(meeting, None) == ["Sure?", line, PRINTED]
    assert after(meeting, None)[1:] == [line]


@pytest.mark.parametrize("lang", ["ja", "ko"])
def test_it_is_said_in_each_language(meeting: Meeting, lang: str) -> None:
    (one, *_) = meeting.state.groups
    found: Found = [
        OnSheet(one, NINE),
        OnSheet("gone", NINE),
        InBackup("", NINE),
        InDocument(1, None, None),
        InDocument(None, None, None),
    ]
    for told, english in (
        (before(meeting, found, lang)[1:], before(meeting, found)[1:]),
        (after(meeting, found, lang), after(meeting, found)),
        (before(meeting, None, lang)[1:], before(meeting, None)[1:]),
    ):
        assert len(told) == len(english)
        assert (set(told) - {""}).isdisjoint(english)
