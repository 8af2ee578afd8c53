"""Each command does what it says, with the store named in any way, and the session in any way."""

from __future__ import annotations

import json
import sys
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coprod import cli
from coprod.bootstrap import SystemClock
from coprod.mt import open_drafter
from coprod.readers import read_work
from coprod.render.logo import read_logo
from coprod.seal import SealedFiles, WordIntroduction
from coprod.serve import host, join
from coprod.service.printing import Setting
from tests.cli.program import MINIMAL, PLANNED, SAMPLE, Answer, session_file
from tests.fakes.memory import MemoryStore

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coprod.domain.handout import HandoutDoc
    from coprod.paths import Place
    from coprod.service.printing import Publication
    from tests.cli.conftest import Coprod


def test_import_tells_id_and_title_of_each_file_in_the_order_given(coprod: Coprod) -> None:
    done = coprod("import", PLANNED, SAMPLE)
    titles = [json.loads(path.read_text("utf-8"))["title"]["ja"] for path in (PLANNED, SAMPLE)]
    ids = [json.loads(path.read_text("utf-8"))["id"] for path in (PLANNED, SAMPLE)]
    assert done.out == "".join(f"{id}\t{title}\n" for id, title in zip(ids, titles, strict=True))
    assert (done.code, done.err) == (0, "")


@pytest.mark.parametrize(
    ("languages", "title", "told"),
    [
        (["ja", "en"], {"en": "Tea", "ja": "お茶"}, "お茶"),
        (["en", "ja"], {"ja": "お茶", "en": "Tea"}, "Tea"),
        (["ja", "en"], {"en": "Tea"}, "Tea"),
        (["fr"], {"ja": "お茶"}, "お茶"),
        (["ja-JP", "en"], {"en": "Tea", "ja": "お茶"}, "お茶"),
        (["zh-Hant"], {"zh-Hans": "茶会", "zh-TW": "茶會"}, "茶會"),
        (["ja"], {"ja": "お茶\n\tと　話"}, "お茶 と　話"),
    ],
)
def test_titles_are_told_in_the_first_language_that_has_one_and_on_one_line(
    coprod: Coprod, tmp_path: Path, languages: list[str], title: dict[str, str], told: str
) -> None:
    path = session_file(tmp_path / "a.json", languages=languages, title=title)
    line = coprod("import", path).out
    assert line.split("\t")[1:] == [f"{told}\n"]
    assert coprod("list").out.endswith(f"\t{told}\n")
    assert json.loads(coprod("list", "--json").out)[0]["title"] in title.values()


def test_list_as_json_has_four_keys_for_each_session_the_latest_first(coprod: Coprod) -> None:
    minimal, planned, sample = (coprod("import", path).ids[0] for path in (MINIMAL, PLANNED, SAMPLE))
    entries = json.loads(coprod("list", "--json").out)
    assert [set(one) for one in entries] == [{"id", "title", "started", "state"}] * 3
    told = {one["id"]: (one["started"], one["state"]) for one in entries}
    assert told[planned] == (None, "planned")
    assert told[minimal] == ("2026-02-03T10:00:00+09:00", "closed")
    assert told[sample][1] == "closed"
    assert entries[-1]["id"] == minimal
    assert coprod("list").ids == [one["id"] for one in entries]


def test_where_there_is_no_store_yet_nothing_is_listed_and_none_is_made(coprod: Coprod, store: Path) -> None:
    assert coprod("list").out == ""
    assert json.loads(coprod("list", "--json").out) == []
    assert list(store.parent.glob("store*")) == []


def test_the_store_may_be_named_before_or_after_the_command_and_else_by_the_environment(
    coprod: Coprod, store: Path, tmp_path: Path
) -> None:
    before, after = tmp_path / "before.db", tmp_path / "new" / "after.db"
    assert coprod("--store", before, "import", MINIMAL).code == 0
    assert coprod("import", PLANNED, "--store", after).code == 0
    assert coprod("import", SAMPLE).code == 0
    listed = [coprod("list", "--store", path).ids for path in (before, after, store)]
    assert [len(ids) for ids in listed] == [1, 1, 1]
    assert len({ids[0] for ids in listed}) == 3
    assert coprod(f"--store={before}", "list").ids == listed[0]


