"""Section by section: what each row says, where its mark, label and number stand, and what is left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from coprod.domain.minutes_doc import (
    ActionLine,
    Cell,
    Credit,
    ItemMinutes,
    MinutesDoc,
    NextSession,
    Numbered,
    PauseLine,
    Voices,
    Wording,
)
from coprod.domain.terms import ActionStatus, ItemKind, PauseKind, TranslationState
from coprod.i18n import Catalogue
from coprod.render import wording
from coprod.render.paired import Rule
from coprod.render.shapes import Shape
from coprod.render.text import Segment
from coprod.service.printing import Paper
from tests.render import docs, rows

JA, EN, KO = Catalogue("ja"), Catalogue("en"), Catalogue("ko")
EVERY = [JA, EN, KO]
SECTIONS = {
    "guidelines": "Guidelines of this day",
    "questions": "Questions and concerns",
    "decisions": "Decisions",
    "actions": "Actions",
    "differences": "Not agreed yet",
    "minority": "Minority opinions",
    "held_over": "Held over",
    "pauses": "Pauses and breaks",
    "next_session": "Next time",
}


def only(**parts: Any) -> MinutesDoc:
    """Minutes that hold nothing but these parts."""
    nothing = dict.fromkeys([*SECTIONS, "items"], ()) | {"next_session": None}
    return docs.minutes(**(nothing | parts))


def body(doc: MinutesDoc, *catalogues: Catalogue, paper: Paper = Paper.A4) -> list[str]:
    """The rows after the opening, in the first column."""
    found = rows.column(rows.rows(doc, catalogues or (EN,), paper))
    return found[len(rows.column(rows.rows(only(), catalogues or (EN,), paper))) :]


def said(*cells: Cell) -> tuple[Voices, ...]:
    return tuple(Voices(cell, (docs.line(docs.both("文", f"from {cell}"), cell),)) for cell in cells)


def item(**parts: Any) -> ItemMinutes:
    values: dict[str, Any] = {
        "kind": ItemKind.OTHER,
        "title": None,
        "prompts": (),
        "voices": (),
        "pauses": (),
    }
    return ItemMinutes(**(values | parts))


@pytest.mark.parametrize("catalogue", EVERY, ids=lambda one: one.lang)
@pytest.mark.parametrize("part", SECTIONS)
def test_a_section_has_its_head_in_each_language_and_stands_alone(part: str, catalogue: Catalogue) -> None:
    found = body(only(**{part: getattr(docs.minutes(), part)}), catalogue)
    assert found[0] == catalogue.say(SECTIONS[part])
    assert len(found) > 1
    others = {catalogue.say(head) for name, head in SECTIONS.items() if name != part}
    assert not others & set(found)


def test_sections_stand_in_their_order() -> None:
    found = body(docs.minutes())
    heads = [line for line in found if line in {*SECTIONS.values(), "Check-in", "Roundtable"}]
    guidelines, *others = SECTIONS.values()
    assert heads == [guidelines, "Check-in", "Roundtable", *others]


@pytest.mark.parametrize("paper", list(Paper))
def test_only_heads_of_sections_have_a_rule_and_they_lead_to_what_follows(paper: Paper) -> None:
    for row in rows.rows(docs.minutes(), (JA, EN), paper):
        text = rows.words(row.cells[-1])
        head = text in {*SECTIONS.values(), "Check-in", "Roundtable"}
        assert (row.rule is Rule.SECTION) == head
        assert row.keep_next or not head


@pytest.mark.parametrize("kind", list(ItemKind))
@pytest.mark.parametrize("catalogue", EVERY, ids=lambda one: one.lang)
def test_an_item_without_a_title_is_named_by_its_kind(kind: ItemKind, catalogue: Catalogue) -> None:
    doc = only(items=(item(kind=kind, voices=said(Cell.PEERS)),))
    assert body(doc, catalogue)[0] == catalogue.say(wording.KINDS[kind])


def test_kinds_have_words_of_their_own() -> None:
    for catalogue in EVERY:
        assert len({catalogue.say(name) for name in wording.KINDS.values()}) == len(ItemKind)


def test_what_belongs_to_no_item_stands_under_throughout_the_session() -> None:
    doc = only(items=(item(kind=None, voices=said(Cell.PEERS)),))
    assert body(doc)[0] == "Throughout the session"


def test_a_question_leads_to_what_was_said_but_not_to_the_next_item() -> None:
    asked = (docs.both("なに？", "What?"), docs.both("なぜ？", "Why?"))
    for voices, leads in ((said(Cell.PEERS), True), ((), False)):
        found = rows.rows(only(items=(item(prompts=asked, voices=voices),)), (EN,), Paper.A4)
        questions = [row for row in found if rows.words(row.cells[0]) in {"What?", "Why?"}]
        assert [row.keep_next for row in questions] == [leads, leads]


STANDPOINTS = {
    Cell.PEERS: ("ピア", "Peers", Shape.DISC),
    Cell.PROFESSIONALS: ("専門職", "Professionals", Shape.SQUARE),
    Cell.BOTH: ("両方", "From both", Shape.DIAMOND),
    Cell.OTHERS: ("ほかの立場", "From others", Shape.CROSS),
    Cell.UNATTRIBUTED: ("立場を示さない発言", "Not attributed", None),
}


@pytest.mark.parametrize("cell", list(Cell))
def test_in_landscape_a_standpoint_stands_once_in_the_margin_for_both_languages(cell: Cell) -> None:
    ja, en, shape = STANDPOINTS[cell]
    found = rows.rows(only(items=(item(voices=said(cell)),)), (JA, EN))
    assert rows.labels(found)[-1] == ja + en
    (row,) = (row for row in found if rows.words(row.cells[1]) == f"from {cell}")
    assert rows.shapes(row.label) == ([shape] if shape else [])
    assert not any(rows.words(cell_) in {ja, en} for one in found for cell_ in one.cells)


@pytest.mark.parametrize("cell", list(Cell))
def test_in_portrait_a_standpoint_stands_above_what_was_said_in_each_column(cell: Cell) -> None:
    ja, en, shape = STANDPOINTS[cell]
    found = rows.rows(only(items=(item(voices=said(cell)),)), (JA, EN), Paper.A4)
    assert rows.labels(found) == []
    above, note = found[-2:]
    assert [rows.words(one) for one in above.cells] == [ja, en]
    assert [rows.shapes(one) for one in above.cells] == [[shape] if shape else []] * 2
    assert above.keep_next
    assert rows.words(note.cells[1]) == f"from {cell}"


@pytest.mark.parametrize("paper", list(Paper))
def test_in_a_small_room_no_standpoint_leads_to_anything(paper: Paper) -> None:
    doc = only(items=(item(voices=said(Cell.UNATTRIBUTED)),), questions=said(Cell.UNATTRIBUTED))
    small = replace(doc, small_room=True, header=docs.header(counts=()))
    found = rows.rows(small, (JA, EN), paper)
    cells = [rows.words(cell) for row in found for cell in row.cells]
    named = {name for ja, en, _ in STANDPOINTS.values() for name in (ja, en)}
    assert not named & {*cells, *rows.labels(found)}
    assert rows.labels(found) == (["4"] if paper is Paper.A4_LANDSCAPE else [])
    assert not any(rows.shapes(cell) for row in found for cell in (*row.cells, row.label))
    assert cells.count("from unattributed") == 2


@pytest.mark.parametrize("paper", list(Paper))
def test_a_label_too_tall_for_the_margin_stands_in_the_columns(paper: Paper) -> None:
    label = docs.both("とても長いことば" * 20, "Very long words " * 15)
    doc = replace(only(items=(item(voices=said(Cell.PEERS)),)), labels={"peer": label})
    found = rows.rows(doc, (JA, EN), paper)
    above = found[-2]
    assert rows.words(above.cells[0]) == "とても長いことば" * 20
    assert above.keep_next
    assert not any("とても" in one for one in rows.labels(found))


@pytest.mark.parametrize(("key", "cell"), [("peer", Cell.PEERS), ("professional", Cell.PROFESSIONALS)])
def test_the_words_of_the_organisation_stand_for_their_standpoint_alone(key: str, cell: Cell) -> None:
    doc = replace(only(items=(item(voices=said(*Cell)),)), labels={key: docs.both("なかま", "Companions")})
    found = body(doc)
    expected = ["Companions" if one is cell else STANDPOINTS[one][1] for one in Cell]
    assert found[1::2] == expected


def test_a_note_that_follows_another_stands_a_little_apart() -> None:
    voices = (Voices(Cell.PEERS, tuple(docs.line(docs.both("文", str(n))) for n in range(3))),)
    found = rows.rows(only(items=(item(voices=voices),)), (EN,))[-3:]
    assert 0 < found[1].before == found[2].before < found[0].before


def test_a_standpoint_of_one_word_for_all_stands_in_the_margin_once() -> None:
    labels = {"peer": Wording({"": "Nakama"})}
    voices = (Voices(Cell.PEERS, (docs.line(docs.both("文", "A sentence")),)),)
    assert rows.labels(rows.rows(only(items=(item(voices=voices),), labels=labels), (JA, EN)))[1:] == [
        "Nakama"
    ]


CREDITS = {
    "nobody": (Credit(), ""),
    "a name": (Credit(names=(Wording({"": "Mio"}),)), "|(Mio)"),
    "names": (
        Credit(names=(Wording({"": "Mio"}), Wording({"ja": "凪", "en": "Nagi"}, "ja"))),
        "|(Mio, Nagi)",
    ),
    "a discipline": (Credit(disciplines=(docs.both("看護師", "nurse"),)), "|(nurse)"),
}


@pytest.mark.parametrize("case", CREDITS)
def test_a_credit_follows_the_words_wherever_a_note_may_stand(case: str) -> None:
    credit, shown = CREDITS[case]
    line = docs.line(docs.both("文", "Words."), credit=credit)
    doc = only(
        items=(item(voices=(Voices(Cell.PEERS, (line,)),)),),
        questions=(Voices(Cell.PEERS, (line,)),),
        decisions=(Numbered("D1", line),),
        actions=(ActionLine("A1", line, (), 0, None, None, ActionStatus.OPEN, None),),
        differences=(line,), minority=(line,), held_over=(line,),
    )  # fmt: skip
    found = [one.removeprefix("D1|").removeprefix("A1|") for one in body(doc) if "Words." in one]
    assert found == [f"Words.{shown}"] * 7


@pytest.mark.parametrize(
    ("state", "mark"),
    [
        (TranslationState.MACHINE, "|(machine translation)"),
        (TranslationState.DRAFT, "|(draft translation)"),
        (TranslationState.CHECKED, ""),
        (TranslationState.CONFIRMED, ""),
    ],
)
def test_a_translation_is_marked_until_somebody_checked_it_and_the_original_never(
    state: TranslationState, mark: str
) -> None:
    doc = only(held_over=(docs.line(docs.both("文。", "Words.", state)),))
    assert body(doc, EN)[1] == f"Words.{mark}"
    assert body(doc, JA)[1] == "文。"


def test_a_mark_comes_before_the_credit() -> None:
    line = docs.line(Wording({"ja": "文。"}, "ja"), credit=CREDITS["a name"][0])
    assert body(only(held_over=(line,)), EN)[1] == "文。|(original in Japanese)|(Mio)"


@pytest.mark.parametrize("paper", list(Paper))
def test_numbers_stand_once_for_both_languages(paper: Paper) -> None:
    doc = only(decisions=docs.minutes().decisions, actions=docs.minutes().actions)
    found = rows.rows(doc, (JA, EN), paper)
    everything = [*rows.labels(found), *(rows.words(cell) for row in found for cell in row.cells)]
    for number in ("D4-1", "D4-2", "A4-1", "A4-2"):
        assert sum(text.startswith(number) for text in everything) == 1


def test_a_number_too_long_for_the_margin_stands_in_the_first_column() -> None:
    number = "D123456789012345678-1"
    doc = only(decisions=(Numbered(number, docs.line(docs.both("文", "Words."))),))
    row = rows.rows(doc, (JA, EN))[-1]
    assert rows.words(row.cells[0]) == f"{number}|文"
    assert rows.words(row.cells[1]) == "Words."
    assert not row.label


def action(**changes: Any) -> ActionLine:
    values: dict[str, Any] = {
        "number": "A1", "line": docs.line(docs.both("文", "Do it.")), "owners": (), "unnamed_owners": 0,
        "owner_text": None, "due": None, "status": ActionStatus.OPEN, "reason": None,
    }  # fmt: skip
    return ActionLine(**(values | changes))


ACTIONS: dict[str, tuple[dict[str, Any], list[str]]] = {
    "nothing more": ({}, []),
    "an owner": ({"owners": (Wording({"": "Mio"}),)}, ["Who takes it on: Mio"]),
    "one without a name": ({"unnamed_owners": 1}, ["Who takes it on: 1 person"]),
    "several without a name": ({"unnamed_owners": 3}, ["Who takes it on: 3 people"]),
    "words for an owner": ({"owner_text": docs.both("市", "the city")}, ["Who takes it on: the city"]),
    "a day": ({"due": date(2031, 5, 2)}, ["by 2 May"]),
    "done": ({"status": ActionStatus.DONE}, ["Done"]),
    "partly": ({"status": ActionStatus.PARTLY}, ["Partly done"]),
    "not done": ({"status": ActionStatus.NOT_DONE}, ["Not done"]),
    "declined": ({"status": ActionStatus.DECLINED}, ["Declined"]),
    "a reason alone": ({"reason": docs.both("わけ", "It rained.")}, ["It rained."]),
    "all": (
        {"unnamed_owners": 1, "due": date(2031, 5, 2), "status": ActionStatus.DONE,
         "reason": docs.both("わけ", "It rained.")},
        ["Who takes it on: 1 person; by 2 May; done", "It rained."],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", ACTIONS)
def test_who_will_do_it_by_when_and_what_became_of_it(case: str) -> None:
    changes, lines = ACTIONS[case]
    doc = only(actions=(action(**changes),))
    assert body(doc) == ["Actions", "A1|Do it.", *lines]
    found = rows.rows(doc, (EN,), Paper.A4)[-len(lines) :] if lines else []
    assert all(row.clings for row in found)


@pytest.mark.parametrize("paper", list(Paper))
def test_all_of_an_action_stands_below_its_beginning(paper: Paper) -> None:
    doc = only(actions=(action(due=date(2031, 5, 2), reason=docs.both("わけ", "It rained.")),))
    found = rows.rows(doc, (JA, EN), paper)[-3:]
    starts = {row.cells[1][0][0].x for row in found}
    assert len(starts) == 1


def test_in_portrait_a_fine_rule_parts_what_is_numbered() -> None:
    doc = only(decisions=docs.minutes().decisions)
    assert [row.rule for row in rows.rows(doc, (EN,), Paper.A4)[-2:]] == [Rule.NONE, Rule.HAIR]
    assert [row.rule for row in rows.rows(doc, (JA, EN))[-2:]] == [Rule.NONE, Rule.NONE]


def test_only_a_minority_opinion_and_what_answers_it_have_a_tint() -> None:
    tinted = [rows.words(row.cells[0]) for row in rows.rows(docs.minutes(), (EN,)) if row.tint]
    assert tinted == [
        "“Without a reason I worry all the more.”",
        "Reply:|Whoever worries asks the person, once.",
    ]


@pytest.mark.parametrize("kind", list(PauseKind))
@pytest.mark.parametrize("catalogue", EVERY, ids=lambda one: one.lang)
def test_a_pause_is_told_in_its_item_and_at_the_end(kind: PauseKind, catalogue: Catalogue) -> None:
    pause = PauseLine(kind, docs.at(14, 5), docs.at(14, 15))
    found = body(only(items=(item(pauses=(pause,)),), pauses=(pause,)), catalogue)
    when = "14:05 – 14:15" if kind is PauseKind.BREAK else "14:05"
    assert found[1] == f"{when}  {catalogue.say(wording.PAUSES[kind])}"
    assert found[-1] == f"{catalogue.say(wording.PAUSE_NAMES[kind])}  {when}"


def test_a_break_without_an_end_tells_when_it_began() -> None:
    pause = PauseLine(PauseKind.BREAK, docs.at(14, 5), None)
    assert body(only(items=(item(pauses=(pause,)),)))[1] == "14:05  We had a break."


def test_pauses_of_a_kind_are_joined_in_the_order_in_which_kinds_came() -> None:
    found = body(only(pauses=docs.minutes().pauses))
    assert found == ["Pauses and breaks", "A breath  14:21, 15:24", "Break  14:26 – 14:36"]


@pytest.mark.parametrize(
    ("known", "lines"),
    [
        ((docs.at(13, 30), None, None), ["Tuesday 8 April 2031  13:30"]),
        ((None, docs.both("家", "The house"), None), ["The house"]),
        ((None, None, docs.both("紙", "The sheet")), ["The sheet"]),
        (
            (docs.at(9, 5), docs.both("家", "The house"), docs.both("紙", "The sheet")),
            ["Tuesday 8 April 2031  09:05", "The house", "The sheet"],
        ),
    ],
)
def test_what_is_known_of_the_next_session(known: tuple[Any, Any, Any], lines: list[str]) -> None:
    assert body(only(next_session=NextSession(*known))) == ["Next time", *lines]


@pytest.mark.parametrize("count", [1, 9, 10, 120])
def test_guidelines_are_counted_in_every_column(count: int) -> None:
    texts = tuple(docs.both(f"約束{n}", f"rule {n}") for n in range(count))
    found = rows.rows(only(guidelines=texts), (JA, EN))[-count:]
    assert rows.column(found, 0) == [f"{n + 1}|約束{n}" for n in range(count)]
    assert rows.column(found, 1) == [f"{n + 1}|rule {n}" for n in range(count)]
    for row in found:
        for cell in row.cells:
            number, text = cell[0]
            assert isinstance(number, Segment)
            assert number.x + number.typeface.width[number.text] * number.size / 1000 < text.x
