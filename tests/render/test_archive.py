"""The file as an archive: what it claims, what it carries, and that with a password it claims less."""

from __future__ import annotations

import hashlib
import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from pikepdf.pdfa import validate_written
from reportlab.pdfbase.ttfonts import TTFontFace

from coprod.i18n import Catalogue
from coprod.render import fonts
from coprod.render.minutes_pdf import render_minutes
from coprod.render.written import write_edition
from coprod.service.printing import Publication, Setting
from tests.render import docs, pdf
from tests.render.access import findings, heard
from tests.render.archives import CLAIMS, beyond_the_claims

if TYPE_CHECKING:
    from pathlib import Path

JA, EN = Catalogue("ja"), Catalogue("en")
DATA = '{"title": "ことば"}'.encode()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "m.pdf"


@pytest.fixture
def archive(path: Path) -> Path:
    render_minutes(docs.minutes(), (JA, EN), path, data=DATA)
    return path


def test_it_is_valid_for_decades_apart_from_the_claims_that_the_check_does_not_know(archive: Path) -> None:
    assert beyond_the_claims(archive) == []
    assert len(validate_written(archive, "3b").findings) == len(CLAIMS)


def test_without_those_claims_the_check_passes_wholly(archive: Path) -> None:
    with pikepdf.open(archive) as opened:
        packet = opened.Root.Metadata.read_bytes().decode()
        packet = packet.replace("<pdfaid:conformance>A", "<pdfaid:conformance>B")
        packet = re.sub(
            r"<pdfuaid:part>.*?</pdfuaid:part>|<pdfaExtension.*</pdfaExtension:schemas>", "", packet
        )
        packet = re.sub(r' xmlns:pdfa(Extension|Schema|Property)="[^"]*"', "", packet)
        opened.Root.Metadata.write(packet.encode())
        out = BytesIO()
        opened.save(out)
    out.seek(0)
    report = validate_written(out, "3b")
    assert report.passed, report.summary()


def _no_intent(opened: pikepdf.Pdf) -> None:
    del opened.Root["/OutputIntents"]


def _loose_attachment(opened: pikepdf.Pdf) -> None:
    del opened.Root["/AF"]


def _stock_font(opened: pikepdf.Pdf) -> None:
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    opened.pages[0].Resources.Font["/F1"] = opened.make_indirect(font)


def _action(opened: pikepdf.Pdf) -> None:
    opened.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("1"))


@pytest.mark.parametrize("broken", [_no_intent, _loose_attachment, _stock_font, _action])
def test_the_check_sees_a_file_that_is_no_archive(archive: Path, path: Path, broken: Any) -> None:
    with pikepdf.open(archive, allow_overwriting_input=True) as opened:
        broken(opened)
        opened.save(path)
    assert beyond_the_claims(path)


def test_the_session_file_is_attached_as_the_data_of_the_pages(archive: Path) -> None:
    with pikepdf.open(archive) as opened:
        assert list(opened.attachments) == ["session.coprod.json"]
        (spec,) = list(opened.Root.AF)
        assert str(spec.AFRelationship) == "/Data"
        assert str(spec.UF) == str(spec.F) == "session.coprod.json"
        embedded = spec.EF.F
        assert embedded.read_bytes() == DATA
        assert str(embedded.Subtype) == "/application/json"
        assert int(embedded.Params.Size) == len(DATA)
        assert bytes(embedded.Params.CheckSum) == hashlib.md5(DATA).digest()
        assert str(embedded.Params.ModDate) == "D:20310408152800+09'00'"


def test_nothing_is_attached_where_nothing_was_given(path: Path) -> None:
    render_minutes(docs.minutes(), (JA, EN), path)
    with pikepdf.open(path) as opened:
        assert not opened.attachments
        assert not {"/AF", "/Names"} & set(opened.Root.keys())
    assert beyond_the_claims(path) == []


