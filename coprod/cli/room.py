"""`coprod host` and `coprod join`: share a session in the room, and take notes for a table from another laptop."""

from __future__ import annotations

import argparse
import os
import signal
import socket
import threading
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from coprod.cli.asked import found
from coprod.cli.sheets import ENGLISH
from coprod.cli.talk import DONE, FAILED, Refusal, Tools, complain, one_line, tell
from coprod.files import write_whole
from coprod.present.hosting import why_not_hosted, wished
from coprod.present.joined import how_it_stands, why_not_joined
from coprod.present.texts import reading
from coprod.service.lent import Lent
from coprod.service.live import LiveSession
from coprod.service.sharing.alone import AloneRecord
from coprod.service.sharing.hosting import USUAL_PORT, NotHosted, Where, door_for, drawn
from coprod.service.sharing.joining import NotJoined, Place, Sending
from coprod.service.sharing.laptops import Laptops
from coprod.service.sharing.room import Wish
from coprod.service.sharing.words import shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coprod.service.sharing.room import Message
    from coprod.service.syncing import Courier

_WORD = "COPROD_WORD"
_LAST_PORT = 65_535
_SECONDS_TO_LOOK = 30.0
"""As long as is waited for what is going on at an organisation, before a session is not found."""
_LAST_SECONDS = 20.0
"""So long what is written may take to arrive when the command is stopped."""


def host(options: argparse.Namespace, tools: Tools) -> int:
    """Share a session until Ctrl+C; prints the address and the word for note-takers, then that for participants."""
    if (options.cert is None) is not (options.key is None):
        raise Refusal(
            options.cert or options.key, "--cert", "a certificate and its key go together; give both"
        )
    book = shipped()
    drawn_now = drawn(book, everyone=options.participants)
    word = drawn_now.notes
    with tools.open_own(options.store) as store:
        if store.courier is not None:
            store.courier.looked(_SECONDS_TO_LOOK)
        live = LiveSession(found(store, options.id), store, tools.clock)
        door = door_for(book, drawn_now, monotonic, len(live.state.participants), live.state.session)
        laptops = Laptops(word.roman, tools.introduce, store, tools.seal, tools.clock)
        where = Where(
            options.address or _own_address(), options.port, certificate=options.cert, key=options.key
        )
        record = AloneRecord(live)
        try:
            service = tools.host(record, door, where, partial(_said, record), laptops, messages=False)
        except NotHosted as error:
            raise Refusal(options.cert, "--cert", why_not_hosted(error, where.address, ENGLISH)) from None
        except OSError:
            raise Refusal(
                where.address, "--address", "can't be had; choose another, or another --port"
            ) from None
        live.listen(lambda _change: service.changed())
        leave = _sent(live, record, store.courier)
        for one in filter(None, (word, drawn_now.everyone)):
            tell(f"https://{service.address}/\t{one.kana}\t{one.roman}")
        _until_stopped()
        service.close()
        leave()
        record.close()
    return DONE


def _sent(live: LiveSession, record: AloneRecord, courier: Courier | None) -> Callable[[], None]:
    """From now on it goes to a server, and comes from there, where there is one; the answer ends that."""
    if courier is None:
        return lambda: None
    session = live.state.session
    live.listen(lambda _change: courier.kick(session))
    courier.meet(session, Lent(record))
    return lambda: courier.meet(session, None)


def join(options: argparse.Namespace, tools: Tools) -> int:
    """Take a table's sheet, and send it home each time that it changes, until Ctrl+C; print its six words."""
    if options.out.exists():
        raise Refusal(options.out, "-o", "is there already, and may hold notes; choose another name")
    try:
        met = tools.join(options.address, _word(options))
        joined = met.take(_place(met.places, options))
    except NotJoined as error:
        raise Refusal(options.address, "room", why_not_joined(error, ENGLISH)) from None
    try:
        write_whole(options.out, joined.data)
    except OSError:
        joined.leave()
        raise
    tell(joined.code)
    over = threading.Event()

    def heard(sending: Sending) -> None:
        complain(f"{options.address}: room: {how_it_stands(sending, ENGLISH)}", FAILED)
        if sending is Sending.OVER:
            over.set()

    sender = joined.send(options.out, heard)
    _until_stopped(over)
    return DONE if sender.close(_LAST_SECONDS) else FAILED


def _until_stopped(over: threading.Event | None = None) -> None:
    """Wait for Ctrl+C, for the end of the process to be asked, or for `over`."""
    stopped = threading.Event()
    for kind in (signal.SIGINT, signal.SIGTERM):
        signal.signal(kind, lambda *_: stopped.set())
    while not stopped.wait(0.2) and not (over and over.is_set()):
        pass


def _own_address() -> str:
    """The address by which this machine goes out; nothing is sent for it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"


def _said(record: AloneRecord, told: Wish | Message) -> None:
    """Tell a wish, without a name: whoever reads it here may not be alone. Messages are not taken here."""
    if isinstance(told, Wish):
        state, words = record.seen()
        tell(wished(told, state, reading(words, ENGLISH.lang, ()), ENGLISH, room_sees=True))


def _word(options: argparse.Namespace) -> str:
    """From where no other program can read it, as with the code of a sheet."""
    if options.word_file is not None:
        try:
            return str(options.word_file.read_text("utf-8-sig")).strip()
        except UnicodeError:
            raise Refusal(options.word_file, "--word-file", "is no text; put the word in it") from None
    if _WORD not in os.environ:
        raise Refusal(options.address, "room", f"needs its word; give --word-file F, or set {_WORD}")
    return os.environ[_WORD]


def _place(places: Sequence[Place], options: argparse.Namespace) -> str:
    """The table that is asked for, by its id or its name in any language; else the first that is free."""
    asked = options.table
    for one in places:
        if asked in {one.id, *one.name.values()} or (asked is None and not one.taken):
            return one.id
    known = ", ".join(one_line(next(iter(one.name.values()), one.id)) for one in places if not one.taken)
    raise Refusal(asked or options.address, "--table", f"no such table is free ({known or 'none is'})")


def _port(given: str) -> int:
    port = int(given) if given.isascii() and given.isdigit() else -1
    if not 0 <= port <= _LAST_PORT:
        raise argparse.ArgumentTypeError(f"is no port: {given!r}; give a number up to {_LAST_PORT}")
    return port


def add_host(host: argparse.ArgumentParser) -> None:
    """What the command takes."""
    host.add_argument("id", metavar="ID")
    host.add_argument("--address", metavar="A", help="of this machine, on which to listen")
    host.add_argument("--port", type=_port, metavar="N", default=USUAL_PORT, help="0: one that is free")
    host.add_argument("--cert", type=Path, metavar="F", help="the organisation's own certificate, in PEM")
    host.add_argument("--key", type=Path, metavar="F", help="and its key")
    host.add_argument("--participants", action="store_true", help="participants may join, too")


def add_join(join: argparse.ArgumentParser) -> None:
    """What the command takes."""
    join.add_argument("address", metavar="ADDRESS", help="as it stands on the wall, like 192.168.1.5:8443")
    join.add_argument("--word-file", type=Path, metavar="F", help=f"the word of the day (also {_WORD})")
    join.add_argument("--table", metavar="TABLE", help="its name; else the first that is free")
    join.add_argument("-o", dest="out", type=Path, required=True, metavar="SHEET")
