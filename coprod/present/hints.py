"""Wording hints from the organisation's own list: for whoever writes, and for nobody else.

A hint is never about what a peer said, nor about words that are quoted: whoever spoke chose them. It changes nothing,
is kept nowhere, and once it is left it does not come again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coprod.domain.alike import folded
from coprod.domain.terms import Standpoint, WordingKind
from coprod.present.library import HINT
from coprod.present.notes import declared

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from coprod.domain.state import State
    from coprod.i18n import Catalogue
    from coprod.present.library import Entry
    from coprod.present.notes import Composed

_ARROW = re.compile(r"\s*(?:→|⇒|->|=>)\s*")
_QUOTED = re.compile(
    r"「[^」]*」?|『[^』]*』?|“[^”]*”?|\"[^\"]*\"?|«[^»]*»?|(?<!\w)[‘'][^’']*[’'](?!\w)|‹[^›]*›?"
)


@dataclass(frozen=True, slots=True)
class Hint:
    """A word, and what some would rather write."""

    lang: str
    word: str
    rather: str


def hints_of(entries: Iterable[Entry]) -> tuple[Hint, ...]:
    """The hints on the list; a line without an arrow between two sides is none."""
    return tuple(
        Hint(lang, word, rather)
        for entry in entries
        if entry.kind == HINT
        for lang, line in entry.text.items()
        for word, rather in _sides(line)
    )


def hint_for(
    composed: Composed, state: State, hints: Sequence[Hint], left: Collection[Hint] = ()
) -> Hint | None:
    """The first hint about what is being written; None where it is somebody's own words, or there is none."""
    spoken = composed.standpoints or declared(state, composed.who)
    quoted = composed.draft is not None and composed.draft.wording is WordingKind.VERBATIM
    if Standpoint.PEER in spoken or quoted:
        return None
    bodies = {lang: _own_words(body) for lang, body in composed.texts.items()}
    return next(
        (hint for hint in hints if hint not in left and _stands_in(hint, bodies.get(hint.lang, ""))), None
    )


def hint_words(hint: Hint, words: Catalogue) -> str:
    """Say it as what it is: one way of saying it, and the writer's own choice."""
    return words.say(
        "“{word}”: some would rather write “{rather}”. You decide; only you see this.",
        word=hint.word,
        rather=hint.rather,
    )


def _sides(line: str) -> Iterator[tuple[str, str]]:
    sides = [side.strip() for side in _ARROW.split(line)]
    if len(sides) == 2 and all(sides):  # noqa: PLR2004 - the word, and the other
        yield sides[0], sides[1]


def _own_words(body: str) -> str:
    """A text without what is quoted in it, as it is compared."""
    return folded(_QUOTED.sub(" ", body))


def _stands_in(hint: Hint, body: str) -> bool:
    """Whether the word is in a text; where words have spaces between them, as a word of its own."""
    word = re.escape(folded(hint.word))
    pattern = word if hint.lang.split("-")[0] in {"ja", "ko", "zh"} else rf"(?<!\w){word}(?!\w)"
    return re.search(pattern, body) is not None


@dataclass(slots=True)
class Hinting:
    """The hints while somebody writes, and those that were left: in memory alone."""

    hints: Sequence[Hint] = ()
    left: set[Hint] = field(default_factory=set)

    def about(self, composed: Composed | None, state: State) -> Hint | None:
        """The hint about what stands in the composer."""
        return hint_for(composed, state, self.hints, self.left) if composed else None

    def leave(self, hint: Hint | None) -> None:
        """It does not come again."""
        if hint is not None:
            self.left.add(hint)
