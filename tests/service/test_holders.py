"""What may still hold the words of a note or of a person is told, and nothing that can't hold them."""

from __future__ import annotations

import pytest

from coprod.domain import acts, facts
from coprod.domain.acts import NoteDraft
from coprod.domain.facts import Fact
from coprod.domain.terms import NoteKind
from coprod.service.holders import Holder, InBackup, InDocument, OnSheet, holders
from coprod.service.live import LiveSession
from coprod.service.ports import Batch, StoreFailed
from tests.service.laptops import HomeSide, done
from tests.stage import MORNING, SESSION


@pytest.fixture
def home() -> HomeSide:
    return HomeSide()


def kept_at_home(home: HomeSide, *who: str) -> str:
    change = done(home.live, acts.KeepNote(NoteDraft(NoteKind.IDEA, {"ja": "窓"}, who)))
    return change.new.notes()[-1].entry


def of(home: HomeSide, subject: str) -> tuple[Holder, ...]:
    return holders(home.live, subject, home.store)


def test_a_note_of_a_group_may_stand_in_each_sheet_of_that_group(home: HomeSide) -> None:
    laptop = home.issue(0)
    home.issue(1)
    note = laptop.note("窓を開けたい。")
    home.merge(laptop.data)
    home.clock.at += 60_000
    home.issue(0)
    group = home.groups[0].id
    assert of(home, note) == (OnSheet(group, MORNING), OnSheet(group, MORNING + 60_000))


def test_a_note_that_was_kept_at_home_stands_in_no_sheet(home: HomeSide) -> None:
    note = kept_at_home(home, home.groups[0].members[0])
    home.issue(0)
    assert of(home, note) == ()
    draft = NoteDraft(NoteKind.IDEA, {"ja": "窓"})
    change = done(home.live, acts.KeepNote(draft, home.groups[0].id))
    assert change.new.notes()[-1].group == home.groups[0].id
    assert of(home, change.new.notes()[-1].entry) == ()


def test_a_person_is_named_in_the_sheets_of_the_groups_that_they_were_in(home: HomeSide) -> None:
    home.issue(0)
    home.issue(1)
    who = home.groups[1].members[0]
    kept_at_home(home, who)
    assert of(home, who) == (OnSheet(home.groups[1].id, MORNING),)


def test_a_person_to_whom_a_note_was_given_at_home_may_stand_in_its_sheet(home: HomeSide) -> None:
    laptop = home.issue(0)
    note = laptop.note("窓")
    home.merge(laptop.data)
    who = home.groups[1].members[0]
    draft = NoteDraft(NoteKind.IDEA, {"ja": "窓"}, (who,))
    done(home.live, acts.ChangeNote(note, draft))
    assert of(home, who) == (OnSheet(home.groups[0].id, MORNING),)


def test_a_backup_that_is_older_than_the_session_holds_nothing_of_it(home: HomeSide) -> None:
    begun = min(fact.time for fact in home.live.facts())
    old, first, last = (InBackup(f"s.{n}.backup", begun + n) for n in (-1, 0, 1))
    home.store.copies = [old, first, last]
    assert of(home, kept_at_home(home)) == (first, last)


def test_documents_that_were_issued_are_told_by_number_edition_and_day() -> None:
    home = HomeSide()
    issued = facts.Issued(3, "2", "2026-05-20")
    fact = Fact("an issue", SESSION, "act", "import", 1, MORNING, issued)
    home.store.append(Batch(SESSION, [fact]))
    home.live = LiveSession(SESSION, home.store, home.clock)
    assert of(home, kept_at_home(home)) == (InDocument(3, "2", "2026-05-20"),)


def test_on_a_sheet_nothing_is_known_of_what_was_given_away(home: HomeSide) -> None:
    laptop = home.issue(0)
    note = laptop.note("窓")
    assert holders(laptop.open(), note, None) == ()


def test_where_the_store_can_not_be_read_it_says_so(home: HomeSide) -> None:
    home.store.unreadable = "damaged"
    with pytest.raises(StoreFailed):
        of(home, kept_at_home(home))
