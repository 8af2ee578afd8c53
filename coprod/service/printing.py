"""How minutes are put on paper, or in another file: what a person chooses, and what is written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from coprod.domain.languages import fitting
from coprod.domain.minutes_doc import MinutesDoc


class Arrangement(StrEnum):
    """Two languages side by side, or one under the other."""

    SIDE = "side"
    STACKED = "stacked"


class Paper(StrEnum):
    """A paper and the way it is held."""

    A4 = "a4"
    A4_LANDSCAPE = "a4-landscape"


@dataclass(frozen=True, slots=True)
class House:
    """The organisation whose minutes they are. `name`: language to what it is called, "" for every language.

    `logo`: a PNG without transparency; b"" where it has none. `era`: years in Japanese are those of the era.
    """

    name: tuple[tuple[str, str], ...] = ()
    logo: bytes = b""
    era: bool = False

    def called(self, lang: str) -> str:
        """Its name for who reads `lang`; in another language where it has none in this."""
        names = dict(self.name)
        return names.get(fitting(lang, names) or "") or next(iter(names.values()), "")


NO_HOUSE = House()
"""Nobody's in particular."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What was chosen. `paper` None: landscape for two languages side by side, else portrait. `large`: large print.

    `password`: what a PDF opens with, and then it is no archive; "" for an archive. `house`: whose minutes they are.
    """

    arrangement: Arrangement = Arrangement.SIDE
    paper: Paper | None = None
    large: bool = False
    password: str = ""
    house: House = NO_HOUSE


@dataclass(frozen=True, slots=True)
class Publication:
    """An edition, and the session file that goes out with it: what it shows, and nothing else."""

    doc: MinutesDoc
    data: bytes


@dataclass(frozen=True, slots=True)
class Sight:
    """A page to be looked at: its place among `pages`, from 0; its size in px; rows of `stride` bytes, RGB."""

    page: int
    pages: int
    width: int
    height: int
    stride: int
    pixels: bytes


class NoSight(Exception):
    """The pages could not be drawn, or somebody stopped that."""


LONGEST_PASSWORD = 127
"""In bytes of UTF-8: of a longer one a reader of PDFs takes only as much."""

KINDS = (".pdf", ".docx", ".md", ".json", ".xlsx", ".csv")
"""How the names of files end in which minutes are written."""
