"""XLIFF of other tools: the same texts, however they are cut and marked; what is hostile is refused."""

from __future__ import annotations

import contextlib
import time
import tracemalloc
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod.readers.xliff import DEEPEST, LARGEST, read_work
from coprod.service.translation import Returned, Unit, UnitState, WhyLeft, WhyNoWork, WorkRefused

if TYPE_CHECKING:
    from pathlib import Path

CORE = "urn:oasis:names:tc:xliff:document:2.0"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "back.xlf"


def document(units: str, langs: str = 'srcLang="ja" trgLang="en"', more: str = "") -> str:
    return f'<xliff xmlns="{CORE}" version="2.0" {langs}><file id="f" {more}>{units}</file></xliff>'


def unit(inside: str, id: str = "note.1") -> str:
    return f'<unit id="{id}">{inside}</unit>'


def segment(source: str, target: str | None = None, state: str = "") -> str:
    told = f' state="{state}"' if state else ""
    second = "" if target is None else f"<target>{target}</target>"
    return f"<segment{told}><source>{source}</source>{second}</segment>"


def read(file: Path, text: str | bytes) -> Returned:
    file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return read_work(file)


def only(file: Path, inside: str) -> Unit:
    (found,) = read(file, document(unit(inside))).units
    return found


def why(file: Path, text: str | bytes) -> str:
    with pytest.raises(WorkRefused) as refused:
        read(file, text)
    return refused.value.why.value


# ---- what tools write


def test_a_file_says_of_which_session_it_is_and_in_which_languages(file: Path) -> None:
    found = read(file, document(unit(segment("一つ", "one", "translated")), more='original="coprod:abc"'))
    assert found == Returned(
        ("ja", "en"), (Unit("note.1", "一つ", "one", UnitState.TRANSLATED),), session="abc"
    )
    assert read(file, document("", more='original="book.docx"')).session == ""
    assert read(file, document("").replace('version="2.0"', 'version="2.1"')).units == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_it_is_read_in_any_unicode(file: Path, encoding: str) -> None:
    declared = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?>'
    data = (declared + document(unit(segment("一つ", "𠮷 &amp; one")))).encode(encoding)
    (found,) = read(file, data).units
    assert (found.source, found.target) == ("一つ", "𠮷 & one")


def test_without_a_state_it_is_at_its_beginning_and_so_it_is_with_one_that_nobody_knows(file: Path) -> None:
    assert only(file, segment("一", "one")).state is UnitState.INITIAL
    assert only(file, segment("一", "one", "signed-off")).state is UnitState.INITIAL


def test_what_was_cut_is_put_together_and_is_as_far_as_its_least_part(file: Path) -> None:
    cut = segment("一。", "One.", "final") + "<ignorable><source> </source></ignorable>"
    cut += segment("二。", "Two.", "reviewed")
    assert only(file, cut) == Unit("note.1", "一。 二。", "One. Two.", UnitState.REVIEWED)


def test_a_part_may_stand_elsewhere_in_the_translation(file: Path) -> None:
    one = '<segment><source>一</source><target order="3">one</target></segment>'
    between = '<ignorable><source> </source><target order="2">, </target></ignorable>'
    two = '<segment><source>二</source><target order="1">two</target></segment>'
    assert only(file, one + between + two).target == "two, one"
    assert only(file, one.replace("3", "x")).target == "one"


def test_what_is_translated_in_part_is_told(file: Path) -> None:
    cut = segment("一。", "One.") + segment("二。")
    assert only(file, cut).flaw is WhyLeft.IN_PARTS
    assert only(file, segment("一。") + segment("二。", " ")) == Unit(
        "note.1", "一。二。", "", UnitState.INITIAL
    )
    assert only(file, segment("一。", "One.") + segment(" ")).flaw is None


def test_marks_are_left_out_and_their_words_kept(file: Path) -> None:
    begun = 'a<pc id="1">b<mrk id="m" type="comment">c</mrk></pc><sc id="2"/>d'
    marked = begun + '<ec startRef="2"/><sm id="3"/><em startRef="3"/>'
    found = only(file, segment(marked, marked + '<cp hex="FFFE"/>'))
    assert (found.source, found.target, found.flaw) == ("abcd", "abcd\ufffe", None)


def test_a_placeholder_stands_for_something_that_no_text_of_ours_has(file: Path) -> None:
    assert only(file, segment("a", 'b<ph id="1"/>')).flaw is WhyLeft.PLACEHOLDER
    assert only(file, segment("a", 'b<x xmlns="urn:x">lost</x>')).flaw is WhyLeft.PLACEHOLDER
    two = unit(segment("a", 'b<ph id="1"/>'), "one") + unit(segment("a", "b"), "two")
    assert [one.flaw for one in read(file, document(two)).units] == [WhyLeft.PLACEHOLDER, None]


