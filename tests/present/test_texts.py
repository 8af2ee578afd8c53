"""Which language of a text is shown."""

from __future__ import annotations

import pytest

from coprod.domain.facts import Word
from coprod.present.texts import NOTHING, Said, Texts, reading

WORDS = {
    name: Word(name, "", body, ())
    for name, body in (("e", "bread"), ("j", "パン"), ("n", "Umi"), ("k", "빵"))
}
TEXT = (("en", "e"), ("ja", "j"))


@pytest.mark.parametrize(
    ("languages", "text", "said"),
    [
        (("ja", "en"), TEXT, Said("ja", "パン")),
        (("en", "ja"), TEXT, Said("en", "bread")),
        (("ja",), (("en", "e"),), Said("en", "bread")),
        (("ja",), (("ja-JP", "j"), ("en", "e")), Said("ja-JP", "パン")),
        (("fr",), (("en", "e"), ("", "n")), Said("", "Umi")),
        (("en",), (), NOTHING),
        (("en",), (("en", "gone"), ("ko", "k")), Said("ko", "빵")),
    ],
)
def test_the_best_language_that_is_there(
    languages: tuple[str, ...], text: tuple[tuple[str, str], ...], said: Said
) -> None:
    assert Texts(WORDS, languages).said(text) == said


def test_beside_it_stands_the_other_language() -> None:
    texts = Texts(WORDS, ("ja", "en"))
    assert texts.beside(TEXT) == Said("en", "bread")
    assert texts.beside((("ja", "j"),)) == NOTHING


def test_the_reader_comes_before_the_session() -> None:
    assert reading(WORDS, "en", ("ja", "en", "ko")).languages == ("en", "ja", "ko")
