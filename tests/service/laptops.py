"""Laptops with a sheet on them, and the session at home that issued it."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from coprod.domain import acts
from coprod.domain.acts import GroupDraft, ItemDraft, NoteDraft, ParticipantDraft
from coprod.domain.terms import ItemKind, NoteKind
from coprod.service.exchange.sheet_content import Content, decoded, encoded
from coprod.service.live import Change, LiveSession
from coprod.service.ports import Batch, Stored
from coprod.service.sheets import Home, Sheet, issue, merge, unsealed
from tests.fakes.memory import MemoryStore
from tests.fakes.seal import PlainSeal
from tests.stage import MORNING, SESSION

if TYPE_CHECKING:
    from coprod.domain.acts import Act
    from coprod.domain.facts import Fact, Word
    from coprod.domain.parts import Group

IN_AN_HOUR = MORNING + 3_600_000


class Clock:
    """A clock that stands where it is put."""

    def __init__(self, at: int = MORNING) -> None:
        self.at = at

    def now(self) -> int:
        return self.at

    def waited(self) -> float:
        return 0.0


def done(live: LiveSession, act: Act) -> Change:
    change = live.do(act)
    assert isinstance(change, Change), change
    return change


class HomeSide:
    """The session at home: two groups of two, the question before them."""

    def __init__(self) -> None:
        self.store, self.seal, self.clock = MemoryStore(), PlainSeal(), Clock()
        self.live = LiveSession(SESSION, self.store, self.clock)
        done(self.live, acts.Describe(acts.SessionDraft({"ja": "題"}, ("ja", "en"), zone="Asia/Tokyo")))
        for name in ("葵", "空", "花", "海"):
            done(self.live, acts.AddParticipant(ParticipantDraft({"ja": name})))
        done(self.live, acts.AddItem(ItemDraft(ItemKind.SMALL_GROUPS, prompt={"ja": "何を変えたい？"})))
        done(self.live, acts.StartSession())
        people = list(self.live.state.participants)
        groups = (GroupDraft({"ja": "窓"}, tuple(people[:2])), GroupDraft({"ja": "庭"}, tuple(people[2:])))
        done(self.live, acts.FormGroups(groups))
        self.groups: list[Group] = list(self.live.state.groups.values())

    def again(self) -> HomeSide:
        """The same, in a store of its own, as it is now."""
        there = copy(self)
        there.store = MemoryStore()
        stored = self.store.load(SESSION)
        there.store.append(Batch(SESSION, stored.facts, tuple(stored.words.values())))
        there.store.signing(SESSION, lambda: self.store.signing(SESSION, bytes))
        for sheet in self.store.sheets(SESSION):
            there.store.keep_sheet(sheet)
        there.live = LiveSession(SESSION, there.store, self.clock)
        return there

    def issue(self, number: int = 0) -> Laptop:
        given = issue(
            self.live.state, self.live.words, self.groups[number], self.clock.at, self.store, self.seal
        )
        return Laptop(self, given.data, f"laptop {number}")

    def sheet(self, data: bytes) -> Sheet:
        return unsealed(data, self.store, self.seal).sheet

    def merge(self, data: bytes, *, late: bool = False) -> Home:
        return merge(unsealed(data, self.store, self.seal), self.live, self.clock.at, late=late)


@dataclass
class Laptop:
    """A laptop, far from home, with a sheet; its file is what it last wrote. Fulfils Log."""

    home: HomeSide
    data: bytes
    name: str = "laptop"
    clock: Clock = field(default_factory=lambda: Clock(IN_AN_HOUR))

    def open(self) -> LiveSession:
        return LiveSession(SESSION, self, self.clock)

    def copy(self, name: str) -> Laptop:
        return replace(self, name=name, clock=Clock(self.clock.at))

    def note(self, text: str, who: tuple[str, ...] = ()) -> str:
        self.clock.at += 1000
        return (
            done(self.open(), acts.KeepNote(NoteDraft(NoteKind.IDEA, {"ja": text}, who)))
            .new.notes()[-1]
            .entry
        )

    def content(self) -> Content:
        sheet = self.home.sheet(self.data)
        secret = self.home.store.signing(SESSION, bytes)
        return decoded(self.home.seal.opened(self.data, sheet.key, secret))[1]

    def load(self, session: str) -> Stored:
        content = self.content()
        return Stored((*content.seed, *content.facts), {word.id: word for word in content.words}, {})

    def append(self, batch: Batch) -> None:
        now = self.content()
        left = {fact.id: fact for fact in batch.erased.facts}
        facts: list[Fact] = [left.get(fact.id, fact) for fact in (*now.facts, *batch.facts)]
        words: list[Word] = [word for word in (*now.words, *batch.words) if word.id not in batch.erased.words]
        self.write(Content(now.seed, tuple(facts), tuple(words)))

    def draft(self, session: str) -> str:
        return self.content().draft

    def keep_draft(self, session: str, text: str, *, erase_all: bool = False) -> None:
        self.write(replace(self.content(), draft=text))

    def write(self, content: Content) -> None:
        sheet = self.home.sheet(self.data)
        secret = self.home.store.signing(SESSION, bytes)
        self.data = self.home.seal.resealed(sheet.id, sheet.key, secret, encoded(SESSION, content))

    def stream(self, session: str) -> str:
        return self.name
