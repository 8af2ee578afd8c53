"""Where things lie: frozen, installed, or in a checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from coprod import paths

ROOT = Path(__file__).parents[1]


def test_a_checkout_uses_its_own_folders() -> None:
    assert (paths.resources() / "fonts" / "BIZUDPGothic-Regular.ttf").is_file()
    assert (paths.translations() / "ja.po").is_file()


def test_an_installed_wheel_comes_before_the_checkout(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "coprod" / "_data" / "resources").mkdir(parents=True)
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "coprod")
    assert paths.resources() == tmp_path / "coprod" / "_data" / "resources"


def test_a_frozen_program_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.translations() == tmp_path / "translations"


def test_missing_resources_say_where_was_looked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "coprod")
    with pytest.raises(FileNotFoundError, match="Install it again"):
        paths.bundle()


def test_own_data_goes_to_a_folder_of_the_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    home = paths.data_home()
    assert home.name == "coprod"
    assert not home.exists()


def test_a_wheel_holds_all_it_needs_and_finds_it(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, capture_output=True, check=True)
    site = tmp_path / "site"
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        wheel.extractall(site)
    script = (
        "import sys; from coprod import paths; from coprod.i18n import Catalogue; "
        "print(paths.bundle(), Catalogue('ja').say('Peer'), 'babel' in sys.modules)"
    )
    environment = os.environ | {"PYTHONPATH": str(site), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == [str(site / "coprod" / "_data"), "ピア", "False"]
    fonts = {path.name for path in (site / "coprod/_data/resources/fonts").iterdir()}
    assert fonts == {path.name for path in (ROOT / "resources/fonts").iterdir()}