def test_notes_glossaries_and_what_modules_add_are_passed_over(file: Path) -> None:
    texts = f'<source xmlns="{CORE}">no</source><target xmlns="{CORE}">never</target>'
    match = (
        f'<m:matches xmlns:m="urn:oasis:names:tc:xliff:matches:2.0"><m:match>{texts}</m:match></m:matches>'
    )
    data = "<originalData><data id='d'>nor this</data></originalData>"
    inside = f"{match}<notes><note>not this</note></notes>{data}"
    assert only(file, inside + segment("a", "b")) == Unit("note.1", "a", "b", UnitState.INITIAL)
    grouped = f'<group id="g"><group id="h">{unit(segment("a", "b"))}</group></group>'
    assert len(read(file, document(grouped)).units) == 1


def test_white_space_is_kept_and_lines_end_as_in_our_texts(file: Path) -> None:
    found = read(file, document(unit(segment(" a\r\n\tb  ", " c\r\n"))).encode()).units[0]
    assert (found.source, found.target) == (" a\n\tb  ", " c\n")


# ---- what is refused

LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>' + document(unit(segment("a", "&b;")))
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + document(unit(segment("a", "&a;")))
OLD = '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file/></xliff>'
DEEP = document(unit(f"<segment><source>{'<pc>' * DEEPEST}a{'</pc>' * DEEPEST}</source></segment>"))
BESIDE = document('<x xmlns="u">' * DEEPEST + "</x>" * DEEPEST)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (LAUGHS, "doctype"),
        (OUTSIDE, "doctype"),
        ('<!DOCTYPE xliff SYSTEM "http://example.org/x.dtd">' + document(""), "doctype"),
        ("", "not-xml"),
        ("hello", "not-xml"),
        ("PK\x03\x04", "not-xml"),
        (document("")[:-3], "not-xml"),
        (document(unit(segment("a", "&unknown;"))), "not-xml"),
        (document(unit(segment("a", '<cp hex="no"/>'))), "not-xml"),
        (document(unit(segment("a", '<cp hex="110000"/>'))), "not-xml"),
        (OLD, "other-version"),
        (OLD.replace(' xmlns="urn:oasis:names:tc:xliff:document:1.2"', ""), "other-version"),
        (document("").replace(CORE, CORE.replace("2.0", "2.2")), "other-version"),
        (document("").replace(CORE, "urn:other"), "not-xliff"),
        ("<html/>", "not-xliff"),
        (document("").replace("xliff xmlns", "file xmlns").replace("/xliff", "/file"), "not-xliff"),
        (document(segment("a")), "not-xliff"),
        (document(unit("<source>a</source>")), "not-xliff"),
        (document(unit(unit(segment("a")))), "not-xliff"),
        (document(unit(segment("a<source>b</source>"))), "not-xliff"),
        (document("<strange/>"), "not-xliff"),
        (document("", 'srcLang="ja"'), "no-languages"),
        (document("", 'srcLang="ja" trgLang="not a tag"'), "no-languages"),
        (DEEP, "too-deep"),
        (BESIDE, "too-deep"),
    ],
)  # fmt: skip
def test_what_is_no_xliff_of_ours_is_refused_and_says_why(file: Path, text: str, code: str) -> None:
    assert why(file, text) == code


def test_bytes_of_no_text_a_folder_and_what_is_not_there_are_refused(file: Path, tmp_path: Path) -> None:
    assert why(file, b"\xff\xfe\x00\xd8\x00") == "not-xml"
    for path in (tmp_path, tmp_path / "nothing.xlf"):
        with pytest.raises(WorkRefused) as refused:
            read_work(path)
        assert refused.value.why is WhyNoWork.NOT_READ


def test_a_file_that_is_too_big_is_not_read_to_its_end(file: Path) -> None:
    with file.open("wb") as large:
        large.truncate(LARGEST * 64)
    tracemalloc.start()
    with pytest.raises(WorkRefused) as refused:
        read_work(file)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert refused.value.why is WhyNoWork.TOO_BIG
    assert most < LARGEST * 3


@pytest.mark.parametrize("filling", ["<note>x</note>", "<x xmlns='u'/>"])
def test_millions_of_elements_take_seconds_and_no_memory(file: Path, filling: str) -> None:
    many = filling * (LARGEST // len(filling) - 100)
    text = document(unit(f"<notes>{many}</notes>{segment('a', 'b')}"))
    begun = time.perf_counter()
    assert read(file, text).units == (Unit("note.1", "a", "b", UnitState.INITIAL),)
    assert time.perf_counter() - begun < 20


TAGS = ("unit id='1'", "segment", "source", "target", "notes", "pc", "ph")
PIECES = [f"<{tag}>" for tag in TAGS] + [f"</{tag.split()[0]}>" for tag in TAGS]
pieces = st.sampled_from(
    [*PIECES, "a", "<cp hex='41'/>", "&lt;", "&x;", "<!--c-->", "<![CDATA[<]]>", "<?p?>"]
)


@given(st.lists(pieces, max_size=20).map("".join) | st.text(max_size=30))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_in_a_file_it_is_read_or_refused(file: Path, inside: str) -> None:
    with contextlib.suppress(WorkRefused):
        found = read(file, document(inside).encode("utf-8", "surrogatepass"))
        assert all(isinstance(one, Unit) for one in found.units)
