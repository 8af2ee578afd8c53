"""What is being written, as text that is kept until it is a note: so that a crash loses no word."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from coprod.domain.terms import Attribution, NoteKind, Standpoint, Visibility
from coprod.present.notes import Composed, change_of

if TYPE_CHECKING:
    from coprod.domain.state import State
    from coprod.present.texts import Texts


def to_text(composed: Composed | None) -> str:
    """A composer as text; "" where no word stands in it."""
    if composed is None or not any(body.strip() for body in composed.texts.values()):
        return ""
    return json.dumps(
        {
            "lang": composed.lang,
            "who": composed.who,
            "standpoints": composed.standpoints,
            "texts": dict(composed.texts),
            "first": composed.first,
            "kind": composed.kind,
            "visibility": composed.visibility,
            "minority": composed.minority,
            "owner": composed.owner,
            "due": composed.due,
            "attribution": composed.attribution,
            "group": composed.group,
            "note": composed.note,
            "base": composed.base,
        },
        ensure_ascii=False,
    )


def of_text(text: str, state: State, texts: Texts) -> Composed | None:
    """Take up what was begun; people who are gone are not named. None where it can't be read, or was kept since."""
    try:
        composed = _read(json.loads(text), state, texts)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    latest = [texts.prose(note.content.text) for note in state.notes()[-3:]]
    written = {lang: body.strip() for lang, body in composed.texts.items() if body.strip()}
    return None if not written or (not composed.note and written in latest) else composed


def _read(found: dict[str, Any], state: State, texts: Texts) -> Composed:
    note, group = state.note(str(found["note"])), str(found.get("group", ""))
    return Composed(
        lang=str(found["lang"]),
        who=tuple(who for who in found["who"] if who in state.participants),
        standpoints=tuple(Standpoint(one) for one in found["standpoints"]),
        texts={str(lang): str(body) for lang, body in found["texts"].items()},
        first=str(found["first"]),
        kind=NoteKind(found["kind"]),
        visibility=Visibility(found["visibility"]),
        minority=bool(found["minority"]),
        owner=str(found["owner"]),
        due=str(found["due"]),
        attribution=Attribution(found["attribution"]) if found["attribution"] else None,
        group=group if group in state.groups else "",
        note=note.entry if note else "",
        base=str(found["base"]) if note else "",
        draft=change_of(state, note, texts).draft if note else None,
    )
