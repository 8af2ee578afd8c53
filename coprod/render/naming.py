"""Whole phrases of the page in the language of a catalogue: what editions, standpoints and hours are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.domain.minutes_doc import Cell, Group
from coprod.domain.terms import Edition
from coprod.i18n import N_
from coprod.render import wording

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from coprod.domain.minutes_doc import Count, Header, MinutesDoc, Wording
    from coprod.i18n import Catalogue

EDITIONS = {
    Edition.RECORD: N_("Minutes"),
    Edition.SUMMARY: N_("Public summary"),
    Edition.OWN: N_("Own copy"),
    Edition.EASY: N_("Easy to read"),
}
_OWN_WORD = {
    Cell.PEERS: "peer",
    Cell.PROFESSIONALS: "professional",
    Group.PEER: "peer",
    Group.PROFESSIONAL: "professional",
}
"""The standpoint for which an organisation may have a word of its own."""


def edition(doc: MinutesDoc, catalogue: Catalogue) -> str:
    """What an edition is called, and of an own copy whose it is."""
    if doc.edition is Edition.OWN and doc.whose:
        return catalogue.say("{name}’s own copy", name=wording.plain(doc.whose, catalogue))
    return catalogue.say(EDITIONS[doc.edition])


def programme(header: Header, catalogue: Catalogue) -> str:
    """The programme and its cohort, or nothing."""
    parts = [wording.plain(header.programme, catalogue)] if header.programme else []
    if header.cohort:
        parts.append(catalogue.say("cohort {cohort}", cohort=header.cohort))
    return wording.joined(parts, catalogue)


def running(header: Header, catalogue: Catalogue) -> str:
    """The running head: number and title."""
    title = wording.plain(header.title, catalogue)
    if header.number is None:
        return title
    return catalogue.say("No. {number}  {title}", number=header.number, title=title)


def standpoint(cell: Cell, labels: Mapping[str, Wording], catalogue: Catalogue) -> str:
    """The word for a standpoint: the organisation's own, where it has one."""
    return wording.own_word(labels.get(_OWN_WORD.get(cell, "")), wording.CELLS[cell], catalogue)


def present(header: Header, catalogue: Catalogue) -> str:
    """How many were there; of a meeting that is still to come, how many are expected."""
    if header.started is None:
        return catalogue.say("Expected: {n}", n=header.present)
    return catalogue.say("Present: {n}", n=header.present)


def online(header: Header, catalogue: Catalogue) -> str:
    """How many of them were on a screen; in brackets behind the place, where there is one."""
    counted = catalogue.say_n("{n} person online", "{n} people online", header.online)
    return catalogue.say("({names})", names=counted) if header.place else counted


def counted(count: Count, labels: Mapping[str, Wording], catalogue: Catalogue) -> str:
    """How many of which groups were there."""
    return f"{wording.joined((_group(group, labels, catalogue) for group in count.groups), catalogue)} {count.people}"


def _group(group: Group, labels: Mapping[str, Wording], catalogue: Catalogue) -> str:
    return wording.own_word(labels.get(_OWN_WORD.get(group, "")), wording.GROUPS[group], catalogue)


def hours(header: Header, catalogue: Catalogue) -> str:
    """From when to when it was, and was planned."""
    planned = _span(header.planned_start, header.planned_end, catalogue)
    held = _span(header.started, header.ended, catalogue)
    if held and planned:
        return catalogue.say("{held} (planned {planned})", held=held, planned=planned)
    return held or catalogue.say("planned {planned}", planned=planned)


def _span(begin: datetime | None, end: datetime | None, catalogue: Catalogue) -> str:
    if begin and end:
        return catalogue.span(begin, end)
    return catalogue.time(begin) if begin else ""


def undivided(doc: MinutesDoc) -> bool:
    """Whether a page has to say why nothing on it is divided by standpoint; of a plan, nothing was said yet."""
    return doc.small_room and doc.header.started is not None


def small_room(catalogue: Catalogue) -> str:
    """Why nothing is divided by standpoint."""
    return catalogue.say("The room was small, so what was said is not divided by standpoint.")


def foot(doc: MinutesDoc, catalogue: Catalogue) -> list[str]:
    """The sentences at the foot: that copies can't be called back, and how far the texts can be trusted."""
    return [
        catalogue.say("Printed copies cannot be called back."),
        *wording.states(doc.standing, catalogue),
    ]


def moment(header: Header) -> datetime | None:
    """When the session was: the date that its files bear."""
    return header.ended or header.started or header.planned_start
