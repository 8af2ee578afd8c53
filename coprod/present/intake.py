"""Other people's notes, pasted: a line for each, with the name before a colon, or cells of a table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coprod.domain.acts import KeepNotes, NoteDraft
from coprod.domain.terms import NoteKind
from coprod.present.recognise import known, plain
from coprod.present.voices import called
from coprod.vocabulary import NOTES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coprod.domain.state import State
    from coprod.i18n import Catalogue
    from coprod.present.recognise import Known
    from coprod.present.texts import Texts

_SAID = re.compile(r"(?P<name>[^:：\t]{1,60})[:：]\s*(?P<rest>\S.*)")
_KIND = re.compile(r"[\[【(（](?P<kind>[^\])】）]{1,30})[\]】)）]\s*(?P<rest>\S.*)")
_BULLET = re.compile(r"^(?:[-*•・]|\d{1,3}[.)])\s+")


def notes_in(text: str, state: State, texts: Texts) -> tuple[NoteDraft, ...]:
    """One note for each line that says something. A name that is nobody's stays part of the words."""
    found = known(state, texts)
    lines = (_BULLET.sub("", line.strip(" \r\u3000")) for line in text.split("\n"))
    return tuple(_note(line, found) for line in lines if line.strip() and not _says_nothing(line, found))


def keep_all(drafts: Sequence[NoteDraft], group: str = "") -> KeepNotes:
    """Ask for them to be kept, by one act; in the whole room, or as those of a group."""
    return KeepNotes(tuple(drafts), group or None)


def told(drafts: Sequence[NoteDraft], state: State, texts: Texts, words: Catalogue) -> list[str]:
    """What was understood, one line for each note, each with an empty line after it."""
    nobody = words.say("Nobody named")
    lines = [
        words.say(
            "{name} · {kind}: {words}",
            name=words.say(", ").join(called(state, who, texts) for who in draft.who) or nobody,
            kind=words.say(NOTES[draft.kind]),
            words=next(iter(draft.text.values())),
        )
        for draft in drafts
    ]
    return [part for line in lines for part in (line, "")]


def _says_nothing(line: str, found: Known) -> bool:
    """Whether a line is a name with a colon, and no words after it."""
    return line.rstrip().endswith((":", "：")) and plain(line.rstrip(" :：")) in found.people


def _note(line: str, found: Known) -> NoteDraft:
    who, kind, said = (_cells if "\t" in line else _sentence)(line, found)
    lang = found.language(said)
    return NoteDraft(kind, {lang: said}, (who,) if who else (), original=lang)


def _sentence(line: str, found: Known) -> tuple[str, NoteKind, str]:
    """`Aoi: [idea] words`; the name and the kind may be missing."""
    spoken, who, said = _SAID.fullmatch(line), "", line
    if spoken is not None and plain(spoken["name"]) in found.people:
        who, said = found.people[plain(spoken["name"])], spoken["rest"]
    marked = _KIND.fullmatch(said)
    if marked is not None and plain(marked["kind"]) in found.kinds:
        return who, found.kinds[plain(marked["kind"])], marked["rest"].strip()
    return who, NoteKind.CONTRIBUTION, said.strip()


def _cells(line: str, found: Known) -> tuple[str, NoteKind, str]:
    """Cells in any order: one may be a person, one a kind; the others are the words."""
    who, kind, said = "", NoteKind.CONTRIBUTION, []
    for cell in filter(None, (one.strip() for one in line.split("\t"))):
        if not who and plain(cell) in found.people:
            who = found.people[plain(cell)]
        elif plain(cell) in found.kinds:
            kind = found.kinds[plain(cell)]
        else:
            said.append(cell)
    return who, kind, " ".join(said) or line.strip()
