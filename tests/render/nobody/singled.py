"""Whether a file singles out a standpoint or a discipline of one: rules of our own, from the session file alone."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pikepdf

from coprod.domain.minutes_doc import Cell, Group
from coprod.i18n import Catalogue
from coprod.render.wording import CELLS, GROUPS
from tests.render.nobody.telling import lines, plain, strings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from tests.render.nobody.meetings import Meeting, Object

_NEEDED = {Cell.PEERS: {"peer"}, Cell.PROFESSIONALS: {"professional"}, Cell.BOTH: {"peer", "professional"}}
_CELLS = (*_NEEDED, Cell.OTHERS)
_LANGS = ("ja", "en", "ko")
_SMALLEST = 3
_PAGES = (".pdf", ".docx", ".md", ".xlsx", ".csv")
"""Kinds with headings; data and a translator's file hold the words of an organisation as words, of nobody."""


def singled_out(meeting: Meeting, path: Path, password: str = "") -> list[str]:
    """Where a file shows what only one person of the meeting can be: a sentence for each."""
    told = _Room(meeting)
    data = _data(path, password)
    page = lines(path, password)
    found = [*told.words([*page, *strings(data)]), *told.figures(page)]
    if path.suffix in _PAGES:
        found += told.headings(page)
    return [f"{path.name}: {one}" for one in (*found, *told.notes(data))]


def members(cell: Cell, people: list[Object]) -> list[Object]:
    """Who can speak from it."""
    needed = _NEEDED.get(cell)
    if needed is not None:
        return [one for one in people if needed <= {*one["standpoints"]}]
    return [one for one in people if {*one["standpoints"]} - {"peer", "professional"}]


class _Room:
    def __init__(self, meeting: Meeting) -> None:
        self.made = meeting.made
        self.people = {one["key"]: one for one in meeting.made["participants"]}
        self.present = [one for one in self.people.values() if one["attendance"] != "absent"]
        alone = {cell for cell in _CELLS if _alone(members(cell, self.present))}
        lone = {cell for cell in (Cell.PEERS, Cell.PROFESSIONALS) if _alone(members(cell, self._heard()))}
        self.unsaid = {*_CELLS} if lone or alone & {Cell.PEERS, Cell.PROFESSIONALS} else alone

    def _heard(self) -> list[Object]:
        """Those present, and those who were not and are in the minutes all the same."""
        notes = [
            one for one in self.made["record"] if one["type"] == "note" and one["visibility"] != "review"
        ]
        said = {key for note in notes for key in note["who"]}
        return [one for key, one in self.people.items() if one in self.present or key in said]

    def headings(self, texts: list[str]) -> Iterator[str]:
        """A line that is nothing but the word of a standpoint that may not be told."""
        labels = {Cell.PEERS: "peer", Cell.PROFESSIONALS: "professional"}
        words = {Catalogue(lang).say(CELLS[cell]) for cell in self.unsaid for lang in _LANGS}
        own = [self.made["labels"].get(labels.get(cell, ""), {}) for cell in self.unsaid]
        forbidden = {plain(one) for one in words.union(*(label.values() for label in own))}
        for text in texts:
            for part in text.split("/"):
                if plain(part).strip("*#○□△◇●■▲◆ ") in forbidden:
                    yield f"the heading “{part.strip()}” is of one person"

    def words(self, texts: list[str]) -> Iterator[str]:
        """Disciplines of one, and what an organisation calls a standpoint that one person alone has."""
        told = plain("\n".join(texts))
        for word in self._words_of_one():
            if plain(word) in told:
                yield f"“{word}” is of one person"

    def _words_of_one(self) -> Iterator[str]:
        for trade in {
            json.dumps(one["discipline"]): one["discipline"] for one in self.people.values()
        }.values():
            if _few([one for one in self.present if one["discipline"] == trade]):
                yield from trade.values()
        for standpoint in ("family", "community", "other"):
            if _few([one for one in self.present if standpoint in one["standpoints"]]):
                yield from self.made["labels"].get(standpoint, {}).values()

    def figures(self, texts: list[str]) -> Iterator[str]:
        """A count of a standpoint that is under three."""
        groups = {Catalogue(lang).say(GROUPS[group]) for group in Group for lang in _LANGS}
        own = [self.made["labels"].get(key, {}).values() for key in ("peer", "professional")]
        one_of = "|".join(sorted(map(re.escape, groups.union(*own)), key=len, reverse=True))
        for text in texts:
            for found in re.finditer(rf"(?:{one_of})\s*(\d+)(?!\d)", text):
                if int(found[1]) < _SMALLEST:
                    yield f"the figure “{found[0]}” is under three"

    def notes(self, data: Mapping[str, Any]) -> Iterator[str]:
        """A note of the data whose standpoint, in the room or at its table, only one person has."""
        for note in data.get("record", ()):
            cell = _cell(note.get("standpoints", []))
            if note["type"] != "note" or cell is None:
                continue
            if cell in self.unsaid:
                yield f"a note is from {cell}, which is one person"
            if "group" in note and any(_few(members(cell, table)) for table in self._tables(note)):
                yield f"a note is from {cell} at a table with one of them"

    def _tables(self, shown: Mapping[str, Any]) -> list[list[Object]]:
        """Who sat at the table of a note, its contributors among them; for each note with those words."""
        members = self.made["groups"][int(shown["group"][1:]) - 1]["members"]
        said = [one["who"] for one in self.made["record"] if one["type"] == "note" and _same(one, shown)]
        return [[self.people[key] for key in {*members, *who}] for who in said if who]


def _same(one: Object, shown: Mapping[str, Any]) -> bool:
    words = shown["text"].items()
    return any(words <= one[part].items() for part in ("text", "easy"))


def _cell(standpoints: list[str]) -> Cell | None:
    said = {*standpoints}
    known = [cell for cell, needed in _NEEDED.items() if needed == said]
    return known[0] if known else Cell.OTHERS if said else None


def _recognised(one: Object) -> bool:
    agreed = [consent["given"] for consent in one["consents"] if consent["to"] == "recognised"]
    return one["attribution"] == "named" or agreed[-1:] == [True]


def _alone(people: list[Object]) -> bool:
    return len(people) == 1 and not _recognised(people[0])


def _few(people: list[Object]) -> bool:
    """One who did not agree to be known by it, or nobody."""
    return len(people) < 2 and not any(map(_recognised, people))


def _data(path: Path, password: str) -> Mapping[str, Any]:
    """The session file that goes out: as a file, or in a PDF; of another kind nothing."""
    if path.suffix == ".json":
        return dict(json.loads(path.read_bytes()))
    if path.suffix != ".pdf":
        return {}
    with pikepdf.open(path, password=password) as opened:
        (attached,) = opened.attachments.values()
        return dict(json.loads(attached.get_file().read_bytes()))
