"""A sheet opens with its code or its key, and in no other way; whatever is changed in it is found out."""

from __future__ import annotations

import os
import random
import zlib
from uuid import uuid4

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from coprod.seal import head as heads
from coprod.seal.head import COST, LEAST_COST, SIZE
from coprod.seal.sheet import SheetSeal, opened, resealed, unlocked
from coprod.service.sheets import Sealed, SheetRefused, WhyNot

SEAL = SheetSeal(LEAST_COST)
SECRET, OTHER = bytes(range(32)), bytes(range(1, 33))
CODE = "abacus zoom window mantis drop-down yo-yo"
CONTENT = "窓を開けたい。".encode() * 50


def made(content: bytes = CONTENT, seal: SheetSeal = SEAL) -> Sealed:
    return seal.issue(SECRET, str(uuid4()), str(uuid4()), 1_700_000_000_000, CODE, content)


SHEET = made()


def why(data: bytes, key: bytes = SHEET.key, secret: bytes = SECRET) -> WhyNot:
    with pytest.raises(SheetRefused) as refused:
        SEAL.opened(data, key, secret)
    return refused.value.why


@pytest.mark.parametrize("cost", [LEAST_COST, COST])
def test_a_sheet_opens_with_its_code_and_at_home_without(cost: tuple[int, int, int]) -> None:
    sheet = made(seal=SheetSeal(cost))
    head = heads.read(sheet.data)
    assert head.sheet == sheet.id == SEAL.sheet_of(sheet.data)
    assert unlocked(head, CODE.upper()) == sheet.key
    assert SEAL.opened(sheet.data, sheet.key, SECRET) == opened(sheet.data, sheet.key) == CONTENT
    assert SheetSeal().cost == COST


def test_another_code_opens_nothing() -> None:
    with pytest.raises(SheetRefused) as refused:
        unlocked(heads.read(SHEET.data), "abacus zoom window mantis drop-down zoom")
    assert refused.value.why is WhyNot.WRONG_CODE


def test_neither_content_nor_code_nor_key_can_be_read_in_it() -> None:
    assert CONTENT[:20] not in SHEET.data
    assert zlib.compress(CONTENT)[:20] not in SHEET.data
    assert b"abacus" not in SHEET.data
    assert SHEET.key not in SHEET.data


def test_what_is_written_later_is_under_the_same_seal_and_never_the_same_bytes() -> None:
    head = heads.read(SHEET.data)
    one, two = (resealed(head, SHEET.key, b"more") for _ in range(2))
    assert one != two
    assert SEAL.opened(one, SHEET.key, SECRET) == b"more"
    assert heads.read(one).signed == head.signed


def test_a_sheet_of_another_session_is_foreign() -> None:
    assert why(SHEET.data, secret=OTHER) is WhyNot.FOREIGN


def test_a_head_signed_by_itself_is_foreign_and_one_that_is_not_is_damaged() -> None:
    forged = SEAL.issue(OTHER, str(uuid4()), str(uuid4()), 1, CODE, CONTENT)
    assert why(forged.data, forged.key) is WhyNot.FOREIGN
    spliced = forged.data[:SIZE] + SHEET.data[SIZE:]
    assert why(spliced, secret=OTHER) in (WhyNot.DAMAGED, WhyNot.FOREIGN)
    other = made()
    assert why(other.data[:SIZE] + SHEET.data[SIZE:], other.key) is WhyNot.DAMAGED


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", WhyNot.NOT_A_SHEET),
        (b"%PDF-1.7" * 100, WhyNot.NOT_A_SHEET),
        (SHEET.data[: SIZE - 1], WhyNot.NOT_A_SHEET),
        (SHEET.data[:SIZE], WhyNot.DAMAGED),
        (SHEET.data[:-1], WhyNot.DAMAGED),
        (SHEET.data + b"\0", WhyNot.DAMAGED),
        (SHEET.data[:16] + b"\0\2" + SHEET.data[18:], WhyNot.NEWER),
        (SHEET.data[:16] + b"\0\0" + SHEET.data[18:], WhyNot.DAMAGED),
    ],
)
def test_what_is_no_whole_sheet_is_refused(data: bytes, told: WhyNot) -> None:
    assert why(data) is told


def test_a_length_that_no_sheet_has_is_refused_before_it_is_read() -> None:
    head = heads.read(SHEET.data)
    asked = heads.whole(head.signed, head.signature, head.nonce, heads.MOST + 1)
    assert why(asked) is WhyNot.TOO_BIG


@pytest.mark.parametrize("cost", [(40, 8, 1), (15, 255, 255), (1, 1, 1), (14, 9, 1)])
def test_no_head_can_ask_for_more_work_or_less_than_it_takes(cost: tuple[int, int, int]) -> None:
    naming = heads.Naming(SHEET.id, str(uuid4()), str(uuid4()), 1)
    before = heads.before_key(naming, heads.public_of(SECRET), bytes(16), cost, bytes(12))
    signed = before + bytes(48)
    data = heads.whole(signed, heads.sign(SECRET, signed), bytes(12), 0)
    assert why(data) is WhyNot.DAMAGED


def test_a_content_that_would_fill_the_memory_is_refused() -> None:
    head = heads.read(SHEET.data)
    bomb = zlib.compress(bytes(80 * 1024 * 1024), 9)
    empty = heads.whole(head.signed, head.signature, bytes(12), len(bomb) + 16)
    data = empty + AESGCM(SHEET.key).encrypt(bytes(12), bomb, empty)
    assert why(data) is WhyNot.TOO_BIG


@pytest.mark.parametrize("packed", [b"no zlib", zlib.compress(b"x" * 100)[:-3]])
def test_a_sealed_content_that_is_not_packed_is_damaged(packed: bytes) -> None:
    head = heads.read(SHEET.data)
    empty = heads.whole(head.signed, head.signature, bytes(12), len(packed) + 16)
    data = empty + AESGCM(SHEET.key).encrypt(bytes(12), packed, empty)
    assert why(data) is WhyNot.DAMAGED


@given(st.integers(0, len(SHEET.data) - 1), st.integers(1, 255))
def test_no_byte_can_be_another(place: int, by: int) -> None:
    data = bytearray(SHEET.data)
    data[place] ^= by
    assert why(bytes(data))


def mutated(data: bytes, rng: random.Random) -> bytes:
    """The same with bytes flipped, cut out, doubled, put in or cut off."""
    at, length = rng.randrange(len(data)), rng.randrange(1, 40)
    return rng.choice(
        [
            data[:at]
            + bytes(one ^ rng.randrange(1, 256) for one in data[at : at + length])
            + data[at + length :],
            data[:at] + data[at + length :],
            data[:at] + data[at : at + length] + data[at:],
            data[:at] + os.urandom(length) + data[at:],
            data[:at],
        ]
    )


def test_mutated_sheets_are_refused_and_nothing_else_happens(soak: bool) -> None:
    rng = random.Random(20261126)
    tried = 0
    for _ in range(1000 if soak else 300):
        data = mutated(SHEET.data, rng)
        if data != SHEET.data:
            assert why(data) in WhyNot
            tried += 1
    assert tried > 200
