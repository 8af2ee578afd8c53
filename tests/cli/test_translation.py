"""`coprod translation`, and `coprod minutes -o OUT.xlf`: out to a translator and home, without a screen."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.program import MEETINGS, REPO, SAMPLE, Answer
from tests.render.test_xliff import check_core
from tests.sessions import DATA
from tests.translator import NS, every, one, source, target, translate, units

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Coprod


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "work.xlf"


def sent(coprod: Coprod, id: object, out: Path, languages: str = "ja,en") -> Answer:
    done = coprod("translation", "out", id, "-o", out, "--languages", languages)
    assert (done.code, done.err) == (0, "")
    return done


def exported(coprod: Coprod, id: str) -> dict[str, Any]:
    file: dict[str, Any] = json.loads(coprod("export", id).out)
    return file


def notes(file: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The notes of a session file, by id."""
    return {one["id"]: one for one in file["record"] if one["type"] == "note"}


def translated(note: dict[str, Any]) -> str:
    state = note.get("translations", {}).get("en", "")
    return str(state.get("state", "draft") if isinstance(state, dict) else state)


# ---- out


def test_a_file_goes_out_and_says_how_much_it_holds(coprod: Coprod, sample: str, out: Path) -> None:
    done = sent(coprod, sample, out)
    found = units(out)
    assert done.out == f"{sample}\t{len(found)} texts went out · 6 stay: they were said in another language\n"
    check_core(out)
    assert source(found["title"]) == "会議で、ひとこと言えるように"
    assert target(found["title"]) == "Room for one more word in team meetings"
    glossary = [one(unit, "{*}glossary") for unit in found.values() if unit.find("{*}glossary") is not None]
    assert len(glossary) > 5


def test_minutes_as_xliff_are_the_same_file(coprod: Coprod, sample: str, out: Path, tmp_path: Path) -> None:
    sent(coprod, sample, out)
    again = tmp_path / "minutes.XLF"
    assert coprod("minutes", sample, "-o", again, "--languages", "ja,en").code == 0
    assert again.read_bytes() == out.read_bytes()
    done = coprod("minutes", sample, "-o", again, "--edition", "summary")
    assert done.refuses("summary: --edition: ", "leave it out")


@pytest.mark.parametrize("path", MEETINGS, ids=lambda path: path.name.split(".")[0])
def test_every_meeting_in_either_direction_is_xliff_and_the_same_bytes_again(
    coprod: Coprod, path: Path, out: Path, tmp_path: Path
) -> None:
    written = 0
    for languages in ("ja,en", "en,ja", "ko,en"):
        done = coprod("translation", "out", path, "-o", out, "--languages", languages)
        if done.code == 2:
            assert done.refuses("--languages", "nothing here was said in")
            continue
        check_core(out)
        again = tmp_path / "again.xlf"
        assert coprod("minutes", path, "-o", again, "--languages", languages).code == 0
        assert again.read_bytes() == out.read_bytes()
        written += 1
    assert written


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["-o", "work.pdf"], ["work.pdf: -o: ", ".xlf"]),
        (["-o", "work.xlf", "--languages", "ja"], ["ja: --languages: ", "give two"]),
        (["-o", "work.xlf", "--languages", "fr,en"], ["--languages", "nothing here was said in fr"]),
    ],
)
def test_what_can_not_go_out_says_why(
    coprod: Coprod,
    sample: str,
    arguments: list[str],
    words: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert coprod("translation", "out", sample, *arguments).refuses(*words)
    assert not list(tmp_path.glob("work.*"))


def test_the_word_list_of_the_organisation_goes_along(
    coprod: Coprod, sample: str, store: Path, out: Path
) -> None:
    from coprod.service.library import Shelved  # noqa: PLC0415
    from coprod.store.local import open_store  # noqa: PLC0415

    with open_store(store) as opened:
        opened.shelve(Shelved("own", "term", {"ja": "会議", "en": "our gathering"}))
    sent(coprod, sample, out)
    forms = [form.text for form in every(units(out)["title"], "g:glossary/g:glossEntry/g:translation")]
    assert forms == ["our gathering"]


# ---- and in


def test_what_a_translator_changed_comes_home_and_nothing_else_changes(
    coprod: Coprod, sample: str, out: Path
) -> None:
    before = exported(coprod, sample)
    sent(coprod, sample, out)
    keys = [key for key in units(out) if key.startswith("note.")][:3]
    wanted = {
        keys[0]: ("Drafted anew.", "translated"),
        keys[1]: ("Reviewed anew.", "reviewed"),
        keys[2]: ("Final, anew.", "final"),
        "place": ("By the sea", "final"),
    }
    translate(out, wanted)
    done = coprod("translation", "in", sample, out, "--by", "Mio")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"{sample}\t4 translations came in · ")
    after = exported(coprod, sample)
    told = [(notes(after)[key.removeprefix("note.")]) for key in keys]
    assert [one["text"]["en"] for one in told] == ["Drafted anew.", "Reviewed anew.", "Final, anew."]
    assert [translated(one) for one in told] == ["draft", "checked", "checked"]
    assert {one["translations"]["en"]["by"] for one in told} == {"Mio"}
    assert after["place"]["en"] == "By the sea"
    for key in keys:
        changed, was = notes(after)[key.removeprefix("note.")], notes(before)[key.removeprefix("note.")]
        changed["text"], changed["translations"] = was["text"], was.get("translations")
        if changed["translations"] is None:
            del changed["translations"]
    after["place"] = before["place"]
    assert after == before
    assert coprod("verify").code == 0


