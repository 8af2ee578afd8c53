"""`coprod translation draft`: the true libraries on a tiny model, from the command to the page that says so."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from coprod.service.memory import remembered
from coprod.store.local import open_store
from tests.cli.program import command, session_file
from tests.render.pdf import squeezed, text
from tests.tiny_model import Tiny

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Coprod

NOTES = (
    {"text": {"ja": "窓をあける。"}},
    {"text": {"ja": "お茶"}, "original": "ja"},
    {"text": {"ja": "椅子" * 300}},
    {"text": {"ja": "椅子", "en": "A seat"}, "original": "ja", "translations": {"en": "draft"}},
    {"text": {"ja": "椅子", "ko": "의자"}},
    {"text": {"en": "Rest"}},
    {"text": {"ja": "窓"}, "visibility": "review"},
)


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A model from Japanese into English, as a test may spoil it."""
    return Tiny().save(tmp_path / "ja-en")


@pytest.fixture
def meeting(coprod: Coprod, tmp_path: Path) -> str:
    """The id of a meeting in the store, with notes as a file may bring them."""
    record = [{"type": "note", "kind": "idea", "visibility": "minutes", **one} for one in NOTES]
    path = session_file(
        tmp_path / "meeting.coprod.json",
        title={"ja": "お茶の会", "en": "Tea"},
        languages=["ja", "en"],
        agenda=[{"key": "i1", "kind": "roundtable", "title": {"ja": "椅子"}}],
        record=record,
    )
    (id,) = coprod("import", path).ids
    return id


def notes(coprod: Coprod, id: str) -> list[dict[str, Any]]:
    record = json.loads(coprod("export", id).out)["record"]
    return [one for one in record if one["type"] == "note"]


def test_what_nobody_translated_is_drafted_and_the_rest_is_as_it_was(
    coprod: Coprod, meeting: str, model: Path
) -> None:
    before = notes(coprod, meeting)
    done = coprod("translation", "draft", meeting, "--model", model, "--languages", "ja,en")
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        f"{meeting}\t2 notes were drafted by machine · 1 could not be drafted"
        " · 1 text is left for people: its draft could not be marked\n"
    )
    after = notes(coprod, meeting)
    assert [one["text"].get("en") for one in after[:2]] == ["window the open now", "tea"]
    assert [one["translations"] for one in after[:2]] == [{"en": "machine"}] * 2
    assert [one["text"]["ja"] for one in after[:2]] == ["窓をあける。", "お茶"]
    assert after[2:] == before[2:]
    assert coprod("verify").code == 0


def test_a_second_time_there_is_nothing_left_to_draft(coprod: Coprod, meeting: str, model: Path) -> None:
    coprod("translation", "draft", meeting, "--model", model)
    before = coprod("export", meeting).out
    done = coprod("translation", "draft", meeting, "--model", model)
    assert (done.code, done.err) == (0, "")
    assert "\t0 notes were drafted by machine · 1 could not be drafted" in done.out
    assert coprod("export", meeting).out == before


def test_check_finds_each_draft(coprod: Coprod, meeting: str, model: Path) -> None:
    said = "The words in English are a machine’s, and nobody has checked them."
    assert said not in coprod("check", meeting).out
    coprod("translation", "draft", meeting, "--model", model)
    assert coprod("check", meeting).out.count(said) == 2


@pytest.mark.parametrize("ending", ["md", "docx", "pdf", "json"])
def test_the_page_says_whose_words_they_are(
    coprod: Coprod, meeting: str, model: Path, tmp_path: Path, ending: str
) -> None:
    coprod("translation", "draft", meeting, "--model", model)
    page = tmp_path / f"minutes.{ending}"
    assert coprod("minutes", meeting, "-o", page, "--languages", "en,ja").code == 0
    if ending == "json":
        told = [
            one for one in json.loads(page.read_text("utf-8"))["record"] if one["text"].get("en") == "tea"
        ]
        assert [one["translations"]["en"] for one in told] == ["machine"]
        return
    if ending == "docx":
        said = squeezed(docx_text(page))
    else:
        said = squeezed(text(page) if ending == "pdf" else page.read_text("utf-8"))
    for draft in ("windowtheopennow", "tea"):
        after = said.split(draft, 1)[1]
        assert after.lstrip("*_ ").startswith("(machinetranslation)")
    assert said.count("(machinetranslation)") == 2


