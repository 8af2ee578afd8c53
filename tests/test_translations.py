"""The catalogues are whole, and the check that says so can fail."""

from __future__ import annotations

import ast
import difflib
import re
from pathlib import Path

import pytest

from coprod.i18n import LANGUAGES
from tools import translations

ROOT = Path(__file__).parents[1]
CATALOGUES = sorted((ROOT / "translations").glob("*.po"))
SOURCES = sorted((ROOT / "coprod").rglob("*.py"))

FOREIGN = {
    "ja": "[\uac00-\ud7a3\u1100-\u11ff\u3130-\u318f]",
    "ko": "[\u3040-\u30ff\u31f0-\u31ff\u4e00-\u9fff]",
}
"""Letters that no text in a language has: Hangul in Japanese; kana, and Han characters, in Korean."""

CODE = """
NAME = N_("Peer")
def words(cat, n):
    return cat.say("Next voice: {name}", name="x"), cat.say_n("{n} person", "{n} people", n), cat.say(NAME)
"""
WHOLE = """
msgid "Peer"
msgstr "ピア"

msgid "Next voice: {name}"
msgstr "次の声:{name}"

msgid "{n} person"
msgid_plural "{n} people"
msgstr[0] "{n}人"
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "program"
    folder.mkdir()
    (folder / "words.py").write_text(CODE, encoding="utf-8")
    return folder


def problems(package: Path, text: str) -> list[str]:
    source = package.parent / "ja.po"
    source.write_text(text, encoding="utf-8")
    return translations.problems(source, translations.extracted(package))


@pytest.mark.parametrize("source", CATALOGUES, ids=lambda path: path.stem)
def test_every_text_is_translated(source: Path) -> None:
    assert translations.problems(source, translations.extracted(ROOT / "coprod")) == []


def foreign(text: str, lang: str) -> list[str]:
    """Name the texts of a catalogue that are in the letters of another language; names of languages are not."""
    strings = re.findall(r'^msgstr(?:\[\d\])? "(.*)"$', text, re.MULTILINE)
    return [one for one in strings if re.search(FOREIGN[lang], one) and one not in LANGUAGES.values()]


@pytest.mark.parametrize("lang", FOREIGN)
def test_every_text_is_in_its_own_letters(lang: str) -> None:
    text = (ROOT / "translations" / f"{lang}.po").read_text(encoding="utf-8")
    assert foreign(text, lang) == []


def test_a_text_in_the_letters_of_another_language_is_seen() -> None:
    text = (
        'msgid "Stop"\nmsgstr "やめる"\n\nmsgid "n"\nmsgstr[0] "그만하기"\nmsgstr "日本語"\nmsgstr "言語"\n'
    )
    assert foreign(text, "ko") == ["やめる", "言語"]
    assert foreign(text, "ja") == ["그만하기"]


@pytest.mark.parametrize("source", CATALOGUES, ids=lambda path: path.stem)
def test_an_update_of_a_whole_catalogue_changes_no_text(source: Path, tmp_path: Path) -> None:
    copy = tmp_path / source.name
    copy.write_bytes(source.read_bytes())
    translations.update(copy, translations.extracted(ROOT / "coprod"))
    before, after = (path.read_text(encoding="utf-8").splitlines() for path in (source, copy))
    changes = difflib.unified_diff(before, after, n=0, lineterm="")
    assert [line for line in changes if line[:2] not in {"--", "++", "@@", "+#", "-#"}] == []


def test_a_whole_catalogue_has_no_problem(package: Path) -> None:
    assert problems(package, WHOLE) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("ピア", "", "untranslated: 'Peer'"),
        ('msgid "Peer"', '#, fuzzy\nmsgid "Peer"', "fuzzy: 'Peer'"),
        ('msgid "Peer"', '#~ msgid "Old"\n#~ msgstr "旧"\n\nmsgid "Peer"', "obsolete: 'Old'"),
        ('msgid "Peer"', 'msgid "Old"\nmsgstr "旧"\n\nmsgid "Peer"', "stale: 'Old'"),
        ('msgid "Peer"\nmsgstr "ピア"', "", "missing: 'Peer'"),
        ("次の声:{name}", "次の声:{nam}", "other places: 'Next voice: {name}'"),
        ("次の声:{name}", "次の声:{name", "other places: 'Next voice: {name}'"),
        ("{n}人", "人", "other places: ('{n} person', '{n} people')"),
    ],
)
def test_each_fault_is_named(package: Path, old: str, new: str, fault: str) -> None:
    assert problems(package, WHOLE.replace(old, new)) == [fault]


def test_an_update_adds_what_is_new_and_drops_what_is_gone(package: Path) -> None:
    source = package.parent / "ja.po"
    source.write_text('msgid "Peer"\nmsgstr "ピア"\n\nmsgid "Old"\nmsgstr "旧"\n', encoding="utf-8")
    translations.update(source, translations.extracted(package))
    text = source.read_text(encoding="utf-8")
    assert 'msgid "Peer"\nmsgstr "ピア"' in text
    assert 'msgid "Next voice: {name}"\nmsgstr ""' in text
    assert "Old" not in text


def built_early(source: Path) -> list[str]:
    """Name each place where a text is built before it is looked up: such a text is never extracted."""
    found = []
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and translations.called(node) in translations.KEYWORDS and node.args:
            text = node.args[0]
            parts = [text.body, text.orelse] if isinstance(text, ast.IfExp) else []
            chosen = any(isinstance(part, ast.Constant) and part.value for part in parts)
            if chosen or isinstance(text, ast.JoinedStr | ast.BinOp):
                found.append(f"{source.name}:{node.lineno}")
    return found


def test_no_text_is_built_before_it_is_looked_up() -> None:
    assert [place for source in SOURCES for place in built_early(source)] == []


def test_a_text_built_too_early_is_seen(tmp_path: Path) -> None:
    source = tmp_path / "bad.py"
    source.write_text(
        'cat.say(f"Next {x}")\ncat.say("Next " + x)\ncat.say("A" if x else "B")\ncat.say(NAMES[x])\n',
        encoding="utf-8",
    )
    assert built_early(source) == ["bad.py:1", "bad.py:2", "bad.py:3"]
