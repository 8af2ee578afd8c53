"""From the state of a session to what the room sees. Pure; takes nothing that was not said for the room.

A name is shown as its owner wishes, or not; a standpoint stands beside a note only where the minutes may say it too.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from coprod.domain.facts import PromptAsked
from coprod.domain.rounds import round_of
from coprod.domain.terms import ItemKind, PauseKind, Phase, RoundOrder, Shown
from coprod.i18n import N_
from coprod.present.joining import join_view
from coprod.present.kinds import ITEMS
from coprod.present.room import BLANK, Called, Clock, Guidance, Kind, Pair, RoomView, Run, Table
from coprod.present.sharing import next_group
from coprod.present.speech import Speech, Tongue
from coprod.present.wall_notes import since_opened, wall_notes
from coprod.present.wall_times import (
    end_of_item,
    end_of_pause,
    minutes_left,
    nearly_over,
    next_time,
    planned,
    soft_time,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from coprod.domain.facts import Word
    from coprod.domain.parts import Ms, Text
    from coprod.domain.state import State
    from coprod.present.joining import Joining

_TURNS = frozenset({ItemKind.CHECK_IN, ItemKind.CHECK_OUT, ItemKind.REFLECTION})
"""Here everybody is asked in turn: no time is shown, so that nobody has to hurry."""


_UNTOLD = frozenset({RoundOrder.OPEN, RoundOrder.ALTERNATING})
"""Nobody is next where voices come as they like; and where standpoints alternate, who is next would tell theirs."""


class Look(StrEnum):
    """What the facilitator put on the wall: what the session is at, the guidelines, how to join, or nothing."""

    SESSION = "session"
    GUIDELINES = "guidelines"
    JOIN = "join"
    JOIN_ALL = "join-all"
    BLANK = "blank"


_CARDS = (Look.JOIN, Look.JOIN_ALL)


def room_view(
    state: State,
    words: Mapping[str, Word],
    tongues: Sequence[Tongue],
    now: Ms,
    *,
    look: Look = Look.SESSION,
    joining: Joining | None = None,
    page: int = 0,
) -> RoomView:
    """Show what the room sees at the moment `now`, in the languages of the session (`tongues_of(state)`)."""
    if look is Look.BLANK:
        return BLANK
    if look in _CARDS and joining is not None:
        card = join_view(joining, Speech(words, tongues), everyone=look is Look.JOIN_ALL)
        return replace(card, page=page)
    return _Wall(state, words, Speech(words, tongues), now, page).view(look)


class _Wall:
    """One look at the wall."""

    def __init__(self, state: State, words: Mapping[str, Word], speech: Speech, now: Ms, page: int) -> None:
        self._state, self._words, self._speech, self._now = state, words, speech, now
        self._item = state.open_item()
        self._made = partial(RoomView, page=page)

    def view(self, look: Look) -> RoomView:
        """The picture; while the pen is down, it says so where otherwise it says where we are."""
        shown = self._chosen(look)
        off = self._state.off_record
        return replace(shown, where=self._speech.say("Nothing is written down now")) if off else shown

    def _chosen(self, look: Look) -> RoomView:
        """A pause before all else, then what the open item is."""
        agreed_or_open = self._state.guidelines or self._state.proposals
        if look is Look.GUIDELINES and agreed_or_open:
            return self._guidelines()
        if self._state.phase is Phase.CLOSED:
            return self._closing()
        pause = self._state.open_pause()
        if pause is not None:
            return self._pause(pause.kind)
        if self._item is None:
            return self._welcome()
        by_kind: dict[ItemKind, Callable[[], RoomView]] = {
            ItemKind.WELCOME: self._welcome,
            ItemKind.GUIDELINES: self._guidelines if agreed_or_open else self._question,
            ItemKind.BREAK: self._break,
            ItemKind.SMALL_GROUPS: self._groups,
            ItemKind.SHARE_BACK: self._share_back,
        }
        return by_kind.get(self._item.kind, self._question)()

    # The pictures

    def _welcome(self) -> RoomView:
        about, say = self._state.description, self._speech.say
        title = self._speech.text(about.title) if about else ()
        return self._made(
            Kind.WELCOME,
            where=self._series(),
            title=say("Welcome, everyone"),
            under=say("Today: {title}", title=title) if title else (),
            foot=say("Sit wherever you like"),
            clock=planned(self._state, self._speech),
        )

    def _closing(self) -> RoomView:
        say = self._speech.say
        return self._made(
            Kind.CLOSING,
            where=self._series(),
            title=say("Thank you"),
            under=say("Nothing to take with you is fine, too"),
            clock=next_time(self._state, self._speech),
        )

    def _guidelines(self) -> RoomView:
        say, open_ones = self._speech.say, self._state.proposals
        agreed = self._state.guidelines
        foot = say("Anything to add or change?") if open_ones else say("We can change them at any time")
        marked = [self._proposed(one.text) if agreed else self._speech.text(one.text) for one in open_ones]
        shown = [*(self._speech.text(one.text) for one in agreed), *marked]
        return self._made(
            Kind.GUIDELINES,
            where=say("Our guidelines today") if agreed else say("Proposed guidelines for today"),
            guidelines=tuple(Guidance(number, text) for number, text in enumerate(shown, start=1)),
            foot=foot,
        )

    def _proposed(self, text: Text) -> Pair:
        """A guideline that is not agreed yet says so, in each language it is in."""
        return tuple(
            Run(run.lang, self._speech.catalogue(run.lang).say("Proposed: {text}", text=run.text))
            for run in self._speech.text(text)
        )

    def _pause(self, kind: PauseKind) -> RoomView:
        say = self._speech.say
        if kind is PauseKind.BREAK:
            return self._break()
        if kind is PauseKind.SILENCE:
            return self._made(Kind.SILENCE, title=say("A quiet moment"), foot=say("No need to speak"))
        foot = say("No need to follow the circle")
        return self._made(Kind.BREATH, title=say("Let us take a breath"), foot=foot)

    def _break(self) -> RoomView:
        """A break tells when we begin again, where that is planned."""
        say, item = self._speech.say, self._item
        known = item is not None and item.kind is ItemKind.BREAK
        again = N_("We begin again at")
        planned_end = end_of_item(self._state, self._speech, again) if known else None
        return self._made(
            Kind.BREAK,
            where=say("Break"),
            title=say("Break"),
            clock=end_of_pause(self._state, self._speech, again) or planned_end,
            foot=say("Rest, move, step out as you like"),
        )

    def _groups(self) -> RoomView:
        groups = self._state.small_groups()
        if not groups:
            return self._question()
        say, soon = self._speech.say, nearly_over(self._state, self._now)
        return self._made(
            Kind.GROUPS,
            where=self._name(),
            title=self._prompt(),
            tables=tuple(
                Table(self._table(group.id), tuple(filter(None, map(self._wall_name, group.members))))
                for group in groups
            ),
            foot=say("A little time is left: who would like to add something?") if soon else self._allowed(),
            clock=end_of_item(self._state, self._speech, N_("Back together at"), self._left()),
            arc=soft_time(self._state, self._now),
        )

    def _share_back(self) -> RoomView:
        """The group that has its turn, by its name, and what was released of it; the group that comes next."""
        state, say = self._state, self._speech.say
        group = state.called_group
        if group is None:
            return self._question()
        coming = next_group(state)
        notes = tuple(
            replace(one, mark=None, mark_word=())
            for one in wall_notes(state, self._words, self._speech)
            if (note := state.note(one.id)) and note.group == group
        )
        return self._made(
            Kind.NOTES if notes else Kind.QUESTION,
            where=self._name(),
            title=say("From {group}", group=self._table(group)),
            notes=notes,
            foot=say("Next: {group}", group=self._table(coming)) if coming else self._allowed(),
            clock=self._ends(),
            arc=soft_time(state, self._now),
        )

    def _question(self) -> RoomView:
        now, following = self._voices()
        notes = wall_notes(self._state, self._words, self._speech)
        prompt = self._prompt()
        turns, round_ = bool(self._item and self._item.kind in _TURNS), round_of(self._state)
        offered = round_ is not None and round_.offering
        return self._made(
            Kind.NOTES if notes else Kind.QUESTION,
            where=self._name() if prompt else self._series(),
            title=prompt or self._name(),
            under=self._speech.say("Would anyone like to add something? Silence is fine, too")
            if offered
            else (),
            foot=() if offered else self._allowed(),  # one sentence at a time
            clock=self._ends(),
            arc=None if turns else soft_time(self._state, self._now),
            now=now,
            next=following,
            notes=notes,
        )

    # Its parts

    def _series(self) -> Pair:
        about, say = self._state.description, self._speech.say
        series = about.programme if about else None
        if series is None:
            return ()
        title = self._speech.text(series.title)
        if series.number is None or not title:
            return title
        return say("{title}, no. {n}", title=title, n=str(series.number))

    def _name(self) -> Pair:
        item = self._item
        return (self._speech.text(item.title) or self._speech.say(ITEMS[item.kind])) if item else ()

    def _prompt(self) -> Pair:
        """The question asked last of this item; else the item's own; else its first."""
        item = self._item
        if item is None:
            return ()
        texts = {prompt.id: prompt.text for prompt in item.prompts}
        asked = (one.prompt for one in since_opened(self._state) if isinstance(one, PromptAsked))
        latest = next((prompt for prompt in asked if prompt in texts), None)
        first = item.prompt or next(iter(texts.values()), ())
        return self._speech.text(texts[latest] if latest else first)

    def _allowed(self) -> Pair:
        say, item = self._speech.say, self._item
        if item and item.kind is ItemKind.CHECK_OUT:
            return say("Nothing is fine, too")
        asked = (item and item.kind in _TURNS) or self._state.track().round or self._state.open_turn()
        return say("Pass, later or in writing: all fine") if asked else say("Just listening is fine, too")

    def _ends(self) -> Clock | None:
        """When the item ends; where everybody is asked in turn, nothing; at the end, when we meet again."""
        kind = self._item.kind if self._item else None
        if kind is ItemKind.CHECK_OUT:
            return next_time(self._state, self._speech)
        return None if kind in _TURNS else end_of_item(self._state, self._speech, N_("Ends"), self._left())

    def _left(self) -> int | None:
        """The minutes that are left, if the room chose to see them."""
        return minutes_left(self._state, self._now)

    def _table(self, group: str) -> Pair:
        """The name of a group, else its number."""
        known = list(self._state.groups)
        name = self._speech.text(self._state.groups[group].name)
        return name or self._speech.say("Table {n}", n=str(known.index(group) + 1))

    def _voices(self) -> tuple[Called | None, Called | None]:
        """Whose voice it is now, and whose is next where an order was agreed that tells nothing of anybody."""
        say, turn, round_ = self._speech.say, self._state.open_turn(), round_of(self._state)
        after = round_.following if round_ and round_.order not in _UNTOLD else None
        someone = say("The next person")
        now = Called(say("Now"), self._wall_name(turn.who) or say("The person speaking")) if turn else None
        return now, Called(say("Next"), self._wall_name(after) or someone) if after else None

    def _wall_name(self, who: str) -> Pair:
        """The called name, unless its owner wants none on the wall."""
        person = self._state.participants.get(who)
        if person is None or person.wall is Shown.NONE:
            return ()
        return self._speech.text(person.called)
