"""Two machines that write in the same stream part, and nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as driver

from coprod.domain import acts
from coprod.domain.fold import in_order
from coprod.domain.terms import NoteKind
from coprod.service.both_sides import Exchange
from coprod.service.live import Change
from coprod.service.verify import verify
from coprod.store import open_store
from coprod.store.server import open_server
from tests.store.programs import SESSION, OpenHere, Program, SystemClock, bodies, sync

if TYPE_CHECKING:
    from pathlib import Path


def cloned(program: Program, path: Path) -> Program:
    """The folder of a laptop, as it was copied to another one."""
    with open_store(path):
        pass
    source, target = (driver.connect(str(one)) for one in (program.store.path, path))
    source.backup(target)
    for one in (source, target):
        one.close()
    return Program(open_store(path), program.url)


def test_two_laptops_with_the_same_folder_lose_nothing_and_part(
    programs: tuple[Program, Program], url: str, tmp_path: Path
) -> None:
    one, _ = programs
    with open_server(url) as server:
        one.note("前")
        sync(one, server)
        clone = cloned(one, tmp_path / "clone.db")
        stream = one.live().stream
        assert clone.live().stream == stream
        one.note("もとの機械で")
        for n in range(3):
            clone.note(f"写した機械で {n}")
        for program in (one, clone, one, clone):
            sync(program, server)
        wanted = sorted(["前", "もとの機械で", *(f"写した機械で {n}" for n in range(3))])
        assert one.notes() == clone.notes() == wanted
        assert one.live().stream == stream != clone.live().stream
        clone.do(acts.Undo())
        one.note("もっと")
        for program in (clone, one, clone):
            sync(program, server)
        wanted.remove("写した機械で 2")
        assert one.notes() == clone.notes() == sorted([*wanted, "もっと"])
        for store in (server, one.store, clone.store):
            assert verify(store) == []
        clone.close()


def test_a_window_goes_on_in_another_stream_where_its_own_is_written_elsewhere(
    programs: tuple[Program, Program], url: str, tmp_path: Path
) -> None:
    one, _ = programs
    with open_server(url) as server:
        sync(one, server)
        clone = cloned(one, tmp_path / "clone.db")
        window = clone.live()
        exchange = Exchange(clone.store, server, SystemClock(), {SESSION: OpenHere(window)})
        exchange.sync(SESSION)
        one.note("もとの機械で")
        sync(one, server)
        for n in range(2):
            window.do(acts.KeepNote(acts.NoteDraft(NoteKind.IDEA, {"ja": f"窓で {n}"}, original="ja")))
            exchange.sync(SESSION)
        assert isinstance(window.undo(), Change)
        exchange.sync(SESSION)
        sync(one, server)
        assert one.notes() == clone.notes() == ["もとの機械で", "窓で 0"]
        assert in_order(window.facts()) == in_order(clone.store.load(SESSION).facts)
        assert verify(server) == verify(clone.store) == []
        clone.close()


def test_a_store_that_was_put_back_goes_on_in_another_stream(
    programs: tuple[Program, Program], url: str, tmp_path: Path
) -> None:
    one, _ = programs
    with open_server(url) as server:
        sync(one, server)
        back = cloned(one, tmp_path / "back.db")
        one.note("あとで")
        sync(one, server)
        sync(back, server)
        assert back.notes() == ["あとで"]
        back.note("戻してから")
        sync(back, server)
        assert back.live().stream != one.live().stream
        assert "戻してから" in bodies(server)
        back.close()
