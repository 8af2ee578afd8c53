"""What is erased is told of no more, and a log reads the same before and after its words are gone."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from coprod.domain import acts, facts
from coprod.domain.acts import NoteDraft
from coprod.domain.erasure import Erasure, erasure, let_through, own_notes, remaining
from coprod.domain.facts import Fact, Word
from coprod.domain.fold import fold
from coprod.domain.parts import Group, NoteContent, Participant
from coprod.domain.terms import NoteKind
from coprod.domain.wording import words_in
from tests.domain.walk import strings
from tests.incoming import logs
from tests.stage import SESSION, Stage, ordered
from tests.strategies import stages

GONE, STAYS = "gone", "stays"


def after(log: list[Fact], erased: Erasure) -> list[Fact]:
    left = {fact.id: fact for fact in erased.facts}
    return [left.get(fact.id, fact) for fact in log]


@given(logs())
def test_a_log_folds_to_the_same_session_when_its_words_are_gone(log: list[Fact]) -> None:
    state = fold(SESSION, log)
    left = after(log, erasure(log, {}, state.tombstones))
    assert ordered(fold(SESSION, left)) == ordered(state)
    assert erasure(left, {}, state.tombstones).facts == ()


@given(stages(most=25))
def test_no_word_that_is_still_pointed_to_goes_and_none_of_those_who_are_gone_stays(stage: Stage) -> None:
    gone = frozenset(list(stage.state.participants)[:1])
    notes = frozenset(own_notes(stage.state, gone))
    erased = erasure(stage.facts, stage.words, gone | notes)
    left = after(stage.facts, erased)
    theirs = {id for id, word in stage.words.items() if word.subjects and gone.issuperset(word.subjects)}
    assert theirs <= erased.words
    needed = {word for fact in left for word in words_in(fact.body)}
    assert (needed - theirs).isdisjoint(erased.words)
    assert [(fact.id, fact.stream, fact.seq, fact.time) for fact in left] == [
        (fact.id, fact.stream, fact.seq, fact.time) for fact in stage.facts
    ]
    for fact in left:
        if not isinstance(fact.body, facts.EntryCorrected | facts.Withdrawn | facts.Voided):
            assert gone.isdisjoint(strings(fact.body))


def test_a_seat_beside_somebody_who_is_gone_names_them_no_more() -> None:
    assert remaining(facts.ParticipantMoved(STAYS, GONE), frozenset({GONE})) is None
    assert remaining(facts.ParticipantMoved(GONE, STAYS), frozenset({GONE})) is None
    kept = facts.ParticipantMoved(STAYS, None)
    assert remaining(kept, frozenset({GONE})) is kept


def test_a_fact_that_tells_nothing_any_more_keeps_its_place() -> None:
    said = NoteContent(NoteKind.IDEA, (("ja", "w1"),), (GONE,))
    fact = Fact("f", SESSION, "act", "a", 7, 9, facts.NoteKept(entry="n", content=said))
    words = {"w1": Word("w1", "ja", "秘密", (GONE,)), "w2": Word("w2", "ja", "窓", (STAYS,))}
    erased = erasure([fact], words, frozenset({"n"}))
    assert erased == Erasure((replace(fact, body=facts.Erased()),), frozenset({"w1"}), frozenset({"n"}))
    assert erased
    assert not Erasure()


def test_what_several_are_in_stands_without_the_one_who_is_gone() -> None:
    gone = frozenset({GONE})
    group = facts.GroupFormed(Group("g", (GONE, STAYS)))
    assert remaining(group, gone) == facts.GroupFormed(Group("g", (STAYS,)))
    company = facts.CompanyWished(((GONE, STAYS),), ((STAYS, "other"),))
    assert remaining(company, gone) == facts.CompanyWished((), ((STAYS, "other"),))
    said = NoteContent(NoteKind.IDEA, (("ja", "w1"),), (GONE, STAYS), owners=(GONE,), confirmed=(GONE,))
    kept = facts.NoteKept(entry="n", content=said)
    assert remaining(kept, gone) == replace(
        kept, content=replace(said, who=(STAYS,), owners=(), confirmed=())
    )
    assert remaining(facts.HandRaised(GONE), gone) is None
    assert remaining(facts.HandRaised(STAYS), gone) == facts.HandRaised(STAYS)
    seated = facts.ParticipantAdded(Participant(STAYS, ()), before=GONE)
    assert remaining(seated, gone) == facts.ParticipantAdded(Participant(STAYS, ()))
    assert remaining(seated, frozenset({"other"})) is seated


def test_a_note_is_somebodys_own_when_nobody_else_said_it() -> None:
    stage = Stage()
    stage.do(acts.StartSession())
    people = [
        list(stage.state.participants)[-1]
        for name in ("A", "B")
        if stage.do(acts.AddParticipant(acts.ParticipantDraft({"en": name})))
    ]
    for who in ((people[0],), tuple(people), ()):
        stage.do(acts.KeepNote(NoteDraft(NoteKind.IDEA, {"en": "window"}, who)))
    first = stage.state.notes()[0].entry
    assert own_notes(stage.state, people[:1]) == (first,)
    assert own_notes(stage.state, people) == tuple(note.entry for note in stage.state.notes()[:2])


def test_what_comes_late_is_let_through_without_whoever_is_gone() -> None:
    alone = NoteContent(NoteKind.IDEA, (("ja", "w1"),), (GONE,))
    both = NoteContent(NoteKind.IDEA, (("ja", "w2"),), (GONE, STAYS))
    told = [
        Fact(id, SESSION, id, "a", seq, seq, facts.NoteKept(entry=id, content=content))
        for seq, (id, content) in enumerate((("one", alone), ("two", both)), 1)
    ]
    words = [
        Word("w1", "ja", "秘密", (GONE,)),
        Word("w2", "ja", "ふたりで", (GONE, STAYS)),
        Word("w3", "ja", "だれのでもない"),
    ]
    left, kept = let_through(told, words, frozenset({GONE}))
    assert [fact.body for fact in left] == [
        facts.NoteKept(entry="one", content=replace(alone, who=())),
        facts.NoteKept(entry="two", content=replace(both, who=(STAYS,))),
    ]
    assert kept == [replace(words[1], subjects=(STAYS,)), words[2]]
    assert let_through(told, words, frozenset()) == (told, words)
    assert let_through(told, words, frozenset({GONE, "one"}))[0][0].body == facts.Erased()
