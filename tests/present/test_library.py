"""What is found in the library."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest

from coprod.i18n import Catalogue
from coprod.present.library import GUIDELINE, LibraryView, folded, kind_word, library_view


@dataclass(frozen=True)
class Shelved:
    id: str
    kind: str
    text: Mapping[str, str] = field(default_factory=dict)
    own: bool = False


SHELF = (
    Shelved("a", "arrival", {"en": "How did you arrive?", "ja": "どんな感じで着きましたか"}),
    Shelved("b", "word", {"en": "One word for today", "ja": "今日をひとことで"}),
    Shelved("c", "word", {"ja": "チェックインの一言"}, own=True),
    Shelved(
        "d", GUIDELINE, {"en": "We may be silent", "ja": "黙っていてもいい", "ko": "말하지 않아도 됩니다"}
    ),
)


def look(kind: str = "", sought: str = "", languages: tuple[str, ...] = ("ja", "en")) -> LibraryView:
    return library_view(SHELF, languages, Catalogue("en"), kind=kind, sought=sought)


def found(sought: str) -> list[str]:
    return [line.id for line in look(sought=sought).lines]


def test_every_kind_can_be_chosen_and_all_at_once() -> None:
    assert [one.word for one in look().kinds] == ["All", "How I arrive", "One word", "Guidelines"]
    assert [one.id for one in look("word").lines] == ["b", "c"]
    assert [one.key for one in look("word").kinds if one.chosen] == ["word"]
    assert kind_word("ours", Catalogue("en")) == "ours"


def test_both_languages_stand_there_the_first_of_the_session_first() -> None:
    line = look().lines[3]
    assert [lang for lang, _ in line.texts] == ["ja", "en"]
    assert line.prose["ko"] == "말하지 않아도 됩니다"
    assert look(languages=("ko",)).lines[0].texts == (
        ("en", "How did you arrive?"),
        ("ja", "どんな感じで着きましたか"),
    )


@pytest.mark.parametrize("sought", ["ちぇっくいん", "チェックイン", "ﾁｪｯｸｲﾝ", "チェック 一言"])
def test_kana_and_width_are_one(sought: str) -> None:
    assert found(sought) == ["c"]


def test_letters_of_any_case_and_either_language_find_it() -> None:
    assert found("ONE word") == ["b"]
    assert found("ｗｏｒｄ") == ["b"]
    assert found("今日") == ["b"]
    assert folded("ヴ") == folded("ゔ")


def test_what_the_organisation_wrote_is_named_so() -> None:
    assert [line.note for line in look().lines] == ["", "", "Your own", ""]
    assert look().lines[2].told == "チェックインの一言 / Your own"


def test_passing_goes_with_every_question_and_not_with_guidelines() -> None:
    assert "passing is fine" in look("word").passing
    assert look(GUIDELINE).passing == ""


def test_nothing_found_says_what_to_do() -> None:
    assert look(sought="zzz").none.startswith("Nothing found")
    assert look().none == ""
