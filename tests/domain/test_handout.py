"""The sheet for participants: begin times, guidelines agreed or offered, languages, and nothing of people."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coprod.domain.handout import handout
from coprod.domain.parts import AgendaItem, Description, Guideline
from coprod.domain.state import State
from coprod.domain.terms import ItemKind

WORDS = {"t": "The noon meeting", "g": "Slowly", "p": "Kindly"}
ABOUT = Description(
    (("en", "t"),), ("ja", "en", "ko"), planned_start="2031-04-08T04:30:00Z", zone="Asia/Tokyo"
)
STATE = State(
    "s",
    ABOUT,
    agenda=tuple(
        AgendaItem(str(n), ItemKind.OTHER, minutes=minutes) for n, minutes in enumerate((10, 2.5, None, 5, 5))
    ),
    proposals=(Guideline("a", (("en", "p"),)),),
)


def test_items_begin_one_after_the_other_as_long_as_that_is_known() -> None:
    begins = [item.begin and item.begin.strftime("%H:%M:%S") for item in handout(STATE, WORDS).agenda]
    assert begins == ["13:30:00", "13:40:00", "13:42:30", None, None]


def test_without_a_planned_start_no_item_has_a_time() -> None:
    doc = handout(replace(STATE, description=replace(ABOUT, planned_start=None)), WORDS)
    assert doc.start is None
    assert {item.begin for item in doc.agenda} == {None}


def test_what_was_agreed_stands_there_instead_of_what_is_offered() -> None:
    offer = handout(STATE, WORDS)
    agreed = handout(replace(STATE, guidelines=(Guideline("b", (("en", "g"),)),)), WORDS)
    assert ([one.bodies["en"] for one in offer.guidelines], offer.agreed) == (["Kindly"], False)
    assert ([one.bodies["en"] for one in agreed.guidelines], agreed.agreed) == (["Slowly"], True)


def test_it_is_in_the_first_two_languages_or_in_those_asked_for() -> None:
    assert handout(STATE, WORDS).languages == ("ja", "en")
    assert handout(STATE, WORDS, ["ko"]).languages == ("ko",)


def test_a_session_that_nothing_describes_has_none() -> None:
    with pytest.raises(ValueError, match="description"):
        handout(State("s"), WORDS)
