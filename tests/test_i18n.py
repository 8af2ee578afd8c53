"""The catalogue: words, dates and times of one language, beside another in the same process."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, datetime, time
from typing import TYPE_CHECKING

import pytest

from coprod.i18n import LANGUAGES, N_, NN_, Catalogue, compile_po, is_known

if TYPE_CHECKING:
    from pathlib import Path

PO = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

msgid "Next voice: {name}"
msgstr "次の声:{name}さん"

msgid "{n} person"
msgid_plural "{n} people"
msgstr[0] "{n}人"

#, fuzzy
msgid "Pass"
msgstr "通過"
"""
DAY = date(2026, 5, 12)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ja.po").write_text(PO, encoding="utf-8")
    return tmp_path


def test_two_languages_live_side_by_side(folder: Path) -> None:
    ja, en = Catalogue("ja", folder), Catalogue("en", folder)
    assert ja.say("Next voice: {name}", name="はる") == "次の声:はるさん"
    assert en.say("Next voice: {name}", name="Haru") == "Next voice: Haru"


@pytest.mark.parametrize(("lang", "texts"), [("en", ["1 person", "2 people"]), ("ja", ["1人", "2人"])])
def test_numbers_choose_their_form(folder: Path, lang: str, texts: list[str]) -> None:
    catalogue = Catalogue(lang, folder)
    assert [catalogue.say_n("{n} person", "{n} people", n) for n in (1, 2)] == texts


def test_a_marked_pair_is_looked_up_as_one(folder: Path) -> None:
    people = NN_("{n} person", "{n} people")
    assert Catalogue("ja", folder).say_n(*people, 2) == "2人"


def test_a_fuzzy_or_missing_translation_shows_the_english(folder: Path) -> None:
    assert Catalogue("ja", folder).say("Pass") == "Pass"
    assert Catalogue("ja", folder).say("Later") == "Later"


def test_braces_in_a_value_or_in_a_text_without_values_stay(folder: Path) -> None:
    catalogue = Catalogue("ja", folder)
    assert catalogue.say("Next voice: {name}", name="{x}") == "次の声:{x}さん"
    assert catalogue.say("{}") == "{}"


def test_an_older_compiled_catalogue_is_passed_over(folder: Path) -> None:
    (folder / "ja.mo").write_bytes(compile_po(folder / "ja.po"))
    (folder / "ja.po").write_text(PO.replace("さん", "様"), encoding="utf-8")
    now = (folder / "ja.mo").stat().st_mtime
    os.utime(folder / "ja.po", (now + 5, now + 5))
    assert Catalogue("ja", folder).say("Next voice: {name}", name="はる") == "次の声:はる様"


def test_a_compiled_catalogue_is_enough(folder: Path) -> None:
    (folder / "ja.mo").write_bytes(compile_po(folder / "ja.po"))
    (folder / "ja.po").unlink()
    assert Catalogue("ja", folder).say("Next voice: {name}", name="はる") == "次の声:はるさん"


@pytest.mark.parametrize(
    ("asked", "given"),
    [("ja-JP", "ja"), ("ko_KR.UTF-8", "ko"), ("EN", "en"), ("fr", "en"), ("", "en"), ("C", "en")],
)
def test_the_language_asked_for_or_english(asked: str, given: str) -> None:
    assert Catalogue(asked).lang == given
    assert Catalogue(asked).tag == asked


@pytest.mark.parametrize(
    ("lang", "full", "short"),
    [
        ("ja", "2026年5月12日(火)", "5月12日"),
        ("en", "Tuesday 12 May 2026", "12 May"),
        ("ko", "2026년 5월 12일(화)", "5월 12일"),
    ],
)
def test_dates(lang: str, full: str, short: str) -> None:
    assert (Catalogue(lang).date(DAY), Catalogue(lang).day(DAY)) == (full, short)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_month_and_weekday_has_its_own_name(lang: str) -> None:
    catalogue = Catalogue(lang)
    assert len({catalogue.day(date(2026, month, 1)) for month in range(1, 13)}) == 12
    assert len({catalogue.date(date(2026, 6, day)).replace(str(day), "") for day in range(1, 8)}) == 7


@pytest.mark.parametrize("lang", LANGUAGES)
def test_times_are_the_same_in_every_language(lang: str) -> None:
    catalogue = Catalogue(lang)
    assert catalogue.time(datetime(2026, 5, 12, 9, 5)) == "09:05"  # noqa: DTZ001 - a wall clock as it stands
    assert catalogue.span(time(13, 33), time(15, 28)) == "13:33 – 15:28"


@pytest.mark.parametrize(
    ("lang", "texts"),
    [
        ("ja", ["0分", "25分", "1時間", "1時間30分"]),
        ("en", ["0 min", "25 min", "1 h", "1 h 30 min"]),
        ("ko", ["0분", "25분", "1시간", "1시간 30분"]),
    ],
)
def test_lengths_of_time(lang: str, texts: list[str]) -> None:
    assert [Catalogue(lang).minutes(n) for n in (0, 25, 60, 90)] == texts


@pytest.mark.parametrize(
    ("lang", "texts"),
    [
        ("ja", ["0分", "1分", "25分", "1時間", "1時間30分"]),
        ("en", ["0 minutes", "1 minute", "25 minutes", "1 hour", "1 hour 30 minutes"]),
        ("ko", ["0분", "1분", "25분", "1시간", "1시간 30분"]),
    ],
)
def test_lengths_of_time_in_a_sentence(lang: str, texts: list[str]) -> None:
    assert [Catalogue(lang).length(n) for n in (0, 1, 25, 60, 90)] == texts


def test_which_languages_have_a_name() -> None:
    assert [tag for tag in ("ja", "EN-gb", "zh_Hant", "ain", "xx", "x-ours", "") if is_known(tag)] == [
        "ja", "EN-gb", "zh_Hant", "ain",
    ]  # fmt: skip


def test_a_mark_changes_nothing() -> None:
    assert N_("Both") == "Both"


def test_english_needs_no_babel() -> None:
    script = "import sys; from coprod.i18n import Catalogue; Catalogue('en').say('x'); print('babel' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_day_by_the_era_bears_its_year_in_japanese_and_is_as_ever_in_others() -> None:
    assert Catalogue("ja", era=True).day(DAY) == "令和8年5月12日"
    assert Catalogue("ja-JP", era=True).day(date(2019, 5, 1)) == "令和元年5月1日"
    assert Catalogue("ja", era=True).day(date(1872, 12, 31)) == "1872年12月31日"
    for lang in ("en", "ko", "fr"):
        assert Catalogue(lang, era=True).day(DAY) == Catalogue(lang).day(DAY)
