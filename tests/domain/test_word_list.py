"""The word list: terms are found as words, the longer before the shorter, and a form that is missing is seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.domain.word_list import Term, breaches, offered, term_of

CO_PRODUCTION = term_of({"ja": "共同創造 / コ・プロダクション", "en": "co-production", "ko": "공동창조"})
WORKER = term_of({"ja": "ピアサポートワーカー／ピアスタッフ", "en": "peer support worker"})
SUPPORTER = term_of({"ja": "サポーター", "en": "supporter"})
SUPPORT = term_of({"ja": "サポート", "en": "support"})
BOUNDARY = term_of({"ja": "境界", "en": "boundary"})
TERMS = (CO_PRODUCTION, SUPPORT, WORKER, SUPPORTER, BOUNDARY)


def found(source: str, pair: tuple[str, str] = ("ja", "en"), terms: tuple[Term, ...] = TERMS) -> list[str]:
    return [offer.found for offer in offered(source, pair, terms)]


def missing(source: str, target: str, pair: tuple[str, str] = ("ja", "en")) -> list[str]:
    return [offer.forms[0] for offer in breaches(source, target, pair, TERMS)]


def test_a_term_is_read_with_its_forms_and_without_what_is_empty() -> None:
    assert CO_PRODUCTION.of("ja") == ("共同創造", "コ・プロダクション")
    assert CO_PRODUCTION.of("en-GB") == ("co-production",)
    assert CO_PRODUCTION.of("fr") == ()
    assert term_of({"ja": " / ", "en": " a /"}) == Term((("en", ("a",)),))


@pytest.mark.parametrize(
    ("source", "pair", "terms"),
    [
        ("共同創造について", ("ja", "en"), ["共同創造"]),
        ("コ・プロダクションとは", ("ja", "en"), ["コ・プロダクション"]),
        ("ｻﾎﾟｰﾀｰの役割", ("ja", "en"), ["サポーター"]),
        ("ピアサポートワーカーの境界", ("ja", "en"), ["ピアサポートワーカー", "境界"]),
        ("サポーターズクラブ", ("ja", "en"), []),
        ("サポートとサポーター、サポート", ("ja", "en"), ["サポート", "サポーター"]),
        ("Co-Production by peer support workers", ("en", "ja"), ["co-production", "peer support worker"]),
        ("Supporters know boundaries.", ("en", "ja"), ["supporter", "boundary"]),
        ("insupportable, supported", ("en", "ja"), []),
        ("공동창조를", ("ko", "ja"), ["공동창조"]),
        ("공동창조를", ("ko", "fr"), []),
        ("何もない", ("ja", "en"), []),
    ],
)
def test_terms_are_offered_as_they_stand_in_a_text(
    source: str, pair: tuple[str, str], terms: list[str]
) -> None:
    assert found(source, pair) == terms


def test_an_offer_says_where_the_term_is_and_all_its_forms() -> None:
    (offer,) = offered("It is co-production", ("en", "ja"), TERMS)
    assert (offer.at, offer.forms) == (6, ("共同創造", "コ・プロダクション"))


@pytest.mark.parametrize(
    ("source", "target", "terms"),
    [
        ("共同創造", "We do co-production", []),
        ("共同創造", "We do it together", ["co-production"]),
        ("サポート", "They supported us", []),
        ("境界", "Boundaries matter", []),
        ("ピアスタッフ", "supporter", ["peer support worker"]),
        ("共同創造", " ", []),
        ("別のこと", "anything", []),
    ],
)
def test_a_term_that_the_translation_says_otherwise_is_seen(
    source: str, target: str, terms: list[str]
) -> None:
    assert missing(source, target) == terms


def test_any_form_of_the_other_language_will_do() -> None:
    for said in ("共同創造で", "コ・プロダクションで"):
        assert missing("by co-production", said, ("en", "ja")) == []


@given(st.text("サポータートピアコ・プロ共同創造 ab/", max_size=20), st.text(max_size=20))
def test_whatever_the_words_what_breaks_the_list_was_offered(source: str, target: str) -> None:
    offers = offered(source, ("ja", "en"), TERMS)
    assert set(breaches(source, target, ("ja", "en"), TERMS)) <= set(offers)
    assert [offer.at for offer in offers] == sorted(offer.at for offer in offers)
    assert len({offer.forms for offer in offers}) == len(offers)
