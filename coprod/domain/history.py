"""How a note read before: every version of its words, from the first to the one that stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coprod.domain.facts import NoteChanged, NoteKept, NoteTranslated
from coprod.domain.fold import voided
from coprod.domain.parts import Ms, NoteContent

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coprod.domain.facts import Fact


@dataclass(frozen=True, slots=True)
class Wording:
    """A note as it read from a moment on. `id`: the fact that made it so, as in `State.versions`; "" the first."""

    id: str
    time: Ms
    content: NoteContent


def wordings(facts: Iterable[Fact], note: str) -> tuple[Wording, ...]:
    """The versions of a note in the order in which they were written; of one that was taken out, nothing.

    What was undone is left out; of what was only confirmed, shared or shown there is no version of its own.
    """
    told = list(facts)
    undone = voided(told)
    found: list[Wording] = []
    for fact in told:
        content = None if (fact.stream, fact.act) in undone else _content(fact, note, found)
        if content is not None:
            id = "" if isinstance(fact.body, NoteKept) else fact.id
            found.append(Wording(id, fact.time, content))
    return tuple(found)


def _content(fact: Fact, note: str, before: Sequence[Wording]) -> NoteContent | None:
    """What the note reads after this fact; None where it says nothing new of it."""
    body = fact.body
    if isinstance(body, NoteKept) and body.entry == note:
        return body.content
    if not before:
        return None
    if isinstance(body, NoteChanged) and body.note == note:
        return body.content
    if isinstance(body, NoteTranslated) and body.note == note and body.words is not None:
        content = before[-1].content
        return replace(content, text=tuple({**dict(content.text), body.lang: body.words}.items()))
    return None
