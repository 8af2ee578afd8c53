"""The minutes, section by section, as rows. An empty section is left out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from coprod.domain.minutes_doc import ActionLine, Numbered
from coprod.domain.terms import ActionStatus
from coprod.i18n import N_
from coprod.render import naming, wording
from coprod.render.compose import Link
from coprod.render.flow_figure import flow_rows
from coprod.render.opening import opening
from coprod.render.paired import Row, Rule, inside
from coprod.render.tags import Kind, Node, entry
from coprod.render.text import Span, Style
from coprod.render.tidy import apart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from coprod.domain.minutes_doc import (
        ItemMinutes,
        Line,
        MinutesDoc,
        NextSession,
        PauseLine,
        Voices,
        Wording,
    )
    from coprod.i18n import Catalogue
    from coprod.render.compose import Composer

_Entry = TypeVar("_Entry", Numbered, ActionLine)


def story(doc: MinutesDoc, composer: Composer) -> list[Row]:
    """All rows of the minutes, in order."""
    return list(_Story(doc, composer).rows())


class _Story:
    def __init__(self, doc: MinutesDoc, composer: Composer) -> None:
        self._doc = doc
        self._compose = composer
        self._half = composer.layout.lead / 2

    def rows(self) -> Iterator[Row]:
        doc = self._doc
        yield from opening(doc.header, self._compose, small_room=naming.undivided(doc))
        for section in self._sections():
            yield from inside(Node(Kind.SECTION), section)
        if self._compose.layout.sparing:
            yield from self._standing()

    def _sections(self) -> Iterator[Iterator[Row]]:
        doc = self._doc
        yield self._guidelines()
        yield from map(self._item, doc.items)
        yield self._questions()
        yield self._numbered(N_("Decisions"), doc.decisions, self._decision)
        yield self._numbered(N_("Actions"), doc.actions, self._action)
        yield self._lines(N_("Not agreed yet"), doc.differences)
        yield self._minority()
        yield self._lines(N_("Held over"), doc.held_over)
        yield flow_rows(doc, self._compose)
        if doc.next_session:
            yield self._next(doc.next_session)

    def _guidelines(self) -> Iterator[Row]:
        if self._doc.guidelines:
            yield self._compose.section(N_("Guidelines of this day"))
        entries = Node(Kind.LIST, numbered=True)
        for n, text in enumerate(self._doc.guidelines, start=1):
            yield from inside(entries, self._counted(n, text))

    def _questions(self) -> Iterator[Row]:
        if self._doc.questions:
            yield self._compose.section(N_("Questions and concerns"))
            yield from self._voices(self._doc.questions)

    def _counted(self, n: int, text: Wording) -> Iterator[Row]:
        """One guideline, with its number in every column; stacked, in the first language alone."""
        compose = self._compose
        number = Span(str(n), compose.body, "ja")
        size = compose.layout.size
        room = max(size * 1.4, compose.typesetter.width(number) + size * 0.6)
        row = compose.row(lambda catalogue: compose.words(text, catalogue, compose.body), each=room)
        row.inside = entry()
        word = Node(Kind.LABEL, row.inside.parent)
        columns = zip(compose.layout.columns, compose.catalogues, row.cells, strict=True)
        row.cells = [
            lines
            if n and compose.layout.stacked
            else [(compose.label(number, column.x, word, catalogue.lang), *lines[0]), *lines[1:]]
            for n, (column, catalogue, lines) in enumerate(columns)
        ]
        yield row

    def _item(self, item: ItemMinutes) -> Iterator[Row]:
        head = self._compose.heading(lambda catalogue, style: self._title(item, catalogue, style))
        head.place = item.id
        yield head
        for prompt in item.prompts:
            row = self._compose.wordings(prompt, self._compose.asked)
            row.keep_next = bool(item.voices or item.pauses)
            yield row
        yield from self._voices(item.voices)
        for pause in item.pauses:
            yield self._pause(pause)

    def _title(self, item: ItemMinutes, catalogue: Catalogue, style: Style) -> Sequence[Span]:
        if item.title:
            return self._compose.words(item.title, catalogue, style)
        name = wording.KINDS[item.kind] if item.kind else N_("Throughout the session")
        return [Span(catalogue.say(name), style, catalogue.lang)]

    def _voices(self, voices: Sequence[Voices]) -> Iterator[Row]:
        for group in voices:
            rows = self._said(group.lines)
            if not self._doc.small_room:
                rows = self._compose.led_by(group.cell, rows)
            rows[0].before = self._half * (2 if self._compose.layout.margin else 1)
            yield from rows

    def _said(self, lines: Sequence[Line]) -> list[Row]:
        """One row a note, a little apart: where one person ends, another begins."""
        rows = [self._line(line) for line in lines]
        for row in rows[1:]:
            row.before = self._half
        return rows

    def _line(self, line: Line) -> Row:
        return self._compose.wordings(line.wording, credit=line.credit)

    def _pause(self, pause: PauseLine) -> Row:
        compose = self._compose
        row = compose.said(partial(wording.pause, pause), compose.quiet)
        row.before, row.clings = self._half, True
        return row

    def _numbered(
        self, msgid: str, entries: Sequence[_Entry], rows_of: Callable[[_Entry, float], list[Row]]
    ) -> Iterator[Row]:
        if entries:
            yield self._compose.section(msgid)
        listed = Node(Kind.LIST, numbered=True)
        for n, one in enumerate(entries):
            rows = self._compose.numbered(one.number, partial(rows_of, one), self._where(one.item))
            rows[0].before = self._half
            if n and not self._compose.layout.margin:
                rows[0].rule, rows[0].before, rows[0].pad = Rule.HAIR, self._half * 0.5, self._half * 0.5
            yield from inside(listed, rows)

    def _where(self, id: str) -> Link | None:
        """To the item in which it was said, where the minutes have it."""
        item = next((one for one in self._doc.items if one.id == id and id), None)
        if item is None:
            return None
        first = self._compose.catalogues[0]
        title = " ".join(span.text for span in self._title(item, first, self._compose.body))
        return Link(id, first.say("Where this was said: {title}", title=title))

    def _decision(self, decision: Numbered, indent: float) -> list[Row]:
        line = decision.line
        return [self._compose.wordings(line.wording, credit=line.credit, first=indent)]

    def _action(self, action: ActionLine, indent: float) -> list[Row]:
        compose = self._compose
        rows = [compose.wordings(action.line.wording, credit=action.line.credit, first=indent)]
        who = (action.owners, action.unnamed_owners, action.owner_text, action.due)
        if any(who) or action.status != ActionStatus.OPEN:
            rows.append(compose.said(partial(wording.owners, action), compose.body, first=indent))
        if action.reason:
            rows.append(compose.wordings(action.reason, compose.quiet, first=indent))
        for row in rows[1:]:
            row.clings = True
        return rows

    def _lines(self, msgid: str, lines: Sequence[Line]) -> Iterator[Row]:
        if lines:
            yield self._compose.section(msgid)
        yield from self._said(lines)

    def _minority(self) -> Iterator[Row]:
        """Minority opinions: a tint behind, their own words, and what answered them."""
        for n, line in enumerate(self._doc.minority):
            if n == 0:
                yield self._compose.section(N_("Minority opinions"))
            rows = [
                self._line(line),
                *(self._compose.row(partial(self._reply, reply)) for reply in line.replies),
            ]
            for row in rows:
                row.tint = True
            for row in rows[1:]:
                row.clings = True
            rows[0].before = self._half * (2 if n else 1)
            yield from rows

    def _reply(self, reply: Wording, catalogue: Catalogue) -> list[Span]:
        compose = self._compose
        head = Span(catalogue.say("Reply:"), compose.quiet, catalogue.lang)
        first, *rest = compose.words(reply, catalogue, compose.quiet)
        room = apart(head.text, first.text)
        return [head, first._replace(gap=compose.layout.size / 3 if room else 0), *rest]

    def _standing(self) -> Iterator[Row]:
        """How far the texts can be trusted, where the feet have no room for it."""
        compose = self._compose
        told = zip(*(wording.states(self._doc.standing, one) for one in compose.catalogues), strict=True)
        for n, texts in enumerate(told):
            in_each = dict(zip(compose.catalogues, texts, strict=True))
            row = compose.said(in_each.__getitem__, compose.quiet)
            row.before = self._half * (2 if n == 0 else 1)
            yield row

    def _next(self, next_session: NextSession) -> Iterator[Row]:
        compose = self._compose
        yield compose.section(N_("Next time"))
        start = next_session.start
        if start:
            yield compose.said(lambda catalogue: f"{catalogue.date(start.date())}  {catalogue.time(start)}")
        for text in (next_session.place, next_session.text):
            if text:
                yield compose.wordings(text)
