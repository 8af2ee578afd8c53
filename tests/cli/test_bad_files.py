"""Files that are refused: one sentence with the place, nothing changed, the next file comes in, and soon."""

from __future__ import annotations

import json
import os
import time
from typing import TYPE_CHECKING

import pytest

from tests.cli.program import MINIMAL, PLANNED, REPO, row_counts, session_file

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Coprod

BAD = REPO / "tests" / "data" / "bad"
EXPECTED = json.loads((BAD / "expected.json").read_text("utf-8"))
SIZE = 200_000_000
SECONDS = 5.0


def test_of_all_bad_files_each_is_refused_at_its_place_and_the_good_ones_come_in(
    coprod: Coprod, store: Path, sample: str
) -> None:
    kept = row_counts(store)
    names = sorted(EXPECTED)
    bad = [str(BAD / name) for name in names]
    assert len(bad) > 100
    refused = coprod("import", *bad)
    assert (refused.code, refused.out) == (2, "")
    assert row_counts(store) == kept
    for path, name, line in zip(bad, names, refused.err.splitlines(), strict=True):
        assert line.startswith(f"{path}: {EXPECTED[name]['place'] or ''}"), line
        assert EXPECTED[name]["reason_contains"] in line
        assert len(line.removeprefix(path).split(": ", 2)) == 3, line
        assert len(line.removeprefix(path)) < 300, line
    among = coprod("import", MINIMAL, *bad, PLANNED)
    assert (among.code, len(among.ids)) == (2, 2)
    assert among.err == refused.err
    assert len(coprod("list").ids) == 3
    assert coprod("verify").code == 0


def test_minutes_of_a_bad_file_are_not_made(coprod: Coprod, tmp_path: Path) -> None:
    pdf = tmp_path / "minutes.pdf"
    for name in ("until-before-at.json", "not-json.json", "wrong-version.json", "bidi-override.json"):
        assert coprod("minutes", BAD / name, "-o", pdf).refuses(
            f"{BAD / name}: ", EXPECTED[name]["place"] or ""
        )
        assert not pdf.exists()


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ({"title": {"en": "x" * 10_000}}, ["title.en: ", "10,000", "300"]),
        ({"title": {"en": "\u202eevil"}}, ["title.en: ", "U+202E"]),
        ({"title": {"en": "a\x1b[31m"}}, ["title.en: ", "U+001B"]),
        ({"mood": "secret words"}, ["mood: ", "unknown key"]),
        ({"secret words\n\x1b[2J\u202e": 1}, ["unknown key"]),
        ({"languages": "secret words"}, ["languages: "]),
        ({"version": 2}, ["version: ", "newer Coprod"]),
    ],
)
def test_no_message_quotes_what_the_file_says_or_spoils_the_screen(
    coprod: Coprod, tmp_path: Path, keys: dict[str, object], words: list[str]
) -> None:
    path = session_file(tmp_path / "a.json", **keys)
    done = coprod("import", path)
    assert done.refuses(f"{path}: ", *words)
    assert "secret words" not in done.err or "secret words" in "".join(keys)
    assert done.err.rstrip("\n").isprintable()


@pytest.mark.parametrize(
    "name", ["two\nlines.json", "red\x1b[31m.json", "turned\u202egnp.json", "\udcff.json"]
)
def test_a_strange_file_name_stays_on_one_line_and_spoils_nothing(
    coprod: Coprod, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_text("{")
    done = coprod("import", path)
    assert done.refuses("line 1, column 2: is not JSON")
    assert done.err.rstrip("\n").isprintable()
    path.write_bytes(MINIMAL.read_bytes())
    assert coprod("import", path).code == 0


def huge(path: Path, piece: bytes) -> Path:
    """A file of 200 MB of `piece` over and over."""
    block = piece * (4_000_000 // len(piece))
    with path.open("wb") as file:
        for _ in range(SIZE // len(block)):
            file.write(block)
    return path


@pytest.mark.parametrize(
    "piece",
    [b"\0", b'{"a":[', b'{"format":"coprod-session","version":1,"title":{"en":"x"}}\n'],
    ids=["nonsense", "nested", "sessions"],
)
def test_two_hundred_megabytes_are_refused_soon(coprod: Coprod, tmp_path: Path, piece: bytes) -> None:
    path = huge(tmp_path / "huge.json", piece)
    begun = time.process_time()
    assert coprod("import", path).refuses(f"{path}: file: is larger than 32 MiB")
    assert coprod("minutes", path, "-o", tmp_path / "m.pdf").refuses(f"{path}: file: is larger than 32 MiB")
    assert time.process_time() - begun < SECONDS
    path.unlink()


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="no file here is without an end")  # noqa: PTH110
def test_a_file_without_an_end_is_refused_for_no_file_is_read_whole(coprod: Coprod) -> None:
    assert coprod("import", "/dev/zero").refuses("/dev/zero: file: is larger than 32 MiB")


def test_a_nonsense_file_just_under_the_limit_is_refused_soon(coprod: Coprod, tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    path.write_bytes(b'{"format":"coprod-session","version":1,"title":' + b'{"a":[' * 5_000_000)
    begun = time.process_time()
    assert coprod("import", path).refuses(f"{path}: file: is nested more than 16 deep")
    assert time.process_time() - begun < SECONDS


def test_what_is_no_file_is_refused_and_the_next_comes_in(coprod: Coprod, tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere.json"
    done = coprod("import", nowhere, tmp_path, tmp_path / "a" / ("x" * 300), MINIMAL)
    assert (done.code, len(done.ids)) == (2, 1)
    first, second, third = done.err.splitlines()
    assert first == f"{nowhere}: file: can't be read (no such file or directory); check its name"
    assert second.startswith(f"{tmp_path}: file: can't be read")
    assert ": file: can't be read" in third


def test_a_record_of_the_largest_size_comes_in(coprod: Coprod, tmp_path: Path) -> None:
    record = [{"type": "pause", "kind": "breath", "at": at} for at in range(20_000)]
    path = session_file(tmp_path / "a.json", record=record)
    assert coprod("import", path).code == 0
    one_more = session_file(tmp_path / "b.json", record=[*record, record[0]])
    assert coprod("import", one_more).refuses("record: holds more than 20,000")
