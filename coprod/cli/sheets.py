"""`coprod sheet`: group sheets out, sealed or on paper, and home again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from coprod.cli.asked import UNDESCRIBED, found, languages_asked, stored_session
from coprod.cli.handout import add_page
from coprod.cli.talk import DONE, REFUSED, Refusal, Store, Tools, complain, one_line, tell
from coprod.domain.fold import fold
from coprod.files import write_whole
from coprod.i18n import Catalogue
from coprod.present.kinds import table_name
from coprod.present.sheets import came_home, why_not
from coprod.present.texts import reading
from coprod.service.exchange.teller import Teller
from coprod.service.live import LiveSession
from coprod.service.publish import paper_sheet_of_state
from coprod.service.sheets import SheetRefused, issue, merge, unsealed

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from coprod.domain.facts import Word
    from coprod.domain.parts import Group
    from coprod.domain.state import State

ENGLISH = Catalogue("en")


def sheet(options: argparse.Namespace, tools: Tools) -> int:
    """Whichever step is asked for."""
    return {"issue": _issue, "print": _print, "merge": _merge}[options.step](options, tools)


def _issue(options: argparse.Namespace, tools: Tools) -> int:
    """Write the sheet of a group, and print its code, which is kept nowhere."""
    if options.out.exists():
        raise Refusal(options.out, "-o", "is there already, and may hold notes; choose another name")
    with tools.open_store(options.store, True) as store:
        session = found(store, options.id)
        stored = store.load(session)
        state = fold(session, stored.facts)
        group = _group(options.group, state, stored.words)
        given = issue(state, stored.words, group, tools.clock.now(), store, tools.seal())
    write_whole(options.out, given.data)
    tell(given.code)
    return DONE


def _print(options: argparse.Namespace, tools: Tools) -> int:
    """Write the sheet of a group for paper; the store stays as it is."""
    if options.out.suffix.lower() != ".pdf":
        raise Refusal(options.out, "-o", "a sheet for paper is written as PDF; give a name that ends in .pdf")
    session, stored = stored_session(options, tools)
    state = fold(session, stored.facts)
    group = _group(options.group, state, stored.words)
    languages = languages_asked(options, state.description, stored.words)
    doc = paper_sheet_of_state(state, group, stored.words, languages)
    if doc is None:
        raise Refusal(options.id, "log", UNDESCRIBED)
    tools.print_sheet(doc, doc.languages, options.out, options.large)
    return DONE


def _merge(options: argparse.Namespace, tools: Tools) -> int:
    """Bring sheets home; one that is refused doesn't keep the next from coming in."""
    with tools.open_store(options.store, True) as store:
        codes = [_merge_one(name, options, store, tools) for name in options.files]
    return max(codes)


def _merge_one(name: str, options: argparse.Namespace, store: Store, tools: Tools) -> int:
    try:
        seal = tools.seal()
        data = seal.read(Path(name))
        brought = unsealed(data, store, seal)
        live = LiveSession(brought.sheet.session, store, tools.clock)
        came = merge(brought, live, tools.clock.now(), late=options.late)
    except SheetRefused as refused:
        return complain(f"{name}: sheet: {why_not(refused.why, ENGLISH)}{_say_late(refused)}", REFUSED)
    about = live.state.description
    texts = reading(live.words, "en", about.languages if about else ())
    table = table_name(live.state, came.group, texts, ENGLISH)
    tell(f"{live.state.session}\t{one_line(came_home(table, came.notes, ENGLISH))}")
    return DONE


def _say_late(refused: SheetRefused) -> str:
    return " (--late)" if refused.why.value == "late" else ""


def _group(asked: str, state: State, words: Mapping[str, Word]) -> Group:
    """A group by its key, its id, or its name in any language."""
    keys = Teller(state, words).group_keys
    for group in state.groups.values():
        names = {words[id].body for _, id in group.name if id in words}
        if asked in {group.id, keys[group.id], *names}:
            return group
    known = ", ".join(sorted(keys.values())) or "none is formed yet"
    raise Refusal(asked, "GROUP", f"no group of this session is called so ({known}); see `coprod export`")


def add_sheet(sheet: argparse.ArgumentParser, shared: argparse.ArgumentParser) -> None:
    """What the commands take."""
    steps = sheet.add_subparsers(dest="step", metavar="issue|print|merge", required=True)
    out = steps.add_parser("issue", parents=[shared], help="write a group's sheet, and print its code")
    out.add_argument("id", metavar="ID")
    out.add_argument("group", metavar="GROUP")
    out.add_argument("-o", dest="out", type=Path, required=True, metavar="FILE")
    paper = steps.add_parser("print", parents=[shared], help="write a group's sheet for paper as PDF")
    paper.add_argument("id", metavar="ID")
    paper.add_argument("group", metavar="GROUP")
    add_page(paper)
    home = steps.add_parser("merge", parents=[shared], help="bring sheets home")
    home.add_argument("files", nargs="+", metavar="FILE")
    home.add_argument("--late", action="store_true", help="also into a session that is closed")
