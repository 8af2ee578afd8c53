"""What the home window shows: the session at hand, large, and all others by what they are waiting for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coprod.domain.moments import parsed, zone_of
from coprod.domain.terms import Phase
from coprod.i18n import N_, Catalogue
from coprod.service.archive import first_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime, tzinfo

    from coprod.service.archive import Listed
    from coprod.service.planning import Template
    from coprod.service.ports import StoreFailed

_NOT_OPENED: Mapping[str, str] = {
    "full": N_("The disk is full. Make room, then try again: nothing was changed."),
    "readonly": N_("This place can’t be written to. Allow it, then try again: nothing was changed."),
    "locked": N_("They are open in another Coprod. Close that one, then try again: nothing was changed."),
    "newer": N_("A newer Coprod wrote them. Start that one, or choose another place: nothing was changed."),
    "damaged": N_(
        "This is no store of Coprod, or it is damaged. Choose another place, or put a copy of it here and try again: "
        "nothing was changed."
    ),
    "key": N_("They are encrypted, and their key is not here. Choose another place: nothing was changed."),
    "login": N_("The server knows no such login, or another password. Put it right, and try again."),
    "certificate": N_(
        "The server’s certificate is not the right one: nothing was told to it. Ask whoever runs it."
    ),
    "another": N_("Another server is there than before: nothing was sent to it. Ask whoever runs it."),
    "address": N_("This is no address of a server. Put it right where it is written, and try again."),
    "unverified": N_(
        "This address asks not to check who the server is. Leave its “sslmode” away, and try again: "
        "nothing was told to it."
    ),
    "no-tls": N_(
        "The server takes no encrypted connection: nothing was told to it. Ask whoever runs it to allow TLS."
    ),
    "not-let-in": N_("The server does not let this login in from here. Ask whoever runs it to allow it."),
    "away": N_(
        "The server can’t be reached. See that it runs and that this laptop is on its network, and try again."
    ),
}
_UNKNOWN = N_("The reason is not known. Try again, or choose another place: nothing was changed.")


@dataclass(frozen=True, slots=True)
class TitleLine:
    """A title in one language."""

    lang: str
    text: str


@dataclass(frozen=True, slots=True)
class SessionCard:
    """The session at hand.

    `facts`: short pieces side by side; `action`: what its main button does; `plan`: the word for changing its plan,
    where it has not begun.
    """

    session: str
    when: str
    titles: tuple[TitleLine, ...]
    facts: tuple[str, ...]
    action: str
    plan: str = ""


@dataclass(frozen=True, slots=True)
class SessionLine:
    """A session in a column: its titles, when it is or was, and what is still missing, in words.

    `planned`: it has not begun; what opens is its plan.
    """

    session: str
    titles: tuple[TitleLine, ...]
    when: str
    missing: str
    planned: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """Sessions that wait for the same thing."""

    heading: str
    lines: tuple[SessionLine, ...]


@dataclass(frozen=True, slots=True)
class Invitation:
    """What stands where there is no session yet. `sample` and `bring`: what its buttons do."""

    title: str
    sentences: tuple[str, ...]
    sample: str
    bring: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why the store is not open. `place`: which it is; `again` and `elsewhere`: what the buttons do."""

    title: str
    sentence: str
    place: str
    again: str
    elsewhere: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of meeting that can be planned, and one sentence about it."""

    id: str
    title: str
    purpose: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home window. `card` is None while there is no session to run."""

    today: str
    card: SessionCard | None = None
    columns: tuple[Column, ...] = ()
    invitation: Invitation | None = None
    trouble: Trouble | None = None


def home_view(sessions: Sequence[Listed], now: datetime, words: Catalogue) -> HomeView:
    """The view of all `sessions` at `now` (aware, in the zone of this machine)."""
    if not sessions:
        return HomeView(words.date(now.date()), invitation=_invitation(words))
    at_hand = _at_hand(sessions, now)
    others = [one for one in sessions if one is not at_hand]
    planned = [one for one in others if one.row.phase == Phase.PLANNED]
    running = [one for one in others if one.row.phase == Phase.OPEN]
    closed = [one for one in others if one.row.phase == Phase.CLOSED]
    complete = [one for one in closed if not (one.row.untranslated or one.row.unconfirmed)]
    unfinished = [one for one in closed if one not in complete]
    return HomeView(
        today=words.date(now.date()),
        card=_card(at_hand, now, words) if at_hand else None,
        columns=(
            _column(words.say("In preparation"), [*running, *planned], words),
            _column(words.say("Minutes to finish"), unfinished, words),
            _column(words.say("Complete"), complete, words),
        ),
    )


