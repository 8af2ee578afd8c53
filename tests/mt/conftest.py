"""Folders with a tiny model, made once."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.tiny_model import Tiny

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder to be copied."""
    return Tiny().save(tmp_path_factory.mktemp("models") / "ja-en")


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """The folder of a model from Japanese into English, as a test may spoil it."""
    shutil.copytree(made, tmp_path / "ja-en")
    return tmp_path / "ja-en"
