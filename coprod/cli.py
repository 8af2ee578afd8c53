"""The command line: the same use cases without a screen. Messages are English; 0 done, 1 failed, 2 refused."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from coprod.service.archive import Listed, NoSuchSession, find, first_of, listed
from coprod.service.exchange.bad import BadFile
from coprod.service.exchange.incoming import incoming
from coprod.service.exchange.keeping import keep, taken_out
from coprod.service.exchange.reading import read_path
from coprod.service.exchange.writing import write
from coprod.service.ports import Archive, Clock, Log, Renderer, StoreFailed
from coprod.service.publish import minutes_of
from coprod.service.verify import verify

if TYPE_CHECKING:
    from coprod.domain.minutes_doc import MinutesDoc

DONE, FAILED, REFUSED = 0, 1, 2


class Store(Log, Archive, Protocol):
    """A store, whole."""


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
    """Input that is refused: `place` and why."""


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
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except StoreFailed as failed:
        why = _WHY.get(failed.code)
        return _say(f"{failed.place or 'store'}: store: {why or _UNKNOWN}", REFUSED if why else FAILED)
    except OSError as error:
        return _say(f"{error.filename or 'file'}: file: {_why_not(error)}", REFUSED)


def _run(options: argparse.Namespace, tools: Tools) -> int:
    return tools.run(options.store, getattr(options, "sample", False))


def _demo(options: argparse.Namespace, tools: Tools) -> int:
    return tools.demo(options.out)


def _import(options: argparse.Namespace, tools: Tools) -> int:
    """Each file whole or not at all; one that is refused doesn't keep the next from coming in."""
    code = DONE
    with tools.open_store(options.store, True) as store:
        for name in options.files:
            try:
                file = read_path(Path(name))
                kept = keep(file, store, tools.clock)
            except BadFile as bad:
                code = _say(f"{name}: {bad.place}: {bad.reason}", REFUSED)
            else:
                print(f"{kept.session}\t{_one_line(first_of(file.title, file.languages))}", flush=True)
    return code


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
        print(json.dumps([_entry(one) for one in sessions], ensure_ascii=False, indent=2))
    else:
        for one in sessions:
            print(f"{one.row.session}\t{one.row.phase}\t{one.row.started or '-'}\t{_one_line(one.heading)}")
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
    if file is None:
        raise _Refusal(f"{options.id}: id: the session has no facts; run `coprod verify`")
    data = write(file)
    if options.out is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        _write_whole(options.out, data)
    return DONE


def _minutes(options: argparse.Namespace, tools: Tools) -> int:
    if options.out.suffix.lower() != ".pdf":
        raise _Refusal(f"{options.out}: -o: minutes are written as .pdf; give a name that ends so")
    doc = _doc(options, tools)
    tools.render(doc, doc.languages, options.out)
    return DONE


def _doc(options: argparse.Namespace, tools: Tools) -> MinutesDoc:
    """A path that exists is a file, and needs no store."""
    path = Path(options.id)
    if path.exists():
        try:
            made = incoming(read_path(path), tools.clock.now())
        except BadFile as bad:
            raise _Refusal(f"{options.id}: {bad.place}: {bad.reason}") from None
        return minutes_of(made.session, made.facts, made.words, options.languages)
    with tools.open_store(options.store, False) as store:
        session = _found(store, options.id)
        stored = store.load(session)
    return minutes_of(session, stored.facts, stored.words, options.languages)


def _verify(options: argparse.Namespace, tools: Tools) -> int:
    with tools.open_store(options.store, False) as store:
        differences = verify(store, store)
    for one in differences:
        _say(f"{one.session}: {one.note or 'session'}: the read table differs from the log", FAILED)
    return FAILED if differences else DONE


_COMMANDS: dict[str, Callable[[argparse.Namespace, Tools], int]] = {
    "run": _run,
    "demo": _demo,
    "import": _import,
    "list": _list,
    "export": _export,
    "minutes": _minutes,
    "verify": _verify,
}

_WHY = {
    "full": "the disk is full; make room and try again, nothing was changed",
    "readonly": "can't be written to; allow it and try again, nothing was changed",
    "locked": "is open in another Coprod; close that one and try again",
    "newer": "was written by a newer Coprod; use that one, nothing was changed",
    "damaged": "is not a Coprod store, or is damaged; choose another with --store, nothing was changed",
    "no-store": "there is no store here yet; import a session first, or choose another with --store",
    "key": "is encrypted, and its key is not here; nothing was changed",
}
_UNKNOWN = "failed for a reason that is not known; nothing was changed, try again"


def _found(store: Archive, prefix: str) -> str:
    try:
        return find(store, prefix)
    except NoSuchSession as error:
        why = (
            "more than one session begins so; give more of the id"
            if error.found
            else "no session and no file is called so; `coprod list` shows the ids"
        )
        raise _Refusal(f"{prefix}: id: {why}") from None


def _write_whole(path: Path, data: bytes) -> None:
    """Put `data` in the place of what is there, only when all of it is written."""
    whole: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(dir=path.absolute().parent, prefix=".coprod-", delete=False) as file:
            whole = Path(file.name)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        whole.replace(path)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from None
    finally:
        if whole is not None:
            whole.unlink(missing_ok=True)


def _why_not(error: OSError) -> str:
    return f"{(error.strerror or 'failed').lower()}; nothing was written, choose another place or make room"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _say(sentence: str, code: int) -> int:
    print(sentence, file=sys.stderr, flush=True)
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
    commands.add_parser("verify", parents=[shared], help="compare the read tables with the log")
    return parser


def _languages(value: str) -> tuple[str, ...]:
    languages = tuple(value.split(","))
    known = all(part.isascii() and part.replace("-", "").isalnum() for part in languages)
    if not known or len(languages) not in (1, 2) or len(set(languages)) != len(languages):
        raise argparse.ArgumentTypeError("give one language, or two: ja,en")
    return languages
