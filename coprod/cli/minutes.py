"""`coprod minutes`: an edition of the minutes, in the kind of file that its name asks for."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from coprod.cli.asked import UNDESCRIBED, found, languages_asked, languages_given, one_of, session_asked
from coprod.cli.sheets import ENGLISH
from coprod.cli.talk import DONE, Refusal, Tools, complain, tell
from coprod.cli.translation import WORK, send_out
from coprod.domain.fold import fold
from coprod.domain.terms import Edition
from coprod.present.issuing import why_not_issued
from coprod.present.texts import reading
from coprod.service import issuing
from coprod.service.exchange.teller import Teller
from coprod.service.house import house_of
from coprod.service.issuing import NotIssued, names_in_file
from coprod.service.live import LiveSession
from coprod.service.printing import KINDS, LONGEST_PASSWORD, NO_HOUSE, Arrangement, Paper, Setting
from coprod.service.publish import Asked, minutes_of_state

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Mapping, Sequence

    from coprod.domain.facts import Word
    from coprod.domain.state import State
    from coprod.service.printing import House


_PAGED = (".pdf", ".docx")
"""How the names of files end that are laid out on pages."""
_UNREADABLE = {
    errno.ENOENT: "is not there; check its name",
    errno.EISDIR: "is a folder; name a file",
}


def minutes(options: argparse.Namespace, tools: Tools) -> int:
    """Write a draft, or work for a translator; the store stays as it is."""
    setting = _setting(options, (*KINDS, WORK))
    if options.out.suffix.lower() == WORK:
        _whose_asked(options)
        if options.edition is not Edition.RECORD:
            raise Refusal(
                options.edition.value, "--edition", "what is translated is the record; leave it out"
            )
        return send_out(options, tools)
    if options.out.exists() and os.path.realpath(options.out) == os.path.realpath(options.id):
        raise Refusal(options.out, "-o", "is the session file itself; choose another name")
    session, stored = session_asked(options, tools)
    state = fold(session, stored.facts)
    if state.description is None:
        raise Refusal(options.id, "log", UNDESCRIBED)
    asked = asked_for(options, state, stored.words)
    if names_in_file(options.out, state, stored.words):
        raise Refusal(options.out, "-o", "has a name in it whose owner asked for none; choose another name")
    setting = replace(setting, house=_house(options, tools))
    tools.render(minutes_of_state(state, stored.words, asked), options.out, setting)
    return DONE


def issue(options: argparse.Namespace, tools: Tools) -> int:
    """Write an edition under the next number, keep that it was issued, and print its number and its hash."""
    setting = _setting(options, KINDS)
    with tools.open_store(options.store, True) as store:
        live = LiveSession(found(store, options.id), store, tools.clock)
        asked = asked_for(options, live.state, live.words)
        setting = replace(setting, house=house_of(store))
        try:
            done = issuing.issue(live, asked, (tools.render, options.out, setting), options.to)
        except NotIssued as not_issued:
            texts = reading(live.words, "en", asked.languages)
            why = why_not_issued(not_issued, live.state, texts, ENGLISH)
            raise Refusal(options.out, "-o", why) from None
    tell(f"{done.number}\t{done.sha256}")
    return DONE


def _house(options: argparse.Namespace, tools: Tools) -> House:
    """The organisation that keeps the session; a file is nobody's in particular."""
    if os.path.exists(options.id):  # noqa: PTH110 - as in session_asked
        return NO_HOUSE
    with tools.open_store(options.store, False) as store:
        return house_of(store)


