"""The flow in words: what stands beside the figure, what is read out in its place, and what other files hold."""

from __future__ import annotations

import pytest

from coprod.domain.minutes_doc import Flow, FlowItem, MinutesDoc
from coprod.domain.terms import ItemKind, PauseKind
from coprod.i18n import Catalogue
from coprod.render import flow
from coprod.render.minutes_md import minutes_md
from coprod.service.exchange.shown import shown
from tests.render import docs

JA, EN = Catalogue("ja"), Catalogue("en")
BREATH, SILENCE, BREAK = PauseKind


def lines(doc: MinutesDoc, catalogue: Catalogue = EN) -> list[str]:
    return [one.text(catalogue) for one in flow.told(doc)]


def held(pauses: dict[PauseKind, int], minutes: int | None = None) -> MinutesDoc:
    return docs.minutes(flow=docs.flow(pauses=pauses, break_minutes=minutes), pauses=())


@pytest.mark.parametrize(
    ("pauses", "minutes", "text"),
    [
        ({BREATH: 1}, None, "We took a breath once."),
        ({BREATH: 2}, None, "We took a breath twice."),
        ({BREATH: 3}, None, "We took a breath 3 times."),
        ({SILENCE: 1}, None, "We were silent together once."),
        ({SILENCE: 2}, None, "We were silent together twice."),
        ({SILENCE: 3}, None, "We were silent together 3 times."),
        ({BREAK: 1}, 10, "We had one break of 10 minutes."),
        ({BREAK: 2}, 75, "We had 2 breaks, 1 hour 15 minutes in all."),
        ({BREAK: 1}, None, "We had one break."),
        ({BREAK: 2}, None, "We had 2 breaks."),
    ],
)
def test_pauses_are_counted_in_a_sentence(
    pauses: dict[PauseKind, int], minutes: int | None, text: str
) -> None:
    assert lines(held(pauses, minutes)) == [text]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "ja",
            [
                "ひと呼吸を2回おきました。",
                "静かに過ごす時間が1回ありました。",
                "休憩を1回（10分）とりました。",
            ],
        ),
        (
            "ko",
            [
                "숨 고르는 시간을 2번 가졌습니다.",
                "함께 조용히 있는 시간을 1번 가졌습니다.",
                "휴식 시간을 1번(10분) 가졌습니다.",
            ],
        ),
    ],
)
def test_pauses_are_counted_in_every_language(lang: str, said: list[str]) -> None:
    assert lines(held({BREATH: 2, SILENCE: 1, BREAK: 1}, 10), Catalogue(lang)) == said


def test_times_follow_only_where_the_document_says_them() -> None:
    doc = docs.minutes(flow=docs.flow())
    assert lines(doc) == [
        "We took a breath twice.  14:21, 15:24",
        "We were silent together twice.",
        "We had one break of 10 minutes.  14:26 – 14:36",
    ]
    assert lines(docs.minutes()) == ["A breath  14:21, 15:24", "Break  14:26 – 14:36"]


def test_the_section_is_called_by_what_it_tells() -> None:
    assert flow.heading(docs.minutes(flow=docs.flow(), pauses=())) == "The flow of the meeting"
    assert flow.heading(docs.minutes()) == "Pauses and breaks"
    assert flow.heading(docs.minutes(pauses=())) is None


def test_items_have_numbers_and_the_names_that_they_have_elsewhere() -> None:
    assert "".join(flow.key(docs.flow(), EN)) == (
        "1\u00a0Welcome, 2\u00a0Guidelines, 3\u00a0Check-in, 4\u00a0Break, 5\u00a0Around the table"
    )
    assert flow.key(docs.flow(), JA)[-1] == "5\u00a0みんなで話す"
    assert flow.key(docs.flow(items=(FlowItem(ItemKind.OTHER, None),)), EN) == ["1\u00a0Agenda item"]


def test_what_is_read_out_tells_all_that_the_figure_shows() -> None:
    assert flow.spoken(docs.flow(), EN) == (
        "The items of the meeting on a line, by the clock: 13:35 – 13:50 Welcome, Guidelines · "
        "13:50 – 14:25 Check-in, A breath 1, Silence 2 · 14:25 – 14:35 Break, Break 1 · "
        "14:35 – 15:30 Around the table, A breath 1"
    )


def test_files_without_figures_have_the_text_alone() -> None:
    told = minutes_md(docs.minutes(flow=docs.flow()), (EN, JA))
    assert "## The flow of the meeting" in told
    assert "1\u00a0Welcome, 2\u00a0Guidelines" in told
    assert "We were silent together twice." in told
    assert "on a line" not in told


@pytest.mark.parametrize("of", [None, docs.flow()])
def test_the_data_gain_nothing(of: Flow | None) -> None:
    """Neither how long an item was nor how many pauses: the page has it, and nobody has to count with it."""
    assert shown(docs.minutes(flow=of)) == shown(docs.minutes())
