"""The words for kinds: of items, notes, pauses, and how far a note may travel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.domain.terms import Attribution, ItemKind, PauseKind, Visibility
from coprod.i18n import N_, Catalogue

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coprod.domain.parts import AgendaItem
    from coprod.domain.state import State
    from coprod.present.texts import Texts

ITEMS: Mapping[ItemKind, str] = {
    ItemKind.WELCOME: N_("Welcome"),
    ItemKind.GUIDELINES: N_("Guidelines"),
    ItemKind.CHECK_IN: N_("Check-in"),
    ItemKind.ROUNDTABLE: N_("Roundtable"),
    ItemKind.SMALL_GROUPS: N_("Small groups"),
    ItemKind.SHARE_BACK: N_("Share-back"),
    ItemKind.BREAK: N_("Break"),
    ItemKind.REFLECTION: N_("Reflection"),
    ItemKind.CHECK_OUT: N_("Check-out"),
    ItemKind.OTHER: N_("Together"),
}

VISIBILITIES: Mapping[Visibility, str] = {
    Visibility.ROOM: N_("Room"),
    Visibility.MINUTES: N_("Minutes"),
    Visibility.REVIEW: N_("Review"),
}

NAMINGS: Mapping[str, str] = {
    Attribution.NAMED: N_("By name"),
    Attribution.DISCIPLINE: N_("By discipline"),
    Attribution.STANDPOINT: N_("By standpoint"),
    Attribution.ANONYMOUS: N_("Without either"),
}
"""How the minutes name a contributor."""

PAUSES: Mapping[PauseKind, str] = {
    PauseKind.BREATH: N_("A breath"),
    PauseKind.SILENCE: N_("Silence"),
    PauseKind.BREAK: N_("A break"),
}


def table_name(state: State, group: str, texts: Texts, words: Catalogue) -> str:
    """Give a small group's own name, else its number."""
    known = state.groups[group]
    return texts.body(known.name) or words.say("Table {n}", n=list(state.groups).index(group) + 1)


def item_name(item: AgendaItem, texts: Texts, words: Catalogue) -> str:
    """Give an item's own title, else the word for its kind."""
    return texts.body(item.title) or words.say(ITEMS[item.kind])