def _setting(options: argparse.Namespace, kinds: Sequence[str]) -> Setting:
    """How it is to be written; what can't be is refused before anything is read."""
    kind = options.out.suffix.lower()
    if kind not in kinds:
        raise Refusal(
            options.out, "-o", f"is no kind of minutes; give a name that ends in {', '.join(kinds)}"
        )
    if options.password_file is not None and kind != ".pdf":
        raise Refusal(options.password_file, "--password-file", "only a PDF takes a password; leave it out")
    laid_out = {"--layout": options.layout, "--paper": options.paper, "--large": options.large}
    for name, given in laid_out.items():
        if given and kind not in _PAGED:
            why = f"goes with a {' or '.join(_PAGED)}, and changes nothing here"
            complain(f"{options.out}: {name}: {why}", DONE)
    layout = options.layout or Arrangement.SIDE
    return Setting(layout, options.paper, options.large, _password(options.password_file))


def asked_for(options: argparse.Namespace, state: State, words: Mapping[str, Word]) -> Asked:
    """Which edition a command is given."""
    languages = languages_asked(options, state.description, words)
    return Asked(languages, options.edition, _whose(options, state, words))


def _whose(options: argparse.Namespace, state: State, words: Mapping[str, Word]) -> str | None:
    """The participant whose own copy is asked for."""
    _whose_asked(options)
    if options.edition is not Edition.OWN:
        return None
    keys = {key: who for who, key in Teller(state, words).person_keys.items()}
    known = ", ".join(keys) or "nobody is there"
    if options.whose is None:
        raise Refusal("own", "--edition", f"is the copy of one person; say whose with --for ({known})")
    if options.whose not in keys:
        raise Refusal(options.whose, "--for", f"nobody has this key ({known})")
    return keys[options.whose]


def _whose_asked(options: argparse.Namespace) -> None:
    """Refuse somebody whose copy is not asked for."""
    if options.whose is not None and options.edition is not Edition.OWN:
        why = "only an own copy is somebody's; add --edition own, or leave it out"
        raise Refusal(options.whose, "--for", why)


def _password(path: Path | None) -> str:
    """A password from where no other program can read it."""
    if path is None:
        return ""
    try:
        password = path.read_text("utf-8-sig").strip("\r\n")
    except UnicodeError:
        raise Refusal(path, "--password-file", "is no text; put the password in it") from None
    except OSError as error:
        why = _UNREADABLE.get(error.errno or 0, "may not be read; allow it")
        raise Refusal(path, "--password-file", why) from None
    if not password:
        raise Refusal(path, "--password-file", "is empty; put the password in it")
    if "\n" in password or len(password.encode()) > LONGEST_PASSWORD:
        why = f"is no password; put one line in it, of at most {LONGEST_PASSWORD} bytes"
        raise Refusal(path, "--password-file", why)
    return password


def add_minutes(
    command: argparse.ArgumentParser, session: str = "ID|FILE", kinds: Iterable[str] = (*KINDS, WORK)
) -> None:
    """What the command takes. `session`: how one is named; `kinds`: how the names of its files may end."""
    command.add_argument("id", metavar=session)
    endings = ",".join(kind[1:] for kind in kinds)
    command.add_argument("-o", dest="out", type=Path, required=True, metavar=f"OUT.{{{endings}}}")
    add_edition(command)
    command.add_argument("--layout", type=one_of(Arrangement), metavar="|".join(Arrangement))
    command.add_argument("--paper", type=one_of(Paper), metavar="|".join(Paper))
    command.add_argument("--large", action="store_true", help="in large print")
    command.add_argument("--password-file", type=Path, metavar="F", help="a PDF that opens with it alone")


def add_issue(command: argparse.ArgumentParser) -> None:
    """What the command takes."""
    add_minutes(command, "ID", KINDS)
    command.add_argument("--to", metavar="TEXT", default="", help="whom it goes to; kept with its number")


def add_edition(command: argparse.ArgumentParser) -> None:
    """Which edition a command takes, in which languages."""
    command.add_argument(
        "--languages", type=languages_given, default=(), metavar="ja,en", help="one or two, in order"
    )
    command.add_argument("--edition", type=one_of(Edition), metavar="|".join(Edition), default=Edition.RECORD)
    command.add_argument("--for", dest="whose", metavar="KEY", help="whose own copy")
