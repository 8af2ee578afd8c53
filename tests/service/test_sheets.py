"""A sheet goes out with its group and comes home: once or often, in any order, late, and less what was taken out."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from coprod.domain import acts
from coprod.domain.acts import NoteDraft
from coprod.domain.facts import Erased, NoteKept
from coprod.domain.terms import NoteKind
from coprod.service.exchange.sheet_content import Content
from coprod.service.live import LiveSession
from coprod.service.sheets import SheetRefused, WhyNot
from tests.service.laptops import IN_AN_HOUR, HomeSide, Laptop, done
from tests.stage import SESSION, ordered


def said(live: LiveSession) -> list[str]:
    return [live.words[id].body for note in live.state.notes() for _, id in note.content.text]


def test_a_sheet_says_what_its_group_needs_and_nothing_else() -> None:
    home = HomeSide()
    done(home.live, acts.KeepNote(NoteDraft(NoteKind.IDEA, {"ja": "前に言ったこと"})))
    sheet = home.issue().open()
    assert sorted(word.body for word in sheet.words.values()) == sorted(
        ["題", "葵", "空", "何を変えたい？", "窓"]
    )
    assert sheet.state.sheet == home.groups[0]


def test_what_a_group_wrote_comes_home_once() -> None:
    home = HomeSide()
    laptop = home.issue()
    who = home.groups[0].members[0]
    note = laptop.note("窓を開けたい。", (who,))
    changes: list[object] = []
    home.live.listen(changes.append)
    came = home.merge(laptop.data)
    assert (came.group, came.notes) == (home.groups[0].id, 1)
    assert came.change is changes[0]
    kept = home.live.state.note(note)
    assert kept is not None
    assert (kept.group, kept.content.who) == (home.groups[0].id, (who,))
    assert said(home.live) == ["窓を開けたい。"]
    before, again = home.store.load(SESSION).facts, home.merge(laptop.data)
    assert (again.notes, again.change) == (0, None)
    assert home.store.load(SESSION).facts == before
    done(home.live, acts.KeepNote(NoteDraft(NoteKind.IDEA, {"ja": "続き"})))
    assert ordered(LiveSession(SESSION, home.store, home.clock).state) == ordered(home.live.state)
    home.live.undo()
    assert said(home.live) == ["窓を開けたい。"]


def test_several_sheets_and_copies_come_home_in_any_order() -> None:
    states = []
    home = HomeSide()
    one, other = home.issue(0), home.issue(1)
    shared = one.note("はじめに")
    copy = one.copy("another")
    one.note("こちらで")
    copy.note("あちらで")
    draft = NoteDraft(NoteKind.IDEA, {"ja": "はじめに、と言った"})
    done(one.open(), acts.ChangeNote(shared, draft))
    done(copy.open(), acts.ChangeNote(shared, replace(draft, text={"ja": "はじめ"})))
    other.note("庭で")
    for order in permutations([one.data, copy.data, other.data, one.data]):
        there = home.again()
        for data in order:
            there.merge(data)
        states.append(ordered(there.live.state))
        bodies = {word.body for word in there.live.words.values()}
        assert {"こちらで", "あちらで", "庭で", "はじめ", "はじめに、と言った"} <= bodies
        assert len(there.live.state.clashes[shared]) == 1
    assert all(state == states[0] for state in states)


def test_a_late_sheet_waits_until_a_person_says_yes() -> None:
    home = HomeSide()
    laptop = home.issue()
    laptop.note("遅れて")
    home.clock.at = IN_AN_HOUR + 5000
    done(home.live, acts.CloseSession())
    with pytest.raises(SheetRefused) as refused:
        home.merge(laptop.data)
    assert refused.value.why is WhyNot.LATE
    assert said(home.live) == []
    assert home.merge(laptop.data, late=True).notes == 1
    assert said(home.live) == ["遅れて"]
    assert home.merge(laptop.data).notes == 0  # nothing new: nothing to say yes to


def test_what_was_taken_out_meanwhile_does_not_come_back() -> None:
    home = HomeSide()
    laptop = home.issue()
    gone, stays = home.groups[0].members
    theirs, first = laptop.note("ひとりの話", (gone,)), laptop.note("取り下げる話", (stays,))
    home.merge(laptop.data)
    both, ours = laptop.note("ふたりの話", (gone, stays)), laptop.note("残る話", (stays,))
    later = laptop.note("あとの、ひとりの話", (gone,))
    done(laptop.open(), acts.ChangeNote(first, NoteDraft(NoteKind.IDEA, {"ja": "書き直した話"}, (stays,))))
    done(home.live, acts.TakeOutNote(first))
    done(home.live, acts.WithdrawParticipant(gone))
    assert home.merge(laptop.data).notes == 2
    state, stored = home.live.state, home.store.load(SESSION)
    assert {note.entry for note in state.notes()} == {both, ours}
    assert state.note(both).content.who == (stays,)  # type: ignore[union-attr]
    assert sorted(said(home.live)) == sorted(["ふたりの話", "残る話"])
    bodies = {word.body for word in stored.words.values()}
    assert bodies.isdisjoint({"ひとりの話", "取り下げる話", "書き直した話", "あとの、ひとりの話", "葵"})
    kept = {fact.body.entry for fact in stored.facts if isinstance(fact.body, NoteKept)}
    assert kept.isdisjoint({theirs, first, later})
    home.merge(laptop.data)
    assert {note.entry for note in home.live.state.notes()} == {both, ours}


def test_what_a_group_took_out_itself_is_erased_at_home() -> None:
    home = HomeSide()
    laptop = home.issue()
    note = laptop.note("やめておく話")
    home.merge(laptop.data)
    older = laptop.data
    done(laptop.open(), acts.TakeOutNote(note))
    assert "やめておく話".encode() not in laptop.data
    for data in (laptop.data, older):
        home.merge(data)
        assert said(home.live) == []
        assert "やめておく話" not in {word.body for word in home.store.load(SESSION).words.values()}


def test_a_clock_that_is_ahead_does_not_carry_the_meeting_into_the_future() -> None:
    home = HomeSide()
    laptop = home.issue()
    laptop.clock.at = IN_AN_HOUR + 3_600_000
    first, second = laptop.note("先"), laptop.note("後")
    home.clock.at = IN_AN_HOUR
    home.merge(laptop.data)
    times = {
        fact.body.entry: fact.time
        for fact in home.store.load(SESSION).facts
        if isinstance(fact.body, NoteKept)
    }
    assert times[second] <= IN_AN_HOUR
    assert times[second] - times[first] == 1000


def refused(home: HomeSide, data: bytes) -> WhyNot:
    before = home.store.load(SESSION)
    with pytest.raises(SheetRefused) as caught:
        home.merge(data)
    after = home.store.load(SESSION)
    assert (list(after.facts), after.words) == (list(before.facts), before.words)
    return caught.value.why


def test_a_sheet_from_elsewhere_or_in_pieces_is_refused() -> None:
    home, other = HomeSide(), HomeSide()
    laptop = home.issue()
    laptop.note("窓")
    assert refused(other, laptop.data) is WhyNot.FOREIGN
    assert refused(home, b"{}") is WhyNot.NOT_A_SHEET
    assert refused(home, laptop.data.replace(b'"whole": "', b'"whole": "0')) is WhyNot.DAMAGED
    sheet, secret = home.sheet(laptop.data), home.store.signing(SESSION, bytes)
    unreadable = home.seal.resealed(sheet.id, sheet.key, secret, b'{"session": 1}')
    assert refused(home, unreadable) is WhyNot.DAMAGED


def test_another_fact_in_the_place_of_a_known_one_is_refused() -> None:
    home = HomeSide()
    laptop = home.issue()
    laptop.note("窓")
    home.merge(laptop.data)
    now = laptop.content()
    forged = replace(now.facts[0], id="another", body=Erased())
    laptop.write(Content(now.seed, (forged, *now.facts[1:]), now.words))
    assert refused(home, laptop.data) is WhyNot.DAMAGED


def test_a_sheet_of_another_session_under_this_ones_seal_is_refused() -> None:
    home = HomeSide()
    laptop: Laptop = home.issue()
    sheet, secret = home.sheet(laptop.data), home.store.signing(SESSION, bytes)
    elsewhere = b'{"session":"other","seed":[],"facts":[],"words":[]}'
    assert refused(home, home.seal.resealed(sheet.id, sheet.key, secret, elsewhere)) is WhyNot.FOREIGN
