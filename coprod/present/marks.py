"""How a person in the round is marked: a standpoint by shape and word, equal in weight; a turn by where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from coprod.i18n import N_, Catalogue

if TYPE_CHECKING:
    from collections.abc import Collection

    from coprod.domain.terms import Standpoint


class Mark(StrEnum):
    """The shapes ● peer, ■ professional, ◆ both or several, ○ not said, ▲ family, ⬢ community, ✚ other."""

    PEER = "peer"
    PROFESSIONAL = "professional"
    BOTH = "both"
    NOT_SAID = "not-said"
    FAMILY = "family"
    COMMUNITY = "community"
    OTHER = "other"


class Standing(StrEnum):
    """Where a person's turn in the round stands."""

    NOT_YET = "not-yet"
    NEXT = "next"
    SPEAKING = "speaking"
    SPOKEN = "spoken"
    PASSED = "passed"
    LATER = "later"
    HAND = "hand"
    WRITTEN = "written"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class Voice:
    """What a chip shows; `mark_word` and `word` say shape and standing in the window's language."""

    name: str
    mark: Mark
    mark_word: str
    standing: Standing
    word: str


MARKS = {
    Mark.PEER: N_("Peer"),
    Mark.PROFESSIONAL: N_("Professional"),
    Mark.BOTH: N_("Both"),
    Mark.NOT_SAID: N_("Not said"),
    Mark.FAMILY: N_("Family"),
    Mark.COMMUNITY: N_("Community"),
    Mark.OTHER: N_("Other"),
}
"""The word that stands beside each mark."""


def mark_of(standpoints: Collection[Standpoint]) -> Mark:
    """Give the mark of standpoints declared together."""
    if len(standpoints) > 1:
        return Mark.BOTH
    return next((Mark(standpoint.value) for standpoint in standpoints), Mark.NOT_SAID)


def mark_word(mark: Mark, words: Catalogue) -> str:
    """Give the word that stands beside the mark."""
    return words.say(MARKS[mark])
