"""What a clicker's way back may undo: steps forward that were made by it or by Space, never a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.present.commands import STEPS

if TYPE_CHECKING:
    from coprod.domain.acts import Act
    from coprod.domain.state import State
    from coprod.service.live import Change


class Trail:
    """Knows which acts of the record were steps of this window."""

    def __init__(self) -> None:
        self._asked: list[Act] = []
        self._steps: dict[str, str] = {}

    def ask(self, act: Act) -> None:
        """Remember that a step was asked for."""
        if isinstance(act, STEPS):
            self._asked.append(act)

    def follow(self, change: Change) -> None:
        """Learn the act that a step became."""
        asked = [act for act in self._asked if act is change.act]
        self._asked = [act for act in self._asked if act is not change.act]
        if asked:
            self._steps.update(
                (id, stream) for id, stream in change.new.acts.items() if id not in change.old.acts
            )

    def leads_back(self, state: State) -> bool:
        """Whether the last thing that this device did was such a step."""
        streams = set(self._steps.values())
        own = [act for act, stream in state.acts.items() if stream in streams]
        return bool(own) and own[-1] in self._steps
