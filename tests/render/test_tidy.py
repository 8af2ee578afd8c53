"""Texts as any file can hold them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.render.tidy import tidy


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("one\r\ntwo\u2028three\u2029four\x85five\rsix", "one\ntwo\nthree\nfour\nfive\nsix"),
        ("tab\tand 　wide", "tab\tand 　wide"),
        ("a\x00b\x1bc\x7fd\x9fe\ufffff\ufffeg", "abcdefg"),
        ("\ud800x", "x"),
        ("𠮷🙂 e\u0301", "𠮷🙂 e\u0301"),
    ],
)
def test_one_kind_of_line_end_and_nothing_that_xml_may_not_hold(text: str, kept: str) -> None:
    assert tidy(text) == kept


@given(st.text(max_size=40))
def test_what_is_tidy_stays(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once
    assert not set(once) & {"\r", "\v", "\f", "\x00", "\u2028", "\ufffe"}
