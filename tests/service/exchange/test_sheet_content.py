"""The content of a sheet is read as it was written, or refused, whatever was put there."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.domain.facts import Approved, Fact, Issued, Word
from coprod.domain.fold import in_order
from coprod.service.exchange.sheet_content import Content, Malformed, decoded, encoded
from tests.incoming import logs
from tests.stage import SESSION

words = st.lists(
    st.builds(
        Word,
        id=st.uuids().map(str),
        lang=st.sampled_from(["ja", "en", ""]),
        body=st.text(st.characters(codec="utf-8")),
        subjects=st.lists(st.sampled_from(["p1", "p2"]), max_size=2).map(tuple),
    ),
    max_size=4,
).map(tuple)


@given(logs(), logs(), words)
def test_what_is_written_is_read(seed: list[Fact], facts: list[Fact], words: tuple[Word, ...]) -> None:
    content = Content(_possible(seed), _possible(facts), words)
    assert decoded(encoded(SESSION, content)) == (SESSION, content)


def _possible(log: list[Fact]) -> tuple[Fact, ...]:
    """Facts as a sheet may have them; an approval is never made in one."""
    told = in_order(log)
    return tuple(fact for fact in told if fact.time > 0 and not isinstance(fact.body, Issued | Approved))


ROW = ["f", "a", "s", 1, 1, "reopened/1", {}]


@pytest.mark.parametrize(
    "made",
    [
        {},
        {"session": SESSION, "seed": [], "facts": [], "words": [], "more": 1},
        {"session": SESSION, "seed": [ROW[:-1]], "facts": [], "words": []},
        {"session": SESSION, "seed": [[*ROW[:3], 0, *ROW[4:]]], "facts": [], "words": []},
        {"session": SESSION, "seed": [[*ROW[:4], -1, *ROW[5:]]], "facts": [], "words": []},
        {"session": SESSION, "seed": [[*ROW[:5], "unknown/9", {}]], "facts": [], "words": []},
        {"session": SESSION, "seed": [[*ROW[:5], "started/1", {"moment": 7}]], "facts": [], "words": []},
        {"session": SESSION, "seed": [], "facts": [], "words": [{"id": "w"}]},
        [],
    ],
)
def test_anything_else_is_refused(made: object) -> None:
    with pytest.raises(Malformed) as refused:
        decoded(json.dumps(made).encode())
    assert str(refused.value) == ""


@given(st.binary(max_size=60))
def test_bytes_that_are_no_json_are_refused(data: bytes) -> None:
    with pytest.raises(Malformed):
        decoded(data)


def test_a_row_is_read() -> None:
    session, content = decoded(
        json.dumps({"session": SESSION, "seed": [ROW], "facts": [], "words": []}).encode()
    )
    assert (session, len(content.seed)) == (SESSION, 1)
