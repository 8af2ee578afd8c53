"""A whole store into another one, either way and once more: nothing lost, nothing double, and compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import pytest

from coprod import bootstrap
from coprod.bootstrap import SystemClock
from coprod.domain import acts
from coprod.domain.facts import Reopened
from coprod.domain.terms import NoteKind
from coprod.service.copying import Copied, NotTheSame, copy
from coprod.service.library import Shelved
from coprod.service.live import LiveSession
from coprod.service.ports import Batch, Held, StoreFailed
from coprod.service.sheets import Sheet
from coprod.service.verify import verify
from coprod.store import open_store
from coprod.store.server import ServerStore, open_server
from tests.cli.program import SAMPLE
from tests.contracts.batches import a_fact, a_note, new_id
from tests.postgres import PASSWORD, Server
from tests.present.meeting import Meeting

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
    )


def test_everything_is_there_and_once_more_changes_nothing(ends: tuple[Opening, Opening]) -> None:
    with ends[0]("source") as source, ends[1]("target") as target:
        session = filled(source)
        assert copy(source, target) == Copied(3, 4)
        before = told(source, session)
        assert told(target, session) == before
        assert target.draft(session) == ("" if target.shared else "書きかけ")
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


def test_what_differs_is_said_and_the_other_sessions_come(ends: tuple[Opening, Opening]) -> None:
    with ends[0]("source") as source, ends[1]("target") as target:
        first, second = (a_note(session, new_id(), 1) for session in sorted((new_id(), new_id())))
        for one in (first, second):
            source.append(one)
        clash = a_note(first.session, first.facts[0].stream, 1)
        target.append(clash)
        with pytest.raises(NotTheSame) as differs:
            copy(source, target)
        assert differs.value.what == (first.session,)
        assert list(target.load(first.session).facts) == list(clash.facts)
        assert set(target.load(first.session).words) == {clash.words[0].id}
        assert list(target.load(second.session).facts) == list(second.facts)


def test_a_session_that_cannot_be_read_is_said_and_the_others_come(
    ends: tuple[Opening, Opening], monkeypatch: pytest.MonkeyPatch
) -> None:
    with ends[0]("source") as source, ends[1]("target") as target:
        first, second = (a_note(session, new_id(), 1) for session in sorted((new_id(), new_id())))
        for one in (first, second):
            source.append(one)
        held = source.held

        def damaged(session: str) -> Held:
            if session == first.session:
                raise StoreFailed("damaged")
            return held(session)

        monkeypatch.setattr(source, "held", damaged)
        with pytest.raises(NotTheSame) as differs:
            copy(source, target)
        assert differs.value.what == (first.session,)
        assert target.known() == [second.session]


def test_what_makes_each_session_fail_is_said_at_once(
    ends: tuple[Opening, Opening], monkeypatch: pytest.MonkeyPatch
) -> None:
    with ends[0]("source") as source, ends[1]("target") as target:
        source.append(a_note(new_id(), new_id(), 1))

        def full(_batch: Batch) -> None:
            raise StoreFailed("full")

        monkeypatch.setattr(target, "append", full)
        with pytest.raises(StoreFailed) as failed:
            copy(source, target)
        assert failed.value.code == "full"


def test_a_copy_that_differs_is_said(ends: tuple[Opening, Opening]) -> None:
    with ends[0]("source") as source, ends[1]("target") as target:
        session = filled(source)
        target.signing(session, lambda: b"x" * 32)
        with pytest.raises(NotTheSame) as differs:
            copy(source, target)
        assert differs.value.what == (session,)


def test_what_was_changed_there_is_not_written_over(ends: tuple[Opening, Opening]) -> None:
    with ends[0]("source") as source, ends[1]("target") as target:
        session = filled(source)
        copy(source, target)
        (entry,) = source.shelved()
        target.shelve(Shelved(entry.id, entry.kind, {"ja": "新しい"}, own=True))
        who, other = next(iter(source.load(session).links)), new_id()
        target.append(Batch(session, (), links={who: other}))
        copy(source, target)
        assert [one.text for one in target.shelved()] == [{"ja": "新しい"}]
        assert target.load(session).links[who] == other


SESSION = "5f1e0c52-94c5-4d4c-a0f5-a8e9c4a0b0b1"


def meeting(store: Store) -> LiveSession:
    """A meeting that has begun."""
    made = Meeting()
    live = LiveSession(SESSION, store, SystemClock())
    live.take_in(tuple(made.live.facts()), tuple(made.live.words.values()))
    live.do(acts.StartSession())
    return live


def going_on(store: Store) -> LiveSession:
    return LiveSession(SESSION, store, SystemClock())


def noted(live: LiveSession, text: str, *who: str) -> None:
    live.do(acts.KeepNote(acts.NoteDraft(NoteKind.IDEA, {"ja": text}, who, original="ja")))


def named(store: Store) -> str:
    """All that is told of anybody, and every word."""
    stored = store.load(SESSION)
    return repr((stored.facts, sorted(stored.words.items()), sorted(stored.links)))


@pytest.mark.parametrize("where", ["there", "here"])
def test_what_was_erased_stays_erased_on_whichever_side_it_was(
    ends: tuple[Opening, Opening], where: str
) -> None:
    with ends[0]("source") as source, ends[1]("target") as target:
        live = meeting(source)
        who, friend = list(live.state.participants)[:2]
        noted(live, "消してほしい", who)
        noted(live, "ふたりの", who, friend)
        source.append(Batch(SESSION, (), links={who: new_id(), friend: new_id()}))
        copy(source, target)
        noted(going_on(source), "こちらであとから", who)
        noted(going_on(target), "そちらであとから", who)
        going_on(target if where == "there" else source).do(acts.WithdrawParticipant(who))
        for _ in range(2):
            copy(source, target)
            left = named(target)
            assert not any(words in left for words in ("消してほしい", "あとから"))
            assert "ふたりの" in left
            assert set(target.load(SESSION).links) == {friend}
            assert left.count(who) == 1, "in the fact that tells of the withdrawal"
            assert verify(target) == []
        if where == "there":
            assert "消してほしい" in named(source)


def test_the_rows_are_right_where_both_went_on(ends: tuple[Opening, Opening]) -> None:
    with ends[0]("source") as source, ends[1]("target") as target:
        noted(meeting(source), "まえ")
        copy(source, target)
        noted(going_on(source), "こちら")
        noted(going_on(target), "そちら")
        copy(source, target)
        assert len(target.notes(SESSION)) == 3
        assert verify(target) == []


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
