"""The words of the page on phones and tablets, by key; the page has none of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.domain.terms import NoteKind
from coprod.i18n import LANGUAGES, N_
from coprod.present.kinds import ITEMS
from coprod.present.marks import MARKS
from coprod.vocabulary import NOTES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coprod.i18n import Catalogue

_WORDS: Mapping[str, str] = {
    # The way in
    "welcome": N_("Notes of this room"),
    "word": N_("The word of the day"),
    "word-help": N_("It stands on the wall. In kana or in Latin letters, as you like."),
    "go-in": N_("Go in"),
    "closed": N_("Nobody can come in just now. Please ask the facilitator."),
    "why-wrong-word": N_("That is not the word. Look at the wall once more."),
    "why-wait": N_("Please wait for {n} seconds, then try again."),
    "why-closed": N_("Nobody can come in just now. Please ask the facilitator."),
    "why-expired": N_("That took a little long. Please enter the word once more."),
    "why-taken": N_("Another device is there already. The facilitator can free the place."),
    "why-unknown-place": N_("This place is no more. Choose another one."),
    "why-away": N_("The laptop can’t be reached. Are you on the Wi-Fi of the room?"),
    "which-table": N_("Which table do you write for?"),
    "which-name": N_("What are you called here?"),
    "without-name": N_("Without a name"),
    "table": N_("A table"),
    "whole-room": N_("The whole room"),
    "taken": N_("taken"),
    "back": N_("Back"),
    # Taking notes
    "title": N_("Notes of this room"),
    "whose": N_("Whose words are they?"),
    "nobody": N_("No name"),
    "words": N_("What was said"),
    "language-of-words": N_("The language of the words"),
    "kind": N_("Kind"),
    "visibility": N_("How far it may travel"),
    "visibility-room": N_("May be shown in the room"),
    "visibility-minutes": N_("For the minutes"),
    "visibility-review": N_("For the review alone"),
    "minority": N_("Keep it in its own words, as a minority opinion"),
    "minority-short": N_("minority opinion"),
    "keep": N_("Write it down"),
    "noted": N_("Noted at this table"),
    "take-back": N_("Take back"),
    "take-back-of": N_("Take back: {words}"),
    "no-words": N_("There are no words yet."),
    "no-question": N_("No question is open just now."),
    "ends": N_("Until {time}"),
    "off-record": N_("Nothing is written down now. What you have begun stays here."),
    "session-closed": N_("The session is closed."),
    "pause": N_("A pause, for everybody. Nothing has to be written."),
    "why-refused": N_("This could not be kept. Your words are still here."),
    # The connection
    "arrives": N_("It arrives"),
    "sending": N_("Sending …"),
    "waiting": N_("on its way"),
    "away": N_("Just now the laptop can’t be heard. Go on: nothing is lost."),
    "away-waiting": N_("Go on: waiting here until the laptop is heard again: {n}"),
    "stays-here": N_("No word leaves the Wi-Fi of this room."),
    "over": N_("It is over. Thank you."),
    "over-why": N_("The notes are with the facilitator. Nothing of them is left on this device."),
    "over-lost": N_(
        "Not everything had arrived ({n}). Please tell the facilitator. Nothing is left on this device."
    ),
    "leave": N_("Leave"),
    "leave-ask": N_("Leave? What you have begun and not sent goes from this device."),
    "leave-waiting": N_("Leave? What has not arrived yet ({n}) goes from this device, and is lost."),
    "left": N_("You have left. Thank you."),
    "left-why": N_("Nothing is left on this device."),
    "again": N_("Come in again"),
    # Taking part
    "word-for-check-in": N_("A word for the check-in, if you like"),
    "word-for-check-out": N_("A word for the check-out, if you like"),
    "word-named": N_("It is kept with the notes for the minutes, as yours."),
    "word-unnamed": N_("It is kept with the notes for the minutes, without a name."),
    "send-word": N_("Send this word"),
    "sent-words": N_("Your words here"),
    "word-arrived": N_("Your word has arrived. Thank you."),
    "wishes": N_("Quietly, to the facilitator"),
    "wish-named": N_("The facilitator sees your name with it. It is kept nowhere."),
    "wish-unnamed": N_("The facilitator sees no name with it. It is kept nowhere."),
    "wish-pause": N_("I would like a pause"),
    "wish-later": N_("Later, please"),
    "wish-pause-sent": N_("The facilitator sees that somebody would like a pause."),
    "wish-later-sent": N_("The facilitator sees it. You need not say why."),
    "message": N_("A quiet message to a support person"),
    "message-to": N_("To whom"),
    "message-how": N_("It waits at the facilitator’s laptop until it is read, and is kept nowhere."),
    "message-unnamed": N_("Your name is not on it, unless you write it."),
    "send-message": N_("Send quietly"),
    "message-sent": N_("It is there. The person will be asked to come and read it."),
    "waiting-for-connection": N_("Waiting for the connection: {what}"),
    "why-not-passed-on": N_("It could not be passed on. Please ask the facilitator."),
    # Between words
    "dot": N_(" · "),
    "and": N_(", "),
}


def strings(words: Catalogue) -> dict[str, str]:
    """All of them in one language."""
    return {
        **{key: words.say(text) for key, text in _WORDS.items()},
        **{f"item-{kind.value}": words.say(text) for kind, text in ITEMS.items()},
        **{f"kind-{kind.value}": words.say(NOTES[kind]) for kind in NoteKind},
        **{f"mark-{mark.value}": words.say(text) for mark, text in MARKS.items()},
        **{f"lang-{lang}": name for lang, name in LANGUAGES.items()},
    }
