"""A whole store into another one, either way and once more: nothing lost, nothing double, and compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import pytest

from coprod import bootstrap
from coprod.domain.facts import Reopened
from coprod.service.copying import Copied, NotTheSame, copy
from coprod.service.library import Shelved
from coprod.service.ports import Batch, StoreFailed
from coprod.service.sheets import Sheet
from coprod.store import open_store
from coprod.store.server import ServerStore, open_server
from tests.cli.program import SAMPLE
from tests.contracts.batches import a_fact, a_note, new_id
from tests.postgres import PASSWORD, Server

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from coprod.store.local import LocalStore

Store: TypeAlias = "LocalStore | ServerStore"
Opening: TypeAlias = "Callable[[str], AbstractContextManager[Store]]"


@pytest.fixture(params=["here to server", "server to here", "here to here"])
def ends(request: pytest.FixtureRequest, tmp_path: Path, url: str) -> tuple[Opening, Opening]:
    """How source and target are opened."""

    def here(name: str) -> AbstractContextManager[Store]:
        return open_store(tmp_path / f"{name}.db")

    def server(_name: str) -> AbstractContextManager[Store]:
        return open_server(url)

    source, target = request.param.split(" to ")
    kinds: dict[str, Opening] = {"here": here, "server": server}
    return kinds[source], kinds[target]


def filled(store: Store) -> str:
    """Of everything that a store holds."""
    session, who = new_id(), new_id()
    for seq in (1, 2):
        note = a_note(session, session[::-1], seq)
        store.append(Batch(session, note.facts, note.words, note.rows, {note.words[0].subjects[0]: who}))
    store.append(a_note(new_id(), new_id(), 1))
    store.append(Batch(new_id(), [a_fact(new_id(), new_id(), 1, Reopened())]))
    store.shelve(Shelved(new_id(), "arrival", {"ja": "調子は？"}, own=True))
    store.signing(session, lambda: bytes(range(32)))
    store.keep_sheet(Sheet(new_id(), session, new_id(), (who,), bytes(32), 1_700_000_000_001))
    store.keep_draft(session, "書きかけ")
    return session


def told(store: Store, session: str) -> tuple[object, ...]:
    loaded = store.load(session)
    return (
        store.known(),
        sorted(loaded.facts, key=lambda fact: fact.seq),
        dict(loaded.words),
        dict(loaded.links),
        store.notes(session),
        store.sessions(),
        store.shelved(),
        store.secret(session),
        store.sheets(session),
        store.draft(session),
    )


def test_everything_is_there_and_once_more_changes_nothing(ends: tuple[Opening, Opening]) -> None:
    with ends[0]("source") as source, ends[1]("target") as target:
        session = filled(source)
        assert copy(source, target) == Copied(3, 4)
        before = told(source, session)
        assert told(target, session) == before
        assert copy(source, target) == Copied(3, 4)
        assert told(target, session) == before == told(source, session)


def test_what_the_target_has_besides_stays_and_what_went_on_there_too(ends: tuple[Opening, Opening]) -> None:
    with ends[0]("source") as source, ends[1]("target") as target:
        session = filled(source)
        other = a_note(new_id(), new_id(), 1)
        target.append(other)
        copy(source, target)
        later = a_note(session, new_id(), 1)
        target.append(later)
        copy(source, target)
        assert later.facts[0] in target.load(session).facts
        assert later.rows.notes[0] in target.notes(session)
        assert list(other.facts) == list(target.load(other.session).facts)


def test_the_copy_writes_in_a_stream_of_its_own(ends: tuple[Opening, Opening]) -> None:
    with ends[0]("source") as source, ends[1]("target") as target:
        session = filled(source)
        stream = source.stream(session)
        copy(source, target)
        assert target.stream(session) != stream


def test_another_fact_in_the_place_of_one_is_refused_and_nothing_of_the_session_is_changed(
    ends: tuple[Opening, Opening],
) -> None:
    with ends[0]("source") as source, ends[1]("target") as target:
        first = a_note(new_id(), new_id(), 1)
        source.append(first)
        clash = a_note(first.session, first.facts[0].stream, 1)
        target.append(clash)
        with pytest.raises(StoreFailed):
            copy(source, target)
        assert list(target.load(first.session).facts) == list(clash.facts)
        assert set(target.load(first.session).words) == {clash.words[0].id}


def test_a_copy_that_differs_is_said(ends: tuple[Opening, Opening]) -> None:
    with ends[0]("source") as source, ends[1]("target") as target:
        session = filled(source)
        target.signing(session, lambda: b"x" * 32)
        with pytest.raises(NotTheSame) as differs:
            copy(source, target)
        assert differs.value.what == session


def test_the_commands_take_a_server_wherever_they_take_a_store(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    here, back = tmp_path / "here.db", tmp_path / "back.db"
    assert bootstrap.main(["--store", str(here), "import", str(SAMPLE)]) == 0
    session = capsys.readouterr().out.split("\t")[0]
    assert bootstrap.main(["copy", str(here), url]) == 0
    assert "all of it is there" in capsys.readouterr().out
    assert bootstrap.main(["copy", url, str(back)]) == 0
    capsys.readouterr()
    exported = []
    for place in (str(here), url, str(back)):
        assert bootstrap.main(["--store", place, "verify"]) == 0
        assert bootstrap.main(["--store", place, "export", session]) == 0
        exported.append(capsys.readouterr().out)
    assert exported[0] == exported[1] == exported[2]


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("postgresql+psycopg://u:secret@127.0.0.1:1/d", "can't be reached"),
        ("postgresql+psycopg://u:secret@127.0.0.1", "is no address of a server"),
    ],
)
def test_a_server_that_is_not_there_is_said_in_a_sentence(
    place: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bootstrap.main(["--store", place, "list"]) == 2
    errors = capsys.readouterr().err
    assert told in errors
    assert "secret" not in errors
    assert "Traceback" not in errors


def test_a_wrong_password_is_said_without_it(
    postgres: Server, database: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bootstrap.main(["--store", postgres.url(database, password="wrong-one"), "list"]) == 2
    errors = capsys.readouterr().err
    assert "no such login" in errors
    assert PASSWORD not in errors
    assert "wrong-one" not in errors
