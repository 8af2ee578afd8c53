"""The room's own network on the console: what is shared, at which tables notes are taken, and what was said quietly."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from coprod.i18n import N_
from coprod.present.kinds import table_name
from coprod.present.side import Row
from coprod.present.texts import Said
from coprod.present.voices import called
from coprod.service.sharing.hosting import NotHosted, WhyNotHosted
from coprod.service.sharing.pairing import AWAY_SECONDS, Role
from coprod.service.sharing.room import ROOM, Message, Wish, WishKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coprod.domain.state import State
    from coprod.i18n import Catalogue
    from coprod.present.joining import Joining
    from coprod.present.texts import Texts
    from coprod.service.sharing.pairing import Guest

_WISHES = {
    WishKind.PAUSE: N_("Somebody would like a pause."),
    WishKind.LATER: N_("Somebody says: later, please."),
}
_WISHES_OF = {
    WishKind.PAUSE: N_("{name} would like a pause."),
    WishKind.LATER: N_("{name} says: later, please."),
}


class Trouble(Enum):
    """Why nobody comes in any more, though it is shared."""

    SHUT = "shut"
    ADDRESS_GONE = "address-gone"


_TROUBLES: Mapping[Trouble, str] = {
    Trouble.SHUT: N_(
        "Too many wrong words: nobody comes in any more. Stop, and share again with a new word."
    ),
    Trouble.ADDRESS_GONE: N_(
        "This laptop has another address now, and nobody reaches it at the old one. Stop, and share again."
    ),
}
_NOT_HOSTED: Mapping[WhyNotHosted, str] = {
    WhyNotHosted.UNREADABLE: N_(
        "These files are no certificate and its key in PEM, or the key asks for a password. Choose them again."
    ),
    WhyNotHosted.EXPIRED: N_("This certificate is valid no more. Ask for a new one, or share without it."),
    WhyNotHosted.NAMELESS: N_(
        "This certificate is for no single host, so browsers would warn all the same. "
        "Ask for one with the name of this laptop, or share without it."
    ),
}


@dataclass(frozen=True, slots=True)
class HostingView:
    """The window. `tables`: a row for each, with how it is there; `told`: what is to be known before all."""

    head: str
    lead: str
    tables: tuple[Row, ...]
    participants: str
    waiting: str
    trouble: str


def hosting_view(
    state: State,
    texts: Texts,
    words: Catalogue,
    joining: Joining | None,
    here: Mapping[Guest, float],
    messages: Sequence[Message],
    trouble: Trouble | None = None,
) -> HostingView:
    """Show who is connected, as tables and never as persons, to the facilitator alone."""
    say = words.say
    at = {guest.place: since for guest, since in here.items() if guest.role is Role.NOTES}
    tables = [group.id for group in state.small_groups()] or [ROOM]
    inside = sum(guest.role is Role.PARTICIPANT for guest in here)
    return HostingView(
        say("Share in this room"),
        say(
            "Phones, tablets and laptops in this room take notes for their table. Nothing goes into the internet."
        )
        if joining is None
        else _shared(joining, words),
        tuple(_table(one, state, texts, words, at) for one in tables) if joining else (),
        words.say_n("{n} participant is here", "{n} participants are here", inside)
        if joining and joining.everyone
        else "",
        waiting(state, texts, words, messages, room_sees=False),
        say(_TROUBLES[trouble]) if trouble else "",
    )


def _shared(joining: Joining, words: Catalogue) -> str:
    """Where it is, and the words: each for whom it is for."""
    notes = f"{joining.kana}  {joining.roman}"
    told = words.say(
        "Shared at {address}. The word for note-takers: {word}", address=joining.address, word=notes
    )
    if joining.everyone is None:
        return told
    return f"{told}\n{words.say('The word for participants: {word}', word='  '.join(joining.everyone))}"


def _table(place: str, state: State, texts: Texts, words: Catalogue, at: Mapping[str, float]) -> Row:
    name = words.say("The whole room") if place == ROOM else table_name(state, place, texts, words)
    if place not in at:
        told = words.say("nobody yet")
    elif at[place] > AWAY_SECONDS:
        told = words.say("away for a moment")
    else:
        told = words.say("connected")
    return Row(place, "", (Said(words.lang, name),), told)


def wished(wish: Wish, state: State, texts: Texts, words: Catalogue, *, room_sees: bool) -> str:
    """A wish, in one sentence; without a name where the room may read it."""
    name = called(state, wish.who, texts) if wish.who and not room_sees else ""
    return words.say(_WISHES_OF[wish.kind], name=name) if name else words.say(_WISHES[wish.kind])


def why_not_hosted(error: NotHosted | OSError, address: str, words: Catalogue) -> str:
    """Why nothing is shared, and what to do."""
    if isinstance(error, NotHosted):
        return words.say(_NOT_HOSTED[error.why])
    return words.say(
        "Nothing can be shared at {address} ({why}). Is this laptop on the Wi-Fi of the room? "
        "Choose its address again.",
        address=address,
        why=error.strerror or "",
    )


def waiting(
    state: State, texts: Texts, words: Catalogue, messages: Sequence[Message], *, room_sees: bool
) -> str:
    """For whom quiet messages wait; "" for nobody. Not a word of what is in them, nor a name that the room reads."""
    names = dict.fromkeys(called(state, one.to, texts) for one in messages if one.to in state.participants)
    if messages and (room_sees or not names):
        return words.say("A quiet message waits.")
    if not messages:
        return ""
    return words.say("A quiet message waits for {names}.", names=words.say(", ").join(names))
