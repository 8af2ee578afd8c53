"""`coprod sheet print`: a group's sheet on paper, from the store, which stays as it is."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.cli.program import row_counts, session_file

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Coprod


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "table.pdf"


@pytest.fixture
def session(coprod: Coprod, tmp_path: Path) -> str:
    """A session of two groups, in the store; one member is neither on the wall nor listed."""
    path = session_file(
        tmp_path / "groups.coprod.json",
        title={"ja": "昼の会", "en": "The noon meeting"},
        languages=["ja", "en"],
        participants=[
            {"key": "A", "called": {"ja": "あかねさん", "en": "Akane"}, "wall": "none", "listed": "count"},
            {"key": "B", "called": {"ja": "ゼブロンさん", "en": "Zebulon"}},
            {"key": "C", "called": {"ja": "しずくさん", "en": "Shizuku"}},
        ],
        groups=[
            {"key": "g1", "name": {"ja": "窓ぎわ", "en": "By the window"}, "members": ["A", "B"]},
            {"key": "g2", "members": ["C"]},
        ],
        agenda=[
            {
                "key": "i1",
                "kind": "small-groups",
                "title": {"ja": "三人ずつで", "en": "In threes"},
                "prompt": {"ja": "何を変える？", "en": "What do we change?"},
            }
        ],
        state="planned",
        started=None,
        planned={"start": "2031-04-08T13:30:00+09:00"},
    )
    return coprod("import", path).ids[0]


def text(pdf: Path) -> str:
    done = subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True, text=True)
    return "".join(done.stdout.split())


def test_the_sheet_asks_its_question_and_names_its_members_in_both_languages(
    coprod: Coprod, session: str, store: Path, out: Path
) -> None:
    before = row_counts(store)
    done = coprod("sheet", "print", session[:8], "g1", "-o", out)
    assert (done.code, done.out, done.err) == (0, "", "")
    found = text(out)
    for words in (
        "昼の会", "Thenoonmeeting", "窓ぎわ", "Bythewindow", "三人ずつで", "Inthrees", "何を変える？",
        "Whatdowechange?", "あかねさん", "Akane", "ゼブロンさん", "Zebulon", "Tuesday8April2031", "1/2", "2/2",
    ):  # fmt: skip
        assert words in found, words
    assert "Shizuku" not in found
    assert row_counts(store) == before


def test_a_group_is_asked_for_by_its_key_or_its_name_and_has_at_least_a_number(
    coprod: Coprod, session: str, out: Path
) -> None:
    made = []
    for group in ("g1", "窓ぎわ", "By the window"):
        assert coprod("sheet", "print", session, group, "-o", out).code == 0
        made.append(out.read_bytes())
    assert len(set(made)) == 1
    assert coprod("sheet", "print", session, "g2", "-o", out, "--languages", "en").code == 0
    assert "Table2Shizuku" in text(out)
    assert "しずく" not in text(out)


def test_in_large_print_each_language_stands_alone(coprod: Coprod, session: str, out: Path) -> None:
    assert coprod("sheet", "print", session, "g1", "-o", out, "--large", "--languages", "en,ja").code == 0
    found = text(out)
    assert found.index("Zebulon") < found.index("ゼブロンさん")
    assert found.count("1/2") == found.count("2/2") == 2


def test_bad_input_is_refused_with_a_sentence(
    coprod: Coprod, session: str, tmp_path: Path, out: Path
) -> None:
    ask = ("sheet", "print", session)
    assert coprod(*ask, "g1", "-o", tmp_path / "h.txt").refuses("h.txt", "-o", "ends in .pdf")
    assert coprod(*ask, "g9", "-o", out).refuses("g9", "GROUP", "g1, g2")
    assert coprod("sheet", "print", "nothing-here", "g1", "-o", out).refuses("nothing-here", "coprod list")
    assert coprod("sheet", "print", "ab", "g1", "-o", out).refuses("ab", "too short")
    assert coprod(*ask, "g1", "-o", tmp_path / "no" / "h.pdf").refuses("no such folder")
    elsewhere = ("--store", tmp_path / "other.db")
    assert coprod(*ask, "g1", "-o", out, *elsewhere).refuses("no store")
    assert coprod(*ask, "g1", "-o", out, "--languages", "ja,en,ko").code == 2
    assert coprod(*ask, "g1").code == 2
    assert not out.exists()
    assert not (tmp_path / "other.db").exists()


def test_a_session_without_groups_says_that_none_is_formed(coprod: Coprod, tmp_path: Path, out: Path) -> None:
    bare = coprod("import", session_file(tmp_path / "bare.json")).ids[0]
    assert coprod("sheet", "print", bare, "g1", "-o", out).refuses("none is formed yet")
