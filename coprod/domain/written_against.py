"""Which version of the other languages each language of a note was last written against."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coprod.domain.facts import NoteChanged, NoteKept, NoteTranslated
from coprod.domain.fold import in_order, voided

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coprod.domain.facts import Body, Fact
    from coprod.domain.parts import Text


@dataclass(slots=True)
class Trail:
    """A note as it reads: language to words id. `against`: for each language, what stood when it was last written."""

    text: dict[str, str]
    version: str = ""
    against: dict[str, dict[str, str]] = field(default_factory=dict)

    def stale(self, source: str, target: str, words: Mapping[str, str]) -> bool:
        """Whether `source` reads otherwise than it did when `target` was last written, or looked at and left so."""
        then = self.against.get(target, {}).get(source)
        return then is not None and not _same(then, self.text.get(source), words)

    def rewrite(self, text: Text, words: Mapping[str, str]) -> None:
        """The note reads `text` now: what is new in it was written against it, what is as before was not."""
        before, self.text = self.text, dict(text)
        for lang, id in text:
            if lang not in before or not _same(before[lang], id, words):
                self.against[lang] = dict(self.text)

    def translate(self, lang: str, id: str | None) -> None:
        """One language is written, or (None) looked at."""
        if id is not None:
            self.text[lang] = id
        self.against[lang] = dict(self.text)


def trails(facts: Iterable[Fact], words: Mapping[str, str]) -> Mapping[str, Trail]:
    """The trail of each note. What was undone was never so; a change from an older version waits, and is not taken."""
    told = in_order(facts)
    undone = voided(told)
    found: dict[str, Trail] = {}
    for fact in told:
        if (fact.stream, fact.act) not in undone:
            _take(found, fact.id, fact.body, words)
    return found


def _take(found: dict[str, Trail], id: str, body: Body, words: Mapping[str, str]) -> None:
    if isinstance(body, NoteKept):
        kept = Trail({})
        kept.rewrite(body.content.text, words)
        found.setdefault(body.entry, kept)
        return
    if not isinstance(body, NoteChanged | NoteTranslated) or body.note not in found:
        return
    trail = found[body.note]
    if isinstance(body, NoteTranslated):
        trail.translate(body.lang, body.words)
        trail.version = id if body.words is not None else trail.version
    elif body.base == trail.version:
        trail.rewrite(body.content.text, words)
        trail.version = id


def _same(one: str, other: str | None, words: Mapping[str, str]) -> bool:
    """Whether two words say the same; of such as are gone nobody can tell, unless they are the very same."""
    return one == other or (one in words and other is not None and words[one] == words.get(other))
