"""What pages send, as it must be: anything else is refused before anybody looks at it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeVar

import msgspec
from msgspec import Meta, Struct

from coprod.domain.terms import NoteKind, Visibility
from coprod.service.sharing.room import Sent, WishKind

if TYPE_CHECKING:
    from starlette.requests import Request

T = TypeVar("T")

Short = Annotated[str, Meta(max_length=200)]
Id = Annotated[str, Meta(pattern="^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\Z")]
Language = Annotated[str, Meta(pattern="^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\\Z", max_length=35)]
Texts = Annotated[dict[Language, str], Meta(min_length=1, max_length=3)]


class BadBody(Exception):
    """Not what was asked for."""


class Word(Struct, forbid_unknown_fields=True):
    """The word of the day, as somebody typed it."""

    word: Short


class Place(Struct, forbid_unknown_fields=True):
    """The place that a ticket is for; "" for a participant without a name."""

    ticket: Short
    place: Short = ""


class Note(Struct, forbid_unknown_fields=True):
    """A note of a group."""

    id: Id
    texts: Texts
    original: Language
    who: Annotated[list[Short], Meta(max_length=50)] = []
    kind: NoteKind = NoteKind.CONTRIBUTION
    visibility: Visibility = Visibility.MINUTES
    minority: bool = False
    item: Short = ""

    def sent(self) -> Sent:
        """The same for the room."""
        return Sent(
            self.id,
            self.texts,
            self.original,
            tuple(self.who),
            self.kind,
            self.visibility,
            self.minority,
            self.item,
        )


class Bytes(Struct, forbid_unknown_fields=True):
    """Bytes of a laptop, in base 64."""

    data: Annotated[str, Meta(max_length=5 * 1024 * 1024)]


class CheckInWord(Struct, forbid_unknown_fields=True):
    """A word for the check-in."""

    id: Id
    texts: Texts
    original: Language
    item: Short = ""

    def sent(self) -> Sent:
        """The same for the room."""
        return Sent(self.id, self.texts, self.original, item=self.item)


class WishSent(Struct, forbid_unknown_fields=True):
    """A wish."""

    id: Id
    wish: WishKind


class MessageSent(Struct, forbid_unknown_fields=True):
    """A quiet message to a support person."""

    id: Id
    to: Short
    text: Annotated[str, Meta(min_length=1, max_length=1000)]


async def body(request: Request, kind: type[T]) -> T:
    """The body of a request. Raises BadBody; TooBig and TooSlow come through."""
    try:
        return msgspec.json.decode(await request.body(), type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise BadBody from None
