"""From the records of a file to the entries of the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from coprod.domain import facts, parts
from coprod.domain.terms import TranslationState
from coprod.service.exchange import format as f

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from coprod.service.exchange.scribe import Scribe

_Values: TypeAlias = dict[str, Any]


class RecordReader:
    """Makes an entry of each record."""

    def __init__(self, scribe: Scribe) -> None:
        self._scribe = scribe

    def entries(self, records: Iterable[f.AnyRecord]) -> Iterator[facts.Body]:
        """The entries, in the order of the file."""
        for record in records:
            made, values = _MAKERS[type(record)]
            yield made(**self._common(record), **values(self, record))

    def _common(self, record: f.AnyRecord) -> _Values:
        """What every entry has, and the times, people and places that most have, by the names they share."""
        scribe = self._scribe
        common: _Values = {
            "entry": record.id or scribe.new_id(),
            "given": record.id is not None,
            "by": scribe.writer(record.by),
            "group": scribe.groups[record.group] if record.group else None,
            "at": scribe.moment(getattr(record, "at", None)),
        }
        if isinstance(record, f.TurnRecord | f.PauseRecord | f.NoteRecord):
            common["until"] = scribe.moment(record.until)
        if isinstance(record, _OF_PERSON):
            common["who"] = scribe.people[record.who]
        if isinstance(record, _OF_ITEM):
            common["item"] = scribe.items[record.item] if record.item else None
        return common

    def guideline(self, record: f.GuidelineRecord) -> _Values:
        """What happened to a guideline."""
        return {
            "guideline": self._scribe.guideline(record.guideline),
            "change": record.change,
            "text": self._scribe.text(record.text),
            "key": self._scribe.text(record.guideline),
        }

    def prompt(self, record: f.PromptRecord) -> _Values:
        """The prompt that was asked."""
        return {"prompt": self._scribe.known_prompt(record.item, record.prompt)}

    def note(self, record: f.NoteRecord) -> _Values:
        """What a note says."""
        scribe = self._scribe
        who = tuple(scribe.people[one] for one in record.who)
        owners = (record.owner,) if isinstance(record.owner, str) else record.owner
        content = parts.NoteContent(
            kind=record.kind,
            text=scribe.text(record.text, who),
            who=who,
            standpoints=record.standpoints,
            item=scribe.items[record.item] if record.item else None,
            original=record.original,
            translations=tuple((lang, self._translation(one)) for lang, one in record.translations.items()),
            minority=record.minority,
            visibility=record.visibility,
            attribution=record.attribution,
            wording=record.wording,
            confirmed=tuple(scribe.people[one] for one in record.confirmed),
            share=record.share,
            number=None if record.number is None else int(record.number),
            owners=tuple(scribe.people[one] for one in owners),
            one_owner=isinstance(record.owner, str),
            owner_text=scribe.text(record.owner_text),
            due=record.due,
            status=record.status,
            reason=scribe.text(record.reason, who),
            easy=scribe.text(record.easy, who),
        )
        return {"content": content}

    def _translation(self, said: TranslationState | f.Translation) -> parts.Translation:
        if isinstance(said, TranslationState):
            return parts.Translation(said)
        by, checked_by = self._scribe.writer(said.by), self._scribe.writer(said.checked_by)
        return parts.Translation(said.state, by, checked_by, plain=False)


_OF_PERSON = (
    f.TurnRecord, f.PassRecord, f.ArriveRecord, f.LeaveRecord, f.MoveRecord, f.StandpointRecord,
)  # fmt: skip
_OF_ITEM = (f.ItemRecord, f.TurnRecord, f.PassRecord, f.PromptRecord, f.RoundRecord)


def _just(*names: str) -> Callable[[RecordReader, Any], _Values]:
    """These values as the record has them."""
    return lambda _reader, record: {name: getattr(record, name) for name in names}


def _round(_reader: RecordReader, record: f.RoundRecord) -> _Values:
    return {"number": None if record.number is None else int(record.number), "order": record.order}


def _release(_reader: RecordReader, record: f.ReleaseRecord) -> _Values:
    """Told, and not done: nothing that comes in goes onto the wall."""
    return {"note": record.note, "shown": False}


_MAKERS: Mapping[
    type[f.AnyRecord], tuple[Callable[..., facts.Body], Callable[[RecordReader, Any], _Values]]
] = {
    f.ItemRecord: (facts.ItemOpened, _just()),
    f.TurnRecord: (facts.TurnBegun, _just()),
    f.PassRecord: (facts.TurnPassed, _just("how")),
    f.PauseRecord: (facts.PauseBegun, _just("kind")),
    f.ArriveRecord: (facts.Arrived, _just("how")),
    f.LeaveRecord: (facts.Left, _just()),
    f.MoveRecord: (facts.Moved, _just()),
    f.StandpointRecord: (facts.StandpointDeclared, _just("standpoints")),
    f.GuidelineRecord: (facts.GuidelineTouched, RecordReader.guideline),
    f.PromptRecord: (facts.PromptAsked, RecordReader.prompt),
    f.RoundRecord: (facts.RoundBegun, _round),
    f.ReleaseRecord: (facts.NoteReleased, _release),
    f.RetractRecord: (facts.NoteRetracted, _just("note")),
    f.LinkRecord: (facts.NotesLinked, _just("source", "target", "kind")),
    f.NoteRecord: (facts.NoteKept, RecordReader.note),
}
"""For each kind of record the entry it makes, and the values that are its own."""
