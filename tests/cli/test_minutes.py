"""Minutes by the command line: of a session or a file, in the languages asked for, in their order."""

from __future__ import annotations

import html
import json
import subprocess
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile, is_zipfile

import pikepdf
import pytest

from tests.cli.program import MINIMAL, PLANNED, REPO, SAMPLE, changed, command, session_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from subprocess import CompletedProcess

    from tests.cli.conftest import Coprod


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    return tmp_path / "minutes.pdf"


def text(pdf: Path) -> str:
    """The words of a PDF, the white space between them one space."""
    done = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True)
    return " ".join(done.stdout.split())


def lang_of(pdf: Path) -> str:
    with pikepdf.open(pdf) as opened:
        return str(opened.Root.Lang)


def noted(
    path: Path, languages: list[str], said: dict[str, str], title: dict[str, str] | None = None, **keys: Any
) -> Path:
    """A session file with one note."""
    record = [{"type": "note", "kind": "contribution", "text": said} | keys]
    return session_file(path, languages=languages, title=title or {"en": "A test"}, record=record)


def test_a_file_needs_no_store_and_makes_the_same_minutes_as_the_session(
    coprod: Coprod, store: Path, pdf: Path
) -> None:
    done = coprod("minutes", SAMPLE, "-o", pdf)
    assert (done.code, done.out, done.err) == (0, "", "")
    assert not store.exists()
    (id,) = coprod("import", SAMPLE).ids
    again = pdf.with_name("again.pdf")
    assert coprod("minutes", id.upper()[:8], "-o", again).code == 0
    assert again.read_bytes() == pdf.read_bytes()


