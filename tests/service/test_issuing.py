"""Issuing as one thing: the file, its number, its hash and to whom; or nothing of it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from coprod.domain import acts
from coprod.domain.facts import EditionIssued
from coprod.domain.terms import Edition, ItemKind
from coprod.service.issuing import NotIssued, issue, names_in_file
from coprod.service.ports import StoreFailed
from coprod.service.printing import Setting
from coprod.service.publish import Asked
from tests.present.meeting import Meeting

if TYPE_CHECKING:
    from pathlib import Path

    from coprod.service.printing import Publication


def render(publication: Publication, path: Path, setting: Setting) -> None:
    """Write what the file has to be known by: its number, and what it replaces."""
    about = publication.doc.standing.issue
    path.write_text(f"{about.number if about else 'draft'} {about.replaces if about else ''}", "utf-8")


@pytest.fixture
def meeting() -> Meeting:
    made = Meeting()
    made.open(ItemKind.CHECK_IN)
    made.note("One more chair", "Umi")
    made.do(acts.CloseSession())
    return made


def test_each_edition_has_its_number_and_names_the_one_it_replaces(meeting: Meeting, tmp_path: Path) -> None:
    told = []
    for number, edition in enumerate((Edition.RECORD, Edition.SUMMARY, Edition.RECORD), start=1):
        path = tmp_path / f"{number}.pdf"
        done = issue(meeting.live, Asked(edition=edition), (render, path, Setting()), "the ward")
        assert done.number == number
        assert done.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
        assert done.change.new is meeting.live.state
        told.append(path.read_text("utf-8"))
    assert told == ["1 None", "2 None", "3 1"]
    last = meeting.live.state.issued[-1]
    assert isinstance(last, EditionIssued)
    assert (last.number, last.edition, last.languages) == (3, "record", ("en", "ja"))
    assert [meeting.live.words[id].body for _, id in last.to] == ["the ward"]


def test_to_whom_may_be_left_open(meeting: Meeting, tmp_path: Path) -> None:
    issue(meeting.live, Asked(), (render, tmp_path / "m.pdf", Setting()), "  ")
    last = meeting.live.state.issued[-1]
    assert isinstance(last, EditionIssued)
    assert last.to == ()


def refused(meeting: Meeting, path: Path, to: str = "") -> str:
    before = len(meeting.live.facts())
    with pytest.raises(NotIssued) as caught:
        issue(meeting.live, Asked(), (render, path, Setting()), to)
    assert len(meeting.live.facts()) == before
    return caught.value.why


def test_what_is_not_closed_or_there_already_or_named_is_not_issued(meeting: Meeting, tmp_path: Path) -> None:
    there = tmp_path / "there.pdf"
    there.write_text("before", "utf-8")
    assert refused(meeting, there) == "there-already"
    assert there.read_text("utf-8") == "before"
    assert refused(meeting, tmp_path / "for Umi.pdf") == "named"
    meeting.do(acts.ReopenSession())
    assert refused(meeting, tmp_path / "m.pdf") == "not-closed"
    assert [one.name for one in tmp_path.iterdir()] == ["there.pdf"]


def test_what_the_rules_refuse_leaves_no_file(meeting: Meeting, tmp_path: Path) -> None:
    assert refused(meeting, tmp_path / "m.pdf", "x" * 20_001) == "refused"
    assert list(tmp_path.iterdir()) == []


def test_what_can_not_be_kept_leaves_no_file(meeting: Meeting, tmp_path: Path) -> None:
    meeting.store.failing = "full"
    with pytest.raises(StoreFailed):
        issue(meeting.live, Asked(), (render, tmp_path / "m.pdf", Setting()))
    assert list(tmp_path.iterdir()) == []


def test_a_file_may_be_named_like_a_folder_that_holds_a_name(meeting: Meeting, tmp_path: Path) -> None:
    words = meeting.live.words
    assert names_in_file(tmp_path / "Umi" / "m.pdf", meeting.live.state, words) == ()
    assert names_in_file(tmp_path / "umi-m.pdf", meeting.live.state, words) == ("Umi",)
