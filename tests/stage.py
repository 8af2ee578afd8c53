"""A session without a store: acts go in, facts come out and are folded. Ids and moments come one after another."""

from __future__ import annotations

from dataclasses import fields
from itertools import count
from typing import TYPE_CHECKING
from uuid import UUID

from coprod.domain import acts
from coprod.domain.decide import Decision, decide
from coprod.domain.facts import Body, Fact, ParticipantAdded, Word
from coprod.domain.fold import apply, fold, reaches_back
from coprod.domain.moments import rfc3339, to_ms
from coprod.domain.rules.pen import Pen, Refused
from coprod.domain.state import State
from coprod.domain.terms import ItemKind, NoteKind, Standpoint

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coprod.domain.acts import Act
    from coprod.domain.parts import NoteContent

SESSION = str(UUID(int=7))
HERE, THERE = str(UUID(int=1)), str(UUID(int=2))
"""Two devices."""
MORNING = to_ms("2026-05-12T09:00:00+09:00")


def an_id(number: int) -> str:
    return str(UUID(int=number << 64))


class Stage:
    """A session in the making; each fact comes a second after the one before."""

    def __init__(self) -> None:
        self.state = State(SESSION)
        self.facts: list[Fact] = []
        self.words: dict[str, Word] = {}
        self.at = MORNING
        self._made = 100_000

    def pen(self, stream: str = HERE) -> Pen:
        """A pen that writes the same each time until something is done."""
        made = count(self._made)
        return Pen(stream, self.at, rfc3339(self.at, "Asia/Tokyo"), lambda: an_id(next(made)), self.words)

    def ask(self, act: Act, stream: str = HERE) -> Decision | Refused:
        """The decision on an act, which is not carried out."""
        return decide(self.state, act, self.pen(stream))

    def why(self, act: Act, stream: str = HERE) -> tuple[str, ...]:
        """The code of a refusal and its ids; empty where the act may be."""
        ruling = self.ask(act, stream)
        return (ruling.why.value, *ruling.ids) if isinstance(ruling, Refused) else ()

    def do(self, act: Act, stream: str = HERE) -> tuple[Body, ...]:
        """Carry out an act that may be; the facts it makes."""
        ruling = self.ask(act, stream)
        assert isinstance(ruling, Decision), ruling
        self.take(ruling.bodies, stream)
        self.words |= {word.id: word for word in ruling.words}
        self._made += 100
        return ruling.bodies

    def take(self, bodies: tuple[Body, ...], stream: str = HERE) -> None:
        """Fold some facts that come as one act."""
        own = sum(fact.stream == stream for fact in self.facts)
        act = an_id(len(self.facts) + 1)
        added: list[Fact] = []
        for seq, body in enumerate(bodies, start=own + 1):
            self.at += 1000
            added.append(
                Fact(an_id(5000 + len(self.facts) + len(added)), SESSION, act, stream, seq, self.at, body)
            )
        self.facts += added
        far = any(map(reaches_back, added))
        self.state = fold(SESSION, self.facts) if far else apply(self.state, added)

    def says(self, text: tuple[tuple[str, str], ...]) -> dict[str, str]:
        """A text in words, by language."""
        return {lang: self.words[words].body for lang, words in text}

    def content(self, note: str) -> NoteContent:
        """What a note says."""
        kept = self.state.note(note)
        assert kept is not None
        return kept.content


def person(called: str = "葵", *standpoints: Standpoint) -> acts.AddParticipant:
    return acts.AddParticipant(acts.ParticipantDraft({"": called}, standpoints=standpoints))


def item(kind: ItemKind = ItemKind.ROUNDTABLE, title: str = "話し合い") -> acts.AddItem:
    return acts.AddItem(acts.ItemDraft(kind, {"ja": title}))


def note(body: str = "会議で言えた。", kind: NoteKind = NoteKind.CONTRIBUTION) -> acts.NoteDraft:
    return acts.NoteDraft(kind, {"ja": body})


def added(bodies: tuple[Body, ...]) -> str:
    """The id of the participant, the item, the group, the guideline or the entry that an act made last."""
    body = bodies[-1]
    if isinstance(body, ParticipantAdded):
        return body.participant.id
    for name in ("item", "group"):
        part = getattr(body, name, None)
        if part is not None and not isinstance(part, str):
            return str(part.id)
    return str(body.entry)  # type: ignore[union-attr]


def opened(people: int = 3, kind: ItemKind = ItemKind.ROUNDTABLE) -> tuple[Stage, list[str]]:
    """A session that has begun with one item, and its people: a peer, a professional, one who is both, again."""
    stage = Stage()
    both = (Standpoint.PEER, Standpoint.PROFESSIONAL)
    kinds = (both[:1], both[1:], both)
    ids = [added(stage.do(person(f"p{n}", *kinds[n % 3]))) for n in range(people)]
    stage.do(item(kind))
    stage.do(acts.StartSession())
    return stage, ids


def ordered(state: State) -> dict[str, object]:
    """A state with the order of its mappings, which `==` does not look at."""
    values = {field.name: getattr(state, field.name) for field in fields(state)}
    return {name: list(one.items()) if isinstance(one, dict) else one for name, one in values.items()}


def without_acts(state: State) -> Mapping[str, object]:
    return {name: value for name, value in ordered(state).items() if name != "acts"}
