"""What the commands share: what they are handed, how they refuse, and how they speak."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from coprod.domain.handout import HandoutDoc
from coprod.paths import Place
from coprod.service.copying import Whole
from coprod.service.drafting import DrafterOpener
from coprod.service.house import LogoReader
from coprod.service.ports import Clock, Renderer, SheetPrinter
from coprod.service.sharing.hosting import Host
from coprod.service.sharing.joining import Join
from coprod.service.sharing.laptops import Introduce
from coprod.service.sheets import SheetFiles
from coprod.service.translation import WorkReader, WorkWriter

if TYPE_CHECKING:
    from coprod.service.syncing import Courier

DONE, FAILED, REFUSED = 0, 1, 2


class Store(Whole, Protocol):
    """A store, whole."""

    @property
    def path(self) -> Path | str:
        """Its file, or the address of its server without a password."""


class OwnStore(Store, Protocol):
    """A store on this machine."""

    @property
    def courier(self) -> Courier | None:
        """Who speaks with an organisation's server, where the store is a part of its."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What bootstrap hands to the commands.

    `open_store`: a path (None: the default place) and whether to write. `run`: the windows, on a store path, with the
    sample session or not. `demo`: play the sample into a folder.
    `handout`: write the page for participants, in large print or not. `seal`: what seals and opens group sheets.
    `print_sheet`: write a group's sheet to be filled in by hand. `write_work`, `read_work`: a translator's file.
    `host`, `join`, `introduce`: the room's own network. `open_drafter`: a model that translates, from a folder.
    `open_own`: what goes on for long is written on this machine, also where the place is a server.
    """

    open_store: Callable[[Place | None, bool], AbstractContextManager[Store]]
    render: Renderer
    clock: Clock
    run: Callable[[Place | None, bool], int]
    demo: Callable[[Path], int]
    handout: Callable[[HandoutDoc, Sequence[str], Path, bool], None]
    seal: Callable[[], SheetFiles]
    print_sheet: SheetPrinter
    write_work: WorkWriter
    read_work: WorkReader
    read_logo: LogoReader
    open_drafter: DrafterOpener
    host: Host
    join: Join
    introduce: Introduce
    open_own: Callable[[Place | None], AbstractContextManager[OwnStore]]


class Refusal(Exception):
    """Input that is refused: what, where and why."""

    def __init__(self, what: object, place: str, why: str) -> None:
        super().__init__(f"{what}: {place}: {why}")


def one_line(text: str) -> str:
    """A text without breaks and tabs."""
    return re.sub(r"[\t\n\u2028\u2029]+", " ", text)


def tell(line: str) -> None:
    """One line on stdout."""
    unless_nobody_reads(lambda: print(line, flush=True))


def unless_nobody_reads(write: Callable[[], object]) -> None:
    """Write to stdout; where nobody reads it any more, be silent: the command itself goes on."""
    try:
        write()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(sentence: str, code: int) -> int:
    """One line on stderr, whatever characters a name has."""
    safe = (one if one.isprintable() else one.encode("unicode_escape").decode() for one in sentence)
    if sys.stderr is not None:  # or print would take stdout
        print("".join(safe), file=sys.stderr, flush=True)
    return code
