"""A seal that keeps its promises and hides nothing: for tests of what is around it."""

from __future__ import annotations

import json
from hashlib import sha256
from itertools import count
from uuid import uuid4

from coprod.service.sheets import Sealed, SheetRefused, WhyNot


class PlainSeal:
    """Fulfils Seal; a sheet is JSON with a digest."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def new_code(self) -> str:
        return f"one two three four five six{next(self._numbers)}"

    def new_secret(self) -> bytes:
        return uuid4().bytes * 2

    def issue(self, secret: bytes, session: str, group: str, at: int, code: str, content: bytes) -> Sealed:
        sheet, key = str(uuid4()), sha256(code.encode()).digest()
        return Sealed(sheet, key, self.resealed(sheet, key, secret, content))

    def resealed(self, sheet: str, key: bytes, secret: bytes, content: bytes) -> bytes:
        by = sha256(secret).hexdigest()
        whole = sha256(key + content).hexdigest()
        return json.dumps({"id": sheet, "by": by, "whole": whole, "content": content.decode()}).encode()

    def sheet_of(self, data: bytes) -> str:
        try:
            return str(json.loads(data)["id"])
        except (ValueError, KeyError):
            raise SheetRefused(WhyNot.NOT_A_SHEET) from None

    def opened(self, data: bytes, key: bytes, secret: bytes) -> bytes:
        found = json.loads(data)
        if found["by"] != sha256(secret).hexdigest():
            raise SheetRefused(WhyNot.FOREIGN)
        content = str(found["content"]).encode()
        if found["whole"] != sha256(key + content).hexdigest():
            raise SheetRefused(WhyNot.DAMAGED)
        return content
