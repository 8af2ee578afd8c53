"""In which groups the sheet of keys shows the commands."""

from __future__ import annotations

from coprod.i18n import N_
from coprod.present.commands import ROUNDS

GROUPS: tuple[tuple[tuple[str, tuple[str, ...]], ...], ...] = (
    (
        (
            N_("Voices"),
            ("main", "next-voice", "voice", "pass", "later", "written", "hand", "come-or-go"),
        ),
        (N_("Pauses and time"), ("breath", "silence", "break", "extend", "time")),
        (N_("The program"), ("find", "keys", "language", "back")),
    ),
    (
        (N_("Rounds"), tuple(f"round-{order.value}" for order in ROUNDS)),
        (
            N_("The wall"),
            (
                *("blank", "guidelines", "agree", "release", "page", "page-back"),
                *("room", "move-wall", "display-settings", "unfold"),
            ),
        ),
    ),
    (
        (N_("Agenda"), ("next-item", "previous-item", "close", "reopen", "plan", "next-session")),
        (
            N_("Notes and windows"),
            (
                "note",
                "notes",
                "desk",
                "read-back",
                "off-record",
                "undo",
                "correct",
                "people",
                "edit-guidelines",
                "groups",
                "sheets",
                "share",
                "join",
                "minutes",
                "retry",
            ),
        ),
    ),
)
"""Columns of groups: a heading, and its commands."""
