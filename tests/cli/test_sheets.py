"""`coprod sheet` and `coprod note`: out to the groups and home again, and what is refused on the way."""

from __future__ import annotations

import io
import json
import random
import shutil
import subprocess
import sys
from itertools import permutations
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.program import REPO, row_counts, session_file

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Coprod

KEYS = "ABCDEFGH"
PEOPLE = [
    {"key": key, "called": {"ja": f"{key}さん"}, "standpoints": ["peer" if at % 2 else "professional"]}
    for at, key in enumerate(KEYS)
]
GROUPS = [
    {"key": f"g{n + 1}", "name": {"en": f"Table of {KEYS[2 * n]}"}, "members": list(KEYS[2 * n : 2 * n + 2])}
    for n in range(4)
]
ASKED = {
    "key": "i1",
    "kind": "small-groups",
    "title": {"en": "Small groups"},
    "prompt": {"ja": "何を変える？"},
}


@pytest.fixture
def session(coprod: Coprod, tmp_path: Path) -> str:
    """An open session of four groups, in the store."""
    path = session_file(
        tmp_path / "groups.coprod.json",
        state="open",
        languages=["ja", "en"],
        participants=PEOPLE,
        groups=GROUPS,
        agenda=[ASKED],
        record=[{"type": "item", "item": "i1", "at": 1}],
    )
    return coprod("import", path).ids[0]


def issued(coprod: Coprod, session: str, group: str, folder: Path) -> tuple[Path, Path]:
    """A sheet, and the file with its code."""
    sheet, code = folder / f"{group}.coprod-sheet", folder / f"{group}.code"
    done = coprod("sheet", "issue", session, group, "-o", sheet)
    assert (done.code, done.err) == (0, "")
    assert len(done.out.split()) == 6
    code.write_text(done.out, "utf-8")
    return sheet, code


def exported(coprod: Coprod, session: str) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(coprod("export", session).out)
    return made


def notes(coprod: Coprod, session: str) -> list[dict[str, Any]]:
    return [one for one in exported(coprod, session)["record"] if one["type"] == "note"]


def test_a_note_is_kept_in_a_sheet_and_comes_home_with_its_group(
    coprod: Coprod, session: str, tmp_path: Path
) -> None:
    sheet, code = issued(coprod, session, "g2", tmp_path)
    kept = coprod(
        "note", sheet, "--code-file", code, "--who", "C", "--kind", "idea", "--lang", "ja", "窓を開けたい。"
    )
    assert (kept.code, kept.err) == (0, "")
    merged = coprod("sheet", "merge", sheet)
    assert (merged.code, merged.err) == (0, "")
    assert merged.out == f"{session}\tTable of C: notes that came home: 1.\n"
    (note,) = notes(coprod, session)
    assert note["id"] == kept.out.strip()
    assert (note["who"], note["kind"], note["group"], note["item"]) == (["C"], "idea", "g2", "i1")
    assert (note["text"], note["original"], "visibility" in note) == ({"ja": "窓を開けたい。"}, "ja", False)
    again = coprod("sheet", "merge", sheet, sheet)
    assert again.out == f"{session}\tTable of C: nothing new; it is all here already.\n" * 2
    assert coprod("verify").code == 0


def test_a_note_is_kept_in_the_store(coprod: Coprod, session: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("二人の考え。\n".encode())))
    done = coprod(
        "note", session[:8], "--who", "A", "--who", "B", "--lang", "ja", "--visibility", "room", "-"
    )
    assert (done.code, done.err) == (0, "")
    (note,) = notes(coprod, session)
    assert (note["who"], note["visibility"], note["text"]) == (["A", "B"], "room", {"ja": "二人の考え。"})
    assert note["kind"] == "contribution"


