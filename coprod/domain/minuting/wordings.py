"""From ids of words to the wordings that stand on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.domain.minutes_doc import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coprod.domain.facts import NoteKept
    from coprod.domain.parts import Text


class Wordings:
    """The words of a session, by id."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._words = words

    def of(self, text: Text) -> Wording | None:
        """A text in the languages that are still there; None where none is."""
        bodies = self._bodies(text)
        return Wording(bodies, _only(bodies)) if bodies else None

    def all(self, texts: Iterable[Text]) -> tuple[Wording, ...]:
        """The texts that are still there."""
        return tuple(wording for text in texts if (wording := self.of(text)))

    def of_note(self, note: NoteKept) -> Wording | None:
        """A note's text; with one language, that one is the original; with several, only the one named."""
        content = note.content
        bodies = self._bodies(content.text)
        if not bodies:
            return None
        original = content.original or _only(bodies)
        states = {lang: known.state for lang, known in content.translations if lang in bodies}
        return Wording(bodies, original, states)

    def plain(self, text: Text) -> str | None:
        """A text that has no language; None where it is gone."""
        return next(iter(self._bodies(text).values()), None)

    def _bodies(self, text: Text) -> dict[str, str]:
        return {lang: self._words[words] for lang, words in text if words in self._words}


def _only(bodies: Mapping[str, str]) -> str | None:
    return next(iter(bodies)) if len(bodies) == 1 else None
