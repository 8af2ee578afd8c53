"""What the rules write with: moments, new ids and words; and their way of refusing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from coprod.domain.facts import Body, Word
from coprod.domain.forms import is_language
from coprod.domain.parts import Ms, Text
from coprod.domain.prose import TEXT_LIMIT, Prose, forbidden
from coprod.domain.terms import Phase

if TYPE_CHECKING:
    from coprod.domain.state import State


LONGEST_ITEM = 10_080
"""Minutes of a week."""


class Why(StrEnum):
    """Why an act is refused; `present` words it."""

    NOT_OPEN = "not-open"
    ALREADY_OPEN = "already-open"
    CLOSED = "closed"
    UNKNOWN_PERSON = "unknown-person"
    UNKNOWN_ITEM = "unknown-item"
    UNKNOWN_NOTE = "unknown-note"
    UNKNOWN_GROUP = "unknown-group"
    UNKNOWN_GUIDELINE = "unknown-guideline"
    UNKNOWN_ENTRY = "unknown-entry"
    UNKNOWN_TEXT = "unknown-text"
    NO_TURN = "no-turn"
    NO_PAUSE = "no-pause"
    NO_ITEM = "no-item"
    NO_TEXT = "no-text"
    NO_LANGUAGE = "no-language"
    TOO_LONG = "too-long"
    FORBIDDEN_CHARACTER = "forbidden-character"
    NOT_OF_A_GROUP = "not-of-a-group"
    NOT_THEIR_STANDPOINT = "not-their-standpoint"
    NOT_A_CONTRIBUTOR = "not-a-contributor"
    NOT_AN_ACTION = "not-an-action"
    NOT_FOR_THE_ROOM = "not-for-the-room"
    SPEAKING = "speaking"
    AWAY = "away"
    IN_USE = "in-use"
    UNTIL_BEFORE_AT = "until-before-at"
    NOTHING_TO_UNDO = "nothing-to-undo"
    NOTHING_CHANGES = "nothing-changes"
    NOT_A_LANGUAGE = "not-a-language"
    NOT_A_DATE = "not-a-date"
    NOT_A_ZONE = "not-a-zone"
    NOT_A_HASH = "not-a-hash"
    NOT_TO_BE_KEPT = "not-to-be-kept"
    NOT_A_LENGTH = "not-a-length"
    NO_LENGTH = "no-length"
    OFF_RECORD = "off-record"
    CONTRADICTION = "contradiction"


@dataclass(frozen=True, slots=True)
class Refused:
    """An act that may not be: a code, and the ids it is about. Never a sentence."""

    why: Why
    ids: tuple[str, ...] = ()


Ruling: TypeAlias = list[Body] | Refused


class Unwritable(Exception):
    """A text, a date or a length that no session may hold; `refused` says why."""

    def __init__(self, refused: Refused) -> None:
        super().__init__(refused.why.value)
        self.refused = refused


@dataclass(slots=True)
class Pen:
    """The moment and the means of one decision.

    `at`: UTC ms. `moment`: the same as RFC 3339 in the session's zone. `known`: the words that are stored, by id.
    `words`: what was written, to be stored.
    """

    stream: str
    at: Ms
    moment: str
    new_id: Callable[[], str]
    known: Mapping[str, Word] = field(default_factory=dict)
    words: list[Word] = field(default_factory=list)

    def when(self, state: State) -> Ms | None:
        """The moment of an entry; what is written down before or after the session did not happen in it."""
        return self.at if state.phase is Phase.OPEN else None

    def write(
        self,
        prose: Prose,
        *,
        before: Text = (),
        subjects: Iterable[str] = (),
        limit: int = TEXT_LIMIT,
        plain: bool = False,
    ) -> Text:
        """Turn prose into words of `subjects`; languages without text are left out. Raises Unwritable.

        Words of `before` that say the same stay as they are. `plain`: the text may have no language, as a name.
        """
        stood, theirs = dict(before), tuple(subjects)
        return tuple(
            (lang, self._standing(stood.get(lang), body, theirs) or self._write(lang, body, theirs, limit))
            for lang, body in prose.items()
            if body.strip() and _is_in_a_language(lang, plain)
        )

    def _standing(self, words: str | None, body: str, subjects: tuple[str, ...]) -> str | None:
        word = self.known.get(words or "")
        return words if word and word.body == body and set(word.subjects) == set(subjects) else None

    def _write(self, lang: str, body: str, subjects: tuple[str, ...], limit: int) -> str:
        if len(body) > limit:
            raise Unwritable(Refused(Why.TOO_LONG, (lang,)))
        if forbidden(body) is not None:
            raise Unwritable(Refused(Why.FORBIDDEN_CHARACTER, (lang,)))
        word = Word(self.new_id(), lang, body, subjects)
        self.words.append(word)
        return word.id


def checked(text: str | None, fits: Callable[[str], object], why: Why) -> str | None:
    """A string that is no prose, if it has the form it should have. Raises Unwritable."""
    if text is None or fits(text):
        return text
    raise Unwritable(Refused(why))


def _is_in_a_language(lang: str, plain: bool) -> bool:
    if is_language(lang) or (plain and not lang):
        return True
    raise Unwritable(Refused(Why.NOT_A_LANGUAGE))
