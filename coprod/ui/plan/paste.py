"""A list of names, pasted: what was understood of it stands below, before anybody is added."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod.i18n import N_, NN_, Catalogue
from coprod.present.people import understood
from coprod.ui.plan.entry import LongEntry
from coprod.ui.plan.intake import IntakeDialog
from coprod.ui.theme import LARGE, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from coprod.domain.acts import ParticipantDraft

Draft = TypeVar("Draft")
_SIZE = (560, 560)


class Lines(LongEntry):
    """A field of many lines, in which Enter begins the next."""

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        super().set_theme(theme)
        self.setFixedHeight(theme.px(LARGE.line * 6 + 14))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave every key to the text."""
        super(LongEntry, self).keyPressEvent(event)


@dataclass(frozen=True, slots=True)
class Wording(Generic[Draft]):
    """What the dialog says, and how it shows what it understood. `count`: the word of its button, for one and many."""

    title: str
    lead: str
    field: str
    count: tuple[str, str]
    shown: Callable[[Sequence[Draft], Catalogue], Sequence[str]]


NAMES: Wording[ParticipantDraft] = Wording(
    N_("Paste names"),
    N_("Paste a list of names, one person on each line. Nothing is added yet."),
    N_("List of names"),
    NN_("Add {n} person", "Add {n} people"),
    understood,
)


class PasteDialog(IntakeDialog, Generic[Draft]):
    """Asks for a pasted list. When accepted, `drafts` are what was understood of it."""

    def __init__(
        self,
        theme: Theme,
        words: Catalogue,
        parse: Callable[[str], Sequence[Draft]],
        wording: Wording[Draft],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, words, wording.count, parent)
        self._parse, self._wording = parse, wording
        self._drafts: tuple[Draft, ...] = ()
        self.setWindowTitle(words.say(wording.title))
        self._lead.say(words.say(wording.lead), words.lang)
        self._field = Lines(theme, self)
        self._field.setAccessibleName(words.say(wording.field))
        px, column = theme.px, QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(10))
        column.addWidget(self._lead)
        column.addWidget(self._field)
        column.addLayout(self.understood(), 1)
        column.addLayout(self.foot())
        self._field.setFocus()
        self._field.written.connect(self._read)
        self._read("")
        self.resize(px(_SIZE[0]), px(_SIZE[1]))

    def drafts(self) -> tuple[Draft, ...]:
        """What the list holds."""
        return self._drafts

    def _read(self, text: str) -> None:
        self._drafts = tuple(self._parse(text)) if text.strip() else ()
        self.show_found(self._wording.shown(self._drafts, self._words), len(self._drafts))
