"""The command line: the same use cases without a screen. Messages are English; 0 done, 1 failed, 2 refused."""

from __future__ import annotations

import argparse
import errno
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from coprod.cli.asked import UNDESCRIBED, found, may_be_replaced
from coprod.cli.check import add_check, check
from coprod.cli.copy import add_copy, copy
from coprod.cli.groups import add_groups, groups
from coprod.cli.handout import add_handout, handout
from coprod.cli.house import add_house, house
from coprod.cli.minutes import add_issue, add_minutes, issue, minutes
from coprod.cli.note import add_note, note
from coprod.cli.room import add_host, add_join, host, join
from coprod.cli.sheets import add_sheet, sheet
from coprod.cli.talk import (
    DONE,
    FAILED,
    REFUSED,
    Refusal,
    Store,
    Tools,
    complain,
    one_line,
    tell,
    unless_nobody_reads,
)
from coprod.cli.translation import add_translation, translation
from coprod.files import write_whole
from coprod.paths import place
from coprod.service.archive import Listed, first_of, listed
from coprod.service.exchange.bad import BadFile
from coprod.service.exchange.keeping import keep, taken_out
from coprod.service.exchange.reading import read_path
from coprod.service.exchange.writing import write
from coprod.service.ports import Clock, StoreFailed
from coprod.service.verify import Difference, verify

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["DONE", "FAILED", "REFUSED", "Store", "Tools", "main"]


def main(arguments: Sequence[str], tools: Tools) -> int:
    """Carry out one command; the exit code."""
    try:
        options = _parser().parse_args(arguments, argparse.Namespace(store=None))
    except SystemExit as stop:
        return int(stop.code or 0)
    try:
        return _COMMANDS[options.command or "run"](options, tools)
    except Refusal as refusal:
        return complain(str(refusal), REFUSED)
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
        return complain(f"{name}: {bad.place}: {bad.reason}", REFUSED)
    except StoreFailed as failed:
        return _store_failed(name, failed)
    tell(f"{kept.session}\t{one_line(first_of(file.title, file.languages))}")
    return DONE


def _list(options: argparse.Namespace, tools: Tools) -> int:
    """Where there is no store yet, there are no sessions; where one was named and isn't there, the name is wrong."""
    try:
        with tools.open_store(options.store, False) as store:
            sessions = listed(store)
    except StoreFailed as failed:
        if failed.code != "no-store" or options.store is not None:
            raise
        sessions = []
    if options.json:
        tell(json.dumps([_entry(one) for one in sessions], ensure_ascii=False, indent=2))
    else:
        for one in sessions:
            tell(f"{one.row.session}\t{one.row.phase}\t{one.row.started or '-'}\t{one_line(one.heading)}")
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
        file = taken_out(found(store, options.id), store, people=options.people)
        if options.out is not None and os.path.realpath(options.out) == str(store.path):
            raise Refusal(options.out, "-o", "is the store itself; choose another place")
        if options.out is not None and not may_be_replaced(options.out):
            raise Refusal(options.out, "-o", "is there already, and is no session file; choose another name")
    if file is None:
        raise Refusal(options.id, "log", UNDESCRIBED)
    data = write(file)
    if options.out is not None:
        write_whole(options.out, data)
    elif sys.stdout is None:
        raise Refusal("stdout", "file", "is closed; name a file with -o")
    else:
        unless_nobody_reads(lambda: (sys.stdout.buffer.write(data), sys.stdout.buffer.flush()))
    return DONE


def _verify(options: argparse.Namespace, tools: Tools) -> int:
    with tools.open_store(options.store, False) as store:
        differences = verify(store)
    for one in differences:
        complain(f"{one.session}: {_what_differs(one)}", FAILED)
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
    "copy": copy,
    "demo": _demo,
    "import": _import,
    "list": _list,
    "export": _export,
    "check": check,
    "issue": issue,
    "minutes": minutes,
    "groups": groups,
    "host": host,
    "house": house,
    "join": join,
    "handout": handout,
    "note": note,
    "sheet": sheet,
    "translation": translation,
    "verify": _verify,
}

