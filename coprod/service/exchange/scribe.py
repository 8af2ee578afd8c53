"""What turns the keys of a file into new ids and its texts into words, while the file comes in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.domain.facts import Word
from coprod.domain.moments import to_ms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from coprod.domain.parts import Ms, Text
    from coprod.service.exchange import format as f


class Scribe:
    """Ids for all that a file names, and the words written so far."""

    def __init__(self, file: f.SessionFile, new_id: Callable[[], str]) -> None:
        self.new_id = new_id
        self.words: list[Word] = []
        self.people = {one.key: new_id() for one in file.participants}
        self.items = {one.key: new_id() for one in file.agenda}
        self.groups = {one.key: new_id() for one in file.groups}
        self._guidelines: dict[str, str] = {}
        self._prompts: dict[tuple[str, str], str] = {}
        self._base = base(file.started, file.planned.start if file.planned else None)

    def text(self, said: str | Mapping[str, str] | None, subjects: Iterable[str] = ()) -> Text:
        """Words for a text; a plain string is one without a language, None is none at all."""
        if said is None:
            return ()
        bodies = {"": said} if isinstance(said, str) else said
        words = [Word(self.new_id(), lang, body, tuple(subjects)) for lang, body in bodies.items()]
        self.words += words
        return tuple((word.lang, word.id) for word in words)

    def writer(self, by: str | None) -> Text:
        """Words for who wrote something: of that participant, where a key says so."""
        return self.text(by, (self.people[by],) if by in self.people else ())

    def guideline(self, key: str | None) -> str:
        """The id of a guideline; one without a key is another each time."""
        return self.new_id() if key is None else self._guidelines.setdefault(key, self.new_id())

    def prompt(self, item: str, key: str | None) -> str:
        """The id of a prompt of an item; one without a key is another each time."""
        return self.new_id() if key is None else self._prompts.setdefault((item, key), self.new_id())

    def known_prompt(self, item: str | None, key: str | None) -> str | None:
        """The id of a prompt written down before; the first with that key where no item is named."""
        found = (id for (of, one), id in self._prompts.items() if one == key and item in (None, of))
        return next(found, None)

    def moment(self, seconds: float | None) -> Ms | None:
        """Seconds of the record as a moment."""
        return None if seconds is None else self._base + round(seconds * 1000)


def base(started: str | None, planned: str | None) -> Ms:
    """The moment from which the seconds of a record count: the start, else the planned one."""
    known = started or planned
    return to_ms(known) if known else 0
