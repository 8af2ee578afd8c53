"""Moments: RFC 3339 strings, UTC milliseconds, and the zone of a session."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo

from coprod.domain.forms import zone_named

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MS = timedelta(milliseconds=1)


def parsed(moment: str) -> datetime:
    """An RFC 3339 moment as an aware datetime, to microseconds. Raises ValueError."""
    return datetime.fromisoformat(moment.upper())


def to_ms(moment: str) -> int:
    """An RFC 3339 moment in UTC ms; what is finer is cut off."""
    return (parsed(moment) - _EPOCH) // _MS


def from_ms(at: int, zone: tzinfo = UTC) -> datetime:
    """UTC ms as a datetime in `zone`."""
    return (_EPOCH + at * _MS).astimezone(zone)


def rfc3339(at: int, zone: str | None, like: str | None = None) -> str:
    """UTC ms as RFC 3339, to the second, with the offset of `zone`, else that of the moment `like`, else UTC."""
    return from_ms(at, zone_of(zone, like)).isoformat(timespec="seconds")


def zone_of(zone: str | None, like: str | None = None) -> tzinfo:
    """The session's own zone; without one that is known here, the fixed offset of the moment `like`; else UTC."""
    known = zone_named(zone) if zone is not None else None
    fixed = parsed(like).tzinfo if like is not None else None
    return known or fixed or UTC
