"""`coprod translation`: work for an outside translator, out and in again (XLIFF 2.0); and drafts by a machine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from coprod.cli.asked import UNDESCRIBED, found, languages_asked, languages_given, session_asked, shelved
from coprod.cli.sheets import ENGLISH
from coprod.cli.talk import DONE, REFUSED, Refusal, Tools, complain, tell
from coprod.domain.fold import fold
from coprod.domain.rules.pen import Refused
from coprod.present.drafting import came_of, why_no_drafter
from coprod.present.refusals import refusal
from coprod.present.texts import reading
from coprod.present.translating import came_in, sent_out, why_left, why_no_work
from coprod.service.drafting import DrafterRefused, drafted, kept, wanted
from coprod.service.live import LiveSession
from coprod.service.translation import WorkRefused, brought, word_list, work_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from coprod.domain.acts import Act
    from coprod.domain.facts import Word
    from coprod.domain.parts import Description
    from coprod.domain.word_list import Term

WORK = ".xlf"
"""How the name of such a file ends."""
_PAIR = 2
_IN = """\
Each text comes in on its own, and all that come in are one act. One is refused, with a line that says why, where the
original has changed since the file was written; the others come in all the same, and the exit code is then 2. What the
translator reviewed is checked, all else is a draft; only who said it confirms a translation."""

_DRAFT = """\
A model on this machine drafts the notes that nobody has translated; docs/machine-drafts.md says how to get one. A draft
is marked as a machine's, here and in the minutes, until a person has checked it. All drafts are one act."""


def translation(options: argparse.Namespace, tools: Tools) -> int:
    """Whichever way is asked for."""
    return {"out": send_out, "in": _take_in, "draft": _draft}[options.way](options, tools)


def send_out(options: argparse.Namespace, tools: Tools) -> int:
    """Write what is to be translated, and say how much that is; the store stays as it is."""
    if options.out.suffix.lower() != WORK:
        raise Refusal(options.out, "-o", f"a translator's file is XLIFF; give a name that ends in {WORK}")
    session, stored = session_asked(options, tools)
    state = fold(session, stored.facts)
    if state.description is None:
        raise Refusal(options.id, "log", UNDESCRIBED)
    langs = _direction(options, state.description, stored.words)
    work = work_of(state, stored.facts, stored.words, langs, _terms(options, tools))
    if not work.rows:
        raise Refusal(options.id, "--languages", f"nothing here was said in {langs[0]}; turn them round")
    tools.write_work(work, options.out)
    tell(f"{session}\t{sent_out(work, ENGLISH)}")
    return DONE


def _direction(options: argparse.Namespace, about: Description, words: Mapping[str, Word]) -> tuple[str, str]:
    """From which language into which."""
    langs = languages_asked(options, about, words) or about.languages[:_PAIR]
    if len(langs) != _PAIR:
        raise Refusal(",".join(langs), "--languages", "give two, from and into: ja,en")
    return langs[0], langs[1]


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
        if brings.act:
            _do(brings.act, live, options.file, "file")
    for left in brings.left:
        complain(f"{options.file}: {left.key or '-'}: {why_left(left.why, ENGLISH)}", REFUSED)
    tell(f"{live.state.session}\t{came_in(brings, ENGLISH)}")
    return REFUSED if brings.left else DONE


def _draft(options: argparse.Namespace, tools: Tools) -> int:
    """Let a model draft what nobody has translated."""
    with tools.open_store(options.store, True) as store:
        live = LiveSession(found(store, options.id), store, tools.clock)
        if live.state.description is None:
            raise Refusal(options.id, "log", UNDESCRIBED)
        langs = _direction(options, live.state.description, live.words)
        try:
            drafts = drafted(wanted(live, langs), tools.open_drafter(options.model, langs))
        except DrafterRefused as refused:
            raise Refusal(options.model, "--model", why_no_drafter(refused.why, langs, ENGLISH)) from None
        keep = kept(drafts, live)
        if keep.act:
            _do(keep.act, live, options.id, "draft")
    tell(f"{live.state.session}\t{came_of(drafts, keep, ENGLISH)}")
    return DONE


def _do(act: Act, live: LiveSession, what: object, place: str) -> None:
    outcome = live.do(act)
    if isinstance(outcome, Refused):
        about = live.state.description
        texts = reading(live.words, "en", about.languages if about else ())
        raise Refusal(what, place, refusal(outcome, live.state, texts, ENGLISH))


def add_translation(command: argparse.ArgumentParser, shared: argparse.ArgumentParser) -> None:
    """What the commands take."""
    ways = command.add_subparsers(dest="way", metavar="out|in|draft", required=True)
    out = ways.add_parser("out", parents=[shared], help="write what is to be translated as XLIFF 2.0")
    out.add_argument("id", metavar="ID|FILE")
    out.add_argument("-o", dest="out", type=Path, required=True, metavar=f"OUT{WORK}")
    _add_languages(out)
    home = ways.add_parser("in", parents=[shared], help="bring it home, text by text", description=_IN)
    home.add_argument("id", metavar="ID")
    home.add_argument("file", type=Path, metavar=f"FILE{WORK}")
    home.add_argument("--by", default="", metavar="NAME", help="who translated, or checked, it")
    draft = ways.add_parser("draft", parents=[shared], help="let a machine draft notes", description=_DRAFT)
    draft.add_argument("id", metavar="ID")
    draft.add_argument("--model", type=Path, required=True, metavar="FOLDER", help="a model for CTranslate2")
    _add_languages(draft)


def _add_languages(command: argparse.ArgumentParser) -> None:
    """From which language into which."""
    command.add_argument(
        "--languages",
        type=languages_given,
        default=(),
        metavar="ja,en",
        help="from the first into the second",
    )
