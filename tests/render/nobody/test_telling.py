"""The negative controls: a name that is put into any place of a file is found there, and nowhere else."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pikepdf
import pytest

from tests.render.nobody.files import PASSWORD, files
from tests.render.nobody.meetings import meeting
from tests.render.nobody.telling import leaks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NAME = "ソラマメカナリ"
SPOKEN = (NAME, "Tamedo Kunigo", "나다라마바사")
ENTITY = "".join(f"&#{ord(one)};" for one in NAME)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of a meeting, in which the name is not."""
    folder = tmp_path_factory.mktemp("good")
    for path, _, password in files(meeting(0), folder, 0):
        assert leaks(path, SPOKEN, password) == []
    return folder


# ---- PDF


def put_info(pdf: Any) -> None:
    pdf.docinfo["/Author"] = NAME


def put_metadata(pdf: Any) -> None:
    end = b"</rdf:Description>"
    creator = f"<dc:creator>{ENTITY}</dc:creator>".encode()
    said = pdf.Root.Metadata.read_bytes().replace(end, creator + end)
    pdf.Root.Metadata.write(said)


def first(pdf: Any) -> Any:
    """The first heading of the tree, whose children are text."""
    kid = pdf.Root.StructTreeRoot.K
    while isinstance(kid, pikepdf.Array) or not isinstance(kid.K, int):
        inner = list(kid) if isinstance(kid, pikepdf.Array) else kid.K
        if isinstance(inner, list):
            kid = next(one for one in inner if not isinstance(one, int) and one.get("/S") != pikepdf.Name.P)
        else:
            kid = inner
    return kid


def put_alternate(pdf: Any) -> None:
    first(pdf).Alt = pikepdf.String(NAME)


def put_actual(pdf: Any) -> None:
    first(pdf).ActualText = pikepdf.String(NAME)


def put_outline(pdf: Any) -> None:
    pdf.Root.Outlines.First.Title = pikepdf.String(NAME)


def put_mark(pdf: Any) -> None:
    """In the content of a page, beside the glyphs."""
    said = b"/Span <</ActualText <" + b"feff" + NAME.encode("utf-16-be").hex().encode() + b">>> BDC EMC"
    pdf.pages[0].contents_add(pdf.make_stream(said))


def put_data(pdf: Any) -> None:
    """In the session file, written as no search for text would see it."""
    spec = next(iter(pdf.attachments.values()))
    data = json.loads(spec.get_file().read_bytes())
    data["participants"] = [{"key": "p9", "called": NAME}]
    attach(pdf, "session.coprod.json", json.dumps(data, ensure_ascii=True).encode())


def put_attachment(pdf: Any) -> None:
    attach(pdf, f"{NAME}.json", b"{}")


def attach(pdf: Any, name: str, data: bytes) -> None:
    pdf.attachments[name] = data


def put_description(pdf: Any) -> None:
    pdf.Root.AF[0].Desc = pikepdf.String(NAME)


def put_trailer(pdf: Any) -> None:
    pdf.Root.PieceInfo = pikepdf.Dictionary(Coprod=pikepdf.Dictionary(Private=pikepdf.String(NAME)))


INTO_PDF: list[Callable[[Any], None]] = [
    put_info, put_metadata, put_alternate, put_actual, put_outline, put_mark, put_data, put_attachment,
    put_description, put_trailer,
]  # fmt: skip


@pytest.mark.parametrize("put", INTO_PDF)
@pytest.mark.parametrize("locked", [False, True])
def test_a_name_is_seen_wherever_a_pdf_can_hold_it(
    put: Callable[[Any], None], good: Path, tmp_path: Path, *, locked: bool
) -> None:
    source = next(good.glob("*-locked.pdf")) if locked else good / "record.pdf"
    password, path = PASSWORD if locked else "", tmp_path / "one.pdf"
    with pikepdf.open(source, password=password) as pdf:
        put(pdf)
        pdf.save(path, encryption=pikepdf.Encryption(owner=PASSWORD, user=PASSWORD) if locked else None)
    assert leaks(path, [NAME], password)


def test_what_follows_the_end_of_a_pdf_is_seen(good: Path, tmp_path: Path) -> None:
    path = tmp_path / "one.pdf"
    path.write_bytes((good / "record.pdf").read_bytes() + f"\n% {NAME}\n".encode())
    assert leaks(path, [NAME])


# ---- packages


@pytest.mark.parametrize("kind", [".docx", ".xlsx"])
@pytest.mark.parametrize("into", ["docProps/core.xml", "docProps/app.xml", "text", "tag", "part", "comment"])
def test_a_name_is_seen_wherever_a_package_can_hold_it(
    kind: str, into: str, good: Path, tmp_path: Path
) -> None:
    path = tmp_path / f"one{kind}"
    with ZipFile(good / f"record{kind}") as package, ZipFile(path, "w") as spoiled:
        for name in package.namelist():
            spoiled.writestr(name, spoil(name, package.read(name).decode("utf-8"), into))
        if into == "part":
            spoiled.writestr(f"custom/{NAME}.xml", "<a/>")
        if into == "comment":
            spoiled.comment = NAME.encode()
    assert leaks(path, [NAME])


def spoil(name: str, said: str, into: str) -> str:
    """A part with the name in it, in two pieces, or as a code."""
    halves = f"<x>{NAME[:3]}</x><x>{NAME[3:]}</x>"
    if name == into:
        return said.replace("</", f"<dc:creator>{ENTITY}</dc:creator></", 1)
    if name in {"word/document.xml", "xl/worksheets/sheet1.xml"} and into in {"text", "tag"}:
        head, rest = said.rsplit("</", 1)
        return head + (halves if into == "text" else f'<x alt="{ENTITY}"/>') + "</" + rest
    return said


# ---- texts


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (".md", f"> \\{NAME[:2]}\\{NAME[2:]}\n"),
        (".csv", f'"{NAME[:3]}\r\n{NAME[3:]}","x"\r\n'),
        (".json", json.dumps({NAME: []})),
        (".json", json.dumps([{"by": NAME}])),
        (".xlf", f"<note>{ENTITY}</note>"),
        (".xlf", f"<note category='{NAME}'/>"),
        (".xlf", f"<note>{NAME[:3]}<cp/>{NAME[3:]}</note>"),
        (".md", "\u00ad".join(NAME)),
        (".md", "ｿﾗﾏﾒｶﾅﾘ"),
    ],
)
def test_a_name_is_seen_in_a_text_however_it_is_written(kind: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / f"one{kind}"
    path.write_text(said, "utf-8", newline="")
    assert leaks(path, [NAME])
    assert leaks(path, ["ソラマメカナル"]) == []


@pytest.mark.parametrize("kind", [".pdf", ".docx", ".md", ".json", ".xlsx", ".csv"])
def test_a_name_is_seen_in_the_name_of_a_file(kind: str, good: Path, tmp_path: Path) -> None:
    path = tmp_path / f"minutes-{NAME}{kind}"
    shutil.copy(good / f"record{kind}", path)
    assert [where.split(": ")[1] for where in leaks(path, [NAME])] == [f"its name tells {NAME}"]
