"""A text with a line for each of its sentences, for those who read more easily so. Pure; nothing is left out."""

from __future__ import annotations

import re

_CLOSING = "」』）〕］｝〉》】”’\\])"
_SHORT = "Mr|Mrs|Ms|Dr|Prof|St|No|vs|etc|e\\.g|i\\.e|[A-Z]"  # what a stop follows that ends no sentence
_END = re.compile(
    f"(?<=。)(?![。！？ \\u3000{_CLOSING}\\n])|(?<=[！？])(?![。！？とっ \\u3000{_CLOSING}\\n])"
    f"|(?<=[。！？])[ \\u3000]+(?!\\n)|(?<=[。！？][{_CLOSING}])(?=[「『（“])"
    f"|(?<=[.!?])[ \\u3000]+(?![a-z\\n])|(?<=[.!?][{_CLOSING}])[ \\u3000]+(?![a-z\\n])"
)
_SHORTENED = re.compile(f"(?:^|[^\\w.])(?:{_SHORT})\\.$")


def by_sentence(text: str) -> str:
    """Begin a line after each sentence; the space between two stays at the end of the first."""
    parts, begun = [], 0
    for found in _END.finditer(text):
        if 0 < found.end() < len(text) and not _SHORTENED.search(text[begun : found.start()]):
            parts.append(text[begun : found.end()])
            begun = found.end()
    return "\n".join([*parts, text[begun:]])
