"""The share-back: which group has its turn, which comes next, and what it brings to everyone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.domain.terms import ItemKind, Visibility

if TYPE_CHECKING:
    from coprod.domain.facts import NoteKept
    from coprod.domain.state import State


def sharing(state: State) -> bool:
    """Whether groups tell everybody what they bring."""
    item = state.open_item()
    return item is not None and item.kind is ItemKind.SHARE_BACK


def next_group(state: State) -> str | None:
    """The group that has not had its turn; None after the last."""
    return next((one.id for one in state.small_groups() if one.id not in state.called_groups), None)


def brought(state: State) -> list[NoteKept]:
    """The notes that the group which has its turn brings to everyone and that may be in the room, as they were kept."""
    group = state.called_group
    return [
        note
        for note in state.notes()
        if group and note.group == group and note.content.share and note.content.visibility is Visibility.ROOM
    ]
