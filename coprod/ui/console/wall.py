"""What this device puts on the wall: the session as it is, the guidelines, or nothing. No fact of the session."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coprod.present.console import as_if_next
from coprod.present.speech import tongues_of
from coprod.present.wall import Look, room_view

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coprod.domain.facts import Word
    from coprod.domain.parts import Ms
    from coprod.domain.state import State
    from coprod.present.joining import Joining
    from coprod.present.room import RoomView
    from coprod.present.speech import Tongue

_CARDS = (Look.JOIN, Look.JOIN_ALL)


class Wall:
    """The look that the facilitator chose, and the pictures that come of it."""

    def __init__(self) -> None:
        self.look = Look.SESSION
        self.joining: Joining | None = None
        self._page = 0
        self._first: RoomView | None = None
        self._languages: tuple[str, ...] | None = None
        self._tongues: Sequence[Tongue] = ()

    def toggle(self, look: Look) -> None:
        """Choose a look, or, where it is chosen, go back to the session."""
        self.look = Look.SESSION if self.look is look else look

    def invite(self, joining: Joining | None) -> None:
        """Know what is shared; None: nothing is, and its card goes."""
        self.joining = joining
        if joining is None and self.look in _CARDS:
            self.look = Look.SESSION

    def next_card(self) -> None:
        """The card for note-takers, then that for everybody, where there is one; then the session again."""
        cards = _CARDS if self.joining and self.joining.everyone else _CARDS[:1]
        order = (Look.SESSION, *cards)
        place = order.index(self.look) if self.look in order else 0
        self.look = order[(place + 1) % len(order)]

    def follow(self) -> None:
        """Go along with the session where it goes on; a blank wall stays blank until somebody shows it again."""
        if self.look is Look.GUIDELINES:
            self.look = Look.SESSION

    def turn(self, pages: int, step: int) -> None:
        """Turn the page of a text that has so many; after the last comes the first."""
        self._page = (self._page + step) % pages

    def now(self, state: State, words: Mapping[str, Word], now: Ms) -> RoomView:
        """What the room sees at the moment `now`; another text begins on its first page."""
        first = room_view(state, words, self._of(state), now, look=self.look, joining=self.joining)
        if self._first is None or replace(first, arc=None) != replace(self._first, arc=None):
            self._page = 0
        self._first = first
        return replace(first, page=self._page)

    def coming(self, state: State, words: Mapping[str, Word], now: Ms) -> RoomView | None:
        """What the room will see when the next item is opened; None after the last."""
        following = as_if_next(state, now)
        return room_view(following, words, self._of(state), now) if following else None

    def _of(self, state: State) -> Sequence[Tongue]:
        languages = state.description.languages if state.description else ()
        if languages != self._languages:
            self._languages, self._tongues = languages, tongues_of(state)
        return self._tongues
