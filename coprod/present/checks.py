"""The findings before minutes are issued, in words: what, where, and what can be done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coprod.domain.checks import Kind
from coprod.domain.terms import Finding
from coprod.i18n import N_
from coprod.present.recognise import LANGUAGE_NAMES
from coprod.vocabulary import NOTES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coprod.domain.checks import Check
    from coprod.domain.facts import NoteKept
    from coprod.domain.state import State
    from coprod.i18n import Catalogue
    from coprod.present.texts import Texts

_LONGEST = 40
_SAID: Mapping[Finding, str] = {
    Finding.UNTRANSLATED: N_(
        "There are no words in {language}. Translate it, or leave it: the original is shown."
    ),
    Finding.MACHINE: N_("The words in {language} are a machine’s, and nobody has checked them."),
    Finding.DRAFT: N_("The translation into {language} is a draft. Check it, or let it be marked as one."),
    Finding.UNCONFIRMED: N_("Whoever said it has not confirmed it. Read it back."),
    Finding.NO_OWNER: N_("Nobody has taken this action on."),
    Finding.NO_DATE: N_("This action has no date."),
    Finding.NO_EASY_WORDS: N_("There are no easy words for it, so the easy edition leaves it out."),
    Finding.NAME: N_("“{found}” stands here, and asked for no name. Take the name out, or ask them."),
    Finding.NAME_IN_ONE_LANGUAGE: N_("Somebody is named here in {language} and not in the other language."),
    Finding.SMALL_ROOM: N_("One person alone would be known by their standpoint, so nothing is divided."),
    Finding.TERM: N_("“{found}” is on your list of words. Is there another way to say it?"),
}
_PLACES: Mapping[Kind, str] = {Kind.TITLE: N_("Titles"), Kind.TEXT: N_("The session")}


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One finding: where it is, and what it says. `note`: the note that it leads to; "" where it is in none.

    `because`: why it is left as it is; "" while it is open.
    """

    note: str
    place: str
    said: str
    because: str = ""


def check_rows(found: Iterable[Check], state: State, texts: Texts, words: Catalogue) -> tuple[CheckRow, ...]:
    """The findings as they are shown, in the order of the page."""
    return tuple(_row(one, state, texts, words) for one in found)


def _row(one: Check, state: State, texts: Texts, words: Catalogue) -> CheckRow:
    name = LANGUAGE_NAMES.get(one.lang.split("-")[0])
    language = words.say(name) if name else one.lang
    said = words.say(_SAID[one.finding], language=language, found=one.found)
    return CheckRow(one.note, _place(one, state, texts, words), said, one.because)


def _place(one: Check, state: State, texts: Texts, words: Catalogue) -> str:
    note = state.note(one.note)
    if note is None:
        return words.say(_PLACES.get(one.kind, N_("The session")))
    return in_short(note, texts, words)


def in_short(note: NoteKept, texts: Texts, words: Catalogue) -> str:
    """The kind of a note, and how it begins."""
    body = " ".join(texts.body(note.content.text).split())
    short = body if len(body) <= _LONGEST else f"{body[: _LONGEST - 1]}…"
    return words.say("{what}: {words}", what=words.say(NOTES[note.content.kind]), words=short)
