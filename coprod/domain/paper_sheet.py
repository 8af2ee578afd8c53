"""A group's sheet on paper as a language-neutral document: its question, its members, and nothing of what was said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from coprod.domain.minutes_doc import Wording
from coprod.domain.minuting.wordings import Wordings
from coprod.domain.moments import parsed, zone_of
from coprod.domain.sheets import question
from coprod.domain.terms import ItemKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coprod.domain.parts import Group
    from coprod.domain.state import State


@dataclass(frozen=True, slots=True)
class Question:
    """What the group talks about. `title` None: the kind names it. `prompts`: what is asked, the main one first."""

    kind: ItemKind
    title: Wording | None
    prompts: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """What one group takes along on paper. `day`: when it is, in the session's own zone.

    `group` None: the group has no name but its `number` among all. `members`: as they want to be called, as the sealed
    sheet of the group tells it, too; standpoints, wishes and what was said or passed are not here.
    """

    session: str
    languages: tuple[str, ...]
    title: Wording
    day: datetime | None
    group: Wording | None
    number: int
    members: tuple[Wording, ...]
    question: Question | None


def paper_sheet(
    state: State, group: Group, words: Mapping[str, str], languages: Sequence[str] = ()
) -> PaperSheet:
    """The sheet of a group in `languages` (without any: the first two of the session). `words`: words id to text.

    Raises ValueError for a session that has no description.
    """
    about = state.description
    if about is None:
        message = "a session without a description has no sheets on paper"
        raise ValueError(message)
    wordings = Wordings(words)
    moment = state.started or about.planned_start
    return PaperSheet(
        session=state.session,
        languages=tuple(languages) or about.languages[:2],
        title=wordings.of(about.title) or Wording({"": state.session}),
        day=parsed(moment).astimezone(zone_of(about.zone, moment)) if moment else None,
        group=wordings.of(group.name),
        number=list(state.groups).index(group.id) + 1,
        members=wordings.all(
            state.participants[who].called for who in group.members if who in state.participants
        ),
        question=_question(state, wordings),
    )


def _question(state: State, wordings: Wordings) -> Question | None:
    item = question(state)
    if item is None:
        return None
    asked = (item.prompt, *(prompt.text for prompt in item.prompts))
    return Question(item.kind, wordings.of(item.title), wordings.all(asked))
