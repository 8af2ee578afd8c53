"""What stands on the wall in the languages of the session at once: its own texts, and the program's words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coprod.i18n import Catalogue
from coprod.present.room import Pair, Run

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coprod.domain.facts import Word
    from coprod.domain.parts import Text
    from coprod.domain.state import State

MOST = 2
"""More languages than these don't go onto a wall."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language of the session, and the program's words in it, or in the nearest that it knows."""

    lang: str
    words: Catalogue


def tongues_of(state: State) -> tuple[Tongue, ...]:
    """Give the languages of a session in its order."""
    languages = state.description.languages if state.description else ()
    return tuple(Tongue(lang, Catalogue(lang)) for lang in (languages or ("en",))[:MOST])


class Speech:
    """Says a thing in every language of the session."""

    def __init__(self, words: Mapping[str, Word], tongues: Sequence[Tongue]) -> None:
        self._words = words
        self._tongues = tongues

    def text(self, text: Text, without: frozenset[str] = frozenset()) -> Pair:
        """Give a text of the session in the languages it has, save those `without`; in another if in none of them."""
        bodies = {lang: self._words[each].body for lang, each in text if each in self._words}
        found = [
            Run(tongue.lang, body)
            for tongue in self._tongues
            for lang, body in bodies.items()
            if _primary(lang) == _primary(tongue.lang) and lang not in without
        ]
        return _once(found or [Run(*one) for one in bodies.items()][:1])

    def say(self, msgid: str, /, **values: Pair | str) -> Pair:
        """Say one of the program's texts in each language, with its `{name}` places filled in that language."""
        said = []
        for number, tongue in enumerate(self._tongues):
            filled = {name: _in(value, number) for name, value in values.items()}
            said.append(Run(tongue.words.lang, tongue.words.say(msgid, **filled)))
        return _once(said)

    def each(self, given: Sequence[str]) -> Pair:
        """Pair texts that were made one for each language."""
        return _once(
            [Run(tongue.words.lang, text) for tongue, text in zip(self._tongues, given, strict=True)]
        )

    def catalogue(self, lang: str) -> Catalogue:
        """The program's words in a language of the session; in its first where it is none of them."""
        known = (one.words for one in self._tongues if _primary(one.lang) == _primary(lang))
        return next(known, self._tongues[0].words)

    @property
    def catalogues(self) -> tuple[Catalogue, ...]:
        """The program's words in each language."""
        return tuple(tongue.words for tongue in self._tongues)


def _primary(lang: str) -> str:
    return lang.split("-", maxsplit=1)[0].lower()


def _in(value: Pair | str, number: int) -> str:
    if isinstance(value, str):
        return value
    return value[min(number, len(value) - 1)].text if value else ""


def _once(runs: Sequence[Run]) -> Pair:
    """Leave out what says the same again: a name that is written alike in both languages stands there once."""
    return tuple({run.text: run for run in reversed(runs)}.values())[::-1] if runs else ()
