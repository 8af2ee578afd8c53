"""A sheet's file is the log of a session that runs on it, sealed at every moment, and shared without loss."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coprod.domain import acts
from coprod.domain.acts import NoteDraft
from coprod.domain.terms import NoteKind
from coprod.seal import SealedFiles
from coprod.seal import log as logs
from coprod.seal.head import LEAST_COST
from coprod.seal.log import SheetLog, read_sheet
from coprod.seal.sheet import SheetSeal
from coprod.service.live import LiveSession
from coprod.service.ports import StoreFailed
from coprod.service.sheets import Given, SheetRefused, WhyNot, issue, merge, unsealed
from tests.service.laptops import Clock, HomeSide, done
from tests.stage import SESSION, ordered

if TYPE_CHECKING:
    from pathlib import Path

SEAL = SheetSeal(LEAST_COST)


class Home(HomeSide):
    """A home with the true seal."""

    def __init__(self) -> None:
        super().__init__()
        self.true = SEAL

    def give(self) -> Given:
        return issue(self.live.state, self.live.words, self.groups[0], self.clock.at, self.store, SEAL)

    def take(self, path: Path) -> int:
        brought = unsealed(read_sheet(path), self.store, SEAL)
        return merge(brought, self.live, self.clock.at + 9_000_000).notes


def note(text: str) -> acts.KeepNote:
    return acts.KeepNote(NoteDraft(NoteKind.IDEA, {"ja": text}))


@pytest.fixture
def given(tmp_path: Path) -> tuple[Home, Path, str]:
    home = Home()
    sheet = home.give()
    path = tmp_path / "window.coprod-sheet"
    path.write_bytes(sheet.data)
    return home, path, sheet.code


def a_session(path: Path, code: str) -> LiveSession:
    log = SheetLog(path, code)
    return LiveSession(log.session, log, Clock())


def test_a_session_runs_on_a_sheet_and_comes_home(given: tuple[Home, Path, str]) -> None:
    home, path, code = given
    live = a_session(path, code)
    done(live, note("窓を開けたい。"))
    assert "窓を開けたい。".encode() not in path.read_bytes()
    again = a_session(path, code)
    assert ordered(again.state) == ordered(live.state)
    assert home.take(path) == 1
    assert home.take(path) == 0
    assert [one.group for one in home.live.state.notes()] == [home.groups[0].id]


def test_a_wrong_code_or_a_file_that_is_no_sheet_is_refused(
    given: tuple[Home, Path, str], tmp_path: Path
) -> None:
    _, path, code = given
    with pytest.raises(SheetRefused) as refused:
        SheetLog(path, code + " abacus")
    assert refused.value.why is WhyNot.WRONG_CODE
    other = tmp_path / "notes.txt"
    other.write_text("no sheet", "utf-8")
    with pytest.raises(SheetRefused) as refused:
        SheetLog(other, code)
    assert refused.value.why is WhyNot.NOT_A_SHEET
    with pytest.raises(OSError, match="gone"):
        SheetLog(tmp_path / "gone", code)


def test_of_which_table_a_sheet_is_can_be_read_without_its_code(
    given: tuple[Home, Path, str], tmp_path: Path
) -> None:
    home, path, _ = given
    files = SealedFiles(LEAST_COST)
    assert files.table_of(path) == (SESSION, home.groups[0].id)
    other = tmp_path / "notes.txt"
    other.write_text("no sheet", "utf-8")
    with pytest.raises(SheetRefused):
        files.table_of(other)
    with pytest.raises(OSError, match="gone"):
        files.table_of(tmp_path / "gone")


def test_what_two_programs_write_into_one_file_is_all_there(given: tuple[Home, Path, str]) -> None:
    home, path, code = given
    one, two = a_session(path, code), a_session(path, code)
    for number in range(3):
        done(one, note(f"こちら{number}"))
        done(two, note(f"あちら{number}"))
    assert home.take(path) == 6
    assert len(a_session(path, code).state.notes()) == 6


def test_what_one_took_out_the_other_does_not_bring_back(given: tuple[Home, Path, str]) -> None:
    home, path, code = given
    one = a_session(path, code)
    kept = done(one, note("やめておく話")).new.notes()[0].entry
    two = a_session(path, code)
    done(one, acts.TakeOutNote(kept))
    done(two, note("別の話"))
    stored = SheetLog(path, code).load(SESSION)
    assert "やめておく話" not in {word.body for word in stored.words.values()}
    assert home.take(path) == 1


def test_a_person_who_withdrew_has_no_name_in_the_sheet(given: tuple[Home, Path, str]) -> None:
    _, path, code = given
    one, two = a_session(path, code), a_session(path, code)
    done(one, acts.WithdrawParticipant(next(iter(one.state.participants))))
    done(two, note("別の話"))
    assert "葵" not in {word.body for word in SheetLog(path, code).load(SESSION).words.values()}
    assert len(a_session(path, code).state.participants) == 1


def test_two_copies_that_were_written_apart_both_come_home(
    given: tuple[Home, Path, str], tmp_path: Path
) -> None:
    home, path, code = given
    done(a_session(path, code), note("ともに"))
    copy = tmp_path / "copy.coprod-sheet"
    copy.write_bytes(path.read_bytes())
    done(a_session(path, code), note("こちら"))
    done(a_session(copy, code), note("あちら"))
    assert [home.take(copy), home.take(path), home.take(copy)] == [2, 1, 0]


def test_a_write_that_fails_leaves_the_sheet_as_it_was(
    given: tuple[Home, Path, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, path, code = given
    live = a_session(path, code)
    before = path.read_bytes()
    for error, told in ((OSError(28, "no space"), "full"), (OSError(13, "no"), "readonly")):

        def fails(path: Path, data: bytes, error: OSError = error) -> None:
            raise error

        with monkeypatch.context() as patched:
            patched.setattr(logs, "write_whole", fails)
            with pytest.raises(StoreFailed) as failed:
                live.do(note("窓"))
        assert failed.value.code == told
        assert path.read_bytes() == before
        assert live.state.notes() == []
    done(live, note("窓"))
    assert len(a_session(path, code).state.notes()) == 1


def test_a_sheet_that_was_damaged_meanwhile_is_not_written_over(given: tuple[Home, Path, str]) -> None:
    _, path, code = given
    live = a_session(path, code)
    path.write_bytes(b"something else")
    with pytest.raises(StoreFailed) as failed:
        live.do(note("窓"))
    assert failed.value.code == "damaged"
    assert path.read_bytes() == b"something else"


def test_a_sheet_knows_no_other_session(given: tuple[Home, Path, str]) -> None:
    _, path, code = given
    assert list(SheetLog(path, code).load("another").facts) == []


def test_what_is_begun_lies_sealed_with_the_rest_and_does_not_come_home(tmp_path: Path) -> None:
    home, path = Home(), tmp_path / "window.sheet"
    given = home.give()
    path.write_bytes(given.data)
    log = SheetLog(path, given.code)
    live = LiveSession(SESSION, log, Clock(home.clock.at))
    live.keep_draft("half a thought")
    assert b"half a thought" not in path.read_bytes()
    assert LiveSession(SESSION, SheetLog(path, given.code), Clock(home.clock.at)).draft == "half a thought"
    done(live, acts.KeepNote(NoteDraft(NoteKind.IDEA, {"en": "a whole one"})))
    home.take(path)
    assert home.live.draft == ""
    assert "half a thought" not in repr(home.store.load(SESSION))
    live.keep_draft("")
    assert SheetLog(path, given.code).draft(SESSION) == ""


def test_a_sheet_larger_than_any_is_not_read_to_its_end(
    given: tuple[Home, Path, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, path, _ = given
    monkeypatch.setattr(logs, "_LARGEST", path.stat().st_size - 1)
    with pytest.raises(SheetRefused) as caught:
        read_sheet(path)
    assert caught.value.why is WhyNot.TOO_BIG


def test_a_sheet_that_was_replaced_by_one_of_another_session_is_not_written_over(
    given: tuple[Home, Path, str],
) -> None:
    _, path, code = given
    live = a_session(path, code)
    mine = path.read_bytes()
    other = path.with_name("other.coprod-sheet")
    other.write_bytes(Home().give().data)
    path.write_bytes(other.read_bytes())
    with pytest.raises((StoreFailed, SheetRefused)):
        live.do(note("窓ぎわ"))
    assert path.read_bytes() == other.read_bytes() != mine
