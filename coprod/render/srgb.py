"""The colours of the page told to an archive: a profile of sRGB, made from the numbers of its standard (IEC 61966-2-1).

Nothing in it depends on the day or the machine: the same bytes each time. Version 4 of ICC profiles, for a display.
"""

from __future__ import annotations

import struct

_WHITE = (0.9642, 1.0, 0.8249)  # D50, in which profiles connect
_PRIMARIES = {  # of sRGB, brought from D65 to D50 (Bradford)
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.71410),
}
_BRADFORD = (1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168)
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)  # exponent, and the straight part near black
_HEAD = 128


def srgb() -> bytes:
    """The whole profile."""
    curve = b"para" + bytes(4) + struct.pack(">2H", 3, 0) + _fixed(*_CURVE)
    tags = {
        b"desc": _text("sRGB"),
        b"cprt": _text("No rights reserved: made from a published standard."),
        b"wtpt": _xyz(_WHITE),
        b"chad": b"sf32" + bytes(4) + _fixed(*_BRADFORD),
        **{tag: _xyz(primary) for tag, primary in _PRIMARIES.items()},
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    table, body = struct.pack(">I", len(tags)), b""
    begin = _HEAD + 4 + 12 * len(tags)
    places: dict[bytes, int] = {}
    for tag, data in tags.items():
        if data not in places:
            places[data] = begin + len(body)
            body += data + bytes(-len(data) % 4)
        table += tag + struct.pack(">2I", places[data], len(data))
    return _head(begin + len(body)) + table + body


def _head(size: int) -> bytes:
    """Its date is the day of the standard, since there has to be one."""
    return b"".join(
        (
            struct.pack(">I4sI", size, bytes(4), 0x04200000),
            b"mntrRGB XYZ ",
            struct.pack(">6H", 1999, 10, 18, 0, 0, 0),
            b"acsp",
            bytes(28),
            _fixed(*_WHITE),
            bytes(48),
        )
    )


def _fixed(*numbers: float) -> bytes:
    """Numbers with 16 binary places."""
    return struct.pack(f">{len(numbers)}i", *(round(number * 65536) for number in numbers))


def _xyz(colour: tuple[float, float, float]) -> bytes:
    return b"XYZ " + bytes(4) + _fixed(*colour)


def _text(said: str) -> bytes:
    coded = said.encode("utf-16-be")
    return b"mluc" + bytes(4) + struct.pack(">2I4s2I", 1, 12, b"enUS", len(coded), 28) + coded
