"""What a translator gets: XLIFF 2.0 as its standard says, with the places and the terms, and without a name."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from coprod.domain.terms import ItemKind, NoteKind
from coprod.domain.text_keys import TextKind
from coprod.domain.translating import Row, RowState
from coprod.domain.word_list import term_of
from coprod.i18n import Catalogue
from coprod.render.xliff import write_work
from coprod.service.translation import Work
from tests.translator import GLOSSARY, NS, every, one, source, target, units

if TYPE_CHECKING:
    from pathlib import Path

XML = "{http://www.w3.org/XML/1998/namespace}"
NMTOKEN = re.compile(r"[A-Za-z0-9._:-]+")
ITEMS = {"i1": ("Around the table", ItemKind.ROUNDTABLE), "i2": ("", ItemKind.CHECK_IN)}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out.xlf"


def row(state: RowState = RowState.MISSING, text: str = "Co-production", **values: Any) -> Row:
    there = None if state is RowState.MISSING else "共同創造"
    first = Row("note.1", TextKind.NOTE, "en", text, "ja", there, state, NoteKind.CONTRIBUTION, "i1")
    return replace(first, **values)


def work(*rows: Row, langs: tuple[str, str] = ("en", "ja")) -> Work:
    terms = (term_of({"en": "co-production", "ja": "共同創造 / コ・プロダクション"}),)
    return Work("abc", langs, rows, ITEMS, terms)


def written(out: Path, *rows: Row) -> ET.Element:
    """The first unit."""
    write_work(work(*rows), out)
    return next(iter(units(out).values()))


def check_core(path: Path) -> None:
    """What the core of XLIFF 2.0 asks of a file: our own reading of its structure."""
    root = ET.parse(path).getroot()
    assert (root.tag, root.get("version")) == (f"{{{NS}}}xliff", "2.0")
    langs = (root.get("srcLang"), root.get("trgLang"))
    (file,) = root
    ids = [unit.get("id", "") for unit in file]
    assert file.tag == f"{{{NS}}}file"
    assert ids
    assert len(set(ids)) == len(ids)
    assert all(NMTOKEN.fullmatch(id) for id in (*ids, file.get("id", "")))
    for unit in file:
        tags = [child.tag for child in unit]
        order = [f"{{{GLOSSARY}}}glossary", f"{{{NS}}}notes", f"{{{NS}}}segment"]
        assert tags == [tag for tag in order if tag in tags]
        assert tags[-1] == order[-1]
        segment = one(unit, "x:segment")
        assert segment.get("state") in {"initial", "translated", "reviewed", "final"}
        assert re.fullmatch(r"coprod:[a-z]+", segment.get("subState", "coprod:none"))
        texts = list(segment)
        assert [text.get(f"{XML}lang") for text in texts] == list(langs[: len(texts)])
        assert [text.tag for text in texts] == [f"{{{NS}}}source", f"{{{NS}}}target"][: len(texts)]
        for entry in every(unit, "g:glossary/g:glossEntry"):
            assert [child.tag.rpartition("}")[2] for child in entry][:1] == ["term"]
            assert {child.tag for child in entry[1:]} == {f"{{{GLOSSARY}}}translation"}


@pytest.mark.parametrize(
    ("state", "told"),
    [
        (RowState.MISSING, ("initial", None)),
        (RowState.MACHINE, ("translated", "coprod:machine")),
        (RowState.DRAFT, ("translated", "coprod:draft")),
        (RowState.STALE, ("translated", "coprod:stale")),
        (RowState.PRESENT, ("translated", "coprod:present")),
        (RowState.CHECKED, ("reviewed", "coprod:checked")),
        (RowState.CONFIRMED, ("final", "coprod:confirmed")),
    ],
)
def test_every_state_is_told_as_the_standard_has_it(
    out: Path, state: RowState, told: tuple[str, str | None]
) -> None:
    unit = written(out, row(state))
    check_core(out)
    segment = one(unit, "x:segment")
    assert (segment.get("state"), segment.get("subState")) == told
    assert (source(unit), target(unit)) == (
        "Co-production",
        None if state is RowState.MISSING else "共同創造",
    )
    remarks = [note.text for note in every(unit, "x:notes/x:note") if note.get("category") == "state"]
    assert len(remarks) == (state in {RowState.STALE, RowState.CONFIRMED})


@pytest.mark.parametrize(
    ("values", "place"),
    [
        ({}, "Contribution, Around the table"),
        ({"item": "i2"}, "Contribution, Check-in"),
        ({"item": None}, "Contribution"),
        ({"item": "gone"}, "Contribution"),
        ({"kind": TextKind.ITEM, "note": None}, "Agenda item"),
        ({"kind": TextKind.PROMPT, "note": None}, "Question, Around the table"),
        ({"kind": TextKind.OWNER, "note": NoteKind.ACTION}, "Action, Who will do it, Around the table"),
        ({"kind": TextKind.TITLE, "note": None, "item": None}, "Title"),
    ],
)
def test_a_note_says_what_a_text_is_and_where_it_stands(
    out: Path, values: dict[str, Any], place: str
) -> None:
    unit = written(out, row(**values))
    assert [note.text for note in every(unit, "x:notes/x:note")] == [place]


def test_every_kind_of_text_and_of_note_has_its_word(out: Path) -> None:
    rows = [row(key=f"{kind.value}.1", kind=kind) for kind in TextKind]
    rows += [row(key=f"note.{kind.value}", note=kind) for kind in NoteKind]
    write_work(work(*rows), out)
    check_core(out)
    assert len(units(out)) == len(rows)


def test_the_terms_of_a_text_go_with_it_and_no_others(out: Path) -> None:
    unit = written(out, row())
    assert one(unit, "g:glossary/g:glossEntry/g:term").text == "co-production"
    forms = [form.text for form in every(unit, "g:glossary/g:glossEntry/g:translation")]
    assert forms == ["共同創造", "コ・プロダクション"]
    assert every(written(out, row(text="Anything else")), "g:glossary") == []


@pytest.mark.parametrize(
    "text", ["a < b & c > d", "\"q\" 's'", "]]>", " two\nlines\t ", "𠮷🍵", "<b>&amp;</b>"]
)
def test_any_text_is_read_again_as_it_was(out: Path, text: str) -> None:
    assert source(written(out, row(text=text))) == text


def test_what_xml_can_not_hold_is_written_as_the_standard_says(out: Path) -> None:
    assert one(written(out, row(text="a\uffffb")), "x:segment/x:source/x:cp").get("hex") == "FFFF"


def test_who_reads_japanese_is_told_in_japanese_and_white_space_is_to_stay(out: Path) -> None:
    turned = row(source_lang="ja", target_lang="en", text="共同創造", note=NoteKind.DECISION, item=None)
    write_work(work(turned, langs=("ja", "en")), out)
    (unit,) = units(out).values()
    assert one(unit, "x:notes/x:note").text == Catalogue("ja").say("Decision")
    assert b'xml:space="preserve"' in out.read_bytes()
    assert b'original="coprod:abc"' in out.read_bytes()


def test_the_same_work_is_the_same_bytes(out: Path) -> None:
    write_work(work(row(), row(key="note.2")), out)
    first = out.read_bytes()
    write_work(work(row(), row(key="note.2")), out)
    assert out.read_bytes() == first
    assert first.endswith(b"</xliff>\n")
