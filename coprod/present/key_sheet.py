"""All keys of the console, in groups, for the sheet that `?` opens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coprod.i18n import N_
from coprod.present.commands import BY_ID, caps

if TYPE_CHECKING:
    from coprod.i18n import Catalogue

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        N_("Voices"),
        ("main", "next-voice", "voice", "pass", "later", "written", "hand", "orders", "come-or-go"),
    ),
    (N_("Pauses and time"), ("breath", "silence", "break", "extend")),
    (N_("The wall"), ("blank", "guidelines", "agree", "release", "page", "page-back", "room")),
    (N_("Agenda"), ("next-item", "previous-item", "close", "reopen")),
    (N_("Notes and windows"), ("note", "undo", "palette", "keys", "minutes", "language", "back", "retry")),
)


@dataclass(frozen=True, slots=True)
class KeyLine:
    """One command: its name, and the caps of each key that does it."""

    name: str
    keys: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Commands that belong together."""

    head: str
    lines: tuple[KeyLine, ...]


@dataclass(frozen=True, slots=True)
class KeySheetView:
    """The whole sheet; `note` says what a clicker does and where single keys rest."""

    head: str
    groups: tuple[KeyGroup, ...]
    note: str
    close: str


def key_sheet_view(words: Catalogue) -> KeySheetView:
    """List every command with its keys."""
    groups = tuple(KeyGroup(words.say(head), tuple(_line(one, words) for one in ids)) for head, ids in GROUPS)
    note = words.say(
        "A clicker works, too: on goes to the next page, then to what comes next; back takes that step back. "
        "While you type in a field, single keys are letters; F5, F6 and F7 work everywhere."
    )
    return KeySheetView(words.say("All keys"), groups, note, words.say("Put away"))


def _line(command: str, words: Catalogue) -> KeyLine:
    known = BY_ID[command]
    return KeyLine(words.say(known.name), tuple(map(caps, known.keys)))
