"""Japanese in phrases, for titles and questions: large type reads better when no word is parted."""

from __future__ import annotations

from functools import cache
from itertools import accumulate

import budoux

from coprod.render.linebreak import atoms


def phrases(paragraph: str) -> list[str]:
    """Join atoms to the phrases that they make; joined, the phrases are the paragraph again."""
    ends = set(accumulate(map(len, _parser().parse(paragraph))))
    joined, held, place = [], "", 0
    for atom in atoms(paragraph):
        held += atom
        place += len(atom)
        if place in ends:
            joined.append(held)
            held = ""
    return [*joined, held] if held or not joined else joined


@cache
def _parser() -> budoux.Parser:
    """The model, read (20 ms) when the first title asks for it."""
    return budoux.load_default_japanese_parser()
