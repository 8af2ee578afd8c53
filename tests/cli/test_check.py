"""What to look at before minutes are issued, by the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.program import SAMPLE, session_file

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Coprod

PEOPLE = [
    *(
        {"key": f"P{n}", "called": name, "standpoints": ["peer"]}
        for n, name in enumerate(("Mio", "Nagi", "Ren"))
    ),
    *(
        {"key": f"R{n}", "called": name, "standpoints": ["professional"]}
        for n, name in enumerate(("Sora", "Tao"))
    ),
]


def lines(coprod: Coprod, *arguments: object) -> list[list[str]]:
    done = coprod("check", *arguments)
    assert (done.code, done.err) == (0, "")
    return [line.split("\t") for line in done.out.splitlines()]


def test_each_finding_is_a_line_with_its_place(coprod: Coprod) -> None:
    found = lines(coprod, SAMPLE)
    assert found
    assert all(len(line) == 2 for line in found)
    assert all(line[1].endswith((".", "?")) for line in found)


def test_where_nothing_is_to_be_said_nothing_is(coprod: Coprod, tmp_path: Path) -> None:
    path = session_file(tmp_path / "s.json", languages=["en"], title={"en": "Tea"}, participants=PEOPLE)
    assert lines(coprod, path) == []


def test_a_name_whose_owner_asked_for_none_is_told(coprod: Coprod, tmp_path: Path) -> None:
    record = [{"type": "note", "kind": "idea", "text": {"en": "As Mio said, a chair"}}]
    path = session_file(
        tmp_path / "s.json",
        languages=["en"],
        title={"en": "Tea with Nagi"},
        participants=PEOPLE,
        record=record,
    )
    places = {line[0]: line[1] for line in lines(coprod, path)}
    assert places["Titles"].startswith("“Nagi” stands here")
    assert places["Idea: As Mio said, a chair"].startswith("“Mio” stands here")


def test_of_another_edition_other_things_are_told(coprod: Coprod) -> None:
    easy = lines(coprod, SAMPLE, "--edition", "easy")
    assert any("easy words" in line[1] for line in easy)
    assert not any("easy words" in line[1] for line in lines(coprod, SAMPLE))


@pytest.mark.parametrize(
    "arguments", [["no-such-file.json"], [SAMPLE, "--edition", "own"], [SAMPLE, "--languages", "a b"]]
)
def test_what_can_not_be_checked_is_refused(coprod: Coprod, arguments: list[str]) -> None:
    done = coprod("check", *arguments)
    assert done.code == 2
    assert done.out == ""
    assert done.err
