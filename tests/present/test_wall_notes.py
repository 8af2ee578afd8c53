"""The notes on the wall: only what was released, with a standpoint where it points at nobody, never a name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coprod.domain import facts as f
from coprod.domain.parts import Participant, Translation
from coprod.domain.terms import (
    Attribution,
    ItemKind,
    NoteKind,
    PauseKind,
    Standpoint,
    TranslationState,
    Visibility,
)
from coprod.present.marks import Mark
from coprod.present.room import Kind
from tests.present.circle import T0, Circle, bodies


def test_a_released_note_stands_with_its_standpoint_and_without_a_name(circle: Circle) -> None:
    circle.item(ItemKind.ROUNDTABLE)
    circle.note("n1", "お茶があると話せます", "Tea helps me speak", "p1")
    view = circle.see()
    assert view.kind is Kind.NOTES
    (note,) = view.notes
    assert bodies(note.text) == ["お茶があると話せます", "Tea helps me speak"]
    assert (note.mark, bodies(note.mark_word)) == (Mark.PEER, ["ピア", "Peer"])
    assert "Aki" not in repr(view)


def test_only_what_was_released_is_shown(circle: Circle) -> None:
    circle.item(ItemKind.ROUNDTABLE)
    circle.note("n1", "ひとりごと", "To myself", "p1", release=False)
    circle.note("n2", "議事録へ", "For the minutes", "p1", visibility=Visibility.MINUTES)
    circle.note("n3", "あとで見る", "For the review", "p1", visibility=Visibility.REVIEW)
    assert circle.see().notes == ()
    assert circle.see().kind is Kind.QUESTION


def test_a_note_taken_back_is_gone(circle: Circle) -> None:
    circle.item(ItemKind.ROUNDTABLE)
    circle.note("n1", "お茶", "Tea", "p1")
    circle.tell(f.NoteRetracted(entry="x", at=T0, note="n1"))
    assert circle.see().notes == ()


def test_notes_of_the_item_before_do_not_stay(circle: Circle) -> None:
    circle.item(ItemKind.ROUNDTABLE)
    circle.note("n1", "お茶", "Tea", "p1")
    circle.item(ItemKind.CHECK_OUT)
    assert circle.see().kind is Kind.QUESTION


def test_an_anonymous_note_says_no_standpoint(circle: Circle) -> None:
    circle.item(ItemKind.ROUNDTABLE)
    circle.note("n1", "お茶", "Tea", "p1", attribution=Attribution.ANONYMOUS)
    (note,) = circle.see().notes
    assert (note.mark, note.mark_word) == (None, ())


def test_a_standpoint_that_one_person_alone_holds_is_not_said(circle: Circle) -> None:
    circle.tell(f.ParticipantRemoved("p2"))
    circle.item(ItemKind.ROUNDTABLE)
    circle.note("n1", "お茶", "Tea", "p1")
    circle.note("n2", "窓", "A window", "p3")
    assert [note.mark for note in circle.see().notes] == [None, None]


def test_words_of_a_machine_that_nobody_checked_stay_off_the_wall(circle: Circle) -> None:
    circle.item(ItemKind.ROUNDTABLE)
    for id, state, shown in (("n1", TranslationState.MACHINE, 1), ("n2", TranslationState.DRAFT, 2)):
        circle.note(id, "お茶", "Tea", "p1", original="ja", translations=(("en", Translation(state)),))
        assert len(circle.see().notes[-1].text) == shown


def test_words_that_were_erased_leave_no_gap(circle: Circle) -> None:
    circle.item(ItemKind.ROUNDTABLE)
    circle.note("n1", "お茶", "Tea", "p1")
    circle.tell(f.TurnBegun(entry="t", at=T0, who="p1"))
    circle.words = {id: word for id, word in circle.words.items() if word.body not in {"お茶", "Tea", "Aki"}}
    view = circle.see()
    assert view.notes == ()
    assert view.now is not None
    assert bodies(view.now.name) == ["いま話している方", "The person speaking"]


def test_the_organisations_own_word_for_a_standpoint_is_used(circle: Circle) -> None:
    assert circle.state.description is not None
    labels = ((Standpoint.PEER, circle.text("ピアスタッフ", "Peer staff")),)
    circle.tell(f.Described(replace(circle.state.description, labels=labels)))
    circle.item(ItemKind.ROUNDTABLE)
    circle.note("n1", "お茶", "Tea", "p1")
    assert bodies(circle.see().notes[0].mark_word) == ["ピアスタッフ", "Peer staff"]


@pytest.mark.parametrize("wish", list(Attribution))
def test_no_wish_puts_a_name_or_a_discipline_beside_a_note(circle: Circle, wish: Attribution) -> None:
    circle.item(ItemKind.ROUNDTABLE)
    circle.tell(f.WishStated("p3", attribution=wish))
    circle.note("n1", "窓", "A window", "p3", attribution=wish)
    (note,) = circle.see().notes
    shown = Mark.PROFESSIONAL if wish is not Attribution.ANONYMOUS else None
    assert note.mark is shown
    assert "Chie" not in repr(circle.see())


@pytest.mark.parametrize("kind", list(NoteKind))
def test_a_note_of_any_kind_stands_there_in_its_own_words(circle: Circle, kind: NoteKind) -> None:
    circle.item(ItemKind.ROUNDTABLE)
    circle.note("n1", "お茶", "Tea", "p1", kind=kind, minority=True, owners=("p1",))
    view = circle.see()
    assert [bodies(note.text) for note in view.notes] == [["お茶", "Tea"]]
    assert "Aki" not in repr(view)


@pytest.mark.parametrize(("both", "shown"), [(0, None), (1, None), (2, Mark.BOTH)])
def test_from_both_is_said_only_where_two_could_have_said_it(
    circle: Circle, both: int, shown: Mark | None
) -> None:
    for number in range(both):
        standpoints = (Standpoint.PEER, Standpoint.PROFESSIONAL)
        someone = Participant(f"b{number}", circle.plain(f"Both {number}"), standpoints=standpoints)
        circle.tell(f.ParticipantAdded(someone))
    circle.item(ItemKind.ROUNDTABLE)
    circle.note("n1", "お茶", "Tea", "p1", "p3")
    (note,) = circle.see().notes
    assert note.mark is shown
    assert bodies(note.mark_word) == (["両方", "Both"] if shown else [])


def test_a_note_that_is_changed_to_travel_less_far_leaves_the_wall(circle: Circle) -> None:
    circle.item(ItemKind.ROUNDTABLE)
    circle.note("n1", "お茶", "Tea", "p1")
    note = circle.state.note("n1")
    assert note is not None
    assert len(circle.see().notes) == 1
    less = replace(note.content, visibility=Visibility.REVIEW)
    circle.tell(f.NoteChanged(note="n1", content=less, base=""))
    assert circle.see().notes == ()


def test_a_note_released_again_stands_there_once(circle: Circle) -> None:
    circle.item(ItemKind.ROUNDTABLE)
    circle.note("n1", "お茶", "Tea", "p1")
    circle.tell(f.NoteRetracted(entry="x", at=T0, note="n1"), f.NoteReleased(entry="y", at=T0, note="n1"))
    assert [note.id for note in circle.see().notes] == ["n1"]


def test_notes_come_in_the_order_in_which_they_were_released(circle: Circle) -> None:
    circle.item(ItemKind.ROUNDTABLE)
    for id in ("n1", "n2", "n3"):
        circle.note(id, f"ことば{id}", f"word {id}", "p1", release=False)
    for id in ("n3", "n1", "n2"):
        circle.tell(f.NoteReleased(entry=f"r-{id}", at=T0, note=id))
    assert [note.id for note in circle.see().notes] == ["n3", "n1", "n2"]


def test_a_pause_takes_the_notes_off_and_gives_them_back(circle: Circle) -> None:
    circle.item(ItemKind.ROUNDTABLE)
    circle.note("n1", "お茶", "Tea", "p1")
    before = circle.see()
    circle.tell(f.PauseBegun(entry="p", at=T0, kind=PauseKind.SILENCE))
    assert circle.see().notes == ()
    circle.tell(f.PauseEnded("p", T0))
    assert circle.see() == before
