"""The card on the wall that says how phones, tablets and laptops join the room's notes, and why a browser will warn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import segno

from coprod.present.room import Invitation, Kind, Pair, RoomView, Run

if TYPE_CHECKING:
    from coprod.present.speech import Speech


@dataclass(frozen=True, slots=True)
class Joining:
    """What is shared now. `address`: host and port; `kana`, `roman`: the word of the day; `wifi`: its name, or "".

    `everyone`: the word for participants, in kana and in Latin letters, where the room wants them to join; `known`:
    whether browsers know the certificate, as they do one of the organisation's own.
    """

    address: str
    kana: str
    roman: str
    wifi: str = ""
    everyone: tuple[str, str] | None = None
    known: bool = False

    @property
    def url(self) -> str:
        """What a camera reads: the page, and nothing that lets anybody in."""
        return f"https://{self.address}/"


def squares(text: str) -> tuple[str, ...]:
    """A text as a QR code that a quarter of may be hidden: its rows, without the quiet edge."""
    code = segno.make(text, error="q", micro=False)
    return tuple("".join(str(int(bool(dark))) for dark in row) for row in code.matrix)


def join_view(joining: Joining, speech: Speech, *, everyone: bool = False) -> RoomView:
    """The card, in the languages of the session: of note-takers, or with their own word of `everyone`."""
    say, word = speech.say, (joining.kana, joining.roman)
    if everyone and joining.everyone is not None:
        word = joining.everyone
    steps = [
        say("Join the Wi-Fi “{name}”", name=joining.wifi)
        if joining.wifi
        else say("Join the Wi-Fi of this room"),
        say("Point your camera at the code"),
    ]
    if not joining.known:
        steps.append(say("“Not secure”? “Advanced” leads on"))
    steps.append(say("Enter the word of the day"))
    return RoomView(
        Kind.JOIN,
        where=say("For everyone in the room") if everyone else say("For note-takers"),
        foot=say("No word leaves this room")
        if joining.known
        else say("It says so: the key was made here. No word leaves this room"),
        invitation=Invitation(tuple(steps), _word(word, speech), squares(joining.url), joining.address),
    )


def _word(word: tuple[str, str], speech: Speech) -> Pair:
    """The word in kana where Japanese is spoken, and in Latin letters for everybody."""
    kana = (Run("ja", word[0]),) if any(one.lang == "ja" for one in speech.catalogues) else ()
    return (*kana, Run("en", word[1]))
