"""`coprod translation`: work for an outside translator, out and in again (XLIFF 2.0)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from coprod.cli.asked import UNDESCRIBED, found, languages_given, session_asked, shelved
from coprod.cli.sheets import ENGLISH
from coprod.cli.talk import DONE, REFUSED, Refusal, Tools, complain, tell
from coprod.domain.fold import fold
from coprod.domain.rules.pen import Refused
from coprod.present.refusals import refusal
from coprod.present.texts import reading
from coprod.present.translating import came_in, sent_out, why_left, why_no_work
from coprod.service.live import LiveSession
from coprod.service.translation import WorkRefused, brought, word_list, work_of

if TYPE_CHECKING:
    import argparse

    from coprod.domain.word_list import Term
    from coprod.service.translation import Brought

WORK = ".xlf"
"""How the name of such a file ends."""
_PAIR = 2
_IN = """\
Each text comes in on its own, and all that come in are one act. One is refused, with a line that says why, where the
original has changed since the file was written; the others come in all the same, and the exit code is then 2. What the
translator reviewed is checked, all else is a draft; only who said it confirms a translation."""


def translation(options: argparse.Namespace, tools: Tools) -> int:
    """Whichever way is asked for."""
    return {"out": send_out, "in": _take_in}[options.way](options, tools)


def send_out(options: argparse.Namespace, tools: Tools) -> int:
    """Write what is to be translated, and say how much that is; the store stays as it is."""
    if options.out.suffix.lower() != WORK:
        raise Refusal(options.out, "-o", f"a translator's file is XLIFF; give a name that ends in {WORK}")
    session, stored = session_asked(options, tools)
    state = fold(session, stored.facts)
    if state.description is None:
        raise Refusal(options.id, "log", UNDESCRIBED)
    langs = tuple(options.languages) or state.description.languages[:_PAIR]
    if len(langs) != _PAIR:
        raise Refusal(",".join(langs), "--languages", "give two, from and into: ja,en")
    work = work_of(state, stored.facts, stored.words, (langs[0], langs[1]), _terms(options, tools))
    if not work.rows:
        raise Refusal(options.id, "--languages", f"nothing here was said in {langs[0]}; turn them round")
    tools.write_work(work, options.out)
    tell(f"{session}\t{sent_out(work, ENGLISH)}")
    return DONE


def _terms(options: argparse.Namespace, tools: Tools) -> tuple[Term, ...]:
    """The word list that came, as the organisation has it where the session is in a store."""
    return word_list(shelved(options, tools, "terms.json"))


def _take_in(options: argparse.Namespace, tools: Tools) -> int:
    """Bring a translator's file home."""
    with tools.open_store(options.store, True) as store:
        live = LiveSession(found(store, options.id), store, tools.clock)
        try:
            returned = tools.read_work(options.file)
            brings = brought(returned, live.state, live.facts(), live.words, options.by)
        except WorkRefused as refused:
            raise Refusal(options.file, "file", why_no_work(refused.why, ENGLISH)) from None
        _do(brings, live, options)
    for left in brings.left:
        complain(f"{options.file}: {left.key or '-'}: {why_left(left.why, ENGLISH)}", REFUSED)
    tell(f"{live.state.session}\t{came_in(brings, ENGLISH)}")
    return REFUSED if brings.left else DONE


def _do(brings: Brought, live: LiveSession, options: argparse.Namespace) -> None:
    outcome = live.do(brings.act) if brings.act else None
    if isinstance(outcome, Refused):
        about = live.state.description
        texts = reading(live.words, "en", about.languages if about else ())
        raise Refusal(options.file, "file", refusal(outcome, live.state, texts, ENGLISH))


def add_translation(command: argparse.ArgumentParser, shared: argparse.ArgumentParser) -> None:
    """What the commands take."""
    ways = command.add_subparsers(dest="way", metavar="out|in", required=True)
    out = ways.add_parser("out", parents=[shared], help="write what is to be translated as XLIFF 2.0")
    out.add_argument("id", metavar="ID|FILE")
    out.add_argument("-o", dest="out", type=Path, required=True, metavar=f"OUT{WORK}")
    out.add_argument(
        "--languages",
        type=languages_given,
        default=(),
        metavar="ja,en",
        help="from the first into the second",
    )
    home = ways.add_parser("in", parents=[shared], help="bring it home, text by text", description=_IN)
    home.add_argument("id", metavar="ID")
    home.add_argument("file", type=Path, metavar=f"FILE{WORK}")
    home.add_argument("--by", default="", metavar="NAME", help="who translated, or checked, it")
