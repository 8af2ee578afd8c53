"""The folder of a model: what it says of its languages, and a sentence for each that does not fit."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from coprod.mt import open_drafter
from coprod.mt.folder import SETTINGS, model_folder
from coprod.service.drafting import DrafterRefused, WhyNoDrafter

if TYPE_CHECKING:
    from pathlib import Path

PAIR = ("ja", "en")


def why(folder: Path, langs: tuple[str, str] = PAIR) -> WhyNoDrafter:
    with pytest.raises(DrafterRefused) as refused:
        open_drafter(folder, langs)
    return refused.value.why


@pytest.mark.parametrize("name", ["ja-en", "opus-mt-ja-en", "OPUS_ja-en", "tiny.ja-en"])
def test_the_name_of_a_folder_says_its_languages(folder: Path, name: str) -> None:
    called = folder.rename(folder.with_name(name))
    found = model_folder(called, ("ja-JP", "en"))
    assert (found.into, found.source_mark, found.target_mark) == ("en", "", "")
    assert why(called, ("en", "ja")) is WhyNoDrafter.OTHER_LANGUAGES
    assert why(called, ("ja", "ko")) is WhyNoDrafter.OTHER_LANGUAGES


@pytest.mark.parametrize("name", ["model", "ja-en-2024", "tinyja-en", "ja-english", "jaen"])
def test_a_name_that_says_none_is_not_guessed_at(folder: Path, name: str) -> None:
    assert why(folder.rename(folder.with_name(name))) is WhyNoDrafter.NO_LANGUAGES


def test_settings_say_it_before_the_name_does(folder: Path) -> None:
    (folder / SETTINGS).write_text('languages = ["en", "ko"]\nsource_mark = ">>kor<<"\n', "utf-8")
    found = model_folder(folder, ("en", "ko"))
    assert (found.into, found.source_mark, found.target_mark) == ("ko", ">>kor<<", "")
    assert why(folder) is WhyNoDrafter.OTHER_LANGUAGES


def test_codes_go_in_every_direction(folder: Path) -> None:
    (folder / SETTINGS).write_text('\ufeff[codes]\nja = "J"\nen = "E"\nzh-Hant = "Z"\n', "utf-8")
    for langs, marks in (
        (("ja", "en"), ("J", "E")),
        (("en-GB", "ja"), ("E", "J")),
        (("ja", "zh-TW"), ("J", "Z")),
    ):
        found = model_folder(folder, langs)
        assert (found.source_mark, found.target_mark) == marks
    assert why(folder, ("ja", "ko")) is WhyNoDrafter.OTHER_LANGUAGES


@pytest.mark.parametrize(
    "text",
    [
        "languages",
        'languages = "ja, en"',
        'languages = ["ja"]',
        'languages = ["ja", "en", "ko"]',
        'languages = ["ja", 3]',
        'languages = ["ja", "no language"]',
        'languages = ["ja", "en"]\ntarget_mark = 1',
        'languages = ["ja", "en"]\nadress = "x"',
        'languages = ["ja", "en"]\n[codes]\nja = "J"',
        'codes = ["J"]',
        "[codes]\nja = 1",
        "",
        'source_mark = "J"',
    ],
)
def test_settings_that_say_something_else_are_refused(folder: Path, text: str) -> None:
    (folder / SETTINGS).write_text(text, "utf-8")
    assert why(folder) is WhyNoDrafter.BAD_SETTINGS


def test_settings_that_are_no_text_are_refused(folder: Path) -> None:
    (folder / SETTINGS).write_bytes(b"\xff\xfe\x00")
    assert why(folder) is WhyNoDrafter.BAD_SETTINGS


def test_what_is_not_there_is_said(folder: Path, tmp_path: Path) -> None:
    assert why(tmp_path / "nowhere") is WhyNoDrafter.NO_FOLDER
    assert why(folder / "model.bin") is WhyNoDrafter.NO_FOLDER
    (folder / "target.spm").rename(folder / "kept")
    assert why(folder) is WhyNoDrafter.NO_PIECES
    (folder / "kept").rename(folder / "sentencepiece.model")
    assert model_folder(folder, PAIR).pieces == (folder / "sentencepiece.model",) * 2
    (folder / "config.json").unlink()
    assert why(folder) is WhyNoDrafter.NO_MODEL


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("model.bin", b""),
        ("model.bin", b"not a model at all"),
        ("config.json", b"{"),
        ("config.json", b"[]"),
        ("config.json", b"\xff"),
        ("source.spm", b"no pieces"),
        ("target.spm", b""),
        ("target_vocabulary.json", b"{"),
    ],
)
def test_what_is_damaged_is_refused(folder: Path, name: str, data: bytes) -> None:
    (folder / name).write_bytes(data)
    assert why(folder) is WhyNoDrafter.DAMAGED


def test_a_half_copied_model_is_refused(folder: Path) -> None:
    data = (folder / "model.bin").read_bytes()
    (folder / "model.bin").write_bytes(data[: len(data) // 2])
    assert why(folder) is WhyNoDrafter.DAMAGED


def test_the_end_is_read_from_what_the_converter_wrote(folder: Path) -> None:
    config = json.loads((folder / "config.json").read_text("utf-8"))
    for adds, end in ((True, "</s>"), (False, "<eos>")):
        told = {**config, "add_source_eos": adds, "eos_token": end}
        (folder / "config.json").write_text(json.dumps(told), "utf-8")
        found = model_folder(folder, PAIR)
        assert (found.end, found.adds_end) == (end, adds)
    (folder / "config.json").write_text("{}", "utf-8")
    assert (model_folder(folder, PAIR).end, model_folder(folder, PAIR).adds_end) == ("</s>", False)
