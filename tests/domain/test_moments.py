"""Moments between strings, milliseconds and zones; the forms of dates, languages and zones."""

from __future__ import annotations

from datetime import UTC, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.domain.forms import is_date, is_language, is_moment, zone_named
from coprod.domain.moments import from_ms, parsed, rfc3339, to_ms, zone_of
from coprod.domain.prose import forbidden

NOON = "2026-05-12T12:00:00+09:00"


@given(st.integers(-2_000_000_000_000, 4_000_000_000_000), st.sampled_from([None, "Asia/Tokyo", "UTC"]))
def test_a_moment_to_the_second_comes_back(at: int, zone: str | None) -> None:
    text = rfc3339(at, zone)
    assert to_ms(text) == at - at % 1000
    assert is_moment(text) or zone == "Asia/Tokyo"  # whose offset had seconds before 1888


@pytest.mark.parametrize(
    ("zone", "like", "text"),
    [
        ("Asia/Tokyo", None, NOON),
        ("America/New_York", NOON, "2026-05-11T23:00:00-04:00"),
        (None, NOON, NOON),
        (None, None, "2026-05-12T03:00:00+00:00"),
        ("Mars/Crater", NOON, NOON),  # a zone that this machine doesn't know stops no session
        ("Mars/Crater", None, "2026-05-12T03:00:00+00:00"),
        (None, "2026-05-12t03:00:00z", "2026-05-12T03:00:00+00:00"),
    ],
)
def test_the_offset_is_that_of_the_zone_else_of_the_beginning(
    zone: str | None, like: str | None, text: str
) -> None:
    assert rfc3339(to_ms(NOON), zone, like) == text


def test_what_is_finer_than_a_millisecond_is_cut_off() -> None:
    assert to_ms("1970-01-01T00:00:00.0019Z") == 1
    assert to_ms("1969-12-31T23:59:59.9999Z") == -1
    assert from_ms(-1) == parsed("1970-01-01T00:00:00Z") - timedelta(milliseconds=1)
    assert zone_of(None) is UTC


@pytest.mark.parametrize(
    ("text", "well_formed"),
    [
        (NOON, True),
        ("2026-05-12t03:00:00z", True),
        ("2026-05-12T03:00:00.123456789Z", True),
        ("2026-05-12T03:00:00", False),
        ("2026-05-12 03:00:00Z", False),
        ("2026-05-12", False),
        ("2026-02-30T03:00:00Z", False),
        ("2026-05-12T25:00:00Z", False),
        ("２０２６-05-12T03:00:00Z", False),
        ("", False),
    ],
)
def test_moments_are_as_rfc_3339_writes_them(text: str, well_formed: bool) -> None:
    assert is_moment(text) is well_formed


@pytest.mark.parametrize(
    ("text", "well_formed"),
    [("2026-06-30", True), ("2026-02-30", False), ("20260630", False), ("2026-W27", False), ("明日", False)],
)
def test_dates_are_of_the_calendar(text: str, well_formed: bool) -> None:
    assert is_date(text) is well_formed


@pytest.mark.parametrize(
    ("text", "well_formed"),
    [
        ("ja", True),
        ("en-GB", True),
        ("zh-Hant-TW", True),
        ("x-klingon", True),
        ("", False),
        ("j", False),
        ("日本語", False),
        ("ja_JP", False),
        ("ja-" + "x" * 70, False),
        ("a-" * 40, False),
    ],
)
def test_languages_are_as_bcp_47_writes_them(text: str, well_formed: bool) -> None:
    assert is_language(text) is well_formed


@pytest.mark.parametrize("text", ["Asia/Tokyo", "UTC", "America/Argentina/Buenos_Aires"])
def test_zones_are_known_by_name(text: str) -> None:
    found = zone_named(text)
    assert found is not None
    assert found.key == text


@pytest.mark.parametrize(
    "text", ["", "Asia", "Mars/Crater", "../etc/passwd", "x" * 10_000, "\ud800", "Asia/Tokyo\n"]
)
def test_a_zone_nobody_knows_is_none(text: str) -> None:
    assert zone_named(text) is None


@pytest.mark.parametrize("char", ["\x00", "\r", "\x0b", "\x1f", "\x7f", "\x85", "\ud800", "\u202e", "\u2066"])
def test_a_text_holds_nothing_that_hides_or_turns_round_what_is_read(char: str) -> None:
    assert forbidden(f"一行目\n二行目\t{char}𠮷") == char


@given(st.text(st.characters(min_codepoint=0xA0, exclude_categories=["Cs", "Cc", "Cf"])))
def test_all_other_text_may_be(text: str) -> None:
    assert forbidden(text + "\n\t ‎👪") is None
