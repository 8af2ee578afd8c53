"""The palette: every act by its name in any of the program's languages, and items, people and orders beside them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coprod.domain import acts
from coprod.domain.acts import Act
from coprod.domain.rounds import seated
from coprod.domain.terms import Phase
from coprod.i18n import LANGUAGES, Catalogue
from coprod.present.action import actions_view
from coprod.present.commands import COMMANDS, Desk, caps
from coprod.present.kinds import item_name
from coprod.present.orders import ORDERS
from coprod.present.texts import Texts, reading
from coprod.present.voices import called

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coprod.domain.facts import Word
    from coprod.domain.state import State

_NOT_FOUND = 3
_NOT_HERE = frozenset({"palette", "retry"})
_KATAKANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be done now: `command` of the console, or else an `act`.

    `beside`: its name in the session's other language. `names`: what it is found by, folded.
    """

    title: str
    beside: str
    keys: tuple[str, ...]
    names: tuple[str, ...]
    command: str = ""
    act: Act | None = None


@dataclass(frozen=True, slots=True)
class _Reader:
    """One language, and who reads the session's texts in it."""

    words: Catalogue
    texts: Texts


def folded(text: str) -> str:
    """Fold what a keyboard makes differ: width, case, hiragana and katakana, spaces."""
    return _words(text).replace(" ", "")


def _words(text: str) -> str:
    """Fold a text and keep one space between its words."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().translate(_KATAKANA).split())


def palette(state: State, recorded: Mapping[str, Word], words: Catalogue, desk: Desk) -> tuple[Offer, ...]:
    """List everything that can be done now; `desk` says who has the focus."""
    tags = (words.lang, *(lang for lang in LANGUAGES if lang != words.lang))
    about = state.description
    spoken = about.languages if about else ()
    readers = [_Reader(Catalogue(lang), reading(recorded, lang, spoken)) for lang in tags]
    other = next((n for n, lang in enumerate(tags) if n and lang in spoken), 1)
    offers = [*_commands(desk, readers, other)]
    if state.phase is Phase.OPEN:
        offers += _in_the_meeting(state, readers, other)
    return tuple(offers)


def found(offers: Sequence[Offer], query: str) -> tuple[Offer, ...]:
    """Those whose name holds every word of the query; one that begins with it comes first, then one whose words do."""
    parts, whole = _words(query).split(), folded(query)
    ranked = [(min(_rank(name, parts, whole) for name in offer.names), offer) for offer in offers]
    return tuple(offer for rank, offer in sorted(ranked, key=lambda one: one[0]) if rank < _NOT_FOUND)


def _rank(name: str, parts: Sequence[str], whole: str) -> int:
    joined = name.replace(" ", "")
    if joined.startswith(whole):
        return 0
    if all(f" {part}" in f" {name}" for part in parts):
        return 1
    held = whole in joined or all(part in joined for part in parts)
    return 2 if held else _NOT_FOUND


def _commands(desk: Desk, readers: Sequence[_Reader], other: int) -> Iterator[Offer]:
    views = [actions_view(desk.state, one.texts, one.words) for one in readers]
    for command in COMMANDS:
        possible = command.act is None or command.act(desk) is not None
        if command.id in _NOT_HERE or not possible or command.id not in views[0].enabled | {"page-back"}:
            continue
        said = [view.words[command.id] for view in views]
        names = [*said, *(one.words.say(command.name) for one in readers)]
        yield _offer(said, names, other, keys=caps(command.keys[0]), command=command.id)


def _in_the_meeting(state: State, readers: Sequence[_Reader], other: int) -> Iterator[Offer]:
    turn = state.open_turn()
    for who in seated(state):
        if who not in state.away and not (turn and turn.who == who):
            said = [
                one.words.say("Give the voice to {name}", name=called(state, who, one.texts))
                for one in readers
            ]
            yield _offer(said, said, other, act=acts.BeginTurn(who))
    for item in state.agenda:
        if item != state.open_item():
            said = [
                one.words.say("Open: {item}", item=item_name(item, one.texts, one.words)) for one in readers
            ]
            yield _offer(said, said, other, act=acts.OpenItem(item.id))
    if state.open_item():
        for order, name in ORDERS.items():
            said = [one.words.say("Another round: {order}", order=one.words.say(name)) for one in readers]
            yield _offer(said, said, other, act=acts.BeginRound(order))


def _offer(
    said: Sequence[str],
    names: Sequence[str],
    other: int,
    *,
    keys: tuple[str, ...] = (),
    command: str = "",
    act: Act | None = None,
) -> Offer:
    beside = said[other] if said[other] != said[0] else ""
    return Offer(said[0], beside, keys, tuple(dict.fromkeys(map(_words, names))), command, act)
