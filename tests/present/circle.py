"""A small circle of four, told fact by fact, and what its wall shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coprod.domain import facts as f
from coprod.domain.facts import Body, Fact, Word
from coprod.domain.fold import apply
from coprod.domain.moments import to_ms
from coprod.domain.parts import AgendaItem, Description, NextTime, NoteContent, Participant, Programme, Text
from coprod.domain.state import State
from coprod.domain.terms import ItemKind, NoteKind, Standpoint, Visibility
from coprod.present.speech import tongues_of
from coprod.present.wall import Look, room_view

if TYPE_CHECKING:
    from coprod.present.room import Pair, RoomView

START = "2026-05-12T13:30:00+09:00"
T0 = to_ms(START)
MINUTE = 60_000


class Circle:
    """A small meeting, told fact by fact."""

    def __init__(self, *languages: str) -> None:
        self.words: dict[str, Word] = {}
        self.state = State("s")
        self._seq = 0
        about = Description(
            title=self.text("待つこと", "On waiting"),
            languages=languages or ("ja", "en"),
            planned_start=START,
            planned_end="2026-05-12T15:30:00+09:00",
            zone="Asia/Tokyo",
            programme=Programme(title=self.text("木曜の会", "Thursday circle"), number=3),
            next_time=NextTime(start="2026-06-09T13:30:00+09:00"),
        )
        self.tell(f.Described(about))
        for who, called, standpoint in (
            ("p1", "Aki", Standpoint.PEER),
            ("p2", "Ben", Standpoint.PEER),
            ("p3", "Chie", Standpoint.PROFESSIONAL),
            ("p4", "Dai", Standpoint.PROFESSIONAL),
        ):
            self.tell(f.ParticipantAdded(Participant(who, self.plain(called), standpoints=(standpoint,))))

    def text(self, ja: str, en: str) -> Text:
        """A text in both languages."""
        return tuple((lang, self._word(lang, body)) for lang, body in (("ja", ja), ("en", en)) if body)

    def plain(self, body: str) -> Text:
        """A text that has no language."""
        return (("", self._word("", body)),)

    def _word(self, lang: str, body: str) -> str:
        id = f"w{len(self.words)}"
        self.words[id] = Word(id, lang, body)
        return id

    def tell(self, *bodies: Body) -> None:
        """Let these things happen."""
        for body in bodies:
            self._seq += 1
            fact = Fact(f"f{self._seq}", "s", f"a{self._seq}", "d", self._seq, T0 + self._seq, body)
            self.state = apply(self.state, [fact])

    def item(self, kind: ItemKind, minutes: float | None = 20, **more: Any) -> None:
        """Plan an item and open it."""
        id = f"i{len(self.state.agenda)}"
        prompt = self.text("なにが助けになりますか？", "What helps?")
        self.tell(f.ItemAdded(AgendaItem(id, kind, prompt=prompt, minutes=minutes, **more)))
        if self.state.started is None:
            self.tell(f.Started(START))
        self.tell(f.ItemOpened(entry=f"o-{id}", at=T0, item=id))

    def note(self, id: str, ja: str, en: str, *who: str, release: bool = True, **more: Any) -> None:
        """Keep a note, and show it to the room."""
        more.setdefault("visibility", Visibility.ROOM)
        content = NoteContent(more.pop("kind", NoteKind.IDEA), self.text(ja, en), who=who, **more)
        self.tell(f.NoteKept(entry=id, at=T0, content=content))
        if release:
            self.tell(f.NoteReleased(entry=f"r-{id}", at=T0, note=id))

    def see(self, minutes: float = 0, look: Look = Look.SESSION, page: int = 0) -> RoomView:
        """Look at the wall so many minutes after the beginning."""
        now = T0 + round(minutes * MINUTE)
        return room_view(self.state, self.words, tongues_of(self.state), now, look=look, page=page)


def bodies(pair: Pair) -> list[str]:
    """The texts of a pair, in order."""
    return [run.text for run in pair]
