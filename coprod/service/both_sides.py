"""What a store here and an organisation's server lack of a session, and how each gets it.

First what is new there is taken in, withdrawals with it; then what is new here is sent, in one transaction with the
read rows, and only if nothing came in between: so no late device brings words back, and whoever writes rows has seen
everything.
"""

from __future__ import annotations

import logging
from itertools import takewhile
from typing import TYPE_CHECKING, Protocol

from coprod.domain.erasure import Erasure
from coprod.domain.facts import Withdrawn
from coprod.domain.sheets import of_a_note_taker
from coprod.domain.wording import words_in
from coprod.service.erasing import lost_there
from coprod.service.live import LiveSession
from coprod.service.ports import Archive, Batch, Clock, Log, Stored
from coprod.service.rows import Rows, all_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from coprod.domain.facts import Fact, Word
    from coprod.domain.state import State

_log = logging.getLogger("coprod.courier")

_MOST_TRIES = 200
"""How often a session is tried while others write in it all the time."""


class Streams(Log, Archive, Protocol):
    """A store that tells what is new since."""

    def heads(self, session: str) -> Mapping[str, int]:
        """Of each stream of a session how far it goes without a gap. Raises StoreFailed."""

    def heads_of(self, sessions: Sequence[str]) -> Mapping[str, Mapping[str, int]]:
        """The same of many sessions at once; of one without facts there is nothing. Raises StoreFailed."""

    def since(self, session: str, known: Mapping[str, int]) -> Stored:
        """The facts after those heads, and the words that they point to. Raises StoreFailed."""


class Here(Streams, Protocol):
    """The store of this machine."""

    def begin_stream(self, session: str, after: int) -> str:
        """Write in a new stream, to which goes what stands after that place in the old one. Raises StoreFailed."""


class Server(Streams, Protocol):
    """The store of the organisation."""

    def deliver(self, batch: Batch, *, rows: bool, seen: Mapping[str, int] | None = None) -> bool:
        """Commit a batch, if the heads of its session are still those that were `seen`. Raises StoreFailed."""

    def may_write_rows(self) -> bool:
        """Whether this login may write the read tables."""

    def claim(self, stream: str) -> None:
        """Make a stream one's own, where logins may write in no other."""

    def listening(self, seconds: float) -> Iterator[str | None]:
        """The ids of sessions with new facts, as they come; None after `seconds` without. Raises StoreFailed."""


class Live(Protocol):
    """A session that is open here: what comes in goes through it."""

    def take_in(self, facts: Sequence[Fact], words: Sequence[Word]) -> None:
        """Take in what others wrote; returns when it is kept. Raises StoreFailed."""

    def state(self) -> State:
        """The session as it is committed."""

    def known(self) -> frozenset[str]:
        """The ids of all facts that it has. Raises StoreFailed."""

    def begin_stream(self, after: int, make: Callable[[], str]) -> None:
        """Write in the stream that `make` makes, and count what stands after that place to it. Raises StoreFailed."""


