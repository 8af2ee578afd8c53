"""The store on this machine keeps every promise, with a key and without."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coprod.store import LocalStore, open_store
from tests.contracts.store import StoreContract

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KEY = bytes(range(32))


class TestLocalStore(StoreContract):
    @pytest.fixture(params=[None, KEY], ids=["plain", "keyed"])
    def store(self, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[LocalStore]:
        with open_store(tmp_path / "s.coprod", key=request.param) as opened:
            yield opened
