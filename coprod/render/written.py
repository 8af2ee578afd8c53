"""An edition in the kind of file that its name asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.files import write_whole
from coprod.i18n import Catalogue
from coprod.render.minutes_pdf import render_minutes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from coprod.service.printing import Publication, Setting


def write_edition(publication: Publication, path: Path, setting: Setting) -> None:
    """Fulfils the port Renderer. Raises OSError; KeyError for a kind of file that is none of `KINDS`."""
    KINDS[path.suffix.lower()](publication, path, setting)


def _pdf(publication: Publication, path: Path, setting: Setting) -> None:
    doc = publication.doc
    render_minutes(doc, [Catalogue(lang) for lang in doc.languages], path, setting, publication.data)


def _json(publication: Publication, path: Path, _setting: Setting) -> None:
    write_whole(path, publication.data)


KINDS: Mapping[str, Callable[[Publication, Path, Setting], None]] = {".pdf": _pdf, ".json": _json}
"""How the name of a file ends, and what writes it."""