def test_the_code_comes_from_the_environment_and_is_typed_in_any_way(
    coprod: Coprod, session: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet, code = issued(coprod, session, "Table of A", tmp_path)
    monkeypatch.setenv("COPROD_CODE", code.read_text("utf-8").upper().replace(" ", "-"))
    assert coprod("note", sheet, "--lang", "en", "A quiet thought.").code == 0


def test_bad_input_is_refused_with_what_to_do(
    coprod: Coprod, session: str, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet, code = issued(coprod, session, "g1", tmp_path)
    before, counts = sheet.read_bytes(), row_counts(store)
    wrong = tmp_path / "wrong"
    wrong.write_text("abacsu " + code.read_text("utf-8").split(" ", 1)[1], "utf-8")
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(900))
    say = ("--lang", "ja", "話")
    assert coprod("note", sheet, *say).refuses(str(sheet), "code", "COPROD_CODE")
    assert coprod("note", sheet, "--code-file", wrong, *say).refuses("six words", "abacus")
    assert coprod("note", sheet, "--code-file", picture, *say).refuses("picture.png", "no text")
    assert coprod("note", picture, "--code-file", code, *say).refuses("no group sheet")
    assert coprod("note", sheet, "--code-file", code, "--who", "C", *say).refuses("C", "--who", "A, B")
    assert coprod("note", sheet, "--code-file", code, "--lang", "ja", " ").refuses("no words yet")
    assert coprod("note", sheet, "--code-file", code, "--lang", "x!", "話").refuses("is no language")
    assert coprod("note", sheet, "--code-file", tmp_path / "none", *say).refuses("none", "not there")
    assert coprod("note", "nowhere1", *say).refuses("nowhere1", "coprod list")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xff\xfe")))
    assert coprod("note", session, "--lang", "ja", "-").refuses("UTF-8")
    assert coprod("sheet", "issue", session, "g9", "-o", tmp_path / "x").refuses("g9", "g1, g2, g3, g4")
    assert coprod("sheet", "issue", session, "g1", "-o", sheet).refuses("there already")
    assert coprod("sheet", "merge", picture).refuses("picture.png", "no group sheet")
    assert coprod("sheet", "merge", tmp_path / "none").refuses("none", "is not there")
    assert coprod("sheet", "merge", "--store", tmp_path / "other.db", sheet).refuses("not made here")
    assert (sheet.read_bytes(), row_counts(store)) == (before, counts)


def test_a_sheet_that_is_refused_does_not_keep_the_next_out(
    coprod: Coprod, session: str, tmp_path: Path
) -> None:
    sheet, code = issued(coprod, session, "g1", tmp_path)
    assert coprod("note", sheet, "--code-file", code, "--lang", "ja", "話").code == 0
    bad = tmp_path / "bad.coprod-sheet"
    bad.write_bytes(sheet.read_bytes()[:-1])
    done = coprod("sheet", "merge", bad, sheet)
    assert done.code == 2
    assert "bad.coprod-sheet" in done.err
    assert len(notes(coprod, session)) == 1


def test_a_late_sheet_comes_in_when_a_person_says_so(coprod: Coprod, tmp_path: Path) -> None:
    made = session_file(
        tmp_path / "open.coprod.json", state="open", participants=PEOPLE, groups=GROUPS, agenda=[ASKED]
    )
    session = coprod("import", made).ids[0]
    sheet, code = issued(coprod, session, "g1", tmp_path)
    coprod("note", sheet, "--code-file", code, "--lang", "ja", "遅れて")
    close(tmp_path / "store.db", session)
    assert coprod("sheet", "merge", sheet).refuses("closed", "--late")
    assert coprod("sheet", "merge", "--late", sheet).code == 0
    assert [one["text"] for one in notes(coprod, session)] == [{"ja": "遅れて"}]


def close(store: Path, session: str) -> None:
    from coprod.bootstrap import SystemClock  # noqa: PLC0415 — of this test alone
    from coprod.domain.acts import CloseSession  # noqa: PLC0415
    from coprod.service.live import LiveSession  # noqa: PLC0415
    from coprod.store import open_store  # noqa: PLC0415

    with open_store(store) as opened:
        LiveSession(session, opened, SystemClock()).do(CloseSession())


def test_four_processes_fill_four_sheets_which_come_home_in_every_order_and_twice(
    coprod: Coprod, session: str, store: Path, tmp_path: Path, soak: bool
) -> None:
    many = 300 if soak else 24
    sheets = [issued(coprod, session, f"g{n}", tmp_path) for n in range(1, 5)]
    at_work = [
        subprocess.Popen([sys.executable, "-m", "tests.cli.groupwork", *each, str(many)], cwd=REPO)
        for each in sheets
    ]
    assert [one.wait(300) for one in at_work] == [0] * 4
    first = tmp_path / "first.db"
    shutil.copy(store, first)
    orders = list(permutations(path for path, _ in sheets))
    seen = set()
    for number, order in enumerate(orders if soak else orders[::5]):
        shutil.copy(first, store)
        for path in (tmp_path / f"{store.name}-wal", tmp_path / f"{store.name}-shm"):
            path.unlink(missing_ok=True)
        assert coprod("sheet", "merge", *order).code == 0
        assert coprod("sheet", "merge", *order[:: -1 if number % 2 else 1]).code == 0
        seen.add(coprod("export", session).out)
    assert len(seen) == 1
    assert coprod("verify").code == 0
    kept = notes(coprod, session)
    assert len(kept) == 4 * many
    assert {one["group"] for one in kept} == {"g1", "g2", "g3", "g4"}
    assert sum(bool(one.get("share")) for one in kept) == 4 * -(-many // 10)


def test_no_mutated_sheet_comes_in(
    coprod: Coprod, session: str, store: Path, tmp_path: Path, soak: bool
) -> None:
    sheet, code = issued(coprod, session, "g1", tmp_path)
    coprod("note", sheet, "--code-file", code, "--lang", "ja", "話" * 200)
    whole, counts, rng = sheet.read_bytes(), row_counts(store), random.Random(7)
    bad = tmp_path / "bad.coprod-sheet"
    for _ in range(1000 if soak else 40):
        data = bytearray(whole)
        for _ in range(rng.randrange(1, 4)):
            data[rng.randrange(len(data))] ^= rng.randrange(1, 256)
        bad.write_bytes(data if rng.random() < 0.7 else data[: rng.randrange(len(data))])
        done = coprod("sheet", "merge", bad)
        assert done.refuses("bad.coprod-sheet: sheet: This sheet") or done.refuses("This is no group sheet")
    assert row_counts(store) == counts
    assert coprod("sheet", "merge", sheet).code == 0
