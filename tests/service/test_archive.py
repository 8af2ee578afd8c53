"""Finding sessions: the list with its titles, and one by the beginning of its id."""

from __future__ import annotations

import pytest

from coprod.domain.facts import Word
from coprod.service.archive import NoSuchSession, find, first_of, listed
from coprod.service.ports import Batch
from coprod.service.rows import Rows
from tests.contracts.batches import session_row
from tests.fakes.memory import MemoryStore

ONE, OTHER = "abcdef01-2345-4789-8abc-def012345671", "abcdef02-2345-4789-8abc-def012345671"


@pytest.fixture
def store() -> MemoryStore:
    made = MemoryStore()
    for session, day in ((ONE, "01"), (OTHER, "02")):
        row = session_row(session, f"title of {session}", f"2026-05-{day}T09:00:00+09:00")
        words = [Word(f"title of {session}", "ja", f"第{day}回"), Word("other", "ja", "別の話")]
        made.append(Batch(session, [], words, Rows(row)))
    return made


def test_all_sessions_are_listed_with_their_titles_the_latest_first(store: MemoryStore) -> None:
    assert [(one.row.session, dict(one.title), one.heading) for one in listed(store)] == [
        (OTHER, {"ja": "第02回"}, "第02回"),
        (ONE, {"ja": "第01回"}, "第01回"),
    ]


def test_a_title_that_is_gone_is_empty() -> None:
    store = MemoryStore()
    store.append(Batch(ONE, [], rows=Rows(session_row(ONE, "erased"))))
    (one,) = listed(store)
    assert (dict(one.title), dict(one.programme), one.heading) == ({}, {}, "")


@pytest.mark.parametrize("prefix", ["abcdef01", "ABCDEF01", ONE, ONE.upper()])
def test_a_session_is_found_by_eight_characters_or_more(store: MemoryStore, prefix: str) -> None:
    assert find(store, prefix) == ONE


@pytest.mark.parametrize(
    ("prefix", "found"), [("abcdef0", 0), ("", 0), ("abcdef03", 0), (f"{ONE}0", 0), ("abcdef01-2345-5", 0)]
)
def test_what_is_not_found_tells_how_many_there_were(store: MemoryStore, prefix: str, found: int) -> None:
    with pytest.raises(NoSuchSession) as refused:
        find(store, prefix)
    assert (refused.value.prefix, refused.value.found) == (prefix, found)


def test_the_beginning_of_several_ids_names_none_of_them(store: MemoryStore) -> None:
    store.append(Batch(f"{ONE[:-1]}2", [], rows=Rows(session_row(f"{ONE[:-1]}2"))))
    with pytest.raises(NoSuchSession) as refused:
        find(store, "abcdef01")
    assert refused.value.found == 2


@pytest.mark.parametrize(
    ("bodies", "languages", "text"),
    [
        ({"en": "Tea", "ja": "お茶"}, ["ja", "en"], "お茶"),
        ({"en": "Tea", "ja": "お茶"}, ["ko", "ja"], "お茶"),
        ({"en": "Tea", "ja": "お茶"}, ["ko"], "Tea"),
        ({"en": "Tea", "ja": "お茶"}, ["ja-JP"], "お茶"),
        ({"": "Tea"}, ["ja"], "Tea"),
        ({}, ["ja"], ""),
    ],
)
def test_the_text_in_the_first_language_that_has_one(
    bodies: dict[str, str], languages: list[str], text: str
) -> None:
    assert first_of(bodies, languages) == text
