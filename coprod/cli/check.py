"""`coprod check`: what to look at before minutes are issued, a line for each finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.cli.asked import UNDESCRIBED, found, session_asked, shelved
from coprod.cli.minutes import add_edition, asked_for
from coprod.cli.sheets import ENGLISH
from coprod.cli.talk import DONE, Refusal, Tools, one_line, tell
from coprod.domain.acts import AnswerCheck
from coprod.domain.fold import fold
from coprod.domain.rules.pen import Refused
from coprod.present.checks import check_rows
from coprod.present.hints import hints_of
from coprod.present.refusals import refusal
from coprod.present.texts import reading
from coprod.service.live import LiveSession
from coprod.service.publish import checks_of_state

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from coprod.domain.checks import Check
    from coprod.domain.facts import Word
    from coprod.domain.state import State


def check(options: argparse.Namespace, tools: Tools) -> int:
    """Print what is found: where, a tab, and what; then what is left as it is, with a tab more, and why.

    The store stays as it is, unless a reason is given.
    """
    if (options.answer is None) != (options.because is None):
        raise Refusal(
            options.id, "--answer", "goes with --because: the number of a line, and why it may stay"
        )
    if options.answer is not None:
        return _answer(options, tools)
    session, stored = session_asked(options, tools)
    state = fold(session, stored.facts)
    if state.description is None:
        raise Refusal(options.id, "log", UNDESCRIBED)
    found = _found(options, tools, state, stored.words)
    texts = reading(stored.words, "en", state.description.languages)
    for row in check_rows(found, state, texts, ENGLISH):
        tell("\t".join(one_line(part) for part in (row.place, row.said, row.because) if part))
    return DONE


def _found(
    options: argparse.Namespace, tools: Tools, state: State, words: Mapping[str, Word]
) -> tuple[Check, ...]:
    """What is found, the open ones first."""
    wording = [(hint.lang, hint.word) for hint in hints_of(shelved(options, tools, "hints.json"))]
    found = checks_of_state(state, words, asked_for(options, state, words), wording)
    return tuple(sorted(found, key=lambda one: bool(one.because)))


def _answer(options: argparse.Namespace, tools: Tools) -> int:
    """Keep why one of them is left as it is; "" opens it again."""
    with tools.open_store(options.store, True) as store:
        live = LiveSession(found(store, options.id), store, tools.clock)
        lines = _found(options, tools, live.state, live.words)
        if not 1 <= options.answer <= len(lines):
            known = f"there are {len(lines)}; `coprod check {options.id}` shows them"
            raise Refusal(options.answer, "--answer", f"is the number of no line: {known}")
        one = lines[options.answer - 1]
        reason = {"en": options.because} if options.because else {}
        outcome = live.do(AnswerCheck(one.finding, one.note, one.lang, reason, one.about))
        if isinstance(outcome, Refused):
            about = live.state.description
            texts = reading(live.words, "en", about.languages if about else ())
            raise Refusal(options.answer, "--answer", refusal(outcome, live.state, texts, ENGLISH))
    return DONE


def add_check(command: argparse.ArgumentParser) -> None:
    """What the command takes."""
    command.add_argument("id", metavar="ID|FILE")
    add_edition(command)
    command.add_argument("--answer", type=int, metavar="N", help="which line is left as it is")
    command.add_argument("--because", metavar="TEXT", help='why; "" opens it again')
