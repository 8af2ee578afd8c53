"""Issue an edition: written under the next number, its hash kept with to whom it went; or not issued at all."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from coprod.domain.acts import IssueEdition
from coprod.domain.checks import names_in
from coprod.domain.rules.life import next_number
from coprod.domain.rules.pen import Refused
from coprod.domain.terms import Phase
from coprod.service.live import Change
from coprod.service.ports import StoreFailed
from coprod.service.publish import minutes_of_state

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from coprod.domain.facts import Word
    from coprod.domain.state import State
    from coprod.service.live import LiveSession
    from coprod.service.ports import Renderer
    from coprod.service.printing import Setting
    from coprod.service.publish import Asked


class WhyNotIssued(StrEnum):
    """Why an edition is not issued."""

    NOT_CLOSED = "not-closed"
    THERE_ALREADY = "there-already"
    NAMED = "named"
    REFUSED = "refused"


class NotIssued(Exception):
    """Nothing was issued, and no file is left. `refused`: what the rules say, where they do."""

    def __init__(self, why: WhyNotIssued, refused: Refused | None = None) -> None:
        super().__init__(why.value)
        self.why, self.refused = why, refused


@dataclass(frozen=True, slots=True)
class Done:
    """What was issued: its number, the SHA-256 of its file in hex, and what changed in the record."""

    number: int
    sha256: str
    change: Change


def issue(live: LiveSession, asked: Asked, files: tuple[Renderer, Path, Setting], to: str = "") -> Done:
    """Write an edition and keep that it was issued, and `to` whom.

    `files`: who writes it, where, and how. Raises NotIssued, OSError or StoreFailed; then no file is left.
    """
    render, path, setting = files
    if live.state.phase is not Phase.CLOSED:
        raise NotIssued(WhyNotIssued.NOT_CLOSED)
    if path.exists():
        raise NotIssued(WhyNotIssued.THERE_ALREADY)
    if names_in_file(path, live.state, live.words):
        raise NotIssued(WhyNotIssued.NAMED)
    number = next_number(live.state)
    made = minutes_of_state(live.state, live.words, replace(asked, number=number))
    render(made, path, setting)
    try:
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        kept = live.do(
            IssueEdition(
                asked.edition, sha256, made.doc.languages, {made.doc.languages[0]: to} if to.strip() else {}
            )
        )
    except (OSError, StoreFailed):
        path.unlink(missing_ok=True)  # what is not kept was not issued
        raise
    if isinstance(kept, Refused):
        path.unlink(missing_ok=True)
        raise NotIssued(WhyNotIssued.REFUSED, kept)
    return Done(number, sha256, kept)


def names_in_file(path: Path, state: State, words: Mapping[str, Word]) -> tuple[str, ...]:
    """The names of people who asked for none that stand in the name of a file."""
    return names_in(path.name, state, {id: word.body for id, word in words.items()})
