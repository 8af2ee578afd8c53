"""The organisation's own words for standpoints: in a document only where its page says them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coprod.domain.minutes_doc import Cell, Group
from coprod.domain.terms import Standpoint

if TYPE_CHECKING:
    from coprod.domain.minutes_doc import MinutesDoc

_PLACES: dict[str, tuple[Cell, Group]] = {
    Standpoint.PEER: (Cell.PEERS, Group.PEER),
    Standpoint.PROFESSIONAL: (Cell.PROFESSIONALS, Group.PROFESSIONAL),
}
"""Where a page says the word for a standpoint: above its voices, and beside its count. Others have no such place."""


def labelled(doc: MinutesDoc) -> MinutesDoc:
    """The same document without the words that it has no place for."""
    voiced = (voices for part in (*(item.voices for item in doc.items), doc.questions) for voices in part)
    there = {voices.cell for voices in voiced} | {
        group for count in doc.header.counts for group in count.groups
    }
    said = {key: label for key, label in doc.labels.items() if not there.isdisjoint(_PLACES.get(key, ()))}
    return replace(doc, labels=said)
