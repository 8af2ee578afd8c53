"""What may still hold the words of a note or of a person, once they are erased here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias

from coprod.domain.facts import NoteKept
from coprod.domain.parts import Ms
from coprod.service.sheets import Sheets

if TYPE_CHECKING:
    from coprod.service.live import LiveSession


@dataclass(frozen=True, slots=True)
class OnSheet:
    """The file of a group's sheet, and each copy of it."""

    group: str
    issued: Ms


@dataclass(frozen=True, slots=True)
class InBackup:
    """A copy of the whole store, which the program made beside it: the path of its file, and when it was made."""

    path: str
    made: Ms


@dataclass(frozen=True, slots=True)
class InDocument:
    """An edition of the minutes that was issued, as far as it is told; `at`: RFC 3339, or a date."""

    number: int | None
    edition: str | None
    at: str | None


Holder: TypeAlias = OnSheet | InBackup | InDocument


class Keeping(Sheets, Protocol):
    """Where it is known what was given away, and what lies beside the store."""

    def backups(self) -> list[InBackup]:
        """The copies of the store that were made beside it, the first first. Raises StoreFailed."""


def holders(live: LiveSession, subject: str, store: Keeping | None) -> tuple[Holder, ...]:
    """What this machine knows of that may hold the words of a note, or of a participant. `store` None: on a sheet.

    A sheet begins with the names of its members and with no note, so it may hold a person who was in its group, and
    the notes that came home to that group; not what was kept at home. A backup holds whatever there was of the session
    by then. None of it says that the words are there: a sheet may have been deleted long ago. Raises StoreFailed.
    """
    if store is None:
        return ()
    session, told = live.state.session, live.facts()
    groups = _written_in(live, subject)
    sheets = (sheet for sheet in store.sheets(session) if subject in sheet.members or sheet.group in groups)
    begun = min((fact.time for fact in told), default=0)
    return (
        *(OnSheet(sheet.group, sheet.issued) for sheet in sheets),
        *(one for one in store.backups() if one.made >= begun),
        *(InDocument(one.number, one.edition, one.at) for one in live.state.issued),
    )


def _written_in(live: LiveSession, subject: str) -> frozenset[str]:
    """The groups whose sheets brought the note home, or notes of that participant."""
    kept = (fact.body for fact in live.facts() if fact.stream != live.stream)
    came = {body.entry for body in kept if isinstance(body, NoteKept)}
    return frozenset(
        note.group
        for note in live.state.notes()
        if note.group and note.entry in came and subject in {note.entry, *note.content.who}
    )
