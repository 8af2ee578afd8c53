"""Rules for the plan: the description, the agenda, the guidelines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.domain import acts, facts
from coprod.domain.facts import Body, GuidelineTouched, ItemOpened
from coprod.domain.parts import AgendaItem, Description, Guideline, NextTime, Programme, Prompt, Text
from coprod.domain.prose import TITLE_LIMIT, Prose
from coprod.domain.rules.pen import Pen, Refused, Ruling, Why
from coprod.domain.terms import GuidelineChange, Phase

if TYPE_CHECKING:
    from coprod.domain.acts import ItemDraft, SessionDraft
    from coprod.domain.state import State


def describe(_state: State, act: acts.Describe, pen: Pen) -> Ruling:
    """A session needs a title in one language at least, and one or two languages for its minutes."""
    draft = act.draft
    if not draft.languages:
        return Refused(Why.NO_LANGUAGE)
    if not any(body.strip() for body in draft.title.values()):
        return Refused(Why.NO_TEXT)
    return [facts.Described(_description(draft, pen))]


def add_item(state: State, act: acts.AddItem, pen: Pen) -> Ruling:
    """One more item."""
    if act.before is not None and state.item(act.before) is None:
        return Refused(Why.UNKNOWN_ITEM, (act.before,))
    return [facts.ItemAdded(_item(pen.new_id(), act.draft, (), pen), act.before)]


def change_item(state: State, act: acts.ChangeItem, pen: Pen) -> Ruling:
    """An item, whole; it keeps its key."""
    item = state.item(act.item)
    if item is None:
        return Refused(Why.UNKNOWN_ITEM, (act.item,))
    return [facts.ItemChanged(_item(item.id, act.draft, item.key, pen))]


def move_item(state: State, act: acts.MoveItem, _pen: Pen) -> Ruling:
    """An item before another one, or at the end."""
    unknown = [one for one in (act.item, act.before) if one is not None and state.item(one) is None]
    if unknown:
        return Refused(Why.UNKNOWN_ITEM, tuple(unknown))
    return [facts.ItemMoved(act.item, act.before)]


def remove_item(state: State, act: acts.RemoveItem, _pen: Pen) -> Ruling:
    """An item that was not opened."""
    if state.item(act.item) is None:
        return Refused(Why.UNKNOWN_ITEM, (act.item,))
    if any(isinstance(entry, ItemOpened) and entry.item == act.item for entry in state.record.values()):
        return Refused(Why.IN_USE, (act.item,))
    return [facts.ItemRemoved(act.item)]


def offer_guidelines(state: State, act: acts.OfferGuidelines, pen: Pen) -> Ruling:
    """Before the session, the list is laid down whole; in it, guidelines are proposed one by one."""
    if state.phase is not Phase.PLANNED:
        return Refused(Why.ALREADY_OPEN, (state.session,))
    offered = tuple(Guideline(pen.new_id(), pen.write(text)) for text in act.texts)
    if not all(one.text for one in offered):
        return Refused(Why.NO_TEXT)
    return [facts.GuidelinesOffered(offered)]


def propose_guideline(_state: State, act: acts.ProposeGuideline, pen: Pen) -> Ruling:
    """One more guideline is before the room."""
    return _touched(pen, pen.new_id(), GuidelineChange.PROPOSED, act.text)


def change_guideline(state: State, act: acts.ChangeGuideline, pen: Pen) -> Ruling:
    """A guideline in other words."""
    if not _known(state, act.guideline):
        return Refused(Why.UNKNOWN_GUIDELINE, (act.guideline,))
    return _touched(pen, act.guideline, GuidelineChange.CHANGED, act.text)


def agree_guidelines(state: State, _act: acts.AgreeGuidelines, pen: Pen) -> Ruling:
    """All that lies before the room is agreed."""
    if not state.proposals:
        return Refused(Why.NOTHING_CHANGES)
    return [_touch(pen, one.id, GuidelineChange.AGREED, ()) for one in state.proposals]


def drop_guideline(state: State, act: acts.DropGuideline, pen: Pen) -> Ruling:
    """A guideline is let go."""
    if not _known(state, act.guideline):
        return Refused(Why.UNKNOWN_GUIDELINE, (act.guideline,))
    return [_touch(pen, act.guideline, GuidelineChange.DROPPED, ())]


def _touched(pen: Pen, guideline: str, change: GuidelineChange, prose: Prose) -> Ruling:
    text = pen.write(prose)
    return [_touch(pen, guideline, change, text)] if text else Refused(Why.NO_TEXT, (guideline,))


def _touch(pen: Pen, guideline: str, change: GuidelineChange, text: Text) -> Body:
    return GuidelineTouched(entry=pen.new_id(), at=pen.at, guideline=guideline, change=change, text=text)


def _known(state: State, guideline: str) -> bool:
    return any(one.id == guideline for one in (*state.guidelines, *state.proposals))


def _item(item: str, draft: ItemDraft, key: Text, pen: Pen) -> AgendaItem:
    return AgendaItem(
        id=item,
        kind=draft.kind,
        key=key,
        title=pen.write(draft.title, limit=TITLE_LIMIT),
        prompt=pen.write(draft.prompt),
        minutes=draft.minutes,
        prompts=tuple(Prompt(pen.new_id(), pen.write(prompt)) for prompt in draft.prompts),
    )


def _description(draft: SessionDraft, pen: Pen) -> Description:
    series, following = draft.programme, draft.next_time
    return Description(
        title=pen.write(draft.title, limit=TITLE_LIMIT),
        languages=draft.languages,
        place=pen.write(draft.place),
        planned_start=draft.planned_start,
        planned_end=draft.planned_end,
        zone=draft.zone,
        purpose=pen.write(draft.purpose),
        programme=Programme(
            id=series.id,
            title=pen.write(series.title, limit=TITLE_LIMIT),
            number=series.number,
            cohort=pen.write({"": series.cohort}, limit=TITLE_LIMIT),
        )
        if series
        else None,
        previous=draft.previous,
        next_time=NextTime(following.start, pen.write(following.place), pen.write(following.text))
        if following
        else None,
        labels=tuple((standpoint, pen.write(label)) for standpoint, label in draft.labels.items()),
    )
