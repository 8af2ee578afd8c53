"""Erasure in the tables: the one place that rewrites. What is deleted is overwritten, in the file and its WAL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, update

from coprod.service import codec
from coprod.store.schema import fact, participant_link, words, words_subject
from coprod.store.statements import sql

if TYPE_CHECKING:
    from sqlalchemy import BindParameter

    from coprod.domain.facts import Fact
    from coprod.service.ports import Batch
    from coprod.store.engine import Driver
    from coprod.store.statements import Writes

_OF: BindParameter[str] = bindparam("of")
_DROP_WORDS = sql(delete(words).where(words.c.id == _OF))
_DROP_SUBJECT = sql(delete(words_subject).where(words_subject.c.participant == _OF))
_DROP_LINK = sql(delete(participant_link).where(participant_link.c.participant == _OF))
_REWRITE = sql(
    update(fact)
    .where(fact.c.id == _OF)
    .values({fact.c.kind: bindparam("to_kind"), fact.c.body: bindparam("to_body")})
)


def writes(batch: Batch) -> Writes:
    """What a batch erases, after it wrote what it adds."""
    erased = batch.erased
    words_gone, people = sorted(erased.words), sorted(erased.people)
    return [
        (_REWRITE, [_rewritten(one) for one in erased.facts]),
        (_DROP_WORDS, [(id,) for id in words_gone]),
        (_DROP_SUBJECT, [(who,) for who in people]),
        (_DROP_LINK, [(who,) for who in people]),
    ]


def _rewritten(one: Fact) -> tuple[object, ...]:
    return (*codec.encode(one.body), one.id)


def make_sure(driver: Driver) -> bool:
    """Empty the WAL, outside of any transaction; False while somebody still reads from it."""
    ((busy, _, _),) = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return not busy
