"""A facilitator at a console."""

from tests.ui.console.conftest import seat

__all__ = ["seat"]