def test_what_comes_back_as_it_went_changes_nothing(coprod: Coprod, sample: str, out: Path) -> None:
    before = exported(coprod, sample)
    for languages in ("ja,en", "en,ja"):
        sent(coprod, sample, out, languages)
        done = coprod("translation", "in", sample, out)
        assert (done.code, done.err) == (0, "")
        assert "\t0 translations came in" in done.out
    assert exported(coprod, sample) == before


def test_each_text_is_refused_on_its_own_and_the_others_come_in(
    coprod: Coprod, sample: str, out: Path
) -> None:
    sent(coprod, sample, out)
    tree = ET.parse(out)
    first, second, third = [
        unit for unit in tree.iter(f"{{{NS}}}unit") if unit.attrib["id"].startswith("note.")
    ][:3]
    one(first, "x:segment/x:source").text = "もとの言葉ではない"
    key = second.attrib["id"]
    second.set("id", "note.gone")
    tree.write(out, encoding="utf-8")
    translate(out, {unit.attrib["id"]: ("New words", "reviewed") for unit in (first, second, third)})
    done = coprod("translation", "in", sample, out)
    lines = done.err.splitlines()
    assert done.code == 2
    assert lines[0].startswith(f"{out}: {first.attrib['id']}: The original has changed")
    assert lines[1].startswith(f"{out}: note.gone: This text is no longer")
    assert (len(lines), "1 translation came in" in done.out) == (2, True)
    after = notes(exported(coprod, sample))
    assert after[third.attrib["id"].removeprefix("note.")]["text"]["en"] == "New words"
    assert after[key.removeprefix("note.")]["text"].get("en") != "New words"


