"""Each kind of file by the end of its name: the same bytes wherever they are made, and whole or not at all."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from coprod.domain.minutes_doc import Wording
from coprod.render import written
from coprod.service import printing
from coprod.service.printing import Publication, Setting
from tests.render import docs

ROOT = Path(__file__).parents[2]
BEGINS = {
    ".pdf": b"%PDF-",
    ".docx": b"PK\x03\x04",
    ".md": "議事録".encode(),
    ".json": b"{}",
    ".xlsx": b"PK\x03\x04",
    ".csv": b"\xef\xbb\xbf",
}
OURS = [".docx", ".md", ".xlsx", ".csv"]
SCRIPT = """
import sys
from pathlib import Path
from coprod.render.written import write_edition
from coprod.service.printing import Publication, Setting
from tests.render import docs
for name in sys.argv[1:]:
    write_edition(Publication(docs.minutes(), b"{}"), Path(name), Setting())
"""


def publication(**changes: object) -> Publication:
    return Publication(docs.minutes(**changes), b"{}")


def made(path: Path, setting: Setting = Setting(), **changes: object) -> str:  # noqa: B008 - it is frozen
    written.write_edition(publication(**changes), path, setting)
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_kinds_that_are_offered_are_those_that_are_written() -> None:
    assert {*printing.KINDS} == {*written.KINDS} == {*BEGINS}


@pytest.mark.parametrize("suffix", BEGINS)
def test_each_kind_by_the_end_of_its_name_in_any_case(suffix: str, tmp_path: Path) -> None:
    for name in (f"minutes{suffix}", f"MINUTES.x{suffix.upper()}"):
        made(tmp_path / name)
        assert (tmp_path / name).read_bytes().startswith(BEGINS[suffix])
    assert len(list(tmp_path.iterdir())) == 2


def test_another_kind_is_an_error_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        made(tmp_path / "minutes.odt")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffix", OURS)
def test_a_folder_that_is_not_there_is_an_error_that_names_the_file(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / f"m{suffix}"
    with pytest.raises(OSError, match="nowhere") as failed:
        made(path)
    assert failed.value.filename == str(path)


@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LANG": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/St_Johns", "LC_ALL": "ja_JP.UTF-8", "PYTHONUTF8": "0"},
    ],
    ids=lambda one: one["PYTHONHASHSEED"],
)
def test_neither_seed_nor_zone_nor_language_of_the_machine_counts(
    tmp_path: Path, surroundings: dict[str, str]
) -> None:
    names = [f"m{suffix}" for suffix in OURS]
    environment = os.environ | surroundings | {"PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", SCRIPT, *names], check=True, cwd=tmp_path, env=environment)
    for name in names:
        there = hashlib.sha256((tmp_path / name).read_bytes()).hexdigest()
        assert there == made(tmp_path / f"here-{name}"), name


@pytest.mark.parametrize("suffix", OURS)
def test_the_order_in_which_languages_were_written_down_does_not_count(suffix: str, tmp_path: Path) -> None:
    turned = Wording(dict(reversed([*docs.header().title.bodies.items()])), "ja", {"en": docs.CHECKED})
    header = docs.header(title=turned)
    assert made(tmp_path / f"1{suffix}", header=header) == made(tmp_path / f"2{suffix}")


@pytest.mark.parametrize("suffix", OURS)
@pytest.mark.parametrize("other", ["word", "languages"])
def test_other_minutes_are_other_bytes(suffix: str, other: str, tmp_path: Path) -> None:
    """The comparison itself can fail."""
    first = docs.decisions()[0]
    more = replace(first, line=docs.line(docs.both("別のこと", "Another thing")))
    if other == "word":
        changed = made(tmp_path / f"1{suffix}", decisions=(more,))
    else:
        changed = made(tmp_path / f"1{suffix}", languages=("en", "ja"))
    assert changed != made(tmp_path / f"2{suffix}")


@pytest.mark.parametrize("setting", [Setting(large=True), Setting(printing.Arrangement.STACKED)])
def test_a_setting_changes_what_has_pages_and_nothing_else(setting: Setting, tmp_path: Path) -> None:
    changed = {
        suffix for suffix in OURS if made(tmp_path / f"1{suffix}", setting) != made(tmp_path / f"2{suffix}")
    }
    assert changed == {".docx"}