def test_a_path_that_exists_is_a_file_even_where_a_session_is_called_so(
    coprod: Coprod, sample: str, tmp_path: Path, pdf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    session_file(tmp_path / sample, title={"en": "Not the sample"})
    assert coprod("minutes", sample, "-o", pdf).code == 0
    assert "Not the sample" in text(pdf)


def test_the_columns_stand_in_the_order_asked_for(coprod: Coprod, tmp_path: Path, pdf: Path) -> None:
    path = noted(tmp_path / "a.json", ["ja", "en"], {"ja": "窓をあける", "en": "Open the window"})
    for languages, first in ((None, "窓をあける"), ("ja,en", "窓をあける"), ("en,ja", "Open the window")):
        asked = ["--languages", languages] if languages else []
        assert coprod("minutes", path, "-o", pdf, *asked).code == 0
        words = text(pdf)
        other = ({"窓をあける", "Open the window"} - {first}).pop()
        assert words.index(first) < words.index(other)


def test_one_language_alone_shows_no_other(coprod: Coprod, tmp_path: Path, pdf: Path) -> None:
    path = noted(tmp_path / "a.json", ["ja", "en"], {"ja": "窓をあける", "en": "Open the window"})
    assert coprod("minutes", path, "-o", pdf, "--languages", "en").code == 0
    assert "Open the window" in text(pdf)
    assert "窓をあける" not in text(pdf)


def test_a_language_that_the_session_lacks_is_shown_by_the_original_marked(
    coprod: Coprod, tmp_path: Path, pdf: Path
) -> None:
    both = {"ja": "窓をあける", "en": "Open the window"}
    path = noted(tmp_path / "a.json", ["ja", "en"], both, original="ja")
    assert coprod("minutes", path, "-o", pdf, "--languages", "fr").code == 0
    assert "窓をあける (original in Japanese)" in text(pdf)
    assert "Open the window" not in text(pdf)
    assert "Translation into French: 1 missing." in text(pdf)
    assert lang_of(pdf) == "fr"
    assert coprod("minutes", path, "-o", pdf, "--languages", "ko").code == 0
    assert "窓をあける (일본어 원문)" in text(pdf) or "窓をあける (원문: 일본어)" in text(pdf)


@pytest.mark.parametrize("command", ["minutes", "handout", "check", "translation out"])
def test_a_language_that_nobody_knows_is_refused(coprod: Coprod, tmp_path: Path, command: str) -> None:
    out = tmp_path / ("work.xlf" if command == "translation out" else "minutes.pdf")
    to = [] if command == "check" else ["-o", out]
    done = coprod(*command.split(), SAMPLE, *to, "--languages", "ja,xx")
    assert done.refuses("xx: --languages: is no language, and nothing here is in it", "such as ja or en")
    assert not out.exists()


def test_a_language_that_has_no_name_is_taken_where_the_session_speaks_it(
    coprod: Coprod, tmp_path: Path, pdf: Path
) -> None:
    path = noted(tmp_path / "a.json", ["en"], {"en": "Open the window", "x-ours": "Wopen"})
    assert coprod("minutes", path, "-o", pdf, "--languages", "x-ours").code == 0
    assert "Wopen" in text(pdf)


def test_words_in_a_language_of_no_catalogue_are_shown_as_they_are_under_english_headings(
    coprod: Coprod, tmp_path: Path, pdf: Path
) -> None:
    both = {"en": "Open the window", "fr": "Ouvrir la fenêtre"}
    path = noted(tmp_path / "a.json", ["fr", "en"], both, original="en", translations={"fr": "checked"})
    assert coprod("minutes", path, "-o", pdf, "--languages", "fr").code == 0
    words = text(pdf)
    assert "Ouvrir la fenêtre" in words
    assert "Open the window" not in words
    assert "Not attributed" in words or "Throughout the session" in words
    assert coprod("minutes", path, "-o", pdf).code == 0
    assert text(pdf).index("Ouvrir la fenêtre") < text(pdf).index("Open the window")


@pytest.mark.parametrize(
    ("asked", "shown", "hidden"),
    [
        ("ja-JP", "窓をあける", "Open"),
        ("JA", "窓をあける", "Open"),
        ("zh-Hant", "開窗", "开窗"),
        ("zh-TW", "開窗", "开窗"),
        ("zh-Hans", "开窗", "開窗"),
        ("en-GB", "Open the window", "窓をあける"),
    ],
)
def test_a_tag_finds_its_words_by_language_and_script(
    coprod: Coprod, tmp_path: Path, pdf: Path, asked: str, shown: str, hidden: str
) -> None:
    said = {"ja": "窓をあける", "en": "Open the window", "zh-Hans": "开窗", "zh-Hant": "開窗"}
    path = noted(tmp_path / "a.json", ["ja", "en"], said, title=said)
    assert coprod("minutes", path, "-o", pdf, "--languages", asked).code == 0
    assert shown in text(pdf)
    assert hidden not in text(pdf)
    assert "original" not in text(pdf)
    assert lang_of(pdf) == asked


def test_a_session_in_three_languages_has_minutes_in_its_first_two(
    coprod: Coprod, tmp_path: Path, pdf: Path
) -> None:
    path = noted(tmp_path / "a.json", ["ko", "en", "ja"], {"ja": "窓", "en": "Window", "ko": "창문"})
    assert coprod("minutes", path, "-o", pdf).code == 0
    assert "창문" in text(pdf)
    assert "Window" in text(pdf)
    assert "窓" not in text(pdf)


@pytest.mark.parametrize("keys", [{}, {"state": "planned", "started": None}, {"state": "open"}])
def test_an_empty_record_has_minutes(
    coprod: Coprod, tmp_path: Path, pdf: Path, keys: dict[str, object]
) -> None:
    path = session_file(tmp_path / "a.json", title={"en": "Nothing yet"}, **keys)
    (id,) = coprod("import", path).ids
    for what in (path, id):
        assert coprod("minutes", what, "-o", pdf).code == 0
        assert "Nothing yet" in text(pdf)


def test_a_plan_has_minutes(coprod: Coprod, pdf: Path) -> None:
    assert coprod("minutes", PLANNED, "-o", pdf).code == 0
    assert "Spring stocktaking" in text(pdf)


def test_a_session_whose_words_are_gone_is_listed_exported_and_minuted(
    coprod: Coprod, store: Path, sample: str, pdf: Path
) -> None:
    assert changed(store, "DELETE FROM words") > 100
    assert coprod("list").out.startswith(f"{sample}\tclosed\t")
    assert coprod("export", sample).code == 0
    assert coprod("minutes", sample, "-o", pdf).code == 0
    assert coprod("verify").code == 0
    assert "peer" not in text(pdf).lower().replace("peers", "")


@pytest.mark.parametrize("lost", ["kind = 'described/1'", "true"])
def test_a_session_that_the_log_does_not_describe_is_refused(
    coprod: Coprod, store: Path, pdf: Path, lost: str
) -> None:
    (id,) = coprod("import", MINIMAL).ids
    assert changed(store, f"DELETE FROM fact WHERE {lost}") > 0
    assert coprod("minutes", id, "-o", pdf).refuses(f"{id}: log: ", "coprod verify")
    assert coprod("export", id, "-o", pdf).refuses(f"{id}: log: ", "coprod verify")
    assert not pdf.exists()


def test_a_name_that_says_no_kind_of_file_is_refused(coprod: Coprod, tmp_path: Path) -> None:
    for name in ("minutes.doc", "minutes", "pdf"):
        assert coprod("minutes", SAMPLE, "-o", tmp_path / name).refuses(f"{tmp_path / name}: -o: ", ".pdf")
        assert not (tmp_path / name).exists()


def test_what_is_no_file_and_no_session_is_refused_and_says_where_it_looked(
    coprod: Coprod, store: Path, pdf: Path
) -> None:
    assert coprod("minutes", "nowhere.json", "-o", pdf).refuses("nowhere.json", "file", str(store))
    coprod("import", MINIMAL)
    assert coprod("minutes", "nowhere.json", "-o", pdf).refuses(
        "nowhere.json: id: ", "no file", "coprod list"
    )


# ---- editions, and other kinds of files


def test_the_data_of_an_edition_goes_into_a_file_of_its_own(coprod: Coprod, tmp_path: Path) -> None:
    out = tmp_path / "minutes.json"
    assert coprod("minutes", SAMPLE, "-o", out).code == 0
    assert coprod("import", out).code == 0
    kinds = {one["type"] for one in json.loads(out.read_text("utf-8"))["record"]}
    assert kinds <= {"note", "pause", "link"}


def test_the_summary_is_shorter_and_names_nobody(coprod: Coprod, tmp_path: Path) -> None:
    for edition in ("record", "summary"):
        done = coprod("minutes", SAMPLE, "-o", tmp_path / f"{edition}.json", "--edition", edition)
        assert done.code == 0
    told = {path.stem: json.loads(path.read_text("utf-8")) for path in tmp_path.glob("*.json")}
    assert told["summary"]["participants"] == []
    assert len(told["summary"]["record"]) < len(told["record"]["record"])


def test_an_own_copy_is_of_one_person(coprod: Coprod, tmp_path: Path) -> None:
    out = tmp_path / "own.json"
    key = json.loads(SAMPLE.read_text("utf-8"))["participants"][0]["key"]
    assert coprod("minutes", SAMPLE, "-o", out, "--edition", "own", "--for", key).code == 0
    assert json.loads(out.read_text("utf-8"))["record"]


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--edition", "own"], "own: --edition: is the copy of one person; say whose with --for ("),
        (["--for", "A"], "A: --for: only an own copy is somebody's; add --edition own, or leave it out"),
        (["--edition", "own", "--for", "nobody"], "nobody: --for: nobody has this key ("),
    ],
)
def test_an_own_copy_needs_somebody_who_was_there(
    coprod: Coprod, pdf: Path, arguments: list[str], why: str
) -> None:
    for verb in (("minutes", SAMPLE, "-o", pdf), ("check", SAMPLE)):
        done = coprod(*verb, *arguments)
        assert done.refuses(why)
        assert done.err.startswith(why)
    assert not pdf.exists()


