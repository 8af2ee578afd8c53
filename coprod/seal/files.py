"""The seal, and the files that stand under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.seal import head as heads
from coprod.seal.codes import misread
from coprod.seal.log import SheetLog, read_sheet
from coprod.seal.sheet import SheetSeal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class SealedFiles(SheetSeal):
    """Fulfils the port SheetFiles."""

    def open(self, path: Path, code: str) -> tuple[str, SheetLog]:
        """The session of a sheet, and the sheet as its log. Raises SheetRefused, OSError."""
        log = SheetLog(path, code)
        return log.session, log

    def read(self, path: Path) -> bytes:
        """The bytes of a sheet, no more than one may have. Raises SheetRefused, OSError."""
        return read_sheet(path)

    def table_of(self, path: Path) -> tuple[str, str]:
        """The session and the group of a sheet, from its head alone. Raises SheetRefused, OSError."""
        head = heads.read(read_sheet(path))
        return head.session, head.group

    def misread(self, code: str) -> Sequence[tuple[str, str]]:
        """The words of a code that are on no list, each with the nearest that is."""
        return misread(code)
