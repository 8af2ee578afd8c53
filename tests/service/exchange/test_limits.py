"""The limits of the format, on both sides of each."""

from __future__ import annotations

import json
from typing import Any

import pytest

from coprod.service.exchange.bad import BadFile
from coprod.service.exchange.reading import LARGEST, read
from tests.service.exchange.files import load, note, plain, with_note

SECONDS = 604_800


def people(count: int) -> dict[str, Any]:
    some = [{"key": f"p{n}", "called": "A"} for n in range(count)]
    return plain(participants=some, groups=[])


def keyed(key: str) -> dict[str, Any]:
    return plain(participants=[{"key": key, "called": "A"}], groups=[{"key": key, "members": [key]}])


def turn(**times: float) -> dict[str, Any]:
    return plain(record=[{"type": "turn", "who": "A", **times}])


def nested(depth: int) -> bytes:
    """A file in which an unknown key goes as deep as this."""
    return json.dumps(plain()).encode()[:-1] + b',"x":' + b"[" * depth + b"]" * depth + b"}"


LIMITS: dict[str, tuple[Any, Any, str]] = {
    "participants": (people(500), people(501), "participants"),
    "records": (plain(record=[note()] * 20_000), plain(record=[note()] * 20_001), "record"),
    "characters of a key": (keyed("k" * 32), keyed("k" * 33), "participants[0].key"),
    "letters of a key": (keyed("aZ_9-"), keyed("a.b"), "participants[0].key"),
    "a key with a letter beyond ASCII": (keyed("a"), keyed("é"), "participants[0].key"),
    "a key that ends a line": (keyed("a"), keyed("a\n"), "participants[0].key"),
    "title": (plain(title={"en": "x" * 300}), plain(title={"en": "x" * 301}), "title.en"),
    "title beyond the first plane": (plain(title={"en": "𠮷" * 300}), plain(title={"en": "𠮷" * 301}), "title.en"),
    "note": (with_note(text={"en": "x" * 20_000}), with_note(text={"en": "x" * 20_001}), "record[0].text.en"),
    "latest time": (turn(at=SECONDS), turn(at=SECONDS + 0.001), "record[0].at"),
    "earliest time": (turn(at=0), turn(at=-0.001), "record[0].at"),
    "decimals": (turn(at=1.001), turn(at=1.0011), "record[0].at"),
    "decimals of until": (turn(at=1, until=604_799.999), turn(at=1, until=2.0005), "record[0].until"),
    "until": (turn(at=2.5, until=2.5), turn(at=2.5, until=2.499), "record[0].until"),
    "languages": (plain(languages=["en"]), plain(languages=[]), "languages"),
    "minor": (plain(minor=0), plain(minor=1), "minor"),
    "version": (plain(version=1), plain(version=2), "version"),
    "earliest year": (
        plain(started="0002-01-01T00:00:00Z"),
        plain(started="0001-12-31T23:59:59Z"),
        "started",
    ),
    "days of February": (
        with_note(kind="action", due="2028-02-29"),
        with_note(kind="action", due="2027-02-29"),
        "record[0].due",
    ),
    "hours of a day": (plain(started="2031-04-08T23:59:59Z"), plain(started="2031-04-08T24:00:00Z"), "started"),
    "offset": (plain(started="2031-04-08T12:00:00+14:00"), plain(started="2031-04-08T12:00:00+24:00"), "started"),
}  # fmt: skip


@pytest.mark.parametrize("limit", LIMITS)
def test_what_is_just_allowed_is_read_and_what_is_just_beyond_is_refused(limit: str) -> None:
    good, bad, place = LIMITS[limit]
    assert load(good).format == "coprod-session"
    with pytest.raises(BadFile) as caught:
        load(bad)
    assert caught.value.place == place


def test_a_newer_file_says_so_and_an_older_reader_names_what_it_reads() -> None:
    with pytest.raises(BadFile, match="made by a newer Coprod; this one reads up to minor 0"):
        load(plain(minor=1))
    with pytest.raises(BadFile, match="made by a newer Coprod; this one reads up to version 1"):
        load(plain(version=2, mood="calm"))