def test_work_for_a_translator_is_of_nobody_alone(coprod: Coprod, tmp_path: Path) -> None:
    out = tmp_path / "work.xlf"
    assert coprod("minutes", SAMPLE, "-o", out, "--for", "A").refuses(
        "A: --for: only an own copy is somebody's"
    )
    assert not out.exists()


@pytest.mark.parametrize("kind", ["md", "json", "xlsx", "csv", "xlf"])
def test_what_has_no_pages_is_not_laid_out_and_says_so(coprod: Coprod, tmp_path: Path, kind: str) -> None:
    plain, out = tmp_path / f"plain.{kind}", tmp_path / f"m.{kind}"
    source = SAMPLE if kind == "xlf" else MINIMAL
    assert coprod("minutes", source, "-o", plain).err == ""
    for asked in (["--large"], ["--layout", "side"], ["--paper", "a4"]):
        done = coprod("minutes", source, "-o", out, *asked)
        said = f"{out}: {asked[0]}: goes with a .pdf or .docx, and changes nothing here\n"
        assert (done.code, done.err) == (0, said)
        assert out.read_bytes() == plain.read_bytes()


@pytest.mark.parametrize("given", ["two\nlines", "長" * 43, "x" * 128])
def test_what_a_pdf_would_cut_off_is_no_password(coprod: Coprod, tmp_path: Path, given: str) -> None:
    secret = tmp_path / "password"
    secret.write_text(given, "utf-8")
    done = coprod("minutes", SAMPLE, "-o", tmp_path / "m.pdf", "--password-file", secret)
    assert (done.code, done.out) == (2, "")
    assert "one line in it, of at most 127 bytes" in done.err
    assert not (tmp_path / "m.pdf").exists()


def test_a_password_is_read_from_a_file_and_only_a_pdf_takes_one(coprod: Coprod, tmp_path: Path) -> None:
    secret = tmp_path / "password"
    secret.write_text("\n", "utf-8")
    done = coprod("minutes", SAMPLE, "-o", tmp_path / "m.pdf", "--password-file", secret)
    assert (done.code, done.err.split(": ")[1:]) == (
        2,
        ["--password-file", "is empty; put the password in it\n"],
    )
    secret.write_bytes(b"\xff\xfe\xff")
    assert coprod("minutes", SAMPLE, "-o", tmp_path / "m.pdf", "--password-file", secret).code == 2
    secret.write_text("open sesame", "utf-8")
    for kind in ("json", "docx", "md", "xlsx", "csv"):
        done = coprod("minutes", SAMPLE, "-o", tmp_path / f"m.{kind}", "--password-file", secret)
        assert (done.code, "only a PDF takes a password" in done.err) == (2, True)
    assert list(tmp_path.iterdir()) == [secret]


