"""`coprod handout`: one page for participants."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from coprod.cli.asked import UNDESCRIBED, languages_asked, languages_given, session_asked
from coprod.cli.talk import DONE, Refusal, Tools
from coprod.domain.fold import fold
from coprod.service.publish import handout_of

if TYPE_CHECKING:
    import argparse


def handout(options: argparse.Namespace, tools: Tools) -> int:
    """Write what participants get in the hand; the store stays as it is."""
    if options.out.suffix.lower() != ".pdf":
        raise Refusal(options.out, "-o", "a handout is written as PDF; give a name that ends in .pdf")
    session, stored = session_asked(options, tools)
    about = fold(session, stored.facts).description
    languages = languages_asked(options, about, stored.words)
    doc = handout_of(session, stored.facts, stored.words, languages)
    if doc is None:
        raise Refusal(options.id, "log", UNDESCRIBED)
    tools.handout(doc, doc.languages, options.out, options.large)
    return DONE


def add_handout(handout: argparse.ArgumentParser) -> None:
    """What the command takes."""
    handout.add_argument("id", metavar="ID|FILE")
    add_page(handout)


def add_page(command: argparse.ArgumentParser) -> None:
    """What a command takes that writes a page to be printed: where to, in which languages, how large."""
    command.add_argument("-o", dest="out", type=Path, required=True, metavar="OUT.pdf")
    command.add_argument(
        "--languages", type=languages_given, default=(), metavar="ja,en", help="one or two, in order"
    )
    command.add_argument("--large", action="store_true", help="in large print, 18 pt or more")
