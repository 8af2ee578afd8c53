"""Japanese typed with a real input method, Mozc under ibus: in romaji, converted, and kept as it was meant."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from coprod.domain.terms import NoteKind
from tests.e2e.desk import until
from tests.ui.notes.mozc_desk import MISSING, MozcDesk, mozc_desk

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = [
    pytest.mark.skipif(os.environ.get("COPROD_SOAK") != "1", reason="typed for real in make soak"),
    pytest.mark.skipif(bool(MISSING), reason=f"no {', '.join(MISSING)} here"),
]

MOST = 20
"""How many candidates are gone through at most."""


@dataclass(frozen=True)
class Piece:
    """A few words as they are typed, as they are read, and as they are meant."""

    keys: str
    reading: str
    meant: str


@dataclass(frozen=True)
class Said:
    """A note: by how-manieth of the people, of what kind, in which words."""

    who: int
    kind: NoteKind
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return "".join(piece.meant for piece in self.pieces)


MEETING = Piece("kaigide", "かいぎで", "会議で")
VOICE = Piece("koewodasunoha", "こえをだすのは", "声を出すのは")
AFRAID = Piece("kowai.", "こわい。", "怖い。")

SAID = (
    Said(2, NoteKind.CONTRIBUTION, (MEETING, VOICE, AFRAID)),
    Said(
        1,
        NoteKind.EXPERIENCE,
        (
            Piece("asaha", "あさは", "朝は"),
            Piece("okirunoga", "おきるのが", "起きるのが"),
            Piece("taihendesita.", "たいへんでした。", "大変でした。"),
        ),
    ),
    Said(
        3,
        NoteKind.QUESTION,
        (
            Piece("tugiha", "つぎは", "次は"),
            Piece("darega", "だれが", "誰が"),
            Piece("hanasimasuka.", "はなしますか。", "話しますか。"),
        ),
    ),
    Said(
        5,
        NoteKind.CONCERN,
        (
            Piece("yoteiga", "よていが", "予定が"),
            Piece("kyuuni", "きゅうに", "急に"),
            Piece("kawaruto", "かわると", "変わると"),
            Piece("komarimasu.", "こまります。", "困ります。"),
        ),
    ),
    Said(
        0,
        NoteKind.IDEA,
        (
            Piece("kyuukeiwo", "きゅうけいを", "休憩を"),
            Piece("nagakusite", "ながくして", "長くして"),
            Piece("otyawo", "おちゃを", "お茶を"),
            Piece("nomimasyou.", "のみましょう。", "飲みましょう。"),
        ),
    ),
)


@pytest.fixture
def at() -> Iterator[MozcDesk]:
    with mozc_desk() as made:
        yield made


def compose(at: MozcDesk, piece: Piece) -> None:
    """Type romaji, which Mozc turns into kana."""
    at.press(*("period" if key == "." else key for key in piece.keys))
    at.wait(preedit=piece.reading, composing=True)


def convert(at: MozcDesk, piece: Piece) -> None:
    """Press Space until the words are the ones that are meant."""
    preedit = piece.reading
    for _ in range(MOST):
        preedit = next_candidate(at, preedit)
        if preedit == piece.meant:
            return
    raise AssertionError(f"Mozc does not know {piece.meant}")


def next_candidate(at: MozcDesk, before: str) -> str:
    """Press Space, and see what is offered instead."""
    at.press("space")
    until(lambda: at.seen()["preedit"] != before, f"nothing came after {before}")
    return str(at.wait(composing=True)["preedit"])


def exported(at: MozcDesk) -> dict[str, Any]:
    """The session as the store has it."""
    (listed,) = json.loads(at.coprod("list", "--json"))
    session: dict[str, Any] = json.loads(at.coprod("export", listed["id"]))
    return session


def notes(at: MozcDesk) -> list[dict[str, Any]]:
    return [one for one in exported(at)["record"] if one["type"] == "note"]


def texts(at: MozcDesk) -> list[dict[str, str]]:
    return [note["text"] for note in notes(at)]


def write(at: MozcDesk, said: Said) -> None:
    """Write a note: its kind, who said it, its words piece by piece."""
    at.press(f"alt+{list(NoteKind).index(said.kind) + 1}", "alt+w", *["Right"] * (said.who + 1), "Return")
    at.wait(kind=said.kind, who=[said.who], lang="ja", writing=True)
    before, kept = "", at.seen()["kept"]
    for piece in said.pieces:
        compose(at, piece)
        convert(at, piece)
        at.press("Return")
        before += piece.meant
        seen = at.wait(text=before, preedit="", composing=False)
        assert (seen["kept"], seen["open"]) == (kept, True)
    at.press("ctrl+Return")
    at.wait(kept=kept + 1, text="", busy=False, writing=True)


def test_five_notes_in_japanese_are_stored_as_they_were_meant(at: MozcDesk) -> None:
    for said in SAID:
        write(at, said)
    people = [one["key"] for one in exported(at)["participants"]]
    assert [(note["who"], note.get("kind"), note["text"]) for note in notes(at)] == [
        ([people[said.who]], said.kind, {"ja": said.text}) for said in SAID
    ]


def test_keys_are_the_input_methods_while_it_composes(at: MozcDesk) -> None:
    compose(at, MEETING)
    at.press("alt+3", "alt+w", "ctrl+w", "ctrl+f")
    convert(at, MEETING)
    at.press("Escape")
    seen = at.wait(preedit=MEETING.reading)
    assert (seen["open"], seen["writing"], seen["kind"]) == (True, True, NoteKind.CONTRIBUTION)
    at.press("Return")
    seen = at.wait(text=MEETING.reading, preedit="", composing=False)
    assert (seen["kept"], seen["open"]) == (0, True)
    compose(at, VOICE)
    at.press("Escape")
    seen = at.wait(text=MEETING.reading, preedit="", composing=False)
    assert (seen["kept"], seen["open"], seen["writing"]) == (0, True, True)
    assert texts(at) == []


def test_what_was_taken_back_comes_into_no_note(at: MozcDesk) -> None:
    at.press("ctrl+f", "Escape")  # away and back, once without anything
    compose(at, MEETING)
    at.press("Return")
    at.wait(text=MEETING.reading)
    compose(at, AFRAID)
    at.press("Escape")
    at.wait(preedit="", composing=False)
    at.press("ctrl+f")
    at.wait(writing=False)
    at.press("Escape")
    assert at.wait(writing=True)["text"] == MEETING.reading
    compose(at, AFRAID)
    at.press("Escape")
    at.wait(preedit="", composing=False)
    at.press("ctrl+Return")
    at.wait(kept=1, text="", busy=False)
    at.press("ctrl+f", "Escape")
    assert at.wait(writing=True)["text"] == ""
    assert texts(at) == [{"ja": MEETING.reading}]


def test_keeping_in_the_midst_of_composing_loses_nothing(at: MozcDesk) -> None:
    compose(at, MEETING)
    convert(at, MEETING)
    at.press("ctrl+Return")
    assert at.wait(text=MEETING.meant, preedit="", composing=False)["kept"] == 0
    compose(at, VOICE)
    convert(at, VOICE)
    at.click(*at.seen()["keep"])
    at.wait(kept=1, text="", preedit="", composing=False, busy=False)
    assert texts(at) == [{"ja": MEETING.meant + VOICE.meant}]


def test_off_the_record_nothing_of_what_is_composed_is_left(at: MozcDesk) -> None:
    at.press("F8")
    at.wait(busy=False, kind="")
    compose(at, AFRAID)
    at.wait(preedit="", composing=False)  # as the clock goes on
    at.press("ctrl+f", "Escape", "F8")
    at.wait(kind=NoteKind.CONTRIBUTION, text="", preedit="", kept=0, busy=False)
