"""What the minutes desk asks of the record beside what stands: which translations were left behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.domain.written_against import trails

if TYPE_CHECKING:
    from coprod.service.live import LiveSession


def stale(live: LiveSession) -> frozenset[tuple[str, str]]:
    """Each note with the language of a translation whose original reads otherwise than when it was made."""
    bodies = {id: word.body for id, word in live.words.items()}
    found: set[tuple[str, str]] = set()
    for note, trail in trails(live.facts(), bodies).items():
        known = live.state.note(note)
        source = known.content.said_in if known else None
        if source:
            found |= {
                (note, lang) for lang in trail.text if lang != source and trail.stale(source, lang, bodies)
            }
    return frozenset(found)
