"""A disk that loses what was not flushed: replay the system calls of a program up to a cut of the power.

strace writes down each write and each fsync of the program, in order. What an fsync had confirmed is on the disk after
the cut; of what was written since, any part may be there, and any may be missing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from random import Random

TRACED = "pwrite64,write,fsync,fdatasync,ftruncate,unlink"
STRACE = ("strace", "-f", "-y", "-xx", "-s", "70000", "-qq", "--seccomp-bpf", "-e", f"trace={TRACED}", "-o")

_UNFINISHED = " <unfinished ...>"
_RESUMED = re.compile(r"<\.\.\. \w+ resumed>")
_CALL = re.compile(r'(\w+)\((?:(\d+)<([^>]*)>)?(?:, )?(?:"([^"]*)")?(?:, )?([\d, ]*)\)\s+= \d')
_STDOUT = "1"


@dataclass(frozen=True, slots=True)
class Call:
    """One system call that came back: `sizes` are its numbers, in order."""

    name: str
    path: str
    data: bytes
    sizes: tuple[int, ...]
    acknowledges: bool


@dataclass
class Disk:
    """Files as they are on the disk, and what was written and not yet flushed; and the acts acknowledged so far."""

    files: defaultdict[str, bytearray] = field(default_factory=lambda: defaultdict(bytearray))
    pending: defaultdict[str, list[Call]] = field(default_factory=lambda: defaultdict(list))
    acknowledged: int = 0

    def see(self, call: Call) -> None:
        """One call further."""
        if call.acknowledges:
            self.acknowledged = int(call.data)
        elif call.name in ("fsync", "fdatasync"):
            for pending in self.pending.pop(call.path, []):
                self._apply(pending)
        elif call.name == "unlink":
            self.files.pop(call.path, None)
            self.pending.pop(call.path, None)
        else:
            self.pending[call.path].append(call)

    def cut(self, random: Random) -> None:
        """The power goes: of what was not flushed, a part reached the disk, none of it or all of it."""
        share = random.choice((0.0, 0.5, 1.0))
        for calls in self.pending.values():
            for call in calls:
                if random.random() < share:
                    self._apply(call)

    def _apply(self, call: Call) -> None:
        file = self.files[call.path]
        start = call.sizes[-1]
        if call.name == "ftruncate":
            del file[start:]
            return
        file.extend(bytes(max(0, start - len(file))))
        file[start : start + len(call.data)] = call.data


def calls(trace: Path, folder: Path) -> list[Call]:
    """The calls in a trace that touch files of `folder`, or acknowledge an act on stdout."""
    found = []
    for line in _lines(trace):
        match = _CALL.match(line)
        if match is None:
            continue
        name, number, opened, string, sizes = match.groups()
        data = _bytes(string or "")
        path = data.decode() if name == "unlink" else _bytes(opened or "").decode()
        acknowledges = name == "write" and number == _STDOUT
        if acknowledges or path.startswith(f"{folder}/"):
            numbers = tuple(int(size) for size in sizes.split(",") if size.strip())
            found.append(Call(name, path, data, numbers, acknowledges))
    return found


def after_cut(seen: Sequence[Call], random: Random) -> Disk:
    """The disk after a cut at any moment from the first act acknowledged on."""
    first = next(index for index, call in enumerate(seen) if call.acknowledges)
    disk = Disk()
    for call in seen[: random.randint(first + 1, len(seen))]:
        disk.see(call)
    disk.cut(random)
    return disk


def _lines(trace: Path) -> Iterator[str]:
    """The lines without the thread's id; a call that was broken off in the trace is put together where it ends."""
    begun: dict[str, str] = {}
    for line in trace.read_text(encoding="ascii").splitlines():
        thread, _, rest = line.partition(" ")
        rest = rest.lstrip()
        if rest.endswith(_UNFINISHED):
            begun[thread] = rest.removesuffix(_UNFINISHED)
        elif thread in begun and (resumed := _RESUMED.match(rest)):
            yield begun.pop(thread) + rest[resumed.end() :]
        else:
            yield rest


def _bytes(string: str) -> bytes:
    return bytes.fromhex(string.replace("\\x", ""))
