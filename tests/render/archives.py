"""What pikepdf's check of PDF/A-3b says of a file, apart from what it knows nothing of: level A, and PDF/UA."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pikepdf.pdfa import validate_written

if TYPE_CHECKING:
    from pathlib import Path

_SPACE = "http://www.aiim.org/pdfa/ns"
CLAIMS = {
    f"XMP namespace pdfaExtension={_SPACE}/extension/ is not permitted",
    f"XMP namespace pdfaSchema={_SPACE}/schema# is not permitted",
    f"XMP namespace pdfaProperty={_SPACE}/property# is not permitted",
    "XMP property pdfuaid:part is not permitted",
    "XMP property pdfaExtension:schemas is not permitted",
    "pdfaid:conformance is 'A', expected 'B'",
}
"""Findings that are there because the check knows the level B alone, and no extension of the metadata."""


def beyond_the_claims(path: Path) -> list[str]:
    """All other findings."""
    return [str(one) for one in validate_written(path, "3b").findings if one.message not in CLAIMS]
