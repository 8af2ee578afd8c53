"""What is offered while somebody writes: @ finds a person, / a kind of note."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coprod.domain.alike import folded
from coprod.domain.rounds import seated
from coprod.domain.terms import NoteKind
from coprod.i18n import LANGUAGES, Catalogue
from coprod.present.marks import mark_of
from coprod.present.notes import Option
from coprod.present.voices import called
from coprod.vocabulary import NOTES

if TYPE_CHECKING:
    from coprod.domain.parts import Participant
    from coprod.domain.state import State
    from coprod.present.texts import Texts

PERSON, KIND = "@", "/"
MOST = 9
"""No more are offered at once."""

_WHO, _KIND = r"(?P<who>(?<![0-9A-Za-z._-])[@＠])", r"(?P<kind>(?:(?<=[\s。、.,:])|^)[/／])"
_ASKED = re.compile(rf"(?:{_WHO}|{_KIND})(?P<query>[^\s@＠/／]{{0,24}})$")


@dataclass(frozen=True, slots=True)
class Asked:
    """A sign and what was typed after it; `length`: how many characters that is, with the sign."""

    sign: str
    query: str
    length: int


def asked(before: str) -> Asked | None:
    """What is asked for by the text before the cursor; nothing in an address or a fraction."""
    found = _ASKED.search(before)
    if found is None:
        return None
    return Asked(PERSON if found["who"] else KIND, found["query"], len(found[0]))


def suggestions(asked: Asked, state: State, texts: Texts, words: Catalogue) -> tuple[Option, ...]:
    """What is called like that, the best first."""
    query = folded(asked.query)
    offered = _people(state, texts) if asked.sign == PERSON else _kinds(words)
    found = [
        (not any(name.startswith(query) for name in names), place, option)
        for place, (option, names) in enumerate(offered)
        if any(query in name for name in names)
    ]
    return tuple(option for *_, option in sorted(found, key=lambda one: one[:2])[:MOST])


def _people(state: State, texts: Texts) -> list[tuple[Option, list[str]]]:
    return [
        (
            Option(who, called(state, who, texts), chosen=False, mark=mark_of(state.standpoints(who))),
            _names(state.participants[who], texts),
        )
        for who in seated(state)
    ]


def _names(person: Participant, texts: Texts) -> list[str]:
    known = (*texts.prose(person.called).values(), *texts.prose(person.reading).values())
    return [folded(name) for name in (*known, *texts.prose(person.key).values())]


def _kinds(words: Catalogue) -> list[tuple[Option, list[str]]]:
    everywhere = [Catalogue(lang) for lang in LANGUAGES]
    return [
        (
            Option(kind.value, words.say(NOTES[kind]), chosen=False, hint=f"Alt+{number}"),
            [folded(each.say(NOTES[kind])) for each in everywhere],
        )
        for number, kind in enumerate(NoteKind, start=1)
    ]
