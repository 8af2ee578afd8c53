"""Rules for the plan: the description, the agenda, the guidelines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coprod.domain import acts, facts
from coprod.domain.facts import Body, GuidelineTouched, ItemOpened, PromptAsked
from coprod.domain.forms import is_language, is_moment, zone_named
from coprod.domain.moments import parsed
from coprod.domain.parts import AgendaItem, Description, Guideline, NextTime, Programme, Prompt, Text
from coprod.domain.prose import TITLE_LIMIT, Prose
from coprod.domain.rules.pen import LONGEST_ITEM, Pen, Refused, Ruling, Unwritable, Why, checked
from coprod.domain.terms import GuidelineChange

if TYPE_CHECKING:
    from coprod.domain.acts import ItemDraft, NextDraft, ProgrammeDraft, SessionDraft
    from coprod.domain.state import State


def describe(_state: State, act: acts.Describe, pen: Pen) -> Ruling:
    """A session needs a title, and a language for its minutes; dates and the zone are as a calendar knows them."""
    draft = act.draft
    if not draft.languages:
        return Refused(Why.NO_LANGUAGE)
    described = _description(draft, pen)
    start, end = described.planned_start, described.planned_end
    if not described.title:
        return Refused(Why.NO_TEXT)
    if start and end and parsed(end) < parsed(start):
        return Refused(Why.UNTIL_BEFORE_AT)
    return [facts.Described(described)]


def add_item(state: State, act: acts.AddItem, pen: Pen) -> Ruling:
    """One more item."""
    if act.before is not None and state.item(act.before) is None:
        return Refused(Why.UNKNOWN_ITEM, (act.before,))
    return [facts.ItemAdded(_item(AgendaItem(pen.new_id(), act.draft.kind), act.draft, pen), act.before)]


def change_item(state: State, act: acts.ChangeItem, pen: Pen) -> Ruling:
    """An item, whole; it keeps its key, and its questions theirs in their order. One that was asked stays."""
    item = state.item(act.item)
    if item is None:
        return Refused(Why.UNKNOWN_ITEM, (act.item,))
    dropped = {prompt.id for prompt in item.prompts[len(act.draft.prompts) :]}
    if any(isinstance(entry, PromptAsked) and entry.prompt in dropped for entry in state.record.values()):
        return Refused(Why.IN_USE, (act.item,))
    return [facts.ItemChanged(_item(item, act.draft, pen))]


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


def offer_guidelines(_state: State, act: acts.OfferGuidelines, pen: Pen) -> Ruling:
    """Before the session, the list is laid down whole; in it, guidelines are proposed one by one."""
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


def _item(before: AgendaItem, draft: ItemDraft, pen: Pen) -> AgendaItem:
    if draft.minutes is not None and not 0 <= draft.minutes <= LONGEST_ITEM:
        raise Unwritable(Refused(Why.NOT_A_LENGTH, (before.id,)))
    known = [*before.prompts, *(Prompt(pen.new_id(), ()) for _ in draft.prompts[len(before.prompts) :])]
    return AgendaItem(
        id=before.id,
        kind=draft.kind,
        key=before.key,
        title=pen.write(draft.title, limit=TITLE_LIMIT),
        prompt=pen.write(draft.prompt),
        minutes=draft.minutes,
        prompts=tuple(
            replace(old, text=pen.write(prompt)) for old, prompt in zip(known, draft.prompts, strict=False)
        ),
    )


def _description(draft: SessionDraft, pen: Pen) -> Description:
    return Description(
        title=pen.write(draft.title, limit=TITLE_LIMIT),
        languages=tuple(lang for lang in draft.languages if checked(lang, is_language, Why.NOT_A_LANGUAGE)),
        place=pen.write(draft.place),
        planned_start=_moment(draft.planned_start),
        planned_end=_moment(draft.planned_end),
        zone=checked(draft.zone, zone_named, Why.NOT_A_ZONE),
        purpose=pen.write(draft.purpose),
        programme=_programme(draft.programme, pen) if draft.programme else None,
        previous=draft.previous,
        next_time=_next_time(draft.next_time, pen) if draft.next_time else None,
        labels=tuple((standpoint, pen.write(label)) for standpoint, label in draft.labels.items()),
    )


def _programme(draft: ProgrammeDraft, pen: Pen) -> Programme:
    return Programme(
        id=draft.id,
        title=pen.write(draft.title, limit=TITLE_LIMIT),
        number=draft.number,
        cohort=pen.write({"": draft.cohort}, limit=TITLE_LIMIT, plain=True),
    )


def _next_time(draft: NextDraft, pen: Pen) -> NextTime:
    return NextTime(_moment(draft.start), pen.write(draft.place), pen.write(draft.text))


def _moment(text: str | None) -> str | None:
    return checked(text, is_moment, Why.NOT_A_DATE)
