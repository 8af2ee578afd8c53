"""Keys of texts: one for each, read back as they were written, and fit to be names in an XML file."""

from __future__ import annotations

import re

import pytest

from coprod.domain.text_keys import TextKind, key_of, parts_of
from tests.stage import an_id

NMTOKEN = re.compile(r"[A-Za-z0-9._:-]+")


@pytest.mark.parametrize("kind", list(TextKind))
@pytest.mark.parametrize("id", ["", an_id(3), "a.b"])
def test_a_key_is_read_back_and_is_a_name_token(kind: TextKind, id: str) -> None:
    assert parts_of(key_of(kind, id)) == (kind, id)
    assert NMTOKEN.fullmatch(key_of(kind, id))


@pytest.mark.parametrize("key", ["", "nothing", "Note.1", ".1", "note1"])
def test_what_is_the_key_of_no_text_is_not_read(key: str) -> None:
    assert parts_of(key) is None
