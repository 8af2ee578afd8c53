"""Whatever is written of a meeting names nobody who asked not to be named, and shows no standpoint of one.

The short run takes a few meetings; the soak takes two hundred.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from coprod.domain.terms import Edition
from tests.render.nobody.files import files
from tests.render.nobody.meetings import meeting
from tests.render.nobody.singled import singled_out
from tests.render.nobody.telling import leaks, plain
from tests.sessions import REPO

if TYPE_CHECKING:
    from pathlib import Path

SEEDS = range(200 if os.environ.get("COPROD_SOAK") == "1" else 8)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_file_names_the_shy_or_singles_out_a_standpoint(seed: int, tmp_path: Path) -> None:
    """One test, since to write the files is what takes the time."""
    held = meeting(seed)
    secrets, named = held.secrets(), held.person(held.bold)["called"].values()
    found = []
    for path, edition, password in files(held, tmp_path, seed):
        found += leaks(path, secrets, password) + singled_out(held, path, password)
        if edition is Edition.RECORD and path.suffix not in {".xlsx", ".csv"}:
            assert leaks(path, named, password), f"the search is blind in {path.name}"
        if edition is Edition.SUMMARY:
            found += leaks(path, named, password)
    assert found == []


@pytest.mark.parametrize("seed", SEEDS)
def test_no_other_text_holds_a_name_by_chance(seed: int) -> None:
    held = meeting(seed)
    people = [one for one in held.made["participants"] if one["key"] in held.shy]
    said = [one for one in held.made["record"] if one["type"] == "note"]
    bare = {**held.made, "participants": [one for one in held.made["participants"] if one not in people]}
    bare["record"] = [
        {key: note[key] for key in ("text", "easy", "owner_text") if key in note} for note in said
    ]
    texts = [json.dumps(bare | {"groups": []}, ensure_ascii=False)]
    texts += [path.read_text("utf-8") for path in (REPO / "translations").glob("*.po")]
    assert [one for one in held.secrets() for text in texts if plain(one) in plain(text)] == []