def test_minutes_that_know_no_moment_are_an_archive_too(path: Path) -> None:
    times = dict.fromkeys(("started", "ended", "planned_start", "planned_end"))
    render_minutes(docs.minutes(header=docs.header(**times)), (JA,), path, data=DATA)
    assert beyond_the_claims(path) == []
    with pikepdf.open(path) as opened:
        assert b"CreateDate" not in opened.Root.Metadata.read_bytes()


def test_the_metadata_say_what_the_file_says_of_itself(archive: Path) -> None:
    with pikepdf.open(archive) as opened:
        with opened.open_metadata() as metadata:
            assert metadata.pdfa_status == "3A"
            assert str(metadata["pdfuaid:part"]) == "1"
            assert metadata["dc:title"] == str(opened.docinfo["/Title"])
            assert metadata["dc:description"] == str(opened.docinfo["/Subject"]) == "議事録"
            assert metadata["xmp:CreatorTool"] == str(opened.docinfo["/Creator"])
            assert metadata["xmp:CreateDate"] == metadata["xmp:ModifyDate"] == "2031-04-08T15:28:00+09:00"
            assert sorted(metadata["dc:language"]) == ["en", "ja"]
        packet = opened.Root.Metadata.read_bytes().decode()
        assert '<rdf:li xml:lang="ja">休む日を、言い出しやすくするには</rdf:li>' in packet
        assert '<rdf:li xml:lang="en">What makes it easier' in packet
        assert "/Filter" not in opened.Root.Metadata


def test_a_title_that_is_no_xml_stays_a_title(path: Path) -> None:
    title = docs.both('<b> & "ことば" \x01\x0b', "</rdf:li> ' ]]>")
    render_minutes(docs.minutes(header=docs.header(title=title)), (JA, EN), path)
    assert beyond_the_claims(path) == []
    with pikepdf.open(path) as opened, opened.open_metadata() as metadata:
        assert metadata["dc:title"] == '<b> & "ことば"  / </rdf:li> \' ]]>'


def test_one_with_a_password_opens_with_it_alone_and_is_no_archive(path: Path) -> None:
    render_minutes(docs.minutes(), (JA, EN), path, Setting(password="さくら 1"), DATA)
    for wrong in ("", "さくら"):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(path, password=wrong)
    with pikepdf.open(path, password="さくら 1") as opened:
        assert (opened.encryption.R, opened.encryption.bits) == (6, 256)
        assert str(opened.encryption.stream_method).endswith("aesv3")
        assert opened.allow.accessibility
        packet = opened.Root.Metadata.read_bytes()
        assert b"pdfaid:part>" not in packet
        assert b"<pdfuaid:part>1<" in packet
        assert opened.attachments["session.coprod.json"].get_file().read_bytes() == DATA
    assert findings(path, password="さくら 1") == []
    assert ("P", "en", "Present: 12") in heard(path, password="さくら 1")
    for word in ("休む日", "Roundtable", "ことば"):
        assert word.encode() not in path.read_bytes()
    assert "No syntax or stream encoding errors" in pdf.run("qpdf", "--password=さくら 1", "--check", path)


def test_an_edition_carries_the_data_that_was_made_with_it(path: Path) -> None:
    write_edition(Publication(docs.minutes(), DATA), path, Setting())
    with pikepdf.open(path) as opened:
        assert opened.attachments["session.coprod.json"].get_file().read_bytes() == DATA


def test_glyphs_are_as_wide_in_their_font_as_on_the_page(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Emoji and ˚ are among the last glyphs of their fonts; reportlab's own reading of a font is the control."""
    words = docs.line(docs.both("🪉 20˚", "🪉 20˚"))
    doc = docs.minutes(held_over=(words,))
    render_minutes(doc, (JA, EN), path)
    assert beyond_the_claims(path) == []
    monkeypatch.setattr(fonts, "FontFile", TTFontFace)
    render_minutes(doc, (JA, EN), path)
    assert {"6.2.11.5" in found for found in beyond_the_claims(path)} == {True}
