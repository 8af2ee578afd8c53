"""Whole meetings in every edition, arrangement and pair of languages: archives that a screen reader can read.

The short run takes a few of each; the soak takes all.
"""

from __future__ import annotations

import json
import os
import subprocess
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Any

import jsonschema
import pikepdf
import pytest

from coprod.bootstrap import main
from coprod.i18n import LANGUAGES as LANGUAGES_OF_PAGES
from coprod.i18n import Catalogue
from coprod.render.layout import layout_of
from coprod.service.printing import Paper
from tests.render import pdf as paper
from tests.render.access import findings, heard
from tests.render.archives import beyond_the_claims
from tests.sessions import REPO
from tests.test_minutes_pages import FILES, cropped, expected, known_characters, squeezed

if TYPE_CHECKING:
    from pathlib import Path

EDITIONS = ("record", "summary", "own", "easy")
ARRANGED: tuple[tuple[str, ...], ...] = (
    (),
    ("--paper", "a4"),
    ("--layout", "stacked"),
    ("--layout", "stacked", "--paper", "a4-landscape"),
    ("--large",),
)
LANGUAGES = ("ja,en", "en,ja", "ko,en", "ja")
ALL = list(product(EDITIONS, ARRANGED, LANGUAGES))
FEW = [
    ("record", (), "ja,en"),
    ("summary", ("--layout", "stacked"), "en,ja"),
    ("own", ("--paper", "a4"), "ko,en"),
    ("easy", ("--large",), "ja,en"),
    ("easy", (), "ja"),
    ("record", ("--large",), "en"),
]
CASES = [
    (source, *case)
    for n, source in enumerate(FILES)
    for case in (ALL if os.environ.get("COPROD_SOAK") == "1" else [FEW[n % len(FEW)]])
] + ([] if os.environ.get("COPROD_SOAK") == "1" else [(FILES[-1], *case) for case in FEW])


def named(case: tuple[Path, str, tuple[str, ...], str]) -> str:
    source, edition, arranged, languages = case
    return " ".join([source.stem, edition, *arranged, languages])


@cache
def validator() -> Any:
    return jsonschema.Draft202012Validator(
        json.loads((REPO / "resources" / "session.schema.json").read_text("utf-8"))
    )


@pytest.mark.parametrize("case", CASES, ids=named)
def test_an_edition_is_whole_valid_and_readable(
    case: tuple[Path, str, tuple[str, ...], str], tmp_path: Path
) -> None:
    """One test, since to render is what takes the time."""
    source, edition, arranged, languages = case
    asked = ["--edition", edition, *arranged, "--languages", languages]
    if edition == "own":
        people = json.loads(source.read_text("utf-8")).get("participants", [])
        if not people:
            pytest.skip("nobody is there")
        asked += ["--for", people[0]["key"]]
    path, data = tmp_path / "one.pdf", tmp_path / "one.json"
    for out in (path, data):
        assert main(["minutes", str(source), "-o", str(out), *asked]) == 0
    assert beyond_the_claims(path) == []
    assert findings(path) == []
    subprocess.run(["qpdf", "--check", path], check=True, capture_output=True)
    assert {flags for _, *flags in map(list, paper.fonts(path)) if flags != ["yes"] * 3} == set()
    assert_the_data_is_attached(path, data.read_bytes())
    shown = json.loads(data.read_bytes())
    assert missing(shown, languages.split(","), squeezed("".join(words for _, _, words in heard(path)))) == []
    if "stacked" in arranged:
        sheet = Paper.A4_LANDSCAPE if "a4-landscape" in arranged else Paper.A4
        if edition != "easy":  # of which the page is another
            box = layout_of(sheet, 2, stacked=True).box(0)
            assert missing(shown, languages.split(","), squeezed(once(cropped(path, box)))) == []


def assert_the_data_is_attached(path: Path, data: bytes) -> None:
    with pikepdf.open(path) as opened:
        (name,) = opened.attachments
        attached = opened.attachments[name].get_file().read_bytes()
    assert attached == data
    validator().validate(json.loads(attached))


def once(text: str) -> str:
    """What is to be seen, without the lines that say at the head of a page once more whose words go on."""
    again = tuple(
        Catalogue(lang).say("{standpoint} (continued)", standpoint="") for lang in LANGUAGES_OF_PAGES
    )
    return "\n".join(line for line in text.splitlines() if not line.endswith(again))


def missing(shown: dict[str, Any], languages: list[str], found: str) -> list[str]:
    """What the data say and the words of the page don't."""
    known = known_characters()
    notes = [one for one in shown["record"] if one["type"] == "note"]
    texts = [text["text"] for text in (*notes, *shown.get("guidelines", ())) if text.get("text")]
    texts += [item[key] for item in shown.get("agenda", ()) for key in ("title", "prompt") if item.get(key)]
    bodies = [text.get(lang) or next(iter(text.values())) for text in texts for lang in languages]
    return [body for body in bodies if expected(body, known) not in found]


def test_the_checks_see_a_word_that_is_missing_and_data_that_fit_no_schema(tmp_path: Path) -> None:
    path = tmp_path / "one.pdf"
    assert main(["minutes", str(FILES[-1]), "-o", str(path)]) == 0
    with pikepdf.open(path) as opened:
        (name,) = opened.attachments
        shown = json.loads(opened.attachments[name].get_file().read_bytes())
    found = squeezed("".join(words for _, _, words in heard(path)))
    assert missing(shown, ["ja", "en"], found) == []
    next(one for one in shown["record"] if one["type"] == "note")["text"] = {"ja": "言われなかった言葉"}
    assert missing(shown, ["ja"], found) == ["言われなかった言葉"]
    shown["record"][0]["unknown"] = 1
    shown["title"] = "no languages"
    with pytest.raises(jsonschema.ValidationError):
        validator().validate(shown)
