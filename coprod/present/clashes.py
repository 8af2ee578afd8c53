"""A note that was changed in two places at once: both versions, side by side, until a person chooses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coprod.domain import acts
from coprod.present.kinds import NOTES, VISIBILITIES
from coprod.present.notes import draft_of
from coprod.present.texts import Said
from coprod.present.voices import called

if TYPE_CHECKING:
    from coprod.domain.acts import Act
    from coprod.domain.parts import NoteContent
    from coprod.domain.state import State
    from coprod.i18n import Catalogue
    from coprod.present.texts import Texts

STANDING = ""
"""The version that stands in the record now."""


@dataclass(frozen=True, slots=True)
class Version:
    """One version: who is named, what kind it is and how far it travels, and its words."""

    id: str
    about: str
    texts: tuple[Said, ...]


def versions(state: State, note: str, texts: Texts, words: Catalogue) -> tuple[Version, ...]:
    """The version that stands, and those beside it; nothing where there is no choice."""
    known, others = state.note(note), state.clashes.get(note, ())
    if known is None or not others:
        return ()
    contents = ((STANDING, known.content), *((one.version, one.content) for one in others))
    return tuple(_version(id, content, state, texts, words) for id, content in contents)


def chosen(state: State, note: str, version: str, texts: Texts) -> Act | None:
    """Let one version stand, and all others go; None where it is no longer there."""
    known, others = state.note(note), state.clashes.get(note, ())
    contents = {one.version: one.content for one in others}
    if known is not None:
        contents[STANDING] = known.content
    if version not in contents:
        return None
    settled = tuple(one.version for one in others)
    return acts.ChangeNote(note, draft_of(contents[version], texts), state.versions.get(note, ""), settled)


def _version(id: str, content: NoteContent, state: State, texts: Texts, words: Catalogue) -> Version:
    names = (called(state, who, texts) for who in content.who)
    told = (
        words.say(", ").join(names),
        words.say(NOTES[content.kind]),
        words.say(VISIBILITIES[content.visibility]),
    )
    first = tuple(one for one in content.text if one[0] == content.said_in)
    others = tuple(one for one in content.text if one not in first)
    return Version(id, " · ".join(filter(None, told)), tuple(texts.said((one,)) for one in (*first, *others)))
