"""What turns ids back into keys and words into texts, while a session goes out."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from coprod.domain.facts import GuidelineTouched, NoteReleased, NoteRetracted, NotesLinked, PromptAsked
from coprod.domain.terms import GuidelineChange, Phase
from coprod.service.exchange.format import MOST_SECONDS
from coprod.service.exchange.scribe import base

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coprod.domain.facts import Word
    from coprod.domain.parts import Guideline, Ms, Text
    from coprod.domain.state import State


class Teller:
    """The keys of all that the file of a session names: those it came with, and new ones for what was made live.

    `guidelines`: what the file lists.
    """

    def __init__(self, state: State, words: Mapping[str, Word]) -> None:
        self._words = words
        about = state.description
        self._base = base(state.started, about.planned_start if about else None)
        record = state.record.values()
        planned = state.proposals if state.phase is Phase.PLANNED else ()
        self.guidelines: list[Guideline] = [*state.guidelines, *planned]
        touched = [one for one in record if isinstance(one, GuidelineTouched)]
        asked = {one.prompt for one in record if isinstance(one, PromptAsked)}
        prompts = [one for item in state.agenda for one in item.prompts if one.key or one.id in asked]
        self.person_keys = self._keyed("p", ((one.id, one.key) for one in state.participants.values()))
        self.item_keys = self._keyed("i", ((one.id, one.key) for one in state.agenda))
        self.group_keys = self._keyed("g", ((one.id, one.key) for one in state.groups.values()))
        self.prompt_keys = self._keyed("q", ((one.id, one.key) for one in prompts))
        self.guideline_keys = self._guideline_keys(touched)
        self.spoken_of = _spoken_of(state)

    def prose(self, text: Text) -> dict[str, str]:
        """The bodies of a text, by language; without those whose words are gone."""
        return {lang: self._words[id].body for lang, id in text if id in self._words}

    def string(self, text: Text) -> str | None:
        """The body of a text that has no language."""
        return next(iter(self.prose(text).values()), None)

    def called(self, text: Text) -> str | dict[str, str]:
        """A called name: a string where it came without a language."""
        prose = self.prose(text)
        return prose.get("", "") if not prose or "" in prose else prose

    def seconds(self, at: Ms | None) -> float | None:
        """A moment as the seconds of a record; never outside what the format holds."""
        return None if at is None else min(max(0, at - self._base), MOST_SECONDS * 1000) / 1000

    def _guideline_keys(self, touched: Iterable[GuidelineTouched]) -> dict[str, str]:
        """Keys for those listed that have one or are spoken of, and for those proposed in the record."""
        changes = list(touched)
        named = {one.guideline: one.key for one in reversed(changes)}
        proposed = {one.guideline for one in changes if one.change is GuidelineChange.PROPOSED}
        listed = {one.id: one.key or named.get(one.id, ()) for one in self.guidelines}
        keyless = {id for id, key in listed.items() if not key and id not in named}
        known = {**{id: named[id] for id in named if id in proposed}, **listed}
        return self._keyed("r", ((id, key) for id, key in known.items() if id not in keyless))

    def _keyed(self, prefix: str, named: Iterable[tuple[str, Text]]) -> dict[str, str]:
        """Each id with its key, or with a new one that no other has."""
        keys = {id: self.string(key) for id, key in named}
        taken = set(keys.values())
        fresh = (key for key in map(f"{prefix}{{}}".format, count(1)) if key not in taken)
        return {id: key or next(fresh) for id, key in keys.items()}


def _spoken_of(state: State) -> frozenset[str]:
    """The notes that other records name, which must therefore have their ids in the file."""
    ids: set[str] = set()
    for one in state.record.values():
        if isinstance(one, NoteReleased | NoteRetracted):
            ids.add(one.note)
        elif isinstance(one, NotesLinked):
            ids.update((one.source, one.target))
    return frozenset(ids)
