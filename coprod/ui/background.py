"""Work that takes its time, done beside the windows; what comes of it is told in their thread."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Background(QObject):
    """One worker. Each task tells its result, or its error, to whoever asked."""

    _came = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(1, "background")
        self._came.connect(lambda tell, value: tell(value), Qt.ConnectionType.QueuedConnection)

    def run(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        """Do `work`, then call `done` with what it gave, or `failed` with what it raised."""
        self._worker.submit(self._work, work, done, failed)

    def close(self) -> None:
        """Wait for what is being done."""
        self._worker.shutdown(wait=True)

    def _work(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        try:
            value = work()
        except Exception as error:
            self._came.emit(failed, error)
        else:
            self._came.emit(done, value)
