"""Texts as any file can hold them, and their sentences one by one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.render.tidy import sentences, tidy

letters = st.text(st.characters(codec="utf-8") | st.sampled_from(" 。！？.!?」』”)\n\tABc1あ가"), max_size=60)


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


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("休みます。理由は書きません。", ["休みます。", "理由は書きません。"]),
        ("「休みます。」と書いた。それだけ。", ["「休みます。」と書いた。", "それだけ。"]),
        ("「休みます。あした来ます。」", ["「休みます。", "あした来ます。」"]),
        ("え？と思いました。だれ？みんな！", ["え？と思いました。", "だれ？", "みんな！"]),
        ("ほんとう！？　はい。", ["ほんとう！？", "はい。"]),
        ("I rest. You wait! Do we? “Yes.” Good.", ["I rest.", "You wait!", "Do we?", "“Yes.”", "Good."]),
        ("Ask Dr. Ito or Ms. Mori, e.g. On Monday.", ["Ask Dr. Ito or Ms. Mori, e.g. On Monday."]),
        ("It takes 2.5 hours, no more. 3 people came.", ["It takes 2.5 hours, no more.", "3 people came."]),
        ("J. Smith wrote it.", ["J. Smith wrote it."]),
        ("and so on … and on. but not", ["and so on … and on. but not"]),
        ("쉬어요. 내일 와요. 네!", ["쉬어요.", "내일 와요.", "네!"]),
        ("one\ntwo. Three", ["one", "two.", "Three"]),
        ("", [""]),
    ],
)
def test_each_sentence_has_its_line(text: str, lines: list[str]) -> None:
    assert sentences(text).split("\n") == lines


@given(letters)
def test_no_sentence_loses_or_gains_anything_but_the_space_after_it(text: str) -> None:
    def squeezed(one: str) -> str:
        return re.sub(r"[ \u3000\n]", "", one)

    assert squeezed(sentences(text)) == squeezed(text)
    assert len(sentences(text)) <= len(text) + len(re.findall("[。．！？]+", text))
