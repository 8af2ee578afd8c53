"""What is written can be read, by people too."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from coprod.service.exchange.equality import same
from coprod.service.exchange.reading import read, read_path
from coprod.service.exchange.writing import write
from tests.service.exchange.files import GOOD, load, plain, with_note

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.name)
def test_what_is_written_reads_as_it_was(path: Path) -> None:
    session = read_path(path)
    written = write(session)
    assert read(written) == session
    assert same(read(written), session)
    assert write(read(written)) == written


def test_text_stands_as_it_is_and_whole_numbers_have_no_point() -> None:
    written = write(load(with_note(text={"ja": "窓を\n開ける😀"}, at=5.0, until=36.6))).decode()
    assert '"窓を\\n開ける😀"' in written
    assert '"at": 5,' in written
    assert '"until": 36.6' in written


def test_keys_stand_in_the_order_of_the_format_and_the_lowest_minor_is_left_out() -> None:
    written = json.loads(write(load(dict(reversed(plain(minor=0, place={}).items())))))
    assert list(written) == [
        "format", "version", "title", "languages", "started", "participants", "guidelines", "groups", "agenda",
        "record",
    ]  # fmt: skip
    assert list(json.loads(write(load(with_note(who=["A"], at=1))))["record"][0]) == [
        "type",
        "kind",
        "who",
        "at",
        "text",
    ]
