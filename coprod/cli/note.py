"""`coprod note`: keep a note without a screen, in the store or in a group's sheet."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from coprod.cli.asked import found, language_given, one_of
from coprod.cli.sheets import ENGLISH
from coprod.cli.talk import DONE, Refusal, Tools, tell
from coprod.domain.acts import KeepNote, NoteDraft
from coprod.domain.rules.pen import Refused
from coprod.domain.terms import NoteKind, Visibility
from coprod.present.refusals import refusal
from coprod.present.sheets import why_not
from coprod.present.texts import reading
from coprod.service.exchange.teller import Teller
from coprod.service.live import LiveSession
from coprod.service.sheets import SheetRefused, WhyNot

if TYPE_CHECKING:
    import argparse

    from coprod.service.ports import Log

_CODE = "COPROD_CODE"


def note(options: argparse.Namespace, tools: Tools) -> int:
    """Keep one note, and print its id. A path that exists is a sheet."""
    text = _text(options.text)
    if os.path.exists(options.id):  # noqa: PTH110 - Path.exists raises, where a name is too long to be a file's
        session, log = _sheet(options, tools)
        return _keep(session, log, text, options, tools)
    with tools.open_store(options.store, True) as store:
        return _keep(found(store, options.id), store, text, options, tools)


def _keep(session: str, log: Log, text: str, options: argparse.Namespace, tools: Tools) -> int:
    live = LiveSession(session, log, tools.clock)
    keys = {key: who for who, key in Teller(live.state, live.words).person_keys.items()}
    for key in options.who:
        if key not in keys:
            raise Refusal(key, "--who", f"nobody has this key ({', '.join(keys) or 'nobody is there'})")
    draft = NoteDraft(
        options.kind,
        {options.lang: text},
        tuple(keys[key] for key in options.who),
        original=options.lang,
        visibility=options.visibility,
    )
    outcome = live.do(KeepNote(draft))
    if isinstance(outcome, Refused):
        about = live.state.description
        texts = reading(live.words, "en", about.languages if about else ())
        raise Refusal(options.id, "note", refusal(outcome, live.state, texts, ENGLISH))
    tell(outcome.new.notes()[-1].entry)
    return DONE


def _sheet(options: argparse.Namespace, tools: Tools) -> tuple[str, Log]:
    code, seal = _code(options), tools.seal()
    try:
        return seal.open(Path(options.id), code)
    except SheetRefused as refused:
        misread = seal.misread(code) if refused.why is WhyNot.WRONG_CODE else ()
        raise Refusal(options.id, "sheet", why_not(refused.why, ENGLISH, misread)) from None


def _code(options: argparse.Namespace) -> str:
    """The code, from where no other program can read it: an argument can be seen by all."""
    if options.code_file is not None:
        try:
            given: str = options.code_file.read_text("utf-8-sig")
        except UnicodeError:
            raise Refusal(options.code_file, "--code-file", "is no text; put the six words in it") from None
        return given
    if _CODE not in os.environ:
        raise Refusal(options.id, "sheet", f"needs its code; give --code-file F, or set {_CODE}")
    return os.environ[_CODE]


def _text(given: str) -> str:
    if given != "-":
        return given
    if sys.stdin is None:
        raise Refusal("-", "TEXT", "there is nothing to read; give the text itself")
    try:
        return sys.stdin.buffer.read().decode("utf-8").rstrip("\r\n")
    except UnicodeError:
        raise Refusal("-", "TEXT", "is not in UTF-8; convert it first") from None


def add_note(note: argparse.ArgumentParser) -> None:
    """What the command takes."""
    note.add_argument("id", metavar="ID|SHEET")
    note.add_argument("--code-file", type=Path, metavar="F", help=f"the sheet's code (also {_CODE})")
    note.add_argument(
        "--who", action="append", default=[], metavar="KEY", help="who said it; several, or none"
    )
    kinds, reaches = "|".join(NoteKind), "|".join(Visibility)
    note.add_argument("--kind", type=one_of(NoteKind), metavar=kinds, default=NoteKind.CONTRIBUTION)
    note.add_argument("--lang", type=language_given, required=True, metavar="ja", help="in which it was said")
    note.add_argument("--visibility", type=one_of(Visibility), metavar=reaches, default=Visibility.MINUTES)
    note.add_argument("text", metavar="TEXT|-", help="what was said; - reads it")
