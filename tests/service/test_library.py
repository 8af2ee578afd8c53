"""The library: what came with the program, complete in every language, and what an organisation makes of it."""

from __future__ import annotations

import uuid

import pytest

from coprod import paths
from coprod.domain.word_list import term_of
from coprod.i18n import LANGUAGES
from coprod.present.library import KINDS, TERM
from coprod.service.library import Shelved, hidden, kept, library, shipped
from coprod.service.ports import StoreFailed
from tests.fakes.memory import MemoryStore

CAME = shipped(paths.resources() / "libraries" / "library.json")
HINTS = shipped(paths.resources() / "libraries" / "hints.json")
TERMS = shipped(paths.resources() / "libraries" / "terms.json")


def offered(store: MemoryStore) -> dict[str, Shelved]:
    return {entry.id: entry for entry in library(CAME, store.shelved())}


@pytest.mark.parametrize("entry", CAME, ids=lambda entry: f"{entry.kind}-{entry.id[:4]}")
def test_every_text_that_came_is_in_every_language_and_none_is_too_long_for_a_wall(entry: Shelved) -> None:
    assert set(entry.text) == set(LANGUAGES)
    assert all(body == body.strip() and 2 < len(body) <= 90 for body in entry.text.values())
    assert entry.kind in KINDS
    assert not entry.own
    assert str(uuid.UUID(entry.id)) == entry.id


def test_every_term_that_came_has_a_form_in_each_language_and_none_that_is_one_letter_of_many_words() -> None:
    for entry in TERMS:
        term = term_of(entry.text)
        assert entry.kind == TERM
        assert all(len(form) > 1 for lang in LANGUAGES for form in term.of(lang)), entry.text
        assert all(term.of(lang) for lang in LANGUAGES), entry.text
        assert str(uuid.UUID(entry.id)) == entry.id
    assert len({entry.text["en"] for entry in TERMS}) == len({entry.id for entry in TERMS}) == len(TERMS)


def test_there_are_some_of_every_kind_and_none_twice() -> None:
    for kind in KINDS:
        assert sum(entry.kind == kind for entry in (*CAME, *HINTS, *TERMS)) >= 3, kind
    assert len({entry.id for entry in CAME}) == len(CAME)
    assert len({(entry.kind, entry.text["en"]) for entry in CAME}) == len(CAME)


def test_without_an_own_text_all_that_came_is_offered_in_its_order() -> None:
    assert library(CAME, ()) == CAME


def test_an_own_text_comes_after_those_that_came() -> None:
    store = MemoryStore()
    kept(store, "", "word", {"en": " A word from the garden ", "ja": " "})
    *rest, last = offered(store).values()
    assert tuple(rest) == CAME
    assert (last.kind, last.text, last.own) == ("word", {"en": "A word from the garden"}, True)


def test_a_text_that_was_changed_stands_where_it_stood() -> None:
    store = MemoryStore()
    kept(store, CAME[2].id, CAME[2].kind, {"en": "In our words"})
    texts = list(offered(store).values())
    assert (texts[2].text, texts[2].own) == ({"en": "In our words"}, True)
    assert len(texts) == len(CAME)
    store.unshelve(CAME[2].id)
    assert tuple(offered(store).values()) == CAME


def test_a_text_that_came_is_hidden_and_one_of_ones_own_is_gone() -> None:
    store = MemoryStore()
    hidden(store, CAME, CAME[0].id)
    assert CAME[0].id not in offered(store)
    kept(store, "", "word", {"en": "Ours"})
    (ours,) = [entry for entry in offered(store).values() if entry.own]
    hidden(store, CAME, ours.id)
    assert not any(entry.own for entry in offered(store).values())
    assert [entry.id for entry in store.shelved()] == [CAME[0].id]


def test_nothing_but_space_is_not_kept() -> None:
    store = MemoryStore()
    kept(store, "", "word", {"en": "  "})
    assert store.shelved() == []


def test_a_store_that_fails_keeps_nothing() -> None:
    store = MemoryStore()
    store.failing = "full"
    with pytest.raises(StoreFailed):
        kept(store, "", "word", {"en": "Ours"})
    assert store.shelved() == []
