"""The passages of the minutes: the words of the printed page, in its order, in each language."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from coprod.domain.terms import Edition
from coprod.i18n import Catalogue
from coprod.render.outline import Part, Role, outline, spaced
from coprod.render.tags import Kind
from coprod.service.printing import Paper
from tests.render import docs, rows
from tests.render.test_nobody_shown import doc_of
from tests.service.exchange.sessions import SESSIONS
from tests.sessions import DATA, SAMPLE, load

if TYPE_CHECKING:
    from typing import Any

    from coprod.domain.minutes_doc import MinutesDoc
    from coprod.render.outline import Passage

JA, EN, KO = Catalogue("ja"), Catalogue("en"), Catalogue("ko")


def texts(passages: list[Passage], n: int = 0) -> list[str]:
    return ["".join(piece.text for piece in spaced(one.cells[n])) for one in passages]


def of(doc: MinutesDoc, part: Part, *catalogues: Catalogue) -> list[Passage]:
    return [one for one in outline(doc, catalogues or (JA, EN)) if one.part is part]


def squeezed(text: str) -> str:
    """Without spaces and what stands between the words of one line."""
    return re.sub(r"[\s|·・]", "", text)


def unnumbered(doc: MinutesDoc) -> MinutesDoc:
    return replace(doc, header=replace(doc.header, number=None))


@pytest.mark.parametrize("catalogue", [JA, EN, KO], ids=lambda one: one.lang)
@pytest.mark.parametrize(
    "doc",
    [
        docs.minutes(),
        docs.minutes(small_room=True, labels={"peer": docs.both("ピアスタッフ", "Peer staff")}),
        docs.minutes(guidelines=(), decisions=(), actions=(), pauses=(), next_session=None),
        *(
            doc_of(load(path))
            for path in (SAMPLE / "speaking-up.coprod.json", DATA / "published.coprod.json")
        ),
    ],
    ids=["invented", "small", "bare", "sample", "published"],
)
def test_the_same_words_as_on_paper_in_the_same_order(doc: MinutesDoc, catalogue: Catalogue) -> None:
    doc = unnumbered(doc)
    drawn = rows.rows(doc, [catalogue], Paper.A4)
    printed = "".join(rows.column(row for row in drawn if row.kind is not Kind.FIGURE))
    passages = [one for one in outline(doc, [catalogue]) if one.part is not Part.EDITION]
    told = "".join(one.number + text for one, text in zip(passages, texts(passages), strict=True))
    assert squeezed(told) == squeezed(printed)


@given(SESSIONS)
@settings(max_examples=25)
def test_nothing_of_any_session_is_lost(made: dict[str, Any]) -> None:
    doc = doc_of(made)
    lines = [line for item in doc.items for voices in item.voices for line in voices.lines]
    lines += [line for voices in doc.questions for line in voices.lines]
    said = [piece.text for one in outline(doc, (EN,)) for cell in one.cells for piece in cell]
    for line in lines:
        shown = line.wording.bodies.get("en")
        assert shown is None or re.sub("[\u2028\u2029]", "\n", shown) in said


def test_each_passage_has_a_cell_for_each_language_in_their_order() -> None:
    for one in outline(docs.minutes(), (EN, JA)):
        assert len(one.cells) == 2
        assert one.cells[0][0].lang == "en" or one.cells[0][0].text
    (title,) = of(docs.minutes(), Part.TITLE, EN, JA)
    assert [piece.lang for cell in title.cells for piece in cell] == ["en", "en", "ja", "ja"]


def test_an_original_in_another_language_keeps_its_language_and_its_mark_has_the_columns() -> None:
    english = next(one for one in of(docs.minutes(), Part.SAID) if "evening" in one.cells[0][0].text)
    assert [(piece.lang, piece.role) for piece in english.cells[0]] == [
        ("en", Role.WORDS),
        ("ja", Role.MARK),
        ("ja", Role.CREDIT),
    ]


def test_our_words_are_in_the_language_of_the_catalogue_that_words_them() -> None:
    (number, *_), *_ = of(docs.minutes(), Part.TITLE, Catalogue("fr"))[0].cells
    assert (number.text, number.lang) == ("No. 4", "en")


def test_numbers_are_common_and_an_action_leads_its_owners_and_its_reason() -> None:
    passages = list(outline(docs.minutes(), (JA, EN)))
    assert [one.number for one in passages if one.part is Part.DECISION] == ["D4-1", "D4-2"]
    at = next(n for n, one in enumerate(passages) if one.number == "A4-2")
    assert [one.part for one in passages[at : at + 3]] == [Part.ACTION, Part.DETAIL, Part.DETAIL]
    assert passages[at].leads
    assert not passages[at + 2].leads
    assert texts(passages[at : at + 3], 1)[1:] == [
        "Who takes it on: 1 person; by 13 May; partly done",
        "There is no place for the sheet yet.",
    ]


def test_an_action_of_which_nothing_is_said_has_nothing_below() -> None:
    action = replace(docs.actions()[0], owners=(), due=None)
    doc = docs.minutes(actions=(action,))
    assert of(doc, Part.DETAIL) == []
    assert not of(doc, Part.ACTION)[0].leads


def test_a_minority_opinion_leads_to_its_reply() -> None:
    passages = list(outline(docs.minutes(), (EN,)))
    at = next(n for n, one in enumerate(passages) if one.part is Part.MINORITY)
    assert passages[at].leads
    assert texts(passages)[at + 1] == "Reply: Whoever worries asks the person, once."


def test_what_stands_between_two_pieces_is_as_their_language_writes() -> None:
    doc = docs.minutes(minority=(docs.minority(),))
    joined = {
        one.lang: ["".join(piece.text for piece in spaced(part.cells[0])) for part in outline(doc, (one,))]
        for one in (JA, EN)
    }
    for lang, lines in {
        "ja": ["坂の上の家　A室（オンライン1人）", "答え：心配なときは、本人に一度だけたずねます。"],
        "en": ["Hilltop House, room A (1 person online)", "Reply: Whoever worries asks the person, once."],
    }.items():
        assert [line for line in lines if line not in joined[lang]] == []
    assert [line for line in joined["ja"] if " （" in line or "： " in line] == []
    assert [line for lines in joined.values() for line in lines if "  " in line] == []


def test_of_a_plan_nothing_is_told_as_if_it_had_been() -> None:
    plan = docs.header(started=None, ended=None, present=2, counts=(), names=())
    doc = docs.minutes(header=plan, small_room=True, items=(), questions=())
    facts = texts(of(doc, Part.FACT, EN))
    assert "Expected: 2" in facts
    assert [one for one in facts if "was small" in one or "Present" in one] == []
    nobody = replace(doc, header=replace(plan, present=0))
    assert [one for one in texts(of(nobody, Part.FACT, EN)) if one.endswith(": 0")] == []


def test_a_small_room_is_not_divided() -> None:
    assert of(docs.minutes(small_room=True), Part.STANDPOINT) == []
    assert len(of(docs.minutes(), Part.STANDPOINT)) == 5


def test_the_easy_edition_has_a_sentence_a_line_and_the_others_have_not() -> None:
    two = docs.line(docs.both("休みます。あした来ます。", "I rest. I come tomorrow."))
    for edition, line in (
        (Edition.EASY, "I rest.\nI come tomorrow."),
        (Edition.RECORD, "I rest. I come tomorrow."),
    ):
        doc = docs.minutes(edition=edition, differences=(two,))
        assert line in texts(of(doc, Part.SAID), 1)


def test_the_first_line_names_edition_and_programme() -> None:
    (first,) = of(docs.minutes(edition=Edition.SUMMARY), Part.EDITION)
    assert first.cells[1][0].text == "Public summary · A Year of Working Side by Side, cohort 2"
