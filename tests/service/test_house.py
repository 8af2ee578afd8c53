"""The organisation on its minutes: kept, told again, and taken away."""

from __future__ import annotations

import pytest

from coprod.service.house import house_of, keep_era, keep_logo, keep_name
from coprod.service.library import Shelved
from coprod.service.printing import NO_HOUSE, House
from tests.fakes.memory import MemoryStore


def test_nothing_is_kept_at_first() -> None:
    assert house_of(MemoryStore()) == NO_HOUSE


def test_what_is_kept_is_told_again_and_taken_away() -> None:
    shelf = MemoryStore()
    shelf.shelve(Shelved("x", "term", {"ja": "共同創造"}, own=True))
    assert keep_name(shelf, {"ja": " しおかぜ館 ", "en": "Shiokaze House", "ko": " "})
    keep_logo(shelf, b"\x89PNG picture")
    keep_era(shelf, era=True)
    kept = House((("ja", "しおかぜ館"), ("en", "Shiokaze House")), b"\x89PNG picture", era=True)
    assert house_of(shelf) == kept
    assert keep_name(shelf, {})
    keep_logo(shelf, b"")
    keep_era(shelf, era=False)
    assert house_of(shelf) == NO_HOUSE
    assert [entry.id for entry in shelf.shelved()] == ["x"]


@pytest.mark.parametrize("name", ["x" * 301, "two\nlines", "hidden \u202e sign"])
def test_what_can_not_stand_in_a_line_is_not_kept(name: str) -> None:
    shelf = MemoryStore()
    assert not keep_name(shelf, {"en": name})
    assert house_of(shelf) == NO_HOUSE


def test_a_name_serves_who_reads_another_language_too() -> None:
    house = House((("ja", "しおかぜ館"), ("en", "Shiokaze House")))
    assert [house.called(lang) for lang in ("ja-JP", "en", "ko")] == [
        "しおかぜ館",
        "Shiokaze House",
        "しおかぜ館",
    ]
    assert NO_HOUSE.called("ja") == ""
