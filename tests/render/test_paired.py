"""Pages: rows keep together what belongs together, and nothing is drawn twice or left out."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from coprod.render.layout import Paper, layout_of
from coprod.render.paired import Page, Row, Rule, paginate

LAYOUT = layout_of(Paper.A4, 2)
LEAD = LAYOUT.lead
FULL = int((LAYOUT.bottom - LAYOUT.top) // LEAD)


def row(lines: int, other: int = 1, **options: object) -> Row:
    return Row([[()] * lines, [()] * other], LEAD, **options)  # type: ignore[arg-type]


def pages(rows: list[Row]) -> list[Page]:
    return paginate(rows, LAYOUT, LAYOUT.top)


rows = st.lists(
    st.builds(
        row,
        st.integers(1, 120),
        st.integers(1, 120),
        before=st.sampled_from([0.0, 7.5, 18.0]),
        keep_next=st.booleans(),
        rule=st.sampled_from(Rule),
        label=st.sampled_from([(), [(), ()]]),
    ),
    max_size=12,
)


@given(rows)
def test_every_line_stands_once_in_order_and_inside_the_page(given_rows: list[Row]) -> None:
    placed = [piece for page in pages(given_rows) for piece in page]
    for wanted in given_rows:
        pieces = [piece for piece in placed if piece.row is wanted]
        assert [n for piece in pieces for n in range(piece.start, piece.stop)] == list(range(wanted.length))
    assert all(LAYOUT.top <= piece.y and piece.bottom <= LAYOUT.bottom + 0.1 for piece in placed)


@given(rows)
def test_nothing_stands_on_top_of_another(given_rows: list[Row]) -> None:
    for page in pages(given_rows):
        for above, below in pairwise(page):
            assert below.y >= above.bottom


@given(st.integers(1, FULL * 2), st.integers(2, 20))
def test_a_heading_never_stands_alone_at_the_foot(before: int, after: int) -> None:
    heading, label, note = row(1, keep_next=True, rule=Rule.SECTION), row(1, keep_next=True), row(after)
    found = next(
        page for page in pages([row(before), heading, label, note]) if any(p.row is heading for p in page)
    )
    assert any(piece.row is note for piece in found)


@given(st.integers(1, FULL * 2), st.integers(4, 90))
def test_no_single_line_of_a_longer_row_is_left_alone(before: int, lines: int) -> None:
    note = row(lines)
    pieces = [piece for page in pages([row(before), note]) for piece in page if piece.row is note]
    assert all(piece.stop - piece.start >= 2 for piece in pieces)


def test_cells_start_together_and_the_longer_one_counts() -> None:
    first, second = pages([row(2, 7), row(1)])[0]
    assert first.bottom - first.text_top == 7 * LEAD
    assert second.y == first.bottom


def test_a_label_stands_once_on_each_page_and_keeps_its_room() -> None:
    label: list[tuple[()]] = [(), ()]
    one, two = row(1, label=label), row(FULL + 4, label=label)
    other = row(1)
    first, second = pages([one, two, other])
    assert [piece.labelled for piece in first] == [True, False]
    assert [piece.labelled for piece in second] == [True, False]
    ((short, after),) = pages([row(1, label=label), row(1)])
    assert after.y == short.y + 2 * LEAD
