"""The sheet of one person: how they want to be called, from where they speak, and how they want to be named."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from coprod.domain import acts
from coprod.domain.acts import Act, ParticipantDraft
from coprod.domain.terms import Attendance, Attribution, Part, Phase, Shown, Standpoint
from coprod.i18n import LANGUAGES, N_, Catalogue
from coprod.present.kinds import NAMINGS
from coprod.present.marks import MARKS, Mark
from coprod.present.notes import Option
from coprod.vocabulary import PARTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coprod.domain.parts import Participant, Text
    from coprod.domain.prose import Prose
    from coprod.domain.state import State
    from coprod.present.texts import Texts

T = TypeVar("T")

NOT_SAID = ""
"""The answer that nothing is said; it is an answer like the others."""

_ATTENDANCE: Mapping[str, str] = {
    NOT_SAID: N_("Not said"),
    Attendance.PRESENT: N_("In the room"),
    Attendance.ONLINE: N_("Online"),
    Attendance.PART: N_("For part of it"),
    Attendance.ABSENT: N_("Absent"),
}
_LISTED: Mapping[str, str] = {
    Shown.NAME: N_("By name"),
    Shown.COUNT: N_("Only counted"),
    Shown.NONE: N_("Not at all"),
}
_WALL: Mapping[str, str] = {Shown.NAME: N_("With their name"), Shown.NONE: N_("Without a name")}

_FIELDS: Mapping[str, str] = {
    "called": N_("Called"),
    "reading": N_("Reading"),
    "discipline": N_("Discipline"),
    "label": N_("Own words"),
}


@dataclass(frozen=True, slots=True)
class FieldView:
    """A text of a sheet in one language. `head`: what stands over it; `name`: the whole for a screen reader."""

    key: str
    lang: str
    head: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class RowView:
    """A question with its answers; `several`: more than one may hold."""

    key: str
    head: str
    options: tuple[Option, ...]
    several: bool = False


@dataclass(frozen=True, slots=True)
class PersonSheet:
    """What is known of one person, to be changed. `presence`: what comes or goes in mid-meeting, with its word.

    `stays`: why they can't be taken off the list, "" where they can. `declared`: their standpoints are in the record.
    `withdraw`: the word for erasing what is theirs, and `sure` what is asked before; "" while it is only planned.
    """

    id: str
    draft: ParticipantDraft
    standpoints: tuple[Standpoint, ...]
    fields: tuple[tuple[FieldView, ...], ...]
    rows: tuple[RowView, ...]
    stays: str
    declared: bool = False
    presence: tuple[str, Act] | None = None
    withdraw: str = ""
    sure: str = ""

    def written(self, key: str, lang: str, text: str) -> Act | None:
        """Ask for a text to be changed; None where it says the same, or would leave nobody to call."""
        before: Prose = getattr(self.draft, key)
        after = _with_text(before, lang, " ".join(text.split()), self._first(key))
        if after == dict(before) or (key == "called" and not after):
            return None
        draft = _with_prose(self.draft, key, after)
        return acts.ChangeParticipant(self.id, draft)

    def chosen(self, key: str, answer: str) -> Act | None:
        """Ask for an answer to be taken; where several may hold, for it to be added or taken away."""
        if key == "standpoints":
            return self._stand(answer)
        if key in {"attribution", "listed", "wall"}:
            return self._wish(key, answer)
        if key == "parts":
            draft = replace(self.draft, parts=_toggled(self.draft.parts, Part(answer)))
        elif key == "languages":
            draft = replace(self.draft, languages=_toggled(self.draft.languages, answer))
        else:
            draft = replace(self.draft, attendance=Attendance(answer) if answer else None)
        return None if draft == self.draft else acts.ChangeParticipant(self.id, draft)

    def _stand(self, answer: str) -> Act | None:
        standpoints = _toggled(self.standpoints, Standpoint(answer)) if answer else ()
        if standpoints == self.standpoints:
            return None
        if self.declared:
            return acts.DeclareStandpoints(self.id, standpoints)
        return acts.ChangeParticipant(self.id, replace(self.draft, standpoints=standpoints))

    def _wish(self, key: str, answer: str) -> Act | None:
        if (getattr(self.draft, key) or Shown.NAME) == answer:
            return None
        if key == "attribution":
            return acts.StateWish(self.id, attribution=Attribution(answer))
        if key == "listed":
            return acts.StateWish(self.id, listed=Shown(answer))
        return acts.StateWish(self.id, wall=Shown(answer))

    def _first(self, key: str) -> str:
        return next((row[0].lang for row in self.fields if row[0].key == key), "")


def sheet_of(
    state: State, person: Participant, texts: Texts, words: Catalogue, recorded: bool
) -> PersonSheet:
    """Give the sheet of a person; `recorded`: they have a place in the record."""
    languages = state.description.languages if state.description else (words.lang,)
    draft = draft_of(person, texts)
    standpoints = state.standpoints(person.id)
    name, planned = texts.body(person.called), state.phase is Phase.PLANNED
    stays = words.say("{name} has a place in the record, and stays on the list.", name=name)
    sure = words.say(
        "{name}: the name, and all that is theirs alone, would be erased for good. What several said stays.",
        name=name,
    )
    return PersonSheet(
        id=person.id,
        draft=draft,
        standpoints=standpoints,
        fields=tuple(_fields(key, draft, languages, words) for key in _FIELDS),
        rows=_rows(draft, standpoints, languages, words),
        stays=stays if recorded else "",
        declared=not planned or person.id in state.declared,
        presence=_presence(state, person, words),
        withdraw="" if planned else words.say("Erase what is theirs"),
        sure="" if planned else sure,
    )


def draft_of(person: Participant, texts: Texts) -> ParticipantDraft:
    """Give what is known of a person as a form holds it."""

    def prose(text: Text) -> Prose:
        return {lang: texts.words[one].body for lang, one in text if one in texts.words}

    return ParticipantDraft(
        called=prose(person.called),
        reading=prose(person.reading),
        standpoints=person.standpoints,
        discipline=prose(person.discipline),
        label=prose(person.label),
        parts=person.parts,
        attribution=person.attribution,
        languages=person.languages,
        attendance=person.attendance,
        listed=person.listed,
        wall=person.wall,
    )


def _fields(
    key: str, draft: ParticipantDraft, languages: tuple[str, ...], words: Catalogue
) -> tuple[FieldView, ...]:
    prose: Prose = getattr(draft, key)
    head = words.say(_FIELDS[key])
    shown = (_read_in(prose, languages),) if key == "reading" else languages
    found = []
    for place, lang in enumerate(shown):
        tongue = LANGUAGES.get(lang.split("-", maxsplit=1)[0], lang)
        text = prose.get(lang) or (prose.get("", "") if place == 0 else "")
        over = head if len(shown) == 1 else f"{head} · {tongue}" if place == 0 else tongue
        found.append(FieldView(key, lang, over, f"{head}, {tongue}" if len(shown) > 1 else head, text))
    return tuple(found)


def _read_in(prose: Prose, languages: tuple[str, ...]) -> str:
    known = [lang for lang in prose if lang]
    return known[0] if known else "ja" if "ja" in languages else languages[0]


def _rows(
    draft: ParticipantDraft, standpoints: tuple[Standpoint, ...], languages: tuple[str, ...], words: Catalogue
) -> tuple[RowView, ...]:
    stands = [
        Option(one.value, words.say(MARKS[Mark(one.value)]), one in standpoints, Mark(one.value))
        for one in Standpoint
    ]
    stands.append(Option(NOT_SAID, words.say(MARKS[Mark.NOT_SAID]), not standpoints, Mark.NOT_SAID))
    parts = [Option(str(one), words.say(word), one in draft.parts) for one, word in PARTS.items()]
    tongues = [
        Option(lang, LANGUAGES.get(lang.split("-", maxsplit=1)[0], lang), lang in draft.languages)
        for lang in dict.fromkeys((*languages, *draft.languages, *LANGUAGES))
    ]
    return (
        RowView(
            "standpoints", words.say("Standpoint, as they say it themselves"), tuple(stands), several=True
        ),
        RowView("parts", words.say("Part today"), tuple(parts), several=True),
        RowView("attendance", words.say("How they are there"), _one(_ATTENDANCE, draft.attendance, words)),
        RowView("languages", words.say("Languages they speak"), tuple(tongues), several=True),
        RowView(
            "attribution",
            words.say("In the minutes, their words stand"),
            _one(NAMINGS, draft.attribution, words),
        ),
        RowView("listed", words.say("In the list of those present"), _one(_LISTED, draft.listed, words)),
        RowView(
            "wall",
            words.say("On the wall, when it is their turn"),
            _one(_WALL, draft.wall or Shown.NAME, words),
        ),
    )


def _one(answers: Mapping[str, str], now: str | None, words: Catalogue) -> tuple[Option, ...]:
    return tuple(Option(str(key), words.say(word), key == (now or NOT_SAID)) for key, word in answers.items())


def _presence(state: State, person: Participant, words: Catalogue) -> tuple[str, Act] | None:
    """What can be said of their coming and going, while the session is open."""
    if state.phase is not Phase.OPEN:
        return None
    if person.id in state.away or person.attendance is Attendance.ABSENT:
        return words.say("They are here"), acts.Arrive(person.id)
    return words.say("They have left"), acts.Leave(person.id)


def _toggled(held: tuple[T, ...], one: T) -> tuple[T, ...]:
    return tuple(each for each in held if each != one) if one in held else (*held, one)


def _with_text(prose: Prose, lang: str, text: str, first: str) -> dict[str, str]:
    """The same prose with another text; a name without a language is the first one until there is a second."""
    plain = "" in prose and first not in prose
    held = {first if plain and not one else one: body for one, body in prose.items()}
    held[lang] = text
    kept = {one: body for one, body in held.items() if body}
    if plain and list(kept) == [first]:
        return {"": kept[first]}
    return kept


def _with_prose(draft: ParticipantDraft, key: str, prose: Prose) -> ParticipantDraft:
    match key:
        case "called":
            return replace(draft, called=prose)
        case "reading":
            return replace(draft, reading=prose)
        case "discipline":
            return replace(draft, discipline=prose)
    return replace(draft, label=prose)
