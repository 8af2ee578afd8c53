"""Group sheets in words: why one is not taken, and what came home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.i18n import N_, Catalogue
from coprod.present.kinds import table_name
from coprod.present.side import Row
from coprod.present.texts import Said
from coprod.service.sheets import WhyNot

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coprod.domain.state import State
    from coprod.present.texts import Texts

_WHY_NOT: Mapping[WhyNot, str] = {
    WhyNot.NOT_A_SHEET: N_("This is no group sheet. Choose the file that was made for the group."),
    WhyNot.NEWER: N_("This sheet was made by a newer Coprod. Open it with that one."),
    WhyNot.DAMAGED: N_("This sheet was changed or damaged on its way. Use another copy of it."),
    WhyNot.WRONG_CODE: N_("The sheet does not open with this code. Check the six words."),
    WhyNot.FOREIGN: N_("This sheet was not made here. Bring it to the laptop that it came from."),
    WhyNot.TOO_BIG: N_("This sheet is larger than any group could write. Use another copy of it."),
    WhyNot.NOT_BEGUN: N_("The session has not begun here. Begin it, then bring the sheet home."),
    WhyNot.LATE: N_("The session is closed. If the sheet should come in all the same, say so."),
}


def why_not(why: WhyNot, words: Catalogue, misread: Sequence[tuple[str, str]] = ()) -> str:
    """Why a sheet is not taken, and what to do; `misread`: words of its code that are on no list, with the nearest."""
    sentence = words.say(_WHY_NOT[why])
    near = [
        words.say("“{word}” may be “{nearest}”.", word=word, nearest=nearest) for word, nearest in misread
    ]
    return " ".join([sentence, *near]) if why is WhyNot.WRONG_CODE else sentence


def sheet_rows(state: State, texts: Texts, words: Catalogue) -> tuple[Row, ...]:
    """The groups that a sheet can be made for."""
    return tuple(
        Row(
            group.id,
            "",
            (Said(words.lang, table_name(state, group.id, texts, words)),),
            words.say_n("{n} person", "{n} people", len(group.members)),
        )
        for group in state.small_groups()
    )


def came_home(table: str, notes: int, words: Catalogue) -> str:
    """What a sheet brought."""
    if not notes:
        return words.say("{table}: nothing new; it is all here already.", table=table)
    return words.say("{table}: notes that came home: {n}.", table=table, n=notes)
