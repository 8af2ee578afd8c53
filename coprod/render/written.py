"""An edition in the kind of file that its name asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.files import write_whole
from coprod.i18n import Catalogue

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from coprod.service.printing import Publication, Setting


def write_edition(publication: Publication, path: Path, setting: Setting) -> None:
    """Fulfils the port Renderer. Raises OSError; KeyError for a kind of file that is none of `KINDS`."""
    KINDS[path.suffix.lower()](publication, path, setting)


def _pdf(publication: Publication, path: Path, setting: Setting) -> None:
    from coprod.render.minutes_pdf import render_minutes  # noqa: PLC0415 - each kind reads its own library alone

    render_minutes(publication.doc, _catalogues(publication, setting), path, setting, publication.data)


def _json(publication: Publication, path: Path, _setting: Setting) -> None:
    write_whole(path, publication.data)


def _docx(publication: Publication, path: Path, setting: Setting) -> None:
    from coprod.render.minutes_docx import minutes_docx  # noqa: PLC0415 - see above

    write_whole(path, minutes_docx(publication.doc, _catalogues(publication, setting), setting))


def _md(publication: Publication, path: Path, setting: Setting) -> None:
    from coprod.render.minutes_md import minutes_md  # noqa: PLC0415 - see above

    write_whole(
        path, minutes_md(publication.doc, _catalogues(publication, setting), setting.house).encode("utf-8")
    )


def _xlsx(publication: Publication, path: Path, setting: Setting) -> None:
    from coprod.render.minutes_table import minutes_xlsx  # noqa: PLC0415 - see above

    write_whole(path, minutes_xlsx(publication.doc, _catalogues(publication, setting)))


def _csv(publication: Publication, path: Path, setting: Setting) -> None:
    from coprod.render.minutes_table import minutes_csv  # noqa: PLC0415 - see above

    write_whole(path, minutes_csv(publication.doc, _catalogues(publication, setting)))


def _catalogues(publication: Publication, setting: Setting) -> list[Catalogue]:
    return [Catalogue(lang, era=setting.house.era) for lang in publication.doc.languages]


KINDS: Mapping[str, Callable[[Publication, Path, Setting], None]] = {
    ".pdf": _pdf,
    ".docx": _docx,
    ".md": _md,
    ".json": _json,
    ".xlsx": _xlsx,
    ".csv": _csv,
}
"""How the name of a file ends, and what writes it."""
