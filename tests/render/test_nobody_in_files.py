"""No kind of file, edition or property holds a name that the printed page of that edition may not show."""

from __future__ import annotations

import html
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile, is_zipfile

import pytest
from hypothesis import given, settings

from coprod.domain.fold import fold
from coprod.domain.terms import Edition
from coprod.i18n import Catalogue
from coprod.render.written import write_edition
from coprod.service.exchange.incoming import incoming
from coprod.service.printing import Arrangement, Setting
from coprod.service.publish import Asked, minutes_of_state
from tests.render import rows
from tests.render.test_nobody_shown import EN, NAMES, may_be_named, meetings
from tests.service.exchange.files import load

if TYPE_CHECKING:
    from coprod.service.printing import Publication

TABLES = (".xlsx", ".csv")
KINDS = (".docx", ".md", *TABLES)
SETTINGS = (Setting(), Setting(Arrangement.STACKED, large=True))
SHY, BOLD = "Zurückhaltend", "Offenherzig"


def published(made: dict[str, Any], edition: Edition, whose: str | None = None) -> Publication:
    came = incoming(load(made), 0)
    state = fold(came.session, came.facts)
    people = {came.words[dict(one.called)[""]].body: key for key, one in state.participants.items()}
    return minutes_of_state(state, came.words, Asked(("en", "ja"), edition, people[whose] if whose else None))


def held(publication: Publication, kind: str, folder: Path) -> str:
    """All that stands in the files of an edition: every part of a package, its name, and what is written as a code."""
    found = []
    for setting in SETTINGS:
        path = folder / f"minutes{kind}"
        write_edition(publication, path, setting)
        if is_zipfile(path):
            with ZipFile(path) as package:
                found += [f"{name} {package.read(name).decode('utf-8')}" for name in package.namelist()]
        else:
            found.append(path.read_text("utf-8"))
    return html.unescape("\n".join(found))


@given(meetings)
@settings(max_examples=200 if os.environ.get("COPROD_SOAK") == "1" else 25)
def test_no_file_holds_a_name_that_the_page_does_not(tmp_path_factory: Any, made: dict[str, Any]) -> None:
    folder = Path(tmp_path_factory.getbasetemp())
    for edition in (Edition.RECORD, Edition.SUMMARY, Edition.EASY):
        publication = published(made, edition)
        printed = rows.all_words(publication.doc, EN, Catalogue("ja"))
        may = {key for key, name in NAMES.items() if name in printed}
        assert may <= may_be_named(made)
        assert edition is not Edition.SUMMARY or not may
        for kind in KINDS:
            text = held(publication, kind, folder)
            named = {key for key, name in NAMES.items() if name in text}
            assert named <= may if kind in TABLES else named == may


def meeting(**shy: str) -> dict[str, Any]:
    """Two people do the same; one asked for no name, the other to be named."""
    asked = ((SHY, {"attribution": "anonymous", "listed": "count", **shy}), (BOLD, {"attribution": "named"}))
    people = [
        {"key": f"k{n}", "called": name, "standpoints": ["peer"], **wish}
        for n, (name, wish) in enumerate((*asked, *((f"Vorname{n}", {}) for n in range(3))))
    ]
    said = [
        {"type": "note", "kind": kind, "text": {"en": f"What {n} said.", "ja": f"{n}のことば。"}, "who": [f"k{n}"],
         "easy": {"en": "Easy."}, "owner": f"k{n}"}
        for n in (0, 1)
        for kind in ("contribution", "decision", "action", "difference", "held-over", "question")
    ]  # fmt: skip
    for note in said:
        if note["kind"] != "action":
            del note["owner"]
    return {
        "format": "coprod-session", "version": 1, "title": {"en": "Tea"}, "languages": ["en", "ja"], "agenda": [],
        "started": "2031-04-08T13:30:00+09:00", "participants": people, "record": said,
    }  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("edition", [Edition.RECORD, Edition.SUMMARY, Edition.EASY])
def test_who_asked_for_no_name_is_in_no_file(edition: Edition, kind: str, tmp_path: Path) -> None:
    text = held(published(meeting(), edition), kind, tmp_path)
    assert SHY not in text
    assert (BOLD in text) == (edition is not Edition.SUMMARY)  # the search finds what is there


@pytest.mark.parametrize("kind", KINDS)
def test_who_asked_for_no_name_is_in_no_own_copy_of_another(kind: str, tmp_path: Path) -> None:
    assert SHY not in held(published(meeting(), Edition.OWN, BOLD), kind, tmp_path)
    own = held(published(meeting(), Edition.OWN, SHY), kind, tmp_path)
    assert (f"{SHY}’s own copy" in own) == (kind not in TABLES)
    assert BOLD not in own


@pytest.mark.parametrize("kind", KINDS)
def test_the_search_sees_a_name_that_is_asked_for(kind: str, tmp_path: Path) -> None:
    """The negative control: the same person, who now asks to be named."""
    named = meeting(attribution="named", listed="name")
    assert SHY in held(published(named, Edition.RECORD), kind, tmp_path)
    assert SHY not in held(published(named, Edition.SUMMARY), kind, tmp_path)
