"""That something changed, told to pages: as a stream, or to those that ask again and again."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Hashable

HEARTBEAT = 15.0
"""Seconds without anything, after which a stream says that it is alive."""
TOGETHER = 0.1
"""Changes within so many seconds are told as one."""


class Events:
    """Of the loop's thread alone. Each page counts its versions: a number that grows when what it shows is different.

    `look`: what somebody is shown, as something that can be compared.
    """

    def __init__(self, look: Callable[[Hashable], object]) -> None:
        self._look = look
        self._shown: dict[Hashable, object] = {}
        self._versions: dict[Hashable, int] = {}
        self._told = asyncio.Event()
        self._soon: asyncio.TimerHandle | None = None
        self.ended = False

    def version(self, of: Hashable) -> int:
        """Which version is shown there now."""
        shown = self._look(of)
        if of not in self._versions or shown != self._shown.get(of):
            self._versions[of] = self._versions.get(of, 0) + 1
            self._shown[of] = shown
        return self._versions[of]

    def changed(self) -> None:
        """Something may look different now."""
        if self._soon is None:
            self._soon = asyncio.get_running_loop().call_later(TOGETHER, self._tell)

    def end(self) -> None:
        """Nothing comes any more."""
        self.ended = True
        self._tell()

    def _tell(self) -> None:
        self._soon = None
        told, self._told = self._told, asyncio.Event()
        told.set()

    async def after(self, of: Hashable, version: int, seconds: float) -> int:
        """The version after `version`, or the same when none has come within `seconds`."""
        until = asyncio.get_running_loop().time() + seconds
        while not self.ended and (now := self.version(of)) == version:
            left = until - asyncio.get_running_loop().time()
            if left <= 0:
                return now
            told = self._told
            try:
                await asyncio.wait_for(told.wait(), left)
            except TimeoutError:
                return self.version(of)
        return version if self.ended else now

    async def stream(
        self, of: Hashable, known: Callable[[], bool], over: Callable[[], bool]
    ) -> AsyncIterator[bytes]:
        """The lines of an event stream, until it ends or `known` says that nobody is there any more.

        `over`: whether that is so because nothing goes on.
        """
        version = 0
        while known() and not self.ended:
            now = await self.after(of, version, HEARTBEAT)
            if now != version:
                version = now
                yield _event("view", {"version": version}, version)
            elif known():
                yield b": still here\n\n"
        yield _event("end" if self.ended or over() else "out", {}, version)


def _event(name: str, data: dict[str, int], id: int) -> bytes:
    return f"id: {id}\nevent: {name}\ndata: {json.dumps(data)}\n\n".encode()
