"""Long and many: what the format allows is set in a time and a memory that grow with it, and no faster."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from coprod.domain.minutes_doc import Credit, Wording
from coprod.i18n import Catalogue
from coprod.render.layout import layout_of
from coprod.render.minutes_pdf import render_minutes
from coprod.service.printing import Paper, Setting
from tests.render import docs, pdf, rows

ROOT = Path(__file__).parents[2]
JA, EN = Catalogue("ja"), Catalogue("en")
LONGEST = 20_000


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize(
    "text",
    [
        "".join(f"{n}番目の文です。" for n in range(2500)),
        "".join(f"word{n} " for n in range(2500)),
        "x" * LONGEST,
        "。" * LONGEST,
        "（" * LONGEST,
        "a\n" * (LONGEST // 2),
        "\t " * (LONGEST // 2),
        "か\u3099" * (LONGEST // 2),
        "👩\u200d" * (LONGEST // 2),
        "２" * LONGEST,
        "\u00a0" * LONGEST,
        "𠮷" * LONGEST,
    ],
    ids=ascii,
)
def test_the_longest_note_of_any_sort_is_set_whole_and_soon(text: str, paper: Paper) -> None:
    text = text[:LONGEST]
    begun = time.process_time()
    found = rows.rows(docs.talk([Wording({"ja": text}, "ja")]), (JA,), paper)
    assert time.process_time() - begun < 4
    assert "".join(rows.column(found)).count(text.replace("\n", "")) == 1


def test_a_long_note_goes_on_over_pages_in_order_in_both_languages(tmp_path: Path) -> None:
    ja = "".join(f"{n}番目の文です。" for n in range(900))
    en = "".join(f"sentence {n} of it. " for n in range(500))
    path = tmp_path / "m.pdf"
    render_minutes(docs.talk([docs.both(ja, en)]), [JA, EN], path, Setting(paper=Paper.A4))
    layout = layout_of(Paper.A4, 2)
    assert ja in pdf.column(path, layout, 0).replace("ピア（つづき）", "")
    assert pdf.squeezed(en) in pdf.column(path, layout, 1).replace("Peers(continued)", "")
    pages = pdf.words(path)
    assert len(pages) > 4
    for page in pages[1:4]:
        left, right = (pdf.lines(pdf.in_column(page, layout, n)) for n in (0, 1))
        assert left[0][0] == pytest.approx(right[0][0], abs=1.01)


def test_five_hundred_people_with_the_longest_names_are_listed(tmp_path: Path) -> None:
    names = tuple(Wording({"": f"{n:03}" + "長い名前" * 74}) for n in range(500))
    path = tmp_path / "m.pdf"
    begun = time.process_time()
    render_minutes(docs.minutes(header=docs.header(names=names)), [JA], path)
    assert time.process_time() - begun < 15
    found = pdf.column(path, layout_of(Paper.A4, 1), 0)
    assert all(name.bodies[""] in found for name in names)


def test_a_note_by_five_hundred_named_people_names_them_all() -> None:
    names = tuple(Wording({"": f"Person{n:03}"}) for n in range(500))
    doc = docs.talk([])
    line = docs.line(docs.both("文", "We said it."), credit=Credit(names=names))
    found = rows.all_words(docs.minutes(held_over=(line,), items=doc.items), EN)
    assert found.count("Person") == 500


@pytest.mark.parametrize("paper", list(Paper))
def test_titles_of_the_longest_length_leave_room_for_the_rest(tmp_path: Path, paper: Paper) -> None:
    long = docs.both("題" * 300, "W" * 300)
    doc = docs.talk(
        [docs.both("文", "Words.")],
        header=docs.header(title=long, programme=long, place=long),
        labels={"peer": long},
    )
    path = tmp_path / "m.pdf"
    render_minutes(doc, [JA, EN], path, Setting(paper=paper))
    whole = pdf.squeezed(pdf.text(path, "-raw"))
    assert whole.count("題" * 300) >= 3
    assert "W" * 300 in whole
    assert "Words." in whole
    assert pdf.page_count(path) < 9


MANY = """
import re, sys, time
from pathlib import Path
from coprod.i18n import Catalogue
from coprod.render.minutes_pdf import render_minutes
from tests.render import docs
notes = [docs.both(f"{n}番目の短い文。", f"short note {n}") for n in range(int(sys.argv[1]))]
render_minutes(docs.talk(notes), [Catalogue("ja"), Catalogue("en")], Path(sys.argv[2]))
print(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text()).group(1), time.process_time())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of memory is read from /proc")
def test_many_short_notes_are_all_there_in_little_memory(tmp_path: Path, soak: bool) -> None:
    many = 20_000 if soak else 1_000
    path = tmp_path / "m.pdf"
    done = subprocess.run(
        [sys.executable, "-c", MANY, str(many), path], cwd=ROOT, check=True, capture_output=True, text=True
    )
    kilobytes, seconds_taken = done.stdout.split()
    assert int(kilobytes) < (600_000 if soak else 150_000)
    assert float(seconds_taken) < (120 if soak else 12)
    found = pdf.column(path, layout_of(Paper.A4_LANDSCAPE, 2), 1)
    assert found.count("shortnote") == many
