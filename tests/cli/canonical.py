"""What a session file says, by the page that describes the format and by none of the product's code."""

from __future__ import annotations

from typing import Any

DEFAULTS: dict[str, dict[str, Any]] = {
    "session": {"minor": 0, "state": "closed"},
    "participant": {"attribution": "standpoint", "listed": "count"},
    "pass": {"how": "pass"},
    "note": {"visibility": "minutes", "status": "open"},
}


def canonical(session: dict[str, Any]) -> dict[str, Any]:
    """A session with its defaults filled in, and without empty lists and objects; `id` stands apart."""
    said = {
        **session,
        "participants": [{**DEFAULTS["participant"], **one} for one in session["participants"]],
        "record": [_record(one) for one in session["record"]],
    }
    said.pop("id", None)
    full: dict[str, Any] = _without_empties({**DEFAULTS["session"], **said})
    return full


def _record(one: dict[str, Any]) -> dict[str, Any]:
    full = {**DEFAULTS.get(one["type"], {}), **one}
    if one["type"] == "note":
        text = one["text"]
        full.setdefault("original", next(iter(text)) if len(text) == 1 else "none is called a translation")
        states: dict[str, Any] = dict.fromkeys(sorted(set(text) - {full["original"]}), "draft")
        for lang, state in one.get("translations", {}).items():
            states[lang] = {"state": "draft", **state} if isinstance(state, dict) else state
        full["translations"] = {lang: _shortest(state) for lang, state in states.items()}
    return full


def _shortest(state: Any) -> Any:
    return "draft" if state == {"state": "draft"} else state


def _without_empties(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_empties(one) for one in value]
    if not isinstance(value, dict):
        return value
    kept = {key: _without_empties(one) for key, one in value.items()}
    return {key: one for key, one in kept.items() if one not in ([], {})}
