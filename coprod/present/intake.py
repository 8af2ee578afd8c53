"""Other people's notes, pasted: a line for each, with the name before a colon, or cells of a table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coprod.domain.acts import KeepNotes, NoteDraft
from coprod.domain.alike import folded
from coprod.domain.terms import NoteKind
from coprod.i18n import LANGUAGES, Catalogue
from coprod.present.kinds import NOTES
from coprod.present.voices import called

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coprod.domain.state import State
    from coprod.present.texts import Texts

_SAID = re.compile(r"(?P<name>[^:：\t]{1,60})[:：]\s*(?P<rest>\S.*)")
_KIND = re.compile(r"[\[【(（](?P<kind>[^\])】）]{1,30})[\]】)）]\s*(?P<rest>\S.*)")
_KANA, _HANGUL = re.compile(r"[぀-ヿ一-鿿]"), re.compile(r"[가-힣]")
_BULLET = re.compile(r"^(?:[-*•・]|\d{1,3}[.)])\s+")


def notes_in(text: str, state: State, texts: Texts) -> tuple[NoteDraft, ...]:
    """One note for each line that says something. A name that is nobody's stays part of the words."""
    people, kinds = _people(state, texts), _kinds()
    languages = state.description.languages if state.description else ()
    lines = (_BULLET.sub("", line.strip(" \r\u3000")) for line in text.split("\n"))
    return tuple(_note(line, people, kinds, languages) for line in lines if line.strip())


def keep_all(drafts: Sequence[NoteDraft], group: str = "") -> KeepNotes:
    """Ask for them to be kept, by one act; in the whole room, or as those of a group."""
    return KeepNotes(tuple(drafts), group or None)


def told(drafts: Sequence[NoteDraft], state: State, texts: Texts, words: Catalogue) -> list[str]:
    """What was understood, one line for each note."""
    nobody = words.say("Nobody named")
    return [
        words.say(
            "{name} · {kind}: {words}",
            name=words.say(", ").join(called(state, who, texts) for who in draft.who) or nobody,
            kind=words.say(NOTES[draft.kind]),
            words=next(iter(draft.text.values())),
        )
        for draft in drafts
    ]


def _note(
    line: str, people: Mapping[str, str], kinds: Mapping[str, NoteKind], languages: Sequence[str]
) -> NoteDraft:
    who, kind, said = _cells(line, people, kinds) if "\t" in line else _sentence(line, people, kinds)
    lang = _language(said, languages)
    return NoteDraft(kind, {lang: said}, (who,) if who else (), original=lang)


def _sentence(
    line: str, people: Mapping[str, str], kinds: Mapping[str, NoteKind]
) -> tuple[str, NoteKind, str]:
    """`Aoi: [idea] words`; the name and the kind may be missing."""
    found, who, said = _SAID.fullmatch(line), "", line
    if found is not None and _name(found["name"]) in people:
        who, said = people[_name(found["name"])], found["rest"]
    marked = _KIND.fullmatch(said)
    if marked is not None and _name(marked["kind"]) in kinds:
        return who, kinds[_name(marked["kind"])], marked["rest"].strip()
    return who, NoteKind.CONTRIBUTION, said.strip()


def _cells(line: str, people: Mapping[str, str], kinds: Mapping[str, NoteKind]) -> tuple[str, NoteKind, str]:
    """Cells in any order: one may be a person, one a kind; the others are the words."""
    who, kind, said = "", NoteKind.CONTRIBUTION, []
    for cell in filter(None, (one.strip() for one in line.split("\t"))):
        if not who and _name(cell) in people:
            who = people[_name(cell)]
        elif _name(cell) in kinds:
            kind = kinds[_name(cell)]
        else:
            said.append(cell)
    return who, kind, " ".join(said) or line.strip()


def _name(text: str) -> str:
    return folded(text).strip().removesuffix("さん").removesuffix("様").strip()


def _people(state: State, texts: Texts) -> dict[str, str]:
    """Whom each name means; one that two people share means nobody."""
    found: dict[str, str] = {}
    shared: set[str] = set()
    for who, person in state.participants.items():
        known = {
            _name(name)
            for text in (person.called, person.reading, person.key)
            for name in texts.prose(text).values()
        }
        shared |= known & found.keys()
        found.update(dict.fromkeys(known, who))
    return {name: who for name, who in found.items() if name not in shared and name}


def _kinds() -> dict[str, NoteKind]:
    everywhere = [Catalogue(lang) for lang in LANGUAGES]
    return {_name(each.say(word)): NoteKind(kind) for kind, word in NOTES.items() for each in everywhere}


def _language(text: str, languages: Sequence[str]) -> str:
    """The language of a text, as far as its letters tell; else the session's first that these letters may be."""
    seen = "ko" if _HANGUL.search(text) else "ja" if _KANA.search(text) else ""
    latin = [one for one in languages if one.split("-")[0] not in {"ja", "ko"}]
    theirs = [one for one in languages if one.split("-")[0] == seen] if seen else latin
    return next(iter((*theirs, *languages)), seen or "en")
