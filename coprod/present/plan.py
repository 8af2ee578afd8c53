"""The plan of a session: its agenda with the clock times that follow, and the sheet of each item."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coprod.domain import acts
from coprod.domain.acts import ItemDraft
from coprod.domain.moments import to_ms
from coprod.domain.rules.life import ROUND_KINDS
from coprod.domain.terms import ItemKind, RoundOrder
from coprod.i18n import LANGUAGES, N_, Catalogue
from coprod.present.flow import clock_time, plan_of
from coprod.present.kinds import ITEMS, item_name
from coprod.present.notes import Option
from coprod.present.plan_about import AboutSheet, about_sheet, prose_of, written_in
from coprod.present.texts import Said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coprod.domain.acts import Act
    from coprod.domain.parts import AgendaItem
    from coprod.domain.prose import Prose
    from coprod.domain.state import State
    from coprod.present.texts import Texts

NEW_MINUTES = 10.0
"""The length of an item that is added."""
_STEP = 5.0

ORDERS: Mapping[RoundOrder, str] = {
    RoundOrder.SEATED: N_("As seated"),
    RoundOrder.LAST: N_("From where the last round ended"),
    RoundOrder.DRAWN: N_("Drawn"),
    RoundOrder.ALTERNATING: N_("Standpoints in turn"),
    RoundOrder.OPEN: N_("No order: whoever would like to"),
}


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One item of the agenda, folded: when it begins, its name in both languages, how long it is."""

    id: str
    time: str
    name: str
    beside: Said
    minutes: str
    told: str


@dataclass(frozen=True, slots=True)
class Field:
    """One text in one language; `key` says which: `title`, or the number of a question."""

    key: str
    lang: str
    tongue: str
    head: str
    text: str


