"""The card for joining says each step in the languages of the session, and its code leads to the page alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coprod.i18n import Catalogue
from coprod.present.joining import Joining, join_view, squares
from coprod.present.room import Invitation, Kind, RoomView
from coprod.present.speech import Speech, Tongue

JOINING = Joining("192.168.10.23:8443", "はるかぜ・しおり", "harukaze shiori", "room-b")


def card(*langs: str, joining: Joining = JOINING) -> RoomView:
    return join_view(joining, Speech({}, tuple(Tongue(lang, Catalogue(lang)) for lang in langs)))


def invitation(*langs: str, joining: Joining = JOINING) -> Invitation:
    found = card(*langs, joining=joining).invitation
    assert found is not None
    return found


def words_of(view: RoomView) -> list[str]:
    assert view.invitation is not None
    return [run.text for run in view.invitation.word]


def said(*langs: str, joining: Joining = JOINING) -> list[str]:
    return [step[0].text for step in invitation(*langs, joining=joining).steps]


def test_each_step_is_said_in_both_languages() -> None:
    view = card("ja", "en")
    assert view.kind is Kind.JOIN
    assert [run.text for run in view.where] == ["記録係の方へ", "For note-takers"]
    assert [[run.lang for run in step] for step in invitation("ja", "en").steps] == [["ja", "en"]] * 4
    assert said("en") == [
        "Join the Wi-Fi “room-b”",
        "Point your camera at the code",
        "“Not secure”? “Advanced” leads on",
        "Enter the word of the day",
    ]


def test_it_says_why_the_browser_warns_and_nothing_of_it_where_none_will() -> None:
    assert "because" not in str(card("en").foot)
    assert "key was made here" in card("en").foot[0].text
    known = replace(JOINING, known=True)
    assert len(said("en", joining=known)) == 3
    assert card("en", joining=known).foot[0].text == "No word leaves this room"


def test_without_a_name_it_is_the_wifi_of_the_room_and_for_everyone_where_everyone_may_join() -> None:
    assert said("en", joining=replace(JOINING, wifi=""))[0] == "Join the Wi-Fi of this room"
    both = replace(JOINING, everyone=("あさひ・すみれ", "asahi sumire"))
    speech = Speech({}, (Tongue("ja", Catalogue("ja")),))
    everyone, notes = (join_view(both, speech, everyone=one) for one in (True, False))
    assert everyone.where[0].text == "この部屋のみなさまへ"
    assert words_of(everyone) == ["あさひ・すみれ", "asahi sumire"]
    assert notes == join_view(JOINING, speech)


@pytest.mark.parametrize(("langs", "word"), [(("ja", "en"), 2), (("ko", "ja"), 2), (("en", "ko"), 1)])
def test_the_word_stands_in_kana_where_japanese_is_spoken(langs: tuple[str, ...], word: int) -> None:
    told = [run.text for run in invitation(*langs).word]
    assert told == ["はるかぜ・しおり", "harukaze shiori"][-word:]


def test_a_code_is_a_square_with_its_three_corners_and_holds_no_word() -> None:
    assert JOINING.url == "https://192.168.10.23:8443/"
    rows = squares(JOINING.url)
    assert {len(row) for row in rows} == {len(rows)}
    corner = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"]
    assert [row[:7] for row in rows[:7]] == [row[-7:] for row in rows[:7]] == corner
    assert [row[:7] for row in rows[-7:]] == corner
    assert rows == invitation("ja").squares
    assert rows == invitation("ja", joining=replace(JOINING, kana="ほか", roman="hoka")).squares
