"""The command line: the same use cases without a screen. Messages are English; 0 done, 1 failed, 2 refused."""

from __future__ import annotations

import argparse
import errno
import json
import os
import re
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from coprod.domain.fold import fold
from coprod.domain.forms import is_language
from coprod.domain.groups import LARGEST, SMALLEST
from coprod.files import write_whole
from coprod.service.archive import SHORTEST, Listed, NoSuchSession, find, first_of, listed
from coprod.service.exchange.bad import BadFile
from coprod.service.exchange.incoming import Incoming, incoming
from coprod.service.exchange.keeping import keep, taken_out
from coprod.service.exchange.reading import read_path
from coprod.service.exchange.writing import write
from coprod.service.grouping import Unfit, drawn, neighbours
from coprod.service.ports import Archive, Clock, Log, Renderer, Stored, StoreFailed
from coprod.service.publish import minutes_of
from coprod.service.verify import Difference, verify

if TYPE_CHECKING:
    from coprod.domain.minutes_doc import MinutesDoc

DONE, FAILED, REFUSED = 0, 1, 2


class Store(Log, Archive, Protocol):
    """A store, whole."""

    @property
    def path(self) -> Path:
        """Its file."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What bootstrap hands to the commands.

    `open_store`: a path (None: the default place) and whether to write. `run`: the windows, on a store path, with the
    sample session or not. `demo`: play the sample into a folder.
    """

    open_store: Callable[[Path | None, bool], AbstractContextManager[Store]]
    render: Renderer
    clock: Clock
    run: Callable[[Path | None, bool], int]
    demo: Callable[[Path], int]


class _Refusal(Exception):
    """Input that is refused: what, where and why."""

    def __init__(self, what: object, place: str, why: str) -> None:
        super().__init__(f"{what}: {place}: {why}")


def main(arguments: Sequence[str], tools: Tools) -> int:
    """Carry out one command; the exit code."""
    try:
        options = _parser().parse_args(arguments, argparse.Namespace(store=None))
    except SystemExit as stop:
        return int(stop.code or 0)
    try:
        return _COMMANDS[options.command or "run"](options, tools)
    except _Refusal as refusal:
        return _say(str(refusal), REFUSED)
    except StoreFailed as failed:
        return _store_failed(failed.place or "store", failed)
    except OSError as error:
        return _system_failed(error)


def _run(options: argparse.Namespace, tools: Tools) -> int:
    return tools.run(options.store, getattr(options, "sample", False))


def _demo(options: argparse.Namespace, tools: Tools) -> int:
    options.out.mkdir(parents=True, exist_ok=True)
    return tools.demo(options.out)


def _import(options: argparse.Namespace, tools: Tools) -> int:
    """Each file whole or not at all; one that is refused doesn't keep the next from coming in."""
    with tools.open_store(options.store, True) as store:
        codes = {_import_one(name, store, tools.clock) for name in options.files}
    return FAILED if FAILED in codes else max(codes)


def _import_one(name: str, store: Store, clock: Clock) -> int:
    try:
        file = read_path(Path(name))
        kept = keep(file, store, clock)
    except BadFile as bad:
        return _say(f"{name}: {bad.place}: {bad.reason}", REFUSED)
    except StoreFailed as failed:
        return _store_failed(name, failed)
    _tell(f"{kept.session}\t{_one_line(first_of(file.title, file.languages))}")
    return DONE


def _list(options: argparse.Namespace, tools: Tools) -> int:
    """Where there is no store yet, there are no sessions."""
    try:
        with tools.open_store(options.store, False) as store:
            sessions = listed(store)
    except StoreFailed as failed:
        if failed.code != "no-store":
            raise
        sessions = []
    if options.json:
        _tell(json.dumps([_entry(one) for one in sessions], ensure_ascii=False, indent=2))
    else:
        for one in sessions:
            _tell(f"{one.row.session}\t{one.row.phase}\t{one.row.started or '-'}\t{_one_line(one.heading)}")
    return DONE


def _entry(one: Listed) -> dict[str, str | None]:
    return {
        "id": one.row.session,
        "title": one.heading,
        "started": one.row.started,
        "state": one.row.phase,
    }


def _export(options: argparse.Namespace, tools: Tools) -> int:
    with tools.open_store(options.store, False) as store:
        file = taken_out(_found(store, options.id), store, people=options.people)
        if options.out is not None and os.path.realpath(options.out) == str(store.path):
            raise _Refusal(options.out, "-o", "is the store itself; choose another place")
    if file is None:
        raise _Refusal(options.id, "log", _UNDESCRIBED)
    data = write(file)
    if options.out is not None:
        write_whole(options.out, data)
    elif sys.stdout is None:
        raise _Refusal("stdout", "file", "is closed; name a file with -o")
    else:
        _unless_nobody_reads(lambda: (sys.stdout.buffer.write(data), sys.stdout.buffer.flush()))
    return DONE


