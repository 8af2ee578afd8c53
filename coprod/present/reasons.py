"""Why something asked for at home could not be done: one sentence that says what, where and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.present.refusals import failure
from coprod.service.exchange.bad import BadFile
from coprod.service.ports import StoreFailed

if TYPE_CHECKING:
    from coprod.i18n import Catalogue


def reason(error: Exception, words: Catalogue) -> str:
    """Word an error that a person can do something about. Raises any other again: that is a bug."""
    if isinstance(error, BadFile):
        return words.say(
            "This file was not brought in: {place} {reason}. Put it right and try again.",
            place=error.place,
            reason=error.reason,
        )
    if isinstance(error, StoreFailed):
        return failure(error.code, words)
    if isinstance(error, OSError):
        return words.say(
            "The file could not be written ({why}). Choose another place or make room.",
            why=error.strerror or "",
        )
    raise error
