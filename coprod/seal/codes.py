"""Codes of six words: said aloud across a table, typed in any way, 77 bits."""

from __future__ import annotations

import secrets
import unicodedata
from difflib import get_close_matches
from functools import cache

from coprod import paths

WORDS = 6


@cache
def word_list() -> tuple[str, ...]:
    """The 7,776 words that codes may be made of."""
    return _words("words.txt")


@cache
def drawn_from() -> tuple[str, ...]:
    """Those of the list that codes are drawn from: without those that nobody should have to read aloud here."""
    unkind = frozenset(_words("unkind.txt"))
    return tuple(word for word in word_list() if word not in unkind)


def new_code() -> str:
    """Six words, drawn by the system's own randomness."""
    return " ".join(secrets.choice(drawn_from()) for _ in range(WORDS))


def normalised(typed: str) -> str:
    """A code as it was typed — capitals, full-width letters, commas, lines — as it was given out.

    Words of the list that hold a hyphen keep it.
    """
    plain = unicodedata.normalize("NFKC", typed).casefold()
    kept = "".join(one if one.isalpha() or one == "-" else " " for one in plain)
    return " ".join(_parted(kept.split()))


def misread(typed: str) -> list[tuple[str, str]]:
    """The words that are on no list, each with the nearest that is ("": none is near)."""
    known = word_list()
    wrong = dict.fromkeys(word for word in normalised(typed).split() if word not in set(known))
    return [(word, next(iter(get_close_matches(word, known, 1, 0.7)), "")) for word in wrong]


def _words(name: str) -> tuple[str, ...]:
    return tuple((paths.resources() / "codes" / name).read_text("ascii").split())


def _parted(words: list[str]) -> list[str]:
    """Words joined by hyphens, as some write a code, are parted; those of the list that have one are not."""
    known = set(word_list())
    return [part for word in words for part in ([word] if word in known else word.split("-")) if part]