def _minutes(options: argparse.Namespace, tools: Tools) -> int:
    if options.out.suffix.lower() != ".pdf":
        raise _Refusal(options.out, "-o", "minutes are written as PDF; give a name that ends in .pdf")
    doc = _doc(options, tools)
    if doc is None:
        raise _Refusal(options.id, "log", _UNDESCRIBED)
    tools.render(doc, doc.languages, options.out)
    return DONE


def _doc(options: argparse.Namespace, tools: Tools) -> MinutesDoc | None:
    """A path that exists is a file, and needs no store."""
    if os.path.exists(options.id):  # noqa: PTH110 - Path.exists raises, where a name is too long to be a file's
        made = _read(options, tools)
        return minutes_of(made.session, made.facts, made.words, options.languages)
    session, stored = _stored(options, tools)
    return minutes_of(session, stored.facts, stored.words, options.languages)


def _read(options: argparse.Namespace, tools: Tools) -> Incoming:
    try:
        return incoming(read_path(Path(options.id)), tools.clock.now())
    except BadFile as bad:
        raise _Refusal(options.id, bad.place, bad.reason) from None


def _stored(options: argparse.Namespace, tools: Tools) -> tuple[str, Stored]:
    try:
        with tools.open_store(options.store, False) as store:
            session = _found(store, options.id)
            return session, store.load(session)
    except StoreFailed as failed:
        if failed.code != "no-store":
            raise
        why = f"is not there, and at {failed.place} is no store with such a session; check the name"
        raise _Refusal(options.id, "file", why) from None


def _groups(options: argparse.Namespace, tools: Tools) -> int:
    """Draw small groups, and say what could not be met; the store stays as it is."""
    session, stored, near = _people(options, tools)
    try:
        groups = drawn(
            fold(session, stored.facts),
            stored.words,
            options.size,
            apart=options.apart,
            together=options.together,
            near=near,
            seed=options.seed,
        )
    except Unfit as unfit:
        raise _Refusal(options.id, unfit.place, unfit.reason) from None
    if options.json:
        _tell(json.dumps({"groups": groups.groups, "unmet": groups.unmet}, ensure_ascii=False, indent=2))
        return DONE
    for number, group in enumerate(groups.groups, start=1):
        _tell(f"{number}\t{' '.join(group)}")
    for one in groups.unmet:
        _tell(f"not met\t{one['wish']}\t{' '.join(one['people'])}")
    return DONE


def _people(options: argparse.Namespace, tools: Tools) -> tuple[str, Stored, frozenset[tuple[str, str]]]:
    """A session, from a file or the store, and who sat with whom before."""
    if os.path.exists(options.id):  # noqa: PTH110 - as in _doc
        made = _read(options, tools)
        return made.session, Stored(made.facts, made.words, made.links), frozenset()
    session, stored = _stored(options, tools)
    with tools.open_store(options.store, False) as store:
        return session, stored, neighbours(session, store)


def _verify(options: argparse.Namespace, tools: Tools) -> int:
    with tools.open_store(options.store, False) as store:
        differences = verify(store)
    for one in differences:
        _say(f"{one.session}: {_what_differs(one)}", FAILED)
    return FAILED if differences else DONE


def _what_differs(one: Difference) -> str:
    if one.unreadable:
        return "log: is damaged; keep a copy of the store, and go on with its last backup"
    rows = ["session"] * one.row + [f"note {note}" for note in one.notes[:_NAMED]]
    more = f" and {len(one.notes) - _NAMED} more" if len(one.notes) > _NAMED else ""
    return (
        f"read tables: differ from the log ({', '.join(rows)}{more});"
        " keep a copy of the store; `coprod export` gives the session as its log tells it"
    )


_COMMANDS: dict[str, Callable[[argparse.Namespace, Tools], int]] = {
    "run": _run,
    "demo": _demo,
    "import": _import,
    "list": _list,
    "export": _export,
    "minutes": _minutes,
    "groups": _groups,
    "verify": _verify,
}

_NAMED = 3
"""As many notes are named in a message."""

_UNDESCRIBED = "has nothing that describes this session; run `coprod verify`, and go on with the last backup"
_WHY = {
    "full": "the disk is full; make room and try again, nothing was changed",
    "readonly": "may not be read or written here; allow it and try again, nothing was changed",
    "locked": "is open in another Coprod; close that one and try again",
    "newer": "was written by a newer Coprod; use that one, nothing was changed",
    "older": "was written by an older Coprod; open it once with `coprod run`, which keeps a backup",
    "damaged": "is not a Coprod store, or is damaged; choose another with --store, nothing was changed",
    "no-store": "there is no store here yet; import a session first, or choose another with --store",
    "no-place": "there can't be a file here; choose another place with --store",
    "key": "is encrypted, and its key is not here; nothing was changed",
}
_UNKNOWN = "failed for a reason that is not known; nothing was changed, try again"
_SYSTEM = {
    errno.ENOENT: "there is no such folder; make it, or choose another place",
    errno.EEXIST: "is no folder; choose another place",
    errno.ENOTDIR: "a part of this path is no folder; choose another place",
    errno.EISDIR: "is a folder; give the name of a file",
    errno.EACCES: "may not be written; allow it, or choose another place",
    errno.EPERM: "may not be written; allow it, or choose another place",
    errno.EROFS: "may not be written; choose another place",
    errno.ENOSPC: "the disk is full; make room, or choose another place",
    errno.ENAMETOOLONG: "the name is too long; choose a shorter one",
}


