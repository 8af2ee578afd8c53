"""`coprod groups`: draw small groups."""

from __future__ import annotations

import argparse
import json
import os
from typing import TYPE_CHECKING

from coprod.cli.asked import session_asked
from coprod.cli.talk import DONE, Refusal, Tools, tell
from coprod.domain.fold import fold
from coprod.domain.groups import LARGEST, SMALLEST
from coprod.service.grouping import Unfit, drawn, neighbours

if TYPE_CHECKING:
    from coprod.service.ports import Stored


def groups(options: argparse.Namespace, tools: Tools) -> int:
    """Draw small groups, and say what could not be met; the store stays as it is."""
    session, stored, near = _people(options, tools)
    try:
        made = drawn(
            fold(session, stored.facts),
            stored.words,
            options.size,
            apart=options.apart,
            together=options.together,
            near=near,
            seed=options.seed,
        )
    except Unfit as unfit:
        raise Refusal(options.id, unfit.place, unfit.reason) from None
    if options.json:
        tell(json.dumps({"groups": made.groups, "unmet": made.unmet}, ensure_ascii=False, indent=2))
        return DONE
    for number, group in enumerate(made.groups, start=1):
        tell(f"{number}\t{' '.join(group)}")
    for one in made.unmet:
        tell(f"not met\t{one['wish']}\t{' '.join(one['people'])}")
    return DONE


def _people(options: argparse.Namespace, tools: Tools) -> tuple[str, Stored, frozenset[tuple[str, str]]]:
    """A session, from a file or the store, and who sat with whom before."""
    session, stored = session_asked(options, tools)
    if os.path.exists(options.id):  # noqa: PTH110 - as in session_asked
        return session, stored, frozenset()
    with tools.open_store(options.store, False) as store:
        return session, stored, neighbours(session, store)


def add_groups(groups: argparse.ArgumentParser) -> None:
    """What the command takes."""
    sizes = range(SMALLEST, LARGEST + 1)
    groups.add_argument("id", metavar="ID|FILE")
    groups.add_argument(
        "--size", type=int, choices=sizes, default=6, help="people in a group (3 to 8; default 6)"
    )
    for name, what in (("--apart", "never in one group"), ("--together", "in one group")):
        groups.add_argument(name, type=_keys, action="append", default=[], metavar="A,B", help=what)
    groups.add_argument(
        "--seed", type=int, default=0, metavar="N", help="the same number draws the same groups"
    )
    groups.add_argument("--json", action="store_true")


def _keys(value: str) -> tuple[str, ...]:
    keys = tuple(value.split(","))
    if len(keys) < 2 or not all(keys):  # noqa: PLR2004 - one alone is with nobody
        raise argparse.ArgumentTypeError("give two keys or more: A,B")
    return keys
