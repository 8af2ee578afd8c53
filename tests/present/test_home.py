"""The home view: which session is at hand, where the others stand, and what they wait for."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from coprod.i18n import Catalogue
from coprod.present.home import home_view
from coprod.service.archive import Listed
from coprod.service.rows import SessionRow

NOW = datetime(2026, 5, 12, 13, 0, tzinfo=ZoneInfo("Asia/Tokyo"))


def session(
    id: str,
    phase: str = "planned",
    start: str | None = None,
    *,
    untranslated: int = 0,
    unconfirmed: int = 0,
    people: int = 12,
    items: int = 8,
) -> Listed:
    row = SessionRow(
        session=id,
        phase=phase,
        title=(("ja", "j"), ("en", "e")),
        languages=("ja", "en"),
        started=start if phase != "planned" else None,
        planned_start=start,
        planned_end=None,
        zone="Asia/Tokyo",
        number=7,
        programme=(),
        place=(),
        people=people,
        items=items,
        untranslated=untranslated,
        unconfirmed=unconfirmed,
    )
    return Listed(row, {"ja": f"{id}の題", "en": f"Title of {id}"}, {})


TODAY = session("today", start="2026-05-12T04:30:00Z")
TOMORROW = session("tomorrow", start="2026-05-13T13:30:00+09:00")
RUNNING = session("running", "open", "2026-05-11T13:30:00+09:00")
UNDATED = session("undated")


@pytest.mark.parametrize(
    ("sessions", "at_hand"),
    [
        ([], None),
        ([UNDATED, TOMORROW, TODAY], "today"),
        ([TODAY, RUNNING], "running"),
        ([UNDATED], "undated"),
        ([session("old", "closed", "2026-05-12T13:30:00+09:00")], None),
    ],
)
def test_one_session_is_at_hand(sessions: list[Listed], at_hand: str | None) -> None:
    card = home_view(sessions, NOW, Catalogue("en")).card
    assert (card.session if card else None) == at_hand


def test_the_card_says_when_and_what_its_button_does() -> None:
    card = home_view([TODAY], NOW, Catalogue("en")).card
    assert card is not None
    assert card.when == "Today, 13:30"
    assert [title.lang for title in card.titles] == ["ja", "en"]
    assert card.facts == ("no. 7", "12 people", "8 items")
    assert card.action == "Open the console"
    running = home_view([RUNNING], NOW, Catalogue("en")).card
    assert running is not None
    assert running.action == "Go on"


@pytest.mark.parametrize(
    ("one", "column", "missing"),
    [
        (TOMORROW, 0, "Ready"),
        (session("a", people=0), 0, "No people yet"),
        (session("a", items=0), 0, "No agenda yet"),
        (session("a", "closed", untranslated=4), 1, "4 to translate"),
        (session("a", "closed", untranslated=1, unconfirmed=2), 1, "1 to translate · 2 to confirm"),
        (session("a", "closed", "2026-03-10T13:30:00+09:00"), 2, "Complete"),
    ],
)
def test_each_line_says_what_is_still_missing(one: Listed, column: int, missing: str) -> None:
    view = home_view([TODAY, one], NOW, Catalogue("en"))
    assert [line.missing for line in view.columns[column].lines] == [missing]
    assert sum(len(other.lines) for other in view.columns) == 1


def test_a_second_open_session_stays_in_sight() -> None:
    view = home_view([RUNNING, session("other", "open", "2026-05-10T13:30:00+09:00")], NOW, Catalogue("en"))
    assert [line.missing for line in view.columns[0].lines] == ["Under way"]