def test_the_store_is_in_the_persons_own_folder_unless_another_is_named(
    coprod: Coprod, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COPROD_STORE", "")
    assert coprod("import", MINIMAL).code == 0
    if sys.platform == "linux":
        assert (tmp_path / "home" / "coprod" / "coprod.db").is_file()


@pytest.mark.parametrize("length", [8, 9, 20, 36])
@pytest.mark.parametrize("upper", [False, True])
def test_a_session_is_named_by_eight_or_more_characters_in_either_case(
    coprod: Coprod, sample: str, length: int, upper: bool
) -> None:
    asked = sample[:length].upper() if upper else sample[:length]
    done = coprod("export", asked)
    assert (done.code, done.err, json.loads(done.out)["id"]) == (0, "", sample)


def test_a_file_may_name_its_id_in_upper_case(coprod: Coprod, tmp_path: Path) -> None:
    id = "ABCDEF01-2345-4789-8ABC-DEF012345678"
    assert coprod("import", session_file(tmp_path / "a.json", id=id)).ids == [id.lower()]
    assert json.loads(coprod("export", "abcdef01").out)["id"] == id.lower()


def test_an_id_that_names_none_several_or_is_too_short_is_refused(coprod: Coprod, tmp_path: Path) -> None:
    for last in "12":
        path = session_file(tmp_path / f"{last}.json", id=f"abcdef01-2345-4789-8abc-def01234567{last}")
        assert coprod("import", path).code == 0
    assert coprod("export", "abcdef01").refuses("abcdef01: id: ", "more than one session", "give more")
    assert coprod("export", "abcdef0").refuses("abcdef0: id: ", "8 or more characters")
    assert coprod("export", "abcdef09").refuses("abcdef09: id: ", "no session", "coprod list")
    assert coprod("export", "").refuses(": id: ", "too short")
    assert coprod("export", "%%%%%%%%").refuses("%%%%%%%%: id: ", "no session")
    assert coprod("minutes", "a" * 5000, "-o", tmp_path / "m.pdf").refuses("no file is called so")
    assert coprod("export", "abcdef01-2345-4789-8abc-def012345671").code == 0


def test_a_store_that_was_named_and_is_not_there_is_told(coprod: Coprod, tmp_path: Path) -> None:
    gone = tmp_path / "gone.db"
    for arguments in (["list", "--store", gone], ["--store", gone, "list", "--json"]):
        assert coprod(*arguments).refuses(f"{gone}: store: ", "there is no store here yet", "--store")
    assert not gone.exists()


def test_export_writes_over_a_session_file_and_over_nothing_else(
    coprod: Coprod, sample: str, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    for before in (b"my shopping", b'{"format": "another"}', b"%PDF-1.7\n\xff", MINIMAL.read_bytes()[:-9]):
        out.write_bytes(before)
        done = coprod("export", sample, "-o", out)
        assert done.refuses(f"{out}: -o: is there already, and is no session file; choose another name")
        assert out.read_bytes() == before
    for before in (MINIMAL.read_bytes(), b""):
        out.write_bytes(before)
        assert coprod("export", sample, "-o", out) == Answer(0, "", "")
        assert json.loads(out.read_text("utf-8"))["id"] == sample


def test_export_goes_to_stdout_or_to_a_file_and_both_are_the_same(
    coprod: Coprod, sample: str, tmp_path: Path
) -> None:
    out = tmp_path / "out.coprod.json"
    out.write_bytes(MINIMAL.read_bytes())
    written = coprod("export", sample, "-o", out)
    assert (written.code, written.out, written.err) == (0, "", "")
    assert out.read_text("utf-8") == coprod("export", sample).out
    assert list(tmp_path.glob(".*")) == []


def test_export_tells_who_is_who_only_where_people_are_asked_for(coprod: Coprod, tmp_path: Path) -> None:
    person = "8a1d7e9c-6d0c-4f0e-9d3a-6f5f0a3b1c01"
    people = [{"key": "A", "called": "Aoi", "person": person}]
    (id,) = coprod("import", session_file(tmp_path / "a.json", participants=people)).ids
    assert person not in coprod("export", id).out
    assert json.loads(coprod("export", id, "--people").out)["participants"] == people


def test_verify_says_nothing_where_all_is_well(coprod: Coprod, sample: str) -> None:
    done = coprod("verify")
    assert (done.code, done.out, done.err) == (0, "", "")


class _Shelf(MemoryStore):
    """A store in memory, as if it were a file."""

    path = MINIMAL
    courier = None


class _Desk:
    """Tools that keep what they were asked."""

    def __init__(self) -> None:
        self.asked: list[object] = []

    def open_store(self, path: Place | None, write: bool) -> AbstractContextManager[_Shelf]:
        self.asked.append((path and Path(path).name, write))
        return nullcontext(_Shelf())

    def render(self, publication: Publication, path: Path, setting: Setting) -> None:
        self.asked.append((publication.doc.languages, path.name))
        assert setting == Setting()

    def run(self, path: Place | None, sample: bool) -> int:
        self.asked.append((path and Path(path).name, sample))
        return 7

    def demo(self, folder: Path) -> int:
        self.asked.append(folder.name)
        return 8

    def hand_out(self, doc: HandoutDoc, languages: Sequence[str], path: Path, large: bool) -> None:
        self.asked.append((tuple(languages), path.name, large))

    def tools(self) -> cli.Tools:
        return cli.Tools(
            self.open_store,
            self.render,
            SystemClock(),
            self.run,
            self.demo,
            self.hand_out,
            SealedFiles,
            lambda *_: None,
            lambda *_: None,
            read_work,
            read_logo,
            open_drafter,
            host,
            partial(join, introduce=WordIntroduction),
            WordIntroduction,
            lambda path: self.open_store(path, True),
        )


@pytest.mark.parametrize(
    ("arguments", "asked", "code"),
    [
        ([], (None, False), 7),
        (["run"], (None, False), 7),
        (["run", "--sample", "--store", "s.db"], ("s.db", True), 7),
        (["--store", "s.db"], ("s.db", False), 7),
        (["demo"], "demo", 8),
        (["demo", "--out", "there"], "there", 8),
        (["list", "--store", "s.db"], ("s.db", False), 0),
        (["verify"], (None, False), 0),
        (["export", "abcdefgh"], (None, False), 2),
        (["import", str(MINIMAL)], (None, True), 0),
        (["minutes", str(PLANNED), "-o", "m.pdf"], (("ja", "en"), "m.pdf"), 0),
        (["minutes", str(PLANNED), "-o", "M.PDF", "--languages", "en,fr"], (("en", "fr"), "M.PDF"), 0),
        (["handout", str(PLANNED), "-o", "h.pdf"], (("ja", "en"), "h.pdf", False), 0),
        (
            ["handout", str(PLANNED), "-o", "h.pdf", "--large", "--languages", "ko"],
            (("ko",), "h.pdf", True),
            0,
        ),
    ],
)
def test_each_command_asks_for_what_it_needs_and_no_more(
    arguments: list[str],
    asked: object,
    code: int,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)  # a folder that is named may be made
    desk = _Desk()
    assert cli.main(arguments, desk.tools()) == code
    assert desk.asked == [asked]
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"], ["import"], ["export"], ["minutes", "x"], ["list", "--store"], ["list", "--nonsense"],
        ["minutes", "x", "-o", "m.pdf", "--languages", ""],
        ["minutes", "x", "-o", "m.pdf", "--languages", "ja,en,ko"],
        ["minutes", "x", "-o", "m.pdf", "--languages", "ja,JA"],
        ["minutes", "x", "-o", "m.pdf", "--languages", "ja,"],
        ["minutes", "x", "-o", "m.pdf", "--languages", "../../ja"],
    ],
)  # fmt: skip
def test_wrong_usage_ends_with_two_and_says_how_it_is_used(coprod: Coprod, arguments: list[str]) -> None:
    done = coprod(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("coprod")
    assert done.err.count("\n") == 1
    assert "--help` shows what it takes" in done.err


def test_help_names_every_command(coprod: Coprod) -> None:
    done = coprod("--help")
    assert (done.code, done.err) == (0, "")
    for name in ("run", "demo", "import", "list", "export", "minutes", "verify", "--store", "COPROD_STORE"):
        assert name in done.out
