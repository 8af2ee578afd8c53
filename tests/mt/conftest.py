"""A folder with a tiny model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tiny_model import Tiny

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a model from Japanese into English, as a test may spoil it."""
    return Tiny().save(tmp_path / "ja-en")
