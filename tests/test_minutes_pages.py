"""The minutes of whole meetings, read back from the page: every note in its column, in both languages, once."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from coprod.bootstrap import main
from coprod.render.layout import Layout, layout_of
from coprod.service.printing import Paper
from tests.render import pdf as paper
from tests.sessions import DATA, REPO, SAMPLE

if TYPE_CHECKING:
    from pathlib import Path

SHARED = REPO.parent / "shared" / "data"
FILES = [
    path
    for folder in (DATA, SAMPLE, SHARED)
    for path in sorted(folder.glob("*.coprod.json"))
    if json.loads(path.read_text("utf-8")).get("state") != "planned"
]


def minutes(source: Path, target: Path, *, seed: int = 0) -> Path:
    subprocess.run(
        [sys.executable, REPO / "main.py", "minutes", source, "-o", target],
        check=True,
        env={"PYTHONHASHSEED": str(seed), "PATH": "/usr/bin:/bin", "HOME": str(target.parent)},
    )
    return target


def columns(pdf: Path, layout: Layout) -> list[str]:
    """The text of each column over all pages, without white space; running heads and feet are outside."""
    return [squeezed(cropped(pdf, layout.box(index))) for index in range(len(layout.columns))]


def cropped(pdf: Path, box: tuple[float, float, float, float]) -> str:
    x, y, width, height = (str(round(value)) for value in box)
    crop = ["-x", x, "-y", y, "-W", width, "-H", height]
    return subprocess.run(
        ["pdftotext", "-layout", *crop, str(pdf), "-"], check=True, capture_output=True, text=True
    ).stdout


def squeezed(text: str) -> str:
    """Without white space, and without what has no shape of its own (pdftotext adds marks of direction)."""
    return "".join(one for one in text if not one.isspace() and not _shapeless(one))


def _shapeless(one: str) -> bool:
    return unicodedata.category(one) == "Cf" or "VARIATION SELECTOR" in unicodedata.name(one, "")


@cache
def known_characters() -> set[int]:
    known = {ord("☐")}
    for font in (REPO / "resources" / "fonts").glob("*-Regular.ttf"):
        known |= TTFontFile(str(font)).charToGlyph.keys()
    return known


def expected(text: str, known: set[int]) -> str:
    return "".join(one if ord(one) in known else "〓" for one in squeezed(text))


def minuted(session: dict[str, Any]) -> list[dict[str, Any]]:
    refusing = {
        person["key"]
        for person in session["participants"]
        for consent in person.get("consents", ())
        if consent["to"] in {"record", "minutes"} and not consent["given"]
    }
    return [
        record
        for record in session["record"]
        if record["type"] == "note"
        and record.get("visibility") != "review"
        and refusing.isdisjoint(record.get("who", ()))
    ]


@pytest.mark.parametrize("source", FILES, ids=lambda path: path.stem)
def test_a_whole_meeting_on_paper(source: Path, tmp_path: Path) -> None:
    """One test, since to render is what takes the time."""
    session = json.loads(source.read_text("utf-8"))
    pdf = tmp_path / "one.pdf"
    assert main(["minutes", str(source), "-o", str(pdf)]) == 0
    if source.parent != DATA:  # real meetings and the sample: another process, with another seed
        assert minutes(source, tmp_path / "two.pdf", seed=2).read_bytes() == pdf.read_bytes()
    subprocess.run(["qpdf", "--check", pdf], check=True, capture_output=True)
    assert_fonts_are_embedded(pdf)
    assert_every_note_is_in_its_column(pdf, session)
    assert_no_review_note(pdf, session)
    assert_no_line_begins_or_ends_where_it_may_not(pdf, session)


def assert_fonts_are_embedded(pdf: Path) -> None:
    fonts = subprocess.run(["pdffonts", pdf], check=True, capture_output=True, text=True).stdout.splitlines()[
        2:
    ]
    assert fonts
    assert all(re.search(r"\byes yes yes\b", font) for font in fonts)


def assert_every_note_is_in_its_column(pdf: Path, session: dict[str, Any]) -> None:
    languages = session["languages"][:2]
    layout = layout_of(Paper.A4_LANDSCAPE if len(languages) == 2 else Paper.A4, len(languages))
    known = known_characters()
    for lang, column in zip(languages, columns(pdf, layout), strict=True):
        texts = [note["text"].get(lang) or original(note) for note in minuted(session)]
        missing = [text for text in texts if expected(text, known) not in column]
        assert missing == [], lang


NOT_FIRST = set("、。，．」』）〕］｝〉》】・：；？！ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ…‥％)]}!?;:,.%")
NOT_LAST = set("「『（〔［｛〈《【([{￥＄")


def assert_no_line_begins_or_ends_where_it_may_not(pdf: Path, session: dict[str, Any]) -> None:
    """Read line by line from the page; what begins or ends a text of its own may do so."""
    languages = session["languages"][:2]
    layout = layout_of(Paper.A4_LANDSCAPE if len(languages) == 2 else Paper.A4, len(languages))
    bodies = [text for note in minuted(session) for text in note["text"].values()]
    texts = [
        line for text in bodies for part in re.split("[\n\u2028\u2029]", text) if (line := squeezed(part))
    ]
    starts, ends = {text[0] for text in texts}, {text[-1] for text in texts}
    for page in paper.words(pdf):
        for n in range(len(languages)):
            for _, line in paper.lines(paper.in_column(page, layout, n)):
                assert line[0] not in NOT_FIRST - starts, line
                assert line[-1] not in NOT_LAST - ends, line


def assert_no_review_note(pdf: Path, session: dict[str, Any]) -> None:
    read = subprocess.run(["pdftotext", pdf, "-"], check=True, capture_output=True, text=True).stdout
    review = [
        body
        for record in session["record"]
        if record["type"] == "note" and record.get("visibility") == "review"
        for body in record["text"].values()
    ]
    assert [body for body in review if squeezed(body) in squeezed(read)] == []


def original(note: dict[str, Any]) -> str:
    text: dict[str, str] = note["text"]
    return text.get(note.get("original", ""), next(iter(text.values())))


def test_the_check_itself_sees_a_missing_note(tmp_path: Path) -> None:
    source = SAMPLE / "speaking-up.coprod.json"
    session = json.loads(source.read_text("utf-8"))
    note = next(note for note in minuted(session) if "en" in note["text"])
    note["text"]["en"] += " One more word."
    with pytest.raises(AssertionError):
        assert_every_note_is_in_its_column(minutes(source, tmp_path / "one.pdf"), session)
