"""An independent reader, translate-toolkit, reads the same units from our XLIFF as went out. In `make soak` alone."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.cli.program import MEETINGS, REPO
from tests.translator import source, target, units

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Coprod

READER = REPO / ".tools" / "translate-toolkit" / "bin" / "python"
SCRIPT = """
import json, sys
from translate.storage.xliff2 import Xliff2File
read = Xliff2File.parsefile(sys.argv[1])
print(json.dumps([[unit.getid(), unit.source, unit.target or ""] for unit in read.units if unit.istranslatable()]))
"""


@pytest.mark.parametrize("path", MEETINGS, ids=lambda path: path.name.split(".")[0])
def test_an_independent_reader_reads_the_same_units(
    coprod: Coprod, path: Path, tmp_path: Path, soak: bool
) -> None:
    if not soak:
        pytest.skip("only in `make soak`")
    out, read = tmp_path / "work.xlf", 0
    for languages in ("ja,en", "en,ja", "ko,en"):
        if coprod("translation", "out", path, "-o", out, "--languages", languages).code:
            continue
        done = subprocess.run(
            [str(READER), "-c", SCRIPT, str(out)], capture_output=True, text=True, check=True, cwd=tmp_path
        )
        ours = [[key, source(unit).strip(), (target(unit) or "").strip()] for key, unit in units(out).items()]
        assert [[key, *map(str.strip, texts)] for key, *texts in json.loads(done.stdout)] == ours
        read += len(ours)
    assert read
