"""A small invented meeting over a store in memory, and a clock that the test moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.domain import acts
from coprod.domain.acts import Act, ItemDraft, NoteDraft, ParticipantDraft, ProgrammeDraft, SessionDraft
from coprod.domain.rules.pen import Refused
from coprod.domain.terms import ItemKind, NoteKind, Standpoint, Visibility
from coprod.i18n import Catalogue
from coprod.present.texts import Texts, reading
from coprod.service.live import Change, LiveSession
from tests.fakes.memory import MemoryStore

if TYPE_CHECKING:
    from coprod.domain.state import State

NINE = 1_780_272_000_000
"""09:00 on 1 June 2026 in Tokyo."""
MINUTE = 60_000

PEER, PROFESSIONAL = Standpoint.PEER, Standpoint.PROFESSIONAL
PEOPLE = {
    "Sumire": (PEER,),
    "Tadashi": (PROFESSIONAL,),
    "Umi": (PEER, PROFESSIONAL),
    "Vera": (),
    "Wakana": (PEER,),
}
PLAN = (
    (ItemKind.WELCOME, "Hello", "こんにちは", 5),
    (ItemKind.GUIDELINES, "", "", 10),
    (ItemKind.CHECK_IN, "", "", 15),
    (ItemKind.ROUNDTABLE, "Who gets to speak", "だれが話せるか", 30),
    (ItemKind.BREAK, "", "", 10),
    (ItemKind.CHECK_OUT, "", "", None),
)


class MovedClock:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.at = NINE

    def now(self) -> int:
        return self.at

    def waited(self) -> float:
        return self.at / 1000

    def pass_minutes(self, minutes: float) -> None:
        self.at += round(minutes * MINUTE)


class Meeting:
    """A planned meeting of five people with two guidelines and six items."""

    def __init__(self, store: MemoryStore | None = None, clock: MovedClock | None = None) -> None:
        self.store, self.clock = store or MemoryStore(), clock or MovedClock()
        self.live = LiveSession("5f1e0c52-94c5-4d4c-a0f5-a8e9c4a0b0b1", self.store, self.clock)
        if self.live.state.description is None:
            self._plan()

    def _plan(self) -> None:
        self.do(acts.Describe(_about()))
        for name, standpoints in PEOPLE.items():
            self.do(
                acts.AddParticipant(
                    ParticipantDraft({"en": name, "ja": f"{name}さま"}, standpoints=standpoints)
                )
            )
        self.do(acts.OfferGuidelines(({"en": "We may be silent"}, {"en": "We stop on time"})))
        for kind, en, ja, minutes in PLAN:
            self.do(acts.AddItem(ItemDraft(kind, {"en": en, "ja": ja}, minutes=minutes)))

    def read_again(self) -> Meeting:
        """The same meeting, as another start of the program finds it."""
        return Meeting(self.store, self.clock)

    @property
    def state(self) -> State:
        return self.live.state

    def do(self, act: Act) -> State:
        """Carry out an act that the test expects to be possible."""
        done = self.live.do(act)
        assert isinstance(done, Change), done
        return done.new

    def refused(self, act: Act) -> Refused:
        done = self.live.do(act)
        assert isinstance(done, Refused)
        return done

    def who(self, name: str) -> str:
        return list(self.state.participants)[list(PEOPLE).index(name)]

    def open(self, kind: ItemKind) -> State:
        """Open the item of that kind; begin the session where it has not begun."""
        if self.state.started is None:
            self.do(acts.StartSession())
        item = next(item for item in self.state.agenda if item.kind is kind)
        return self.do(acts.OpenItem(item.id)) if self.state.open_item() != item else self.state

    def note(
        self, text: str, *who: str, visibility: Visibility = Visibility.MINUTES, minority: bool = False
    ) -> str:
        """Keep a note; its id."""
        people = tuple(map(self.who, who))
        kind = NoteKind.CONTRIBUTION
        self.do(
            acts.KeepNote(NoteDraft(kind, {"en": text}, people, visibility=visibility, minority=minority))
        )
        return self.state.notes()[-1].entry

    def texts(self, lang: str = "en") -> Texts:
        return reading(self.live.words, lang, ("en", "ja"))

    def words(self, lang: str = "en") -> Catalogue:
        return Catalogue(lang)


def _about() -> SessionDraft:
    return SessionDraft(
        title={"en": "A table for everyone", "ja": "みんなのテーブル"},
        languages=("en", "ja"),
        planned_start="2026-06-01T09:00:00+09:00",
        planned_end="2026-06-01T10:30:00+09:00",
        zone="Asia/Tokyo",
        programme=ProgrammeDraft({"en": "Listening year"}, number=3, cohort="2"),
        labels={PEER: {"en": "Peer worker", "ja": "ピアワーカー"}},
    )