@dataclass(frozen=True, slots=True)
class ItemSheet:
    """One item, unfolded. `orders` is empty where voices do not come one after another."""

    id: str
    kinds: tuple[Option, ...]
    fields: tuple[Field, ...]
    minutes: str
    orders: tuple[Option, ...]
    draft: ItemDraft

    def written(self, key: str, lang: str, text: str) -> Act:
        """Ask for other words in one language."""
        if key == "title":
            return self._with(title=written_in(self.draft.title, lang, text))
        prompts = list(self.draft.prompts)
        place = int(key)
        prompts[place:] = [
            written_in(prompts[place] if place < len(prompts) else {}, lang, text),
            *prompts[place + 1 :],
        ]
        return self._with(prompts=tuple(prompt for prompt in prompts if prompt))

    def asked(self, prompt: Prose) -> Act:
        """Ask for one more question, as it stands in the library."""
        return self._with(prompts=(*self.draft.prompts, prompt))

    def longer(self, steps: int) -> Act:
        """Ask for five minutes more, or fewer; never under five."""
        minutes = (self.draft.minutes or 0) + steps * _STEP
        return self._with(minutes=max(_STEP, minutes // _STEP * _STEP))

    def lasting(self, text: str) -> Act:
        """Ask for a length as it was typed; nothing is no length."""
        typed = text.strip().translate(_PLAIN_DIGITS)
        return self._with(minutes=float(typed) if typed.isdecimal() else None if not typed else float("nan"))

    def of_kind(self, kind: str) -> Act:
        """Ask for another kind."""
        return self._with(kind=ItemKind(kind))

    def in_order(self, order: str) -> Act:
        """Ask for another order of its first round."""
        return acts.ChooseOrder(self.id, RoundOrder(order))

    def _with(self, **values: object) -> Act:
        return acts.ChangeItem(self.id, replace(self.draft, **values))  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class PlanView:
    """The whole plan. `ends`: when it ends, and how that stands to what was planned."""

    about: AboutSheet
    lines: tuple[PlanLine, ...]
    sheets: tuple[ItemSheet, ...]
    ends: str

    def sheet(self, item: str | None) -> ItemSheet | None:
        """The sheet of that item."""
        return next((one for one in self.sheets if one.id == item), None)

    def moved(self, item: str, step: int) -> Act | None:
        """Ask for an item one place further down, or up; None at the ends."""
        order = [line.id for line in self.lines]
        place = order.index(item) + step if item in order else -1
        if not 0 <= place < len(order):
            return None
        return self.placed(item, place if step < 0 else place + 1)

    def placed(self, item: str, place: int) -> Act | None:
        """Ask for an item to stand before the one that has that place now; past the last, at the end."""
        order = [line.id for line in self.lines]
        if item not in order or place in {order.index(item), order.index(item) + 1}:
            return None
        return acts.MoveItem(item, order[place] if place < len(order) else None)

    def added(self, after: str | None) -> Act:
        """Ask for one more item after that one, or at the end."""
        order = [line.id for line in self.lines]
        place = order.index(after) + 1 if after in order else len(order)
        before = order[place] if place < len(order) else None
        return acts.AddItem(ItemDraft(ItemKind.ROUNDTABLE, minutes=NEW_MINUTES), before)


def library_kind(kind: ItemKind) -> str:
    """Which part of the library fits a kind of item."""
    return {
        ItemKind.CHECK_IN: "arrival",
        ItemKind.CHECK_OUT: "check-out",
        ItemKind.GUIDELINES: "guideline",
    }.get(kind, "opening")


def plan_view(state: State, texts: Texts, words: Catalogue) -> PlanView:
    """Show the plan."""
    plan = plan_of(state)
    lines = tuple(
        _line(item, clock_time(state, words, plan.begins[item.id]), texts, words) for item in state.agenda
    )
    return PlanView(
        about=about_sheet(state, texts, words),
        lines=lines,
        sheets=tuple(_sheet(state, item, texts, words) for item in state.agenda),
        ends=_ends(state, words),
    )


def _line(item: AgendaItem, time: str, texts: Texts, words: Catalogue) -> PlanLine:
    name, minutes = item_name(item, texts, words), f"{item.minutes:g}" if item.minutes else ""
    long = words.minutes(round(item.minutes)) if item.minutes else ""
    told = words.say(", ").join(filter(None, (time, name, long)))
    return PlanLine(item.id, time, name, texts.beside(item.title), minutes, told)


def _sheet(state: State, item: AgendaItem, texts: Texts, words: Catalogue) -> ItemSheet:
    draft = ItemDraft(
        kind=item.kind,
        title=prose_of(item.title, texts),
        minutes=item.minutes,
        prompts=tuple(
            prose_of(text, texts) for text in (item.prompt, *(one.text for one in item.prompts)) if text
        ),
    )
    languages = state.description.languages if state.description else (words.lang,)
    chosen = state.orders.get(item.id, RoundOrder.SEATED)
    orders = ((order, words.say(word)) for order, word in ORDERS.items() if item.kind in ROUND_KINDS)
    return ItemSheet(
        id=item.id,
        kinds=tuple(Option(kind.value, words.say(word), kind is item.kind) for kind, word in ITEMS.items()),
        fields=tuple(_fields(draft, languages, words)),
        minutes=f"{item.minutes:g}" if item.minutes else "",
        orders=tuple(Option(order.value, word, order is chosen) for order, word in orders),
        draft=draft,
    )


def _fields(draft: ItemDraft, languages: tuple[str, ...], words: Catalogue) -> list[Field]:
    """Title and questions, each in the languages of the session; one question more than there are."""
    rows: list[tuple[str, str, Prose]] = [("title", words.say("Name of the item"), draft.title)]
    for place, prompt in enumerate((*draft.prompts, {})):
        rows.append(
            (str(place), words.say("Question") if not place else words.say("Another question"), prompt)
        )
    if len(draft.prompts) > 1:
        del rows[-1]  # two questions are enough for one item; more come from the library
    return [
        Field(key, lang, LANGUAGES.get(lang.split("-", maxsplit=1)[0], lang), head, prose.get(lang, ""))
        for key, head, prose in rows
        for lang in languages
    ]


def _ends(state: State, words: Catalogue) -> str:
    """When the agenda ends, and whether that is as planned."""
    about, plan = state.description, plan_of(state)
    end = plan.ends[state.agenda[-1].id] if state.agenda else None
    if end is None:
        return words.say("Give the meeting a time, and the items follow.")
    time = clock_time(state, words, end)
    if about is None or about.planned_end is None:
        return words.say("Ends {time}", time=time)
    over = round((end - to_ms(about.planned_end)) / 60_000)
    if not over:
        return words.say("Ends {time}, as planned", time=time)
    long = words.minutes(abs(over))
    if over > 0:
        return words.say("Ends {time}, {long} later than planned", time=time, long=long)
    return words.say("Ends {time}, {long} earlier than planned", time=time, long=long)


_PLAIN_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
