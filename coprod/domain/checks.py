"""What is looked at before minutes are issued: each finding leads to its place, and a person decides about it.

A finding is about the document that would be issued, so what is in no edition is never found. It holds places and
kinds; the only words in it are those that somebody would have to look for: a name, or a term.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from coprod.domain.alike import folded
from coprod.domain.answering import reason_for
from coprod.domain.languages import fitting
from coprod.domain.minutes import minutes
from coprod.domain.minutes_doc import lines_of
from coprod.domain.terms import Attribution, Edition, Finding, Shown, TranslationState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from coprod.domain.facts import NoteKept
    from coprod.domain.minutes_doc import Line, MinutesDoc, Wording
    from coprod.domain.parts import Participant
    from coprod.domain.state import State


class Kind(StrEnum):
    """Where a finding is: in a note, or in a text of the session that is no note."""

    NOTE = "note"
    TITLE = "title"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Check:
    """One finding. `note`: its id, where it is in one; `lang`: in which language, "" in all; `found`: what is there.

    `about`: whom it is about, by id: those who are named, or who have not confirmed. `because`: the reason why somebody
    leaves it as it is; "" as long as it is open.
    """

    finding: Finding
    kind: Kind
    note: str = ""
    lang: str = ""
    found: str = ""
    about: tuple[str, ...] = ()
    because: str = ""


SHORT = 2
"""A name of one character alone is looked for only where it is spoken to: 望さん."""
_UNSURE: Mapping[TranslationState | None, Finding] = {
    TranslationState.MACHINE: Finding.MACHINE,
    TranslationState.DRAFT: Finding.DRAFT,
}
_POLITE = r"(?:さん|様|さま|氏|君|くん|ちゃん|先生|씨|님)"


def checks(
    doc: MinutesDoc, state: State, words: Mapping[str, str], terms: Sequence[tuple[str, str]] = ()
) -> tuple[Check, ...]:
    """All findings, in the order of the page. `terms`: language and word of the organisation's wording list."""
    people = state.participants.values()
    names = _called((one.id, name) for one in people for name in _hidden_names(one, words))
    named = _called((one.id, name) for one in people for name in _names(one, words))
    found: list[Check] = []
    if doc.small_room:
        found.append(Check(Finding.SMALL_ROOM, Kind.TEXT))
    for kind, wording in _texts(doc):
        found += _names_in(wording, names, Check(Finding.NAME, kind))
        found += _terms_in(wording, terms, kind)
    found += dict.fromkeys(_untranslated(doc))
    for line, note in [(one, note) for one in lines_of(doc) if (note := state.note(one.note))]:
        found += _of_note(doc, line, note)
        found += _names_in(line.wording, names, Check(Finding.NAME, Kind.NOTE, line.note))
        found += _one_sided(doc, line, named)
        found += [] if note.content.who else _terms_in(line.wording, terms, Kind.NOTE, line.note)
    if doc.edition is Edition.EASY:
        found += _without_easy_words(doc, minutes(state, words, doc.languages))
    return tuple(_answered(one, state, words) for one in found)


def names_in(text: str, state: State, words: Mapping[str, str]) -> tuple[str, ...]:
    """The names of people who asked for none that stand in a text, such as the name of a file."""
    known = (name for one in state.participants.values() for name in _hidden_names(one, words))
    return tuple(dict.fromkeys(name for name in known if _Sought.of(name).stands_in(folded(text))))


def _answered(check: Check, state: State, words: Mapping[str, str]) -> Check:
    because = reason_for(state, words, (check.finding, check.note, check.lang, check.about))
    return replace(check, because=because) if because else check


def _untranslated(doc: MinutesDoc) -> Iterator[Check]:
    """In which languages a title, or another text beside the notes, has no words."""
    for kind, wording in _texts(doc):
        there = [lang for lang, body in wording.bodies.items() if body.strip()]
        for lang in doc.languages if "" not in there else ():
            if fitting(lang, there) is None:
                yield Check(Finding.UNTRANSLATED, kind, lang=lang)


def _of_note(doc: MinutesDoc, line: Line, note: NoteKept) -> Iterator[Check]:
    wording = line.wording
    for lang in doc.languages:
        own = fitting(lang, wording.bodies)
        if own is None or not wording.bodies[own].strip():
            yield Check(Finding.UNTRANSLATED, Kind.NOTE, line.note, lang)
        elif finding := _UNSURE.get(wording.state(own)):
            yield Check(finding, Kind.NOTE, line.note, lang)
    waited_for = tuple(who for who in note.content.who if who not in note.content.confirmed)
    if waited_for:
        yield Check(Finding.UNCONFIRMED, Kind.NOTE, line.note, about=waited_for)
    action = next((one for one in doc.actions if one.line is line), None)
    if action is not None:
        if not (action.owners or action.unnamed_owners or action.owner_text):
            yield Check(Finding.NO_OWNER, Kind.NOTE, line.note)
        if action.due is None:
            yield Check(Finding.NO_DATE, Kind.NOTE, line.note)


