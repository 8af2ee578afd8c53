"""What to look at before minutes are issued: by kind, one at a time, and left as it is where somebody says why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coprod.domain.acts import AnswerCheck
from coprod.domain.languages import fitting
from coprod.domain.terms import Finding
from coprod.domain.text_keys import TextKind
from coprod.domain.translating import RowState
from coprod.i18n import N_
from coprod.present.checks import check_rows
from coprod.present.desk_rows import DeskLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from coprod.domain.acts import Act
    from coprod.domain.checks import Check
    from coprod.domain.state import State
    from coprod.i18n import Catalogue
    from coprod.present.notebook import Heading
    from coprod.present.texts import Texts

ANSWERED = "answered"
"""The findings that are left as they are, whichever kind they are of."""
_SHORT: Mapping[Finding, tuple[str, str]] = {
    Finding.NAME: (N_("Names not wanted"), "triangle-alert"),
    Finding.NAME_IN_ONE_LANGUAGE: (N_("Named on one side"), "triangle-alert"),
    Finding.SMALL_ROOM: (N_("A standpoint of one"), "eye"),
    Finding.UNTRANSLATED: (N_("Not translated"), "languages"),
    Finding.MACHINE: (N_("Machine, unread"), "languages"),
    Finding.DRAFT: (N_("Drafts"), "pencil"),
    Finding.UNCONFIRMED: (N_("Not yet confirmed"), "audio-lines"),
    Finding.NO_OWNER: (N_("Actions without anybody"), "hand"),
    Finding.NO_DATE: (N_("Actions without a date"), "history"),
    Finding.TERM: (N_("Words on your list"), "library"),
    Finding.NO_EASY_WORDS: (N_("Without easy words"), "book-open"),
}
"""The findings in short and their icons, in the order in which they matter."""
_LEFT = (N_("Left as they are"), "check")


@dataclass(frozen=True, slots=True)
class FindingLine:
    """Findings of one kind: how many of them are open; of `ANSWERED`, how many are not."""

    kind: str
    name: str
    icon: str
    count: int


@dataclass(frozen=True, slots=True)
class FindingCard:
    """One finding: where it is, what it says, and why it is left, "" while it is open. `told`: the how manieth it is.

    `note`: the note that it leads to, "" where it is in none. `found`: what was looked for. `about`: whom it is about,
    by id. `may_stay`: whether a reason for leaving it can be kept.
    """

    finding: Finding
    note: str
    lang: str
    found: str
    about: tuple[str, ...]
    place: str
    said: str
    because: str
    told: str
    may_stay: bool


def finding_lines(found: Sequence[Check], words: Catalogue) -> tuple[FindingLine, ...]:
    """The findings by kind."""
    counts = Counter(one.finding for one in found if not one.because)
    left = sum(bool(one.because) for one in found)
    lines = [
        FindingLine(finding, words.say(name), icon, counts[finding])
        for finding, (name, icon) in _SHORT.items()
        if counts[finding]
    ]
    name, icon = _LEFT
    return (*lines, FindingLine(ANSWERED, words.say(name), icon, left)) if left else tuple(lines)


def finding_card(
    found: Sequence[Check], kind: str, turn: int, state: State, texts: Texts, words: Catalogue
) -> FindingCard | None:
    """The finding of a kind whose turn it is, from the first on and round again; None where there is none."""
    wanted = [one for one in found if (ANSWERED if one.because else one.finding) == kind]
    if not wanted:
        return None
    at = turn % len(wanted)
    one = wanted[at]
    (row,) = check_rows((one,), state, texts, words)
    return FindingCard(
        finding=one.finding,
        note=one.note,
        lang=one.lang,
        found=one.found,
        about=one.about,
        place=row.place,
        said=row.said,
        because=one.because,
        told=words.say("{n} of {all}", n=at + 1, all=len(wanted)),
        may_stay=one.finding is not Finding.TERM,
    )


def place_of(card: FindingCard, rows: Iterable[Heading | DeskLine]) -> str:
    """The row that a finding is about: of its note; else the first text beside the notes that is like that."""
    lines = [row for row in rows if isinstance(row, DeskLine)]
    if card.note:
        return next((line.id for line in lines if line.note == card.note), "")
    if card.finding is Finding.UNTRANSLATED:
        found = (
            line for line in lines if line.state is RowState.MISSING and fitting(card.lang, (line.lang,))
        )
    else:
        found = (
            line for line in lines if card.found and card.found in f"{line.source.body}\n{line.target.body}"
        )
    return next((line.id for line in found if line.kind is not TextKind.NOTE), "")


def left_because(card: FindingCard, reason: str, words: Catalogue) -> Act | None:
    """Say why a finding is left as it is, in the language of the window; None where nothing is said."""
    text = reason.strip()
    return AnswerCheck(card.finding, card.note, card.lang, {words.lang: text}, card.about) if text else None


def opened_again(card: FindingCard) -> Act:
    """Take a reason back."""
    return AnswerCheck(card.finding, card.note, card.lang, about=card.about)
