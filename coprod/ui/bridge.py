"""The bridge between the windows and the record: one worker thread, acts in order, shown only once they are kept."""

from __future__ import annotations

import json
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from coprod.domain.rules.pen import Refused
from coprod.service.live import Change
from coprod.service.ports import StoreFailed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from concurrent.futures import Future

    from coprod.domain.acts import Act
    from coprod.domain.facts import Word
    from coprod.domain.state import State
    from coprod.service.live import LiveSession


T = TypeVar("T")
Failed: TypeAlias = "Callable[[Exception], None]"


class Bridge(QObject):
    """Carries acts to a live session and brings back what became of them, in the thread of the windows.

    `state` and `words` are what was last told to the windows; `drafts` what is being written, by place. An act that
    the store failed to keep is held, with all that were asked after it; each further act, and `retry`, tries them
    again in order.
    """

    changed = Signal(object)
    """A `Change`, once it is committed."""
    refused = Signal(object, object)
    """`Refused`, and the act."""
    failed = Signal(object, object)
    """`StoreFailed`, and the act that is held."""
    settled = Signal()
    """Nothing is under way any more."""

    _came = Signal(object, object)
    _answered = Signal(object, object)
    _lent = Signal(object)
    _rested = Signal()

    def __init__(self, live: LiveSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state: State = live.state
        self.words: Mapping[str, Word] = live.words
        self.drafts: dict[str, str] = _drafts(live.draft)
        self._live = live
        live.listen(self._tell_lent)
        self._lending = False  # of the worker alone
        self._held: deque[Act] = deque()  # of the worker alone
        self._under_way = 0  # of the windows alone
        self._worker = ThreadPoolExecutor(1, "record")
        self._came.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._answered.connect(lambda tell, value: tell(value), Qt.ConnectionType.QueuedConnection)
        self._lent.connect(self.show, Qt.ConnectionType.QueuedConnection)
        self._rested.connect(self._rest, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether an act is under way."""
        return self._under_way > 0

    def do(self, act: Act) -> None:
        """Ask for an act; what became of it comes by signal."""
        self._under_way += 1
        self._worker.submit(self._carry_out, act)

    def retry(self) -> None:
        """Try again to keep what could not be kept."""
        self._under_way += 1
        self._worker.submit(self._carry_out, None)

    def ask(self, work: Callable[[LiveSession], T], done: Callable[[T], None], failed: Failed) -> None:
        """Do something with the session after the acts that were asked for; tell what it gave, or what it raised."""
        self._under_way += 1
        self._worker.submit(self._answer, work, done, failed)

    def lend(self, work: Callable[[LiveSession], T]) -> Future[T]:
        """Do something with the session for another thread, after what was asked for; a change is shown."""
        return self._worker.submit(self._lend, work)

    def seen(self) -> tuple[State, Mapping[str, Word]]:
        """The session as it is committed, for other threads: what the windows were told may be a moment older."""
        return self._live.state, self._live.words

    def show(self, change: Change) -> None:
        """Show what came into the record by no act of these windows."""
        self.state, self.words = change.new, change.words
        self.changed.emit(change)

    def keep_draft(self, place: str, text: str) -> None:
        """Keep what is being written at a place; "" lets it go. It is no act: that it can't be kept is not told."""
        if self.drafts.get(place, "") != text:
            self.drafts[place] = text
            begun = {name: one for name, one in self.drafts.items() if one}
            self._worker.submit(self._keep_draft, json.dumps(begun, ensure_ascii=False) if begun else "")

    def _answer(self, work: Callable[[LiveSession], T], done: Callable[[T], None], failed: Failed) -> None:
        try:
            value = work(self._live)
        except Exception as error:
            self._answered.emit(failed, error)
        else:
            self._answered.emit(done, value)
        self._rested.emit()

    def _lend(self, work: Callable[[LiveSession], T]) -> T:
        self._lending = True
        try:
            return work(self._live)
        finally:
            self._lending = False

    def _tell_lent(self, change: Change) -> None:
        if self._lending:
            self._lent.emit(change)

    def _keep_draft(self, text: str) -> None:
        with suppress(StoreFailed):
            self._live.keep_draft(text)

    def close(self) -> tuple[Act, ...]:
        """Wait until all is carried out; the acts that could not be kept."""
        self._worker.shutdown(wait=True)
        return tuple(self._held)

    def _carry_out(self, act: Act | None) -> None:
        if act is not None:
            self._held.append(act)
        while self._held:
            tried = self._held[0]
            outcome = self._attempt(tried)
            if not isinstance(outcome, StoreFailed):
                self._held.popleft()
            self._came.emit(outcome, tried)
            if isinstance(outcome, StoreFailed):
                break
        self._rested.emit()

    def _attempt(self, act: Act) -> Change | Refused | Exception:
        try:
            return self._live.do(act)
        except Exception as error:
            return error

    def _deliver(self, outcome: object, act: Act) -> None:
        if isinstance(outcome, Change):
            self.show(outcome)
        elif isinstance(outcome, Refused):
            self.refused.emit(outcome, act)
        elif isinstance(outcome, StoreFailed):
            self.failed.emit(outcome, act)
        elif isinstance(outcome, BaseException):
            raise outcome

    def _rest(self) -> None:
        self._under_way -= 1
        if not self._under_way:
            self.settled.emit()


def _drafts(text: str) -> dict[str, str]:
    """What was begun, by place; nothing where it can't be read."""
    try:
        found = json.loads(text) if text else {}
    except ValueError:
        return {}
    return {str(place): str(one) for place, one in found.items()} if isinstance(found, dict) else {}
