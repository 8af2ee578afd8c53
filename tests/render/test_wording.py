"""The renderer's own words, and what stands where a translation is missing."""

from __future__ import annotations

from datetime import date

import pytest

from coprod.domain.minutes_doc import ActionLine, Cell, Credit, Standing, Table, Wording
from coprod.domain.terms import ActionStatus, PauseKind, TranslationState
from coprod.i18n import Catalogue
from coprod.render import wording
from tests.render import docs

JA, EN = Catalogue("ja"), Catalogue("en")
MACHINE, DRAFT, CHECKED = TranslationState.MACHINE, TranslationState.DRAFT, TranslationState.CHECKED


@pytest.mark.parametrize(
    ("of", "text", "lang", "mark"),
    [
        (Wording({"en": "a", "ja": "あ"}, "ja", {"en": CHECKED}), "a", "en", ""),
        (Wording({"en": "a", "ja": "あ"}, "ja", {"en": DRAFT}), "a", "en", "(draft translation)"),
        (Wording({"en": "a", "ja": "あ"}, "ja", {"en": MACHINE}), "a", "en", "(machine translation)"),
        (Wording({"en": "a", "ja": "あ"}, "ja", {}), "a", "en", "(draft translation)"),
        (Wording({"en": "a", "ja": "あ"}, "en", {"ja": DRAFT}), "a", "en", ""),
        (Wording({"en": "a", "ja": "あ"}), "a", "en", ""),
        (Wording({"en": "a", "ja": "あ"}, None, {"en": MACHINE}), "a", "en", "(machine translation)"),
        (Wording({"en": "a"}, "en", {"en": MACHINE}), "a", "en", "(machine translation)"),
        (Wording({"en": "a", "ja": "あ"}, None, {"ja": MACHINE}), "a", "en", ""),
        (Wording({"en": "a", "ja": "あ"}, None, {"en": DRAFT}), "a", "en", ""),
        (Wording({"en-GB": "a"}, "en-GB"), "a", "en", ""),
        (Wording({"ja": "あ"}, "ja"), "あ", "ja", "(original in Japanese)"),
        (Wording({"ja": "あ", "ko": "가"}, "ko"), "가", "ko", "(original in Korean)"),
        (Wording({"ja": "あ"}), "あ", "ja", "(Japanese only)"),
        (Wording({"x-none": "?"}, "x-none"), "?", "x-none", "(original in x-none)"),
        (Wording({"": "Mio"}), "Mio", "en", ""),
    ],
)
def test_what_a_column_shows(of: Wording, text: str, lang: str, mark: str) -> None:
    assert wording.shown(of, EN) == (text, lang, mark)


@pytest.mark.parametrize(
    ("tag", "of", "text", "mark"),
    [
        ("fr", Wording({"en": "a", "ja": "あ"}, "ja"), "あ", "(original in Japanese)"),
        ("fr", Wording({"en": "a", "fr": "à"}, "en", {"fr": DRAFT}), "à", "(draft translation)"),
        ("fr", Wording({"en": "a", "ko": "가"}, "ja"), "a", "(English only)"),
        ("ja-JP", Wording({"en": "a", "ja": "あ"}, "ja"), "あ", ""),
        ("zh-Hant", Wording({"zh-Hans": "开", "en": "a"}, "zh-Hans"), "开", "(original in Chinese (Simplified))"),
        ("zh-TW", Wording({"zh-Hans": "开", "zh-Hant": "開"}, "zh-Hans", {"zh-Hant": MACHINE}), "開",
         "(machine translation)"),
    ],
)  # fmt: skip
def test_a_column_is_in_the_language_asked_for_whatever_its_headings_are(
    tag: str, of: Wording, text: str, mark: str
) -> None:
    shown = wording.shown(of, Catalogue(tag))
    assert (shown.text, shown.mark) == (text, mark)


def test_credits_name_people_and_disciplines() -> None:
    named = Credit((Wording({"": "Mio"}),), (docs.both("看護師", "nurse"),))
    assert wording.credit(named, EN) == "(Mio, nurse)"
    assert wording.credit(named, JA) == "（Mio、看護師）"
    assert wording.credit(Credit(), EN) == ""


def test_who_will_do_it_and_by_when() -> None:
    action = ActionLine(
        "A1", docs.line(docs.both("あ", "a")), (Wording({"": "Mio"}),), 2, docs.both("市の係", "the city office"),
        date(2031, 5, 2), ActionStatus.NOT_DONE, None,
    )  # fmt: skip
    assert wording.owners(action, EN) == "Who takes it on: Mio, 2 people, the city office; by 2 May; not done"
    assert wording.owners(action, JA) == "担当：Mio、2人、市の係／5月2日まで／できませんでした"


def test_who_takes_it_on_in_words_of_another_language_says_so() -> None:
    said = Wording({"en": "whoever passes by"}, "en")
    action = ActionLine("A1", docs.line(docs.both("あ", "a")), (), 0, said, None, ActionStatus.OPEN, None)
    assert wording.owners(action, JA) == "担当：whoever passes by（原文：英語）"
    assert wording.owners(action, EN) == "Who takes it on: whoever passes by"


@pytest.mark.parametrize(
    ("label", "words"),
    [
        (None, ["ピア", "Peers", "동료지원인"]),
        (docs.both("ピアスタッフ", "Peer staff"), ["ピアスタッフ", "Peer staff", "동료지원인"]),
        (Wording({"": "P"}), ["P", "P", "P"]),
        (Wording({"ja-JP": "仲間"}, "ja-JP"), ["仲間", "Peers", "동료지원인"]),
    ],
)
def test_an_own_word_for_a_standpoint_stands_on_pages_in_its_language_alone(
    label: Wording | None, words: list[str]
) -> None:
    assert [
        wording.own_word(label, wording.CELLS[Cell.PEERS], one) for one in (JA, EN, Catalogue("ko"))
    ] == words


def test_pauses_say_that_there_was_one_and_not_at_whose_wish() -> None:
    breath, _, rest = docs.minutes().pauses
    assert wording.pause(breath, EN) == "14:21  We took a breath."
    assert wording.pause(rest, EN) == "14:26 – 14:36  We had a break."
    assert wording.pauses([breath, breath], JA) == "ひと呼吸  14:21、14:21"
    assert {breath.kind, rest.kind} == {PauseKind.BREATH, PauseKind.BREAK}


def test_the_foot_tells_how_far_the_texts_can_be_trusted() -> None:
    standing = Standing(14, 11, {"en": {CHECKED: 12, DRAFT: 1, None: 3}, "ja": {}})
    assert wording.states(standing, EN) == [
        "A draft, not issued yet.",
        "Confirmed: 11 of 14.",
        "Translation into English: 12 checked, 1 draft, 3 missing.",
    ]
    assert wording.states(Standing(0, 0, {}), EN) == ["A draft, not issued yet."]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (Table(docs.both("窓ぎわ", "The window table"), 1), ("（窓ぎわ）", "(The window table)")),
        (Table(None, 2), ("（テーブル2）", "(Table 2)")),
    ],
)
def test_a_line_says_which_table_brought_it(table: Table, said: tuple[str, str]) -> None:
    assert tuple(wording.credit(Credit(table=table), words) for words in (JA, EN)) == said
    named = Credit((Wording({"": "Mio"}),), table=table)
    assert wording.credit(named, EN).startswith("(Mio, ")
