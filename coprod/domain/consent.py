"""What a participant's consents permit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.domain.terms import Attribution, Purpose

if TYPE_CHECKING:
    from coprod.domain.parts import Participant


def permits(person: Participant, purpose: Purpose) -> bool:
    """Whether a participant agrees to a purpose: their last word on it; nothing said is no refusal."""
    said = [consent.given for consent in person.consents if consent.to is purpose]
    return said[-1] if said else True


def recognised(person: Participant) -> bool:
    """Whether a participant's words may stand where they can only be theirs; asking to be named says it too."""
    said = any(consent.to is Purpose.RECOGNISED for consent in person.consents)
    return person.attribution is Attribution.NAMED or (said and permits(person, Purpose.RECOGNISED))
