"""Pages: rows keep together what belongs together, and nothing is drawn twice or left out."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.render.layout import layout_of
from coprod.render.pagination import balanced, paginate
from coprod.render.paired import Page, Row, Rule
from coprod.service.printing import Paper

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


def page_of(row: Row, found: list[Page]) -> list[int]:
    """The pages that hold some of a row."""
    return [n for n, page in enumerate(found) if any(piece.row is row for piece in page)]


@given(st.integers(1, FULL * 2), st.integers(1, 90), st.integers(1, 3))
def test_what_clings_never_goes_on_without_the_row_above_it(before: int, lines: int, pauses: int) -> None:
    note = row(lines)
    clinging = [row(1, before=LEAD / 3, clings=True) for _ in range(pauses)]
    found = pages([row(before), note, *clinging, row(3)])
    for pause in clinging:
        assert page_of(pause, found)[0] == page_of(note, found)[-1]


@given(st.integers(1, FULL * 2), st.integers(1, 3))
def test_a_heading_goes_on_with_a_short_note_and_what_clings_to_that(before: int, lines: int) -> None:
    heading, note, pause = row(1, keep_next=True, rule=Rule.SECTION), row(lines), row(1, clings=True)
    found = pages([row(before), heading, note, pause])
    assert page_of(heading, found) == page_of(note, found) == page_of(pause, found)


@given(st.integers(1, FULL * 2), st.lists(st.integers(1, 90), min_size=1, max_size=8))
def test_where_a_page_goes_on_it_says_of_whom(before: int, lengths: list[int]) -> None:
    head, again = row(1, keep_next=True), row(1, repeated=True)
    notes = [row(lines, again=again) for lines in lengths]
    found = pages([row(before), head, *notes, row(1)])
    for page in found:
        first, *others = page
        goes_on = first.row is not head and bool(others and others[0].row.again)
        assert (first.row is again) == goes_on
        assert first.row.again is None
        assert all(piece.row is not again for piece in others)
        assert all(piece.bottom <= LAYOUT.bottom + 0.1 for piece in page)


@given(st.lists(st.integers(1, 6), min_size=FULL, max_size=FULL * 3))
def test_the_last_page_is_never_nearly_empty_nor_the_one_before(lengths: list[int]) -> None:
    given_rows = [row(lines, before=LEAD / 2) for lines in lengths]
    found = balanced(given_rows, LAYOUT, LAYOUT.top)
    assert found[-1][-1].bottom - LAYOUT.top > (LAYOUT.bottom - LAYOUT.top) * 0.1
    assert all(page[-1].bottom - LAYOUT.top > (LAYOUT.bottom - LAYOUT.top) * 0.7 for page in found[:-1])


def test_sections_stand_closer_where_that_saves_a_page() -> None:
    sections = [row(6, rule=Rule.SECTION, before=LEAD * 1.25, pad=LEAD / 4) for _ in range(6)]
    loose = balanced(sections, LAYOUT, LAYOUT.top)[0]
    assert loose[1].y - loose[0].bottom == LEAD * 1.25
    (page,) = balanced([*sections, row(4)], LAYOUT, LAYOUT.top)
    assert page[1].y - page[0].bottom == pytest.approx(LEAD * 0.75)


def test_so_much_that_clings_still_fills_its_pages() -> None:
    note, clinging = row(5), [row(1, clings=True) for _ in range(FULL * 3)]
    found = pages([note, *clinging])
    assert [page_of(one, found)[0] for one in (note, clinging[0])] == [0, 0]
    assert all(sum(one.row.length for one in page) >= FULL - 6 for page in found[:-1])


@given(st.integers(1, FULL), st.integers(1, FULL * 4), st.integers(2, 40))
def test_a_question_longer_than_a_page_leaves_no_heading_and_no_label_behind(
    before: int, question: int, note_lines: int
) -> None:
    heading, asked = row(1, keep_next=True, rule=Rule.SECTION), row(question, keep_next=True)
    label, note = row(1, keep_next=True), row(note_lines)
    found = pages([row(before), heading, asked, label, note])
    assert page_of(heading, found)[0] == page_of(asked, found)[0]
    assert page_of(label, found)[0] == page_of(note, found)[0]


@pytest.mark.parametrize("many", range(FULL - 4, FULL + 20))
def test_many_questions_leave_no_heading_and_no_label_behind(many: int) -> None:
    """Wherever the heading falls on its page."""
    for before in range(1, FULL + 1):
        heading, asked = row(1, keep_next=True), [row(1, keep_next=True) for _ in range(many)]
        label, note = row(1, keep_next=True), row(2)
        found = pages([row(before), heading, *asked, label, note])
        assert page_of(heading, found) == page_of(asked[0], found)
        assert page_of(label, found) == page_of(note, found)


def test_questions_that_a_page_holds_stay_together_with_what_was_said() -> None:
    asked, note = [row(4, keep_next=True) for _ in range(5)], row(2)
    found = pages([row(FULL - 10), *asked, note])
    assert {n for one in (*asked, note) for n in page_of(one, found)} == {1}


def test_questions_part_where_they_would_leave_much_of_a_page_empty() -> None:
    """The heading keeps a question, and the standpoint what was said from it."""
    heading, asked = row(1, keep_next=True, rule=Rule.SECTION), [row(6, keep_next=True) for _ in range(4)]
    label, note = row(1, keep_next=True), row(2)
    found = pages([row(FULL - 20), heading, *asked, label, note])
    assert [page_of(one, found) for one in (heading, *asked[:3])] == [[0]] * 4
    assert [page_of(one, found) for one in (asked[3], label, note)] == [[1]] * 3


@given(st.integers(1, FULL), st.lists(st.integers(1, 9), min_size=1, max_size=6), st.integers(1, 9))
def test_however_a_block_parts_no_heading_and_no_standpoint_is_left_behind(
    before: int, questions: list[int], said: int
) -> None:
    heading = row(1, keep_next=True, rule=Rule.SECTION)
    asked = [row(lines, keep_next=True) for lines in questions]
    label, note = row(1, keep_next=True), row(said)
    found = pages([row(before), heading, *asked, label, note])
    assert page_of(label, found)[0] == page_of(note, found)[0]
    (page,) = page_of(heading, found)
    below = [piece for piece in found[page] if piece.row in asked or piece.row in (label, note)]
    assert sum(piece.stop - piece.start for piece in below) >= 2
    left = LAYOUT.bottom - found[0][-1].bottom
    long = max((*questions, said)) * LEAD
    assert len(found) == 1 or left <= max((LAYOUT.bottom - LAYOUT.top) * 0.25, long + 4 * LEAD)


@given(st.integers(1, FULL * 2), st.integers(2, 6))
def test_a_label_is_never_taller_than_what_is_left_of_its_page(before: int, tall: int) -> None:
    label: list[tuple[()]] = [()] * tall
    one, two = row(1, label=label), row(1, label=label)
    for page in pages([row(before), one, two]):
        for piece in page:
            assert not piece.labelled or piece.text_top + tall * LEAD <= LAYOUT.bottom + 0.1


def test_a_rule_at_the_head_of_a_page_needs_no_space_before_it() -> None:
    heading = row(1, rule=Rule.SECTION, before=18.0, keep_next=True)
    second = pages([row(FULL), heading, row(1)])[1]
    assert second[0].y == LAYOUT.top
    plain = pages([row(FULL), row(1, before=18.0)])[1]
    assert LAYOUT.top < plain[0].y < LAYOUT.top + LEAD / 2


def test_the_first_page_begins_where_it_is_told() -> None:
    ((piece,),) = paginate([row(1)], LAYOUT, 123)
    assert 123 <= piece.y < 123 + LEAD
    assert paginate([], LAYOUT, 123) == [[]]
