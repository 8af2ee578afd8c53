"""`coprod copy`: a whole store into another one, on this machine or on a server, either way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.cli.talk import DONE, FAILED, Tools, complain, tell
from coprod.paths import place
from coprod.service.copying import NotTheSame
from coprod.service.copying import copy as copy_store

if TYPE_CHECKING:
    import argparse


def copy(options: argparse.Namespace, tools: Tools) -> int:
    """Copy everything, compare it, and say how much it was. What is there already stays, so it may be done again."""
    with tools.open_store(options.source, False) as source, tools.open_store(options.target, True) as target:
        try:
            copied = copy_store(source, target)
        except NotTheSame as error:
            what = ", ".join(error.what)
            why = "differs from what it was copied from; keep both, and run `coprod verify` on each"
            return complain(f"{what}: copy: {why}", FAILED)
    tell(f"{copied.sessions} sessions, {copied.facts} facts: all of it is there")
    return DONE


def add_copy(copy: argparse.ArgumentParser) -> None:
    """What the command takes."""
    copy.add_argument("source", type=place, metavar="FROM", help="a path, or postgresql://…")
    copy.add_argument("target", type=place, metavar="TO", help="the same; made where it is not there yet")
