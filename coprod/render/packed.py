"""A package of parts (DOCX, XLSX): the same parts are the same bytes, and nothing tells who wrote it or where."""

from __future__ import annotations

from datetime import UTC
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from coprod.render.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

_NO_DATE = (1980, 1, 1, 0, 0, 0)
_FIRST = "[Content_Types].xml"
_CORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    "<dc:title>{title}</dc:title><dc:language>{lang}</dc:language>{dates}</cp:coreProperties>"
)
_DATE = '<dcterms:{what} xsi:type="dcterms:W3CDTF">{at}</dcterms:{what}>'
_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>Coprod</Application></Properties>"
)


def packed(
    written: bytes, title: str, lang: str, moment: datetime | None, parts: Mapping[str, bytes]
) -> bytes:
    """The package again, by name and without dates. Its properties are `title`, `lang` and `moment`, and no others.

    `parts` stand in the place of those that have their names.
    """
    own = {**parts, "docProps/core.xml": _core(title, lang, moment), "docProps/app.xml": _APP}
    out = BytesIO()
    with ZipFile(BytesIO(written)) as source, ZipFile(out, "w") as target:
        for name in sorted(source.namelist(), key=lambda name: (name != _FIRST, name)):
            info = ZipInfo(name, _NO_DATE)
            info.create_system = 0  # the same on every system
            target.writestr(info, own.get(name) or source.read(name), ZIP_DEFLATED, 9)
    return out.getvalue()


def _core(title: str, lang: str, moment: datetime | None) -> bytes:
    at = moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if moment else ""
    dates = "".join(_DATE.format(what=what, at=at) for what in ("created", "modified") if at)
    return _CORE.format(title=escape(tidy(title)), lang=escape(lang), dates=dates).encode("utf-8")
