"""Group sheets in words."""

from __future__ import annotations

import pytest

from coprod.domain import acts
from coprod.domain.acts import GroupDraft
from coprod.i18n import Catalogue
from coprod.present.sheets import came_home, sheet_rows, why_not
from coprod.service.sheets import WhyNot
from tests.present.meeting import Meeting


@pytest.mark.parametrize("lang", ["en", "ja", "ko"])
@pytest.mark.parametrize("why", list(WhyNot))
def test_every_reason_has_its_sentence(why: WhyNot, lang: str) -> None:
    sentence = why_not(why, Catalogue(lang))
    assert sentence.endswith((".", "。"))
    assert lang == "en" or sentence != why_not(why, Catalogue("en"))


def test_words_that_may_be_meant_are_told_of_a_wrong_code_alone() -> None:
    near = [("zebr", "zebra"), ("appl", "apple")]
    assert "“zebr” may be “zebra”." in why_not(WhyNot.WRONG_CODE, Catalogue("en"), near)
    assert "zebra" not in why_not(WhyNot.DAMAGED, Catalogue("en"), near)


def test_what_came_home_is_counted() -> None:
    assert came_home("Window table", 12, Catalogue("en")) == "Window table: notes that came home: 12."
    assert "nothing new" in came_home("Window table", 0, Catalogue("en"))


def test_a_row_for_each_group_that_is_there() -> None:
    meeting = Meeting()
    people = tuple(meeting.state.participants)
    assert sheet_rows(meeting.state, meeting.texts(), meeting.words()) == ()
    groups = (GroupDraft({"en": "Window table"}, people[:3]), GroupDraft({}, people[3:]))
    meeting.do(acts.FormGroups(groups))
    rows = sheet_rows(meeting.state, meeting.texts(), meeting.words())
    assert [(row.texts[0].body, row.tail) for row in rows] == [
        ("Window table", "3 people"),
        ("Table 2", "2 people"),
    ]
    meeting.do(acts.FormGroups((GroupDraft({"en": "All"}, people),)))
    assert [row.texts[0].body for row in sheet_rows(meeting.state, meeting.texts(), meeting.words())] == [
        "All"
    ]
