"""The words of a session as one reader sees them: which of the languages of a text is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from coprod.domain.facts import Word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coprod.domain.parts import Text


class Said(NamedTuple):
    """A text in the language in which it is shown; "" is the language of a name."""

    lang: str
    body: str


NOTHING = Said("", "")


@dataclass(frozen=True, slots=True)
class Texts:
    """Reads texts by a reader's languages, the best first; a text in none of them is shown as it is."""

    words: Mapping[str, Word]
    languages: tuple[str, ...]

    def said(self, text: Text) -> Said:
        """Give the text in the best language it has; `NOTHING` where there is none, or its words are gone."""
        known = [(lang, self.words[words].body) for lang, words in text if words in self.words]
        if not known:
            return NOTHING
        lang, body = min(known, key=lambda one: self._rank(one[0]))
        return Said(lang, body)

    def body(self, text: Text) -> str:
        """Give the text alone."""
        return self.said(text).body

    def prose(self, text: Text) -> dict[str, str]:
        """Give the text in every language it has."""
        return {lang: self.words[words].body for lang, words in text if words in self.words}

    def beside(self, text: Text) -> Said:
        """Give the same text in the next best language, or `NOTHING`."""
        shown = self.said(text).lang
        return self.said(tuple(one for one in text if one[0] != shown))

    def _rank(self, lang: str) -> int:
        """Its place among the reader's languages; a text without a language comes before what they don't read."""
        short = [one.split("-")[0] for one in self.languages]
        primary = lang.split("-", maxsplit=1)[0]
        return short.index(primary) if primary in short else len(short) + bool(lang)


def reading(words: Mapping[str, Word], first: str, languages: Sequence[str]) -> Texts:
    """Give the reader whose own language is `first`, in a session of these languages."""
    return Texts(words, tuple(dict.fromkeys((first, *languages))))
