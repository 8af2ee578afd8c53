"""What has to go somewhere else, where something is stored of people and notes that are gone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coprod.domain.erasure import Erasure, erasure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coprod.domain.facts import Fact
    from coprod.service.ports import Stored


def lost_there(there: Stored, gone: frozenset[str], told: Sequence[Fact] = ()) -> Erasure:
    """What `gone` takes from what is stored there; nothing where nothing of theirs is left.

    `told`: facts that come to it, which may point to the same words.
    """
    named = there.links.keys() | {who for word in there.words.values() for who in word.subjects}
    return replace(erasure([*there.facts, *told], there.words, gone), people=gone & named)
