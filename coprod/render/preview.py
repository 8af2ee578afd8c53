"""Pages to be looked at, drawn in a process of their own: laying them out in Python would hold up who is typing."""

from __future__ import annotations

from contextlib import suppress
from multiprocessing import get_context
from typing import TYPE_CHECKING

import pypdfium2

from coprod.i18n import Catalogue
from coprod.render.minutes_pdf import pages_to_see
from coprod.service.printing import NoSight, Sight

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    from coprod.domain.minutes_doc import MinutesDoc
    from coprod.service.printing import Setting


class PageProcess:
    """Fulfils the port PageDrawer. The process begins with the first page, and ends with this one at the latest."""

    def __init__(self) -> None:
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._known: tuple[MinutesDoc, Setting] | None = None

    def draw(self, doc: MinutesDoc, setting: Setting, page: int, width: int) -> Sight:
        """One page of minutes, `width` px wide; the last where there are fewer. It waits. Raises NoSight."""
        pipe = self._begun()
        job = None if self._known is not None and self._known == (doc, setting) else (doc, setting)
        self._known = None
        try:
            pipe.send((job, page, width))
            told = pipe.recv()
        except (OSError, EOFError):
            self.close()
            raise NoSight from None
        if not isinstance(told, Sight):
            raise NoSight
        self._known = (doc, setting)
        return told

    def stop(self) -> None:
        """Leave off, from another thread: whoever waits gets NoSight."""
        process = self._process
        if process is not None:
            process.kill()

    def close(self) -> None:
        """Let the process go; the next page begins another."""
        process, pipe = self._process, self._pipe
        self._process = self._pipe = self._known = None
        if pipe is not None:
            pipe.close()
        if process is not None:
            process.kill()
            process.join()

    def _begun(self) -> Connection:
        if self._pipe is None:
            context = get_context("spawn")
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(target=serve, args=(theirs,), daemon=True)
            self._process.start()
            theirs.close()
        return self._pipe


def serve(pipe: Connection) -> None:
    """Draw page after page, until the other side goes; that something failed is told, and nothing of what it was."""
    pdf: pypdfium2.PdfDocument | None = None
    with suppress(EOFError, KeyboardInterrupt, OSError):
        while True:
            job, page, width = pipe.recv()
            try:
                pdf = _document(*job) if job is not None else pdf
                told = seen(pdf, page, width) if pdf is not None else None
            except Exception:
                told = None
            pipe.send(told)


def seen(pdf: pypdfium2.PdfDocument, page: int, width: int) -> Sight:
    """A page as it looks; the last where there are fewer."""
    place = max(0, min(page, len(pdf) - 1))
    one = pdf[place]
    bitmap = one.render(scale=width / one.get_width(), rev_byteorder=True, no_smoothpath=False)
    sight = Sight(place, len(pdf), bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
    one.close()
    return sight


def _document(doc: MinutesDoc, setting: Setting) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(
        pages_to_see(doc, [Catalogue(lang, era=setting.house.era) for lang in doc.languages], setting)
    )
