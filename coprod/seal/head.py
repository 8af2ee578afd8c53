"""The head of a group sheet: 512 bytes, of which the first part never change once the session has signed them.

    bytes  what                                    bytes  what
       16  "coprod-sheet", and zeros                  16  salt of the code
        2  version (big-endian, as all numbers)        3  scrypt: log2 of N, r, p
       16  sheet (UUID)                               12  nonce of the wrapped key
       16  session (UUID)                             48  the content's key, wrapped by the code's (AES-256-GCM)
       16  group (UUID)                                -  ---- signed up to here
        8  issued (UTC, ms)                           64  signature by the session (Ed25519)
       32  the session's public key (Ed25519)         12  nonce of the content
                                                       8  length of the sealed content
                                                     ...  zeros

The content follows, sealed by AES-256-GCM under its key, with the whole head as associated data.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from coprod.domain.parts import Ms
from coprod.service.sheets import SheetRefused, WhyNot

SIZE = 512
NONCE = 12
TAG = 16
KEY = 32
SALT = 16
MOST = 256 * 1024 * 1024
"""Bytes of a sealed content; a longer one is refused before it is read."""

_MAGIC = b"coprod-sheet".ljust(16, b"\0")
_VERSION = 1
_BEFORE_KEY = struct.Struct(">16s H 16s 16s 16s Q 32s 16s 3B 12s")
_ISSUED = _BEFORE_KEY.size + KEY + TAG
_AFTER = struct.Struct(">64s 12s Q")

LEAST_COST, COST = (14, 8, 1), (15, 8, 1)
"""scrypt's log2 of N, r and p: 32 MB of memory, about 0.1 s. No head can ask for more, nor for less than the least."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a head says. `signed`: its first bytes, as they were issued; `length`: of the sealed content."""

    sheet: str
    session: str
    group: str
    issued: Ms
    public: bytes
    salt: bytes
    cost: tuple[int, int, int]
    key_nonce: bytes
    wrapped: bytes
    signed: bytes
    signature: bytes
    nonce: bytes
    length: int

    @property
    def before_key(self) -> bytes:
        """What the wrapped key is bound to."""
        return self.signed[: _BEFORE_KEY.size]


@dataclass(frozen=True, slots=True)
class Naming:
    """What a sheet is: ids as strings, and when it is issued (UTC ms)."""

    sheet: str
    session: str
    group: str
    issued: Ms


def before_key(naming: Naming, public: bytes, salt: bytes, cost: tuple[int, int, int], nonce: bytes) -> bytes:
    """The bytes up to the wrapped key."""
    ids = (UUID(one).bytes for one in (naming.sheet, naming.session, naming.group))
    return _BEFORE_KEY.pack(_MAGIC, _VERSION, *ids, naming.issued, public, salt, *cost, nonce)


def whole(signed: bytes, signature: bytes, nonce: bytes, length: int) -> bytes:
    """A head, whole."""
    return (signed + _AFTER.pack(signature, nonce, length)).ljust(SIZE, b"\0")


def read(data: bytes) -> Head:
    """The head of a sheet, whose signature is that of the key in it. Raises SheetRefused."""
    head = data[:SIZE]
    if len(head) < SIZE or head[: len(_MAGIC)] != _MAGIC:
        raise SheetRefused(WhyNot.NOT_A_SHEET)
    _, version, sheet, session, group, issued, public, salt, n, r, p, nonce = _BEFORE_KEY.unpack_from(head)
    if version > _VERSION:
        raise SheetRefused(WhyNot.NEWER)
    signature, content_nonce, length = _AFTER.unpack_from(head, _ISSUED)
    if length > MOST:
        raise SheetRefused(WhyNot.TOO_BIG)
    sound = version == _VERSION and LEAST_COST <= (n, r, p) <= COST and (r, p) == COST[1:]
    if not sound or any(head[_ISSUED + _AFTER.size :]) or len(data) != SIZE + length:
        raise SheetRefused(WhyNot.DAMAGED)
    found = Head(
        str(UUID(bytes=sheet)),
        str(UUID(bytes=session)),
        str(UUID(bytes=group)),
        issued,
        public,
        salt,
        (n, r, p),
        nonce,
        head[_BEFORE_KEY.size : _ISSUED],
        head[:_ISSUED],
        signature,
        content_nonce,
        length,
    )
    _check(found)
    return found


def sign(secret: bytes, signed: bytes) -> bytes:
    """The signature of a session."""
    return Ed25519PrivateKey.from_private_bytes(secret).sign(signed)


def public_of(secret: bytes) -> bytes:
    """The public key of a session's secret."""
    return Ed25519PrivateKey.from_private_bytes(secret).public_key().public_bytes_raw()


def _check(head: Head) -> None:
    try:
        Ed25519PublicKey.from_public_bytes(head.public).verify(head.signature, head.signed)
    except (InvalidSignature, ValueError):
        raise SheetRefused(WhyNot.DAMAGED) from None
