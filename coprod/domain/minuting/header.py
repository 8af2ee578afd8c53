"""The header of the minutes: what, when, where, and how many were there."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from coprod.domain.minutes_doc import Cell, Count, Group, Header, NextSession, Wording
from coprod.domain.moments import parsed
from coprod.domain.parts import Description, NextTime
from coprod.domain.placing import cell_of
from coprod.domain.terms import Attendance, Shown

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from coprod.domain.minuting.wordings import Wordings
    from coprod.domain.state import State

SMALLEST = 3
"""The smallest count of people that a page may show beside a standpoint."""

_GROUPS = {
    Cell.PEERS: Group.PEER,
    Cell.PROFESSIONALS: Group.PROFESSIONAL,
    Cell.BOTH: Group.BOTH,
    Cell.OTHERS: Group.OTHERS,
    Cell.UNATTRIBUTED: Group.NOT_SAID,
}


def header(state: State, about: Description, wordings: Wordings, zone: tzinfo) -> Header:
    """What the first page says of the session."""
    programme = about.programme
    present = [one for one in state.participants.values() if one.attendance is not Attendance.ABSENT]
    groups = [_GROUPS[cell_of(frozenset(state.standpoints(one.id)))] for one in present]
    return Header(
        title=wordings.of(about.title) or Wording({"": state.session}),
        programme=wordings.of(programme.title) if programme else None,
        cohort=wordings.plain(programme.cohort) if programme else None,
        number=programme.number if programme else None,
        started=_local(state.started, zone),
        ended=_local(state.ended, zone),
        planned_start=_local(about.planned_start, zone),
        planned_end=_local(about.planned_end, zone),
        place=wordings.of(about.place),
        purpose=wordings.of(about.purpose),
        present=len(present),
        online=sum(one.attendance is Attendance.ONLINE for one in present),
        counts=counts(groups),
        names=wordings.all(one.called for one in present if one.listed is Shown.NAME),
    )


def counts(groups: list[Group]) -> tuple[Count, ...]:
    """How many of each group, the small ones joined until no count is under three; nothing where all would be one."""
    numbers = Counter(groups)
    waiting = sorted(numbers, key=lambda group: (numbers[group], list(Group).index(group)))
    joined: list[Group] = []
    people = 0
    while waiting and (numbers[waiting[0]] < SMALLEST or 0 < people < SMALLEST):
        people += numbers[waiting[0]]
        joined.append(waiting.pop(0))
    rows = [Count((group,), numbers[group]) for group in waiting]
    if joined:
        rows.append(Count(tuple(group for group in Group if group in joined), people))
    rows.sort(key=lambda row: list(Group).index(row.groups[0]))
    return tuple(rows) if len(rows) > 1 else ()


def next_session(about: Description, wordings: Wordings, zone: tzinfo) -> NextSession | None:
    """What is known of the next session; None where nothing is."""
    following = about.next_time or NextTime()
    known = NextSession(
        _local(following.start, zone), wordings.of(following.place), wordings.of(following.text)
    )
    return known if known.start or known.place or known.text else None


def _local(moment: str | None, zone: tzinfo) -> datetime | None:
    return parsed(moment).astimezone(zone) if moment else None
