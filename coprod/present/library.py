"""The library of prompts and guidelines: what is found for a kind and a few typed letters."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from coprod.domain.prose import Prose
from coprod.i18n import LANGUAGES, N_, Catalogue
from coprod.present.notes import Option

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Entry(Protocol):
    """One text of the library; `own`: written by the organisation. `kind` is any of `KINDS`, or another word."""

    @property
    def id(self) -> str:
        """What it is known by."""

    @property
    def kind(self) -> str:
        """What it is for."""

    @property
    def text(self) -> Mapping[str, str]:
        """Language to body."""

    @property
    def own(self) -> bool:
        """Whether the organisation wrote it."""


GUIDELINE, HINT, TERM = "guideline", "hint", "term"
KINDS: Mapping[str, str] = {
    "arrival": N_("How I arrive"),
    "word": N_("One word"),
    "hope": N_("A hope"),
    "small": N_("A small thing"),
    "silent": N_("In silence"),
    "check-out": N_("Check-out"),
    "opening": N_("Opening questions"),
    GUIDELINE: N_("Guidelines"),
    HINT: N_("Wording hints"),
    TERM: N_("Word list"),
}
"""The kinds the program knows by a word of its own; any other is shown as it is named."""


@dataclass(frozen=True, slots=True)
class LibraryLine:
    """One text in the languages asked for; `note` says who wrote it, "" where it came with the program."""

    id: str
    texts: tuple[tuple[str, str], ...]
    note: str
    told: str
    prose: Prose


@dataclass(frozen=True, slots=True)
class LibraryView:
    """What is found. `passing` goes with what is shown; `none` says that nothing was found, "" where something was."""

    kinds: tuple[Option, ...]
    lines: tuple[LibraryLine, ...]
    passing: str
    none: str


def library_view(
    entries: Sequence[Entry], languages: Sequence[str], words: Catalogue, *, kind: str = "", sought: str = ""
) -> LibraryView:
    """Show the entries of a kind ("": of all) in which every typed word is found, in either language."""
    parts = folded(sought).split()
    shown = [
        one
        for one in entries
        if (not kind or one.kind == kind)
        and all(part in folded(" ".join(one.text.values())) for part in parts)
    ]
    kinds = tuple(dict.fromkeys(one.kind for one in entries))
    options = [Option("", words.say("All"), not kind)] if len(kinds) > 1 else []
    options += [Option(one, kind_word(one, words), one == kind) for one in kinds]
    return LibraryView(
        tuple(options),
        tuple(_line(one, languages, words) for one in shown),
        _passing({one.kind for one in shown}, words),
        "" if shown else words.say("Nothing found. Try fewer letters, or write your own."),
    )


def _passing(kinds: set[str], words: Catalogue) -> str:
    """What goes with what is shown: with every prompt, that passing is fine; with hints, how they are written."""
    if kinds == {HINT}:
        return words.say("On each line: a word → another way to say it. Only whoever writes a note sees it.")
    if kinds == {TERM}:
        return words.say(
            "One term in each language. Where it has several forms: one / another, the best first."
        )
    prompts = kinds - {GUIDELINE, HINT, TERM}
    return words.say("With every question: passing is fine, and so is silence.") if prompts else ""


def kind_word(kind: str, words: Catalogue) -> str:
    """Name a kind."""
    return words.say(KINDS[kind]) if kind in KINDS else kind


def folded(text: str) -> str:
    """Give a text as it is compared: without width, case, and the difference of the two kana."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(chr(ord(one) - 0x60) if "ァ" <= one <= "ヶ" else one for one in plain)


def _line(entry: Entry, languages: Sequence[str], words: Catalogue) -> LibraryLine:
    order = dict.fromkeys((*(lang for lang in languages if lang in entry.text), *entry.text))
    if any(lang in entry.text for lang in languages):
        order = dict.fromkeys(lang for lang in order if lang in languages)
    texts = tuple((lang, entry.text[lang]) for lang in order)
    own = words.say("Your own") if entry.own else ""
    told = " / ".join((*(body for _, body in texts), *filter(None, (own,))))
    return LibraryLine(entry.id, texts, own, told, dict(entry.text))


def tongues(languages: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Give languages with their own names."""
    return tuple((lang, LANGUAGES.get(lang.split("-", maxsplit=1)[0], lang)) for lang in languages)
