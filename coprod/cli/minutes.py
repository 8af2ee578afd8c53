"""`coprod minutes`: an edition of the minutes, in the kind of file that its name asks for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from coprod.cli.asked import UNDESCRIBED, languages_given, session_asked
from coprod.cli.talk import DONE, Refusal, Tools
from coprod.cli.translation import WORK, send_out
from coprod.domain.fold import fold
from coprod.domain.terms import Edition
from coprod.service.exchange.teller import Teller
from coprod.service.printing import KINDS, Arrangement, Paper, Setting
from coprod.service.publish import Asked, minutes_of_state

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from coprod.domain.facts import Word
    from coprod.domain.state import State

_KINDS = (*KINDS, WORK)


def minutes(options: argparse.Namespace, tools: Tools) -> int:
    """Write them; the store stays as it is."""
    kind = options.out.suffix.lower()
    if kind not in _KINDS:
        raise Refusal(
            options.out, "-o", f"is no kind of minutes; give a name that ends in {', '.join(_KINDS)}"
        )
    if options.password_file is not None and kind != ".pdf":
        raise Refusal(options.password_file, "--password-file", "only a PDF takes a password; leave it out")
    if kind == WORK:
        if options.edition is not Edition.RECORD:
            raise Refusal(
                options.edition.value, "--edition", "what is translated is the record; leave it out"
            )
        return send_out(options, tools)
    setting = Setting(options.layout, options.paper, options.large, _password(options.password_file))
    session, stored = session_asked(options, tools)
    state = fold(session, stored.facts)
    if state.description is None:
        raise Refusal(options.id, "log", UNDESCRIBED)
    asked = Asked(options.languages, options.edition, _whose(options, state, stored.words))
    tools.render(minutes_of_state(state, stored.words, asked), options.out, setting)
    return DONE


def _whose(options: argparse.Namespace, state: State, words: Mapping[str, Word]) -> str | None:
    """The participant whose own copy is asked for."""
    own = options.edition is Edition.OWN
    if own != (options.whose is not None):
        why = "goes with --edition own, and an own copy needs it: give the key of the person"
        raise Refusal(options.whose or options.edition.value, "--for", why)
    if not own:
        return None
    keys = {key: who for who, key in Teller(state, words).person_keys.items()}
    if options.whose not in keys:
        known = ", ".join(keys) or "nobody is there"
        raise Refusal(options.whose, "--for", f"nobody has this key ({known})")
    return keys[options.whose]


def _password(path: Path | None) -> str:
    """A password from where no other program can read it."""
    if path is None:
        return ""
    try:
        password = path.read_text("utf-8-sig").strip("\r\n")
    except UnicodeError:
        raise Refusal(path, "--password-file", "is no text; put the password in it") from None
    if not password:
        raise Refusal(path, "--password-file", "is empty; put the password in it")
    return password


def add_minutes(command: argparse.ArgumentParser) -> None:
    """What the command takes."""
    command.add_argument("id", metavar="ID|FILE")
    command.add_argument(
        "-o", dest="out", type=Path, required=True, metavar=f"OUT.{{{','.join(kind[1:] for kind in _KINDS)}}}"
    )
    command.add_argument(
        "--languages", type=languages_given, default=(), metavar="ja,en", help="one or two, in order"
    )
    command.add_argument("--edition", type=Edition, choices=list(Edition), default=Edition.RECORD)
    command.add_argument("--for", dest="whose", metavar="KEY", help="whose own copy")
    command.add_argument("--layout", type=Arrangement, choices=list(Arrangement), default=Arrangement.SIDE)
    command.add_argument("--paper", type=Paper, choices=list(Paper))
    command.add_argument("--large", action="store_true", help="in large print")
    command.add_argument("--password-file", type=Path, metavar="F", help="a PDF that opens with it alone")
