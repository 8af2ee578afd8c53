"""Moments in the dictionaries and in the metadata of a PDF: the same one, in its own zone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from coprod.render.moments import in_pdf, in_xmp

MOMENT = datetime(2031, 4, 8, 15, 28, 7, 250_000)  # noqa: DTZ001 - each test gives it its zone


@pytest.mark.parametrize(
    ("zone", "dictionary", "metadata"),
    [
        (UTC, "D:20310408152807+00'00'", "2031-04-08T15:28:07+00:00"),
        (timezone(timedelta(hours=9)), "D:20310408152807+09'00'", "2031-04-08T15:28:07+09:00"),
        (timezone(-timedelta(hours=2, minutes=30)), "D:20310408152807-02'30'", "2031-04-08T15:28:07-02:30"),
        (None, "D:20310408152807", "2031-04-08T15:28:07"),
    ],
    ids=str,
)
def test_a_moment_is_written_in_its_own_zone(zone: timezone | None, dictionary: str, metadata: str) -> None:
    moment = MOMENT.replace(tzinfo=zone)
    assert in_pdf(moment) == dictionary
    assert in_xmp(moment) == metadata
