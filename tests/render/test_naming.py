"""Whole phrases of the page: editions, running heads, standpoints, hours."""

from __future__ import annotations

import pytest

from coprod.domain.minutes_doc import Cell, Count, Group, Wording
from coprod.domain.terms import Edition
from coprod.i18n import Catalogue
from coprod.render import naming
from tests.render import docs

JA, EN = Catalogue("ja"), Catalogue("en")


@pytest.mark.parametrize(
    ("edition", "name"),
    [
        (Edition.RECORD, "Minutes"),
        (Edition.SUMMARY, "Public summary"),
        (Edition.OWN, "Mio’s own copy"),
        (Edition.EASY, "Easy to read"),
    ],
)
def test_each_edition_has_its_name(edition: Edition, name: str) -> None:
    doc = docs.minutes(edition=edition, whose=Wording({"": "Mio"}))
    assert naming.edition(doc, EN) == name
    assert naming.edition(docs.minutes(), JA) == "議事録"
    assert {*naming.EDITIONS} == {*Edition}


def test_an_own_copy_of_somebody_whose_name_is_gone_still_has_one() -> None:
    assert naming.edition(docs.minutes(edition=Edition.OWN), EN) == "Own copy"


def test_programme_and_running_head() -> None:
    header = docs.header()
    assert naming.programme(header, JA) == "いっしょに働く一年、第2期"
    assert naming.running(header, EN) == "No. 4  What makes it easier to say we need a day off"
    bare = docs.header(programme=None, cohort=None, number=None)
    assert naming.programme(bare, EN) == ""
    assert naming.running(bare, JA) == "休む日を、言い出しやすくするには"


def test_the_organisations_own_words_stand_for_a_standpoint() -> None:
    labels = {"peer": docs.both("ピアスタッフ", "Peer staff")}
    assert naming.standpoint(Cell.PEERS, labels, JA) == "ピアスタッフ"
    assert naming.standpoint(Cell.PEERS, {}, EN) == "Peers"
    assert naming.standpoint(Cell.BOTH, labels, EN) == "From both"
    count = Count((Group.PEER, Group.NOT_SAID), 3)
    assert naming.counted(count, labels, EN) == "Peer staff, not said 3"


def test_hours_as_they_were_and_as_they_were_planned() -> None:
    assert naming.hours(docs.header(), EN) == "13:33 – 15:28 (planned 13:30 – 15:30)"
    assert naming.hours(docs.header(ended=None, planned_start=None), EN) == "13:33"
    assert naming.hours(docs.header(started=None, ended=None), EN) == "planned 13:30 – 15:30"


def test_the_moment_of_a_session() -> None:
    assert naming.moment(docs.header()) == docs.at(15, 28)
    assert naming.moment(docs.header(ended=None)) == docs.at(13, 33)
    assert naming.moment(docs.header(ended=None, started=None, planned_start=None)) is None


def test_the_foot_says_that_copies_stay_and_how_far_texts_can_be_trusted() -> None:
    said = naming.foot(docs.minutes(), EN)
    assert said[:3] == [
        "Printed copies cannot be called back.",
        "A draft, not issued yet.",
        "Confirmed: 11 of 14.",
    ]
    assert len(said) == 4
