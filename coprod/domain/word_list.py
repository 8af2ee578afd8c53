"""The organisation's word list: which terms a text holds, how they are said in another language, and what is not kept.

A term may have several forms in one language, the first of which is offered. It is a help and no rule: nobody's words
are changed by it, and a translation that says it otherwise may well be right.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from coprod.domain.languages import fitting

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_PARTS = re.compile(r"\s*[/／]\s*")
_KATAKANA = "ァ-ヺー"
_TOGETHER = frozenset({"ja", "ko", "zh"})
"""Languages in which a word has no space around it, or a particle at its end."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term in its languages: language to its forms, the one to be offered first."""

    forms: tuple[tuple[str, tuple[str, ...]], ...]

    def of(self, lang: str) -> tuple[str, ...]:
        """Its forms for who reads `lang`; none where it has none."""
        known = dict(self.forms)
        return known.get(fitting(lang, known) or "", ())


@dataclass(frozen=True, slots=True)
class Offer:
    """A term that stands in a text, and its forms in the other language. `at`: where it begins, in characters."""

    found: str
    forms: tuple[str, ...]
    at: int


def term_of(text: Mapping[str, str]) -> Term:
    """A term as it is written on the list: its forms with a stroke between them, `共同創造 / コ・プロダクション`."""
    forms = ((lang, tuple(filter(None, _PARTS.split(body.strip())))) for lang, body in text.items())
    return Term(tuple((lang, ones) for lang, ones in forms if ones))


def offered(source: str, pair: tuple[str, str], terms: Iterable[Term]) -> tuple[Offer, ...]:
    """The terms in a text, each once, that have a form in the language it goes into (`pair`: from, to).

    Of terms that lie over one another the longer is offered: a peer support worker is no supporter.
    """
    text = _plain(source)
    found = [
        (match.span(), Offer(form, forms, match.start()))
        for begin, form, forms in _directed(tuple(terms), pair)
        if begin in text  # most are not, and this is told sooner than by a pattern
        for match in _pattern(form, pair[0]).finditer(text)
    ]
    found.sort(key=lambda one: (one[0][0] - one[0][1], one[0]))
    taken: set[int] = set()
    chosen: list[Offer] = []
    for (start, end), offer in found:
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            chosen.append(offer)
    first: dict[tuple[str, ...], Offer] = {}
    for offer in sorted(chosen, key=lambda offer: offer.at):
        first.setdefault(offer.forms, offer)
    return tuple(first.values())


def breaches(source: str, target: str, pair: tuple[str, str], terms: Iterable[Term]) -> tuple[Offer, ...]:
    """The terms of a text of which its translation holds no form; none as long as nothing is translated."""
    text = _plain(target)
    if not text.strip():
        return ()
    return tuple(
        offer
        for offer in offered(source, pair, terms)
        if not any(_pattern(form, pair[1], inflected=True).search(text) for form in offer.forms)
    )


@lru_cache(maxsize=16)
def _directed(terms: tuple[Term, ...], pair: tuple[str, str]) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Of each form in the first language: how each of its shapes begins, itself, and those in the second."""
    lang, into = pair
    return tuple(
        (_plain(form)[:-1] or _plain(form), form, forms)
        for term in terms
        if (forms := term.of(into))
        for form in term.of(lang)
    )


@cache
def _pattern(form: str, lang: str, *, inflected: bool = False) -> re.Pattern[str]:
    """Finds a form as a word: in the singular or the plural; or, `inflected`, with whatever follows its stem."""
    plain = re.escape(_plain(form))
    if re.fullmatch(rf"[{_KATAKANA}・]+", unicodedata.normalize("NFKC", form)):
        return re.compile(rf"(?<![{_KATAKANA}]){plain}(?![{_KATAKANA}])")
    if lang.split("-", maxsplit=1)[0].lower() in _TOGETHER:
        return re.compile(plain)
    stem = f"{plain[:-1]}(?:y|ies)" if plain.endswith("y") else plain
    return re.compile(rf"(?<!\w){stem}" + ("" if inflected else r"(?:s|es)?(?!\w)"))


def _plain(text: str) -> str:
    """A text as terms are looked for in it; with as many characters as before, wherever that can be."""
    return unicodedata.normalize("NFKC", text).casefold()
