"""What the organisation wants on its minutes: its name, its logo, and years by the era. Kept with its library.

It goes into no session file: a file is of those who met, not of who keeps it.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from coprod.domain.prose import TITLE_LIMIT, forbidden
from coprod.service.library import Shelved
from coprod.service.printing import House

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coprod.service.library import Shelf

_KIND = "house"
_NAME, _LOGO, _ERA = "house-name", "house-logo", "house-era"
"""The ids of what is kept; the library shows nothing of this kind."""
_PNG, _JAPANESE = "png", "ja"


class WhyNoLogo(StrEnum):
    """Why a picture is no logo."""

    NOT_READ = "not-read"
    NO_PICTURE = "no-picture"
    TOO_BIG = "too-big"
    TOO_LONG = "too-long"


class LogoRefused(Exception):
    """A picture that can't stand on a page."""

    def __init__(self, why: WhyNoLogo) -> None:
        super().__init__(why.value)
        self.why = why


class LogoReader(Protocol):
    """Reads a picture so that it can be drawn on every page."""

    def __call__(self, data: bytes) -> bytes:
        """A PNG without transparency, of a size that serves print. Raises LogoRefused."""


def house_of(shelf: Shelf) -> House:
    """What is kept. Raises StoreFailed."""
    kept = {entry.id: entry.text for entry in shelf.shelved() if entry.kind == _KIND}
    name = tuple((lang, body) for lang, body in kept.get(_NAME, {}).items())
    logo = b64decode(kept[_LOGO].get(_PNG, "")) if _LOGO in kept else b""
    return House(name, logo, bool(kept.get(_ERA)))


def keep_name(shelf: Shelf, name: Mapping[str, str]) -> bool:
    """Keep what it is called, in each language; nothing takes the name away. False where it can't be kept so."""
    said = {lang: body.strip() for lang, body in name.items() if body.strip()}
    if any(len(body) > TITLE_LIMIT or "\n" in body or forbidden(body) is not None for body in said.values()):
        return False
    _keep(shelf, _NAME, said)
    return True


def keep_logo(shelf: Shelf, logo: bytes) -> None:
    """Keep a logo as a `LogoReader` gave it; b"" takes it away."""
    _keep(shelf, _LOGO, {_PNG: b64encode(logo).decode("ascii")} if logo else {})


def keep_era(shelf: Shelf, *, era: bool) -> None:
    """Keep whether years in Japanese are those of the era."""
    _keep(shelf, _ERA, {_JAPANESE: "era"} if era else {})


def _keep(shelf: Shelf, id: str, text: Mapping[str, str]) -> None:
    if text:
        shelf.shelve(Shelved(id, _KIND, text, own=True))
    else:
        shelf.unshelve(id)
