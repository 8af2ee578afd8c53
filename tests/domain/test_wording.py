"""The words that a fact points to are found wherever they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coprod.domain import facts
from coprod.domain.parts import (
    AgendaItem,
    Description,
    NoteContent,
    Participant,
    Prompt,
    Translation,
)
from coprod.domain.terms import ItemKind, NoteKind, Standpoint, TranslationState
from coprod.domain.wording import words_in

if TYPE_CHECKING:
    from coprod.domain.facts import Body

T = (("ja", "w1"), ("en", "w2"))
KNOWN = Translation(TranslationState.CHECKED, by=(("", "w4"),))


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (facts.Reopened(), []),
        (facts.Described(Description(T, ("ja", "en"))), ["w1", "w2"]),
        (facts.Described(Description((), ("ja",), labels=((Standpoint.PEER, T),))), ["w1", "w2"]),
        (facts.ParticipantAdded(Participant("p", T, reading=(("ja", "w3"),))), ["w1", "w2", "w3"]),
        (facts.ItemAdded(AgendaItem("i", ItemKind.OTHER, prompts=(Prompt("q", T),))), ["w1", "w2"]),
        (facts.NoteTranslated("n", "en", KNOWN, "w9"), ["w4", "w9"]),
        (facts.NoteTranslated("n", "en", KNOWN), ["w4"]),
        (
            facts.NoteKept(entry="n", content=NoteContent(NoteKind.IDEA, T, translations=(("en", KNOWN),))),
            ["w1", "w2", "w4"],
        ),
    ],
    ids=lambda value: type(value).__name__,
)
def test_words_are_found(body: Body, words: list[str]) -> None:
    assert sorted(words_in(body)) == words
