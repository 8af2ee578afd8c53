"""The console: the whole window as one frozen view, and what the wall would show next."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count, takewhile
from typing import TYPE_CHECKING

from coprod.domain.decide import Decision, decide
from coprod.domain.facts import Fact, NoteKept
from coprod.domain.fold import apply
from coprod.domain.rules.pen import Pen
from coprod.domain.terms import Phase
from coprod.present.action import ActionsView, actions_view
from coprod.present.commands import Desk, next_item
from coprod.present.flow import FlowView, Plan, clock_time, flow_view, following, plan_of
from coprod.present.kinds import PAUSES, item_name
from coprod.present.latest import LatestNote, Release, latest_view, releasable, release_of
from coprod.present.voices import RoundView, round_view

if TYPE_CHECKING:
    from coprod.domain.parts import Ms
    from coprod.domain.state import State
    from coprod.i18n import Catalogue
    from coprod.present.texts import Texts


@dataclass(frozen=True, slots=True)
class StripView:
    """The title strip: number and title of the session, its programme, and where in its life it is."""

    title: str
    programme: str
    phase: str


@dataclass(frozen=True, slots=True)
class ConsoleView:
    """Everything the console shows of a session. `coming`: what the wall shows next. `waiting`: notes ready to show."""

    strip: StripView
    flow: FlowView
    round: RoundView
    actions: ActionsView
    latest: tuple[LatestNote, ...]
    pause: str
    coming: str
    waiting: str


def console_view(state: State, texts: Texts, words: Catalogue, now: Ms) -> ConsoleView:
    """Show a session at the moment `now`."""
    pause, plan = state.open_pause(), plan_of(state)
    return ConsoleView(
        strip=strip_view(state, texts, words),
        flow=flow_view(state, texts, words, now, plan),
        round=round_view(state, texts, words),
        actions=actions_view(state, texts, words),
        latest=latest_view(state, texts, words),
        pause=words.say(PAUSES[pause.kind]) if pause else "",
        coming=_coming(state, texts, words, plan),
        waiting=_waiting(state, words),
    )


def as_if_next(state: State, now: Ms) -> State | None:
    """The state with the next item open, to show beforehand what the wall will show; None at the end."""
    act = next_item(Desk(state))
    if act is None or state.phase is Phase.CLOSED:
        return None
    item = following(state)
    begins = plan_of(state).begins.get(item.id) if item else None
    now = max(now, begins or 0)
    ids = count()
    pen = Pen("", now, state.started or "", lambda: f"as-if-{next(ids)}")
    decision = decide(state, act, pen)
    if not isinstance(decision, Decision):
        return None
    bodies = enumerate(decision.bodies, start=1)
    return apply(state, [Fact(f"as-if-{n}", state.session, "as-if", "", n, now, body) for n, body in bodies])


def strip_view(state: State, texts: Texts, words: Catalogue) -> StripView:
    """Name the session, and where in its life it is."""
    about = state.description
    if about is None:
        return StripView("", "", "")
    series = about.programme
    title = texts.body(about.title)
    if series and series.number is not None:
        title = words.say("{n}  {title}", n=series.number, title=title)
    cohort = texts.body(series.cohort) if series else ""
    programme = [texts.body(series.title)] if series else []
    programme += [words.say("cohort {n}", n=cohort)] if cohort else []
    if state.off_record:
        phase = words.say("The pen is down: nothing is kept")
        return StripView(title, words.say(", ").join(filter(None, programme)), phase)
    phases = {Phase.PLANNED: words.say("Not begun yet"), Phase.CLOSED: words.say("Closed")}
    return StripView(title, words.say(", ").join(filter(None, programme)), phases.get(state.phase, ""))


def _coming(state: State, texts: Texts, words: Catalogue, plan: Plan) -> str:
    item = following(state)
    if item is None or state.phase is Phase.CLOSED:
        return words.say("Nothing more is planned.")
    name, at = item_name(item, texts, words), clock_time(state, words, plan.begins[item.id])
    return words.say("{item}, at {time}", item=name, time=at) if at else name


def _waiting(state: State, words: Catalogue) -> str:
    """Count the notes of the open item that may be shown and are not: those before it had their time."""
    opened = state.track().opened
    recent = takewhile(lambda entry: entry.entry != opened, reversed(list(state.record.values())))
    ready = 0
    if opened:
        notes = (entry for entry in recent if isinstance(entry, NoteKept))
        ready = sum(release_of(state, note) is Release.READY for note in notes)
    if not ready:
        return ""
    note = releasable(state)
    if note and release_of(state, note) is Release.SHOWN:
        return words.say_n("{n} more could be shown", "{n} more could be shown", ready)
    return words.say_n("{n} note could be shown", "{n} notes could be shown", ready)
