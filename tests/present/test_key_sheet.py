"""The groups of the sheet of keys."""

from __future__ import annotations

from coprod.present.commands import COMMANDS
from coprod.present.key_sheet import GROUPS


def test_every_command_is_in_one_group() -> None:
    shown = [command for column in GROUPS for _, commands in column for command in commands]
    assert sorted(shown) == sorted(command.id for command in COMMANDS)
