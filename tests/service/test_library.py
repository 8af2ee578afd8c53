"""The library that comes with the program: whole in every language, each text known by one id."""

from __future__ import annotations

import json
import uuid
from collections import Counter
from typing import TYPE_CHECKING

from coprod import paths
from coprod.i18n import Catalogue
from coprod.present.library import KINDS, library_view
from coprod.service.library import Entry, shipped

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = paths.resources() / "libraries"


def test_every_kind_has_four_to_six_texts_in_the_order_of_the_program() -> None:
    counts = Counter(one.kind for one in shipped(FOLDER))
    assert list(counts) == list(KINDS)
    assert all(4 <= n <= 6 for n in counts.values())


def test_every_text_is_there_in_three_languages_and_ours() -> None:
    for one in shipped(FOLDER):
        assert list(one.text) == ["ja", "en", "ko"]
        assert all(body and body == body.strip() for body in one.text.values())
        assert not one.own


def test_no_text_and_no_id_stands_twice() -> None:
    entries = shipped(FOLDER)
    assert len({uuid.UUID(one.id) for one in entries}) == len(entries)
    for lang in ("ja", "en", "ko"):
        assert len({one.text[lang] for one in entries}) == len(entries)


def test_the_window_of_the_library_finds_them() -> None:
    view = library_view(shipped(FOLDER), ["en"], Catalogue("en"), kind="check-out", sought="KIND")
    assert [line.texts for line in view.lines] == [(("en", "How will you be kind to yourself after this?"),)]
    assert view.passing


def test_files_are_read_in_order(tmp_path: Path) -> None:
    assert shipped(tmp_path) == []
    for name, text in (("2", "later"), ("1", "first")):
        file = {"kind": "word", "entries": [{"id": name, "text": {"en": text}}]}
        (tmp_path / f"{name}.json").write_text(json.dumps(file), "utf-8")
    assert shipped(tmp_path) == [Entry("1", "word", {"en": "first"}), Entry("2", "word", {"en": "later"})]
