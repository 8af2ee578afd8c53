"""The session file that goes out with minutes: what the page shows, and nothing else.

Made from the document alone, so that it can't hold more: no turn, pass or round, no moment of a note, no key or name
that does not stand on the page. It fits the schema like any other session file.
"""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msgspec.structs import replace

from coprod.domain.languages import fitting
from coprod.domain.minutes_doc import Cell, MinutesDoc
from coprod.domain.terms import Attribution, ItemKind, LinkKind, NoteKind, Phase, Shown, Standpoint
from coprod.service.exchange import format as f
from coprod.service.exchange.writing import write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from coprod.domain.minutes_doc import ActionLine, Header, ItemMinutes, Line, Table, Wording

_LAST = re.compile(r"\d+$")
_STANDPOINTS = {
    Cell.PEERS: (Standpoint.PEER,),
    Cell.PROFESSIONALS: (Standpoint.PROFESSIONAL,),
    Cell.BOTH: (Standpoint.PEER, Standpoint.PROFESSIONAL),
    Cell.OTHERS: (Standpoint.OTHER,),
}


def shown(doc: MinutesDoc) -> bytes:
    """The file of what a document shows."""
    return write(shown_file(doc))


def shown_file(doc: MinutesDoc) -> f.SessionFile:
    """The same, as types. It has no id of its own: what is in it tells it from others."""
    return _Showing(doc).file()


