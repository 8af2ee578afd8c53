"""The palette: any act found by its name, in any language the program speaks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from coprod.domain.acts import Act, OpenItem
from coprod.domain.alike import folded
from coprod.domain.rounds import seated
from coprod.domain.terms import Phase
from coprod.i18n import LANGUAGES, Catalogue
from coprod.present.action import actions_view
from coprod.present.commands import COMMANDS, caps
from coprod.present.fold import unnamed
from coprod.present.kinds import item_name
from coprod.present.voices import called

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coprod.domain.state import State
    from coprod.present.texts import Texts

MOST = 11
"""No more are shown at once."""

_NEEDS_SOMEBODY = frozenset({"voice", "hand", "come-or-go"})


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be done: what it is called, its keys, and the command (of a person) or the act it is."""

    words: str
    keys: tuple[str, ...] = ()
    command: str = ""
    person: str | None = None
    act: Act | None = None


def choices(
    state: State, texts: Texts, words: Catalogue, query: str, *, room_sees: bool = False
) -> tuple[Choice, ...]:
    """What can be done now and is called like `query` in one of the languages; best first.

    `room_sees`: the room sees it, too: without the names of those who want none on the wall.
    """
    hidden = unnamed(state) if room_sees else frozenset()
    asked = folded(query).split()
    ranked = []
    for place, (choice, names) in enumerate(_all(state, texts, words, hidden)):
        name = folded(names)
        if all(part in name for part in asked):
            begins = bool(asked) and folded(choice.words).startswith(asked[0])
            ranked.append((not begins, place, choice))
    return tuple(choice for _, _, choice in sorted(ranked, key=lambda one: one[:2])[:MOST])


def _all(
    state: State, texts: Texts, words: Catalogue, hidden: frozenset[str]
) -> Iterator[tuple[Choice, str]]:
    """Each choice, and what it is called in every language; of those hidden, nothing."""
    enabled, named = (view := actions_view(state, texts, words)).enabled, view.words
    for command in COMMANDS:
        if command.id in enabled and command.id not in _NEEDS_SOMEBODY:
            name = words.say(command.name) if hidden else named[command.id]
            choice = Choice(name, caps(command.keys[0]), command.id)
            yield choice, f"{choice.words} {_in_all_languages(command.name)}"
    if state.phase is not Phase.OPEN:
        return
    for who in seated(state):
        if who not in state.away and who not in hidden:
            name = called(state, who, texts)
            choice = Choice(words.say("Give the voice to {name}", name=name), command="voice", person=who)
            everywhere = _in_all_languages("Give the voice to {name}")
            yield choice, f"{choice.words} {everywhere} {_every(texts, state.participants[who].called)}"
    for item in state.agenda:
        if item is not state.open_item():
            choice = Choice(
                words.say("Open: {item}", item=item_name(item, texts, words)), act=OpenItem(item.id)
            )
            yield choice, f"{choice.words} {_in_all_languages('Open: {item}')} {_every(texts, item.title)}"


@lru_cache(maxsize=256)
def _in_all_languages(msgid: str) -> str:
    return " ".join(_catalogue(lang).say(msgid, name="", item="") for lang in LANGUAGES)


@lru_cache(maxsize=8)
def _catalogue(lang: str) -> Catalogue:
    return Catalogue(lang)


def _every(texts: Texts, text: tuple[tuple[str, str], ...]) -> str:
    return " ".join(texts.words[each].body for _, each in text if each in texts.words)
