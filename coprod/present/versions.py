"""One version of a note, beside others of it: who is named, what kind it is, and its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coprod.present.kinds import VISIBILITIES
from coprod.present.texts import Said
from coprod.present.voices import called
from coprod.vocabulary import NOTES

if TYPE_CHECKING:
    from coprod.domain.parts import NoteContent
    from coprod.domain.state import State
    from coprod.i18n import Catalogue
    from coprod.present.texts import Texts


@dataclass(frozen=True, slots=True)
class Version:
    """One version. `head`: which one it is. `about`: who is named, what kind it is and how far it travels."""

    id: str
    head: str
    about: str
    texts: tuple[Said, ...]
    stands: bool


def version_of(
    id: str, head: str, content: NoteContent, state: State, texts: Texts, words: Catalogue, *, stands: bool
) -> Version:
    """Show a version, with the words as they were said first."""
    names = (called(state, who, texts) for who in content.who)
    told = (
        words.say(", ").join(filter(None, names)),
        words.say(NOTES[content.kind]),
        words.say(VISIBILITIES[content.visibility]),
    )
    first = tuple(one for one in content.text if one[0] == content.said_in)
    others = tuple(one for one in content.text if one not in first)
    said = tuple(texts.said((one,)) for one in (*first, *others))
    return Version(id, head, " · ".join(filter(None, told)), said, stands)
