"""The sheet for participants as a language-neutral document: what will happen, and nobody's name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from coprod.domain.minutes_doc import Wording
from coprod.domain.minuting.wordings import Wordings
from coprod.domain.moments import parsed, zone_of
from coprod.domain.terms import ItemKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coprod.domain.parts import AgendaItem
    from coprod.domain.state import State


@dataclass(frozen=True, slots=True)
class HandoutItem:
    """One agenda item. `begin` None: no plan tells when. `title` None: the kind names it."""

    begin: datetime | None
    kind: ItemKind
    title: Wording | None


@dataclass(frozen=True, slots=True)
class HandoutDoc:
    """What participants get in the hand. Times are in the session's own zone.

    `agreed`: whether the room agreed on the guidelines; else they are an offer.
    """

    session: str
    languages: tuple[str, ...]
    title: Wording
    start: datetime | None
    end: datetime | None
    place: Wording | None
    agenda: tuple[HandoutItem, ...]
    guidelines: tuple[Wording, ...]
    agreed: bool


def handout(state: State, words: Mapping[str, str], languages: Sequence[str] = ()) -> HandoutDoc:
    """The sheet in `languages` (without any: the first two of the session). `words`: words id to text.

    Raises ValueError for a session that has no description.
    """
    about = state.description
    if about is None:
        message = "a session without a description has no handout"
        raise ValueError(message)
    wordings = Wordings(words)
    zone = zone_of(about.zone, about.planned_start or state.started)
    start, end = (
        parsed(moment).astimezone(zone) if moment else None
        for moment in (about.planned_start, about.planned_end)
    )
    offered = state.guidelines or state.proposals
    return HandoutDoc(
        session=state.session,
        languages=tuple(languages) or about.languages[:2],
        title=wordings.of(about.title) or Wording({"": state.session}),
        start=start,
        end=end,
        place=wordings.of(about.place),
        agenda=tuple(
            HandoutItem(begin, item.kind, wordings.of(item.title))
            for item, begin in zip(state.agenda, _begins(state.agenda, start), strict=True)
        ),
        guidelines=wordings.all(one.text for one in offered),
        agreed=bool(state.guidelines),
    )


def _begins(agenda: Sequence[AgendaItem], start: datetime | None) -> Iterator[datetime | None]:
    """When each item begins; after one of unknown length nobody can tell."""
    for item in agenda:
        yield start
        known = start is not None and item.minutes is not None
        start = start + timedelta(minutes=item.minutes or 0) if known and start else None
