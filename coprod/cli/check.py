"""`coprod check`: what to look at before minutes are issued, a line for each finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.cli.asked import UNDESCRIBED, session_asked
from coprod.cli.minutes import add_edition, asked_for
from coprod.cli.sheets import ENGLISH
from coprod.cli.talk import DONE, Refusal, Tools, one_line, tell
from coprod.domain.fold import fold
from coprod.present.checks import check_rows
from coprod.present.texts import reading
from coprod.service.publish import checks_of_state

if TYPE_CHECKING:
    import argparse


def check(options: argparse.Namespace, tools: Tools) -> int:
    """Print what is found: where, a tab, and what; nothing where nothing is. The store stays as it is."""
    session, stored = session_asked(options, tools)
    state = fold(session, stored.facts)
    about = state.description
    if about is None:
        raise Refusal(options.id, "log", UNDESCRIBED)
    found = checks_of_state(state, stored.words, asked_for(options, state, stored.words))
    texts = reading(stored.words, "en", about.languages)
    for row in check_rows(found, state, texts, ENGLISH):
        tell(f"{one_line(row.place)}\t{one_line(row.said)}")
    return DONE


def add_check(command: argparse.ArgumentParser) -> None:
    """What the command takes."""
    command.add_argument("id", metavar="ID|FILE")
    add_edition(command)
