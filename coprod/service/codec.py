"""How the body of a fact is written down: a kind, which is a versioned name, and JSON.

A kind, once in a log, keeps its name and its fields for ever, whatever its class is called later: a new meaning is a
new kind. That is why the names stand here, and are not made from those of the classes.
"""

from __future__ import annotations

import msgspec

from coprod.domain import facts

KINDS: dict[type[facts.Body], str] = {
    facts.Described: "described/1",
    facts.Started: "started/1",
    facts.Closed: "closed/1",
    facts.Reopened: "reopened/1",
    facts.ItemAdded: "item-added/1",
    facts.ItemChanged: "item-changed/1",
    facts.ItemMoved: "item-moved/1",
    facts.ItemRemoved: "item-removed/1",
    facts.GuidelinesOffered: "guidelines-offered/1",
    facts.GuidelinesListed: "guidelines-listed/1",
    facts.ParticipantAdded: "participant-added/1",
    facts.ParticipantChanged: "participant-changed/1",
    facts.ParticipantMoved: "participant-moved/1",
    facts.ParticipantRemoved: "participant-removed/1",
    facts.WishStated: "wish-stated/1",
    facts.ConsentStated: "consent-stated/1",
    facts.Withdrawn: "withdrawn/1",
    facts.Erased: "erased/1",
    facts.SheetBegun: "sheet-begun/1",
    facts.GroupFormed: "group-formed/1",
    facts.GroupDissolved: "group-dissolved/1",
    facts.ItemOpened: "item-opened/1",
    facts.RoundBegun: "round-begun/1",
    facts.TurnBegun: "turn-begun/1",
    facts.TurnPassed: "turn-passed/1",
    facts.PauseBegun: "pause-begun/1",
    facts.NoteKept: "note-kept/1",
    facts.Arrived: "arrived/1",
    facts.Left: "left/1",
    facts.Moved: "moved/1",
    facts.StandpointDeclared: "standpoint-declared/1",
    facts.GuidelineTouched: "guideline-touched/1",
    facts.PromptAsked: "prompt-asked/1",
    facts.NoteReleased: "note-released/1",
    facts.NoteRetracted: "note-retracted/1",
    facts.NotesLinked: "notes-linked/1",
    facts.TurnEnded: "turn-ended/1",
    facts.PauseEnded: "pause-ended/1",
    facts.EntryCorrected: "entry-corrected/1",
    facts.NoteChanged: "note-changed/1",
    facts.NoteTranslated: "note-translated/1",
    facts.NoteConfirmed: "note-confirmed/1",
    facts.NoteShared: "note-shared/1",
    facts.NoteTakenOut: "note-taken-out/1",
    facts.ActionMoved: "action-moved/1",
    facts.Approved: "approved/1",
    facts.Issued: "issued/1",
    facts.EditionIssued: "edition-issued/1",
    facts.CheckAnswered: "check-answered/1",
    facts.CompanyWished: "company-wished/1",
    facts.GroupCalled: "group-called/1",
    facts.GroupRemoved: "group-removed/1",
    facts.HandLowered: "hand-lowered/1",
    facts.HandRaised: "hand-raised/1",
    facts.ItemExtended: "item-extended/1",
    facts.OrderChosen: "order-chosen/1",
    facts.ReturnPlanned: "return-planned/1",
    facts.TimeChosen: "time-chosen/1",
    facts.Voided: "voided/1",
}

_encode = msgspec.json.Encoder().encode
_DECODERS = {kind: msgspec.json.Decoder(cls) for cls, kind in KINDS.items()}


class UnknownKind(Exception):
    """A fact of a kind that this version of the program doesn't know: a newer one wrote it."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class Unreadable(Exception):
    """A fact whose JSON is not what its kind says: it was damaged."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


def encode(body: facts.Body) -> tuple[str, bytes]:
    """The kind of a body, and its JSON in UTF-8."""
    return KINDS[type(body)], _encode(body)


def decode(kind: str, data: bytes | str) -> facts.Body:
    """The body that was encoded. Raises UnknownKind, or Unreadable."""
    decoder = _DECODERS.get(kind)
    if decoder is None:
        raise UnknownKind(kind)
    try:
        return decoder.decode(data)
    except (msgspec.MsgspecError, UnicodeError):
        raise Unreadable(kind) from None  # msgspec's own message may quote what it read