def kinds(templates: Sequence[Template], words: Catalogue) -> tuple[Kind, ...]:
    """Name the kinds of meeting in the language of the window."""
    return tuple(
        Kind(one.id, first_of(one.title, (words.lang,)), first_of(one.purpose, (words.lang,)))
        for one in templates
    )


def trouble_view(failed: StoreFailed, now: datetime, words: Catalogue) -> HomeView:
    """The view where the store could not be opened: why, and the ways out."""
    trouble = Trouble(
        title=words.say("The sessions could not be opened."),
        sentence=words.say(_NOT_OPENED.get(failed.code, _UNKNOWN)),
        place=failed.place,
        again=words.say("Try again"),
        elsewhere=words.say("Choose another place"),
    )
    return HomeView(words.date(now.date()), trouble=trouble)


def _invitation(words: Catalogue) -> Invitation:
    return Invitation(
        title=words.say("There is no session here yet."),
        sentences=(
            words.say("The sample is an invented meeting of two hours, in Japanese and English."),
            words.say("Run it as often as you like, with a second screen or without: nobody in it is real."),
        ),
        sample=words.say("Open the sample session"),
        bring=words.say("Bring in a session file"),
    )


def _at_hand(sessions: Sequence[Listed], now: datetime) -> Listed | None:
    """The one that is open, else the planned one nearest to now: today's, as a rule."""
    running = [one for one in sessions if one.row.phase == Phase.OPEN]
    planned = [one for one in sessions if one.row.phase == Phase.PLANNED]
    dated = [(begin, one) for one in planned if (begin := _begin(one)) is not None]
    nearest = sorted(dated, key=lambda pair: abs(pair[0] - now))
    return next(iter([*running, *(one for _, one in nearest), *planned]), None)


def _card(one: Listed, now: datetime, words: Catalogue) -> SessionCard:
    row = one.row
    facts = [words.say_n("{n} person", "{n} people", row.people)] if row.people else []
    if row.items:
        facts.append(words.say_n("{n} item", "{n} items", row.items))
    number = _number(one, words)
    return SessionCard(
        session=row.session,
        when=_when(one, words, now),
        titles=titles(one),
        facts=(*([number] if number else []), *facts),
        action=words.say("Go on") if row.phase == Phase.OPEN else words.say("Open the console"),
        plan=words.say("Change the plan") if row.phase == Phase.PLANNED else "",
    )


def _column(heading: str, sessions: Sequence[Listed], words: Catalogue) -> Column:
    return Column(heading, tuple(_line(one, words) for one in sessions))


def _line(one: Listed, words: Catalogue) -> SessionLine:
    begin, number = _begin(one), _number(one, words)
    day = words.day(begin.date()) if begin else words.say("No date yet")
    return SessionLine(
        session=one.row.session,
        titles=titles(one),
        when=words.say("{day}, {number}", day=day, number=number) if number else day,
        missing=_missing(one, words),
        planned=one.row.phase == Phase.PLANNED,
    )


def _missing(one: Listed, words: Catalogue) -> str:
    row = one.row
    if row.phase == Phase.OPEN:
        return words.say("Under way")
    if row.phase == Phase.PLANNED:
        if not row.items:
            return words.say("No agenda yet")
        return words.say("Ready") if row.people else words.say("No people yet")
    parts = []
    if row.untranslated:
        parts.append(words.say_n("{n} to translate", "{n} to translate", row.untranslated))
    if row.unconfirmed:
        parts.append(words.say_n("{n} to confirm", "{n} to confirm", row.unconfirmed))
    return words.say(" · ").join(parts) if parts else words.say("Complete")


def titles(one: Listed) -> tuple[TitleLine, ...]:
    """The title in the session's own languages, in their order; in whatever it has where it lacks both."""
    wanted = [lang for lang in one.row.languages if lang in one.title]
    return tuple(TitleLine(lang, one.title[lang]) for lang in wanted or one.title)


def _number(one: Listed, words: Catalogue) -> str:
    return words.say("no. {number}", number=one.row.number) if one.row.number is not None else ""


def _when(one: Listed, words: Catalogue, now: datetime) -> str:
    begin, end = _begin(one), _end(one)
    if begin is None:
        return words.say("No date yet")
    day = (
        words.say("Today")
        if begin.date() == now.astimezone(begin.tzinfo).date()
        else words.date(begin.date())
    )
    clock = words.span(begin, end) if end else words.time(begin)
    return words.say("{day}, {time}", day=day, time=clock)


def _begin(one: Listed) -> datetime | None:
    return _local(one, one.row.started or one.row.planned_start)


def _end(one: Listed) -> datetime | None:
    return _local(one, one.row.planned_end)


def _local(one: Listed, moment: str | None) -> datetime | None:
    return parsed(moment).astimezone(_zone(one, moment)) if moment else None


def _zone(one: Listed, moment: str) -> tzinfo:
    return zone_of(one.row.zone, moment)
