"""The organisation on its minutes, by the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.program import SAMPLE
from tests.logos import logo

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Coprod


@pytest.fixture
def session(coprod: Coprod) -> str:
    (id,) = coprod("import", SAMPLE).ids
    return id


def test_what_is_kept_is_told_and_stands_on_the_minutes(coprod: Coprod, session: str, tmp_path: Path) -> None:
    assert coprod("house").out == "years\tja\twestern\n"
    (tmp_path / "ring.png").write_bytes(logo())
    done = coprod(
        "house",
        "--name",
        "ja=潮風の家",
        "--name",
        "en=House by the Tide",
        "--logo",
        tmp_path / "ring.png",
        "--era",
    )
    assert (done.code, done.out, done.err) == (0, "", "")
    name, other, picture, years = coprod("house").out.splitlines()
    assert (name, other, years) == ("name\tja\t潮風の家", "name\ten\tHouse by the Tide", "years\tja\tera")
    assert picture.startswith("logo\tPNG\t")
    for command in ("minutes", "issue"):
        out = tmp_path / f"{command}.md"
        assert coprod(command, session, "-o", out).code == 0
        told = out.read_text("utf-8")
        assert told.startswith("潮風の家")
        assert "令和8年" in told
    assert coprod("minutes", SAMPLE, "-o", tmp_path / "file.md").code == 0
    assert "潮風" not in (tmp_path / "file.md").read_text("utf-8")
    assert "潮風" not in coprod("export", session).out


def test_it_is_taken_away_again(coprod: Coprod, session: str, tmp_path: Path) -> None:
    (tmp_path / "ring.png").write_bytes(logo())
    coprod("house", "--name", "ja=潮風の家", "--logo", tmp_path / "ring.png", "--era")
    assert coprod("house", "--name", "", "--no-logo", "--no-era").code == 0
    assert coprod("house").out == "years\tja\twestern\n"


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--name", "潮風の家"], "no name with its language"),
        (["--name", "not a tag=x"], "no name with its language"),
        (["--name", f"ja={'x' * 301}"], "can't stand on a page"),
        (["--logo", "no-such-file.png"], "check its name"),
        (["--logo", "TEXT"], "no PNG and no JPEG"),
        (["--logo", "TEXT", "--no-logo"], "not allowed with"),
    ],
)
def test_what_can_not_be_kept_is_refused_and_changes_nothing(
    coprod: Coprod, session: str, tmp_path: Path, arguments: list[str], why: str
) -> None:
    text = tmp_path / "text.png"
    text.write_text("tea", "utf-8")
    done = coprod("house", *(str(text) if one == "TEXT" else one for one in arguments))
    assert done.code == 2
    assert why in done.err
    assert coprod("house").out == "years\tja\twestern\n"
