"""What there is to translate: each text that may stand in minutes, and how far its translation can be trusted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from itertools import permutations
from typing import TYPE_CHECKING, TypeAlias

from coprod.domain.languages import fitting
from coprod.domain.minutes import minutes
from coprod.domain.minuting.crediting import Crediting
from coprod.domain.minuting.items import places
from coprod.domain.minuting.wordings import Wordings
from coprod.domain.terms import NoteKind, Phase
from coprod.domain.text_keys import TextKind, key_of
from coprod.domain.written_against import trails

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from coprod.domain.facts import Fact, NoteKept
    from coprod.domain.parts import AgendaItem, Text, Translation
    from coprod.domain.state import State


class RowState(StrEnum):
    """How far a translation can be trusted.

    `STALE`: the original has changed since somebody last wrote or checked it. `PRESENT`: it is there, and nobody can
    say more: such a text has no state, or none of its languages is called the original.
    """

    MISSING = "missing"
    STALE = "stale"
    MACHINE = "machine"
    DRAFT = "draft"
    PRESENT = "present"
    CHECKED = "checked"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class Row:
    """One text in one direction; `key` and `target_lang` together are its own.

    `note`: the kind of a note, and of what belongs to one. `item`: the agenda item it stands under. `by`: who made the
    translation; `checked_by`: who checked it; both "" where nobody said so.
    """

    key: str
    kind: TextKind
    source_lang: str
    source: str
    target_lang: str
    target: str | None
    state: RowState
    note: NoteKind | None = None
    item: str | None = None
    by: str = ""
    checked_by: str = ""


Behind: TypeAlias = frozenset[tuple[str, str, str]]
"""Translations whose original has changed: note, the language it was said in, and that of the translation."""


def left_behind(facts: Iterable[Fact], words: Mapping[str, str]) -> Behind:
    """All of a session, whichever of the languages is called its original. `words`: words id to text."""
    return frozenset(
        (note, source, target)
        for note, trail in trails(facts, words).items()
        for source, target in permutations(trail.text, 2)
        if trail.stale(source, target, words)
    )


def rows(
    state: State, words: Mapping[str, str], pair: tuple[str, str], behind: Behind = frozenset()
) -> tuple[Row, ...]:
    """All that is to be translated between two languages, in the order of the minutes. `words`: words id to text.

    Each text goes from the language it was said in into the other of the pair; said in a third, into both. Where no
    language is called its original, from the first of the pair that it has. What was erased, or may be in no
    minutes, has no row; of a plan whose session is over only what the minutes show.
    """
    return tuple(_Desk(state, words, pair, behind).rows())


def easy_rows(state: State, words: Mapping[str, str], pair: tuple[str, str]) -> tuple[Row, ...]:
    """Each note in each language of a pair that it has, and beside it (`target`) its easy words in that language."""
    return tuple(_Desk(state, words, pair, frozenset()).easy())


def progress(of: Iterable[Row]) -> Mapping[RowState, int]:
    """How many rows are in each state, every state with its number."""
    found = Counter(row.state for row in of)
    return {state: found[state] for state in RowState}


class _Desk:
    def __init__(self, state: State, words: Mapping[str, str], pair: tuple[str, str], behind: Behind) -> None:
        self.state, self.words, self.pair, self.behind = state, words, pair, behind
        self.notes: dict[str | None, list[NoteKept]] = {}
        crediting, where = Crediting(state, Wordings(words)), places(state)
        for note in state.notes():
            if crediting.may_be_minuted(note):
                self.notes.setdefault(where.item_of(note), []).append(note)

    def easy(self) -> Iterator[Row]:
        for item in (*(item.id for item in self.state.agenda), None):
            for note in self.notes.get(item, ()):
                yield from self._easy(note, item)

    def _easy(self, note: NoteKept, item: str | None) -> Iterator[Row]:
        content = note.content
        bodies, easy = self._bodies(content.text), self._bodies(content.easy)
        for lang in self.pair:
            said = fitting(lang, bodies)
            if said is not None:
                own = fitting(lang, easy)
                state = RowState.PRESENT if own else RowState.MISSING
                key, there = key_of(TextKind.EASY, note.entry), easy[own] if own else None
                yield Row(
                    key, TextKind.EASY, said, bodies[said], own or said, there, state, content.kind, item
                )

    def rows(self) -> Iterator[Row]:
        proposals = () if self.state.phase is Phase.CLOSED else self.state.proposals
        shown = self._shown()
        yield from self._head(shown)
        for one in (*self.state.guidelines, *proposals):
            yield from self._plain(TextKind.GUIDELINE, one.text, one.id)
        for item in self.state.agenda:
            yield from (row for row in self._item(item) if shown is None or row.source in shown)
            yield from self._said(item.id)
        yield from self._said(None)
        yield from self._foot()

    def _head(self, shown: set[str] | None) -> Iterator[Row]:
        about = self.state.description
        if about is None:
            return
        yield from self._plain(TextKind.TITLE, about.title)
        if about.programme:
            yield from self._plain(TextKind.PROGRAMME, about.programme.title)
        yield from self._plain(TextKind.PLACE, about.place)
        yield from self._plain(TextKind.PURPOSE, about.purpose)
        for standpoint, label in about.labels:
            own = self._plain(TextKind.LABEL, label, standpoint.value)
            yield from (row for row in own if shown is None or row.source in shown)

    def _foot(self) -> Iterator[Row]:
        following = self.state.description.next_time if self.state.description else None
        if following:
            yield from self._plain(TextKind.NEXT_PLACE, following.place)
            yield from self._plain(TextKind.NEXT_TEXT, following.text)

    def _shown(self) -> set[str] | None:
        """What the minutes of a session that is over show of its plan; before that, all may come to stand there."""
        if self.state.phase is not Phase.CLOSED or self.state.description is None:
            return None
        doc = minutes(self.state, self.words, self.pair)
        texts = [text for item in doc.items for text in (item.title, *item.prompts) if text]
        texts += doc.labels.values()
        return {body for text in texts for body in text.bodies.values()}

    def _item(self, item: AgendaItem) -> Iterator[Row]:
        yield from self._plain(TextKind.ITEM, item.title, item.id, item.id)
        yield from self._plain(TextKind.QUESTION, item.prompt, item.id, item.id)
        for prompt in item.prompts:
            yield from self._plain(TextKind.PROMPT, prompt.text, prompt.id, item.id)

    def _said(self, item: str | None) -> Iterator[Row]:
        for note in self.notes.get(item, ()):
            content = note.content
            yield from self._note(note, item)
            if content.kind is NoteKind.ACTION:
                yield from self._plain(TextKind.OWNER, content.owner_text, note.entry, item, content.kind)
                yield from self._plain(TextKind.REASON, content.reason, note.entry, item, content.kind)

    def _note(self, note: NoteKept, item: str | None) -> Iterator[Row]:
        content = note.content
        bodies, known = self._bodies(content.text), dict(content.translations)
        original = content.original if content.original in bodies else None
        for source, target in directions(bodies, original, self.pair):
            translation = known.get(target)
            stale = target in bodies and (note.entry, source, target) in self.behind
            yield Row(
                key_of(TextKind.NOTE, note.entry),
                TextKind.NOTE,
                source,
                bodies[source],
                target,
                bodies.get(target),
                _state(translation, there=target in bodies, stale=stale, called=original is not None),
                content.kind,
                item,
                self._name(translation.by) if translation else "",
                self._name(translation.checked_by) if translation else "",
            )

    def _plain(
        self,
        kind: TextKind,
        text: Text,
        id: str = "",
        item: str | None = None,
        note: NoteKind | None = None,
    ) -> Iterator[Row]:
        """The rows of a text that has no state of its own."""
        bodies = self._bodies(text)
        for source, target in directions(bodies, None, self.pair):
            state = RowState.PRESENT if target in bodies else RowState.MISSING
            there = bodies.get(target)
            yield Row(key_of(kind, id), kind, source, bodies[source], target, there, state, note, item)

    def _bodies(self, text: Text) -> dict[str, str]:
        return {lang: self.words[id] for lang, id in text if lang and self.words.get(id, "").strip()}

    def _name(self, text: Text) -> str:
        return next((self.words[id] for _, id in text if id in self.words), "")


def directions(
    bodies: Mapping[str, str], original: str | None, pair: tuple[str, str]
) -> list[tuple[str, str]]:
    """From which language of a text into which: the tags that the text has, or those asked for."""
    if not bodies:
        return []
    there = [own for lang in pair if (own := fitting(lang, bodies))]
    source = original or next(iter([*there, *bodies]))
    others = [lang for lang in bodies if lang != source]
    return [(source, fitting(lang, others) or lang) for lang in pair if not fitting(lang, (source,))]


def _state(known: Translation | None, *, there: bool, stale: bool, called: bool) -> RowState:
    """`called`: one of the languages is called the original; then a translation of which nothing is said is a draft."""
    if not there:
        return RowState.MISSING
    if stale:
        return RowState.STALE
    if known is not None:
        return RowState(known.state.value)
    return RowState.DRAFT if called else RowState.PRESENT
