"""A line for each sentence: where one ends in each language, and that nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.domain.sentences import by_sentence


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("今日は休みです。ゆっくりします。", ["今日は休みです。", "ゆっくりします。"]),
        ("本当に？はい！よかった。", ["本当に？", "はい！", "よかった。"]),
        ("「待っています。」と言われた。うれしい。", ["「待っています。」と言われた。", "うれしい。"]),
        ("「はい。」「いいえ。」", ["「はい。」", "「いいえ。」"]),
        ("えっ！？まさか。", ["えっ！？", "まさか。"]),
        ("We rest. We talk.", ["We rest. ", "We talk."]),
        ("He said “Go.” We went.", ["He said “Go.” ", "We went."]),
        ("Mr. Kei came. No. 4 is next.", ["Mr. Kei came. ", "No. 4 is next."]),
        ("Some things, e.g. this, cost 3.5 of it.", ["Some things, e.g. this, cost 3.5 of it."]),
        ("J. Smith and e.g. Mio. Both came", ["J. Smith and e.g. Mio. ", "Both came"]),
        ("쉬어요. 이야기해요? 좋아요!", ["쉬어요. ", "이야기해요? ", "좋아요!"]),
        ("One.\nTwo.", ["One.", "Two."]),
        ("", [""]),
        ("no end", ["no end"]),
        ("え？と思いました。ところで、だれ？", ["え？と思いました。", "ところで、だれ？"]),
        ("ほんとう！？　はい。", ["ほんとう！？　", "はい。"]),
        ("「休みます。あした来ます。」", ["「休みます。", "あした来ます。」"]),
        ("Ask Dr. Ito or Ms. Mori, e.g. On Monday.", ["Ask Dr. Ito or Ms. Mori, e.g. On Monday."]),
        ("It takes 2.5 hours, no more. 3 people came.", ["It takes 2.5 hours, no more. ", "3 people came."]),
    ],
)
def test_each_sentence_begins_a_line(text: str, lines: list[str]) -> None:
    assert by_sentence(text).split("\n") == lines


@given(st.text(alphabet="あ。！？「」』a Bz.!?\n”） 가", max_size=60))
def test_only_line_feeds_are_added_and_no_line_is_empty_that_was_not(text: str) -> None:
    found = by_sentence(text)
    assert found.replace("\n", "") == text.replace("\n", "")
    assert [line for line in found.split("\n") if not line] == [line for line in text.split("\n") if not line]
