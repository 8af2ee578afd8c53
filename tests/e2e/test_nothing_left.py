"""What was taken out, or said off the record, through the real parts: store, seal, bridge and the note-taker's window.

Looked for as UTF-8, as UTF-16 and as JSON writes it, in every file of the folder, in a sheet that is issued
afterwards (opened with its code), in the settings, and in what the program says to its terminal.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings

from coprod.domain import acts
from coprod.domain.acts import GroupDraft, NoteDraft, ParticipantDraft, SessionDraft
from coprod.domain.terms import ItemKind, NoteKind
from coprod.seal import SealedFiles
from coprod.seal.head import LEAST_COST
from coprod.service.exchange.sheet_content import encoded
from coprod.service.live import LiveSession
from coprod.service.sheets import issue, unsealed
from coprod.store import open_store
from tests.contracts.batches import new_id
from tests.service.clocks import Still
from tests.ui.notes.taker import NoteTaker

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from coprod.store.local import LocalStore

SECRET = "ここだけの話を、だれにも渡さない。"
NAME = "ヒミツノナマエ"
SEAL = SealedFiles(LEAST_COST)


def forms(text: str) -> list[bytes]:
    """A text as it may stand in a file."""
    start = text[:6]
    return [start.encode(), start.encode("utf-16-le"), json.dumps(start)[1:-1].encode()]


def holds(data: bytes, text: str) -> bool:
    return any(form in data for form in forms(text))


def everything(folder: Path) -> bytes:
    return b"\n".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def sheet(live: LiveSession, store: LocalStore) -> bytes:
    """What lies sealed in a sheet that is issued now, and its bytes as they are given away."""
    group = next(iter(live.state.groups.values()))
    given = issue(live.state, live.words, group, 2_000_000_000_000, store, SEAL)
    content = unsealed(given.data, store, SEAL).content
    return encoded(live.state.session, content) + given.data


@pytest.fixture
def store(tmp_path: Path) -> Iterator[LocalStore]:
    with open_store(tmp_path / "coprod.db") as opened:
        yield opened


@pytest.fixture
def live(store: LocalStore) -> LiveSession:
    """A session with two people in one group; one of them has a name to be forgotten."""
    made = LiveSession(new_id(), store, Still())
    made.do(acts.Describe(SessionDraft({"ja": "題"}, ("ja", "en"))))
    for name in (NAME, "Ben"):
        made.do(acts.AddParticipant(ParticipantDraft({"ja": name})))
    made.do(acts.AddItem(acts.ItemDraft(ItemKind.SMALL_GROUPS, {"ja": "話す"})))
    made.do(acts.StartSession())
    made.do(acts.FormGroups((GroupDraft({"ja": "窓ぎわ"}, tuple(made.state.participants)),)))
    return made


@pytest.fixture
def at(qtbot: QtBot, live: LiveSession) -> Iterator[NoteTaker]:
    made = NoteTaker(qtbot, live, lambda: 2_000_000_000_000, "ja")
    made.window.panel.drafted.connect(lambda text: made.bridge.keep_draft("notes", text))
    yield made
    made.close()


def settled(at: NoteTaker, folder: Path) -> bytes:
    """All that is on the disk once nothing is under way."""
    at.bridge.ask(lambda _live: None, lambda _none: None, lambda _error: None)
    at.settle()
    QSettings().sync()
    return everything(folder)


def test_a_note_that_is_taken_out_leaves_nothing(
    at: NoteTaker, live: LiveSession, store: LocalStore, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    at.type(SECRET)
    at.press("Ctrl+Return")
    assert holds(settled(at, tmp_path), SECRET)  # what is looked for can be found
    at.press("Escape", "End", "Delete", "Delete")
    assert at.kept() == []
    assert not holds(settled(at, tmp_path), SECRET)
    assert not holds(sheet(live, store), SECRET)
    told = capfd.readouterr()
    assert SECRET[:6] not in told.out + told.err


def test_words_that_were_changed_before_they_were_taken_out_are_gone_with_all_their_versions(
    at: NoteTaker, tmp_path: Path
) -> None:
    at.type(SECRET)
    at.press("Ctrl+Return", "Alt+Up", "Ctrl+A")
    at.type("別の言い方")
    at.press("Ctrl+Return")
    assert holds(settled(at, tmp_path), SECRET)  # the history holds it, as long as the note is there
    at.press("Escape", "End", "Delete", "Delete")
    assert not holds(settled(at, tmp_path), SECRET)
    assert not holds(everything(tmp_path), "別の言い方")


def test_what_stands_in_the_composer_is_gone_when_the_pen_is_put_down(at: NoteTaker, tmp_path: Path) -> None:
    at.type(SECRET)
    assert holds(settled(at, tmp_path), SECRET)  # a crash would not lose it
    at.bridge.do(acts.PutPenDown())
    at.settle()
    at.type(SECRET)
    assert not holds(settled(at, tmp_path), SECRET)
    at.bridge.do(acts.TakePenUp())
    at.settle()
    assert not holds(settled(at, tmp_path), SECRET)


def test_who_withdraws_has_no_name_in_what_is_issued_afterwards(
    at: NoteTaker, live: LiveSession, store: LocalStore, tmp_path: Path
) -> None:
    who = next(iter(live.state.participants))
    at.bridge.do(acts.KeepNote(NoteDraft(NoteKind.IDEA, {"ja": SECRET}, (who,))))
    at.settle()
    assert holds(sheet(live, store), NAME)  # what is looked for can be found
    assert holds(settled(at, tmp_path), NAME)
    at.bridge.do(acts.WithdrawParticipant(who))
    at.settle()
    assert not holds(settled(at, tmp_path), NAME)
    assert not holds(everything(tmp_path), SECRET)
    assert not holds(sheet(live, store), NAME)