_NAMED = 3
"""As many notes are named in a message."""

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
    "login": "the server knows no such login, or another password; put it right, nothing was changed",
    "certificate": "the server's certificate is not the right one; nothing was told to it, ask whoever runs it",
    "another": "another server is there than before; nothing was sent to it, ask whoever runs it",
    "address": "is no address of a server; write postgresql://login@server/database, the password into ~/.pgpass",
    "unverified": "elsewhere a certificate is always checked; leave sslmode away, name your authority by sslrootcert=",
    "no-tls": "the server takes no encrypted connection; nothing was told to it, ask whoever runs it to allow TLS",
    "not-let-in": "the server does not let this login in from here; ask whoever runs it to allow it",
    "away": "the server can't be reached; see that it runs, and try again, nothing was changed",
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


_CLOSED = (errno.EACCES, errno.EPERM, errno.EROFS)


def _store_failed(what: str, failed: StoreFailed) -> int:
    why = _WHY.get(failed.code)
    return complain(f"{what}: store: {why or _UNKNOWN}", REFUSED if why else FAILED)


def _system_failed(error: OSError) -> int:
    if error.errno is None:  # one of our own, with a sentence
        return complain(str(error), FAILED)
    why = _SYSTEM.get(error.errno) or f"{(error.strerror or 'failed').lower()}; choose another place"
    if error.errno == errno.ENOENT and Path(error.filename or "").absolute().parent.is_dir():
        why = "is not there; check its name"
    if error.errno in _CLOSED and error.filename and not os.path.lexists(error.filename):
        why = "nothing may be written in its folder; allow it, or choose another place"
    return complain(f"{error.filename or 'stdout'}: file: {why}", REFUSED)


class _Parser(argparse.ArgumentParser):
    """One that says in a sentence what it does not understand."""

    def error(self, message: str) -> NoReturn:
        """Say it, and leave."""
        self.exit(REFUSED, f"{self.prog}: {message}; `{self.prog} --help` shows what it takes\n")


def _parser() -> argparse.ArgumentParser:
    """Every command takes --store, before or after its name."""
    shared = _Parser(add_help=False)
    shared.add_argument(
        "--store",
        type=place,
        metavar="PATH",
        default=argparse.SUPPRESS,
        help="the store: a path, or postgresql://… (also COPROD_STORE)",
    )
    parser = _Parser(prog="coprod", parents=[shared], description=__doc__)
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
    add_check(
        commands.add_parser("check", parents=[shared], help="what to look at before minutes are issued")
    )
    add_issue(commands.add_parser("issue", parents=[shared], help="issue an edition under the next number"))
    add_minutes(commands.add_parser("minutes", parents=[shared], help="write the minutes"))
    add_groups(commands.add_parser("groups", parents=[shared], help="draw small groups"))
    add_house(commands.add_parser("house", parents=[shared], help="the organisation on its minutes"))
    add_handout(commands.add_parser("handout", parents=[shared], help="write a page for participants as PDF"))
    add_note(commands.add_parser("note", parents=[shared], help="keep a note"))
    add_sheet(commands.add_parser("sheet", parents=[shared], help="group sheets, out and home"), shared)
    away = commands.add_parser("translation", parents=[shared], help="work for a translator, out and in")
    add_translation(away, shared)
    commands.add_parser("verify", parents=[shared], help="compare the read tables with the log")
    _several(commands.add_parser, shared)
    return parser


def _several(add: Callable[..., _Parser], shared: _Parser) -> None:
    """What is done with several devices, or stores."""
    add_host(add("host", parents=[shared], help="share a session in this room"))
    add_join(add("join", parents=[shared], help="take notes for a table of this room"))
    add_copy(add("copy", parents=[shared], help="copy a whole store into another one"))
