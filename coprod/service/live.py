"""A session that is being run: acts go in, facts are committed, and only then does anybody see what changed."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from coprod.domain.acts import Act, PutPenDown, TakePenUp, Undo
from coprod.domain.decide import Decision, decide
from coprod.domain.erasure import Erasure, erasure, let_through
from coprod.domain.facts import Body, Entry, Fact, Voided, Withdrawn, Word
from coprod.domain.fold import apply, fold, in_order, left_alone, reaches_back
from coprod.domain.moments import rfc3339
from coprod.domain.rules.pen import Pen, Refused, Why
from coprod.domain.state import State
from coprod.service.ports import Batch, Clock, Log
from coprod.service.rows import Rows, SessionRow, all_rows, changed_rows, session_row

Listener: TypeAlias = Callable[["Change"], None]


@dataclass(frozen=True, slots=True)
class Change:
    """What was committed: the state before and after, the words by id, and which act did it (None: others wrote it)."""

    old: State
    new: State
    words: Mapping[str, Word]
    act: Act | None


class LiveSession:
    """One session, open for acts on this device.

    Not for several threads at once: the bridge calls it from one. `state` and `words` are what is committed; while the
    pen is down, `state` is what is seen, and its facts stand aside, in memory alone, until the pen is taken up.
    `draft`: what was being written when the program last ended.
    """

    def __init__(self, session: str, log: Log, clock: Clock) -> None:
        stored = log.load(session)
        self.stream = log.stream(session)
        self._log = log
        self._clock = clock
        self._facts = in_order(stored.facts)
        self._seqs: dict[str, int] = {}
        self._count(self._facts)
        self._last = self._facts[-1].time if self._facts else 0
        self.words: Mapping[str, Word] = dict(stored.words)
        self.state = self._kept = fold(session, self._facts)
        self._aside: list[Fact] | None = None
        self._row = session_row(self.state) if self._facts else None
        self.draft = log.draft(session)
        self._listeners: list[Listener] = []

    def listen(self, listener: Listener) -> None:
        """Call `listener` with each change, after it is committed."""
        self._listeners.append(listener)

    def do(self, act: Act, stream: str = "") -> Change | Refused:
        """Carry out an act. Raises StoreFailed when it could not be kept; then nothing has changed.

        `stream`: of another device, for which this one writes: each takes back its own acts alone. While the pen is
        down, none of it is kept, and so none of it is done.
        """
        last = self._aside[-1].time if self._aside else self._last
        at = max(last + 1, self._clock.now())
        about = self.state.description
        moment = rfc3339(at, about.zone if about else None, self.state.started)
        stream = stream or self.stream
        if self._aside is not None and stream != self.stream:
            return Refused(Why.OFF_RECORD)
        decision = decide(self.state, act, Pen(stream, at, moment, _new_id, self.words))
        if isinstance(decision, Refused):
            return decision
        made = self._facts_of(decision, at, stream)
        if isinstance(act, PutPenDown | TakePenUp):
            change = self._turn_pen(act)
        elif self._aside is None:
            change = self._commit(act, made, decision.words)
        elif self._reaches_the_record(made):
            return Refused(Why.NOTHING_TO_UNDO)
        else:
            change = self._set_aside(act, made)
        for listener in self._listeners:
            listener(change)
        return change

    def _turn_pen(self, act: PutPenDown | TakePenUp) -> Change:
        if isinstance(act, PutPenDown):
            self._log.keep_draft(self.state.session, "", erase_all=True)
        self._aside = [] if isinstance(act, PutPenDown) else None
        return self._seen(act)

    def _set_aside(self, act: Act, made: Sequence[Fact]) -> Change:
        self._aside = [*(self._aside or ()), *made]
        return self._seen(act)

    def _reaches_the_record(self, made: Sequence[Fact]) -> bool:
        """Whether something would be undone that is kept."""
        aside = {fact.act for fact in self._aside or ()}
        return any(isinstance(fact.body, Voided) and fact.body.act not in aside for fact in made)

    def _seen(self, act: Act | None) -> Change:
        """Show what is kept, and what stands aside."""
        old = self.state
        if self._aside is None:
            self.state = self._kept
        else:
            both = fold(old.session, [*self._facts, *self._aside])
            self.state = replace(both, off_record=True)
        return Change(old, self.state, self.words, act)

    def undo(self) -> Change | Refused:
        """Undo this device's own latest act."""
        return self.do(Undo())

    def keep_draft(self, text: str) -> None:
        """Keep what is being written; off the record nothing is. Raises StoreFailed."""
        if self._aside is None:
            self._log.keep_draft(self.state.session, text)

    def facts(self) -> Sequence[Fact]:
        """All facts of the session, in order."""
        return tuple(self._facts)

    def take_in(self, facts: Sequence[Fact], words: Sequence[Word]) -> Change:
        """Keep what other devices wrote, and tell it as a change without an act. Raises StoreFailed.

        What they wrote of somebody who has withdrawn is not kept, and what nobody else contributed to goes.
        """
        left, theirs = let_through(facts, words, self._kept.tombstones)
        if left != list(facts) or any(isinstance(fact.body, Withdrawn) for fact in facts):
            left += self._withdrawals(facts)
        change = self._commit(None, left, theirs)
        for listener in self._listeners:
            listener(change)
        return change

    def begin_stream(self, after: int, make: Callable[[], str]) -> Change:
        """Write in another stream from now on; what stands after that place in the old one is of it, too.

        `make` moves that in the log, and tells the new one. Raises StoreFailed.
        """
        old, self.stream = self.stream, make()
        self._facts = in_order(
            replace(fact, stream=self.stream, seq=fact.seq - after)
            if fact.stream == old and fact.seq > after
            else fact
            for fact in self._facts
        )
        self._seqs = {}
        self._count(self._facts)
        self._kept = fold(self.state.session, self._facts)
        change = self._seen(None)
        for listener in self._listeners:
            listener(change)
        return change

    def _withdrawals(self, facts: Sequence[Fact]) -> list[Fact]:
        """With those facts: what has to be taken out of notes that whoever withdrew somewhere else could not know."""
        notes = left_alone(self.state.session, [*self._facts, *facts])
        if not notes:
            return []
        at = max(self._clock.now(), self._last + 1, *(fact.time + 1 for fact in facts))
        seq = self._seqs.get(self.stream, 0) + 1
        return [Fact(_new_id(), self.state.session, _new_id(), self.stream, seq, at, Withdrawn(notes=notes))]

    def _facts_of(self, decision: Decision, at: int, stream: str) -> list[Fact]:
        act, before = _new_id(), self._seqs.get(stream, 0) + len(self._aside or ())
        return [
            Fact(_new_id(), self.state.session, act, stream, before + i, at + i - 1, body)
            for i, body in enumerate(decision.bodies, start=1)
        ]

    def _follows(self, facts: Sequence[Fact]) -> bool:
        """Whether facts stand in their order, and after all that there are."""
        known = [*self._facts[-1:], *facts]
        return in_order(known) == known

    def _count(self, facts: Iterable[Fact]) -> None:
        for fact in facts:
            self._seqs[fact.stream] = max(fact.seq, self._seqs.get(fact.stream, 0))

    def _commit(self, act: Act | None, facts: Sequence[Fact], words: Sequence[Word]) -> Change:
        old, erased = self._kept, Erasure()
        known = {**self.words, **{word.id: word for word in words}}
        follows = self._follows(facts) and not any(map(reaches_back, facts))
        if not follows:
            new = fold(old.session, [*self._facts, *facts])
            rows = _refolded(self._row, old, new)
            if new.tombstones != old.tombstones:
                erased = erasure([*self._facts, *facts], known, new.tombstones)
        else:
            new = apply(old, facts)
            rows = changed_rows(self._row, old, new, (_touched(fact.body) for fact in facts))
        self._log.append(Batch(old.session, facts, words, rows, erased=erased))
        self._facts.extend(facts)
        if not follows:
            left = {fact.id: fact for fact in erased.facts}
            self._facts = in_order(left.get(fact.id, fact) for fact in self._facts)
        self._count(facts)
        self._last = self._facts[-1].time if self._facts else 0
        self.words = {id: word for id, word in known.items() if id not in erased.words} if erased else known
        self._row = rows.session or self._row
        self._kept = new
        return self._seen(act)


def _refolded(row: SessionRow | None, old: State, new: State) -> Rows:
    """After an undo: the rows that differ, whichever entries it reached."""
    now = all_rows(new)
    before = {note.note: note for note in all_rows(old).notes}
    after = {note.note: note for note in now.notes}
    return Rows(
        session=None if now.session == row else now.session,
        notes=[note for key, note in after.items() if before.get(key) != note],
        gone=[key for key in before if key not in after],
    )


def _touched(body: Body) -> str:
    if isinstance(body, Entry):
        return body.entry
    return getattr(body, "note", "")


def _new_id() -> str:
    return str(uuid.uuid4())