@pytest.mark.parametrize("depth", [15, 17, 100, 5_000, 200_000])
def test_whatever_is_nested_deeper_than_the_format_is_refused(depth: int) -> None:
    with pytest.raises(BadFile):
        read(nested(depth))


def test_one_byte_more_than_the_largest_file_is_refused_before_it_is_read() -> None:
    data = json.dumps(plain()).encode()
    with pytest.raises(BadFile, match="32 MiB"):
        read(data + b" " * (LARGEST + 1 - len(data)))


FORBIDDEN = [
    *(chr(point) for point in range(0x20) if chr(point) not in "\n\t"),
    *map(chr, range(0x7F, 0xA0)),
    *map(chr, range(0x202A, 0x202F)),
    *map(chr, range(0x2066, 0x206A)),
    "\ud800",
    "\udbff",
    "\udc00",
    "\udfff",
]
BESIDE = ["\n", "\t", " ", "~", "\u00a0", "\u2029", "\u202f", "\u2065", "\u206a", "\u200e", "\u200f", "\ud7ff",
          "\ue000", "\ufeff", "\ufffd", "\ufffe", "\U0001f600", "\U0010ffff"]  # fmt: skip


@pytest.mark.parametrize("char", FORBIDDEN, ids=ascii)
def test_a_forbidden_character_is_refused_and_named_by_its_number(char: str) -> None:
    with pytest.raises(BadFile) as caught:
        read(json.dumps(with_note(text={"en": f"a{char}b"})).encode())
    assert caught.value.place == "record[0].text.en"
    assert f"U+{ord(char):04X}" in caught.value.reason


@pytest.mark.parametrize("char", BESIDE, ids=ascii)
def test_a_character_beside_the_forbidden_ones_is_kept(char: str) -> None:
    (kept,) = load(with_note(text={"en": f"a{char}b"})).record
    assert getattr(kept, "text") == {"en": f"a{char}b"}  # noqa: B009


@pytest.mark.parametrize("pair", ["\\ud842\\udfb7", "\\uD83D\\uDE00"])
def test_a_pair_of_surrogates_is_one_character(pair: str) -> None:
    data = json.dumps(plain(title={"en": "HERE"})).replace("HERE", pair)
    assert read(data.encode()).title == {"en": json.loads(f'"{pair}"')}


@pytest.mark.parametrize(
    "tag", ["ja", "en", "ko", "zh-Hant-TW", "sr-Latn", "es-419", "x-own", "sl-rozaj-biske", "EN-gb"]
)
def test_language_tags(tag: str) -> None:
    assert load(plain(languages=[tag], title={tag: "x"})).title == {tag: "x"}


@pytest.mark.parametrize(
    "tag", ["", "e", "japanese!", "en_GB", "en-", "-en", "日本", "en--GB", "en GB", "abcdefghi"]
)
def test_what_is_no_language_tag(tag: str) -> None:
    for made in (plain(title={tag: "x"}), plain(languages=[tag]), with_note(original=tag)):
        with pytest.raises(BadFile, match="is not a language tag"):
            load(made)


@pytest.mark.parametrize(
    "moment",
    [
        "2031-04-08T13:30:00+09:00",
        "2031-04-08T13:30:00Z",
        "2031-04-08t13:30:00.5z",
        "2028-02-29T00:00:00-00:00",
    ],
)
def test_moments_are_kept_as_they_came(moment: str) -> None:
    assert load(plain(started=moment)).started == moment


@pytest.mark.parametrize(
    "moment",
    ["2031-04-08", "2031-04-08T13:30:00", "2031-04-08 13:30:00+09:00", "2031-04-08T13:30+09:00", "20310408T133000Z",
     "2031-4-8T13:30:00Z", "2031-02-30T13:30:00Z", "2031-04-08T13:60:00Z", "2031-04-08T13:30:00+0900", "",
     "２０３１-04-08T13:30:00Z", "2031-04-08T13:30:00Z\n", "2031-04-08T13:30:00.Z"],
)  # fmt: skip
def test_what_is_no_moment(moment: str) -> None:
    with pytest.raises(BadFile) as caught:
        load(plain(started=moment))
    assert caught.value.place == "started"
