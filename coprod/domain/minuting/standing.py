"""How far the texts of the minutes can be trusted, for the foot of the page."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from coprod.domain.languages import fitting
from coprod.domain.minutes_doc import Standing
from coprod.domain.terms import TranslationState

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from coprod.domain.facts import NoteKept
    from coprod.domain.minuting.wordings import Wordings


def standing(notes: Collection[NoteKept], wordings: Wordings, languages: Sequence[str]) -> Standing:
    """Count confirmations, and for each language its translations by state (None: missing).

    Notes without a contributor need nobody's confirmation and are not counted among `notes`.
    """
    said = [note for note in notes if note.content.who]
    return Standing(
        notes=len(said),
        confirmed=sum(bool(note.content.confirmed) for note in said),
        translations={lang: _translations(notes, wordings, lang) for lang in languages},
    )


def _translations(
    notes: Collection[NoteKept], wordings: Wordings, lang: str
) -> Counter[TranslationState | None]:
    states: Counter[TranslationState | None] = Counter()
    for note in notes:
        wording = wordings.of_note(note)
        if wording is None:
            continue
        own = fitting(lang, wording.bodies)
        if own is not None and wording.is_translation(own):
            states[(wording.states or {}).get(own, TranslationState.DRAFT)] += 1
        elif own is None and not (wording.original and fitting(lang, (wording.original,))):
            states[None] += 1
    return states
