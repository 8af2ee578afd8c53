"""What can be put right afterwards: who had a turn and when, from where somebody speaks, whose a note is.

Times of day only: how long anybody spoke is neither shown nor reckoned.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING

from coprod.domain.acts import Arrive, ChangeNote, CorrectEntry, DeclareStandpoints, Leave, NoteDraft
from coprod.domain.facts import NoteKept, PauseBegun, TurnBegun, TurnPassed
from coprod.domain.moments import from_ms, to_ms, zone_of
from coprod.domain.state import State
from coprod.domain.terms import Attendance, PassHow, Phase, Standpoint
from coprod.i18n import N_, Catalogue
from coprod.present.flow import clock_time
from coprod.present.kinds import PAUSES
from coprod.present.latest import newest, standpoints_of
from coprod.present.marks import mark_of, mark_word
from coprod.present.notes import Option, declared
from coprod.present.side import Row
from coprod.present.texts import Said, Texts
from coprod.present.voices import called, standpoint_word
from coprod.vocabulary import NOTES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coprod.domain.acts import Act
    from coprod.domain.parts import Ms, NoteContent, Text

MOST = 40
"""So many of the newest are shown."""

_HERE, _AWAY = "here", "away"
_MINUTE = 60_000
_HALF_A_DAY = 12 * 60 * _MINUTE
_TIME = re.compile(r"(\d{1,2}):(\d{2})")
_PASSED: Mapping[PassHow, str] = {
    PassHow.PASS: N_("passed"),
    PassHow.LATER: N_("later"),
    PassHow.WRITTEN: N_("in writing"),
}


class Section(StrEnum):
    """What is put right."""

    TURNS = "turns"
    PEOPLE = "people"
    NOTES = "notes"


_SECTIONS: Mapping[Section, str] = {
    Section.TURNS: N_("Turns and pauses"),
    Section.PEOPLE: N_("People"),
    Section.NOTES: N_("Notes"),
}


@dataclass(frozen=True, slots=True)
class CorrectionsView:
    """The rows of a section, and what can be chosen for the one that is open.

    `who`, `standpoints`, `presence`: empty where there is nothing to choose. `time`: None where there is none.
    """

    sections: tuple[Option, ...]
    rows: tuple[Row, ...]
    opened: str
    head: str
    who: tuple[Option, ...] = ()
    standpoints: tuple[Option, ...] = ()
    time: str | None = None
    presence: tuple[Option, ...] = ()


def corrections_view(
    state: State, texts: Texts, words: Catalogue, section: Section = Section.TURNS, opened: str = ""
) -> CorrectionsView:
    """Show a section; a row that is no longer there is not open."""
    return _Desk(state, texts, words).view(section, opened)


def correct_who(state: State, entry: str, who: str) -> Act | None:
    """Ask for another speaker of a turn or a pass."""
    known = state.record.get(entry)
    if not isinstance(known, TurnBegun | TurnPassed):
        return None
    return CorrectEntry(entry, who, known.at, getattr(known, "until", None))


def correct_time(state: State, entry: str, text: str) -> Act | None:
    """Ask for another time of day of a turn, a pass or a pause; None where the text is no time.

    An end that would come before the beginning comes with it.
    """
    known, parsed = state.record.get(entry), parse_time(text)
    if parsed is None or not isinstance(known, TurnBegun | TurnPassed | PauseBegun):
        return None
    at = _moment(state, known.at, parsed)
    until = getattr(known, "until", None)
    return CorrectEntry(entry, getattr(known, "who", None), at, max(at, until) if until is not None else None)


def correct_standpoint(state: State, who: str, standpoint: str) -> Act:
    """Ask for a standpoint of somebody to be added or taken away; "" says that none was said."""
    if not standpoint:
        return DeclareStandpoints(who, ())
    one, said = Standpoint(standpoint), state.standpoints(who)
    others = tuple(each for each in said if each is not one)
    return DeclareStandpoints(who, others if one in said else (*said, one))


def correct_presence(state: State, who: str, presence: str) -> Act | None:
    """Ask for somebody to be here, or gone; None where it is so already."""
    if (presence == _HERE) == _is_here(state, who):
        return None
    return Arrive(who) if presence == _HERE else Leave(who)


def correct_note(
    state: State, texts: Texts, note: str, *, who: str | None = None, standpoint: str | None = None
) -> Act | None:
    """Ask for a note to be another person's, or one more's, or from one of their standpoints alone ("" for all)."""
    kept = state.note(note)
    if kept is None:
        return None
    content = kept.content
    people, standpoints = content.who, content.standpoints
    if who is not None:
        others = tuple(each for each in people if each != who)
        people = () if not who else others if who in people else (*others, who)
        standpoints = ()
    elif standpoint is not None:
        standpoints = (Standpoint(standpoint),) if standpoint else ()
    draft = note_draft(content, texts, people, standpoints)
    return ChangeNote(note, draft, state.versions.get(note, ""))


def note_draft(
    content: NoteContent, texts: Texts, who: tuple[str, ...], standpoints: tuple[Standpoint, ...]
) -> NoteDraft:
    """Give a note as it stands to be changed, with other contributors and standpoints."""
    return NoteDraft(
        kind=content.kind,
        text=_prose(content.text, texts),
        who=who,
        standpoints=standpoints,
        original=content.original,
        minority=bool(content.minority),
        visibility=content.visibility,
        attribution=content.attribution,
        wording=content.wording,
        owners=content.owners,
        owner_text=_prose(content.owner_text, texts),
        due=content.due,
        number=content.number,
        easy=_prose(content.easy, texts),
    )


def parse_time(text: str) -> dt.time | None:
    """Read a time of day as 14:05, also in full-width digits; None where it is none."""
    found = _TIME.fullmatch(unicodedata.normalize("NFKC", text).strip())
    try:
        return dt.time(int(found[1]), int(found[2])) if found else None
    except ValueError:
        return None


def moved(text: str, minutes: int) -> str:
    """Give a time of day some minutes earlier or later; what is no time stays as it is."""
    time = parse_time(text)
    if time is None:
        return text
    at = (time.hour * 60 + time.minute + minutes) % (24 * 60)
    return f"{at // 60:02}:{at % 60:02}"


def _is_here(state: State, who: str) -> bool:
    person = state.participants.get(who)
    return who not in state.away and person is not None and person.attendance is not Attendance.ABSENT


def _moment(state: State, before: Ms | None, time: dt.time) -> Ms:
    """The moment of a time of day nearest to where it stood; within its minute nothing moves."""
    about = state.description
    began = to_ms(state.started) if state.started else 0
    near = before if before is not None else began
    zone = zone_of(about.zone if about else None, state.started)
    day = from_ms(near, zone)
    at = to_ms(dt.datetime.combine(day.date(), time, zone).isoformat())
    if at - near > _HALF_A_DAY:
        at -= 2 * _HALF_A_DAY
    elif near - at > _HALF_A_DAY:
        at += 2 * _HALF_A_DAY
    if before is not None and at // _MINUTE == before // _MINUTE:
        return before
    return began if at // _MINUTE == began // _MINUTE else at  # not before the session, in its first minute


def _prose(text: Text, texts: Texts) -> dict[str, str]:
    return {lang: texts.words[words].body for lang, words in text if words in texts.words}


@dataclass(frozen=True, slots=True)
class _Desk:
    """One look at what can be put right."""

    state: State
    texts: Texts
    words: Catalogue

    def view(self, section: Section, opened: str) -> CorrectionsView:
        rows = {
            Section.TURNS: self._turns,
            Section.PEOPLE: self._people,
            Section.NOTES: self._notes,
        }[section]()
        known = next((row for row in rows if row.id == opened), None)
        sections = tuple(
            Option(one.value, self.words.say(name), one is section) for one, name in _SECTIONS.items()
        )
        if known is None:
            return CorrectionsView(sections, rows, "", "")
        head = known.texts[0].body
        if section is Section.TURNS:
            return self._turn(sections, rows, opened, head)
        if section is Section.PEOPLE:
            declared_ones, presence = self._declared(opened), self._presence(opened)
            return CorrectionsView(sections, rows, opened, head, standpoints=declared_ones, presence=presence)
        return self._note(sections, rows, opened)

    def _entries(self) -> Iterator[TurnBegun | TurnPassed | PauseBegun]:
        for entry in reversed(list(self.state.record.values())):
            if isinstance(entry, TurnBegun | TurnPassed | PauseBegun):
                yield entry

    def _turns(self) -> tuple[Row, ...]:
        return tuple(self._entry(entry) for entry in islice(self._entries(), MOST))

    def _entry(self, entry: TurnBegun | TurnPassed | PauseBegun) -> Row:
        say, time = self.words.say, clock_time(self.state, self.words, entry.at)
        if isinstance(entry, PauseBegun):
            return Row(entry.entry, time, (Said(self.words.lang, say(PAUSES[entry.kind])),))
        what = say(_PASSED[entry.how]) if isinstance(entry, TurnPassed) else say("had the voice")
        name = called(self.state, entry.who, self.texts) or say("Nobody named")
        return Row(entry.entry, time, (Said("", name),), what, mark_of(self.state.standpoints(entry.who)))

    def _turn(
        self, sections: tuple[Option, ...], rows: tuple[Row, ...], opened: str, head: str
    ) -> CorrectionsView:
        entry = self.state.record[opened]
        time = clock_time(self.state, self.words, entry.at)
        who = () if isinstance(entry, PauseBegun) else self._everyone((getattr(entry, "who", ""),))
        return CorrectionsView(sections, rows, opened, head, who=who, time=time)

    def _people(self) -> tuple[Row, ...]:
        return tuple(
            Row(
                who,
                "",
                (Said("", called(self.state, who, self.texts)),),
                ", ".join(standpoint_word(self.state, (one,), self.texts, self.words) for one in said)
                or mark_word(mark_of(()), self.words),
                mark_of(said),
            )
            for who in self.state.participants
            for said in (self.state.standpoints(who),)
        )

    def _presence(self, who: str) -> tuple[Option, ...]:
        """People come and go while a session is open."""
        if self.state.phase is not Phase.OPEN:
            return ()
        here, say = _is_here(self.state, who), self.words.say
        return (Option(_HERE, say("Here"), here), Option(_AWAY, say("Not here"), not here))

    def _declared(self, who: str) -> tuple[Option, ...]:
        said = self.state.standpoints(who)
        each = tuple(
            Option(
                one.value,
                standpoint_word(self.state, (one,), self.texts, self.words),
                one in said,
                mark_of((one,)),
            )
            for one in Standpoint
        )
        return (*each, Option("", mark_word(mark_of(()), self.words), not said, mark_of(())))

    def _notes(self) -> tuple[Row, ...]:
        return tuple(self._note_row(note) for note in islice(newest(self.state), MOST))

    def _note_row(self, note: NoteKept) -> Row:
        content, state = note.content, self.state
        said = self.texts.said(content.text)
        names = self.words.say(", ").join(
            filter(None, (called(state, who, self.texts) for who in content.who))
        )
        standpoints = standpoints_of(state, note)
        spoken = standpoint_word(state, standpoints, self.texts, self.words) if standpoints else ""
        tail = " · ".join(filter(None, (self.words.say(NOTES[content.kind]), names, spoken)))
        mark = mark_of(standpoints) if content.who or standpoints else None
        return Row(note.entry, clock_time(state, self.words, note.at), (said,), tail, mark)

    def _note(self, sections: tuple[Option, ...], rows: tuple[Row, ...], opened: str) -> CorrectionsView:
        note = self.state.note(opened)
        content = note.content if note else None
        who = content.who if content else ()
        return CorrectionsView(
            sections,
            rows,
            opened,
            self.words.say(NOTES[content.kind]) if content else "",
            who=(*self._everyone(who), Option("", self.words.say("Nobody named"), not who)),
            standpoints=self._spoken(who, content.standpoints if content else ()),
        )

    def _spoken(self, who: tuple[str, ...], said: tuple[Standpoint, ...]) -> tuple[Option, ...]:
        """What a note may be said from: all that its contributors declared, or one of it."""
        theirs = tuple(dict.fromkeys((*declared(self.state, who), *said)))
        if len(theirs) < 2:  # noqa: PLR2004 - one is no choice
            return ()
        every = Option(
            "", standpoint_word(self.state, theirs, self.texts, self.words), not said, mark_of(theirs)
        )
        each = (
            Option(
                one.value,
                standpoint_word(self.state, (one,), self.texts, self.words),
                said == (one,),
                mark_of((one,)),
            )
            for one in theirs
        )
        return (every, *each)

    def _everyone(self, chosen: tuple[str, ...]) -> tuple[Option, ...]:
        return tuple(
            Option(
                who,
                called(self.state, who, self.texts),
                who in chosen,
                mark_of(self.state.standpoints(who)),
            )
            for who in self.state.participants
        )
