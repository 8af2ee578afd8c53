"""People, kinds and languages, as other people write them down."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.domain import acts
from coprod.domain.acts import ParticipantDraft
from coprod.domain.terms import ItemKind, NoteKind, Visibility
from coprod.i18n import LANGUAGES
from coprod.present.kinds import VISIBILITIES
from coprod.present.recognise import Known, everywhere, known, plain
from coprod.vocabulary import NOTES
from tests.present.meeting import PEOPLE, Meeting

NAMES = tuple(PEOPLE)


@pytest.fixture
def meeting() -> Meeting:
    made = Meeting()
    made.open(ItemKind.CHECK_IN)
    return made


def knows(meeting: Meeting) -> Known:
    return known(meeting.state, meeting.texts())


@pytest.mark.parametrize(
    "written",
    ["Umi", "umi", "ＵＭＩ", " Umi ", "Umiさん", "Umi 様", "Umi氏", "Umi님", "Umiさま"],
)
def test_a_person_is_known_however_politely_they_are_named(meeting: Meeting, written: str) -> None:
    assert knows(meeting).everyone(written) == ((meeting.who("Umi"),), ())


@pytest.mark.parametrize(
    "between", [", ", "、", "，", "; ", "/", "／", "・", " & ", "＋", " and ", "\n", " 와 "]
)
def test_several_people_are_known_whatever_stands_between(meeting: Meeting, between: str) -> None:
    umi, vera = meeting.who("Umi"), meeting.who("Vera")
    assert knows(meeting).everyone(f"Umi{between}Vera") == ((umi, vera), ())


def test_a_name_with_a_sign_in_it_is_still_one_name(meeting: Meeting) -> None:
    meeting.do(
        acts.ChangeParticipant(meeting.who("Umi"), ParticipantDraft({"en": "Umi and Vera", "ja": "海・波"}))
    )
    assert knows(meeting).everyone("海・波") == ((meeting.who("Umi"),), ())
    assert knows(meeting).everyone("Umi and Vera") == ((meeting.who("Umi"),), ())


def test_who_is_not_here_is_named_and_nobody_is_taken_for_them(meeting: Meeting) -> None:
    assert knows(meeting).everyone("Hana, Umi、Ren") == ((meeting.who("Umi"),), ("Hana", "Ren"))
    assert knows(meeting).everyone("") == ((), ())
    assert knows(meeting).everyone(" 、 ") == ((), ())


def test_a_person_named_twice_is_one(meeting: Meeting) -> None:
    assert knows(meeting).everyone("Umi, umi") == ((meeting.who("Umi"),), ())


@pytest.mark.parametrize("kind", NoteKind)
def test_each_kind_is_known_in_each_language_and_by_its_number(meeting: Meeting, kind: NoteKind) -> None:
    kinds = knows(meeting).kinds
    for words in everywhere():
        assert kinds[plain(words.say(NOTES[kind]))] is kind
    assert kinds[str(list(NoteKind).index(kind) + 1)] is kind


@pytest.mark.parametrize("reach", Visibility)
def test_each_reach_is_known_in_each_language(meeting: Meeting, reach: Visibility) -> None:
    for words in everywhere():
        assert knows(meeting).reaches[plain(words.say(VISIBILITIES[reach]))] is reach


def test_languages_are_known_by_their_own_names_ours_and_their_tags(meeting: Meeting) -> None:
    tongues = knows(meeting).tongues
    for name in ("ja", "JA", "日本語", "Japanese", "일본어"):
        assert tongues[plain(name)] == "ja"
    for name in ("en", "English", "英語"):
        assert tongues[plain(name)] == "en"
    assert plain("한국어") not in tongues


@pytest.mark.parametrize(
    ("text", "lang"),
    [("One chair", "en"), ("椅子", "ja"), ("いす OK", "ja"), ("의자", "en"), ("123", "en"), ("", "en")],
)
def test_the_letters_tell_the_language_among_those_of_the_session(
    meeting: Meeting, text: str, lang: str
) -> None:
    assert knows(meeting).language(text) == lang


def test_in_a_session_without_a_language_the_letters_alone_tell() -> None:
    nothing = Known({}, {}, {}, {}, ())
    assert [nothing.language(text) for text in ("의자", "椅子", "chair")] == ["ko", "ja", "en"]


@given(st.lists(st.sampled_from([*NAMES, "Hana", "Ren", ""]), max_size=5), st.sampled_from(["、", ", ", "/"]))
def test_every_name_in_a_cell_is_somebody_or_told_of(names: list[str], between: str) -> None:
    made = Meeting()
    who, strangers = knows(made).everyone(between.join(names))
    here = [name for name in names if name in PEOPLE]
    assert list(who) == list(dict.fromkeys(map(made.who, here)))
    assert list(strangers) == [name for name in names if name and name not in PEOPLE]


def test_the_words_of_each_language_are_there_once() -> None:
    assert [words.lang for words in everywhere()] == list(LANGUAGES)
