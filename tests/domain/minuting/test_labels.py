"""An organisation's word for a standpoint is in a document where its page says it, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coprod.domain.fold import fold
from coprod.domain.minutes import minutes
from coprod.domain.terms import Attendance, Edition, NoteKind, Standpoint
from tests.domain.test_minutes import Paper

if TYPE_CHECKING:
    from collections.abc import Iterable


def meeting(*people: Standpoint) -> Paper:
    """A word for each standpoint, and these people, who say nothing."""
    paper = Paper()
    paper.describe(labels=tuple((one, paper.text(en=f"our {one.value}")) for one in Standpoint))
    for n, one in enumerate(people):
        paper.person(f"p{n}", one)
    return paper


def labels(paper: Paper, edition: Edition = Edition.RECORD) -> Iterable[str]:
    return list(minutes(fold("s", paper.facts), paper.words, (), edition, "p0").labels)


PEERS, STAFF = (Standpoint.PEER,) * 3, (Standpoint.PROFESSIONAL,) * 3


@pytest.mark.parametrize("kind", [NoteKind.IDEA, NoteKind.QUESTION])
def test_a_word_stands_above_voices(kind: NoteKind) -> None:
    paper = meeting(*PEERS[:2])
    assert labels(paper) == []
    paper.note("n", kind, "p0")
    assert labels(paper) == ["peer"]
    assert labels(paper, Edition.OWN) == ["peer"]


def test_a_word_stands_beside_a_count() -> None:
    assert labels(meeting(*PEERS, *STAFF)) == ["peer", "professional"]


def test_a_decision_stands_under_no_word() -> None:
    paper = meeting(*PEERS)
    paper.note("n", NoteKind.DECISION, "p0")
    assert labels(paper) == []


def test_a_standpoint_that_no_page_names_has_no_word_on_it() -> None:
    paper = meeting(*[Standpoint.FAMILY] * 3, *[Standpoint.COMMUNITY] * 3)
    paper.note("n", NoteKind.IDEA, "p0")
    assert labels(paper) == []


def test_in_a_small_room_the_word_of_the_one_is_not_told() -> None:
    paper = meeting(Standpoint.PEER, *STAFF)
    paper.person("gone", Standpoint.PEER, attendance=Attendance.ABSENT)
    paper.note("n", NoteKind.IDEA, "p0")
    assert labels(paper) == []
