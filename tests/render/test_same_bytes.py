"""The same minutes are the same bytes, whoever makes them, where and when; other minutes are others."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from coprod.domain.minutes_doc import Wording
from coprod.domain.terms import Edition
from coprod.i18n import Catalogue
from coprod.render.minutes_pdf import render_minutes
from coprod.service.printing import Arrangement, Paper, Setting
from tests.render import docs

ROOT = Path(__file__).parents[2]
JA, EN = Catalogue("ja"), Catalogue("en")
SCRIPT = """
import sys
from pathlib import Path
from coprod.i18n import Catalogue
from coprod.render.minutes_pdf import render_minutes
from tests.render import docs
render_minutes(docs.minutes(), [Catalogue("ja"), Catalogue("en")], Path(sys.argv[1]), data=b"{}")
"""


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def made(path: Path, *catalogues: Catalogue, **changes: object) -> str:
    render_minutes(docs.minutes(**changes), catalogues or (JA, EN), path, data=b"{}")
    return digest(path)


@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LANG": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/St_Johns", "LC_ALL": "ja_JP.UTF-8", "PYTHONUTF8": "0"},
        {"PYTHONHASHSEED": "3", "TZ": "Pacific/Kiritimati", "SOURCE_DATE_EPOCH": "1", "HOME": "/nonexistent"},
    ],
    ids=lambda one: one["PYTHONHASHSEED"],
)
def test_neither_seed_nor_zone_nor_folder_nor_language_of_the_machine_counts(
    tmp_path: Path, surroundings: dict[str, str]
) -> None:
    folder = tmp_path / surroundings["PYTHONHASHSEED"] / "フォルダ"
    folder.mkdir(parents=True)
    environment = os.environ | surroundings | {"PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", SCRIPT, "m.pdf"], check=True, cwd=folder, env=environment)
    assert digest(folder / "m.pdf") == made(tmp_path / "here.pdf")


def test_made_twice_in_one_process_they_are_the_same(tmp_path: Path) -> None:
    first = made(tmp_path / "1.pdf")
    render_minutes(docs.talk([docs.both("𠮷" * 50, "other words")] * 20), [EN], tmp_path / "between.pdf")
    assert made(tmp_path / "2.pdf") == first


def test_the_order_in_which_languages_were_written_down_does_not_count(tmp_path: Path) -> None:
    turned = Wording(dict(reversed([*docs.header().title.bodies.items()])), "ja", {"en": docs.CHECKED})
    assert made(tmp_path / "1.pdf", header=docs.header(title=turned)) == made(tmp_path / "2.pdf")


@pytest.mark.parametrize(
    "other", ["session", "word", "time", "languages", "paper", "arrangement", "size", "edition", "data"]
)
def test_other_minutes_are_other_bytes(tmp_path: Path, other: str) -> None:
    """The comparison itself can fail."""
    doc, languages, options, data = docs.minutes(), (JA, EN), Setting(), b"{}"
    if other == "session":
        doc = replace(doc, session="another")
    elif other == "word":
        doc = replace(doc, guidelines=(docs.both("話すのも", "Talking"),))
    elif other == "time":
        doc = replace(doc, header=docs.header(ended=docs.at(15, 29)))
    elif other == "languages":
        languages = (EN, JA)
    elif other == "edition":
        doc = replace(doc, edition=Edition.SUMMARY)
    elif other == "data":
        data = b"{ }"
    else:
        options = {
            "paper": Setting(paper=Paper.A4),
            "arrangement": Setting(Arrangement.STACKED),
            "size": Setting(large=True),
        }[other]
    render_minutes(doc, languages, tmp_path / "other.pdf", options, data)
    assert digest(tmp_path / "other.pdf") != made(tmp_path / "m.pdf")
