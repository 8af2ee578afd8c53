"""The fonts of a page, chosen per character: BIZ UDPGothic, then Noto Sans JP, Noto Sans KR, Noto Emoji, then 〓.

A face numbers the characters that it draws (its codes, two bytes each) and is embedded with those alone. Widths are
in thousandths of the type size.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from coprod.render.borders import QUARTER, borders, has_border
from coprod.render.fontfile import FontFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

SUBSTITUTE = "〓"
"""Stands for a character that is in none of the fonts."""

_REGULAR = ("BIZUDPGothic-Regular", "NotoSansJP-Regular", "NotoSansKR-Regular", "NotoEmoji-Regular")
_BOLD = ("BIZUDPGothic-Bold", "NotoSansJP-Regular", "NotoSansKR-Bold", "NotoEmoji-Regular")
_INVISIBLE = re.compile(  # format characters, variation selectors, and skin tones, which one ink cannot show
    "[\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2064\u206a-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\U0001f3fb-\U0001f3ff\U000e0000-\U000e0fff]"
)
_COMBINING = re.compile("[\u0300-\u036f\u3099\u309a\u20d0-\u20dc]")
_BLANKS = {"\t": "  "}  # drawn wider than one space; a wide gap would part what is read out together
_ALIKE = {"☐": "□"}
"""What none of the fonts draws, and what one of them does that looks the same; it is read as the former."""
_APOSTROPHE = "’"


class Memo(dict[str, float]):
    """Widths, measured once; long strings are measured each time, for they hardly come twice."""

    def __init__(self, measure: Callable[[str], float]) -> None:
        super().__init__()
        self._measure = measure

    def __missing__(self, text: str) -> float:
        found = self._measure(text)
        if len(text) <= 32:
            self[text] = found
        return found


class Codes(dict[int, int]):
    """Code point to code, given out in the order of first use; 0 stays free. Serves `str.translate`."""

    def __missing__(self, point: int) -> int:
        self[point] = len(self) + 1
        return self[point]


@dataclass(eq=False)
class Face:
    """One font file, read when the first character asks for it. `name` is its name in the PDF's resources."""

    name: str
    path: Path
    codes: Codes = field(default_factory=Codes)

    @cached_property
    def ttf(self) -> FontFile:
        """The parsed file."""
        return FontFile(str(self.path))

    def has(self, char: str) -> bool:
        """Whether the font draws this character."""
        return bool(self.ttf.charToGlyph.get(ord(char)))

    def width(self, char: str) -> float:
        """The advance of one character."""
        return float(self.ttf.charWidths[ord(char)])

    def encode(self, text: str) -> str:
        """The codes of `text` as a hexadecimal PDF string."""
        return f"<{text.translate(self.codes).encode('utf-16-be').hex()}>"


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one face. `actual`: what a reader should get in place of `drawn`, where the two differ."""

    face: Face
    drawn: str
    actual: str | None = None


class Typeface:
    """One weight through the whole chain. In a `roman` one the curly apostrophe is as narrow as the straight one.

    In any other one a quarter of the size parts Japanese and Latin letters, where one face draws both.
    """

    def __init__(self, chain: Sequence[Face], *, roman: bool) -> None:
        self._chain = chain
        self._main = chain[0]
        self._faces: dict[str, Face | None] = {}
        self._plain: set[str] = set()  # characters known to be in the first face: most texts have no others
        self.roman = roman
        self.narrowing = self._main.width(_APOSTROPHE) - self._main.width("'") if roman else 0.0
        self.width = Memo(self._measure)

    def runs(self, text: str) -> Iterator[Run]:
        """Split `text` by face. A character that is not seen rides on the one before it."""
        if self._plain.issuperset(text):
            yield Run(self._main, text)
            return
        run: Run | None = None
        for piece in _pieces(text):
            new = self._run(piece)
            if run and run.actual is new.actual is None and run.face is new.face:
                run = Run(run.face, run.drawn + new.drawn)
            else:
                if run:
                    yield run
                run = new
        if run:
            yield run
        self._plain.update(char for char in set(text) if self._faces.get(char) is self._main)

    def _run(self, piece: str) -> Run:
        char, unseen = piece[0], piece[1:]
        if _INVISIBLE.match(char):
            return Run(self._main, " ", piece)
        face = self._face(char)
        if not face and char in _ALIKE:
            return Run(self._main, _ALIKE[char], piece)
        drawn = char if face else _BLANKS.get(char) or (" " if char.isspace() else SUBSTITUTE)
        return Run(face or self._main, drawn, drawn + unseen if unseen else None)

    def _face(self, char: str) -> Face | None:
        if char not in self._faces:
            self._faces[char] = self._find(char)
        return self._faces[char]

    def _find(self, char: str) -> Face | None:
        having = [face for face in self._chain if face.has(char)] if _COMBINING.match(char) else None
        if having:  # one that takes no room lies over its letter
            return min(having, key=lambda face: face.width(char))
        return next((face for face in self._chain if face.has(char)), None)

    def _measure(self, text: str) -> float:
        if len(text) != 1:
            return sum(map(self.width.__getitem__, text)) + self._gaps(text)
        if _INVISIBLE.match(text):
            return 0.0
        run = self._run(text)
        width = sum(map(run.face.width, run.drawn))
        return width - self.narrowing if text == _APOSTROPHE else width

    def _gaps(self, text: str) -> float:
        if self.roman or not has_border(text):
            return 0.0
        return QUARTER * sum(borders(run.drawn) for run in self.runs(text))


class Fonts:
    """All faces of one document, and the four typefaces made of them."""

    def __init__(self, folder: Path) -> None:
        names = list(dict.fromkeys(_REGULAR + _BOLD))
        faces = {name: Face(f"F{n}", folder / f"{name}.ttf") for n, name in enumerate(names, start=1)}
        self.faces = tuple(faces.values())
        self._chains = {False: [faces[name] for name in _REGULAR], True: [faces[name] for name in _BOLD]}
        self._typefaces: dict[tuple[bool, bool], Typeface] = {}

    def typeface(self, *, bold: bool, roman: bool) -> Typeface:
        """The typeface of this weight."""
        if (bold, roman) not in self._typefaces:
            self._typefaces[bold, roman] = Typeface(self._chains[bold], roman=roman)
        return self._typefaces[bold, roman]


def _pieces(text: str) -> list[str]:
    """Characters, each with the unseen ones that follow it."""
    pieces: list[str] = []
    for char in text:
        if pieces and _INVISIBLE.match(char):
            pieces[-1] += char
        else:
            pieces.append(char)
    return pieces
