"""What may still hold words that are taken out, in sentences: before it is done and after, and what can be done."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, TypeAlias

from coprod.domain.moments import from_ms, parsed, zone_of
from coprod.present.kinds import table_name
from coprod.service.holders import Holder, InBackup, InDocument, OnSheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coprod.domain.parts import Ms
    from coprod.domain.state import State
    from coprod.i18n import Catalogue
    from coprod.present.texts import Texts

Found: TypeAlias = "Sequence[Holder] | None"
"""What may hold them; None: it could not be looked up."""


def beforehand(question: str, found: Found, state: State, texts: Texts, words: Catalogue) -> str:
    """The question whether they are to be erased, and under it what that does not reach."""
    printed = words.say("What was printed, and files that were given away, can’t be called back.")
    return "\n".join([question, *_lines(found, state, texts, words), printed])


def afterwards(found: Found, state: State, texts: Texts, words: Catalogue) -> str:
    """Where they may still stand, to be read in peace; "" where nothing is known that may hold them."""
    lines = _lines(found, state, texts, words)
    return "\n".join([words.say("It is erased here."), *lines]) if lines else ""


def _lines(found: Found, state: State, texts: Texts, words: Catalogue) -> list[str]:
    if found is None:
        return [words.say("Whether a group sheet or a backup still holds it could not be looked up.")]
    lines = dict.fromkeys(_line(one, state, texts, words) for one in found)
    return [words.say("It may still stand elsewhere:"), *lines] if lines else []


def _line(holder: Holder, state: State, texts: Texts, words: Catalogue) -> str:
    match holder:
        case OnSheet():
            when = _when(holder.issued, state, words)
            if holder.group not in state.groups:  # it was formed, and that was undone
                return words.say("A group’s sheet, made {when}: ask the group to delete its file.", when=when)
            table = table_name(state, holder.group, texts, words)
            return words.say(
                "The sheet of {table}, made {when}: ask the group to delete its file.", table=table, when=when
            )
        case InBackup():
            when = _when(holder.made, state, words)
            told = words.say("A backup of {when}: delete this file when it is no longer needed.", when=when)
            return f"{told}\n{holder.path}"
        case InDocument():
            which = _which(holder, words)
            if not which:
                return words.say("Minutes that were issued: ask those who have them to delete them.")
            return words.say(
                "Minutes that were issued ({which}): ask those who have them to delete them.", which=which
            )


def _when(at: Ms, state: State, words: Catalogue) -> str:
    about = state.description
    moment = from_ms(at, zone_of(about.zone if about else None, state.started))
    return words.say("{day}, {time}", day=words.day(moment.date()), time=words.time(moment))


def _which(one: InDocument, words: Catalogue) -> str:
    """Its number and its day, as far as they are told; its edition is a word of the file alone."""
    said = [words.say("edition {n}", n=one.number)] if one.number is not None else []
    if one.at:
        with suppress(ValueError):
            said.append(words.date(parsed(one.at).date()))
    return words.say(", ").join(said)
