"""`coprod house`: what the organisation wants on its minutes: its name, its logo, years by the era."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from coprod.cli.sheets import ENGLISH
from coprod.cli.talk import DONE, Refusal, Tools, one_line, tell
from coprod.domain.forms import is_language
from coprod.present.house import why_no_logo
from coprod.service.house import LogoRefused, house_of, keep_era, keep_logo, keep_name

if TYPE_CHECKING:
    import argparse

_HOW = """\
Without more it tells what is kept, a line for each. A name is given as `ja=しおかぜ館`, once for each language, and
takes the place of all names before; `--name ''` takes them away. A logo stands beside a name alone."""


def house(options: argparse.Namespace, tools: Tools) -> int:
    """Tell what is kept; or keep something else."""
    asked = (options.name, options.logo, options.no_logo or None, options.era)
    changes = any(one is not None for one in asked)
    with tools.open_store(options.store, changes) as store:
        if options.logo is not None:
            logo = _logo(options.logo, tools)
        if options.name is not None and not keep_name(store, _names(options.name)):
            raise Refusal(
                options.name[0], "--name", "can't stand on a page; one line of at most 300 characters"
            )
        if options.logo is not None or options.no_logo:
            keep_logo(store, logo if options.logo is not None else b"")
        if options.era is not None:
            keep_era(store, era=options.era)
        known = house_of(store)
    for lang, body in () if changes else known.name:
        tell(f"name\t{lang}\t{one_line(body)}")
    if not changes and known.logo:
        tell(f"logo\tPNG\t{len(known.logo)} bytes")
    if not changes:
        tell(f"years\tja\t{'era' if known.era else 'western'}")
    return DONE


def _logo(path: Path, tools: Tools) -> bytes:
    try:
        return tools.read_logo(path.read_bytes())
    except LogoRefused as refused:
        raise Refusal(path, "--logo", why_no_logo(refused.why, ENGLISH)) from None


def _names(given: list[str]) -> dict[str, str]:
    names: dict[str, str] = {}
    for one in filter(None, given):
        lang, equals, body = one.partition("=")
        if not equals or not is_language(lang):
            raise Refusal(one, "--name", "is no name with its language; give it as ja=しおかぜ館")
        names[lang] = body
    return names


def add_house(command: argparse.ArgumentParser) -> None:
    """What the command takes."""
    command.description = _HOW
    command.add_argument("--name", action="append", metavar="LANG=NAME", help="what it is called")
    logo = command.add_mutually_exclusive_group()
    logo.add_argument("--logo", type=Path, metavar="FILE", help="a PNG or a JPEG")
    logo.add_argument("--no-logo", action="store_true", help="without a logo from now on")
    era = command.add_mutually_exclusive_group()
    era.add_argument("--era", action="store_const", const=True, help="years in Japanese by the era")
    era.add_argument("--no-era", dest="era", action="store_const", const=False, help="western years")
