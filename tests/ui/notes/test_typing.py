"""Whole meetings typed through the note-taker's window with the keyboard alone: each note as it was."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

import pytest

from coprod.domain import acts
from coprod.domain.acts import ParticipantDraft, SessionDraft
from coprod.domain.fold import fold
from coprod.domain.terms import NoteKind, Standpoint
from coprod.i18n import LANGUAGES
from coprod.service.exchange.incoming import incoming
from coprod.service.exchange.reading import read_path
from coprod.service.live import LiveSession
from tests.fakes.memory import MemoryStore
from tests.service.clocks import Still
from tests.sessions import DATA, REPO, SAMPLE
from tests.ui.notes.taker import NoteTaker

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

MOST = 40
SHARED = REPO.parent / "shared" / "data"
MEETINGS = sorted(
    [SAMPLE / "speaking-up.coprod.json", DATA / "every-key.coprod.json", *SHARED.glob("*.coprod.json")]
)


@dataclass(frozen=True)
class Spoken:
    """What was said: by how-manieth of the people, what kind of note, in which language."""

    who: int | None
    kind: NoteKind
    lang: str
    text: str


def spoken(path: Path) -> tuple[list[tuple[dict[str, str], tuple[Standpoint, ...]]], list[Spoken]]:
    """The people of a meeting, and what they said, in Japanese and English by turns where there are both."""
    made = incoming(read_path(path), 0)
    state = fold(made.session, made.facts)
    order = list(state.participants)
    people = [
        ({lang: made.words[id].body for lang, id in one.called}, one.standpoints)
        for one in state.participants.values()
    ]
    said = []
    for number, note in enumerate(state.notes()):
        texts = [
            (lang.split("-")[0], made.words[id].body) for lang, id in note.content.text if id in made.words
        ]
        texts = [one for one in texts if one[0] in {"ja", "en"} and "\n" not in one[1]]
        if texts:
            lang, text = texts[number % len(texts)]
            who = order.index(note.content.who[0]) if note.content.who else None
            said.append(Spoken(who, note.content.kind, lang, text))
    return people, said


def session(people: list[tuple[dict[str, str], tuple[Standpoint, ...]]]) -> LiveSession:
    """A meeting of the same people, in which nothing was said yet."""
    live = LiveSession("00000000-0000-4000-8000-000000000042", MemoryStore(), Still())
    live.do(acts.Describe(SessionDraft({"ja": "同じ会"}, ("ja", "en"))))
    for called, standpoints in people:
        live.do(acts.AddParticipant(ParticipantDraft(called, standpoints=standpoints)))
    live.do(acts.StartSession())
    return live


@pytest.mark.parametrize("path", MEETINGS, ids=lambda path: path.name.split(".")[0])
def test_forty_notes_are_typed_and_kept_as_they_were_said(qtbot: QtBot, path: Path) -> None:
    people, said = spoken(path)
    at = NoteTaker(qtbot, session(people), Still().now, "ja")
    order = list(at.bridge.state.participants)
    typed = list(islice(said, MOST))
    for one in typed:
        write(at, one, people)
    at.settle()
    assert typed
    assert [
        (
            note.content.kind,
            note.content.original,
            note.content.who[:1],
            {lang for lang, _ in note.content.text},
        )
        for note in at.kept()
    ] == [(one.kind, one.lang, (order[one.who],) if one.who is not None else (), {one.lang}) for one in typed]
    bodies = [at.bridge.words[id].body for note in at.kept() for _, id in note.content.text]
    assert bodies == [one.text.strip() for one in typed]
    at.close()


def write(at: NoteTaker, one: Spoken, people: list[tuple[dict[str, str], tuple[Standpoint, ...]]]) -> None:
    """Type a note: who by their place in the row of people, its kind, its language, its words."""
    at.press(f"Alt+{list(NoteKind).index(one.kind) + 1}")
    if one.who is not None:
        at.press("Alt+W", *["Right"] * steps_to(at, one.who), "Return")
    for _ in LANGUAGES:
        composed = at.window.panel.composed()
        if composed is not None and composed.lang == one.lang:
            break
        at.press("Alt+L")
    at.type(one.text)
    at.press("Ctrl+Return")


def steps_to(at: NoteTaker, place: int) -> int:
    """How many steps of the arrow key lead to somebody in the row, from where it begins."""
    row = at.window.panel.who
    begins = next((n for n, option in enumerate(row.options()) if option.chosen), 0)
    return (place - begins) % len(row.options())
