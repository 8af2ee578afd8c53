"""A laptop and the room's service make sure of each other by the word of the day, without saying it (SPAKE2).

Both sides mix the certificate that they see into the key: whoever stands between them shows another one, and the keys
differ. It gets one guess at the word for each attempt, and the service counts it.
"""

from __future__ import annotations

import hmac
from hashlib import sha256

from spake2 import SPAKE2_A, SPAKE2_B

from coprod.service.sharing.laptops import NotIntroduced

_ROOM, _LAPTOP = b"coprod room", b"coprod laptop"


class WordIntroduction:
    """One attempt; fulfils `Introduction`. `certificate`: the SHA-256 of the service's, as this side sees it."""

    def __init__(self, word: str, certificate: bytes, *, host: bool) -> None:
        made = SPAKE2_B if host else SPAKE2_A
        self._own, self._other = (_ROOM, _LAPTOP) if host else (_LAPTOP, _ROOM)
        self._spake = made(word.encode(), idA=_LAPTOP, idB=_ROOM)
        self._certificate, self._key = certificate, b""
        self.message: bytes = self._spake.start()
        """What is sent to the other side first."""

    def hear(self, message: bytes) -> bytes:
        """Take the first message of the other side; what proves to it that this one knows the word."""
        try:
            shared: bytes = self._spake.finish(message)
        except Exception:  # the library has many ways to say that these are no such bytes
            raise NotIntroduced from None
        self._key = hmac.digest(shared, self._certificate, sha256)
        return self._proof(self._own)

    def prove(self, proof: bytes) -> None:
        """Make sure that the other side knows the word and sees the same certificate. Raises NotIntroduced."""
        if not self._key or not hmac.compare_digest(proof, self._proof(self._other)):
            raise NotIntroduced

    def _proof(self, of: bytes) -> bytes:
        return hmac.digest(self._key, of, sha256)
