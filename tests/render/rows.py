"""The minutes as rows of words, before they are shared out among pages: quick to read for many documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod import paths
from coprod.render.compose import Composer
from coprod.render.fonts import Fonts
from coprod.render.layout import layout_of
from coprod.render.story import story
from coprod.render.text import Mark, Segment, Typesetter
from coprod.service.printing import Paper

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coprod.domain.minutes_doc import MinutesDoc
    from coprod.i18n import Catalogue
    from coprod.render.paired import Row
    from coprod.render.shapes import Shape
    from coprod.render.text import Line

TYPESETTER = Typesetter(Fonts(paths.resources() / "fonts"))


def composer(
    catalogues: Sequence[Catalogue], paper: Paper = Paper.A4_LANDSCAPE, doc: MinutesDoc | None = None
) -> Composer:
    layout = layout_of(paper, len(catalogues))
    return Composer(TYPESETTER, layout, catalogues, doc.labels if doc else {})


def rows(doc: MinutesDoc, catalogues: Sequence[Catalogue], paper: Paper = Paper.A4_LANDSCAPE) -> list[Row]:
    return story(doc, composer(catalogues, paper, doc))


def words(lines: Iterable[Line]) -> str:
    """Segments side by side, a bar between them; lines one after the other."""
    return "".join("|".join(one.text for one in line if isinstance(one, Segment)) for line in lines)


def shapes(lines: Iterable[Line]) -> list[Shape]:
    return [one.shape for line in lines for one in line if isinstance(one, Mark)]


def column(found: Iterable[Row], n: int = 0) -> list[str]:
    """The words of one column, a string for each row."""
    return [words(row.cells[min(n, len(row.cells) - 1)]) for row in found]


def labels(found: Iterable[Row]) -> list[str]:
    """The labels of the left margin, each once."""
    seen: dict[int, str] = {}
    for row in found:
        if row.label:
            seen.setdefault(id(row.label), words(row.label))
    return list(seen.values())


def all_words(doc: MinutesDoc, *catalogues: Catalogue) -> str:
    """All that stands in the rows and in the margin."""
    found = rows(doc, catalogues)
    return "\n".join([*labels(found), *(words(cell) for row in found for cell in row.cells)])
