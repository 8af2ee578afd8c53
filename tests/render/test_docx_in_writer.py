"""A Word file through LibreOffice: it opens, its words are all there, and it is set in our fonts alone. `make soak`."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from coprod.i18n import Catalogue
from coprod.render.minutes_docx import minutes_docx
from coprod.render.outline import outline
from coprod.service.printing import Arrangement, Setting
from tests.render import docs
from tests.render.test_nobody_shown import doc_of
from tests.sessions import REPO, SAMPLE, load

if TYPE_CHECKING:
    from pathlib import Path

    from coprod.domain.minutes_doc import MinutesDoc

FONTS = REPO / "resources" / "fonts"
OURS = ("BIZUDPGothic", "NotoSansJP", "NotoSansKR", "NotoEmoji")
MEETINGS = {"sample": SAMPLE / "speaking-up.coprod.json"} | {
    path.stem: path for path in sorted((REPO.parent / "shared" / "data").glob("*.coprod.json"))
}


@pytest.fixture
def writer(soak: bool) -> str:
    found = shutil.which("soffice")
    if not soak or found is None:
        pytest.skip("LibreOffice Writer opens it in the long form, where it is installed")
    return found


def converted(writer: str, data: bytes, folder: Path) -> Path:
    """The file as Writer prints it, with no fonts but ours."""
    (folder / "minutes.docx").write_bytes(data)
    (folder / "fonts.conf").write_text(
        f'<?xml version="1.0"?><fontconfig><dir>{FONTS}</dir><cachedir>{folder}/cache</cachedir></fontconfig>',
        "utf-8",
    )
    subprocess.run(
        [writer, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf",
         "--outdir", folder, folder / "minutes.docx"],
        check=True, capture_output=True, timeout=300,
        env={"PATH": "/usr/bin:/bin", "HOME": str(folder), "FONTCONFIG_FILE": str(folder / "fonts.conf")},
    )  # fmt: skip
    return folder / "minutes.pdf"


def told(pdf: Path) -> str:
    done = subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True, text=True)
    return re.sub(r"\s", "", done.stdout)


def fonts(pdf: Path) -> list[str]:
    done = subprocess.run(["pdffonts", pdf], check=True, capture_output=True, text=True)
    return done.stdout.splitlines()[2:]


def missing(doc: MinutesDoc, catalogues: list[Catalogue], pdf: Path) -> list[str]:
    """Words of the minutes that are not in the PDF; each is looked for by its start, for lines and pages part them."""
    text = told(pdf)
    pieces = [piece.text for one in outline(doc, catalogues) for cell in one.cells for piece in cell]
    return [one for one in pieces if re.sub(r"\s", "", one)[:8] not in text]


@pytest.mark.parametrize("pair", ["ja,en", "ko,ja", "en"])
@pytest.mark.parametrize("arrangement", Arrangement)
@pytest.mark.parametrize("name", MEETINGS)
def test_writer_opens_it_with_every_text_in_our_fonts(
    writer: str, name: str, pair: str, arrangement: Arrangement, tmp_path: Path
) -> None:
    doc = doc_of(load(MEETINGS[name]))
    catalogues = [Catalogue(lang) for lang in pair.split(",")]
    pdf = converted(writer, minutes_docx(doc, catalogues, Setting(arrangement)), tmp_path)
    assert missing(doc, catalogues, pdf) == []
    found = fonts(pdf)
    assert found
    assert [one for one in found if not one.split("+")[-1].startswith(OURS)] == []
    assert all(re.search(r"\byes yes yes\b", one) for one in found)


def test_the_search_sees_what_is_not_there(writer: str, tmp_path: Path) -> None:
    doc, catalogue = docs.minutes(), Catalogue("en")
    pdf = converted(writer, minutes_docx(docs.minutes(guidelines=()), [catalogue], Setting()), tmp_path)
    assert "We use our own words" in missing(doc, [catalogue], pdf)
