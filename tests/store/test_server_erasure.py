"""Of what is erased on a server no byte is left in its files: all of them are read, as they lie on the disk."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import psycopg
import pytest

from coprod.domain.erasure import Erasure
from coprod.service.ports import Batch
from coprod.store.replica import connect
from coprod.store.server import ServerStore, open_server
from tests.contracts.batches import a_note, new_id
from tests.postgres import PASSWORD, Server

if TYPE_CHECKING:
    from collections.abc import Iterator

SECRETS = tuple(f"秘密の言葉{n:03d}" for n in range(12))
ERASED = (
    SECRETS[-2],
    SECRETS[-1],
    SECRETS[4],
)  # the last ones on a page that holds others: no row moves over them
LEFT = tuple(one for one in SECRETS if one not in ERASED)


@pytest.fixture
def login(postgres: Server, database: str) -> Iterator[str]:
    """Somebody who owns nothing there, and is a facilitator."""
    name = f"facilitator_{database}"
    with postgres.connect(database) as connection:
        connection.execute(f"CREATE ROLE {name} LOGIN PASSWORD '{PASSWORD}'".encode())
        connection.execute(f"GRANT coprod_facilitator TO {name}".encode())
    yield name
    with postgres.connect(database) as connection:
        connection.execute(f"DROP OWNED BY {name}; DROP ROLE {name}".encode())


@pytest.fixture(params=["owner", "facilitator"])
def store(url: str, postgres: Server, database: str, login: str, request: object) -> Iterator[ServerStore]:
    mine = postgres.url(database, login) if request.param == "facilitator" else url  # type: ignore[attr-defined]
    with open_server(mine) as opened:
        yield opened


def filled(store: ServerStore) -> Erasure:
    """Notes with short words, one after another; the erasure of some of them."""
    session, stream = new_id(), new_id()
    batches = [a_note(session, stream, seq) for seq in range(1, len(SECRETS) + 1)]
    for batch, secret in zip(batches, SECRETS, strict=True):
        store.append(replace(batch, words=[replace(batch.words[0], body=secret)]))
    ids = {secret: batch.words[0].id for batch, secret in zip(batches, SECRETS, strict=True)}
    return Erasure((), frozenset(ids[one] for one in ERASED), frozenset())


def erase(store: ServerStore, erased: Erasure) -> None:
    store.append(Batch(new_id(), [], erased=erased))


def erase_and_clear_nothing(store: ServerStore, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(ServerStore, "_sweep", lambda _self: False)
        erase(store, filled(store))


def found(postgres: Server, database: str, secrets: tuple[str, ...]) -> list[str]:
    raw = postgres.raw(database)
    return [one for one in secrets if one.encode() in raw]


def marks(postgres: Server, database: str) -> int:
    with postgres.connect(database) as connection:
        ((many,),) = connection.execute("SELECT count(*) FROM erasure")
    return int(str(many))


def analyze(postgres: Server, database: str) -> None:
    with postgres.connect(database) as connection:
        connection.execute("ANALYZE")


def test_no_byte_is_left_after_an_erasure(store: ServerStore, postgres: Server, database: str) -> None:
    erased = filled(store)
    analyze(postgres, database)
    assert found(postgres, database, SECRETS) == list(SECRETS)
    erase(store, erased)
    analyze(postgres, database)
    assert found(postgres, database, ERASED) == []
    assert found(postgres, database, LEFT) == list(LEFT)
    assert marks(postgres, database) == 0
    assert store.sweep()


def test_a_vacuum_alone_would_leave_them(
    store: ServerStore, postgres: Server, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    erased = filled(store)
    monkeypatch.setattr(ServerStore, "_sweep", lambda _self: False)
    erase(store, erased)
    with postgres.connect(database) as connection:
        connection.execute("VACUUM")
    assert found(postgres, database, ERASED) != []


def test_a_draft_that_is_let_go_leaves_nothing(store: ServerStore, postgres: Server, database: str) -> None:
    sessions = [new_id() for _ in range(6)]
    for n, session in enumerate(sessions):
        store.keep_draft(session, f"書きかけ{n:03d}")
    analyze(postgres, database)
    store.keep_draft(sessions[-1], "", erase_all=True)
    store.keep_draft(sessions[0], "別の言葉", erase_all=True)
    assert found(postgres, database, ("書きかけ005", "書きかけ000")) == []
    assert found(postgres, database, ("書きかけ003",)) == ["書きかけ003"]


def test_what_an_old_look_holds_fast_is_cleared_later(
    store: ServerStore, postgres: Server, database: str
) -> None:
    erased = filled(store)
    with closing(postgres.connect(database)) as old:
        old.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
        old.execute("SELECT count(*) FROM session")
        erase(store, erased)
        assert marks(postgres, database) == 1
        assert not store.sweep()
        assert found(postgres, database, ERASED) == list(ERASED)
        old.execute("ROLLBACK")  # a server notices only after a while that somebody is gone
    assert store.sweep()
    assert marks(postgres, database) == 0
    assert found(postgres, database, ERASED) == []


def test_a_sweep_that_fails_undoes_nothing_and_is_tried_again(
    store: ServerStore, postgres: Server, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    erased = filled(store)

    def gone(_store: ServerStore) -> bool:
        raise psycopg.OperationalError

    with monkeypatch.context() as broken:
        broken.setattr(ServerStore, "_sweep", gone)
        erase(store, erased)
        assert not store.sweep()
    assert marks(postgres, database) == 1
    erase(store, Erasure((), frozenset({new_id()}), frozenset()))
    assert marks(postgres, database) == 0
    assert found(postgres, database, ERASED) == []


def test_a_table_that_is_in_use_is_waited_for_a_while_alone(
    store: ServerStore, postgres: Server, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coprod.store.sweeping.WAIT", "200ms")
    erased = filled(store)
    with closing(postgres.connect(database)) as busy:
        busy.execute("BEGIN")
        busy.execute("LOCK TABLE words IN ACCESS SHARE MODE")
        erase(store, erased)
        assert marks(postgres, database) == 1
        busy.execute("ROLLBACK")
    assert store.sweep()
    assert found(postgres, database, ERASED) == []


def test_what_was_left_is_cleared_when_the_store_is_opened_to_write(
    store: ServerStore, url: str, postgres: Server, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    erase_and_clear_nothing(store, monkeypatch)
    open_server(url, write=False).close()
    assert marks(postgres, database) == 1
    open_server(store._url.render_as_string(hide_password=False)).close()  # noqa: SLF001
    assert marks(postgres, database) == 0
    assert found(postgres, database, ERASED) == []


def test_what_was_left_is_cleared_when_a_courier_connects(
    store: ServerStore, url: str, postgres: Server, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    erase_and_clear_nothing(store, monkeypatch)
    connect(url).close()
    assert marks(postgres, database) == 0
    assert found(postgres, database, ERASED) == []


def test_what_was_not_written_since_others_were_first_marks_nothing(
    store: ServerStore, postgres: Server, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    erased = filled(store)
    monkeypatch.setattr(ServerStore, "_sweep", lambda _self: False)
    (session,) = store.known()
    assert not store.deliver(Batch(session, [], erased=erased), rows=True, seen={})
    assert marks(postgres, database) == 0
    assert store.deliver(Batch(session, [], erased=erased), rows=True, seen=store.heads(session))
    assert marks(postgres, database) == 1


def test_a_mark_that_was_restored_from_another_server_goes(
    store: ServerStore, postgres: Server, database: str
) -> None:
    with postgres.connect(database) as connection:
        connection.execute("INSERT INTO erasure VALUES ('2000000000')")
    assert store.sweep()
    assert marks(postgres, database) == 0


def test_an_erasure_that_comes_during_a_sweep_keeps_its_mark(
    url: str, postgres: Server, database: str
) -> None:
    with open_server(url) as store, closing(postgres.connect(database)) as other:
        filled(store)
        other.execute("BEGIN")
        other.execute("INSERT INTO erasure DEFAULT VALUES")
        assert store.sweep()
        other.execute("COMMIT")
        assert marks(postgres, database) == 1
        assert store.sweep()
        assert marks(postgres, database) == 0


@pytest.mark.parametrize("role", ["coprod_note_taker", "coprod_reader"])
def test_nobody_else_clears_or_marks_anything(role: str, postgres: Server, database: str) -> None:
    login = f"other_{database}"
    with postgres.connect(database) as connection:
        made = f"CREATE ROLE {login} LOGIN PASSWORD '{PASSWORD}'; GRANT {role} TO {login}"
        connection.execute(made.encode())
        connection.execute("INSERT INTO erasure DEFAULT VALUES")
    with postgres.connect(database, login) as connection:
        for statement in ("SELECT coprod_clear('words')", "TABLE erasure", "DELETE FROM erasure"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(statement.encode())
    with open_server(postgres.url(database, login)) as store:
        assert store.sweep()  # there is nothing that this login could clear
    assert marks(postgres, database) == 1
    with postgres.connect(database) as connection:
        connection.execute(f"DROP OWNED BY {login}; DROP ROLE {login}".encode())


def test_a_facilitator_clears_the_tables_of_the_list_alone(
    postgres: Server, database: str, login: str
) -> None:
    with postgres.connect(database, login) as connection:
        connection.execute("SELECT coprod_clear('words')")
        for name in ("person", "pg_class", "words; DROP TABLE words", '"words"', ""):
            with pytest.raises(psycopg.errors.RaiseException):
                connection.execute("SELECT coprod_clear(%s)", (name,))
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'")


def test_the_server_keeps_no_samples_of_prose_or_names(postgres: Server, database: str) -> None:
    with postgres.connect(database) as connection:
        off = connection.execute(
            "SELECT attrelid::regclass || '.' || attname FROM pg_attribute"
            " WHERE attstattarget = 0 AND attnum > 0 AND attrelid::regclass::text !~ '^pg_' ORDER BY 1"
        ).fetchall()
    assert [name for (name,) in off] == [
        *("draft.body", "fact.body", "library.text", "library.title", "organisation.labels"),
        *("organisation.name", "person.name", "programme.cohort", "programme.title", "words.body"),
    ]
