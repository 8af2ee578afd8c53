"""How far the texts of the minutes can be trusted, for the foot of the page."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from coprod.domain.languages import fitting
from coprod.domain.minutes_doc import Standing
from coprod.domain.terms import Edition, TranslationState

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coprod.domain.facts import NoteKept
    from coprod.domain.minutes_doc import Wording


def standing(
    shown: Sequence[tuple[NoteKept, Wording]], languages: Sequence[str], edition: Edition = Edition.RECORD
) -> Standing:
    """Count confirmations, and for each language its translations by state (None: missing).

    `shown`: the notes of a page, each with its words there. Notes without a contributor need nobody's confirmation and
    are not counted among `notes`; easy words are not what their speakers confirmed.
    """
    said = [note for note, _ in shown if note.content.who and edition is not Edition.EASY]
    wordings = [wording for _, wording in shown]
    return Standing(
        notes=len(said),
        confirmed=sum(bool(note.content.confirmed) for note in said),
        translations={lang: _translations(wordings, lang) for lang in languages},
    )


def _translations(wordings: Iterable[Wording], lang: str) -> Counter[TranslationState | None]:
    states: Counter[TranslationState | None] = Counter()
    for wording in wordings:
        own = fitting(lang, wording.bodies)
        if own is not None and (state := wording.state(own)):
            states[state] += 1
        elif own is None and not (wording.original and fitting(lang, (wording.original,))):
            states[None] += 1
    return states
