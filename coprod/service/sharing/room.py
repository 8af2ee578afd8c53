"""What a guest may do: keep a note of its own group, take it back, send a word for the check-in. Nothing else.

A guest never names an act or a group: both are made here, of what it sent and of where it was let in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, TypeVar

from coprod.domain.acts import KeepNote, NoteDraft, TakeOutNote
from coprod.domain.rules.pen import Refused, Why
from coprod.domain.terms import ItemKind, NoteKind, Part, Phase, Shown, Visibility
from coprod.service.sharing.pairing import Role

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from coprod.domain.facts import Word
    from coprod.domain.state import State
    from coprod.service.live import Change, LiveSession
    from coprod.service.sharing.pairing import Guest

T = TypeVar("T")

ROOM = "room"
"""The place of whoever takes notes for everybody."""

_WORDS = frozenset({ItemKind.CHECK_IN, ItemKind.CHECK_OUT})
"""Where a word may be sent."""


class Record(Protocol):
    """The session that is shared, as the service's thread sees it."""

    def seen(self) -> tuple[State, Mapping[str, Word]]:
        """The session as it is committed, and its words."""

    def lend(self, work: Callable[[LiveSession], T]) -> Future[T]:
        """Do something with the session in the thread of the record."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A note as a guest sent it; `id` is the guest's own, and the same when it is sent again.

    `item`: what its page showed, as it may come later; "": whatever is open now.
    """

    id: str
    texts: Mapping[str, str]
    original: str
    who: tuple[str, ...] = ()
    kind: NoteKind = NoteKind.CONTRIBUTION
    visibility: Visibility = Visibility.MINUTES
    minority: bool = False
    item: str = ""


class WishKind(StrEnum):
    """What a participant may wish for, quietly."""

    PAUSE = "pause"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Wish:
    """Shown on the console, and kept nowhere. `who`: a participant, or "" for one who said no name."""

    kind: WishKind
    who: str


@dataclass(frozen=True, slots=True)
class Message:
    """A quiet message to a support person; kept nowhere but here until it is read."""

    to: str
    text: str


def places(state: State, role: Role) -> set[str]:
    """Where a guest may take a place: the groups, or the room where there are none; or the names of those present."""
    if role is Role.PARTICIPANT:
        return {who for who in state.participants if who not in state.away and may_be_seen(state, who)}
    return {group.id for group in state.small_groups()} or {ROOM}


def withdrawn(state: State, guest: Guest) -> bool:
    """Whether it is the page of somebody who is in the session no more."""
    return guest.role is Role.PARTICIPANT and bool(guest.place) and guest.place not in state.participants


def may_be_seen(state: State, who: str) -> bool:
    """Whether a name may stand where everybody sees it, as on the wall."""
    return state.participants[who].wall is not Shown.NONE


def supporters(state: State) -> list[str]:
    """Whom a quiet message may be for: those who support somebody today, are here, and may be named to everybody."""
    return [
        person.id
        for person in state.participants.values()
        if Part.SUPPORTER in person.parts and person.id not in state.away and may_be_seen(state, person.id)
    ]


def members(state: State, guest: Guest) -> tuple[str, ...]:
    """Whose words a note-taker may write down."""
    group = state.groups.get(guest.place)
    return group.members if group else tuple(who for who in state.participants if who not in state.away)


def keep(live: LiveSession, guest: Guest, sent: Sent) -> Change | Refused:
    """Keep a note in its group. A note that is there already is refused with its id alone. Raises StoreFailed."""
    here = live.state
    if sent.id in guest.notes:
        return Refused(Why.NOTHING_CHANGES, (sent.id,))  # whatever is different since
    if here.phase is not Phase.OPEN:
        return Refused(Why.NOT_OPEN, (here.session,))
    if guest.place not in places(here, Role.NOTES):
        return Refused(Why.UNKNOWN_GROUP, (guest.place,))
    strangers = tuple(who for who in sent.who if who not in members(here, guest))
    if strangers:
        return Refused(Why.UNKNOWN_PERSON, strangers)
    draft = NoteDraft(
        sent.kind,
        sent.texts,
        sent.who,
        original=sent.original,
        minority=sent.minority,
        visibility=sent.visibility,
    )
    group = None if guest.place == ROOM else guest.place
    return _kept(live, guest, KeepNote(draft, group, sent.id, sent.item))


def send_word(live: LiveSession, guest: Guest, sent: Sent) -> Change | Refused:
    """Keep a word for the check-in, of whoever it is: of the one that the page showed. Raises StoreFailed."""
    here = live.state
    if sent.id in guest.notes:
        return Refused(Why.NOTHING_CHANGES, (sent.id,))
    item = here.item(sent.item) or here.open_item()
    if item is None or item.kind not in _WORDS:
        return Refused(Why.NO_ITEM, ())
    if guest.place and guest.place not in here.participants:
        return Refused(Why.UNKNOWN_PERSON, (guest.place,))  # never without the name: nobody could erase it
    who = (guest.place,) if guest.place else ()
    draft = NoteDraft(sent.kind, sent.texts, who, original=sent.original)
    return _kept(live, guest, KeepNote(draft, id=sent.id, item=item.id))


def take_back(live: LiveSession, guest: Guest, note: str) -> Change | Refused:
    """Take a note out that this guest made itself. Raises StoreFailed."""
    if note not in guest.notes:
        return Refused(Why.UNKNOWN_NOTE, (note,))
    return live.do(TakeOutNote(note), guest.stream)


def _kept(live: LiveSession, guest: Guest, act: KeepNote) -> Change | Refused:
    outcome = live.do(act, guest.stream)
    if not isinstance(outcome, Refused):
        guest.notes.add(act.id)
    return outcome
