"""How a note read before, the newest version first; an earlier one can be written so again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.domain import acts
from coprod.i18n import N_
from coprod.present.flow import clock_time
from coprod.present.notes import draft_of
from coprod.present.versions import version_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coprod.domain.acts import Act
    from coprod.domain.history import Wording
    from coprod.domain.state import State
    from coprod.i18n import Catalogue
    from coprod.present.texts import Texts
    from coprod.present.versions import Version

_STANDS, _BEFORE = N_("As it stands now, written at {time}"), N_("As it was written at {time}")


def earlier(
    found: Sequence[Wording], state: State, note: str, texts: Texts, words: Catalogue
) -> tuple[Version, ...]:
    """All versions of a note that is in the record, the newest first."""
    if state.note(note) is None:
        return ()
    standing = state.versions.get(note, "")
    shown = []
    for one in reversed(found):
        time = clock_time(state, words, one.time)
        said = _STANDS if one.id == standing else _BEFORE
        head = words.say(said, time=time)
        shown.append(version_of(one.id, head, one.content, state, texts, words, stands=one.id == standing))
    return tuple(shown)


def so_again(found: Sequence[Wording], state: State, note: str, version: str, texts: Texts) -> Act | None:
    """Write a note as it read before; None where it reads so now, or is no longer there."""
    wanted = next((one for one in found if one.id == version), None)
    standing = state.versions.get(note, "")
    if wanted is None or state.note(note) is None or version == standing:
        return None
    return acts.ChangeNote(note, draft_of(wanted.content, texts), standing)
