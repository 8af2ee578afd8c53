"""What lies sealed in a group sheet, as JSON: the facts it began with, those written in it, and their words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec

from coprod.domain.facts import Erased, Fact, Withdrawn, Word
from coprod.domain.wording import words_in
from coprod.service import codec

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coprod.service.ports import Batch

MOST_FACTS = 50_000
_WHOLE = 2**53


class Malformed(Exception):
    """What was opened is not the content of a sheet."""


@dataclass(frozen=True, slots=True)
class Content:
    """`seed`: as it was issued. `facts`: written since, on any laptop. `words`: those that both point to.

    `draft`: what is being written and is no note yet; it doesn't come home.
    """

    seed: tuple[Fact, ...]
    facts: tuple[Fact, ...] = ()
    words: tuple[Word, ...] = ()
    draft: str = ""


class _Written(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    id: str
    act: str
    stream: str
    seq: int
    time: int
    kind: str
    body: msgspec.Raw


class _Content(msgspec.Struct, forbid_unknown_fields=True):
    session: str
    seed: list[_Written]
    facts: list[_Written]
    words: list[Word]
    draft: str = ""


_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(_Content).decode


def encoded(session: str, content: Content) -> bytes:
    """The content of a sheet of `session` as JSON in UTF-8."""
    seed, facts = _written(content.seed), _written(content.facts)
    return _encode(_Content(session, seed, facts, list(content.words), content.draft))


def decoded(data: bytes) -> tuple[str, Content]:
    """The session and the content that were encoded. Raises Malformed."""
    try:
        found = _decode(data)
        if len(found.seed) + len(found.facts) > MOST_FACTS or len(found.words) > 4 * MOST_FACTS:
            raise Malformed
        content = Content(
            tuple(_read(found.session, one) for one in found.seed),
            tuple(_read(found.session, one) for one in found.facts),
            tuple(found.words),
            found.draft,
        )
    except (msgspec.MsgspecError, UnicodeError, codec.UnknownKind, codec.Unreadable):
        raise Malformed from None  # their messages may quote what they read
    return found.session, content


def joined(one: Content, other: Content) -> Content:
    """Everything that is in either copy of a sheet; what was erased in one is erased."""
    seed = _each_once((*one.seed, *other.seed))
    facts = _each_once((*one.facts, *other.facts))
    told = [fact.body for fact in (*seed, *facts)]
    pointed = {id for body in told for id in words_in(body)}
    gone = {body.participant for body in told if isinstance(body, Withdrawn)}
    words = {word.id: word for word in (*one.words, *other.words)}
    left = (
        word
        for word in words.values()
        if word.id in pointed and not (word.subjects and gone.issuperset(word.subjects))
    )
    return Content(seed, facts, tuple(left), one.draft)


def grown(content: Content, batch: Batch) -> Content:
    """A content with a batch more, and without what the batch erases; what is there already stays as it is."""
    left = {fact.id: fact for fact in batch.erased.facts}
    known = {word.id: word for word in (*batch.words, *content.words)}
    people = batch.erased.people
    return Content(
        tuple(left.get(fact.id, fact) for fact in content.seed),
        tuple(left.get(fact.id, fact) for fact in _each_once((*content.facts, *batch.facts))),
        tuple(
            replace(word, subjects=tuple(who for who in word.subjects if who not in people))
            for word in known.values()
            if word.id not in batch.erased.words
        ),
        content.draft,
    )


def _each_once(told: Iterable[Fact]) -> tuple[Fact, ...]:
    """Each fact once, in the order in which it was met; one that was erased anywhere is erased."""
    facts: dict[str, Fact] = {}
    for fact in told:
        if fact.id not in facts or isinstance(fact.body, Erased):
            facts[fact.id] = fact
    return tuple(facts.values())


def _written(told: Iterable[Fact]) -> list[_Written]:
    made = []
    for one in told:
        kind, body = codec.encode(one.body)
        made.append(_Written(one.id, one.act, one.stream, one.seq, one.time, kind, msgspec.Raw(body)))
    return made


def _read(session: str, one: _Written) -> Fact:
    if not (0 < one.seq < _WHOLE and 0 < one.time < _WHOLE):
        raise Malformed
    return Fact(
        one.id, session, one.act, one.stream, one.seq, one.time, codec.decode(one.kind, bytes(one.body))
    )