def _found(store: Archive, prefix: str) -> str:
    try:
        return find(store, prefix)
    except NoSuchSession as error:
        if error.found:
            why = "more than one session begins so; give more of the id"
        elif len(prefix) < SHORTEST:
            why = f"is too short; give {SHORTEST} or more characters of the id, as `coprod list` shows it"
        else:
            why = "no session begins so, and no file is called so; `coprod list` shows the ids"
        raise _Refusal(prefix, "id", why) from None


def _store_failed(what: str, failed: StoreFailed) -> int:
    why = _WHY.get(failed.code)
    return _say(f"{what}: store: {why or _UNKNOWN}", REFUSED if why else FAILED)


def _system_failed(error: OSError) -> int:
    if error.errno is None:  # one of our own, with a sentence
        return _say(str(error), FAILED)
    why = _SYSTEM.get(error.errno) or f"{(error.strerror or 'failed').lower()}; choose another place"
    return _say(f"{error.filename or 'stdout'}: file: {why}", REFUSED)


def _one_line(text: str) -> str:
    return re.sub(r"[\t\n\u2028\u2029]+", " ", text)


def _tell(line: str) -> None:
    _unless_nobody_reads(lambda: print(line, flush=True))


def _unless_nobody_reads(write: Callable[[], object]) -> None:
    """Write to stdout; where nobody reads it any more, be silent: the command itself goes on."""
    try:
        write()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(sentence: str, code: int) -> int:
    """One line on stderr, whatever characters a name has."""
    safe = (one if one.isprintable() else one.encode("unicode_escape").decode() for one in sentence)
    if sys.stderr is not None:  # or print would take stdout
        print("".join(safe), file=sys.stderr, flush=True)
    return code


def _parser() -> argparse.ArgumentParser:
    """Every command takes --store, before or after its name."""
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--store", type=Path, metavar="PATH", default=argparse.SUPPRESS, help="the store (also COPROD_STORE)"
    )
    parser = argparse.ArgumentParser(prog="coprod", parents=[shared], description=__doc__)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    run = commands.add_parser("run", parents=[shared], help="open the windows (also without a command)")
    run.add_argument("--sample", action="store_true", help="open the sample session")
    demo = commands.add_parser("demo", parents=[shared], help="play the sample session without a screen")
    demo.add_argument("--out", type=Path, metavar="DIR", default=Path("demo"), help="where the pictures go")
    bring = commands.add_parser("import", parents=[shared], help="bring in session files")
    bring.add_argument("files", nargs="+", metavar="FILE")
    lines = commands.add_parser("list", parents=[shared], help="list the sessions")
    lines.add_argument("--json", action="store_true")
    export_ = commands.add_parser("export", parents=[shared], help="write a session file")
    export_.add_argument("id", metavar="ID")
    export_.add_argument("-o", dest="out", type=Path, metavar="FILE")
    export_.add_argument("--people", action="store_true", help="with the ids that join people over sessions")
    minutes = commands.add_parser("minutes", parents=[shared], help="write the minutes as PDF")
    minutes.add_argument("id", metavar="ID|FILE")
    minutes.add_argument("-o", dest="out", type=Path, required=True, metavar="OUT.pdf")
    minutes.add_argument(
        "--languages", type=_languages, default=(), metavar="ja,en", help="one or two, in order"
    )
    _add_groups(commands.add_parser("groups", parents=[shared], help="draw small groups"))
    commands.add_parser("verify", parents=[shared], help="compare the read tables with the log")
    return parser


def _add_groups(groups: argparse.ArgumentParser) -> None:
    sizes = range(SMALLEST, LARGEST + 1)
    groups.add_argument("id", metavar="ID|FILE")
    groups.add_argument(
        "--size", type=int, choices=sizes, default=6, help="people in a group (3 to 8; default 6)"
    )
    for name, what in (("--apart", "never in one group"), ("--together", "in one group")):
        groups.add_argument(name, type=_keys, action="append", default=[], metavar="A,B", help=what)
    groups.add_argument(
        "--seed", type=int, default=0, metavar="N", help="the same number draws the same groups"
    )
    groups.add_argument("--json", action="store_true")


def _keys(value: str) -> tuple[str, ...]:
    keys = tuple(value.split(","))
    if len(keys) < 2 or not all(keys):  # noqa: PLR2004 - one alone is with nobody
        raise argparse.ArgumentTypeError("give two keys or more: A,B")
    return keys


def _languages(value: str) -> tuple[str, ...]:
    languages = tuple(value.split(","))
    known = all(map(is_language, languages))
    if not known or len(languages) not in (1, 2) or len({one.lower() for one in languages}) < len(languages):
        raise argparse.ArgumentTypeError("give one language, or two: ja,en")
    return languages
