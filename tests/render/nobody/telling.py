"""Everything that a file of the minutes tells: its words, its properties, what lies beneath, and its bare bytes."""

from __future__ import annotations

import csv
import html
import json
import re
import unicodedata
from io import StringIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pikepdf

from tests.render import pdf as paper
from tests.render.access import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

_ENCODINGS = ("utf-8", "utf-16-be", "utf-16-le")
_TAG = re.compile(r"<[^>]*>")


def plain(text: str) -> str:
    """A text as it is compared: without what hides a name from a search, but not from a reader."""
    written = unicodedata.normalize("NFKC", html.unescape(text)).casefold()
    return "".join(
        one for one in written if not one.isspace() and one != "\\" and unicodedata.category(one) != "Cf"
    )


def leaks(path: Path, secrets: Iterable[str], password: str = "") -> list[str]:
    """Where a file tells one of the secrets: a sentence for each place."""
    sought = {plain(one): [one.encode(encoding) for encoding in _ENCODINGS] for one in secrets}
    found = []
    for place, told in _told(path, password):
        compared = plain(told) if isinstance(told, str) else ""
        for secret, written in sought.items():
            if secret in compared or (isinstance(told, bytes) and any(one in told for one in written)):
                found.append(f"{path.name}: {place} tells {secret}")
    return found


def lines(path: Path, password: str = "") -> list[str]:
    """The texts of a file, each paragraph, heading or cell apart."""
    return [line for _, text in _TEXTS[path.suffix](path, password) for line in text.split("\n")]


def _told(path: Path, password: str) -> Iterator[tuple[str, str | bytes]]:
    yield "its name", path.name
    yield "its bytes", path.read_bytes()
    yield from _TEXTS[path.suffix](path, password)
    if path.suffix == ".pdf":
        yield from _beneath(path, password)
    elif path.suffix in _PACKAGES:
        yield from _parts(path)


# ---- what a person reads


def _pages(path: Path, password: str) -> Iterator[tuple[str, str]]:
    """As it is spoken, and as it is printed."""
    with pikepdf.open(path, password=password) as opened:
        reading = Reading(opened)
        for place, _ in reading.told:
            yield "what is spoken", reading.pieces.get(place, "")
        yield "what is spoken", " ".join(reading.pieces.get(place, "") for place, _ in reading.told)
    secret = ("-upw", password) if password else ()
    yield "what is printed", paper.text(path, "-raw", *secret)


def _package(path: Path, _: str) -> Iterator[tuple[str, str]]:
    """Paragraphs and cells; of a package that is one sheet its parts hold all words."""
    with ZipFile(path) as package:
        for name in package.namelist():
            text = package.read(name).decode("utf-8")
            for block in re.split(r"</w:p>|</c>|</si>", text):
                yield name, html.unescape(_TAG.sub("", block))


def _json(path: Path, _: str) -> Iterator[tuple[str, str]]:
    yield from (("its data", one) for one in strings(json.loads(path.read_bytes())))


def _rows(path: Path, _: str) -> Iterator[tuple[str, str]]:
    rows = csv.reader(StringIO(path.read_text("utf-8-sig"), newline=""))
    yield from (("a cell", cell) for row in rows for cell in row)


def _text(path: Path, _: str) -> Iterator[tuple[str, str]]:
    yield "its text", path.read_text("utf-8")


def _xml(path: Path, _: str) -> Iterator[tuple[str, str]]:
    yield "its text", _TAG.sub("", path.read_text("utf-8"))
    yield "its marks", path.read_text("utf-8")


_TEXTS: dict[str, Callable[[Path, str], Iterator[tuple[str, str]]]] = {
    ".pdf": _pages, ".docx": _package, ".xlsx": _package, ".json": _json, ".csv": _rows, ".md": _text, ".xlf": _xml,
}  # fmt: skip
_PACKAGES = (".docx", ".xlsx")


# ---- what lies beneath


def _parts(path: Path) -> Iterator[tuple[str, str | bytes]]:
    """Every part of a package: its name, its bytes, its words without tags, and what is in the tags."""
    with ZipFile(path) as package:
        yield "the package", package.comment
        for one in package.infolist():
            data = package.read(one)
            yield "the name of a part", one.filename
            yield "what goes with a part", one.comment + one.extra
            yield one.filename, data
            yield one.filename, data.decode("utf-8")
            yield one.filename, _TAG.sub("", data.decode("utf-8"))


def _beneath(path: Path, password: str) -> Iterator[tuple[str, str | bytes]]:
    """Every object and stream of a PDF, what its pages say beside their glyphs, and what is attached."""
    with pikepdf.open(path, password=password) as opened:
        yield from _object(opened.trailer, top=True)
        for one in opened.objects:
            yield from _object(one, top=True)
        for page in opened.pages:
            for said in pikepdf.parse_content_stream(page):
                yield from (found for one in said.operands for found in _object(one))
        for name, attached in opened.attachments.items():
            data = attached.get_file().read_bytes()
            yield "the name of an attachment", name
            yield "an attachment", data
            yield from (("an attachment", one) for one in strings(json.loads(data)))


def _object(of: Any, *, top: bool = False, key: str = "") -> Iterator[tuple[str, str | bytes]]:
    if isinstance(of, pikepdf.Stream):
        yield f"a stream {of.get('/Type', '')}", of.read_bytes()
        yield f"a stream {of.get('/Type', '')}", of.read_bytes().decode("utf-8", "ignore")
        of = of.stream_dict
    elif isinstance(of, pikepdf.Object) and of.is_indirect and not top:
        return  # it is met on its own
    if isinstance(of, pikepdf.Dictionary):
        for name, value in of.items():
            yield "a key", name
            yield from _object(value, key=name)
    elif isinstance(of, pikepdf.Array):
        for one in of:
            yield from _object(one, key=key)
    elif isinstance(of, pikepdf.String | pikepdf.Name):
        yield key or "a string", str(of)


def strings(of: Any) -> Iterator[str]:
    """All keys and texts of JSON."""
    if isinstance(of, dict):
        yield from of
        of = list(of.values())
    if isinstance(of, list):
        for one in of:
            yield from strings(one)
    elif isinstance(of, str):
        yield of