@dataclass(slots=True)
class _Showing:
    """One making of a file. `people`, `groups`: those that the page names."""

    doc: MinutesDoc
    people: dict[str, f.Participant] = field(default_factory=dict)
    groups: dict[int, f.Group] = field(default_factory=dict)

    def file(self) -> f.SessionFile:
        doc, header = self.doc, self.doc.header
        for name in header.names:
            self._key(name, listed=True)
        record = tuple(self._record())
        return f.SessionFile(
            format=f.NAME,
            version=f.VERSION,
            programme=self._programme(header),
            title=self._titled(header.title),
            languages=doc.languages,
            place=self._prose(header.place),
            purpose=self._prose(header.purpose),
            planned=_planned(header),
            state=Phase.CLOSED if header.started else Phase.PLANNED,
            started=_moment(header.started),
            ended=_moment(header.ended) if header.started else None,
            next=self._next(),
            labels={Standpoint(key): self._prose(label) for key, label in doc.labels.items()},
            participants=tuple(self.people.values()),
            guidelines=tuple(f.Guideline(text=self._prose(one)) for one in doc.guidelines),
            groups=tuple(self.groups.values()),
            agenda=tuple(self._item(n, item) for n, item in enumerate(doc.items, start=1) if item.kind),
            record=record,
        )

    def _programme(self, header: Header) -> f.Programme | None:
        if header.programme is None and header.number is None and header.cohort is None:
            return None
        return f.Programme(title=self._prose(header.programme), number=header.number, cohort=header.cohort)

    def _next(self) -> f.NextTime | None:
        known = self.doc.next_session
        if known is None:
            return None
        return f.NextTime(
            start=_moment(known.start), place=self._prose(known.place), text=self._prose(known.text)
        )

    def _item(self, n: int, item: ItemMinutes) -> f.AgendaItem:
        first, rest = next(iter(item.prompts), None), item.prompts[1:]
        return f.AgendaItem(
            key=f"i{n}",
            kind=item.kind or ItemKind.OTHER,
            title=self._prose(item.title),
            prompt=self._prose(first),
            prompts=tuple(f.Prompt(text=self._prose(one)) for one in rest),
        )

    def _record(self) -> Iterator[f.AnyRecord]:
        """Every line of the page, in its order; pauses where they were."""
        doc = self.doc
        for n, item in enumerate(doc.items, start=1):
            key = f"i{n}" if item.kind else None
            for voices in item.voices:
                yield from (self._note(line, item=key) for line in voices.lines)
        for voices in doc.questions:
            yield from map(self._note, voices.lines)
        for entry in doc.decisions:
            yield replace(self._note(entry.line), number=_number(entry.number))
        yield from map(self._action, doc.actions)
        yield from map(self._note, doc.differences)
        for n, line in enumerate(doc.minority):
            yield from self._opinion(n, line)
        yield from map(self._note, doc.held_over)
        yield from self._pauses()

    def _pauses(self) -> Iterator[f.PauseRecord]:
        begun = self.doc.header.started
        for pause in self.doc.pauses if begun else ():
            at, until = (_after(begun, moment) for moment in (pause.at, pause.until))
            yield f.PauseRecord(kind=pause.kind, at=at or 0.0, until=until and max(at or 0.0, until))

    def _opinion(self, n: int, line: Line) -> Iterator[f.AnyRecord]:
        """A minority opinion, and what answers it."""
        opinion = self._id(f"opinion {n}") if line.replies else None
        yield self._note(line, id=opinion, minority=True)
        for place, reply in enumerate(line.replies):
            answer = self._id(f"opinion {n} reply {place}")
            yield f.NoteRecord(
                id=answer,
                kind=NoteKind.CONTRIBUTION,
                text=self._prose(reply),
                original=self._original(reply),
                attribution=Attribution.ANONYMOUS,
            )
            yield f.LinkRecord(source=answer, target=opinion or "", kind=LinkKind.ANSWERS)

    def _action(self, action: ActionLine) -> f.NoteRecord:
        return replace(
            self._note(action.line),
            number=_number(action.number),
            owner=tuple(self._key(one) for one in action.owners),
            owner_text=self._prose(action.owner_text),
            due=action.due.isoformat() if action.due else None,
            status=action.status,
            reason=self._prose(action.reason),
        )

    def _note(
        self, line: Line, item: str | None = None, id: str | None = None, *, minority: bool | None = None
    ) -> f.NoteRecord:
        wording = line.wording
        named = tuple(self._key(name) for name in line.credit.names)
        divided = not self.doc.small_room and line.cell is not Cell.UNATTRIBUTED
        text = self._prose(wording)
        states = {lang: state for lang, state in (wording.states or {}).items() if lang in text}
        attribution = Attribution.NAMED if named else None if divided else Attribution.ANONYMOUS
        return f.NoteRecord(
            id=id,
            item=item,
            group=self._group(line.credit.table) if line.credit.table else None,
            share=True if line.credit.table else None,
            minority=minority,
            kind=line.kind,
            text=text,
            who=named,
            standpoints=_STANDPOINTS[line.cell] if divided else (),
            original=self._original(wording),
            translations=states,
            attribution=attribution,
        )

    def _key(self, name: Wording, *, listed: bool = False) -> str:
        """The key of somebody whose name stands on the page."""
        said = name.bodies[""] if "" in name.bodies else self._prose(name)
        known = repr(said)
        if known not in self.people:
            self.people[known] = f.Participant(
                key=f"p{len(self.people) + 1}",
                called=said,
                listed=Shown.NAME if listed else Shown.COUNT,
            )
        return self.people[known].key

    def _group(self, table: Table) -> str:
        """The key of a group that the page names; who was in it the page does not say."""
        key = f"g{table.number}"
        self.groups[table.number] = f.Group(key=key, name=self._prose(table.name), members=())
        return key

    def _prose(self, wording: Wording | None) -> dict[str, str]:
        """The bodies that the columns show: in their language, or else the original."""
        if wording is None:
            return {}
        keys = [_shown_in(wording, lang) for lang in self.doc.languages]
        return {lang: wording.bodies[lang] for lang in dict.fromkeys(keys) if lang}

    def _titled(self, wording: Wording) -> dict[str, str]:
        """A title is in some language, even where its words are gone."""
        return self._prose(wording) or {self.doc.languages[0]: next(iter(wording.bodies.values()))}

    def _original(self, wording: Wording) -> str | None:
        return wording.original if wording.original in self._prose(wording) else None

    def _id(self, of: str) -> str:
        return str(uuid.uuid5(uuid.NAMESPACE_OID, f"{self.doc.session} {of}"))


def _shown_in(wording: Wording, lang: str) -> str:
    """The language of the body that a column shows."""
    own = fitting(lang, wording.bodies)
    if own is not None:
        return own
    original = wording.original or ""
    return original if original in wording.bodies else next(iter(wording.bodies))


def _after(begun: datetime | None, moment: datetime | None) -> float | None:
    """Seconds from the beginning, in the decimals that the format has."""
    return round(max(0.0, (moment - begun).total_seconds()), 3) if begun and moment else None


def _number(shown: str) -> int:
    """The number of a decision or an action: D7-4 is the fourth."""
    return int(_LAST.findall(shown)[-1])


def _planned(header: Header) -> f.Planned | None:
    if header.planned_start is None and header.planned_end is None:
        return None
    return f.Planned(start=_moment(header.planned_start), end=_moment(header.planned_end))


def _moment(of: datetime | None) -> str | None:
    return of.isoformat() if of else None
