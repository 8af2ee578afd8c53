"""Whole meetings, in and out again: twice in adds nothing, what comes out says what came in, and the tables agree."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest

from coprod import bootstrap
from tests.cli.canonical import canonical
from tests.cli.program import MEETINGS, MINIMAL, SAMPLE, Answer, changed, row_counts, session_file

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Coprod


class Kept:
    """All meetings in one store, imported twice."""

    def __init__(self, path: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.path = path
        self._capture = capture
        self.first = self("import", *MEETINGS)
        self.rows = row_counts(path)
        self.second = self("import", *MEETINGS)

    def __call__(self, *arguments: object) -> Answer:
        self._capture.readouterr()
        code = bootstrap.main(["--store", str(self.path), *map(str, arguments)])
        told = self._capture.readouterr()
        return Answer(code, told.out, told.err)


def test_every_meeting_in_twice_out_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = Kept(tmp_path / "store.db", capsys)
    assert len(MEETINGS) >= 20
    assert (kept.first.code, kept.first.err) == (0, "")
    assert kept.first == kept.second
    assert len(kept.first.ids) == len(set(kept.first.ids)) == len(MEETINGS)
    assert row_counts(kept.path) == kept.rows
    assert kept.rows["fact"] > 500  # of the invented meetings alone
    assert sorted(kept("list").ids) == sorted(kept.first.ids)
    assert kept("verify") == Answer(0, "", "")
    for path, id in zip(MEETINGS, kept.first.ids, strict=True):
        came, went = read(path), json.loads(kept("export", id, "--people").out)
        assert canonical(went) == canonical(came), path.name
        assert went["id"] == id
        assert UUID(came.get("id", id)) == UUID(id)
        assert "id" in came or UUID(id).version == 5
        assert set(went) <= {*came, "id"}, path.name


def read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def test_the_canonical_form_itself_sees_what_differs() -> None:
    came, other = read(SAMPLE), read(SAMPLE)
    note = next(one for one in other["record"] if one["type"] == "note")
    note["text"]["en"] += "."
    assert canonical(other) != canonical(came)
    assert canonical(dict(reversed(came.items())) | {"minor": 0.0, "issued": []}) == canonical(came)


def test_what_comes_out_may_come_in_elsewhere_and_is_there_already_here(
    coprod: Coprod, sample: str, tmp_path: Path
) -> None:
    out = tmp_path / "out.json"
    line = coprod("import", SAMPLE).out
    coprod("export", sample, "-o", out)
    assert coprod("import", out).out == line
    elsewhere = tmp_path / "elsewhere.db"
    assert coprod("import", out, "--store", elsewhere).out == line
    assert coprod("export", sample, "--store", elsewhere).out == out.read_text("utf-8")


def test_the_same_id_with_other_content_is_refused_and_changes_nothing(
    coprod: Coprod, store: Path, tmp_path: Path
) -> None:
    id = "abcdef01-2345-4789-8abc-def012345671"
    first = session_file(tmp_path / "first.json", id=id)
    second = session_file(tmp_path / "second.json", id=id, title={"en": "Another"})
    coprod("import", first)
    before = (row_counts(store), coprod("export", id).out)
    assert coprod("import", second).refuses(f"{second}: id: ", "something else")
    assert (row_counts(store), coprod("export", id).out) == before


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE session SET phase = 'open'", "(session)"),
        ("UPDATE session SET untranslated = untranslated + 1", "(session)"),
        ("DELETE FROM session", "(session)"),
        ("UPDATE note SET visibility = 'room' WHERE visibility = 'minutes'", "more)"),
        ("UPDATE note SET text = '[]' WHERE id = (SELECT min(id) FROM note)", "(note "),
        ("DELETE FROM note WHERE id = (SELECT min(id) FROM note)", "(note "),
        ("INSERT INTO note SELECT 'another', session, kind, item, at, visibility, status, due, text FROM note"
         " LIMIT 1", "(note another)"),
        ("DELETE FROM fact WHERE kind = 'note-kept/1'", "(session, note "),
        ("DELETE FROM fact", "(session, note "),
        ("UPDATE fact SET body = '{' WHERE seq = 3", "log: is damaged"),
        ("UPDATE session SET title = '{'", "log: is damaged"),
    ],
)  # fmt: skip
def test_verify_finds_what_was_changed_behind_the_programs_back(
    coprod: Coprod, store: Path, sample: str, statement: str, told: str
) -> None:
    assert changed(store, statement) > 0
    before = row_counts(store)
    done = coprod("verify")
    assert (done.code, done.out) == (1, "")
    (line,) = done.err.splitlines()
    assert line.startswith(f"{sample}: ")
    assert told in line
    assert row_counts(store) == before


def test_verify_names_the_session_that_differs_and_no_other(coprod: Coprod, store: Path, sample: str) -> None:
    (minimal,) = coprod("import", MINIMAL).ids
    assert changed(store, f"DELETE FROM session WHERE id = '{minimal}'") == 1
    assert coprod("list").ids == [sample]
    done = coprod("verify")
    assert (done.code, [line.split(":")[0] for line in done.err.splitlines()]) == (1, [minimal])


def test_verify_finds_rows_of_a_session_that_never_was(coprod: Coprod, store: Path, sample: str) -> None:
    ghost = "INSERT INTO note VALUES ('n', 'ghost', 'idea', NULL, 1, 'room', '', NULL, '[]')"
    assert changed(store, ghost) == 1
    done = coprod("verify")
    assert (done.code, done.err.split(" (")[0]) == (1, "ghost: read tables: differ from the log")
