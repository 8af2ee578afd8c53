"""The flow of the meeting in words: what stands beside its figure, and in files that have no figures."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from coprod.domain.terms import PauseKind
from coprod.i18n import N_, NN_
from coprod.render import wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from coprod.domain.minutes_doc import Flow, FlowItem, MinutesDoc, Stretch
    from coprod.i18n import Catalogue

_TIMES = {
    PauseKind.BREATH: NN_("We took a breath once.", "We took a breath {n} times."),
    PauseKind.SILENCE: NN_("We were silent together once.", "We were silent together {n} times."),
    PauseKind.BREAK: NN_("We had one break.", "We had {n} breaks."),
}
_TWICE = {
    PauseKind.BREATH: N_("We took a breath twice."),
    PauseKind.SILENCE: N_("We were silent together twice."),
}
_BREAKS = NN_("We had one break of {length}.", "We had {n} breaks, {length} in all.")


class Told(NamedTuple):
    """All pauses of one kind, in one line."""

    kind: PauseKind
    text: Callable[[Catalogue], str]


def heading(doc: MinutesDoc) -> str | None:
    """What the section is called; None where there is nothing to tell."""
    if doc.flow:
        return N_("The flow of the meeting")
    return N_("Pauses and breaks") if doc.pauses else None


def key(of: Flow, catalogue: Catalogue) -> list[str]:
    """The items in their order, with the numbers that they have in the figure; joined, they are one text."""
    items = [f"{n}\u00a0{_called(item, catalogue)}" for n, item in enumerate(of.items, start=1)]
    return [item + catalogue.say(", ") for item in items[:-1]] + items[-1:]


def told(doc: MinutesDoc) -> Iterator[Told]:
    """A line for each kind of pause: how many there were, and when, as far as the document says it."""
    kinds = doc.flow.pauses if doc.flow else dict.fromkeys(one.kind for one in doc.pauses)
    for kind in kinds:
        yield Told(kind, partial(_told, doc, kind))


def spoken(of: Flow, catalogue: Catalogue) -> str:
    """The figure, for those to whom it is read out."""
    each = catalogue.say(" · ").join(_stretch(of, one, catalogue) for one in of.stretches)
    return catalogue.say("The items of the meeting on a line, by the clock: {items}", items=each)


def _told(doc: MinutesDoc, kind: PauseKind, catalogue: Catalogue) -> str:
    of_kind = [one for one in doc.pauses if one.kind is kind]
    if doc.flow is None:
        return wording.pauses(of_kind, catalogue)
    counted = _counted(doc.flow, kind, catalogue)
    return f"{counted}  {wording.times(of_kind, catalogue)}" if of_kind else counted


def _counted(of: Flow, kind: PauseKind, catalogue: Catalogue) -> str:
    n = of.pauses[kind]
    if kind is PauseKind.BREAK and of.break_minutes:
        return catalogue.say_n(*_BREAKS, n, length=catalogue.length(of.break_minutes))
    if n == 2 and kind in _TWICE:
        return catalogue.say(_TWICE[kind])
    return catalogue.say_n(*_TIMES[kind], n)


def _stretch(of: Flow, stretch: Stretch, catalogue: Catalogue) -> str:
    names = [_called(of.items[n], catalogue) for n in stretch.items]
    names += [f"{catalogue.say(wording.PAUSE_NAMES[kind])} {n}" for kind, n in stretch.pauses.items()]
    return f"{catalogue.span(stretch.begin, stretch.end)} {wording.joined(names, catalogue)}"


def _called(item: FlowItem, catalogue: Catalogue) -> str:
    return wording.plain(item.title, catalogue) if item.title else catalogue.say(wording.KINDS[item.kind])
