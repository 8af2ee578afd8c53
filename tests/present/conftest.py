"""A circle for every test of the wall."""

from __future__ import annotations

import pytest

from tests.present.circle import Circle


@pytest.fixture
def circle() -> Circle:
    return Circle()
