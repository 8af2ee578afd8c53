"""A heading that only one person can be behind is not shown, whether or not they were there."""

from __future__ import annotations

import pytest

from coprod.domain.parts import Consent
from coprod.domain.terms import Attendance, NoteKind, Purpose, Standpoint, Visibility
from tests.domain.test_minutes import Paper, said

AGREES = (Consent(Purpose.RECOGNISED, given=True),)


def professionals() -> Paper:
    """Three professionals."""
    paper = Paper()
    paper.describe()
    for name in ("ria", "rob", "ron"):
        paper.person(name, Standpoint.PROFESSIONAL)
    paper.note("theirs", NoteKind.IDEA, "ria")
    return paper


def written_in(paper: Paper, *names: str, visibility: Visibility = Visibility.MINUTES) -> None:
    """Peers who were not there, and sent a word."""
    for name in names:
        paper.person(name, Standpoint.PEER, attendance=Attendance.ABSENT)
        paper.note(f"of {name}", NoteKind.IDEA, name, visibility=visibility)


def test_the_word_of_one_peer_who_was_not_there_divides_nothing() -> None:
    paper = professionals()
    written_in(paper, "pia")
    doc = paper.doc()
    assert doc.small_room
    assert said(doc) == {"theirs": "-/unattributed", "of pia": "-/unattributed"}


def test_two_who_were_not_there_and_sent_a_word_are_enough() -> None:
    paper = professionals()
    written_in(paper, "pia", "pat")
    assert said(paper.doc()) == {"theirs": "-/professionals", "of pia": "-/peers", "of pat": "-/peers"}


@pytest.mark.parametrize("why", ["silent", "for the review", "agrees"])
def test_one_who_was_not_there_and_is_not_shown_or_agrees_is_no_reason(why: str) -> None:
    paper = professionals()
    if why == "for the review":
        written_in(paper, "pia", visibility=Visibility.REVIEW)
    elif why == "silent":
        paper.person("pia", Standpoint.PEER, attendance=Attendance.ABSENT)
    else:
        paper.person("pia", Standpoint.PEER, attendance=Attendance.ABSENT, consents=AGREES)
        paper.note("hers", NoteKind.IDEA, "pia")
    assert not paper.doc().small_room
    assert said(paper.doc())["theirs"] == "-/professionals"


def test_one_who_was_there_is_not_hidden_by_one_who_was_not() -> None:
    paper = professionals()
    paper.person("pat", Standpoint.PEER)
    written_in(paper, "pia")
    assert paper.doc().small_room
