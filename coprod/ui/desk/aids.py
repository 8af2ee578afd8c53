"""What the desk is handed: the memory of earlier sessions, the shelf of the word list, the files of translators."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from coprod.service.drafting import DrafterOpener
from coprod.service.house import LogoReader
from coprod.service.library import Shelf
from coprod.service.memory import Memory
from coprod.service.ports import PageDrawer, Renderer
from coprod.service.printing import House
from coprod.service.translation import WorkReader, WorkWriter


@dataclass(frozen=True, slots=True)
class Aids:
    """`recall`: reads the memory from one language into another, and asks over and over whether it is to stop.

    `wording`: words, with their language, that the organisation would rather not read.
    """

    recall: Callable[[tuple[str, str], Callable[[], bool]], Memory]
    shelf: Shelf | None
    files: tuple[WorkWriter, WorkReader]
    render: Renderer
    pages: Callable[[], PageDrawer]
    open_drafter: DrafterOpener
    house: Callable[[], House]
    read_logo: LogoReader
    wording: Callable[[], tuple[tuple[str, str], ...]]
