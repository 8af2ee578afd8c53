"""What each text of a session is called while it is translated: a key that stays when its words change."""

from __future__ import annotations

from enum import StrEnum


class TextKind(StrEnum):
    """What a text is. `QUESTION`: of an agenda item; `PROMPT`: one of its several; `EASY`: words of a note."""

    TITLE = "title"
    PROGRAMME = "programme"
    PLACE = "place"
    PURPOSE = "purpose"
    LABEL = "label"
    GUIDELINE = "guideline"
    ITEM = "item"
    QUESTION = "question"
    PROMPT = "prompt"
    NOTE = "note"
    OWNER = "owner"
    REASON = "reason"
    EASY = "easy"
    NEXT_PLACE = "next-place"
    NEXT_TEXT = "next-text"


def key_of(kind: TextKind, id: str = "") -> str:
    """The key of a text: its kind, and of what it is; of the session itself the kind alone."""
    return f"{kind.value}.{id}" if id else kind.value


def parts_of(key: str) -> tuple[TextKind, str] | None:
    """The kind and the id in a key; None where it is the key of no text."""
    kind, _, id = key.partition(".")
    return (TextKind(kind), id) if kind in set(TextKind) else None
