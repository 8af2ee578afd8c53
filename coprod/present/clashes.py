"""A note that was changed in two places at once: both versions, side by side, until a person chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.domain import acts
from coprod.present.notes import draft_of
from coprod.present.versions import version_of

if TYPE_CHECKING:
    from coprod.domain.acts import Act
    from coprod.domain.state import State
    from coprod.i18n import Catalogue
    from coprod.present.texts import Texts
    from coprod.present.versions import Version

STANDING = ""
"""The version that stands in the record now."""


def versions(state: State, note: str, texts: Texts, words: Catalogue) -> tuple[Version, ...]:
    """The version that stands, and those beside it; nothing where there is no choice."""
    known, others = state.note(note), state.clashes.get(note, ())
    if known is None or not others:
        return ()
    contents = ((STANDING, known.content), *((one.version, one.content) for one in others))
    heads = (words.say("As it stands now"), *(words.say("As it was written elsewhere") for _ in others))
    return tuple(
        version_of(id, head, content, state, texts, words, stands=id == STANDING)
        for head, (id, content) in zip(heads, contents, strict=True)
    )


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
