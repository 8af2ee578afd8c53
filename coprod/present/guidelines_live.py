"""The guidelines while the room looks on: what stands, what is proposed, and how each came to its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coprod.domain.facts import GuidelineTouched
from coprod.domain.terms import GuidelineChange, Phase
from coprod.i18n import LANGUAGES, N_, Catalogue
from coprod.present.flow import clock_time
from coprod.present.side import Row
from coprod.present.texts import Said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coprod.domain.parts import Guideline, Text
    from coprod.domain.state import State
    from coprod.present.texts import Texts

_CHANGES: Mapping[GuidelineChange, str] = {
    GuidelineChange.PROPOSED: N_("Proposed"),
    GuidelineChange.CHANGED: N_("In other words"),
    GuidelineChange.AGREED: N_("Agreed"),
    GuidelineChange.DROPPED: N_("Let go"),
}


@dataclass(frozen=True, slots=True)
class Field:
    """Where the words of one language are written: the language, its name, the words that stand."""

    lang: str
    name: str
    body: str


@dataclass(frozen=True, slots=True)
class Version:
    """What became of a guideline at a time of day, and its words where they were new."""

    time: str
    what: str
    texts: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class GuidelinesView:
    """The list, the one that is open ("" for a new one), where its words are written, and how they came about."""

    rows: tuple[Row, ...]
    opened: str
    head: str
    fields: tuple[Field, ...]
    history: tuple[Version, ...]
    proposed: bool


def guidelines_view(state: State, texts: Texts, words: Catalogue, opened: str = "") -> GuidelinesView:
    """Show the guidelines; one that is no longer there is not open."""
    known = (*state.guidelines, *state.proposals)
    one = next((each for each in known if each.id == opened), None)
    place = known.index(one) + 1 if one else 0
    return GuidelinesView(
        rows=tuple(
            _row(number, each, state, texts, words, agreed=number <= len(state.guidelines))
            for number, each in enumerate(known, start=1)
        ),
        opened=one.id if one else "",
        head=words.say("Guideline {n}", n=place) if one else words.say("One more guideline"),
        fields=_fields(one.text if one else (), state, texts),
        history=_history(one.id, state, texts, words) if one else (),
        proposed=bool(state.proposals) and state.phase is Phase.OPEN,
    )


def _row(number: int, one: Guideline, state: State, texts: Texts, words: Catalogue, *, agreed: bool) -> Row:
    said, since = texts.said(one.text), _since(one.id, state, words)
    standing = words.say("Agreed") if agreed else words.say("Proposed")
    tail = words.say("{standing}, {time}", standing=standing, time=since) if since else standing
    beside = texts.beside(one.text)
    return Row(one.id, str(number), tuple(text for text in (said, beside) if text.body), tail)


def _since(guideline: str, state: State, words: Catalogue) -> str:
    """When it was last agreed, proposed or put in other words."""
    touched = [each for each in _touches(guideline, state) if each.at is not None]
    return clock_time(state, words, touched[-1].at) if touched else ""


def _fields(text: Text, state: State, texts: Texts) -> tuple[Field, ...]:
    stands = {lang: texts.words[words].body for lang, words in text if words in texts.words}
    languages = state.description.languages if state.description else ()
    offered = dict.fromkeys((*languages, *stands))
    return tuple(Field(lang, LANGUAGES.get(lang, lang), stands.get(lang, "")) for lang in offered)


def _history(guideline: str, state: State, texts: Texts, words: Catalogue) -> tuple[Version, ...]:
    """How it came to its words, the newest first."""
    return tuple(
        Version(
            clock_time(state, words, each.at),
            words.say(_CHANGES[each.change]),
            tuple(text for text in (texts.said(each.text), texts.beside(each.text)) if text.body),
        )
        for each in reversed(_touches(guideline, state))
    )


def _touches(guideline: str, state: State) -> list[GuidelineTouched]:
    entries = state.record.values()
    return [one for one in entries if isinstance(one, GuidelineTouched) and one.guideline == guideline]
