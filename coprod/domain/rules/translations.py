"""Rules for translations of many texts at once: all that was said, and all else, stays as it was."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from coprod.domain import facts
from coprod.domain.prose import TEXT_LIMIT, TITLE_LIMIT
from coprod.domain.rules import notes
from coprod.domain.rules.pen import Pen, Refused, Ruling, Unwritable, Why
from coprod.domain.text_keys import TextKind, parts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import TypeAlias

    from coprod.domain import acts
    from coprod.domain.facts import Body
    from coprod.domain.parts import AgendaItem, Description, NoteContent, Text
    from coprod.domain.state import State

    _Write: TypeAlias = "Callable[[Text], Text]"

_DESCRIBED: Mapping[TextKind, tuple[str, ...]] = {
    TextKind.TITLE: ("title",),
    TextKind.PROGRAMME: ("programme", "title"),
    TextKind.PLACE: ("place",),
    TextKind.PURPOSE: ("purpose",),
    TextKind.NEXT_PLACE: ("next_time", "place"),
    TextKind.NEXT_TEXT: ("next_time", "text"),
}
"""Where in a description a text stands."""

TITLES = frozenset({TextKind.TITLE, TextKind.PROGRAMME, TextKind.ITEM})
"""The texts that may be no longer than a title."""


def translate_texts(state: State, act: acts.TranslateTexts, pen: Pen) -> Ruling:
    """All of a list, or none; each into a language beside another that is there."""
    pages = _Pages(state, pen)
    for text in act.texts:
        pages.take(text)
    bodies = pages.bodies()
    for one in act.notes:
        ruling = notes.translate(state, one, pen)
        if isinstance(ruling, Refused):
            return ruling
        bodies += ruling
    return bodies or Refused(Why.NOTHING_CHANGES)


class _Pages:
    """What the session says, with the translations that were taken so far. Its methods raise Unwritable."""

    def __init__(self, state: State, pen: Pen) -> None:
        self._state, self._pen = state, pen
        self._about = state.description
        self._agenda = {item.id: item for item in state.agenda}
        self._agreed = {one.id: one for one in state.guidelines}
        self._proposed = {one.id: one for one in state.proposals}
        self._changed: dict[str, NoteContent] = {}
        self._reasons: dict[str, NoteContent] = {}

    def take(self, text: acts.TranslateText) -> None:
        """Put a translation where its key says."""
        kind, id = parts_of(text.key) or (TextKind.NOTE, "")
        write = _Writer(self._pen, text.lang, text.body, TITLE_LIMIT if kind in TITLES else TEXT_LIMIT, id)
        if kind in _DESCRIBED:
            self._about = _within(self._about, _DESCRIBED[kind], write)
        elif kind is TextKind.LABEL:
            self._about = _labelled(self._about, id, write)
        elif kind is TextKind.GUIDELINE:
            self._guideline(id, write)
        elif kind in {TextKind.OWNER, TextKind.REASON, TextKind.EASY}:
            self._of_note(kind, id, write)
        else:
            self._item(kind, id, write)

    def bodies(self) -> list[Body]:
        """The facts that say it all. Other words of a note come before its translations: those make a new version."""
        state, bodies = self._state, list[facts.Body]()
        if self._about is not None and self._about is not state.description:
            bodies.append(facts.Described(self._about))
        agreed, proposed = tuple(self._agreed.values()), tuple(self._proposed.values())
        if agreed != state.guidelines:
            bodies.append(facts.GuidelinesListed(agreed))
        if proposed != state.proposals:
            bodies.append(facts.GuidelinesOffered(proposed))
        bodies += [
            facts.ItemChanged(self._agenda[old.id]) for old in state.agenda if self._agenda[old.id] is not old
        ]
        bodies += [
            facts.NoteChanged(note, content, state.versions.get(note, ""))
            for note, content in self._changed.items()
        ]
        bodies += [
            facts.ActionMoved(note, content.status, content.reason) for note, content in self._reasons.items()
        ]
        return bodies

    def _guideline(self, id: str, write: _Write) -> None:
        for ones in (self._agreed, self._proposed):
            if id in ones:
                ones[id] = _within(ones[id], ("text",), write)
                return
        raise _unknown(id)

    def _item(self, kind: TextKind, id: str, write: _Write) -> None:
        if kind in {TextKind.ITEM, TextKind.QUESTION} and id in self._agenda:
            name = "title" if kind is TextKind.ITEM else "prompt"
            self._agenda[id] = _within(self._agenda[id], (name,), write)
            return
        for item in self._agenda.values():
            if kind is TextKind.PROMPT and any(prompt.id == id for prompt in item.prompts):
                self._agenda[item.id] = _prompted(item, id, write)
                return
        raise _unknown(id)

    def _of_note(self, kind: TextKind, id: str, write: _Writer) -> None:
        note = self._state.note(id)
        if note is None:
            raise _unknown(id)
        if kind is TextKind.REASON:
            self._reasons[id] = _within(self._reasons.get(id, note.content), ("reason",), write)
            return
        content = self._changed.get(id, note.content)
        if kind is TextKind.OWNER:
            self._changed[id] = _within(content, ("owner_text",), write)
        else:
            self._changed[id] = replace(content, easy=write.easy(content))


@dataclass(slots=True)
class _Writer:
    """Writes one translation into a text that has another language."""

    pen: Pen
    lang: str
    body: str
    limit: int
    id: str

    def __call__(self, text: Text) -> Text:
        if all(lang == self.lang for lang, _ in text):
            raise _unknown(self.id)
        written = self.pen.write({self.lang: self.body}, limit=self.limit)
        if not written:
            raise Unwritable(Refused(Why.NO_TEXT))
        return tuple({**dict(text), **dict(written)}.items())

    def easy(self, content: NoteContent) -> Text:
        """The easy words of a note, which are those of who said it; none in this language where nothing is written."""
        others = tuple((lang, id) for lang, id in content.easy if lang != self.lang)
        return (*others, *self.pen.write({self.lang: self.body}, limit=self.limit, subjects=content.who))


def _within(value: Any, path: tuple[str, ...], write: _Write) -> Any:  # noqa: ANN401 - a part of any kind
    """The same part, with the text at the end of `path` written."""
    if value is None:
        raise _unknown("")
    name, *further = path
    inner = getattr(value, name)
    return replace(value, **{name: _within(inner, tuple(further), write) if further else write(inner)})


def _labelled(about: Description | None, standpoint: str, write: _Write) -> Description:
    labels = about.labels if about else ()
    if about is None or all(one.value != standpoint for one, _ in labels):
        raise _unknown("")
    named = tuple((one, write(text) if one.value == standpoint else text) for one, text in labels)
    return replace(about, labels=named)


def _prompted(item: AgendaItem, id: str, write: _Write) -> AgendaItem:
    prompts = tuple(_within(one, ("text",), write) if one.id == id else one for one in item.prompts)
    return replace(item, prompts=prompts)


def _unknown(id: str) -> Unwritable:
    return Unwritable(Refused(Why.UNKNOWN_TEXT, (id,) if id else ()))
