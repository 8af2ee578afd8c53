"""The translation memory: exact and near, the most trusted first, and never what is erased, stale or a machine's."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.domain import acts
from coprod.domain.acts import NoteDraft, TranslateNote
from coprod.domain.terms import NoteKind, Purpose, TranslationState
from coprod.domain.translating import RowState
from coprod.service.live import LiveSession
from coprod.service.memory import LEAST, Memory, Pair, remembered
from tests.fakes.memory import MemoryStore
from tests.service.clocks import Still

PAIR = ("ja", "en")


def pair(source: str, target: str = "t", state: str = "checked", *, turned: bool = False) -> Pair:
    return Pair(source, target, RowState(state), turned)


def found(memory: Memory, source: str, **values: int) -> list[tuple[int, str]]:
    return [(round(match.score), match.pair.source) for match in memory.matches(source, **values)]


# ---- matching


def test_the_same_text_comes_first_and_what_is_near_after_it() -> None:
    memory = Memory(
        [pair("Open the door"), pair("Open the window"), pair("open the window"), pair("A cup of tea")]
    )
    assert found(memory, "Open the window")[:2] == [(100, "Open the window"), (99, "open the window")]
    assert {source for _, source in found(memory, "Open the window")} == {
        "Open the window",
        "open the window",
        "Open the door",
    }
    assert found(memory, "Open the window", most=1) == [(100, "Open the window")]
    assert found(memory, "nothing alike at all") == []


@pytest.mark.parametrize("nothing", ["", "  \n"])
def test_for_no_text_there_is_no_match(nothing: str) -> None:
    assert found(Memory([pair("a"), pair(" ")]), nothing) == []
    assert found(Memory([]), "a") == []


def test_of_equals_the_most_trusted_is_offered_first() -> None:
    states = ["draft", "present", "checked", "confirmed"]
    memory = Memory(
        [pair("窓", state, state) for state in states] + [pair("窓", "turned", "confirmed", turned=True)]
    )
    matches = memory.matches("窓")
    assert [match.pair.target for match in matches] == ["confirmed", "turned", "checked", "present", "draft"]


def test_a_pair_is_remembered_once_with_the_best_that_is_known_of_it() -> None:
    memory = Memory([pair("窓", "w", "draft"), pair("窓", "w", "confirmed"), pair("窓", "w", "checked")])
    assert len(memory) == 1
    assert memory.matches("窓")[0].pair.state is RowState.CONFIRMED


@given(st.lists(st.text("あいab ", max_size=8), max_size=8), st.text("あいab ", max_size=8))
def test_a_text_that_is_there_is_found_and_scores_fall(sources: list[str], sought: str) -> None:
    matches = Memory([pair(source) for source in sources]).matches(sought, most=20)
    scores = [match.score for match in matches]
    assert scores == sorted(scores, reverse=True)
    assert all(LEAST <= score <= 100 for score in scores)
    assert (100 in scores) == (sought in sources and bool(sought.strip()))


def test_twenty_thousand_pairs_are_searched_before_anybody_notices() -> None:
    words = ["窓", "あける", "会議", "話す", "聴く", "待つ", "言葉", "静けさ", "輪", "お茶"]
    texts = ["".join(words[int(digit)] for digit in f"{n * 7919:010}") for n in range(20_000)]
    memory = Memory([pair(text) for text in texts])
    taken = []
    for text in texts[::4000]:
        begun = perf_counter()
        assert memory.matches(f"{text}。")[0].pair.source == text
        taken.append(perf_counter() - begun)
    assert min(taken) < 0.05


# ---- out of a store


class Year:
    """A store with sessions in it."""

    def __init__(self) -> None:
        self.store = MemoryStore()

    def session(self, id: str) -> LiveSession:
        live = LiveSession(id, self.store, Still())
        live.do(acts.Describe(acts.SessionDraft({"ja": f"題 {id}", "en": f"Title {id}"}, PAIR)))
        live.do(acts.AddParticipant(acts.ParticipantDraft({"": "海"})))
        live.do(acts.StartSession())
        return live

    def sources(self, langs: tuple[str, str] = PAIR, without: str = "") -> set[str]:
        memory = remembered(self.store, langs, without)
        return {match.pair.source for text in _ALL for match in memory.matches(text, most=50, least=0)}


_ALL = ("題", "Title", "窓", "Window")


def say(live: LiveSession, state: str = "checked", text: str = "窓", original: str = "ja") -> str:
    who = next(iter(live.state.participants))
    live.do(acts.KeepNote(NoteDraft(NoteKind.IDEA, {original: text}, (who,))))
    note = live.state.notes()[-1].entry
    other = "en" if original == "ja" else "ja"
    live.do(TranslateNote(note, other, TranslationState(state), f"{text}!"))
    return note


def test_it_holds_what_earlier_sessions_say_and_not_the_one_that_is_open() -> None:
    year = Year()
    for id in ("one", "two"):
        say(year.session(id), text=f"窓 {id}")
    assert year.sources() == {"題 one", "窓 one", "題 two", "窓 two"}
    assert year.sources(without="two") == {"題 one", "窓 one"}


def test_what_was_translated_the_other_way_is_turned_round() -> None:
    year = Year()
    say(year.session("one"), text="Window", original="en")
    assert "Window!" in year.sources()
    assert "Window" in year.sources(("en", "ja"))
    assert year.sources(("en", "ko")) == set()
    (match,) = remembered(year.store, PAIR).matches("Window!")
    assert (match.pair.target, match.pair.turned) == ("Window", True)


def test_a_machine_is_not_remembered_nor_what_is_stale_nor_what_is_missing() -> None:
    year = Year()
    live = year.session("one")
    say(live, "machine")
    assert year.sources() == {"題 one"}
    note = say(live)
    assert "窓" in year.sources()
    draft = NoteDraft(
        NoteKind.IDEA, {"ja": "窓、二つ", "en": "窓!"}, live.state.notes()[-1].content.who, original="ja"
    )
    live.do(acts.ChangeNote(note, draft, live.state.versions[note]))
    live.do(acts.KeepNote(NoteDraft(NoteKind.IDEA, {"ja": "窓だけ"})))
    assert year.sources() == {"題 one"}


def test_what_was_erased_is_in_no_memory_that_is_opened_after_it() -> None:
    year = Year()
    live = year.session("one")
    note = say(live)
    live.do(acts.TakeOutNote(note))
    assert year.sources() == {"題 one"}
    say(live, text="窓、もう一度")
    live.do(acts.WithdrawParticipant(next(iter(live.state.participants))))
    assert year.sources() == {"題 one"}


def test_who_does_not_agree_to_the_archive_is_not_found_again() -> None:
    year = Year()
    live = year.session("one")
    say(live)
    live.do(acts.StateConsent(next(iter(live.state.participants)), Purpose.ARCHIVE, False))
    assert year.sources() == {"題 one"}


def test_reading_it_can_be_stopped() -> None:
    year = Year()
    for id in ("one", "two", "three"):
        year.session(id)
    asked: list[int] = []

    def stopped() -> bool:
        asked.append(1)
        return len(asked) > 1

    assert len(remembered(year.store, PAIR, stopped=stopped)) == 1
