"""Rules for the life of a session: begin, items one after another, close, reopen, approve, undo."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coprod.domain import acts, facts
from coprod.domain.answering import against
from coprod.domain.rules.pen import Pen, Refused, Ruling, Why
from coprod.domain.terms import Finding, GuidelineChange, ItemKind, PauseKind, RoundOrder

if TYPE_CHECKING:
    from coprod.domain.facts import Body
    from coprod.domain.parts import AgendaItem
    from coprod.domain.state import State

_HASH = re.compile("[0-9a-f]{64}")
ROUND_KINDS = frozenset({ItemKind.CHECK_IN, ItemKind.ROUNDTABLE, ItemKind.REFLECTION, ItemKind.CHECK_OUT})
"""The kinds of item in which voices come one after another."""


def start(state: State, _act: acts.StartSession, pen: Pen) -> Ruling:
    """The plan's guidelines are before the room and the first item is open."""
    proposed = [_proposed(pen, one.id, one.text) for one in state.proposals]
    first = _opened(state, state.agenda[0], None, pen) if state.agenda else []
    return [facts.Started(pen.moment), *proposed, *first]


def close(state: State, _act: acts.CloseSession, pen: Pen) -> Ruling:
    """What is open on any track ends with the session."""
    endings = [ending for group in state.tracks for ending in ended(state, group, pen)]
    return [*endings, facts.Closed(pen.moment)]


def reopen(_state: State, _act: acts.ReopenSession, _pen: Pen) -> Ruling:
    """A closed session is open again."""
    return [facts.Reopened()]


def open_item(state: State, act: acts.OpenItem, pen: Pen) -> Ruling:
    """The turn and the pause of the item before end; a round or a break begins with the item that needs it.

    An item that is open is not opened again: a key pressed twice would begin its round anew.
    """
    item = state.item(act.item)
    if item is None:
        return Refused(Why.UNKNOWN_ITEM, (act.item,))
    open_now = state.open_item(act.group)
    if open_now is not None and open_now.id == act.item:
        return Refused(Why.NOTHING_CHANGES, (act.item,))
    return [*ended(state, act.group, pen), *_opened(state, item, act.group, pen)]


def ask_prompt(state: State, act: acts.AskPrompt, pen: Pen) -> Ruling:
    """One of the open item's own questions."""
    item = state.open_item(act.group)
    if item is None:
        return Refused(Why.NO_ITEM)
    if all(prompt.id != act.prompt for prompt in item.prompts):
        return Refused(Why.UNKNOWN_ITEM, (act.prompt,))
    return [
        facts.PromptAsked(entry=pen.new_id(), at=pen.at, group=act.group, item=item.id, prompt=act.prompt)
    ]


def approve(_state: State, act: acts.Approve, pen: Pen) -> Ruling:
    """The minutes are approved by a part."""
    return [facts.Approved(act.part, pen.moment)]


def answer(state: State, act: acts.AnswerCheck, pen: Pen) -> Ruling:
    """Why a finding is left as it is. About the organisation's own words nothing is kept: they are a hint."""
    if act.finding is Finding.TERM:
        return Refused(Why.NOT_TO_BE_KEPT)
    note = state.note(act.note)
    if act.note and note is None:
        return Refused(Why.UNKNOWN_NOTE, (act.note,))
    strangers = tuple(who for who in act.about if who not in state.participants)
    if strangers:
        return Refused(Why.UNKNOWN_PERSON, strangers)
    reason = pen.write(act.reason, subjects=note.content.who if note else act.about)
    if not reason and (act.finding, act.note, act.lang, act.about) not in state.answers:
        return Refused(Why.NO_TEXT)
    stands = against(state, act.note, act.lang)
    return [facts.CheckAnswered(act.finding, act.note, act.lang, stands, reason, act.about)]


def issue(state: State, act: acts.IssueEdition, pen: Pen) -> Ruling:
    """An edition is issued under the next number of the session. It can't be undone."""
    if not _HASH.fullmatch(act.sha256):
        return Refused(Why.NOT_A_HASH)
    number = next_number(state)
    to = pen.write(act.to)
    return [facts.EditionIssued(number, act.edition, pen.moment, act.sha256, act.languages, to)]


def next_number(state: State) -> int:
    """The number of the edition that is issued next; each session counts its own."""
    return max((one.number or 0 for one in state.issued), default=0) + 1


def undo(state: State, _act: acts.Undo, pen: Pen) -> Ruling:
    """Void this stream's latest act; what other devices did is not touched."""
    own = [act for act, stream in state.acts.items() if stream == pen.stream]
    return [facts.Voided(own[-1])] if own else Refused(Why.NOTHING_TO_UNDO)


def pause_begun(pen: Pen, kind: PauseKind, group: str | None, minutes: float | None) -> list[Body]:
    """A pause begins; where it has a length, when the room begins again."""
    pause = facts.PauseBegun(entry=pen.new_id(), at=pen.at, group=group, kind=kind)
    returns = facts.ReturnPlanned(pause.entry, pen.at + round(minutes * 60_000)) if minutes else None
    return [pause, returns] if returns else [pause]


def ended(state: State, group: str | None, pen: Pen) -> list[Body]:
    """The ends of the turn and the pause that are open on a track."""
    turn, pause = state.open_turn(group), state.open_pause(group)
    bodies: list[Body] = []
    if turn is not None:
        bodies.append(facts.TurnEnded(turn.entry, pen.at))
    if pause is not None:
        bodies.append(facts.PauseEnded(pause.entry, pen.at))
    return bodies


def _opened(state: State, item: AgendaItem, group: str | None, pen: Pen) -> list[Body]:
    entry: list[Body] = [facts.ItemOpened(entry=pen.new_id(), at=pen.at, group=group, item=item.id)]
    if item.kind in ROUND_KINDS:
        order = state.orders.get(item.id, RoundOrder.SEATED)
        entry.append(
            facts.RoundBegun(entry=pen.new_id(), at=pen.at, group=group, item=item.id, number=1, order=order)
        )
    if item.kind is ItemKind.BREAK:
        entry += pause_begun(pen, PauseKind.BREAK, group, item.minutes)
    return entry


def _proposed(pen: Pen, guideline: str, text: tuple[tuple[str, str], ...]) -> Body:
    return facts.GuidelineTouched(
        entry=pen.new_id(), at=pen.at, guideline=guideline, change=GuidelineChange.PROPOSED, text=text
    )
