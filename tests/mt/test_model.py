"""The true libraries on a tiny model: each sentence in its place, and nothing that is only a part of what was said."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from coprod.mt import open_drafter
from coprod.mt.folder import SETTINGS
from coprod.service.drafting import DrafterRefused, WhyNoDrafter
from tests.cli.program import REPO
from tests.tiny_model import Tiny

if TYPE_CHECKING:
    from pathlib import Path

PAIR = ("ja", "en")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("窓をあける", "window the open"),
        ("お茶。", "tea now"),
        ("窓をあける。お茶。", "window the open now tea now"),
        (" 窓 \nお茶\n\n椅子。", "window\ntea\n\nchair now"),
        ("", ""),
        ("\n", ""),
        ("椅子" * 255, "chair " * 254 + "chair"),
        ("椅子" * 256, ""),
        ("お茶。" + "椅子" * 300, ""),
    ],
    ids=lambda text: repr(text)[:20],
)
def test_a_text_is_translated_sentence_by_sentence_and_to_its_end(folder: Path, text: str, said: str) -> None:
    assert [one.strip() for one in open_drafter(folder, PAIR)([text])] == [said]


def test_many_texts_come_back_in_their_order(folder: Path) -> None:
    texts = ["お茶", "椅子" * 300, "窓をあける。椅子。", "", "椅子"] * 9
    said = ["tea", "", "window the open now chair now", "", "chair"] * 9
    assert list(open_drafter(folder, PAIR)(texts)) == said
    assert list(open_drafter(folder, PAIR)([])) == []


def test_the_same_text_is_translated_the_same_each_time(folder: Path) -> None:
    drafter = open_drafter(folder, PAIR)
    assert drafter(["窓をあける。"]) == drafter(["窓をあける。"])


def test_what_finds_no_end_is_not_taken_for_a_whole(tmp_path: Path) -> None:
    endless = Tiny(ends=False).save(tmp_path / "ja-en")
    assert list(open_drafter(endless, PAIR)(["お茶", "椅子"])) == ["", ""]


def test_a_library_that_puts_the_end_there_by_itself_is_left_to_do_so(tmp_path: Path) -> None:
    folder = Tiny(adds_end=True).save(tmp_path / "ja-en")
    assert list(open_drafter(folder, PAIR)(["お茶"])) == ["tea"]


def test_no_space_stands_between_sentences_of_a_language_that_has_none(tmp_path: Path) -> None:
    words = {"Tea": "お茶", "Chair": "椅子", ".": "。"}
    folder = Tiny(words).save(tmp_path / "en-ja")
    assert list(open_drafter(folder, ("en", "ja"))(["Tea. Chair."])) == ["お茶。椅子。"]


CODES = '[codes]\nja = "jpn_Jpan"\nen = "eng_Latn"\n'


def test_a_model_of_many_languages_is_told_which(tmp_path: Path) -> None:
    folder = Tiny(codes=("jpn_Jpan", "eng_Latn")).save(tmp_path / "nllb", "sentencepiece.bpe.model")
    (folder / SETTINGS).write_text(CODES, "utf-8")
    drafter = open_drafter(folder, ("ja-JP", "en-GB"))
    assert list(drafter(["窓をあける。", "お茶"])) == ["window the open now", "tea"]


def test_a_mark_before_each_sentence_is_no_part_of_what_is_said(tmp_path: Path) -> None:
    folder = Tiny(codes=(">>eng<<",)).save(tmp_path / "many")
    (folder / SETTINGS).write_text('languages = ["ja", "en"]\ntarget_mark = ">>eng<<"\n', "utf-8")
    with pytest.raises(DrafterRefused):
        open_drafter(folder, ("ja", "ko"))
    assert list(open_drafter(folder, PAIR)(["椅子お茶"])) == ["tea"]  # this one looks a place further


def test_a_model_that_fails_at_work_says_so_without_a_word_of_the_text(tmp_path: Path) -> None:
    folder = Tiny(places=20).save(tmp_path / "ja-en")
    with pytest.raises(DrafterRefused) as refused:
        open_drafter(folder, PAIR)(["お茶" * 50])
    assert (refused.value.why, str(refused.value)) == (WhyNoDrafter.FAILED, "failed")


# ---- what is not there


@pytest.mark.parametrize("missing", ["ctranslate2", "sentencepiece"])
def test_without_the_extra_it_is_said_that_it_is_not_installed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    monkeypatch.delitem(sys.modules, "coprod.mt.model", raising=False)
    with pytest.raises(DrafterRefused) as refused:
        open_drafter(folder, PAIR)
    assert refused.value.why is WhyNoDrafter.NOT_INSTALLED


def test_the_libraries_are_read_when_a_model_is_opened_and_not_before() -> None:
    script = (
        "import sys, coprod.mt; print(sorted({'ctranslate2', 'sentencepiece', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=REPO, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


WATCHED = """
import sys
from pathlib import Path
seen = []
sys.addaudithook(lambda event, _: seen.append(event) if event.startswith(("socket.", "urllib.", "http.")) else None)
from coprod.mt import open_drafter
print(open_drafter(Path(sys.argv[1]), ("ja", "en"))(["お茶"])[0], seen, file=sys.stdout)
import socket
socket.socket().close()
print(len(seen) > 0)
"""


def test_no_socket_is_opened(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", WATCHED, str(folder)],
        cwd=REPO,
        capture_output=True,
        text=True,
        check=True,
    )
    said, control = done.stdout.splitlines()
    assert said == "tea []"
    assert control == "True", "the control must see one"
