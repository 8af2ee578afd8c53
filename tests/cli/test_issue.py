"""Issuing by the command line: a number, a hash, to whom; and never over what went out."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.program import PLANNED, SAMPLE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Coprod


@pytest.fixture
def session(coprod: Coprod) -> str:
    (id,) = coprod("import", SAMPLE).ids
    return id


def issued(coprod: Coprod, session: str) -> list[dict[str, object]]:
    told: dict[str, list[dict[str, object]]] = json.loads(coprod("export", session).out)
    return told.get("issued", [])


def test_an_edition_gets_the_next_number_and_its_hash_is_kept(
    coprod: Coprod, session: str, tmp_path: Path
) -> None:
    before = issued(coprod, session)
    first = max((int(str(one.get("number", 0))) for one in before), default=0) + 1
    for number, edition in enumerate(("record", "summary", "record"), start=first):
        out = tmp_path / f"{number}.pdf"
        done = coprod("issue", session, "-o", out, "--edition", edition, "--to", "the ward")
        sha256 = hashlib.sha256(out.read_bytes()).hexdigest()
        assert (done.code, done.out, done.err) == (0, f"{number}\t{sha256}\n", "")
        assert issued(coprod, session)[-1]["sha256"] == sha256
    new = issued(coprod, session)[len(before) :]
    assert [(one["number"], one["edition"]) for one in new] == [
        (first, "record"),
        (first + 1, "summary"),
        (first + 2, "record"),
    ]


def test_work_for_a_translator_is_no_edition_and_is_not_offered_as_one(
    coprod: Coprod, session: str, tmp_path: Path
) -> None:
    assert ",csv}" in coprod("issue", "--help").out
    assert ",xlf}" in coprod("minutes", "--help").out
    before = issued(coprod, session)
    done = coprod("issue", session, "-o", tmp_path / "m.xlf")
    assert (done.code, done.out) == (2, "")
    assert ".docx" in done.err
    assert ".xlf" not in done.err.split("give a name")[1]
    assert issued(coprod, session) == before
    assert not (tmp_path / "m.xlf").exists()


def test_what_went_out_is_never_written_over(coprod: Coprod, session: str, tmp_path: Path) -> None:
    out = tmp_path / "m.pdf"
    assert coprod("issue", session, "-o", out).code == 0
    before, data = issued(coprod, session), out.read_bytes()
    done = coprod("issue", session, "-o", out)
    assert (done.code, done.out) == (2, "")
    assert "is there already" in done.err
    assert (issued(coprod, session), out.read_bytes()) == (before, data)


def test_a_session_that_is_not_closed_has_nothing_to_issue(coprod: Coprod, tmp_path: Path) -> None:
    (id,) = coprod("import", PLANNED).ids
    done = coprod("issue", id, "-o", tmp_path / "m.pdf")
    assert done.code == 2
    assert "close it first" in done.err
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_draft_and_an_issue_are_not_the_same_file(coprod: Coprod, session: str, tmp_path: Path) -> None:
    for command in ("minutes", "issue"):
        assert coprod(command, session, "-o", tmp_path / f"{command}.pdf").code == 0
    assert (tmp_path / "minutes.pdf").read_bytes() != (tmp_path / "issue.pdf").read_bytes()


@pytest.mark.parametrize(
    "arguments",
    [["nosuchid"], ["SESSION", "--edition", "own"], ["SESSION", "--password-file", "no-such-file"]],
)
def test_bad_input_issues_nothing(coprod: Coprod, session: str, tmp_path: Path, arguments: list[str]) -> None:
    before = issued(coprod, session)
    given = [session if one == "SESSION" else one for one in arguments]
    done = coprod("issue", *given, "-o", tmp_path / "m.pdf")
    assert done.code == 2
    assert issued(coprod, session) == before
    assert not (tmp_path / "m.pdf").exists()
