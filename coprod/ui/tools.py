"""What the windows are handed: a store, the writers of documents, the readers of files, a clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from coprod.service.drafting import DrafterOpener
from coprod.service.holders import Keeping
from coprod.service.house import LogoReader
from coprod.service.library import Shelf
from coprod.service.ports import Archive, Clock, HandoutRenderer, Log, PageDrawer, Renderer, SheetPrinter
from coprod.service.sharing.hosting import Host
from coprod.service.sharing.joining import Join
from coprod.service.sharing.laptops import Introduce
from coprod.service.sheets import SheetFiles
from coprod.service.tables import TableReader
from coprod.service.translation import WorkReader, WorkWriter


class Store(Log, Archive, Shelf, Keeping, Protocol):
    """A store, whole."""

    def close(self) -> None:
        """Let go of it."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What bootstrap hands to the windows. `open_store` takes a place, or None for the one the program began with."""

    open_store: Callable[[Path | None], Store]
    render: Renderer
    hand_out: HandoutRenderer
    clock: Clock
    seal: Callable[[], SheetFiles]
    read_table: TableReader
    print_sheet: SheetPrinter
    write_work: WorkWriter
    read_work: WorkReader
    draw_pages: Callable[[], PageDrawer]
    open_drafter: DrafterOpener
    read_logo: LogoReader
    host: Host
    join: Join
    introduce: Introduce
