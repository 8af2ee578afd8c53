"""Which of several language tags serves a reader who asked for another."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SCRIPTS = {"zh-cn": "hans", "zh-sg": "hans", "zh-tw": "hant", "zh-hk": "hant", "zh-mo": "hant"}
"""The scripts that these regions write Chinese in, where the tag does not say it."""

_SCRIPT_LETTERS = 4


def fitting(asked: str, there: Iterable[str]) -> str | None:
    """The tag of `there` that serves who asked for `asked` (BCP 47); None where none does.

    The same tag is best, then a more general one (`ja` for `ja-JP`), then one of the same language in the same script.
    """
    return _fitting(asked, tuple(there))


@lru_cache(maxsize=4096)  # a few tags are asked for again and again
def _fitting(asked: str, there: tuple[str, ...]) -> str | None:
    by_form = {tag.lower(): tag for tag in reversed(there)}
    parts = asked.lower().split("-")
    for length in range(len(parts), 0, -1):
        if (form := "-".join(parts[:length])) in by_form and _alike(asked, form):
            return by_form[form]
    alike = [tag for form, tag in by_form.items() if _alike(asked, form)]
    return alike[-1] if alike else None


def _alike(one: str, other: str) -> bool:
    """Whether who reads the one reads the other: one language, and no other script."""
    one, other = one.lower(), other.lower()
    language = one.split("-")[0]
    if len(language) == 1:  # a private tag says nothing of its parts
        return one == other
    scripts = {_script(one), _script(other)} - {""}
    return language == other.split("-")[0] and len(scripts) < 2  # noqa: PLR2004 - one and the other


def _script(tag: str) -> str:
    second = tag.split("-")[1:2]
    if second and len(second[0]) == _SCRIPT_LETTERS and second[0].isalpha():
        return second[0]
    return _SCRIPTS.get("-".join(tag.split("-")[:2]), "")
