"""What the rules write with: moments, new ids and words; and their way of refusing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from coprod.domain.facts import Body, Word
from coprod.domain.parts import Ms, Text
from coprod.domain.prose import TEXT_LIMIT, Prose, forbidden


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
    NO_TURN = "no-turn"
    NO_PAUSE = "no-pause"
    NO_ITEM = "no-item"
    NO_TEXT = "no-text"
    NO_LANGUAGE = "no-language"
    TOO_LONG = "too-long"
    FORBIDDEN_CHARACTER = "forbidden-character"
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


@dataclass(frozen=True, slots=True)
class Refused:
    """An act that may not be: a code, and the ids it is about. Never a sentence."""

    why: Why
    ids: tuple[str, ...] = ()


Ruling: TypeAlias = list[Body] | Refused


class Unwritable(Exception):
    """A text that no session may hold; `refused` says why."""

    def __init__(self, refused: Refused) -> None:
        super().__init__(refused.why.value)
        self.refused = refused


@dataclass(slots=True)
class Pen:
    """The moment and the means of one decision.

    `at`: UTC ms. `moment`: the same as RFC 3339 in the session's zone. `words`: what was written, to be stored.
    """

    stream: str
    at: Ms
    moment: str
    new_id: Callable[[], str]
    words: list[Word] = field(default_factory=list)

    def write(self, prose: Prose, *, subjects: Iterable[str] = (), limit: int = TEXT_LIMIT) -> Text:
        """Turn prose into words of `subjects`; languages without text are left out. Raises Unwritable."""
        return tuple(
            (lang, self.write_one(lang, body, subjects=subjects, limit=limit))
            for lang, body in prose.items()
            if body.strip()
        )

    def write_one(
        self, lang: str, body: str, *, subjects: Iterable[str] = (), limit: int = TEXT_LIMIT
    ) -> str:
        """Write one text in one language; its words id. Raises Unwritable."""
        if len(body) > limit:
            raise Unwritable(Refused(Why.TOO_LONG, (lang,)))
        if forbidden(body) is not None:
            raise Unwritable(Refused(Why.FORBIDDEN_CHARACTER, (lang,)))
        word = Word(self.new_id(), lang, body, tuple(subjects))
        self.words.append(word)
        return word.id
