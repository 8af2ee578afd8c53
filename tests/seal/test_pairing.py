"""Two sides make sure of each other by one word: another word, or another certificate, and they do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.seal.pairing import WordIntroduction
from coprod.service.sharing.laptops import NotIntroduced

SEEN, OTHER = b"c" * 32, b"d" * 32


def meet(laptop: WordIntroduction, room: WordIntroduction) -> None:
    proofs = laptop.hear(room.message), room.hear(laptop.message)
    room.prove(proofs[0])
    laptop.prove(proofs[1])
    assert proofs[0] != proofs[1]


def test_with_the_same_word_and_certificate_they_know_each_other() -> None:
    meet(
        WordIntroduction("harukaze shiori", SEEN, host=False),
        WordIntroduction("harukaze shiori", SEEN, host=True),
    )


@pytest.mark.parametrize(
    ("word", "certificate"), [("harukaze sumire", SEEN), ("harukaze shiori", OTHER), ("", SEEN)]
)
def test_with_another_they_do_not_and_neither_takes_the_others_proof(word: str, certificate: bytes) -> None:
    laptop = WordIntroduction("harukaze shiori", SEEN, host=False)
    room = WordIntroduction(word, certificate, host=True)
    proofs = laptop.hear(room.message), room.hear(laptop.message)
    for side, proof in ((room, proofs[0]), (laptop, proofs[1])):
        with pytest.raises(NotIntroduced):
            side.prove(proof)


def test_whoever_stands_between_and_passes_on_what_is_said_shows_another_certificate() -> None:
    laptop = WordIntroduction("harukaze shiori", OTHER, host=False)  # it sees the one of who stands between
    room = WordIntroduction("harukaze shiori", SEEN, host=True)
    proof = room.hear(laptop.message)
    laptop.hear(room.message)
    with pytest.raises(NotIntroduced):
        laptop.prove(proof)


def test_a_proof_that_is_sent_back_is_none() -> None:
    laptop = WordIntroduction("harukaze shiori", SEEN, host=False)
    own = laptop.hear(WordIntroduction("harukaze shiori", SEEN, host=True).message)
    with pytest.raises(NotIntroduced):
        laptop.prove(own)


def test_each_attempt_says_something_else() -> None:
    assert len({WordIntroduction("a", SEEN, host=False).message for _ in range(5)}) == 5


@given(st.binary(max_size=70))
def test_any_bytes_are_heard_or_refused(message: bytes) -> None:
    laptop = WordIntroduction("harukaze shiori", SEEN, host=False)

    def listen() -> None:
        laptop.hear(message)
        laptop.prove(bytes(32))

    with pytest.raises(NotIntroduced):
        listen()


def test_before_anything_was_heard_nothing_is_proved() -> None:
    with pytest.raises(NotIntroduced):
        WordIntroduction("a", SEEN, host=True).prove(bytes(32))
