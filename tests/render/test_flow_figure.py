"""The figure of the flow: where items begin, what stands on them, and that it is small, whole and quiet."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.domain.minutes_doc import Flow, Stretch
from coprod.domain.terms import PauseKind
from coprod.i18n import Catalogue
from coprod.render.compose import Composer
from coprod.render.flow_figure import PAUSES, flow_rows
from coprod.render.minutes_pdf import layout_for
from coprod.render.pagination import paginate
from coprod.render.paired import Row
from coprod.render.tags import Kind
from coprod.render.text import INK2, Mark, Segment, Stroke
from coprod.service.printing import Arrangement, Paper, Setting
from tests.render import docs, rows

JA, EN, KO = Catalogue("ja"), Catalogue("en"), Catalogue("ko")
SETTINGS = (Setting(), Setting(paper=Paper.A4), Setting(Arrangement.STACKED), Setting(large=True))
BREATH, SILENCE, BREAK = PauseKind


def compose(setting: Setting = SETTINGS[0], *catalogues: Catalogue) -> Composer:
    of = catalogues or (JA, EN)
    return Composer(rows.TYPESETTER, layout_for(docs.minutes(), len(of), setting), of, {})


def drawn(of: Flow, setting: Setting = SETTINGS[0], *catalogues: Catalogue) -> list[Row]:
    return list(flow_rows(docs.minutes(flow=of, pauses=()), compose(setting, *catalogues)))


def figure(
    of: Flow, setting: Setting = SETTINGS[0], *catalogues: Catalogue
) -> tuple[list[Segment], list[Mark], list[Stroke], list[Segment]]:
    """Its numbers, its shapes, its strokes and the times below."""
    (row,) = [one for one in drawn(of, setting, *catalogues) if one.kind is Kind.FIGURE]
    ((numbers, line, times),) = row.cells
    marks = [one for one in line if isinstance(one, Mark)]
    strokes = [one for one in line if isinstance(one, Stroke)]
    segments = [[one for one in part if isinstance(one, Segment)] for part in (numbers, times)]
    return segments[0], marks, strokes, segments[1]


def spanning(of: Flow, minutes: int, *, parts: int = 4, pauses: dict[PauseKind, int] | None = None) -> Flow:
    """As many items, of one length, with the same pauses."""
    begin, each = docs.at(9, 0), timedelta(minutes=minutes) / parts
    stretches = [Stretch((n,), begin + n * each, begin + (n + 1) * each, pauses or {}) for n in range(parts)]
    return replace(of, items=of.items[:1] * parts, stretches=tuple(stretches))


@pytest.mark.parametrize("setting", SETTINGS)
def test_items_follow_along_one_line_by_the_clock(setting: Setting) -> None:
    layout = compose(setting).layout
    numbers, _, strokes, _ = figure(docs.flow(), setting)
    line, *others = strokes
    left, right = layout.columns[0].x, layout.right
    assert (line.x, line.end) == pytest.approx((left, right))
    assert line.low == line.high
    edges = [one.x for one in others if one.high > line.high]
    assert edges == pytest.approx([left + (right - left) * part / 115 for part in (0, 15, 50, 60, 115)])
    assert [one.text for one in numbers] == ["1、2", "3", "4", "5"]
    for (begin, end), number in zip(pairwise(edges), numbers, strict=True):
        assert begin < number.x < end


def test_its_numbers_stand_as_the_first_language_lists_them() -> None:
    assert [figure(docs.flow(), SETTINGS[0], one)[0][0].text for one in (JA, EN, KO)] == [
        "1、2",
        "1, 2",
        "1, 2",
    ]


def test_pauses_stand_in_the_middle_of_their_item_kind_by_kind() -> None:
    _, marks, strokes, _ = figure(docs.flow())
    assert Counter(one.shape for one in marks) == {
        PAUSES[BREATH]: 2, PAUSES[SILENCE]: 2, PAUSES[BREAK]: 1,
    }  # fmt: skip
    edges = [one.x for one in strokes[1:] if one.high > strokes[0].high]
    first = marks[:3]
    assert [one.shape for one in first] == [PAUSES[BREATH], PAUSES[SILENCE], PAUSES[SILENCE]]
    middle = (first[0].x + first[-1].x + first[-1].size) / 2
    assert middle == pytest.approx((edges[1] + edges[2]) / 2)


@given(st.integers(1, 40), st.integers(60, 600), st.integers(2, 24), st.sampled_from(SETTINGS))
def test_whatever_there_is_stays_on_the_line(many: int, minutes: int, parts: int, setting: Setting) -> None:
    layout = compose(setting).layout
    of = spanning(docs.flow(), minutes, parts=parts, pauses={BREATH: many})
    numbers, marks, _, times = figure(of, setting)
    for one in marks:
        assert layout.columns[0].x - 0.1 <= one.x
        assert one.x + one.size <= layout.right + 0.1
    assert len(marks) == many * parts
    for labels in (numbers, times):
        assert labels
        ends = [one.x + one.typeface.width[one.text] * one.size / 1000 for one in labels]
        assert all(end < other.x for end, other in zip(ends, labels[1:], strict=False))


@pytest.mark.parametrize(("minutes", "step"), [(40, 10), (120, 30), (240, 60), (600, 120), (1430, 360)])
def test_the_clock_has_as_many_times_as_have_room(minutes: int, step: int) -> None:
    *_, times = figure(spanning(docs.flow(), minutes), Setting(paper=Paper.A4))
    told = [int(one.text[:2]) * 60 + int(one.text[3:]) for one in times]
    assert {(other - one) % 1440 for one, other in pairwise(told)} == {step}
    assert not any(one % step for one in told)


def test_a_clock_that_is_put_forward_meanwhile_is_followed() -> None:
    """Half an hour is half an hour, whatever the clock on the wall says."""
    begin = datetime(2031, 3, 30, 1, 0, tzinfo=ZoneInfo("Europe/Paris"))
    middle, end = (datetime(2031, 3, 30, hour, 0, tzinfo=begin.tzinfo) for hour in (3, 4))
    stretches = (Stretch((0,), begin, middle, {}), Stretch((1,), middle, end, {}))
    numbers, _, strokes, times = figure(docs.flow(stretches=stretches), Setting(paper=Paper.A4))
    edges = [one.x for one in strokes[1:] if one.high > strokes[0].high]
    assert edges[1] - edges[0] == pytest.approx(edges[2] - edges[1])
    assert [one.text for one in times] == ["01:00", "01:30", "03:00", "03:30", "04:00"]
    assert len(numbers) == 2


def test_it_is_quiet() -> None:
    numbers, _, _, times = figure(docs.flow())
    assert {one.colour for one in (*numbers, *times)} == {INK2}
    assert all(one.size < compose().layout.size for one in (*numbers, *times))


@pytest.mark.parametrize("setting", SETTINGS)
def test_it_stands_once_and_its_words_in_each_language(setting: Setting) -> None:
    found = drawn(docs.flow(), setting, KO, EN)
    assert [row.kind for row in found].count(Kind.FIGURE) == 1
    (place,) = [n for n, row in enumerate(found) if row.kind is Kind.FIGURE]
    key, *told = found[place + 1 :]
    assert rows.words(key.cells[1]).replace("|", "").startswith("1\u00a0Welcome, 2\u00a0Guidelines")
    assert [rows.words(row.cells[1] or row.cells[0]) for row in told] == [
        "We took a breath twice.", "We were silent together twice.", "We had one break of 10 minutes.",
    ]  # fmt: skip
    assert [rows.shapes(row.cells[0]) for row in told] == [[PAUSES[kind]] for kind in PauseKind]


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("pauses", [True, False])
def test_figure_and_text_stand_on_one_page(setting: Setting, pauses: bool) -> None:
    layout = compose(setting).layout
    quiet: dict[str, object] = {} if pauses else {"pauses": {}, "break_minutes": None}
    for lines in range(1, 48):
        found = drawn(docs.flow(**quiet), setting)
        before = Row([[()] * lines], layout.lead)
        pages = paginate([before, *found], layout, layout.top)
        assert len({n for n, page in enumerate(pages) for one in page if one.row is not before}) == 1


def test_where_no_page_holds_all_of_it_the_figure_has_its_key_beside_it() -> None:
    setting = Setting(large=True, paper=Paper.A4_LANDSCAPE)
    layout = compose(setting).layout
    for lines in range(1, 20):
        found = drawn(docs.flow(pauses=dict.fromkeys(PauseKind, 2)), setting, KO, EN)
        before = Row([[()] * lines], layout.lead)
        pages = paginate([before, *found], layout, layout.top)
        (place,) = [n for n, row in enumerate(found) if row.kind is Kind.FIGURE]
        on = [
            [n for n, page in enumerate(pages) for one in page if one.row is row]
            for row in found[: place + 2]
        ]
        assert {n for pieces in on for n in pieces} == {on[0][0]}


def test_without_a_flow_there_is_the_list_of_pauses_alone() -> None:
    found = list(flow_rows(docs.minutes(), compose()))
    assert not any(row.kind is Kind.FIGURE for row in found)
    assert rows.column(found, 1) == ["Pauses and breaks", "A breath  14:21, 15:24", "Break  14:26 – 14:36"]
    assert list(flow_rows(docs.minutes(pauses=()), compose())) == []


def test_a_meeting_without_pauses_has_its_items_on_the_line() -> None:
    quiet = tuple(replace(one, pauses={}) for one in docs.flow().stretches)
    found = drawn(docs.flow(stretches=quiet, pauses={}, break_minutes=None))
    assert len(found) == 3
    assert not found[-1].keep_next
