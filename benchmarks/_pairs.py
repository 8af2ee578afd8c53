"""Invented meetings of many pairs, and our minutes of them: what several benchmarks draw."""

from __future__ import annotations

import json
from random import Random
from typing import TYPE_CHECKING

from coprod.domain.minutes_doc import Cell, Header, ItemMinutes, Line, MinutesDoc, Standing, Voices, Wording
from coprod.domain.terms import ItemKind, NoteKind, TranslationState
from coprod.i18n import Catalogue
from coprod.render.minutes_pdf import render_minutes

if TYPE_CHECKING:
    from pathlib import Path

_JA = "議題が前の日に届くと、言葉を用意できます。あとで聞かせてと言われて、次も話そうと思えました。"
_EN = [
    "when",
    "the",
    "agenda",
    "comes",
    "a",
    "day",
    "before",
    "I",
    "can",
    "prepare",
    "my",
    "words",
    "and",
    "later",
    "I",
    "felt",
    "able",
    "to",
    "speak",
    "again",
]


def pairs(count: int) -> list[tuple[str, str]]:
    """Invented notes: about 60 Japanese characters beside about 20 English words."""
    random = Random(7)
    made = []
    for n in range(count):
        start = random.randrange(len(_JA))
        ja = f"{n}番目の発言。{_JA[start:]}{_JA[:start]}"
        en = " ".join(random.choices(_EN, k=20)).capitalize()
        made.append((ja, f"Contribution {n}: {en}."))
    return made


def draw(those: list[tuple[str, str]], out: Path) -> None:
    """Our minutes, in paired columns; each translation was checked, so that no mark says anything of it."""
    checked = {"en": TranslationState.CHECKED}
    lines = tuple(
        Line(str(n), NoteKind.CONTRIBUTION, Wording({"ja": ja, "en": en}, "ja", checked), Cell.PEERS)
        for n, (ja, en) in enumerate(those)
    )
    render_minutes(_minutes(lines), [Catalogue("ja"), Catalogue("en")], out)


def _minutes(lines: tuple[Line, ...]) -> MinutesDoc:
    title = Wording({"ja": "計測", "en": "Benchmark"}, "ja")
    header = Header(title, None, None, None, None, None, None, None, None, None, 12, 0, (), ())
    item = ItemMinutes(ItemKind.ROUNDTABLE, None, (), (Voices(Cell.PEERS, lines),), ())
    standing = Standing(len(lines), 0, {})
    return MinutesDoc(
        "benchmark", ("ja", "en"), header, False, {}, (), (item,), (), (), (), (), (), (), (), None, standing
    )  # fmt: skip


def read(path: Path) -> list[tuple[str, str]]:
    """Pairs that another process wrote down."""
    return [(ja, en) for ja, en in json.loads(path.read_text("utf-8"))]
