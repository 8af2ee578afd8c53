"""Sealing and opening group sheets: scrypt, AES-256-GCM and Ed25519, each by `cryptography`."""

from __future__ import annotations

import os
import zlib
from dataclasses import dataclass
from uuid import uuid4

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from coprod.seal import head as heads
from coprod.seal.codes import new_code, normalised
from coprod.seal.head import COST, KEY, NONCE, SALT, SIZE, TAG, Head, Naming
from coprod.service.sheets import Sealed, SheetRefused, WhyNot

_MOST_CONTENT = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class SheetSeal:
    """Fulfils the port Seal. `cost`: scrypt's log2 of N, r and p."""

    cost: tuple[int, int, int] = COST

    def new_code(self) -> str:
        """A code of six words."""
        return new_code()

    def new_secret(self) -> bytes:
        """A secret to sign with: 32 bytes."""
        return os.urandom(KEY)

    def issue(self, secret: bytes, session: str, group: str, at: int, code: str, content: bytes) -> Sealed:
        """A new sheet, whole; the code is kept nowhere in it."""
        naming = Naming(str(uuid4()), session, group, at)
        salt, nonce, key = os.urandom(SALT), os.urandom(NONCE), os.urandom(KEY)
        before = heads.before_key(naming, heads.public_of(secret), salt, self.cost, nonce)
        wrapped = AESGCM(_key_of(code, salt, self.cost)).encrypt(nonce, key, before)
        signed = before + wrapped
        return Sealed(naming.sheet, key, _sealed(signed, heads.sign(secret, signed), key, content))

    def sheet_of(self, data: bytes) -> str:
        """The id of a sheet, from its head alone. Raises SheetRefused."""
        return heads.read(data).sheet

    def opened(self, data: bytes, key: bytes, secret: bytes) -> bytes:
        """The content of a sheet that was signed with `secret`. Raises SheetRefused."""
        head = heads.read(data)
        if head.public != heads.public_of(secret):
            raise SheetRefused(WhyNot.FOREIGN)
        return opened(data, key)


def unlocked(head: Head, code: str) -> bytes:
    """The key of a sheet's content, by its code as it was typed. Raises SheetRefused."""
    try:
        wrapping = AESGCM(_key_of(code, head.salt, head.cost))
        return wrapping.decrypt(head.key_nonce, head.wrapped, head.before_key)
    except InvalidTag:
        raise SheetRefused(WhyNot.WRONG_CODE) from None


def opened(data: bytes, key: bytes) -> bytes:
    """The content of a sheet; nothing of it is read before its seal is found whole. Raises SheetRefused."""
    head = heads.read(data)
    try:
        packed = AESGCM(key).decrypt(head.nonce, data[SIZE:], data[:SIZE])
    except InvalidTag:
        raise SheetRefused(WhyNot.DAMAGED) from None
    return _unpacked(packed)


def resealed(head: Head, key: bytes, content: bytes) -> bytes:
    """The same sheet with other content."""
    return _sealed(head.signed, head.signature, key, content)


def _sealed(signed: bytes, signature: bytes, key: bytes, content: bytes) -> bytes:
    packed, nonce = zlib.compress(content), os.urandom(NONCE)
    head = heads.whole(signed, signature, nonce, len(packed) + TAG)
    return head + AESGCM(key).encrypt(nonce, packed, head)


def _unpacked(packed: bytes) -> bytes:
    """What was packed; a content that would fill the memory is refused."""
    unpacking = zlib.decompressobj()
    try:
        content = unpacking.decompress(packed, _MOST_CONTENT)
    except zlib.error:
        raise SheetRefused(WhyNot.DAMAGED) from None
    if unpacking.unconsumed_tail or not unpacking.eof:
        raise SheetRefused(WhyNot.TOO_BIG if unpacking.unconsumed_tail else WhyNot.DAMAGED)
    return content


def _key_of(code: str, salt: bytes, cost: tuple[int, int, int]) -> bytes:
    n, r, p = cost
    return Scrypt(salt=salt, length=KEY, n=2**n, r=r, p=p).derive(normalised(code).encode())
