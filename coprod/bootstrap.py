"""The composition root: everything is made here, by explicit constructors, and handed to whoever needs it.

Imports stand in the functions that need them: a command starts without Qt, and a window paints before the store and
the writer of documents are read from the disk.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coprod.domain.handout import HandoutDoc
    from coprod.domain.paper_sheet import PaperSheet
    from coprod.paths import Place
    from coprod.seal import SealedFiles
    from coprod.service.drafting import Drafter
    from coprod.service.ports import PageDrawer
    from coprod.service.printing import Publication, Setting
    from coprod.service.sharing.hosting import Hosting, Told, Where
    from coprod.service.sharing.joining import Met
    from coprod.service.sharing.laptops import Introduction, Laptops
    from coprod.service.sharing.pairing import Door
    from coprod.service.sharing.room import Record
    from coprod.service.tables import Table
    from coprod.service.translation import Returned, Work
    from coprod.store.local import LocalStore
    from coprod.store.server import ServerStore
    from coprod.ui.tools import Tools

_NO_SCREEN = "There is no screen here: playing the sample session without one, into {folder}/."


_WINDOWS_ALONE: tuple[list[str], ...] = ([], ["run"], ["run", "--sample"])
"""With these arguments the windows open, and the commands need not be read from the disk first."""


class SystemClock:
    """The time of this machine."""

    def now(self) -> int:
        """UTC in milliseconds since 1970; may jump."""
        return time.time_ns() // 1_000_000

    def waited(self) -> float:
        """Seconds on a clock that never goes back."""
        return time.monotonic()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run Coprod with the arguments of the process; the exit code. No traceback reaches anybody."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    try:
        if given in _WINDOWS_ALONE:
            return _run_windows(None, "--sample" in given)
        from coprod import cli

        if isinstance(sys.stdout, TextIOWrapper):  # wherever it goes, titles are in any language
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
        tools = cli.Tools(
            open_store=_open_store,
            render=_render,
            clock=SystemClock(),
            run=_run_windows,
            demo=_play_demo,
            handout=_hand_out,
            seal=_seal,
            print_sheet=_print_sheet,
            write_work=_write_work,
            read_work=_read_work,
            read_logo=_read_logo,
            open_drafter=_open_drafter,
            host=_host,
            join=_join,
            introduce=_introduce,
            open_own=_open_own,
        )
        return cli.main(given, tools)
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # a bug: its kind is told, never the words of a meeting
        print(f"coprod: failed: {type(error).__name__}; nothing more was done", file=sys.stderr)
        return 1


def store_place(given: Place | None) -> Place:
    """Where the store is: as given, else COPROD_STORE, else the person's own folder for data."""
    from coprod import paths

    named = os.environ.get("COPROD_STORE")
    return given or (paths.place(named) if named else paths.data_home() / "coprod.db")


def _open_store(given: Place | None, write: bool) -> LocalStore | ServerStore:
    from coprod.store.local import open_store

    where = store_place(given)
    if isinstance(where, str):
        from coprod.store.server import open_server

        return open_server(where, write=write)
    return open_store(where, write=write)


def _open_own(given: Place | None) -> LocalStore:
    """The store on this machine; of a server a copy of what is going on, and a courier between both."""
    from coprod.store.local import open_store

    where = store_place(given)
    if isinstance(where, Path):
        return open_store(where)
    from coprod import paths
    from coprod.store.replica import open_replica

    return open_replica(where, paths.data_home(), SystemClock())


def _render(publication: Publication, path: Path, setting: Setting) -> None:
    from coprod.render.written import write_edition

    write_edition(publication, path, setting)


def _hand_out(doc: HandoutDoc, languages: Sequence[str], path: Path, large: bool) -> None:
    from coprod.i18n import Catalogue
    from coprod.render.handout import render_handout

    render_handout(doc, [Catalogue(lang) for lang in languages], path, large=large)


def _read_table(path: Path) -> Table:
    from coprod.readers import read_table

    return read_table(path)


def _write_work(work: Work, path: Path) -> None:
    from coprod.render.xliff import write_work

    write_work(work, path)


def _read_logo(data: bytes) -> bytes:
    from coprod.render.logo import read_logo

    return read_logo(data)


def _draw_pages() -> PageDrawer:
    from coprod.render.preview import PageProcess

    return PageProcess()


def _read_work(path: Path) -> Returned:
    from coprod.readers import read_work

    return read_work(path)


def _open_drafter(folder: Path, langs: tuple[str, str]) -> Drafter:
    from coprod.mt import open_drafter

    return open_drafter(folder, langs)


def _print_sheet(doc: PaperSheet, languages: Sequence[str], path: Path, large: bool) -> None:
    from coprod.i18n import Catalogue
    from coprod.render.paper_sheet import render_paper_sheet

    render_paper_sheet(doc, [Catalogue(lang) for lang in languages], path, large=large)


def _host(
    record: Record,
    door: Door,
    where: Where,
    told: Told,
    laptops: Laptops | None = None,
    *,
    messages: bool = True,
) -> Hosting:
    from coprod.serve import host

    return host(record, door, where, told, laptops, messages=messages)


def _introduce(word: str, certificate: bytes, *, host: bool) -> Introduction:
    from coprod.seal import WordIntroduction

    return WordIntroduction(word, certificate, host=host)


def _join(address: str, word: str) -> Met:
    from coprod.serve import join

    return join(address, word, _introduce)


def _seal() -> SealedFiles:
    from coprod.seal import SealedFiles

    return SealedFiles()


def _run_windows(given: Place | None, sample: bool) -> int:
    if not _has_screen():
        folder = Path("demo")
        print(_NO_SCREEN.format(folder=folder), flush=True)
        return _play_demo(folder)
    gc.disable()  # until the first paint: nothing that is made on the way there is thrown away
    from coprod.ui.app import run

    return run(partial(_window_tools, given), sample=sample)


def _window_tools(given: Place | None) -> Tools:
    """What the windows need after their first paint."""
    from coprod.ui.tools import Tools

    return Tools(
        lambda elsewhere: _open_own(elsewhere or given),
        _render,
        _hand_out,
        SystemClock(),
        _seal,
        _read_table,
        _print_sheet,
        _write_work,
        _read_work,
        _draw_pages,
        _open_drafter,
        _read_logo,
        _host,
        _join,
        _introduce,
    )


def _play_demo(folder: Path) -> int:
    from coprod.ui.demo import play

    return play(folder, _open_own, _render)


def _has_screen() -> bool:
    """Whether there is a display to open windows on (elsewhere than on Linux there always is)."""
    if not sys.platform.startswith("linux") or "QT_QPA_PLATFORM" in os.environ:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