def test_a_password_that_cannot_be_read_is_said(
    coprod: Coprod, tmp_path: Path, unprivileged: Callable[..., CompletedProcess[str]]
) -> None:
    pdf, secret = tmp_path / "m.pdf", tmp_path / "password"
    for path, why in ((secret, "is not there; check its name"), (tmp_path, "is a folder; name a file")):
        done = coprod("minutes", SAMPLE, "-o", pdf, "--password-file", path)
        assert done.refuses(f"{path}: --password-file: {why}")
    secret.write_text("open sesame", "utf-8")
    secret.chmod(0)
    told = unprivileged(command("minutes", SAMPLE, "-o", pdf, "--password-file", secret), cwd=REPO)
    assert (told.returncode, told.stderr) == (2, f"{secret}: --password-file: may not be read; allow it\n")
    assert not pdf.exists()


def test_another_kind_of_file_is_refused_with_those_that_are_known(coprod: Coprod, tmp_path: Path) -> None:
    done = coprod("minutes", SAMPLE, "-o", tmp_path / "m.odt")
    assert done.code == 2
    assert "give a name that ends in .pdf, .docx, .md, .json, .xlsx, .csv" in done.err


OTHERS = ["docx", "md", "xlsx", "csv"]
"""Kinds of files that are to be worked on."""


def words_of(path: Path) -> str:
    """All text of a file, of every part of it where it is a package."""
    if not is_zipfile(path):
        return path.read_text("utf-8-sig")
    with ZipFile(path) as package:
        return "".join(html.unescape(package.read(name).decode("utf-8")) for name in package.namelist())


@pytest.mark.parametrize("kind", OTHERS)
def test_each_kind_of_file_holds_the_words_in_both_languages(
    coprod: Coprod, tmp_path: Path, kind: str
) -> None:
    said = {"ja": "窓をあける", "en": "Open the window"}
    path = noted(tmp_path / "a.json", ["ja", "en"], said, kind="decision")
    for name in (f"minutes.{kind}", f"MINUTES.{kind.upper()}"):
        done = coprod("minutes", path, "-o", tmp_path / name)
        assert (done.code, done.out, done.err) == (0, "", "")
        words = words_of(tmp_path / name)
        assert words.index("窓をあける") < words.index("Open the window")
    assert coprod("minutes", path, "-o", tmp_path / f"en.{kind}", "--languages", "en").code == 0
    assert "窓をあける" not in words_of(tmp_path / f"en.{kind}")


@pytest.mark.parametrize("kind", OTHERS)
def test_each_kind_of_file_is_the_same_from_the_store_and_from_a_file(
    coprod: Coprod, sample: str, tmp_path: Path, kind: str
) -> None:
    one, other = tmp_path / f"1.{kind}", tmp_path / f"2.{kind}"
    assert coprod("minutes", SAMPLE, "-o", one).code == 0
    assert coprod("minutes", sample, "-o", other).code == 0
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize("kind", OTHERS)
def test_each_kind_of_file_in_each_edition(coprod: Coprod, tmp_path: Path, kind: str) -> None:
    key = json.loads(SAMPLE.read_text("utf-8"))["participants"][0]["key"]
    made = set()
    for edition in ("record", "summary", "own", "easy"):
        path = tmp_path / f"{edition}.{kind}"
        whose = ["--for", key] if edition == "own" else []
        assert coprod("minutes", SAMPLE, "-o", path, "--edition", edition, *whose).code == 0
        made.add(path.read_bytes())
    assert len(made) >= 3


def test_a_word_file_is_laid_out_as_asked(coprod: Coprod, tmp_path: Path) -> None:
    path = tmp_path / "m.docx"
    for asked, wide, tables in (([], True, True), (["--layout", "stacked"], False, False)):
        assert coprod("minutes", SAMPLE, "-o", path, *asked).code == 0
        words = words_of(path)
        assert ('w:orient="landscape"' in words) is wide
        assert ("<w:tbl>" in words) is tables
    assert coprod("minutes", SAMPLE, "-o", path, "--large", "--paper", "a4").code == 0
    assert 'w:sz w:val="36"' in words_of(path)


@pytest.mark.parametrize("kind", OTHERS)
def test_a_folder_that_is_not_there_is_said(coprod: Coprod, tmp_path: Path, kind: str) -> None:
    done = coprod("minutes", SAMPLE, "-o", tmp_path / "nowhere" / f"m.{kind}")
    assert done.code in {1, 2}
    assert "nowhere" in done.err
