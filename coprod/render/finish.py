"""A drawn document finished: its fonts embedded, its title and dates its own: the same bytes for the same input."""

from __future__ import annotations

import hashlib
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf

from coprod.render.embed import font_resources

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from coprod.i18n import Catalogue
    from coprod.render.fonts import Fonts


def finished(
    drawn: BytesIO,
    fonts: Fonts,
    session: str,
    titles: Sequence[str],
    subject: str,
    moment: datetime | None,
    first: Catalogue,
) -> bytes:
    """The whole file; `first`: the language of the document."""
    with pikepdf.open(drawn) as pdf:
        resources = font_resources(pdf, fonts.faces)
        for page in pdf.pages:
            # reportlab opens each page in its /F1, which would be an unembedded Helvetica: here /F1 is our first face.
            page.obj.Resources = pikepdf.Dictionary(Font=resources)
            if "/Trans" in page.obj:
                del page.obj["/Trans"]
        info = {"/Title": " / ".join(dict.fromkeys(titles)), "/Subject": subject, "/Creator": "Coprod"}
        _describe(pdf, session, info, moment, first)
        out = BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def _describe(
    pdf: pikepdf.Pdf, session: str, info: dict[str, str], moment: datetime | None, first: Catalogue
) -> None:
    """Say what this is; every date and id comes from the session, so that the same document is the same bytes."""
    if moment:
        info["/CreationDate"] = info["/ModDate"] = moment.strftime("D:%Y%m%d%H%M%S") + _offset(
            moment.strftime("%z")
        )
    pdf.trailer.Info = pdf.make_indirect(
        pikepdf.Dictionary({key: pikepdf.String(text) for key, text in info.items()})
    )
    digest = hashlib.sha256(session.encode()).digest()[:16]
    pdf.trailer.ID = pikepdf.Array([pikepdf.String(digest), pikepdf.String(digest)])
    pdf.Root.Lang = pikepdf.String(first.tag)
    pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)


def _offset(zone: str) -> str:
    return f"{zone[:3]}'{zone[3:5]}'" if zone else ""
