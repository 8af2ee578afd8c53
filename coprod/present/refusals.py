"""Why something was refused or could not be kept: one sentence that says what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.domain.rules.pen import Refused, Why
from coprod.i18n import N_, Catalogue
from coprod.present.fold import unnamed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coprod.domain.state import State
    from coprod.present.texts import Texts

_REFUSALS: Mapping[Why, str] = {
    Why.NOT_OPEN: N_("The session is not open yet. Begin it first."),
    Why.ALREADY_OPEN: N_("The session has begun already."),
    Why.CLOSED: N_("The session is closed. Open it again first."),
    Why.UNKNOWN_PERSON: N_("This person is no longer on the list. Choose somebody else."),
    Why.UNKNOWN_ITEM: N_("This item is no longer on the agenda. Choose another one."),
    Why.UNKNOWN_NOTE: N_("This note is no longer in the record."),
    Why.UNKNOWN_GROUP: N_("This group is no more. Choose another one."),
    Why.UNKNOWN_GUIDELINE: N_("This guideline is no longer on the list."),
    Why.UNKNOWN_ENTRY: N_("This can’t be corrected: it is no longer in the record."),
    Why.UNKNOWN_TEXT: N_("This text is no longer in the session."),
    Why.NO_TURN: N_("Nobody is speaking at the moment."),
    Why.NO_PAUSE: N_("There is no pause to end."),
    Why.NO_ITEM: N_("No item is open. Open one first."),
    Why.NO_TEXT: N_("There are no words yet. Write what was said, then keep it."),
    Why.NO_LANGUAGE: N_("The minutes need one language at least."),
    Why.TOO_LONG: N_("This text is too long to keep. Make two notes of it."),
    Why.FORBIDDEN_CHARACTER: N_(
        "There is a hidden character in this text. Type the words instead of pasting them."
    ),
    Why.NOT_OF_A_GROUP: N_("Only what a group noted is brought to everyone. This is of the whole room."),
    Why.NOT_THEIR_STANDPOINT: N_("Only a standpoint that the person declared can be chosen."),
    Why.NOT_A_CONTRIBUTOR: N_("Only who said it can confirm it."),
    Why.NOT_AN_ACTION: N_("Only an action has an owner and a date."),
    Why.NOT_FOR_THE_ROOM: N_("This note is not for the room. Change how far it may travel first."),
    Why.SPEAKING: N_("{name} is speaking already."),
    Why.AWAY: N_("{name} is away. Press E on the name when they are back."),
    Why.IN_USE: N_("This stands in the record and can’t be removed."),
    Why.UNTIL_BEFORE_AT: N_("The end is before the beginning. Put the times right."),
    Why.NOTHING_TO_UNDO: N_("There is nothing to undo."),
    Why.NOTHING_CHANGES: N_("It is so already."),
    Why.NOT_A_LANGUAGE: N_("This is not a language. Choose one from the list."),
    Why.NOT_A_DATE: N_("This is not a date. Write it like 2026-06-30."),
    Why.NOT_TO_BE_KEPT: N_("Your list of words gives hints. Nothing is kept about them."),
    Why.NOT_A_HASH: N_("This file could not be told from others. Write it again."),
    Why.NOT_A_ZONE: N_("This time zone is not known here. Write it like Asia/Tokyo."),
    Why.NO_LENGTH: N_("Only what has a planned length can be extended."),
    Why.OFF_RECORD: N_("The pen is down: nothing is kept. Take it up first."),
    Why.CONTRADICTION: N_("This can’t all be so at once. Choose one of the two."),
    Why.NOT_A_LENGTH: N_("An item takes from 0 to 10,080 minutes. Put its length right."),
}

_FAILURES: Mapping[str, str] = {
    "full": N_("The disk is full. Make room, then try again: nothing is lost."),
    "readonly": N_("The folder can’t be written to. Allow it, then try again: nothing is lost."),
    "locked": N_("Another program has the store open. Close it, then try again: nothing is lost."),
    "newer": N_("A newer Coprod wrote this store. Start that one; here nothing is changed."),
    "damaged": N_("The store is damaged. Keep this window open and ask for help: nothing more is written."),
}
_FAILED = N_("This could not be saved. Try again: nothing is lost.")


def refusal(
    refused: Refused, state: State, texts: Texts, words: Catalogue, *, room_sees: bool = False
) -> str:
    """Say why an act may not be. `room_sees`: without the names of those who want none on the wall."""
    sentence = _REFUSALS[refused.why]
    if refused.why not in {Why.SPEAKING, Why.AWAY}:
        return words.say(sentence)
    who = refused.ids[0] if refused.ids else ""
    person = state.participants.get(who)
    name = texts.body(person.called) if person else ""
    hidden = room_sees and who in unnamed(state)
    return words.say(sentence, name=words.say("Somebody") if hidden else name)


def failure(code: str, words: Catalogue) -> str:
    """Say why something could not be kept, and what to do."""
    return words.say(_FAILURES.get(code, _FAILED))
