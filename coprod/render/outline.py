"""The minutes as a sequence of passages, in the order of the page: what kinds of files without pages are made from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from coprod.domain.sentences import by_sentence
from coprod.domain.terms import ActionStatus, Edition
from coprod.i18n import N_
from coprod.render import flow, naming, wording
from coprod.render.tidy import apart, single, tidy
from coprod.service.printing import NO_HOUSE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import TypeAlias

    from coprod.domain.minutes_doc import (
        ActionLine,
        Credit,
        Header,
        ItemMinutes,
        Line,
        MinutesDoc,
        NextSession,
        Voices,
        Wording,
    )
    from coprod.i18n import Catalogue
    from coprod.service.printing import House


class Part(Enum):
    """What a passage is."""

    EDITION = auto()
    TITLE = auto()
    SECTION = auto()
    FACT = auto()
    GUIDELINE = auto()
    PROMPT = auto()
    STANDPOINT = auto()
    SAID = auto()
    PAUSE = auto()
    DECISION = auto()
    ACTION = auto()
    DETAIL = auto()
    MINORITY = auto()
    REPLY = auto()


class Role(Enum):
    """Whose words a piece holds: the meeting's, or the renderer's beside them."""

    WORDS = auto()
    OURS = auto()
    MARK = auto()
    CREDIT = auto()


class Piece(NamedTuple):
    """A text in one language; what stands between two pieces, `spaced` puts before the second."""

    text: str
    lang: str
    role: Role = Role.WORDS


Cell: TypeAlias = "tuple[Piece, ...]"


@dataclass(frozen=True, slots=True)
class Passage:
    """The same thing in each language, in the order of the catalogues; `number` ("D4-1") is common to all.

    `leads`: what follows belongs to it, and should stand on the same page.
    """

    part: Part
    cells: tuple[Cell, ...]
    number: str = ""
    leads: bool = False


def outline(doc: MinutesDoc, catalogues: Sequence[Catalogue], house: House = NO_HOUSE) -> Iterator[Passage]:
    """All passages of the minutes, in order. In the easy edition each sentence of what was said has its own line.

    `house`: whose minutes they are.
    """
    split = _by_sentence if doc.edition is Edition.EASY else str
    for passage in _Outline(doc, catalogues, house).passages():
        yield replace(passage, cells=tuple(_tidied(cell, split) for cell in passage.cells))


def spaced(cell: Cell) -> Iterator[Piece]:
    """The pieces of a cell, which joined are its text."""
    before = ""
    for piece in cell:
        yield piece._replace(text=apart(before, piece.text) + piece.text) if before else piece
        before = piece.text


def _by_sentence(text: str) -> str:
    return "\n".join(line.rstrip(" \u3000") for line in by_sentence(text).split("\n"))


def _tidied(cell: Cell, split: Callable[[str], str]) -> Cell:
    return tuple(
        piece._replace(text=split(tidy(piece.text)) if piece.role is Role.WORDS else single(tidy(piece.text)))
        for piece in cell
    )


class _Outline:
    def __init__(self, doc: MinutesDoc, catalogues: Sequence[Catalogue], house: House) -> None:
        self._doc = doc
        self._catalogues = catalogues
        self._house = house

    def passages(self) -> Iterator[Passage]:
        doc = self._doc
        yield from self._opening(doc.header)
        if doc.guidelines:
            yield self._section(N_("Guidelines of this day"))
        for n, text in enumerate(doc.guidelines, start=1):
            yield self._words(Part.GUIDELINE, text, number=str(n))
        for item in doc.items:
            yield from self._item(item)
        if doc.questions:
            yield self._section(N_("Questions and concerns"))
            yield from self._voices(doc.questions)
        yield from self._outcomes()
        yield from self._flow()
        if doc.next_session:
            yield self._section(N_("Next time"))
            yield from self._next(doc.next_session)

    # ---- the first page

    def _opening(self, header: Header) -> Iterator[Passage]:
        yield self._ours(Part.EDITION, self._edition)
        yield self._each(Part.TITLE, partial(_title, header))
        start = header.started or header.planned_start
        if start:
            yield self._ours(Part.FACT, lambda catalogue: catalogue.date(start.date()))
            yield self._ours(Part.FACT, partial(naming.hours, header))
        if header.place or header.online:
            yield self._each(Part.FACT, partial(_place, header))
        if header.purpose:
            yield self._words(Part.FACT, header.purpose)
        yield from self._present(header)
        if naming.undivided(self._doc):
            yield self._ours(Part.FACT, naming.small_room)

    def _edition(self, catalogue: Catalogue) -> str:
        texts = (
            self._house.called(catalogue.tag),
            naming.edition(self._doc, catalogue),
            naming.programme(self._doc.header, catalogue),
        )
        return catalogue.say(" · ").join(filter(None, texts))

    def _present(self, header: Header) -> Iterator[Passage]:
        if header.present:
            yield self._ours(Part.FACT, partial(naming.present, header))
        labels = self._doc.labels
        if header.counts:
            yield self._ours(
                Part.FACT,
                lambda catalogue: catalogue.say(" · ").join(
                    naming.counted(count, labels, catalogue) for count in header.counts
                ),
            )
        if header.names:
            yield self._ours(Part.FACT, partial(wording.listed, header.names))

    # ---- what was said

    def _item(self, item: ItemMinutes) -> Iterator[Passage]:
        name = wording.KINDS[item.kind] if item.kind else N_("Throughout the session")
        yield self._words(Part.SECTION, item.title) if item.title else self._section(name)
        for prompt in item.prompts:
            yield self._words(Part.PROMPT, prompt)
        yield from self._voices(item.voices)
        for pause in item.pauses:
            yield self._ours(Part.PAUSE, partial(wording.pause, pause))

    def _voices(self, voices: Sequence[Voices]) -> Iterator[Passage]:
        for group in voices:
            if not self._doc.small_room:
                yield self._ours(Part.STANDPOINT, partial(naming.standpoint, group.cell, self._doc.labels))
            for line in group.lines:
                yield self._line(Part.SAID, line)

    # ---- what came of it

    def _outcomes(self) -> Iterator[Passage]:
        doc = self._doc
        if doc.decisions:
            yield self._section(N_("Decisions"))
        for entry in doc.decisions:
            yield self._line(Part.DECISION, entry.line, entry.number)
        if doc.actions:
            yield self._section(N_("Actions"))
        for action in doc.actions:
            yield from self._action(action)
        yield from self._lines(N_("Not agreed yet"), doc.differences)
        if doc.minority:
            yield self._section(N_("Minority opinions"))
        for line in doc.minority:
            yield replace(self._line(Part.MINORITY, line), leads=bool(line.replies))
            for reply in line.replies:
                yield self._each(Part.REPLY, partial(_reply, reply))
        yield from self._lines(N_("Held over"), doc.held_over)

    def _action(self, action: ActionLine) -> Iterator[Passage]:
        who = (action.owners, action.unnamed_owners, action.owner_text, action.due)
        details = []
        if any(who) or action.status != ActionStatus.OPEN:
            details.append(self._ours(Part.DETAIL, partial(wording.owners, action)))
        if action.reason:
            details.append(self._words(Part.DETAIL, action.reason))
        yield replace(self._line(Part.ACTION, action.line, action.number), leads=bool(details))
        yield from details

    def _lines(self, msgid: str, lines: Sequence[Line]) -> Iterator[Passage]:
        if lines:
            yield self._section(msgid)
        for line in lines:
            yield self._line(Part.SAID, line)

    def _flow(self) -> Iterator[Passage]:
        heading = flow.heading(self._doc)
        if heading:
            yield self._section(heading)
        of = self._doc.flow
        if of:
            yield self._ours(Part.PAUSE, lambda catalogue: "".join(flow.key(of, catalogue)))
        for told in flow.told(self._doc):
            yield self._ours(Part.PAUSE, told.text)

    def _next(self, next_session: NextSession) -> Iterator[Passage]:
        start = next_session.start
        if start:
            yield self._ours(
                Part.FACT, lambda catalogue: f"{catalogue.date(start.date())}  {catalogue.time(start)}"
            )
        for text in (next_session.place, next_session.text):
            if text:
                yield self._words(Part.FACT, text)

    # ---- passages

    def _each(self, part: Part, cell: Callable[[Catalogue], Cell], number: str = "") -> Passage:
        return Passage(part, tuple(map(cell, self._catalogues)), number)

    def _words(self, part: Part, of: Wording, number: str = "") -> Passage:
        return self._each(part, partial(_pieces, of), number)

    def _line(self, part: Part, line: Line, number: str = "") -> Passage:
        return self._each(part, partial(_pieces, line.wording, credit=line.credit), number)

    def _ours(self, part: Part, text: Callable[[Catalogue], str]) -> Passage:
        return self._each(part, lambda catalogue: (Piece(text(catalogue), catalogue.lang, Role.OURS),))

    def _section(self, msgid: str) -> Passage:
        return self._ours(Part.SECTION, lambda catalogue: catalogue.say(msgid))


def _pieces(of: Wording, catalogue: Catalogue, credit: Credit | None = None) -> Cell:
    """A text as one language shows it; marks and credits follow it."""
    shown = wording.shown(of, catalogue)
    named = wording.credit(credit, catalogue) if credit else ""
    after = ((shown.mark, Role.MARK), (named, Role.CREDIT))
    return (
        Piece(shown.text, shown.lang),
        *(Piece(text, catalogue.lang, role) for text, role in after if text),
    )


_TITLE = "\0"


def _title(header: Header, catalogue: Catalogue) -> Cell:
    """The title, and where its language puts it the number."""
    pieces = _pieces(header.title, catalogue)
    if header.number is None:
        return pieces
    numbered = catalogue.say("No. {number}  {title}", number=header.number, title=_TITLE)
    before, after = (
        (Piece(text.strip(), catalogue.lang, Role.OURS),) if text.strip() else ()
        for text in numbered.split(_TITLE)
    )
    return *before, *pieces, *after


def _place(header: Header, catalogue: Catalogue) -> Cell:
    pieces = _pieces(header.place, catalogue) if header.place else ()
    if not header.online:
        return pieces
    return *pieces, Piece(naming.online(header, catalogue), catalogue.lang, Role.OURS)


def _reply(reply: Wording, catalogue: Catalogue) -> Cell:
    return Piece(catalogue.say("Reply:"), catalogue.lang, Role.OURS), *_pieces(reply, catalogue)
