"""Find and replace at the desk: in what is written beside the texts, never in what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.domain import acts
from coprod.domain.terms import TranslationState
from coprod.domain.text_keys import TextKind
from coprod.present.desk_rows import DeskLine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coprod.domain.acts import Act
    from coprod.present.notebook import Heading


def holding(rows: Iterable[Heading | DeskLine], sought: str) -> list[DeskLine]:
    """The rows whose translation holds exactly these characters."""
    lines = (row for row in rows if isinstance(row, DeskLine))
    return [line for line in lines if sought and sought in line.target.body]


def replaced(lines: Iterable[DeskLine], sought: str, put: str, by: str = "") -> Act | None:
    """Write `put` for `sought` wherever it stands in these translations, as one act; None where nothing would change.

    A translation that was checked is a draft again: somebody checked other words. One that would be empty stays.
    """
    notes: list[acts.TranslateNote] = []
    texts: list[acts.TranslateText] = []
    for line in lines:
        text = line.target.body.replace(sought, put) if sought else line.target.body
        if not text.strip() or text == line.target.body:
            continue
        if line.kind is TextKind.NOTE:
            notes.append(
                acts.TranslateNote(line.note, line.lang, TranslationState.DRAFT, text, by or line.by)
            )
        else:
            texts.append(acts.TranslateText(line.key, line.lang, text))
    return acts.TranslateTexts(tuple(notes), tuple(texts)) if notes or texts else None
