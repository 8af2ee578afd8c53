"""The opening of the first page: each line where it is known, none where it is not."""

from __future__ import annotations

from typing import Any

import pytest

from coprod.domain.minutes_doc import Count, Group, Wording
from coprod.i18n import Catalogue
from coprod.render.opening import opening
from coprod.render.shapes import Shape
from coprod.render.text import Segment
from coprod.service.printing import Paper
from tests.render import docs, rows

JA, EN, KO = Catalogue("ja"), Catalogue("en"), Catalogue("ko")
NOWHERE: dict[str, Any] = {
    "started": None, "ended": None, "planned_start": None, "planned_end": None, "place": None, "online": 0,
    "programme": None, "cohort": None, "number": None, "counts": (), "names": (),
}  # fmt: skip


def told(
    *catalogues: Catalogue, paper: Paper = Paper.A4, small_room: bool = False, **header: Any
) -> list[str]:
    compose = rows.composer(catalogues or (EN,), paper)
    found = list(opening(docs.header(**header), compose, small_room=small_room))
    return rows.column(found)


def test_the_least_that_is_known_is_the_title_and_how_many_were_there() -> None:
    assert told(title=Wording({"en": "Tea"}, "en"), present=3, **NOWHERE) == ["Tea", "Expected: 3"]


def test_nobody_is_not_counted() -> None:
    nobody = told(present=0, counts=(), names=())
    assert nobody == [one for one in told(counts=(), names=()) if one != "Present: 12"]


@pytest.mark.parametrize(
    ("known", "line"),
    [
        ({}, "13:33 – 15:28 (planned 13:30 – 15:30)"),
        ({"planned_start": None}, "13:33 – 15:28"),
        ({"planned_end": None}, "13:33 – 15:28 (planned 13:30)"),
        ({"ended": None}, "13:33 (planned 13:30 – 15:30)"),
        ({"started": None, "ended": None}, "planned 13:30 – 15:30"),
        ({"started": None, "ended": None, "planned_end": None}, "planned 13:30"),
    ],
)
def test_when_it_was(known: dict[str, Any], line: str) -> None:
    found = told(**known)
    assert line in found
    assert "Tuesday 8 April 2031" in found


@pytest.mark.parametrize(
    ("known", "line"),
    [
        ({}, "Hilltop House, room A|(1 person online)"),
        ({"online": 4}, "Hilltop House, room A|(4 people online)"),
        ({"online": 0}, "Hilltop House, room A"),
        ({"place": None}, "1 person online"),
    ],
)
def test_where_it_was(known: dict[str, Any], line: str) -> None:
    assert line in told(**known)


def test_a_place_in_another_language_says_so() -> None:
    assert "坂の上|(original in Japanese)|(1 person online)" in told(place=Wording({"ja": "坂の上"}, "ja"))


@pytest.mark.parametrize(
    ("lang", "line", "ahead"),
    [
        (JA, "出席者 12人", "出席予定 12人"),
        (EN, "Present: 12", "Expected: 12"),
        (KO, "참석자 12명", "참석 예정 12명"),
    ],
)
def test_how_many_were_there_or_are_expected_in_each_language(lang: Catalogue, line: str, ahead: str) -> None:
    assert line in told(lang, counts=(), names=())
    assert ahead in told(lang, counts=(), names=(), started=None, ended=None)


def test_counts_stand_with_a_shape_for_each_of_their_groups() -> None:
    compose = rows.composer((EN,), Paper.A4)
    found = list(opening(docs.header(), compose, small_room=False))
    (counts,) = (row for row in found if rows.shapes(row.cells[0]))
    assert rows.words(counts.cells[0]) == "Both, not said 3|Professionals 4|Peers 5"
    assert rows.shapes(counts.cells[0]) == [Shape.DIAMOND, Shape.RING, Shape.SQUARE, Shape.DISC]


def test_more_counts_than_a_line_holds_go_on_below_and_keep_their_shapes() -> None:
    counts = tuple(Count((group,), 100_000_000) for group in Group) * 3
    compose = rows.composer((EN, JA), Paper.A4)
    found = list(opening(docs.header(counts=counts), compose, small_room=False))
    (row,) = (row for row in found if rows.shapes(row.cells[0]))
    for cell, column in zip(row.cells, compose.layout.columns, strict=True):
        assert len(cell) > 3
        assert len(rows.shapes(cell)) == 15
        assert all(line for line in cell)
        for line in cell:
            assert line[0].x == column.x


def test_names_of_those_who_asked_stand_apart_from_the_counts() -> None:
    found = told()
    assert found[-1] == "Mio, Nagi"
    assert not any("Mio" in line for line in found[:-1])


def test_five_hundred_names_are_all_listed() -> None:
    names = tuple(Wording({"": f"Person{n:03}"}) for n in range(500))
    assert told(names=names)[-1] == ", ".join(f"Person{n:03}" for n in range(500))


@pytest.mark.parametrize("catalogue", [JA, EN, KO], ids=lambda one: one.lang)
def test_a_small_room_is_one_sentence(catalogue: Catalogue) -> None:
    divided, small = told(catalogue), told(catalogue, small_room=True)
    assert len(small) == len(divided) + 1
    (sentence,) = (line for line in small if line not in divided)
    assert sentence == catalogue.say("The room was small, so what was said is not divided by standpoint.")
    assert sentence.count(".") + sentence.count("。") == 1


def test_the_purpose_is_told_where_there_is_one() -> None:
    assert "To rest well." in told(purpose=docs.both("よく休むため。", "To rest well."))


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("number", [1, 12, 123_456, 2**53 - 1])
def test_a_number_of_any_length_leaves_the_title_its_room(number: int, paper: Paper) -> None:
    compose = rows.composer((JA, EN), paper)
    found = list(opening(docs.header(number=number), compose, small_room=False))
    title = found[0]
    drawn = title.label[0][0] if compose.layout.margin else title.cells[0][0][0]
    assert isinstance(drawn, Segment)
    assert drawn.text == str(number)
    right = drawn.x + drawn.typeface.width[drawn.text] * drawn.size / 1000
    first = title.cells[0][0][0 if compose.layout.margin else 1]
    assert right < first.x
    assert drawn.size <= 46


def test_titles_stand_one_above_the_other_in_portrait_and_beside_each_other_in_landscape() -> None:
    for paper, cells in ((Paper.A4, 1), (Paper.A4_LANDSCAPE, 2)):
        compose = rows.composer((JA, EN), paper)
        found = list(opening(docs.header(number=None), compose, small_room=False))
        assert len(found[0].cells) == cells


def test_a_title_known_in_no_language_of_the_page_is_the_one_it_has() -> None:
    assert told(JA, title=Wording({"en": "Tea"}, "en"), number=None)[0] == "Tea|（原文：英語）"
