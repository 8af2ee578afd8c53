"""`coprod handout`: a page for participants, from a file or the store; nobody is named, and nothing is changed."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.cli.program import MEETINGS, SAMPLE, row_counts, session_file

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Coprod


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "handout.pdf"


def text(pdf: Path) -> str:
    done = subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True, text=True)
    return " ".join(done.stdout.split())


def planned(path: Path, **keys: object) -> Path:
    return session_file(
        path,
        title={"ja": "昼の会", "en": "The noon meeting"},
        languages=["ja", "en"],
        agenda=[
            {"key": "a", "kind": "welcome", "title": {"en": "Tea first"}, "minutes": 10},
            {"key": "b", "kind": "check-in", "minutes": 20},
            {"key": "c", "kind": "other", "title": {"en": "As long as it needs"}},
            {"key": "d", "kind": "check-out", "minutes": 5},
        ],
        participants=[{"key": "P", "called": "Zebulon", "parts": ["facilitator"]}],
        guidelines=[{"text": {"ja": "ゆっくり", "en": "Slowly is fine"}}],
        planned={"start": "2031-04-08T13:30:00+09:00", "end": "2031-04-08T15:30:00+09:00"},
        **keys,
    )


def test_begin_times_run_on_as_far_as_lengths_are_known(coprod: Coprod, tmp_path: Path, out: Path) -> None:
    done = coprod("handout", planned(tmp_path / "a.json"), "-o", out, "--languages", "en")
    assert (done.code, done.out, done.err) == (0, "", "")
    found = text(out).replace(" ", "")
    for words in ("13:30Teafirst", "13:40Check-in", "14:00Aslongas", "–Check-out", "Slowlyisfine"):
        assert words in found
    assert "ゆっくり" not in found


def test_nobody_is_named(coprod: Coprod, tmp_path: Path, out: Path) -> None:
    for large in ([], ["--large"]):
        assert coprod("handout", planned(tmp_path / "a.json"), "-o", out, *large).code == 0
        assert "The noon meeting" in text(out)
        assert "Zebulon" not in text(out)


def test_a_file_and_the_session_in_the_store_make_the_same_bytes(
    coprod: Coprod, sample: str, store: Path, out: Path
) -> None:
    before = row_counts(store)
    assert coprod("handout", sample[:8], "-o", out).code == 0
    again = out.with_name("again.pdf")
    assert coprod("handout", SAMPLE, "-o", again).code == 0
    assert out.read_bytes() == again.read_bytes()
    assert row_counts(store) == before


@pytest.mark.parametrize("meeting", MEETINGS, ids=lambda path: path.name.split(".")[0])
def test_every_meeting_has_a_handout(coprod: Coprod, meeting: Path, out: Path) -> None:
    assert coprod("handout", meeting, "-o", out).code == 0
    assert out.read_bytes().startswith(b"%PDF-")
    said = text(out)
    quiet = [one["called"] for one in json.loads(meeting.read_text("utf-8")).get("participants", [])]
    assert [name for name in quiet if isinstance(name, str) and len(name) > 4 and name in said] == []


def test_bad_input_is_refused_with_a_sentence(coprod: Coprod, tmp_path: Path, out: Path) -> None:
    good = planned(tmp_path / "a.json")
    bad = tmp_path / "bad.json"
    bad.write_text("{", "utf-8")
    assert coprod("handout", good, "-o", tmp_path / "h.txt").refuses("-o", "ends in .pdf")
    assert coprod("handout", bad, "-o", out).refuses("bad.json")
    assert coprod("handout", "nothing-here", "-o", out).refuses("nothing-here", "check the name")
    assert coprod("handout", good, "-o", tmp_path / "no" / "h.pdf").refuses("no such folder")
    assert coprod("handout", good, "-o", out, "--languages", "ja,en,ko").code == 2
    assert coprod("handout", good).code == 2
    assert not out.exists()
