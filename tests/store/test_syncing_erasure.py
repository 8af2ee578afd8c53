"""Who withdrew is gone on every machine and on the server, whatever comes late or is brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coprod.domain import acts
from coprod.domain.facts import NoteKept
from coprod.service.both_sides import Exchange
from coprod.service.ports import Batch, Stored
from coprod.service.verify import verify
from coprod.store.server import ServerStore, open_server
from tests.store.programs import SESSION, Program, SystemClock, bodies, sync

if TYPE_CHECKING:
    from coprod.store import LocalStore


def test_a_withdrawal_travels_and_no_late_device_brings_words_back(
    programs: tuple[Program, Program], url: str
) -> None:
    one, other = programs
    with open_server(url) as server:
        for program in programs:
            sync(program, server)
        who = next(iter(one.live().state.participants))
        one.note("消してほしい言葉", who)
        other.note("遅れた言葉", who)
        sync(one, server)
        assert "消してほしい言葉" in bodies(server)
        one.do(acts.WithdrawParticipant(who))
        sync(one, server)
        assert "消してほしい言葉" not in bodies(server)
        for program in (other, one, other):
            sync(program, server)
        for store in (server, one.store, other.store):
            assert {"消してほしい言葉", "遅れた言葉"}.isdisjoint(bodies(store))
            assert verify(store) == []


def named(store: LocalStore | ServerStore) -> set[str]:
    """Whose notes and words there are."""
    stored = store.load(SESSION)
    subjects = {who for word in stored.words.values() for who in word.subjects}
    kept = (fact.body for fact in stored.facts)
    return subjects.union(*(body.content.who for body in kept if isinstance(body, NoteKept)))


def late(program: Program, server: ServerStore, text: str, *who: str) -> None:
    """A note that comes to the server by a program which has not heard of anything yet."""
    program.note(text, *who)
    server.append(Batch(SESSION, **_new(program.store.since(SESSION, server.heads(SESSION)))))


def _new(found: Stored) -> dict[str, Any]:
    return {"facts": found.facts, "words": tuple(found.words.values())}


def test_what_comes_late_of_somebody_who_withdrew_goes_from_the_server_too(
    programs: tuple[Program, Program], url: str
) -> None:
    one, other = programs
    with open_server(url) as server:
        steady = Exchange(one.store, server, SystemClock(), {})
        steady.sync(SESSION)
        sync(other, server)
        who, friend = list(one.live().state.participants)[:2]
        one.do(acts.WithdrawParticipant(who))
        steady.sync(SESSION)
        late(other, server, "ふたりの言葉", who, friend)
        assert who in named(server)
        steady.sync(SESSION)
        assert friend in named(server)
        assert who not in named(server)
        assert verify(server) == verify(one.store) == []


def test_what_was_brought_back_meanwhile_goes_at_the_next_beginning(
    programs: tuple[Program, Program], url: str
) -> None:
    one, other = programs
    with open_server(url) as server:
        for program in programs:
            sync(program, server)
        who = next(iter(one.live().state.participants))
        one.note("消してほしい言葉", who)
        before = one.store.load(SESSION)
        sync(one, server)
        one.do(acts.WithdrawParticipant(who))
        sync(one, server)
        lost = [word for word in before.words.values() if word.body == "消してほしい言葉"]
        server.append(Batch(SESSION, (), lost))
        sync(other, server)
        assert "消してほしい言葉" not in bodies(server)


def test_what_is_gone_already_is_not_erased_again(programs: tuple[Program, Program], url: str) -> None:
    one, other = programs
    with open_server(url) as server:
        who = next(iter(one.live().state.participants))
        one.note("消してほしい言葉", who)
        sync(one, server)
        one.do(acts.WithdrawParticipant(who))
        delivered: list[Batch] = []
        deliver = server.deliver

        def noted(batch: Batch, **how: Any) -> bool:
            delivered.append(batch)
            return deliver(batch, **how)

        server.deliver = noted  # type: ignore[method-assign]
        sync(one, server)
        assert [bool(batch.erased) for batch in delivered] == [True]
        for program in (one, other):
            sync(program, server)
        assert not any(batch.erased for batch in delivered[1:])
