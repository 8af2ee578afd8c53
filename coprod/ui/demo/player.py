"""The player: reads the script of the sample session, and has it typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from coprod.domain.terms import NoteKind
from coprod.ui.notes.choice import ChoiceRow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coprod.ui.demo.clock import MovedClock
    from coprod.ui.demo.typist import Typist
    from coprod.ui.meeting import Meeting

_KINDS = list(NoteKind)


class OffScript(Exception):
    """The windows did something else than the script expects."""


class Camera(Protocol):
    """Whoever takes the pictures."""

    def take(self, name: str) -> None:
        """Take the picture that the script asks for."""

    def look(self) -> None:
        """Look at the room after a step."""


class Player:
    """Plays steps on the windows of one meeting; it reads from them what a person would see."""

    def __init__(self, meeting: Meeting, typist: Typist, clock: MovedClock, camera: Camera) -> None:
        self._meeting, self._typist, self._clock, self._camera = meeting, typist, clock, camera

    def play(self, steps: Sequence[Mapping[str, Any]]) -> None:
        """Carry out all steps in order. Raises OffScript and TimeoutError."""
        for number, step in enumerate(steps):
            if "press" in step:
                self._typist.press(step["press"])
                self._expect(step.get("expect_item"), number)
            if "type_note" in step:
                self._note(step["type_note"], number)
            if "picture" in step:
                self._camera.take(step["picture"])
            self._camera.look()
            self._clock.move(step.get("wait_minutes", 0))
            self._meeting.console.tick()

    def _expect(self, kind: str | None, number: int) -> None:
        item = self._meeting.bridge.state.open_item()
        if kind is not None and (item is None or item.kind != kind):
            message = f"step {number}: the open item is not {kind}"
            raise OffScript(message)

    def _note(self, note: Mapping[str, Any], number: int) -> None:
        before = len(self._meeting.bridge.state.notes())
        press = self._typist.press
        press("N")
        self._who([self._person(name) for name in note["who"]])
        press(f"Alt+{_KINDS.index(NoteKind(note['kind'])) + 1}")
        for lang, text in {note["lang"]: note["text"], **note.get("translation", {})}.items():
            self._until("Alt+L", self._row("language"), lang)
            press("Alt+T")
            self._typist.type(text)
        if len(note.get("standpoints", ())) == 1:
            self._until("Alt+S", self._row("standpoint"), note["standpoints"][0])
        self._until("Alt+V", self._row("visibility"), note.get("visibility", "minutes"))
        if note.get("minority"):
            press("Alt+M")
        press("Ctrl+Return")
        if len(self._meeting.bridge.state.notes()) != before + 1:
            message = f"step {number}: the note was not kept"
            raise OffScript(message)

    def _who(self, people: Sequence[str]) -> None:
        """Choose the first by Enter, which names that one alone, and add the others by Space."""
        for place, person in enumerate(people or [""]):
            self._typist.press("Alt+W")
            row = self._row("who")
            keys = [option.key for option in row.options()]
            at = next((i for i, option in enumerate(row.options()) if option.chosen), 0)
            for _ in range((keys.index(person) - at) % len(keys)):
                self._typist.press("Right")
            self._typist.press("Space" if place else "Return")

    def _until(self, key: str, row: ChoiceRow, wanted: str) -> None:
        for _ in row.options():
            if any(option.key == wanted and option.chosen for option in row.options()):
                return
            self._typist.press(key)

    def _row(self, name: str) -> ChoiceRow:
        row = self._meeting.console.findChild(ChoiceRow, name)
        if not isinstance(row, ChoiceRow):
            raise OffScript(name)
        return row

    def _person(self, name: str) -> str:
        """The id behind a called name."""
        bridge = self._meeting.bridge
        for person in bridge.state.participants.values():
            if any(words in bridge.words and bridge.words[words].body == name for _, words in person.called):
                return person.id
        message = f"nobody is called {name}"
        raise OffScript(message)