def test_data_of_a_page_in_one_language_go_on_saying_it(
    coprod: Coprod, meeting: str, model: Path, tmp_path: Path
) -> None:
    coprod("translation", "draft", meeting, "--model", model)
    data, page = tmp_path / "minutes.json", tmp_path / "minutes.md"
    for source, out in ((meeting, data), (data, page)):
        assert coprod("minutes", source, "-o", out, "--languages", "en").code == 0
    assert page.read_text("utf-8").count("(machine translation)") == 2


def docx_text(path: Path) -> str:
    import docx  # noqa: PLC0415 - one test alone

    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def test_a_draft_is_not_remembered_for_other_sessions(
    coprod: Coprod, meeting: str, model: Path, store: Path
) -> None:
    coprod("translation", "draft", meeting, "--model", model)
    with open_store(store) as opened:
        memory = remembered(opened, ("ja", "en"))
        assert [match.pair.target for match in memory.matches("椅子")] == ["A seat"]
        assert memory.matches("お茶") == ()


def test_what_is_for_review_alone_is_not_shown_to_a_machine(
    coprod: Coprod, meeting: str, model: Path
) -> None:
    coprod("translation", "draft", meeting, "--model", model)
    (review,) = [one for one in notes(coprod, meeting) if one.get("visibility") == "review"]
    assert review["text"] == {"ja": "窓"}


# ---- refused


@pytest.mark.parametrize(
    ("gone", "languages", "words"),
    [
        ("model.bin", "ja,en", "no CTranslate2 model"),
        ("config.json", "ja,en", "no CTranslate2 model"),
        ("source.spm", "ja,en", "SentencePiece"),
        ("", "en,ja", "does not translate from English into Japanese"),
        ("", "ja,ko", "does not translate from Japanese into Korean"),
    ],
)
def test_a_folder_that_does_not_fit_is_refused_in_one_line(
    coprod: Coprod, meeting: str, model: Path, gone: str, languages: str, words: str
) -> None:
    before = coprod("export", meeting).out
    if gone:
        (model / gone).unlink()
    done = coprod("translation", "draft", meeting, "--model", model, "--languages", languages)
    assert done.refuses(f"{model}: --model: ", words)
    assert coprod("export", meeting).out == before


def test_what_is_asked_for_wrongly_says_why(
    coprod: Coprod, meeting: str, model: Path, tmp_path: Path
) -> None:
    assert coprod("translation", "draft", meeting, "--model", tmp_path / "no").refuses("no such folder")
    assert coprod("translation", "draft", "0000000000", "--model", model).refuses("id: ")
    one = coprod("translation", "draft", meeting, "--model", model, "--languages", "ja")
    assert one.refuses("--languages: ", "give two")
    unnamed = model.rename(model.with_name("model"))
    assert coprod("translation", "draft", meeting, "--model", unnamed).refuses("which languages")
    (unnamed / "coprod.toml").write_text("languages", "utf-8")
    assert coprod("translation", "draft", meeting, "--model", unnamed).refuses("coprod.toml")


def test_a_model_that_fails_changes_nothing(coprod: Coprod, meeting: str, tmp_path: Path) -> None:
    short = Tiny(places=3).save(tmp_path / "short-ja-en")
    before = coprod("export", meeting).out
    done = coprod("translation", "draft", meeting, "--model", short)
    assert done.refuses("--model: The model failed")
    assert coprod("export", meeting).out == before


def test_without_the_extra_a_sentence_says_what_to_do(
    coprod: Coprod, meeting: str, model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ctranslate2", None)
    monkeypatch.delitem(sys.modules, "coprod.mt.model", raising=False)
    done = coprod("translation", "draft", meeting, "--model", model)
    assert done.refuses("not installed here", "coprod[mt]")


def test_a_damaged_model_is_told_in_one_line_by_the_program_itself(
    coprod: Coprod, meeting: str, model: Path
) -> None:
    """The libraries have a voice of their own, below Python's."""
    arguments = ("translation", "draft", meeting, "--model", str(model))
    for name in ("target.spm", "model.bin"):
        (model / name).write_bytes(b"damaged")
        done = subprocess.run(
            command(*arguments),
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )
        assert (done.returncode, done.stdout) == (2, "")
        (line,) = done.stderr.splitlines()
        assert "This model can’t be opened" in line
