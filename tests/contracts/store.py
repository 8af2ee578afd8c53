"""What every store promises; each store's own tests inherit this and give the fixture `store`."""

from __future__ import annotations

from dataclasses import replace
from threading import Thread
from typing import Protocol

import pytest

from coprod.domain.erasure import Erasure
from coprod.domain.facts import Erased, Reopened, Started, Withdrawn, Word
from coprod.service.holders import Keeping
from coprod.service.library import Shelf, Shelved
from coprod.service.ports import Archive, Batch, Held, Log, StoreFailed
from coprod.service.rows import Rows
from coprod.service.sheets import Sheet
from tests.contracts.batches import a_fact, a_note, new_id, note_row, session_row


class Store(Log, Archive, Shelf, Keeping, Protocol):
    """All ports."""


class StoreContract:
    """The promises of Log, Archive and Shelf."""

    def test_a_shelf_is_empty_and_keeps_what_is_put_on_it(self, store: Store) -> None:
        assert store.shelved() == []
        one = Shelved(new_id(), "arrival", {"ja": "調子は？", "en": "How are you?"}, own=True)
        two = Shelved(new_id(), "guideline", {"ko": "들어요"}, own=True)
        for entry in (one, two):
            store.shelve(entry)
        assert store.shelved() == sorted((one, two), key=lambda entry: entry.id)

    def test_a_text_with_the_same_id_takes_the_place_of_the_first_and_may_say_nothing(
        self, store: Store
    ) -> None:
        one = Shelved(new_id(), "arrival", {"en": "How are you?"}, own=True)
        store.shelve(one)
        store.shelve(Shelved(one.id, "word", {}, own=True))
        assert store.shelved() == [Shelved(one.id, "word", {}, own=True)]

    def test_what_is_let_go_is_gone_and_may_be_let_go_again(self, store: Store) -> None:
        one = Shelved(new_id(), "arrival", {"en": "How are you?"}, own=True)
        store.shelve(one)
        for _ in range(2):
            store.unshelve(one.id)
        assert store.shelved() == []

    def test_a_session_signs_with_one_secret(self, store: Store) -> None:
        one, other = new_id(), new_id()
        assert store.signing(one, lambda: b"1" * 32) == b"1" * 32
        assert store.signing(one, lambda: b"2" * 32) == b"1" * 32
        assert store.signing(other, lambda: b"2" * 32) == b"2" * 32

    def test_a_sheet_that_was_issued_is_known(self, store: Store) -> None:
        session = new_id()
        second = Sheet(new_id(), session, new_id(), (new_id(), new_id()), bytes(range(32)), 2)
        first = Sheet(new_id(), session, new_id(), (), bytes(32), 1)
        assert store.sheet(first.id) is None
        for one in (second, first, Sheet(new_id(), new_id(), new_id(), (), bytes(32), 1)):
            store.keep_sheet(one)
        assert store.sheet(second.id) == second
        assert store.sheets(session) == [first, second]
        assert store.sheets(new_id()) == []

    def test_a_store_that_was_never_brought_to_another_form_has_no_backup(self, store: Store) -> None:
        store.append(a_note(new_id(), new_id(), 1))
        assert store.backups() == []

    def test_what_is_begun_is_kept_until_it_is_let_go(self, store: Store) -> None:
        one, other = new_id(), new_id()
        assert store.draft(one) == ""
        for text in ("half", "half a 文", "half a 文字"):
            store.keep_draft(one, text)
        store.keep_draft(other, "elsewhere")
        assert (store.draft(one), store.draft(other)) == ("half a 文字", "elsewhere")
        store.keep_draft(one, "")
        store.keep_draft(other, "", erase_all=True)
        assert (store.draft(one), store.draft(other)) == ("", "")

    def test_nothing_is_stored_of_an_unknown_session(self, store: Store) -> None:
        stored = store.load(new_id())
        assert (list(stored.facts), dict(stored.words), dict(stored.links)) == ([], {}, {})
        assert store.sessions() == []

    def test_what_is_appended_is_loaded(self, store: Store) -> None:
        session, person = new_id(), new_id()
        note = a_note(session, store.stream(session), 1)
        (word,) = note.words
        more = Word(new_id(), "", "二人で話した。", (new_id(), new_id()))
        store.append(Batch(session, note.facts, [word, more], note.rows, {word.subjects[0]: person}))
        stored = store.load(session)
        assert list(stored.facts) == list(note.facts)
        assert stored.words[word.id] == word
        assert (stored.words[more.id].lang, stored.words[more.id].body) == ("", more.body)
        assert stored.words[more.id].subjects == tuple(sorted(more.subjects))
        assert dict(stored.links) == {word.subjects[0]: person}

    def test_what_is_erased_is_gone_and_its_place_is_kept(self, store: Store) -> None:
        session, stream = new_id(), new_id()
        kept, gone = a_note(session, stream, 1), a_note(session, stream, 2)
        (who,) = gone.words[0].subjects
        both = Word(new_id(), "ja", "二人で話した。", (kept.words[0].subjects[0], who))
        store.append(kept)
        store.append(Batch(session, gone.facts, [*gone.words, both], gone.rows, {who: new_id()}))
        tombstone = a_fact(session, stream, 3, Withdrawn(who))
        left = replace(gone.facts[0], body=Erased())
        rows = Rows(gone=[row.note for row in gone.rows.notes])
        erased = Erasure((left,), frozenset({gone.words[0].id}), frozenset({who}))
        for _ in range(2):
            store.append(Batch(session, [tombstone], rows=rows, erased=erased))
        stored = store.load(session)
        assert sorted(stored.facts, key=lambda fact: fact.seq) == [*kept.facts, left, tombstone]
        assert dict(stored.words) == {
            kept.words[0].id: kept.words[0],
            both.id: replace(both, subjects=kept.words[0].subjects),
        }
        assert dict(stored.links) == {}
        assert [row.note for row in store.notes(session)] == [row.note for row in kept.rows.notes]
        store.append(gone)
        assert left in store.load(session).facts

    def test_titles_tell_the_programme_too(self, store: Store) -> None:
        session, title, programme = new_id(), new_id(), new_id()
        row = replace(session_row(session, title), programme=(("ja", programme),))
        words = [
            Word(title, "ja", "第三回"),
            Word(programme, "ja", "木曜の集まり"),
            Word(new_id(), "ja", "他"),
        ]
        store.append(Batch(session, (), words, Rows(row)))
        assert dict(store.titles(store.sessions())) == {title: "第三回", programme: "木曜の集まり"}

    def test_sessions_are_kept_apart(self, store: Store) -> None:
        one, other = new_id(), new_id()
        for session in (one, other):
            store.append(a_note(session, store.stream(session), 1))
        assert [fact.session for fact in store.load(one).facts] == [one]
        assert len(store.load(other).words) == 1
        assert [row.session for row in store.notes(other)] == [other]

    def test_a_device_has_one_stream_in_each_session(self, store: Store) -> None:
        one, other = new_id(), new_id()
        assert store.stream(one) == store.stream(one)
        assert store.stream(one) != store.stream(other)

    def test_what_is_there_already_is_left_as_it_is(self, store: Store) -> None:
        session = new_id()
        batch = a_note(session, new_id(), 1)
        store.append(batch)
        second = a_fact(session, batch.facts[0].stream, 2, Reopened())
        (word,) = batch.words
        again = Word(word.id, word.lang, "別の言葉", word.subjects)
        store.append(Batch(session, [*batch.facts, second], [again], batch.rows))
        stored = store.load(session)
        assert sorted(stored.facts, key=lambda fact: fact.seq) == [*batch.facts, second]
        assert dict(stored.words) == {word.id: word}
        assert len(store.notes(session)) == 1

    def test_another_fact_in_a_taken_place_is_refused_and_nothing_is_changed(self, store: Store) -> None:
        session = new_id()
        first = a_note(session, new_id(), 1)
        store.append(first)
        clash = a_note(session, first.facts[0].stream, 1)
        further = a_fact(session, first.facts[0].stream, 2, Reopened())
        with pytest.raises(StoreFailed) as failed:
            store.append(
                Batch(session, [further, *clash.facts], clash.words, clash.rows, {new_id(): new_id()})
            )
        assert failed.value.code == "failed"
        stored = store.load(session)
        assert (list(stored.facts), dict(stored.links)) == (list(first.facts), {})
        assert dict(stored.words) == {word.id: word for word in first.words}
        assert store.notes(session) == list(first.rows.notes)
        assert store.sessions() == [first.rows.session]

    def test_streams_merge_in_any_order(self, store: Store) -> None:
        session, ours, theirs = new_id(), new_id(), new_id()
        facts = [a_fact(session, stream, seq, Reopened()) for stream in (ours, theirs) for seq in (1, 2)]
        store.append(Batch(session, facts[::-1]))
        store.append(Batch(session, facts))
        assert sorted(fact.id for fact in store.load(session).facts) == sorted(fact.id for fact in facts)

    def test_rows_take_the_place_of_those_with_the_same_id(self, store: Store) -> None:
        session, word = new_id(), new_id()
        one, other = f"b{new_id()[1:]}", f"a{new_id()[1:]}"
        first = Rows(session_row(session, word), [note_row(session, id, word) for id in (one, other)])
        store.append(Batch(session, [], rows=first))
        assert store.notes(session) == [first.notes[1], first.notes[0]]
        changed = note_row(session, other, word, at=5)
        store.append(Batch(session, [], rows=Rows(session_row(session, word, notes=1), [changed], [one])))
        assert store.notes(session) == [changed]
        assert [row.untranslated for row in store.sessions()] == [1]

    def test_the_latest_session_comes_first_and_before_it_those_without_a_start(self, store: Store) -> None:
        starts = ["2026-05-01T09:00:00+09:00", None, "2026-05-01T01:00:00+00:00", "2025-12-31T23:59:60Z"]
        rows = [session_row(new_id(), started=start) for start in starts]
        for row in rows:
            store.append(Batch(row.session, [], rows=Rows(row)))
        assert [row.started for row in store.sessions()][:3] == [None, starts[2], starts[0]]

    def test_titles_are_told_in_words(self, store: Store) -> None:
        session, word = new_id(), Word(new_id(), "ja", "第3回 話し合い")
        row = session_row(session, word.id)
        other = Word(new_id(), "en", "not a title")
        store.append(Batch(session, [], [word, other], Rows(row)))
        assert dict(store.titles([row])) == {word.id: word.body}
        assert dict(store.titles([session_row(new_id(), new_id())])) == {}
        assert dict(store.titles([])) == {}

    def test_sessions_are_found_by_the_beginning_of_their_id(self, store: Store) -> None:
        ids = [f"{start}{new_id()[4:]}" for start in ("abcd", "abce", "b_cd")]
        for session in ids:
            store.append(Batch(session, [], rows=Rows(session_row(session))))
        assert store.matching("abc") == sorted(ids[:2])
        assert store.matching("ABCE") == [ids[1]]
        assert store.matching("_") == []
        assert store.matching("") == sorted(ids)

    def test_a_session_without_a_description_is_not_listed(self, store: Store) -> None:
        session = new_id()
        store.append(Batch(session, [a_fact(session, new_id(), 1, Started("2026-05-01T09:00:00Z"))]))
        assert len(store.load(session).facts) == 1
        assert store.matching(session) == []

    def test_all_that_is_kept_of_a_session_is_known_whether_it_is_listed_or_not(self, store: Store) -> None:
        whole, log, row, note = ids = sorted(new_id() for _ in range(4))
        batch = a_note(whole, store.stream(whole), 1)
        fact = a_fact(log, new_id(), 1, Reopened())
        store.append(batch)
        store.append(Batch(log, [fact]))
        store.append(Batch(row, [], rows=Rows(session_row(row))))
        store.append(Batch(note, [], rows=Rows(notes=[note_row(note, new_id(), new_id())])))
        assert store.known() == ids
        assert store.held(whole) == Held(list(batch.facts), batch.rows.session, list(batch.rows.notes))
        assert store.held(log) == Held([fact], None, [])
        assert store.held(row) == Held([], session_row(row), [])
        assert [one.session for one in store.held(note).notes] == [note]
        assert store.held(new_id()) == Held([], None, [])

    def test_many_may_append_at_once_and_an_error_reaches_only_its_own(self, store: Store) -> None:
        session, stream = new_id(), new_id()
        store.append(a_note(session, stream, 1))
        refused: list[str] = []

        def pour(mine: str) -> None:
            for seq in range(1, 11):
                store.append(a_note(session, mine, seq))

        def clash() -> None:
            for _ in range(10):
                try:
                    store.append(a_note(session, stream, 1))
                except StoreFailed as failed:
                    refused.append(failed.code)

        threads = [Thread(target=pour, args=(new_id(),)) for _ in range(4)] + [Thread(target=clash)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert refused == ["failed"] * 10
        assert len(store.load(session).facts) == len(store.notes(session)) == 41
