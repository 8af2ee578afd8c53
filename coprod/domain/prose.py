"""What a text may be: its limits, and the characters that would hide or turn round what is read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeAlias

Prose: TypeAlias = Mapping[str, str]
"""One text in its languages: language to body; "" is the language of a text that has none (a called name)."""

TITLE_LIMIT = 300
"""Characters of a title, a name, a called name."""
TEXT_LIMIT = 20_000
"""Characters of any other text."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


def forbidden(body: str) -> str | None:
    """The first character of `body` that no text may hold: controls but newline and tab, surrogates, bidi overrides."""
    found = _FORBIDDEN.search(body)
    return found.group() if found else None
