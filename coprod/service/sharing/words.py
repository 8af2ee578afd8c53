"""The word of the day: two kind words that are read off the wall, and typed in kana or in Latin letters."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from secrets import SystemRandom

from coprod import paths

_PARTS = 2
_TO_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}


@dataclass(frozen=True, slots=True)
class RoomWord:
    """The word as it stands on the wall."""

    kana: str
    roman: str


class WordBook:
    """The words that are drawn from, each in kana and in Latin letters."""

    def __init__(self, text: str) -> None:
        """Take them one a line: "はるかぜ, harukaze"."""
        rows = (line.split(", ") for line in text.splitlines())
        self._pairs = tuple((kana, roman) for kana, roman in rows)
        self._known = {plain(form): roman for kana, roman in self._pairs for form in (kana, roman)}

    def __len__(self) -> int:
        return len(self._pairs)

    def draw(self) -> RoomWord:
        """A new word, by the system's own randomness; one that is read back as it stands, in both its forms."""
        while True:
            chosen = SystemRandom().sample(self._pairs, _PARTS)
            word = RoomWord("・".join(kana for kana, _ in chosen), " ".join(roman for _, roman in chosen))
            if self.read(word.kana) == self.read(word.roman) == word.roman:
                return word

    def read(self, typed: str) -> str:
        """A word as it was typed, in any letters, as `RoomWord.roman` has it; "" where it is none of these."""
        whole = plain(typed)
        for end in range(1, len(whole)):
            first, second = self._known.get(whole[:end]), self._known.get(whole[end:])
            if first and second:
                return f"{first} {second}"
        return ""


def shipped() -> WordBook:
    """The words that come with the program."""
    return WordBook((paths.resources() / "codes" / "room-words.txt").read_text("utf-8"))


def plain(typed: str) -> str:
    """Letters alone: wide or not, large or small, in hiragana, with long vowels as short ones."""
    folded = unicodedata.normalize("NFKC", typed).casefold().translate(_TO_HIRAGANA)
    bare = "".join(
        one for one in unicodedata.normalize("NFD", folded) if one.isalpha() or one in "\u3099\u309a"
    )
    composed = unicodedata.normalize("NFC", bare)
    for long, short in (("ou", "o"), ("oo", "o"), ("uu", "u")):
        composed = composed.replace(long, short)
    return composed
