"""The invented sessions as plain JSON, and the words of their format; none of the product's code."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

REPO = Path(__file__).parent.parent
DATA = REPO / "tests" / "data"
SAMPLE = REPO / "resources" / "sample"

Object = dict[str, Any]

KEYS = {
    "session": "format version minor id programme title languages state zone place purpose planned started ended"
    " previous next labels participants guidelines groups agenda record approved issued",
    "programme": "id title number cohort",
    "planned": "start end",
    "next": "start place text",
    "participant": "key person called reading label languages standpoints discipline parts attribution attendance"
    " listed wall consents",
    "consent": "to at given",
    "guideline": "key text",
    "group": "key name members",
    "item": "key kind title prompt prompts minutes",
    "prompt": "key text",
    "translation": "state by checked_by",
    "approved": "part at",
    "issued": "number edition at sha256",
    "record item": "item at",
    "record turn": "who item at until",
    "record pass": "who item at how",
    "record pause": "kind at until",
    "record note": "number kind who standpoints item at until text original translations wording confirmed minority"
    " share visibility attribution owner owner_text due status reason easy",
    "record arrive": "who at how",
    "record leave": "who at",
    "record move": "who at",
    "record standpoint": "who standpoints at",
    "record guideline": "guideline change text at",
    "record prompt": "item prompt at",
    "record round": "item number order at",
    "record release": "note at",
    "record retract": "note at",
    "record link": "from to as",
}
"""Every object of the format and its keys; each record has those of `EVERY_RECORD` too."""

EVERY_RECORD = {"type", "id", "by", "group"}

INSIDE = {
    ("session", "programme"): "programme",
    ("session", "planned"): "planned",
    ("session", "next"): "next",
    ("session", "participants"): "participant",
    ("session", "guidelines"): "guideline",
    ("session", "groups"): "group",
    ("session", "agenda"): "item",
    ("session", "record"): "record",
    ("session", "approved"): "approved",
    ("session", "issued"): "issued",
    ("participant", "consents"): "consent",
    ("item", "prompts"): "prompt",
}

STANDPOINTS = "peer professional family community other"
WORDS = {
    ("session", "state"): "planned open closed",
    ("participant", "standpoints"): STANDPOINTS,
    ("participant", "parts"): "facilitator co-facilitator note-taker timekeeper supporter",
    ("participant", "attribution"): "named discipline standpoint anonymous",
    ("participant", "attendance"): "present online part absent",
    ("participant", "listed"): "name count",
    ("participant", "wall"): "name none",
    ("consent", "to"): "record minutes archive review recognised",
    (
        "item",
        "kind",
    ): "welcome guidelines check-in roundtable small-groups share-back break reflection check-out other",
    ("record pass", "how"): "pass later written",
    ("record pause", "kind"): "breath silence break",
    ("record note", "kind"): "contribution experience question concern idea decision action difference"
    " held-over",
    ("record note", "visibility"): "room minutes review",
    ("record note", "attribution"): "named discipline standpoint anonymous",
    ("record note", "wording"): "verbatim summary",
    ("record note", "status"): "open done partly not-done declined",
    ("record guideline", "change"): "proposed changed agreed dropped",
    ("record round", "order"): "seated last drawn alternating open",
    ("record link", "as"): "answers leads-to outcome-of told-back",
    ("translation", "state"): "machine draft checked confirmed",
}
"""Where one of a few words stands, and which they are."""


def load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def sessions() -> list[Path]:
    return sorted([*DATA.glob("*.coprod.json"), *SAMPLE.glob("*.coprod.json")])


def of_type(session: Object, kind: str) -> list[Object]:
    return [one for one in session["record"] if one["type"] == kind]


def texts_of(value: Any) -> list[dict[str, str]]:
    """Every text in two languages, or in one of the two."""
    if isinstance(value, list):
        return [text for one in value for text in texts_of(one)]
    if not isinstance(value, dict):
        return []
    if value and set(value) <= {"ja", "en"} and all(isinstance(one, str) for one in value.values()):
        return [value]
    kept = {key: one for key, one in value.items() if key != "translations"}
    return [text for one in kept.values() for text in texts_of(one)]


def parts(kind: str, value: Object) -> list[tuple[str, Object]]:
    """Every object in `value` with what it is, itself first; texts are no objects of the format."""
    name = f"record {value['type']}" if kind == "record" else kind
    found = [(name, value)]
    for key, inner in value.items():
        if (kind, key) in INSIDE:
            for one in inner if isinstance(inner, list) else [inner]:
                found += parts(INSIDE[kind, key], one)
    states = value.get("translations", {}).values()
    return found + [("translation", one if isinstance(one, dict) else {"state": one}) for one in states]


def every_part() -> list[tuple[str, Object]]:
    return [part for path in sessions() for part in parts("session", load(path))]
