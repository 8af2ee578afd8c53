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


def test_a_line_is_left_as_it_is_with_a_reason_and_opened_again(coprod: Coprod) -> None:
    (session,) = coprod("import", SAMPLE).ids
    before = lines(coprod, session)
    exported = coprod("export", session).out
    done = coprod("check", session, "--answer", 1, "--because", "It was\tso on paper")
    assert (done.code, done.out, done.err) == (0, "", "")
    after = lines(coprod, session)
    assert after == [*before[1:], [*before[0], "It was so on paper"]]
    assert coprod("export", session).out == exported  # it is in no file
    coprod("check", session, "--answer", len(after), "--because", "")
    assert lines(coprod, session) == before


def test_of_two_names_in_one_text_one_is_left_as_it_is(coprod: Coprod, tmp_path: Path) -> None:
    record = [{"type": "note", "kind": "idea", "text": {"en": "As Mio and Nagi said, a chair"}}]
    path = session_file(
        tmp_path / "s.json", languages=["en"], title={"en": "Tea"}, participants=PEOPLE, record=record
    )
    (session,) = coprod("import", path).ids
    before = [line for line in lines(coprod, session) if "asked for no name" in line[1]]
    assert len(before) == 2
    number = lines(coprod, session).index(before[0]) + 1
    assert coprod("check", session, "--answer", number, "--because", "Asked").code == 0
    after = [line for line in lines(coprod, session) if "asked for no name" in line[1]]
    assert after == [before[1], [*before[0], "Asked"]]
    assert coprod("verify").code == 0


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--answer", 0, "--because", "so"], "is the number of no line"),
        (["--answer", 9999, "--because", "so"], "is the number of no line"),
        (["--answer", 1], "goes with --because"),
        (["--because", "so"], "goes with --because"),
        (["--answer", 1, "--because", ""], "words"),
        (["--answer", 1, "--because", "x" * 20_001], "long"),
    ],
)
def test_what_is_no_answer_is_refused_and_nothing_is_kept(
    coprod: Coprod, arguments: list[object], why: str
) -> None:
    (session,) = coprod("import", SAMPLE).ids
    before = lines(coprod, session)
    done = coprod("check", session, *arguments)
    assert (done.code, done.out) == (2, "")
    assert why in done.err
    assert lines(coprod, session) == before


def test_a_file_takes_no_answer(coprod: Coprod) -> None:
    done = coprod("check", SAMPLE, "--answer", 1, "--because", "so")
    assert (done.code, done.out) == (2, "")


def test_a_word_of_the_list_is_found_in_a_title_and_not_answered(coprod: Coprod, tmp_path: Path) -> None:
    path = session_file(
        tmp_path / "s.json", languages=["en"], title={"en": "Who refused tea"}, participants=PEOPLE
    )
    (line,) = lines(coprod, path)
    assert line[0] == "Titles"
    assert "“refused” is on your list of words" in line[1]
    (session,) = coprod("import", path).ids
    done = coprod("check", session, "--answer", 1, "--because", "so")
    assert (done.code, done.out) == (2, "")
    assert "Nothing is kept about them" in done.err
