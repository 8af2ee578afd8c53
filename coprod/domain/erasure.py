"""Erasure: what is left of each fact, and which words go, when participants and notes are gone.

It is never undone, in whichever order it becomes known: the fold asks `remaining` of every fact, and the store keeps
what `erasure` says, so that a fact reads the same before and after its words are gone from the bytes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coprod.domain import facts
from coprod.domain.facts import Fact
from coprod.domain.wording import words_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from coprod.domain.facts import Body, Word
    from coprod.domain.state import State

_ABOUT = ("entry", "note", "source", "target", "participant", "who")
"""The fields that say whom or which note a fact is about."""

_STAYS = (facts.Withdrawn, facts.EntryCorrected)
"""A tombstone; and who was corrected into a turn: the turn goes, where the fold meets it."""


@dataclass(frozen=True, slots=True)
class Erasure:
    """What the bytes lose. `facts`: in the place of those with their ids; `words`: ids; `people`: whose links go."""

    facts: tuple[Fact, ...] = ()
    words: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """Whether there is anything to erase."""
        return bool(self.facts or self.words or self.people)


def remaining(body: Body, gone: frozenset[str]) -> Body | None:
    """What a fact tells when the participants and notes `gone` are gone; None: nothing any more."""
    if isinstance(body, _STAYS):
        return body
    if not gone.isdisjoint(_named(body)):
        return None
    match body:
        case facts.NoteKept() | facts.NoteChanged():
            content = body.content.without(gone)
            return body if content is body.content else replace(body, content=content)
        case facts.GroupFormed() | facts.SheetBegun():
            group = body.group.without(gone)
            return body if group is body.group else replace(body, group=group)
        case facts.ParticipantMoved():
            return None if body.before in gone else body  # a seat beside somebody who is gone
        case facts.ParticipantAdded():
            return replace(body, before=None) if body.before in gone else body
        case facts.CompanyWished():
            return replace(body, apart=without(body.apart, gone), together=without(body.together, gone))
    return body


def erasure(told: Iterable[Fact], words: Mapping[str, Word], gone: frozenset[str]) -> Erasure:
    """What `gone` takes from the facts and words of a session; a fact that tells nothing keeps its place."""
    changed, lost, left = [], set[str](), set[str]()
    for fact in told:
        body = remaining(fact.body, gone) or facts.Erased()
        left.update(words_in(body))
        if body != fact.body:
            changed.append(replace(fact, body=body))
            lost.update(words_in(fact.body))
    theirs = {id for id, word in words.items() if word.subjects and gone.issuperset(word.subjects)}
    return Erasure(tuple(changed), frozenset(words.keys() & ((lost - left) | theirs)), gone)


def let_through(
    told: Iterable[Fact], words: Iterable[Word], gone: frozenset[str]
) -> tuple[list[Fact], list[Word]]:
    """What may come in of facts and their words, when `gone` are gone already."""
    those, facts_of = {word.id: word for word in words}, list(told)
    lost = erasure(facts_of, those, gone)
    changed = {fact.id: fact for fact in lost.facts}
    left = [
        replace(word, subjects=tuple(who for who in word.subjects if who not in gone))
        for id, word in those.items()
        if id not in lost.words
    ]
    return [changed.get(fact.id, fact) for fact in facts_of], left


def own_notes(state: State, who: Collection[str]) -> tuple[str, ...]:
    """The notes that nobody but `who` contributed to."""
    return tuple(
        note.entry for note in state.notes() if note.content.who and set(who).issuperset(note.content.who)
    )


def without(sets: tuple[tuple[str, ...], ...], people: Collection[str]) -> tuple[tuple[str, ...], ...]:
    """The same sets, naming none of `people`; a set of one says nothing."""
    left = (tuple(who for who in one if who not in people) for one in sets)
    return tuple(one for one in left if len(one) > 1)


def _named(body: Body) -> list[object]:
    """Whom or which note a fact is about; a reason may tell of anybody whom its finding is about."""
    about = body.about if isinstance(body, facts.CheckAnswered) else ()
    return [*about, *(_id(getattr(body, name, None)) for name in _ABOUT)]


def _id(named: object) -> object:
    """The id of what is named; a participant may stand there whole."""
    return getattr(named, "id", named)
