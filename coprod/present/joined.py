"""Joining from a laptop in words: why it did not work, and how what is written stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.i18n import N_
from coprod.service.sharing.joining import NotJoined, Sending, WhyNotJoined

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coprod.i18n import Catalogue

_WHY_NOT: Mapping[WhyNotJoined, str] = {
    WhyNotJoined.AWAY: N_("Nothing answers at this address. Is this laptop on the Wi-Fi of the room?"),
    WhyNotJoined.NO_ADDRESS: N_(
        "This is no address. Type it as it stands on the wall, like 192.168.1.5:8443."
    ),
    WhyNotJoined.WRONG_WORD: N_("That is not the word. Look at the wall once more."),
    WhyNotJoined.WRONG_CERTIFICATE: N_(
        "What answers at this address is not the laptop of this room. Nothing was told to it. Ask the facilitator."
    ),
    WhyNotJoined.WAIT: N_("Please wait for {n} seconds, then try again."),
    WhyNotJoined.CLOSED: N_("Nobody can come in just now. Please ask the facilitator."),
    WhyNotJoined.EXPIRED: N_("That took a little long. Please enter the word once more."),
    WhyNotJoined.TAKEN: N_("Another device is there already. The facilitator can free the place."),
    WhyNotJoined.UNKNOWN_PLACE: N_("This place is no more. Choose another one."),
    WhyNotJoined.GONE: N_("The sharing is over."),
    WhyNotJoined.OFF_RECORD: N_("The pen is down in the room: nothing is written down now."),
    WhyNotJoined.NOT_BEGUN: N_("The session has not begun yet. What you write arrives when it has."),
    WhyNotJoined.LATE: N_("The session is closed."),
    WhyNotJoined.REFUSED: N_("The facilitator’s laptop does not take this sheet. Bring it as a file."),
}
_SENDING: Mapping[Sending, str] = {
    Sending.ARRIVES: N_("It arrives"),
    Sending.WAITS: N_("Just now the laptop can’t be heard. Go on: nothing is lost."),
    Sending.ELSEWHERE: N_(
        "Just now another device answers at the address of the room. It is told nothing. Go on: nothing is lost."
    ),
    Sending.OFF_RECORD: N_("The pen is down in the room: nothing is written down now."),
    Sending.NOT_BEGUN: N_("The session has not begun yet. What you write arrives when it has."),
    Sending.LATE: N_("The session is closed. What is not there yet is in this sheet: bring it as a file."),
    Sending.OVER: N_("The sharing is over. What is not there yet is in this sheet: bring it as a file."),
}


def why_not_joined(error: NotJoined, words: Catalogue) -> str:
    """Why a laptop did not get in, and what to do."""
    if error.why is WhyNotJoined.WAIT:
        return words.say(_WHY_NOT[error.why], n=max(1, round(error.seconds)))
    return words.say(_WHY_NOT[error.why])


def how_it_stands(sending: Sending, words: Catalogue) -> str:
    """Whether what is written here arrives."""
    return words.say(_SENDING[sending])
