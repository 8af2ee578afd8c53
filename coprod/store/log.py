"""The log of facts in the tables: what a batch writes, and what a session holds."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.sqlite import insert

from coprod.domain.facts import Fact, Word
from coprod.service import codec
from coprod.service.ports import Stored
from coprod.store import archive
from coprod.store.schema import fact, participant_link, person, stream, words, words_subject

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import BindParameter, Connection

    from coprod.service.ports import Batch
    from coprod.store.archive import Writes

# Facts already there stay as they are; another fact in the place of one is an error (no conflict on its id).
_ADD_FACT = insert(fact).on_conflict_do_nothing(index_elements=["id"])
_ADD_WORDS = insert(words).on_conflict_do_nothing(index_elements=["id"])
_ADD_SUBJECT = insert(words_subject).on_conflict_do_nothing()
_ADD_PERSON = insert(person).on_conflict_do_nothing()
_PUT_LINK = insert(participant_link)
_PUT_LINK = _PUT_LINK.on_conflict_do_update(
    index_elements=["participant"], set_={"person": _PUT_LINK.excluded.person}
)
_ADD_STREAM = insert(stream).on_conflict_do_nothing(index_elements=["session"])

_OF: BindParameter[str] = bindparam("session")
_STREAM = select(stream.c.stream).where(stream.c.session == _OF)
_FACTS = select(
    fact.c.id, fact.c.session, fact.c.act, fact.c.stream, fact.c.seq, fact.c.time, fact.c.kind, fact.c.body
).where(fact.c.session == _OF)
_WORDS = select(words.c.id, words.c.lang, words.c.body).where(words.c.session == _OF)
_SUBJECTS = (
    select(words_subject.c.words, words_subject.c.participant)
    .join(words, words.c.id == words_subject.c.words)
    .where(words.c.session == _OF)
    .order_by(words_subject.c.participant)
)
_LINKS = select(participant_link.c.participant, participant_link.c.person).where(
    participant_link.c.session == _OF
)


def writer_of(batch: Batch) -> Callable[[Connection], None]:
    """What writes a batch; all that can be made ready without the connection is made ready here."""
    writes = [*_writes(batch), *archive.writes(batch)]

    def write(connection: Connection) -> None:
        for statement, rows in writes:
            if rows:
                connection.execute(statement, rows)

    return write


def _writes(batch: Batch) -> Writes:
    session = batch.session
    yield _ADD_WORDS, [{"id": w.id, "session": session, "lang": w.lang, "body": w.body} for w in batch.words]
    yield _ADD_SUBJECT, [{"words": w.id, "participant": p} for w in batch.words for p in w.subjects]
    yield _ADD_FACT, [_row(one) for one in batch.facts]
    yield _ADD_PERSON, [{"id": known} for known in sorted(set(batch.links.values()))]
    yield (
        _PUT_LINK,
        [{"participant": who, "session": session, "person": known} for who, known in batch.links.items()],
    )


def _row(one: Fact) -> dict[str, Any]:
    kind, body = codec.encode(one.body)
    return {
        "session": one.session,
        "stream": one.stream,
        "seq": one.seq,
        "id": one.id,
        "act": one.act,
        "time": one.time,
        "kind": kind,
        "body": body,
    }


def load(connection: Connection, session: str) -> Stored:
    """All that is stored of a session. Raises codec.UnknownKind and codec.Unreadable."""
    asked = {"session": session}
    facts = [
        Fact(id, session, act, stream, seq, time, codec.decode(kind, body))
        for id, session, act, stream, seq, time, kind, body in connection.execute(_FACTS, asked)
    ]
    subjects: dict[str, list[str]] = defaultdict(list)
    for word, participant in connection.execute(_SUBJECTS, asked):
        subjects[word].append(participant)
    prose = {
        id: Word(id, lang, body, tuple(subjects.get(id, ())))
        for id, lang, body in connection.execute(_WORDS, asked)
    }
    return Stored(facts, prose, dict(connection.execute(_LINKS, asked).all()))


def stream_of(connection: Connection, session: str) -> str | None:
    """The stream in which this device writes in a session."""
    return connection.execute(_STREAM, {"session": session}).scalar()


def make_stream(connection: Connection, session: str) -> str:
    """The same, made where there is none."""
    connection.execute(_ADD_STREAM, {"session": session, "stream": str(uuid4())})
    made: str = connection.execute(_STREAM, {"session": session}).scalar_one()
    return made
