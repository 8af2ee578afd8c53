"""The round as the console shows it: who is here, who speaks, who comes next, how many are still to come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coprod.domain.rounds import Voice as Heard
from coprod.domain.rounds import round_of, seated
from coprod.domain.terms import RoundOrder
from coprod.i18n import N_, Catalogue
from coprod.present.marks import Standing, Voice, mark_of, mark_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coprod.domain.rounds import Round
    from coprod.domain.state import State
    from coprod.domain.terms import Standpoint
    from coprod.present.texts import Texts

_FEW, _SMALLEST = 4, 3
"""So many names are an invitation, more a list; a standpoint of fewer people would point at somebody."""

_WORDS: Mapping[Standing, str] = {
    Standing.NOT_YET: N_("not yet"),
    Standing.NEXT: N_("next"),
    Standing.SPEAKING: N_("speaking"),
    Standing.SPOKEN: N_("spoken"),
    Standing.PASSED: N_("passed"),
    Standing.LATER: N_("later"),
    Standing.WRITTEN: N_("written"),
    Standing.HAND: N_("hand {n}"),
    Standing.AWAY: N_("away"),
}


@dataclass(frozen=True, slots=True)
class Seat:
    """One person in their place. `here`: not away."""

    id: str
    voice: Voice
    here: bool = True


@dataclass(frozen=True, slots=True)
class RoundView:
    """The round, or who is here where there is none; `count` says what is still to come.

    `invitation`: who was not heard yet, for the facilitator alone: a folded console does not show it.
    """

    head: str
    count: str
    seats: tuple[Seat, ...]
    invitation: str = ""


def called(state: State, who: str, texts: Texts) -> str:
    """Give the name somebody wants to be called."""
    person = state.participants.get(who)
    return texts.body(person.called) if person else ""


def standpoint_word(state: State, standpoints: Sequence[Standpoint], texts: Texts, words: Catalogue) -> str:
    """Name standpoints: one by the organisation's own label where it has one, several by the common word."""
    labels = dict(state.description.labels) if state.description else {}
    own = texts.body(labels.get(standpoints[0], ())) if len(standpoints) == 1 else ""
    return own or mark_word(mark_of(standpoints), words)


def next_voice(state: State) -> str | None:
    """Who is asked next in the open round."""
    round_ = round_of(state)
    return round_.following if round_ else None


def round_view(state: State, texts: Texts, words: Catalogue) -> RoundView:
    """Show the open round; where there is none, everybody in their places."""
    round_ = round_of(state)
    standings = _standings(state)
    hands = state.hands.get(None, ())
    seats = tuple(
        Seat(who, _voice(state, who, standing, texts, words), standing is not Standing.AWAY)
        for who, standing in _with_hands(standings, hands).items()
    )
    if round_ is None:
        here = sum(seat.here for seat in seats)
        return RoundView(words.say("Who is here"), words.say_n("{n} person", "{n} people", here), seats)
    head = words.say("The round") if round_.number == 1 else words.say("Round {n}", n=round_.number)
    count = _said(round_, standings, words)
    return RoundView(head, count, seats, invitation(state, round_, texts, words))


def _with_hands(standings: Mapping[str, Standing | None], hands: Sequence[str]) -> dict[str, Standing | None]:
    """A hand that is up is shown, except of who speaks, is next, or is away."""
    seen = {Standing.SPEAKING, Standing.NEXT, Standing.AWAY}
    return {
        who: Standing.HAND if who in hands and standing not in seen else standing
        for who, standing in standings.items()
    }


def invitation(state: State, round_: Round, texts: Texts, words: Catalogue) -> str:
    """Name who was not heard yet once few are left, and a standpoint of three or more of whom nobody spoke."""
    heard = {who for who, voice in round_.voices if voice in {Heard.SPOKEN, Heard.SPEAKING}}
    if not heard:
        return ""
    names = words.say(", ").join(called(state, who, texts) for who in round_.unheard)
    few = 0 < len(round_.unheard) <= _FEW
    said = [words.say("Not heard yet in this round: {names}.", names=names)] if few else []
    said += [
        words.say("Of this standpoint nobody yet: {standpoint}.", standpoint=name)
        for name in _silent(state, round_, heard, texts, words)
    ]
    return " ".join(said)


def _silent(state: State, round_: Round, heard: set[str], texts: Texts, words: Catalogue) -> Iterator[str]:
    here = [who for who, voice in round_.voices if voice is not Heard.AWAY]
    held = {who: state.standpoints(who) for who in here}
    for standpoint in dict.fromkeys(one for several in held.values() for one in several):
        people = {who for who in here if standpoint in held[who]}
        if len(people) >= _SMALLEST and not people & heard:
            yield standpoint_word(state, (standpoint,), texts, words)


def _standings(state: State) -> dict[str, Standing | None]:
    """Where each person's turn stands; None where nothing is asked of them now."""
    round_ = round_of(state)
    if round_ is None:
        turn = state.open_turn()
        standings: dict[str, Standing | None] = dict.fromkeys(seated(state))
        standings.update((who, Standing.AWAY) for who in state.away & standings.keys())
        if turn and turn.who in standings:
            standings[turn.who] = Standing.SPEAKING
        return standings
    return {
        who: Standing.NEXT if who == round_.following else Standing(voice.value)
        for who, voice in round_.voices
    }


def _voice(state: State, who: str, standing: Standing | None, texts: Texts, words: Catalogue) -> Voice:
    standpoints = state.standpoints(who)
    return Voice(
        name=called(state, who, texts),
        mark=mark_of(standpoints),
        mark_word=standpoint_word(state, standpoints, texts, words),
        standing=standing or Standing.NOT_YET,
        word=_standing_word(state, who, standing, words) if standing else "",
    )


def _standing_word(state: State, who: str, standing: Standing, words: Catalogue) -> str:
    if standing is Standing.HAND:
        return words.say(_WORDS[standing], n=state.hands[None].index(who) + 1)
    return words.say(_WORDS[standing])


def _said(round_: Round, standings: Mapping[str, Standing | None], words: Catalogue) -> str:
    """Say what is still to come; where there is no order, nobody is."""
    if round_.offering:
        return words.say("All were asked; the wall invites once more")
    if round_.order is RoundOrder.OPEN:
        return words.say("No order: whoever takes the piece")
    return _count(standings, words)


def _count(standings: Mapping[str, Standing | None], words: Catalogue) -> str:
    to_come = sum(one in {Standing.NOT_YET, Standing.NEXT} for one in standings.values())
    later = sum(one is Standing.LATER for one in standings.values())
    counts = [words.say("{n} to come", n=to_come)] if to_come else []
    counts += [words.say("{n} later", n=later)] if later else []
    return words.say(", ").join(counts) or words.say("All were asked")
