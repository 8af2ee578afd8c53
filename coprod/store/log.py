"""The log of facts in the tables: what a batch writes, and what a session holds."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.dialects.sqlite import insert

from coprod.domain.facts import Fact, Word
from coprod.domain.wording import words_in
from coprod.service import codec
from coprod.service.ports import Stored
from coprod.store.schema import fact, participant_link, person, stream, words, words_subject
from coprod.store.statements import put, sql

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import BindParameter, Connection

    from coprod.service.ports import Batch
    from coprod.store.engine import Driver
    from coprod.store.statements import Writes

# Facts already there stay as they are; another fact in the place of one is an error (no conflict on its id).
_ADD_FACT = sql(insert(fact).on_conflict_do_nothing(index_elements=["id"]))
_ADD_WORDS = sql(insert(words).on_conflict_do_nothing(index_elements=["id"]))
_ADD_SUBJECT = sql(insert(words_subject).on_conflict_do_nothing())
_ADD_PERSON = sql(insert(person).on_conflict_do_nothing())
_PUT_LINK = sql(put(participant_link))
_ADD_STREAM = sql(insert(stream).on_conflict_do_nothing(index_elements=["session"]))

_MOVE = sql(
    update(fact)
    .where(
        fact.c.session == bindparam("of"), fact.c.stream == bindparam("old"), fact.c.seq > bindparam("after")
    )
    .values({fact.c.stream: bindparam("to"), fact.c.seq: fact.c.seq - bindparam("by")})
)
_RENAME = sql(
    update(stream).where(stream.c.session == bindparam("of")).values({stream.c.stream: bindparam("to")})
)

_OF: BindParameter[str] = bindparam("session")
_STREAM = select(stream.c.stream).where(stream.c.session == _OF)
_STREAM_NOW = sql(_STREAM)
_FACTS = select(
    fact.c.id, fact.c.session, fact.c.act, fact.c.stream, fact.c.seq, fact.c.time, fact.c.kind, fact.c.body
).where(fact.c.session == _OF)
_EACH = (fact.c.session, fact.c.stream)
_ALL_HEADS = select(*_EACH, func.max(fact.c.seq), func.count()).group_by(*_EACH)
_HEADS = _ALL_HEADS.where(fact.c.session == _OF)
_HEADS_OF = _ALL_HEADS.where(fact.c.session.in_(bindparam("sessions", expanding=True)))
_SEQS = select(fact.c.seq).where(fact.c.session == _OF, fact.c.stream == bindparam("stream"))
_HEADS_NOW, _SEQS_NOW = sql(_HEADS), sql(_SEQS)
_WORDS = select(words.c.id, words.c.lang, words.c.body).where(words.c.session == _OF)
_SUBJECTS = (
    select(words_subject.c.words, words_subject.c.participant)
    .join(words, words.c.id == words_subject.c.words)
    .where(words.c.session == _OF)
)
_LINKS = select(participant_link.c.participant, participant_link.c.person).where(
    participant_link.c.session == _OF
)


def writes(batch: Batch) -> Writes:
    """What a batch adds to the log."""
    session, links = batch.session, batch.links
    return [
        (_ADD_WORDS, [(word.id, session, word.lang, word.body) for word in batch.words]),
        (_ADD_SUBJECT, [(word.id, who) for word in batch.words for who in word.subjects]),
        (_ADD_FACT, [_row(one) for one in batch.facts]),
        (_ADD_PERSON, [(known, None) for known in links.values()]),
        (_PUT_LINK, [(who, session, known) for who, known in links.items()]),
    ]


def _row(one: Fact) -> tuple[object, ...]:
    return (one.session, one.stream, one.seq, one.id, one.act, one.time, *codec.encode(one.body))


def load(connection: Connection, session: str) -> Stored:
    """All that is stored of a session. Raises codec.UnknownKind and codec.Unreadable."""
    asked = {"session": session}
    facts = [read_fact(row) for row in connection.execute(_FACTS, asked).all()]
    return Stored(facts, load_words(connection, session), dict(connection.execute(_LINKS, asked).all()))


def load_words(connection: Connection, session: str) -> dict[str, Word]:
    """The words of a session, by id."""
    asked = {"session": session}
    subjects: dict[str, list[str]] = defaultdict(list)
    for word, participant in sorted(connection.execute(_SUBJECTS, asked).all(), key=tuple):
        subjects[word].append(participant)
    return {
        id: Word(id, lang, body, tuple(subjects.get(id, ())))
        for id, lang, body in connection.execute(_WORDS, asked).all()
    }


def read_fact(row: Sequence[Any]) -> Fact:
    """A fact as its row has it: id, session, act, stream, seq, time, kind, body."""
    id, session, act, stream_, seq, time, kind, body = row
    return Fact(id, session, act, stream_, seq, time, codec.decode(kind, body))


def heads(connection: Connection, session: str) -> dict[str, int]:
    """Of each stream how far it goes without a gap: what comes late into a gap is still fetched."""
    return heads_of(connection, [session]).get(session, {})


def heads_of(connection: Connection, sessions: Sequence[str]) -> dict[str, dict[str, int]]:
    """The same of many sessions at once; of one without facts there is nothing."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for session, of, last, many in connection.execute(_HEADS_OF, {"sessions": list(sessions)}).all():
        found[session][of] = last if last == many else _gapless(connection, session, of)
    return dict(found)


def _gapless(connection: Connection, session: str, of: str) -> int:
    return _before_a_gap(connection.execute(_SEQS, {"session": session, "stream": of}).scalars())


def heads_now(driver: Driver, session: str) -> dict[str, int]:
    """The same inside of a transaction that writes."""
    found: dict[str, int] = {}
    for _, of, last, many in driver.execute(_HEADS_NOW, (session,)).fetchall():
        seqs = [] if last == many else driver.execute(_SEQS_NOW, (session, of)).fetchall()
        found[of] = last if last == many else _before_a_gap(seq for (seq,) in seqs)
    return found


def _before_a_gap(seqs: Iterable[int]) -> int:
    return next((n - 1 for n, seq in enumerate(sorted(seqs), start=1) if seq != n), 0)


def since(connection: Connection, session: str, known: Mapping[str, int]) -> Stored:
    """The facts after those heads, and the words that they point to; links are told to nobody."""
    rows = connection.execute(_FACTS, {"session": session}).all()
    facts = [one for one in map(read_fact, rows) if one.seq > known.get(one.stream, 0)]
    wanted = {id for one in facts for id in words_in(one.body)}
    found = load_words(connection, session) if wanted else {}
    return Stored(facts, {id: word for id, word in found.items() if id in wanted}, {})


def stream_of(connection: Connection, session: str) -> str | None:
    """The stream in which this device writes in a session."""
    return connection.execute(_STREAM, {"session": session}).scalar()


def make_stream(driver: Driver, session: str) -> str:
    """The same, made where there is none."""
    driver.execute(_ADD_STREAM, (session, str(uuid4())))
    ((made,),) = driver.execute(_STREAM_NOW, (session,)).fetchall()
    return str(made)


def begin_stream(driver: Driver, session: str, after: int) -> str:
    """Write in a new stream, to which goes what stands after that place in the old one."""
    old, made = make_stream(driver, session), str(uuid4())
    driver.execute(_MOVE, (made, after, session, old, after))
    driver.execute(_RENAME, (made, session))
    return made
