"""Where things lie: what is bundled with the program, and where a person's own data goes."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TypeAlias

Place: TypeAlias = "Path | str"
"""Where a store is: a path on this machine, or the address of a server, which begins with its kind."""

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://|postgres[a-z0-9+]*:", re.IGNORECASE)
_PACKAGE = Path(__file__).resolve().parent


def bundle() -> Path:
    """The folder that holds `resources/` and `translations/`: frozen program, installed wheel or checkout."""
    frozen = getattr(sys, "_MEIPASS", None)
    places = ([Path(frozen)] if frozen else []) + [_PACKAGE / "_data", _PACKAGE.parent]
    for place in places:
        if (place / "resources").is_dir():
            return place
    message = f"Coprod's resources are missing; looked in {', '.join(map(str, places))}. Install it again."
    raise FileNotFoundError(message)


def resources() -> Path:
    """Fonts, icons, themes, libraries and the sample session."""
    return bundle() / "resources"


def translations() -> Path:
    """The catalogues, one per language."""
    return bundle() / "translations"


def data_home() -> Path:
    """The person's own folder for stores; not created here."""
    import platformdirs  # noqa: PLC0415 - the windows paint before they know where the store is

    return platformdirs.user_data_path("coprod", appauthor=False)


def place(given: str) -> Place:
    """A place as somebody typed it. What looks like an address is never a file: a password may stand in it."""
    return given if _ADDRESS.match(given) else Path(given)
