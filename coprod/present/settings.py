"""How windows and wall look on this machine: what can be chosen, and each choice in words. No fact of the session."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from coprod.i18n import N_
from coprod.present.side import Row
from coprod.present.texts import Said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coprod.i18n import Catalogue

THEMES: Mapping[str, str] = {"light": N_("Light"), "dark": N_("Dark"), "contrast": N_("High contrast")}
"""The themes that can be chosen, in words."""

SIZES = (100, 125, 150, 200)
"""The sizes of text that can be chosen, in percent."""

_NAMES: Mapping[str, str] = {
    "theme": N_("Colours of the windows"),
    "text": N_("Text size of the windows"),
    "wall_theme": N_("Colours of the wall"),
    "wall_text": N_("Text size of the wall"),
    "reduced_motion": N_("Less motion"),
}


@dataclass(frozen=True, slots=True)
class Looks:
    """What was chosen; sizes in percent. The names are those of the settings."""

    theme: str = "light"
    text: int = 100
    wall_theme: str = "light"
    wall_text: int = 100
    reduced_motion: bool = False


def looks_of(values: Mapping[str, object]) -> Looks:
    """Read what was kept; what cannot be chosen is as it was at the beginning."""
    looks = Looks()
    for one in fields(Looks):
        kept = str(values.get(one.name, "")).lower()
        found = next((each for each in _choices(one.name) if str(each).lower() == kept), None)
        if found is not None:
            looks = replace(looks, **{one.name: found})  # type: ignore[arg-type]
    return looks


def turned(looks: Looks, name: str) -> Looks:
    """Choose the next of what can be chosen; after the last comes the first."""
    choices = _choices(name)
    place = choices.index(getattr(looks, name))
    return replace(looks, **{name: choices[(place + 1) % len(choices)]})  # type: ignore[arg-type]


def looks_rows(looks: Looks, words: Catalogue) -> tuple[Row, ...]:
    """Show each setting with what is chosen."""
    return tuple(
        Row(name, "", (Said(words.lang, words.say(says)),), _value(getattr(looks, name), words))
        for name, says in _NAMES.items()
    )


def _choices(name: str) -> tuple[object, ...]:
    if name == "reduced_motion":
        return (False, True)
    return SIZES if name in {"text", "wall_text"} else tuple(THEMES)


def _value(value: object, words: Catalogue) -> str:
    if isinstance(value, bool):
        return words.say("On") if value else words.say("Off")
    return words.say(THEMES[value]) if isinstance(value, str) else f"{value} %"