HOSTILE = {
    "laughs": '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><xliff>&b;</xliff>',
    "outside": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><xliff>&a;</xliff>',
    "no xml": "hello",
    "old": '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"/>',
    "root": "<html/>",
    "deep": f'<xliff xmlns="{NS}" version="2.0" srcLang="ja" trgLang="en"><file id="f">'
    + "<group id='g'>" * 100_000,
    "huge": "<xliff>" + " " * (16 * 1024 * 1024),
    "no languages": f'<xliff xmlns="{NS}" version="2.0" srcLang="ja"><file id="f"/></xliff>',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_hostile_is_refused_in_one_line_and_changes_nothing(
    coprod: Coprod, sample: str, out: Path, name: str
) -> None:
    before = exported(coprod, sample)
    out.write_text(HOSTILE[name], "utf-8")
    assert coprod("translation", "in", sample, out).refuses(f"{out}: file: ")
    assert exported(coprod, sample) == before


def test_a_file_of_another_session_and_one_that_is_not_there_are_refused(
    coprod: Coprod, sample: str, out: Path
) -> None:
    (other,) = coprod("import", DATA / "missing-translations.coprod.json").ids
    sent(coprod, other, out)
    assert coprod("translation", "in", sample, out).refuses("file: ", "another session")
    assert coprod("translation", "in", sample, out.with_name("no.xlf")).refuses("file: ", "can’t be read")
    assert coprod("translation", "in", "0000000000", out).refuses("id: ")


def test_a_name_that_can_not_be_kept_keeps_the_whole_file_out(coprod: Coprod, sample: str, out: Path) -> None:
    sent(coprod, sample, out)
    key = next(key for key in units(out) if key.startswith("note."))
    translate(out, {key: ("New", "final"), "place": ("New", "final")})
    before = exported(coprod, sample)
    assert coprod("translation", "in", sample, out, "--by", "a\u202eb").refuses(f"{out}: file: ", "hidden")
    assert exported(coprod, sample) == before


def test_a_session_of_the_plan_alone_is_translated_before_it_begins(coprod: Coprod, out: Path) -> None:
    planned = REPO / "resources" / "sample" / "speaking-up.planned.coprod.json"
    (id,) = coprod("import", planned).ids
    sent(coprod, id, out)
    translate(out, lambda text: (f"EN {len(text)}", "final"))
    done = coprod("translation", "in", id, out)
    assert (done.code, done.err) == (0, "")
    after = exported(coprod, id)
    assert after["title"]["en"].startswith("EN ")
    assert all(one["text"]["en"].startswith("EN ") for one in after["guidelines"])


# ---- nobody is given away


def test_nobodys_name_goes_out_unless_their_own_words_say_it(
    coprod: Coprod, out: Path, tmp_path: Path
) -> None:
    names = {"A": "ミスズカケ", "B": "Zorblatt", "C": "하늘별빛"}
    session = json.loads(SAMPLE.read_text("utf-8"))
    for number, person in enumerate(session["participants"]):
        person["called"] = names.get(person["key"], f"Nemo{number}x")
        person["attribution"], person["listed"] = "anonymous", "count"
    del session["id"]
    for record in session["record"]:
        record["by"] = "Quillwright"
        if record["type"] == "note" and "text" in record:
            record["original"] = record.get("original", next(iter(record["text"])))
            others = [lang for lang in record["text"] if lang != record["original"]]
            told = {"state": "checked", "by": "Dolmetsch", "checked_by": "Prooferin"}
            record["translations"] = dict.fromkeys(others, told)
    path = tmp_path / "named.coprod.json"
    path.write_text(json.dumps(session), "utf-8")
    (id,) = coprod("import", path).ids
    hidden = [*names.values(), "Nemo", "Quillwright", "Dolmetsch", "Prooferin"]
    for languages in ("ja,en", "en,ja"):
        sent(coprod, id, out, languages)
        text = out.read_text("utf-8")
        assert [name for name in hidden if name in text] == []
        assert len(units(out)) > 20
    text = json.dumps(session, ensure_ascii=False)
    assert all(name in text for name in hidden), "the control must fail"


def test_what_may_be_in_no_minutes_does_not_go_out(coprod: Coprod, out: Path, tmp_path: Path) -> None:
    session = json.loads(SAMPLE.read_text("utf-8"))
    kept = [record for record in session["record"] if record["type"] == "note" and record.get("who")]
    kept[0]["visibility"], kept[0]["text"] = "review", {"ja": "検討だけの言葉"}
    away = kept[1]["who"][0]
    for person in session["participants"]:
        if person["key"] == away:
            person["consents"] = [{"to": "minutes", "at": "2026-05-12T13:30:00+09:00", "given": False}]
    kept[1]["text"] = {"ja": "のせてほしくない言葉"}
    for record in kept[:2]:
        record.pop("original", None)
        record.pop("translations", None)
    del session["id"]
    path = tmp_path / "held-back.coprod.json"
    path.write_text(json.dumps(session), "utf-8")
    sent(coprod, path, out)
    text = out.read_text("utf-8")
    assert "検討だけの言葉" not in text
    assert "のせてほしくない言葉" not in text
