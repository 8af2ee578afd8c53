"""What other people's notes name: a person, a kind, a language, how far a note may travel; in any of our languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coprod.domain.alike import folded
from coprod.domain.terms import NoteKind, Visibility
from coprod.i18n import LANGUAGES, N_, Catalogue
from coprod.present.kinds import VISIBILITIES
from coprod.vocabulary import NOTES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coprod.domain.state import State
    from coprod.present.texts import Texts

_KANA, _HANGUL = re.compile(r"[぀-ヿ一-鿿]"), re.compile(r"[가-힣]")
_TITLES = re.compile(r"\s*(?:さん|様|さま|氏|님)$")
_APART = re.compile(r"\s*(?:[,、，;；/／・&＆+＋\n]|\band\b|\s와\s|\s과\s)\s*")
LANGUAGE_NAMES: Mapping[str, str] = {"ja": N_("Japanese"), "en": N_("English"), "ko": N_("Korean")}


def plain(text: str) -> str:
    """A name as it is compared: without width, case, kind of kana, and what is said after it out of politeness."""
    return _TITLES.sub("", folded(text).strip())


@dataclass(frozen=True, slots=True)
class Known:
    """What can be recognised in a session: plain names to what they mean. `languages`: those of the session."""

    people: Mapping[str, str]
    kinds: Mapping[str, NoteKind]
    tongues: Mapping[str, str]
    reaches: Mapping[str, Visibility]
    languages: tuple[str, ...]

    def everyone(self, cell: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Whom a cell names, and the names in it that are nobody's."""
        if not cell.strip():
            return (), ()
        if plain(cell) in self.people:
            return (self.people[plain(cell)],), ()
        names = [name for name in _APART.split(cell) if name.strip()]
        found = dict.fromkeys(self.people[plain(name)] for name in names if plain(name) in self.people)
        return tuple(found), tuple(name.strip() for name in names if plain(name) not in self.people)

    def language(self, text: str) -> str:
        """The language of a text, as far as its letters tell; else the session's first that these letters may be."""
        seen = "ko" if _HANGUL.search(text) else "ja" if _KANA.search(text) else ""
        latin = [one for one in self.languages if one.split("-")[0] not in {"ja", "ko"}]
        theirs = [one for one in self.languages if one.split("-")[0] == seen] if seen else latin
        return next(iter((*theirs, *self.languages)), seen or "en")


def known(state: State, texts: Texts) -> Known:
    """What can be recognised in this session."""
    languages = state.description.languages if state.description else ()
    ours = everywhere()
    return Known(
        _people(state, texts),
        _kinds(ours),
        _tongues(languages, ours),
        {plain(each.say(word)): one for one, word in VISIBILITIES.items() for each in ours},
        languages,
    )


def everywhere() -> tuple[Catalogue, ...]:
    """The words of each language of the program."""
    return tuple(Catalogue(lang) for lang in LANGUAGES)


def _kinds(ours: Sequence[Catalogue]) -> dict[str, NoteKind]:
    """The names of the kinds, and the numbers of their keys, as they stand on a sheet of paper."""
    numbers = {str(number): kind for number, kind in enumerate(NoteKind, start=1)}
    return numbers | {plain(each.say(word)): NoteKind(kind) for kind, word in NOTES.items() for each in ours}


def _people(state: State, texts: Texts) -> dict[str, str]:
    """Whom each name means; one that two people share means nobody."""
    found: dict[str, str] = {}
    shared: set[str] = set()
    for who, person in state.participants.items():
        names = {
            plain(name)
            for text in (person.called, person.reading, person.key)
            for name in texts.prose(text).values()
        }
        shared |= names & found.keys()
        found.update(dict.fromkeys(names, who))
    return {name: who for name, who in found.items() if name not in shared and name}


def _tongues(languages: Sequence[str], ours: Sequence[Catalogue]) -> dict[str, str]:
    """The names of the session's languages, their own and in ours, and their tags."""
    found = {}
    for lang in languages:
        base = lang.split("-")[0]
        names = [lang, base, LANGUAGES.get(base, lang)]
        names += [each.say(LANGUAGE_NAMES[base]) for each in ours if base in LANGUAGE_NAMES]
        found.update({plain(name): lang for name in names})
    return found
