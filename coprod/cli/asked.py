"""Which session is asked for: by a file, or by the beginning of its id in the store; and in which languages."""

from __future__ import annotations

import argparse
import os
from enum import StrEnum
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from uuid import NAMESPACE_OID, uuid5

from coprod import paths
from coprod.cli.talk import Refusal, Tools
from coprod.domain.forms import is_language
from coprod.domain.languages import fitting
from coprod.i18n import is_known
from coprod.service.archive import SHORTEST, NoSuchSession, find
from coprod.service.exchange.bad import BadFile
from coprod.service.exchange.incoming import Incoming, incoming
from coprod.service.exchange.reading import read_path
from coprod.service.library import Shelved, library, shipped
from coprod.service.ports import Archive, Stored, StoreFailed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coprod.domain.facts import Word
    from coprod.domain.parts import Description

Kind = TypeVar("Kind", bound=StrEnum)
_LONGEST = 3
"""Letters of the tag of a language; longer ones are well formed, and none is in use."""

UNDESCRIBED = "has nothing that describes this session; run `coprod verify`, and go on with the last backup"


def session_asked(options: argparse.Namespace, tools: Tools) -> tuple[str, Stored]:
    """A path that exists is a file, and needs no store."""
    if os.path.exists(options.id):  # noqa: PTH110 - Path.exists raises, where a name is too long to be a file's
        made = _read(options, tools)
        return made.session, Stored(made.facts, made.words, made.links)
    return stored_session(options, tools)


def _read(options: argparse.Namespace, tools: Tools) -> Incoming:
    try:
        return incoming(read_path(Path(options.id)), tools.clock.now(), _counted())
    except BadFile as bad:
        raise Refusal(options.id, bad.place, bad.reason) from None


def _counted() -> Callable[[], str]:
    """New ids, the same each time that a file is read: what is written from it is the same bytes."""
    numbers = count()
    return lambda: str(uuid5(NAMESPACE_OID, f"coprod {next(numbers)}"))


def stored_session(options: argparse.Namespace, tools: Tools) -> tuple[str, Stored]:
    """A session of the store."""
    try:
        with tools.open_store(options.store, False) as store:
            session = found(store, options.id)
            return session, store.load(session)
    except StoreFailed as failed:
        if failed.code != "no-store":
            raise
        why = f"is not there, and at {failed.place} is no store with such a session; check the name"
        raise Refusal(options.id, "file", why) from None


def found(store: Archive, prefix: str) -> str:
    """The one session whose id begins so."""
    try:
        return find(store, prefix)
    except NoSuchSession as error:
        if error.found:
            why = "more than one session begins so; give more of the id"
        elif len(prefix) < SHORTEST:
            why = f"is too short; give {SHORTEST} or more characters of the id, as `coprod list` shows it"
        else:
            why = "no session begins so, and no file is called so; `coprod list` shows the ids"
        raise Refusal(prefix, "id", why) from None


def may_be_replaced(out: Path) -> bool:
    """Whether a session file may be written there: over another one, over nothing, or into a pipe."""
    if not out.is_file() or not out.stat().st_size:
        return True
    try:
        read_path(out)
    except BadFile:
        return False
    return True


def one_of(kind: type[Kind]) -> Callable[[str], Kind]:
    """One of the words of a kind, as a command is given it."""

    def given(value: str) -> Kind:
        try:
            return kind(value)
        except ValueError:
            raise argparse.ArgumentTypeError(f"{value} is none of {', '.join(kind)}") from None

    return given


def language_given(value: str) -> str:
    """A language, as a command is given it: ja, en-GB."""
    if not is_language(value) or len(value.split("-", maxsplit=1)[0]) > _LONGEST:
        raise argparse.ArgumentTypeError(f"{value} is no language; give its tag, such as ja or en")
    return value


def languages_given(value: str) -> tuple[str, ...]:
    """One language or two, as a command is given them."""
    languages = tuple(value.split(","))
    known = all(is_language(one) and len(one.split("-", maxsplit=1)[0]) <= _LONGEST for one in languages)
    if not known or len(languages) not in (1, 2) or len({one.lower() for one in languages}) < len(languages):
        raise argparse.ArgumentTypeError("give one language, or two: ja,en")
    return languages


def languages_asked(
    options: argparse.Namespace, about: Description | None, words: Mapping[str, Word]
) -> tuple[str, ...]:
    """The languages that a command is given; one that has no name, and in which there is nothing, is a slip."""
    own = about.languages if about else ()
    there = (*own, *(word.lang for word in words.values()))
    for lang in options.languages:
        if not is_known(lang) and fitting(lang, there) is None:
            why = f"is no language, and nothing here is in it; give a tag such as {' or '.join(own)}"
            raise Refusal(lang, "--languages", why)
    given: tuple[str, ...] = options.languages
    return given


def shelved(options: argparse.Namespace, tools: Tools, file: str) -> tuple[Shelved, ...]:
    """A library that came, as the organisation has it where the session is in a store."""
    came = shipped(paths.resources() / "libraries" / file)
    if os.path.exists(options.id):  # noqa: PTH110 - as in session_asked
        return came
    kinds = {entry.kind for entry in came}
    with tools.open_store(options.store, False) as store:
        return library(came, [entry for entry in store.shelved() if entry.kind in kinds])
