"""Minutes of facts and words, in the languages asked for."""

from __future__ import annotations

import pytest

from coprod.domain.fold import fold
from coprod.service.exchange.incoming import Incoming, incoming
from coprod.service.publish import Asked, minutes_of, minutes_of_state
from tests.service.exchange.files import load, note, plain


@pytest.fixture
def came() -> Incoming:
    said = {"ja": "窓をあける", "en": "Open the window", "ko": "창문"}
    return incoming(load(plain(languages=["ja", "en", "ko"], record=[note(text=said)])), 0)


def test_the_first_two_languages_of_the_session_unless_others_are_asked_for(came: Incoming) -> None:
    def languages(*asked: str) -> tuple[str, ...]:
        made = minutes_of(came.session, came.facts, came.words, Asked(asked))
        assert made is not None
        return made.doc.languages

    assert languages() == ("ja", "en")
    assert languages("fr") == ("fr",)
    assert languages("ko", "ja") == ("ko", "ja")


def test_facts_in_any_order_and_their_state_make_the_same_minutes(came: Incoming) -> None:
    made = minutes_of(came.session, came.facts, came.words)
    assert made is not None
    assert made == minutes_of(came.session, reversed(came.facts), came.words)
    assert made == minutes_of_state(fold(came.session, came.facts), came.words)
    ((voices,),) = [item.voices for item in made.doc.items if item.voices]
    assert [line.wording.bodies["en"] for line in voices.lines] == ["Open the window"]


def test_words_that_are_gone_are_in_no_minutes(came: Incoming) -> None:
    left = {id: word for id, word in came.words.items() if "window" not in word.body and word.lang == "en"}
    made = minutes_of(came.session, came.facts, left)
    assert made is not None
    assert [item for item in made.doc.items if item.voices] == []
    assert made.doc.header.title.bodies == {"en": "Tea"}


def test_where_there_is_no_session_there_are_no_minutes() -> None:
    assert minutes_of("nothing", [], {}) is None
