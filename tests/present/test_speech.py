"""What the wall says, in the languages of the session at once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.domain.facts import Word
from coprod.domain.parts import Description
from coprod.domain.state import State
from coprod.i18n import Catalogue
from coprod.present.room import Run
from coprod.present.speech import MOST, Speech, Tongue, tongues_of

WORDS = {
    name: Word(name, lang, body)
    for name, lang, body in (("j", "ja", "パン"), ("e", "en", "bread"), ("k", "ko", "빵"), ("n", "", "Umi"))
}
BREAD = (("ja", "j"), ("en", "e"), ("ko", "k"))


def speech(*languages: str) -> Speech:
    return Speech(WORDS, [Tongue(lang, Catalogue(lang)) for lang in languages])


@pytest.mark.parametrize(
    ("languages", "text", "said"),
    [
        (("ja", "en"), BREAD, ["パン", "bread"]),
        (("en", "ja"), BREAD, ["bread", "パン"]),
        (("ko",), BREAD, ["빵"]),
        (("ja", "ko"), BREAD[:2], ["パン"]),
        (("fr", "de"), BREAD, ["パン"]),
        (("ja", "en"), (("", "n"),), ["Umi"]),
        (("ja-JP", "en-GB"), BREAD, ["パン", "bread"]),
        (("ja", "en"), (("ja", "gone"), ("en", "e")), ["bread"]),
        (("ja", "en"), (("ja", "gone"),), []),
        (("ja", "en"), (), []),
    ],
)
def test_a_text_is_said_in_the_languages_it_has(
    languages: tuple[str, ...], text: tuple[tuple[str, str], ...], said: list[str]
) -> None:
    assert [run.text for run in speech(*languages).text(text)] == said


def test_a_language_that_is_left_out_does_not_come_back_by_itself() -> None:
    assert speech("ja", "en").text(BREAD, frozenset({"en"})) == (Run("ja", "パン"),)


def test_what_is_written_alike_is_said_once_in_its_first_language() -> None:
    words = {"a": Word("a", "ja", "Umi"), "b": Word("b", "en", "Umi")}
    made = Speech(words, [Tongue(lang, Catalogue(lang)) for lang in ("ja", "en")])
    assert [run.text for run in made.text((("ja", "a"), ("en", "b")))] == ["Umi"]


def test_a_name_goes_into_a_sentence_in_its_own_language() -> None:
    said = speech("ja", "en").say("Today: {title}", title=speech("ja", "en").text(BREAD))
    assert [run.text for run in said] == ["今日は「パン」", "Today: bread"]


def test_a_text_in_one_language_goes_into_the_sentences_of_both() -> None:
    said = speech("ja", "en").say("Today: {title}", title=(Run("en", "bread"),))
    assert [run.text for run in said] == ["今日は「bread」", "Today: bread"]


def test_no_more_than_two_languages_go_onto_a_wall() -> None:
    state = replace(State("s"), description=Description(title=(), languages=("ja", "en", "ko")))
    assert [tongue.lang for tongue in tongues_of(state)] == ["ja", "en"]
    assert MOST == 2
    assert [tongue.lang for tongue in tongues_of(State("s"))] == ["en"]


@given(
    languages=st.lists(st.sampled_from(["ja", "en", "ko", "fr"]), min_size=1, max_size=2, unique=True),
    text=st.lists(st.sampled_from([*BREAD, ("", "n"), ("en", "gone")]), max_size=4, unique=True).map(tuple),
)
def test_whatever_words_are_there_are_said_in_one_language_at_least(
    languages: list[str], text: tuple[tuple[str, str], ...]
) -> None:
    said = speech(*languages).text(text)
    assert bool(said) == any(id in WORDS for _, id in text)
    assert len(said) <= len(languages)
    assert len({run.text for run in said}) == len(said)