class Exchange:
    """One connection to the server."""

    def __init__(self, local: Here, server: Server, clock: Clock, lives: Mapping[str, Live]) -> None:
        self._local, self._server, self._clock, self._lives = local, server, clock, lives
        self._rows = server.may_write_rows()
        self._told: dict[str, Rows] = {}
        self._stale: set[str] = set()
        self._late: set[str] = set()
        self._seen: set[str] = set()
        self._met: dict[str, Live] = {}
        self._sent: dict[str, int] = {}

    def unlike(self, sessions: Sequence[str]) -> list[str]:
        """Those of which something is to be done; each is once, at the beginning. Raises StoreFailed."""
        theirs, ours = self._server.heads_of(sessions), self._local.heads_of(sessions)
        return [one for one in sessions if self._is_unlike(one, theirs.get(one, {}), ours.get(one, {}))]

    def _is_unlike(self, session: str, theirs: Mapping[str, int], ours: Mapping[str, int]) -> bool:
        begun = session in self._seen and not (self._rows and session in self._stale)
        return self._is_there(theirs, ours) and not (begun and theirs == ours)

    def _is_there(self, theirs: Mapping[str, int], ours: Mapping[str, int]) -> bool:
        """A note-taker's login is not shown what is over, nor may it begin a session."""
        return bool(theirs or (ours and self._rows))

    def sync(self, session: str) -> None:
        """Make both the same. Raises StoreFailed."""
        self._meet(session)
        for _ in range(_MOST_TRIES):
            theirs, ours = self._server.heads(session), self._local.heads(session)
            if not self._is_there(theirs, ours):
                return
            if self._begins_anew(session, theirs, ours):
                ours = self._local.heads(session)
            if not self._is_unlike(session, theirs, ours):
                return
            if _behind(ours, theirs):
                self._pull(session, ours)
            if self._push(session, theirs):
                self._seen.add(session)
                return

    def _meet(self, session: str) -> None:
        """What came into the log while a session was being opened, it has not read."""
        live = self._lives.get(session)
        if live is None:
            self._met.pop(session, None)
        elif live is not self._met.get(session):
            stored, known = self._local.load(session), live.known()
            missed = [fact for fact in stored.facts if fact.id not in known]
            if missed:
                wanted = {id for fact in missed for id in words_in(fact.body)}
                live.take_in(missed, [word for id, word in stored.words.items() if id in wanted])
            self._met[session] = live

    def _begins_anew(self, session: str, theirs: Mapping[str, int], ours: Mapping[str, int]) -> bool:
        """Whether this machine begins a new stream, since another writes in its own, as where its folder was copied.

        What was written here and is not there goes to the new one: nothing of either is lost.
        """
        own = self._local.stream(session)
        there = theirs.get(own, 0)
        if there in {0, self._sent.get(session, 0)}:
            return False

        def after(place: int) -> tuple[list[str], list[str]]:
            both = ((self._local, ours), (self._server, theirs))
            here, elsewhere = (_ids(of, session, {**heads, own: place}, own) for of, heads in both)
            return here, elsewhere

        here, elsewhere = after(there - 1)
        if here[:1] == elsewhere:
            self._sent[session] = there
            return False
        _log.warning("%s: a new stream", session)
        same = sum(1 for _ in takewhile(lambda two: two[0] == two[1], zip(*after(0), strict=False)))
        self._of(session).begin_stream(same, lambda: self._local.begin_stream(session, same))
        self._sent.pop(session, None)
        return True

    def _of(self, session: str) -> Live:
        return self._lives.get(session) or _Resting(session, self._local, self._clock)

    def _pull(self, session: str, ours: Mapping[str, int]) -> None:
        found = self._server.since(session, ours)
        live = self._of(session)
        live.take_in(found.facts, tuple(found.words.values()))
        if lost_there(found, live.state().tombstones):
            self._late.add(session)
        self._stale.add(session)

    def _push(self, session: str, theirs: Mapping[str, int]) -> bool:
        """Whether it is done: nothing was written there meanwhile."""
        out = self._local.since(session, theirs)
        if out.facts and not self._rows:
            out = self._noted(session, out, theirs)
        if out.facts or session not in self._told:
            self._stale.add(session)
        state = self._of(session).state() if self._rows and session in self._stale else None
        if not out.facts and state is None:
            return True
        now = all_rows(state) if state else Rows()
        batch = Batch(
            session,
            out.facts,
            tuple(out.words.values()),
            self._changed(session, now) if state else now,
            self._local.load(session).links if out.facts and self._rows else {},
            self._erasure(session, out.facts, state.tombstones) if state else Erasure(),
        )
        done = self._server.deliver(batch, rows=self._rows, seen=theirs)
        if done:
            own = self._local.stream(session)
            sent = [fact.seq for fact in out.facts if fact.stream == own]
            self._sent[session] = max((theirs.get(own, 0), *sent))
            self._told[session] = now
            self._stale.discard(session)
            self._late.discard(session)
        return done

    def _noted(self, session: str, out: Stored, theirs: Mapping[str, int]) -> Stored:
        """What a note-taker's login may send of that; its streams are made its own first.

        Its own stream, and those that hold notes alone, as phones write them here: in another one it would stand in
        the place of what somebody else has to tell.
        """
        new = {fact.id for fact in out.facts}
        whole = self._local.since(session, {}).facts
        allowed = of_a_note_taker(whole)
        own = self._local.stream(session)
        others = {was.stream for was, may in zip(whole, allowed, strict=True) if was != may} - {own}
        told = [fact for fact in allowed if fact.id in new and fact.stream not in others]
        for stream in {fact.stream for fact in told}.difference(theirs):
            self._server.claim(stream)
        wanted = {id for fact in told for id in words_in(fact.body)}
        return Stored(told, {id: word for id, word in out.words.items() if id in wanted}, {})

    def _changed(self, session: str, now: Rows) -> Rows:
        """The rows that differ from those that were written last from here, and those that are there too many."""
        before = self._told.get(session, Rows())
        known = {row.note: row for row in before.notes}
        there = {row.note for row in now.notes}
        gone = [row.note for row in self._server.notes(session) if row.note not in there]
        changed = [row for row in now.notes if known.get(row.note) != row]
        return Rows(None if now.session == before.session else now.session, changed, gone)

    def _erasure(self, session: str, told: Sequence[Fact], gone: frozenset[str]) -> Erasure:
        """What goes on the server of whoever withdrew.

        It is looked for with a withdrawal, with what came late, and at every beginning: an older program or a copy may
        have brought something back.
        """
        fresh = session not in self._told or session in self._late
        if not gone or not (fresh or any(isinstance(fact.body, Withdrawn) for fact in told)):
            return Erasure()
        return lost_there(self._server.load(session), gone, told)


def _ids(of: Streams, session: str, known: Mapping[str, int], stream: str) -> list[str]:
    """The facts of one stream after those heads, in its order."""
    facts = [fact for fact in of.since(session, known).facts if fact.stream == stream]
    return [fact.id for fact in sorted(facts, key=lambda fact: fact.seq)]


def _behind(ours: Mapping[str, int], theirs: Mapping[str, int]) -> bool:
    return any(ours.get(stream, 0) < head for stream, head in theirs.items())


class _Resting:
    """A session that nobody has open here; fulfils `Live`."""

    def __init__(self, session: str, local: Log, clock: Clock) -> None:
        self._live = LiveSession(session, local, clock)

    def take_in(self, facts: Sequence[Fact], words: Sequence[Word]) -> None:
        self._live.take_in(facts, words)

    def state(self) -> State:
        return self._live.state

    def known(self) -> frozenset[str]:
        return frozenset(fact.id for fact in self._live.facts())

    def begin_stream(self, after: int, make: Callable[[], str]) -> None:
        self._live.begin_stream(after, make)
