"""What the console tells of an organisation's server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coprod.i18n import Catalogue

_TROUBLE: Mapping[str, str] = {
    "login": N_(
        "The server doesn’t take this login any more. Everything is kept here; please ask whoever runs it."
    ),
    "readonly": N_(
        "The server doesn’t let this login write. Everything is kept here; please ask whoever runs it."
    ),
    "certificate": N_(
        "The server’s certificate is not the right one: nothing was told to it. Everything is kept here; please ask "
        "whoever runs it."
    ),
    "another": N_(
        "Another server is there than before: nothing was sent to it. Everything is kept here; please ask whoever runs "
        "it."
    ),
    "newer": N_(
        "The server has a newer Coprod. Everything is kept here; it is sent once this one is new, too."
    ),
    "full": N_(
        "A disk is full, and nothing can be sent just now. What is kept here stays; please ask whoever runs the server."
    ),
    "away": N_("The server is away. Everything is kept here, and sent later."),
}
"""By the codes of StoreFailed."""

_ELSE = N_(
    "Not everything can be sent to the server just now. Everything is kept here, and it is tried again."
)
_THERE_AGAIN = N_("The server is there again; everything arrives.")


def of_the_server(trouble: str, words: Catalogue) -> str:
    """What is told when it changes: `trouble` is the code of a StoreFailed, "" that there is none any more."""
    return words.say(_TROUBLE.get(trouble, _ELSE) if trouble else _THERE_AGAIN)