def _texts(doc: MinutesDoc) -> Iterator[tuple[Kind, Wording]]:
    """What stands on the page beside the notes."""
    header, following = doc.header, doc.next_session
    titles = (header.title, header.programme, *(item.title for item in doc.items))
    texts = (
        *(header.place, header.purpose),
        *(prompt for item in doc.items for prompt in item.prompts),
        *doc.guidelines,
        *((following.place, following.text) if following else ()),
        *(action.owner_text for action in doc.actions),
        *(action.reason for action in doc.actions),
        *(reply for line in doc.minority for reply in line.replies),
    )
    yield from ((Kind.TITLE, one) for one in titles if one is not None)
    yield from ((Kind.TEXT, one) for one in texts if one is not None)


def _names_in(wording: Wording, names: Sequence[_Sought], at: Check) -> Iterator[Check]:
    for lang, body in wording.bodies.items():
        plain = folded(body)
        yield from (
            replace(at, lang=lang, found=one.word, about=one.people) for one in names if one.stands_in(plain)
        )


def _one_sided(doc: MinutesDoc, line: Line, named: Sequence[_Sought]) -> Iterator[Check]:
    """A line that names somebody in one of its languages and nobody in the other."""
    shown = [own for lang in doc.languages if (own := fitting(lang, line.wording.bodies)) is not None]
    plain = {lang: folded(line.wording.bodies[lang]) for lang in shown}
    people = {
        lang: {who for one in named if one.stands_in(plain[lang]) for who in one.people} for lang in shown
    }
    naming = [lang for lang in shown if people[lang]]
    if len(shown) > len(naming):
        for lang in naming:
            about = tuple(sorted(people[lang]))
            yield Check(Finding.NAME_IN_ONE_LANGUAGE, Kind.NOTE, line.note, lang, about=about)


def _terms_in(
    wording: Wording, terms: Iterable[tuple[str, str]], kind: Kind, note: str = ""
) -> Iterator[Check]:
    for lang, term in terms:
        body = wording.bodies.get(lang)
        if body is not None and _Sought.of(term).stands_in(folded(body)):
            yield Check(Finding.TERM, kind, note, lang, term)


def _without_easy_words(doc: MinutesDoc, record: MinutesDoc) -> Iterator[Check]:
    """The notes that the easy edition leaves out, because nobody has written easy words for them."""
    there = {line.note for line in lines_of(doc)}
    left_out = (line.note for line in lines_of(record) if line.note not in there)
    yield from (Check(Finding.NO_EASY_WORDS, Kind.NOTE, note) for note in left_out)


def _hidden_names(person: Participant, words: Mapping[str, str]) -> tuple[str, ...]:
    """What somebody is called who asked to be named neither beside their words nor in the list."""
    asked = person.attribution is Attribution.NAMED or person.listed is Shown.NAME
    return () if asked else _names(person, words)


def _names(person: Participant, words: Mapping[str, str]) -> tuple[str, ...]:
    texts = (*person.called, *person.reading)
    return tuple(dict.fromkeys(words[id].strip() for _, id in texts if words.get(id, "").strip()))


def _called(names: Iterable[tuple[str, str]]) -> list[_Sought]:
    """What is looked for, each name once, with all whose name it is."""
    people: dict[str, list[str]] = {}
    for who, name in names:
        people.setdefault(name, []).append(who)
    return [_Sought.of(name, theirs) for name, theirs in people.items()]


@dataclass(frozen=True, slots=True)
class _Sought:
    """A word that is looked for: letters as a word of their own, a single character only where it is spoken to.

    `people`: who is called so.
    """

    word: str
    plain: str
    pattern: re.Pattern[str]
    people: tuple[str, ...]

    @classmethod
    def of(cls, word: str, people: Iterable[str] = ()) -> _Sought:
        plain = folded(word)
        found = re.escape(plain)
        if len(plain) < SHORT:
            pattern = re.compile(rf"{found}(?={folded(_POLITE)})")
        else:
            pattern = re.compile(rf"(?<!\w){found}(?!\w)" if plain.isascii() else found)
        return cls(word, plain, pattern, tuple(people))

    def stands_in(self, text: str) -> bool:
        """Whether it stands in a text that is folded; most do not, which is told sooner without the pattern."""
        return self.plain in text and self.pattern.search(text) is not None
