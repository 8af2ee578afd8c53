"""What a plan says of the whole session: title, day and times, place, series."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from coprod.domain import acts
from coprod.domain.acts import NextDraft, ProgrammeDraft, SessionDraft
from coprod.domain.moments import parsed, zone_of
from coprod.i18n import LANGUAGES, Catalogue

if TYPE_CHECKING:
    from coprod.domain.acts import Act
    from coprod.domain.parts import Description, Text
    from coprod.domain.prose import Prose
    from coprod.domain.state import State
    from coprod.present.texts import Texts

_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_TIME = re.compile(r"(\d{1,2})[:：時](\d{2})分?")


@dataclass(frozen=True, slots=True)
class AboutField:
    """One field of the head: `key` is `title:ja`, `place:en`, `day`, `begins`, `ends`, `series:ja` or `number`."""

    key: str
    head: str
    text: str


@dataclass(frozen=True, slots=True)
class AboutSheet:
    """The head of the plan. `titles` are the large fields, one for each language."""

    titles: tuple[AboutField, ...]
    fields: tuple[AboutField, ...]
    draft: SessionDraft
    zone: tzinfo

    def written(self, key: str, text: str) -> Act | None:
        """Ask for what was written in a field; None where it can't be read as what it should be."""
        what, _, lang = key.partition(":")
        if what in {"title", "place"}:
            prose = getattr(self.draft, what)
            return self._with(**{what: written_in(prose, lang, text)})
        if what in {"series", "number"}:
            return self._series(what, lang, text)
        return self._times(what, text)

    def _with(self, **values: object) -> Act:
        return acts.Describe(replace(self.draft, **values))  # type: ignore[arg-type]

    def _series(self, what: str, lang: str, text: str) -> Act | None:
        series = self.draft.programme or ProgrammeDraft()
        if what == "series":
            return self._with(programme=replace(series, title=written_in(series.title, lang, text)))
        if text.strip() and not text.strip().isdecimal():
            return None
        return self._with(programme=replace(series, number=int(text) if text.strip() else None))

    def _times(self, what: str, text: str) -> Act | None:
        """Another day keeps the times; another beginning keeps the length."""
        start = _local(self.draft.planned_start, self.zone)
        end = _local(self.draft.planned_end, self.zone)
        if what == "day":
            day = _DAY.fullmatch(text.strip())
            if day is None:
                return None
            base = start or datetime(2000, 1, 1, 10, tzinfo=self.zone)
            moved = _day(base, day)
            length = end - start if start and end else None
            if moved is None:
                return None
            return self._span(moved, moved + length if length else None)
        time = _TIME.fullmatch(text.strip())
        if time is None or start is None or int(time[1]) > 23 or int(time[2]) > 59:  # noqa: PLR2004 - of a clock
            return None
        at = start.replace(hour=int(time[1]), minute=int(time[2]))
        if what == "ends":
            return self._span(start, at)
        return self._span(at, at + (end - start) if end else None)

    def _span(self, start: datetime, end: datetime | None) -> Act:
        return self._with(
            planned_start=start.isoformat(timespec="seconds"),
            planned_end=end.isoformat(timespec="seconds") if end else None,
        )


def about_sheet(state: State, texts: Texts, words: Catalogue) -> AboutSheet:
    """Show what is known of the session as a whole."""
    about = state.description
    draft = draft_of(about, texts) if about else SessionDraft({}, (words.lang,))
    zone = zone_of(draft.zone, draft.planned_start)
    start, end = _local(draft.planned_start, zone), _local(draft.planned_end, zone)
    series = draft.programme or ProgrammeDraft()

    def each(key: str, head: str, prose: Prose) -> list[AboutField]:
        return [
            AboutField(
                f"{key}:{lang}", f"{head} ({LANGUAGES.get(lang.split('-')[0], lang)})", prose.get(lang, "")
            )
            for lang in draft.languages
        ]

    return AboutSheet(
        titles=tuple(each("title", words.say("Title"), draft.title)),
        fields=(
            AboutField("day", words.say("Day"), start.date().isoformat() if start else ""),
            AboutField("begins", words.say("Begins"), f"{start:%H:%M}" if start else ""),
            AboutField("ends", words.say("Ends"), f"{end:%H:%M}" if end else ""),
            AboutField("number", words.say("No."), str(series.number) if series.number is not None else ""),
            *each("place", words.say("Place"), draft.place),
            *each("series", words.say("Series"), series.title),
        ),
        draft=draft,
        zone=zone,
    )


def draft_of(about: Description, texts: Texts) -> SessionDraft:
    """A description as a draft that says the same."""
    series, known = about.programme, about.next_time
    return SessionDraft(
        title=prose_of(about.title, texts),
        languages=about.languages,
        place=prose_of(about.place, texts),
        planned_start=about.planned_start,
        planned_end=about.planned_end,
        zone=about.zone,
        purpose=prose_of(about.purpose, texts),
        programme=ProgrammeDraft(
            prose_of(series.title, texts), series.number, texts.body(series.cohort), series.id
        )
        if series
        else None,
        previous=about.previous,
        next_time=NextDraft(known.start, prose_of(known.place, texts), prose_of(known.text, texts))
        if known
        else None,
        labels={standpoint: prose_of(text, texts) for standpoint, text in about.labels},
    )


def prose_of(text: Text, texts: Texts) -> Prose:
    """A text as people typed it: language to body."""
    return {lang: texts.words[one].body for lang, one in text if one in texts.words}


def written_in(prose: Prose, lang: str, text: str) -> Prose:
    """The same text with other words in one language; without it, where nothing is left of them."""
    said = {**prose, lang: text.strip()}
    return {one: body for one, body in said.items() if body}


def _local(moment: str | None, zone: tzinfo) -> datetime | None:
    return parsed(moment).astimezone(zone) if moment else None


def _day(base: datetime, day: re.Match[str]) -> datetime | None:
    try:
        return base.replace(year=int(day[1]), month=int(day[2]), day=int(day[3]))
    except ValueError:
        return None
