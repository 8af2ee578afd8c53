"""Moments as a PDF and its metadata write them, in the session's own zone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


def in_pdf(moment: datetime) -> str:
    """A moment in a dictionary of a PDF: `D:20310408152800+09'00'`."""
    zone = moment.strftime("%z")
    return moment.strftime("D:%Y%m%d%H%M%S") + (f"{zone[:3]}'{zone[3:5]}'" if zone else "")


def in_xmp(moment: datetime) -> str:
    """The same moment in XMP: `2031-04-08T15:28:00+09:00`."""
    return moment.replace(microsecond=0).isoformat()
