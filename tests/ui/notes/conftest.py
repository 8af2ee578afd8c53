"""Somebody who takes the notes of the small meeting, at its check-in, while Umi speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coprod.domain import acts
from coprod.domain.terms import ItemKind
from tests.present.meeting import Meeting
from tests.ui.notes.taker import NoteTaker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot


class Seated(NoteTaker):
    """Somebody who takes the notes of the small meeting."""

    def __init__(self, qtbot: QtBot, meeting: Meeting, lang: str) -> None:
        self.meeting = meeting
        super().__init__(qtbot, meeting.live, meeting.clock.now, lang)


@pytest.fixture
def sit(qtbot: QtBot) -> Iterator[Callable[..., Seated]]:
    made: list[Seated] = []

    def seat(lang: str = "en") -> Seated:
        meeting = Meeting()
        meeting.open(ItemKind.CHECK_IN)
        meeting.do(acts.BeginTurn(meeting.who("Umi")))
        made.append(Seated(qtbot, meeting, lang))
        return made[-1]

    yield seat
    for one in made:
        one.close()


@pytest.fixture
def at(sit: Callable[..., Seated]) -> Seated:
    return sit()
