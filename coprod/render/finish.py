"""A drawn document finished: its fonts embedded, its title and dates its own: the same bytes for the same input."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf

from coprod.render.archive import add_claims, add_data
from coprod.render.embed import font_resources
from coprod.render.moments import in_pdf
from coprod.render.page import Entry
from coprod.render.tags import Node, Spot
from coprod.render.tree import add_outline, add_tree

if TYPE_CHECKING:
    from coprod.render.about import About
    from coprod.render.fonts import Fonts


@dataclass(frozen=True, slots=True)
class Tagged:
    """What makes a file readable for a screen reader and for decades.

    `spots`: what links lead to; `data`: the session file that is attached, or nothing; `password`: what it opens with,
    and then it is no archive.
    """

    document: Node
    outline: Sequence[Entry]
    spots: Mapping[str, Spot]
    data: bytes = b""
    password: str = ""


def finished(drawn: BytesIO, fonts: Fonts, about: About, tagged: Tagged | None = None) -> bytes:
    """The whole file."""
    with pikepdf.open(drawn) as pdf:
        resources = font_resources(pdf, fonts.faces)
        for page in pdf.pages:
            # reportlab opens each page in its /F1, which would be an unembedded Helvetica: here /F1 is our first face.
            drawn_there = page.obj.Resources.get("/XObject")
            page.obj.Resources = pikepdf.Dictionary(Font=resources)
            if drawn_there is not None:
                page.obj.Resources.XObject = drawn_there
            if "/Trans" in page.obj:
                del page.obj["/Trans"]
        _describe(pdf, about)
        if tagged:
            _tag(pdf, about, tagged)
        return _saved(pdf, tagged.password if tagged else "")


def _tag(pdf: pikepdf.Pdf, about: About, tagged: Tagged) -> None:
    add_tree(pdf, tagged.document, tagged.spots)
    add_outline(pdf, tagged.outline)
    if tagged.data:
        add_data(pdf, tagged.data, about.moment, about.subject)
    add_claims(pdf, about, archive=not tagged.password)


def _saved(pdf: pikepdf.Pdf, password: str) -> bytes:
    out = BytesIO()
    pdf.save(
        out,
        min_version="1.7",
        deterministic_id=not password,
        encryption=pikepdf.Encryption(owner=password, user=password, R=6) if password else False,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
    return out.getvalue()


def _describe(pdf: pikepdf.Pdf, about: About) -> None:
    """Say what this is; the same document is the same bytes."""
    info = {"/Title": about.title, "/Subject": about.subject, "/Creator": "Coprod"}
    if about.moment:
        info["/CreationDate"] = info["/ModDate"] = in_pdf(about.moment)
    pdf.trailer.Info = pdf.make_indirect(
        pikepdf.Dictionary({key: pikepdf.String(text) for key, text in info.items()})
    )
    digest = hashlib.sha256(about.session.encode()).digest()[:16]
    pdf.trailer.ID = pikepdf.Array([pikepdf.String(digest), pikepdf.String(digest)])
    pdf.Root.Lang = pikepdf.String(about.catalogues[0].tag)
    pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
