"""Which text a reader gets, by its language tag."""

from __future__ import annotations

import pytest

from coprod.domain.languages import fitting


@pytest.mark.parametrize(
    ("asked", "there", "given"),
    [
        ("ja", ["en", "ja"], "ja"),
        ("JA", ["en", "ja"], "ja"),
        ("en", ["EN-gb"], "EN-gb"),
        ("ja-JP", ["ja-Hira", "ja"], "ja"),
        ("en-GB", ["en-US", "en-AU"], "en-US"),
        ("en-GB", ["en-US", "en-GB"], "en-GB"),
        ("fr", ["en", "ja"], None),
        ("fr", [], None),
        ("ja", [""], None),
        ("zh-Hant", ["zh-Hans"], None),
        ("zh-Hant", ["zh-CN", "zh-TW"], "zh-TW"),
        ("zh-TW", ["zh-Hans-TW", "zh-Hant"], "zh-Hant"),
        ("zh-Hant-HK", ["zh"], "zh"),
        ("zh", ["zh-Hant", "zh-Hans"], "zh-Hant"),
        ("zh-yue-HK", ["zh-TW"], "zh-TW"),
        ("sr-Latn", ["sr-Cyrl", "sr"], "sr"),
        ("de-1996", ["de"], "de"),
        ("x-simple", ["x-signed"], None),
        ("x-simple", ["X-Simple"], "X-Simple"),
        ("i-ami", ["i"], None),
    ],
)
def test_the_tag_that_serves(asked: str, there: list[str], given: str | None) -> None:
    assert fitting(asked, there) == given
