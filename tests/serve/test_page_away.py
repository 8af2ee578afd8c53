"""The page while nothing comes through, and when somebody goes: what it says is so, and no word is lost unsaid."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from coprod.domain import acts
from coprod.domain.terms import ItemKind, PauseKind
from coprod.service.sharing.room import Message, Wish, WishKind
from tests.serve.browser import cut
from tests.serve.hosting import device
from tests.serve.test_page import at_the_console

if TYPE_CHECKING:
    from tests.present.meeting import Meeting
    from tests.serve.hosting import Hosted
    from tests.serve.reader import Reader

LEFT = (
    "return JSON.stringify(sessionStorage) + JSON.stringify(localStorage) + document.cookie"
    " + document.documentElement.outerHTML"
    " + [...document.querySelectorAll('textarea, input')].map((one) => one.value)"
)


def taking_part(reader: Reader, hosted: Hosted, name: str = "") -> None:
    reader.open()
    reader.say_word(hosted.everyone())
    reader.wait(lambda: reader.all(".place"))
    reader.press(name or "名前を出さない")
    reader.wait(lambda: reader.all(".wishes button"))
    reader.wait(lambda: reader.all(".state.arrives"))


def going(reader: Reader) -> list[str]:
    return [one.text for one in reader.all(".going li span")]


def test_what_is_not_there_yet_is_not_said_to_be_and_can_be_taken_back(
    reader: Reader, hosted: Hosted, meeting: Meeting
) -> None:
    meeting.open(ItemKind.CHECK_IN)
    taking_part(reader, hosted)
    cut(reader.driver, off=True)
    reader.type("すこし眠いです。", reader.one("#word"))
    reader.press("このひとことを送る")
    reader.press("ひと休みしたいです")
    reader.press("ひと休みしたいです")
    reader.type("あとで話せますか", reader.one("#message"))
    reader.press("そっと送る")
    reader.wait(lambda: len(going(reader)) == 3)
    assert "届きました" not in reader.text()
    assert "進行役に伝わります。理由" not in reader.text()
    assert "あとで話せますか" not in reader.text()
    reader.all(".going button")[0].click()
    reader.wait(lambda: len(going(reader)) == 2)
    cut(reader.driver, off=False)
    reader.wait(lambda: len(hosted.told) == 1)
    reader.wait(lambda: "届きました" in reader.text())
    time.sleep(0.5)
    (told,) = hosted.told
    assert isinstance(told, Message)
    assert told.text == "あとで話せますか"
    assert hosted.notes() == ["すこし眠いです。"]
    assert going(reader) == []


def test_a_message_that_nobody_can_get_any_more_is_given_back(
    reader: Reader, hosted: Hosted, meeting: Meeting
) -> None:
    taking_part(reader, hosted)
    (who,) = [one.get_attribute("value") for one in reader.all("main option")]
    assert who
    cut(reader.driver, off=True)
    reader.type("あとで話せますか", reader.one("#message"))
    reader.press("そっと送る")
    meeting.do(acts.Leave(who))
    cut(reader.driver, off=False)
    reader.wait(lambda: "言葉はここにあります" in reader.text())
    assert reader.one("#message").get_property("value") == "あとで話せますか"
    assert hosted.told == []


def test_it_is_said_beforehand_whether_a_name_goes_along(
    reader: Reader, hosted: Hosted, meeting: Meeting
) -> None:
    meeting.open(ItemKind.CHECK_IN)
    taking_part(reader, hosted, "Sumire")
    assert "お名前といっしょに進行役に伝わります" in reader.text()
    assert "あなたの言葉として" in reader.text()
    reader.press("あとでお願いします")
    reader.wait(lambda: len(hosted.told) == 1)
    (told,) = hosted.told
    assert isinstance(told, Wish)
    assert told.kind is WishKind.LATER
    assert meeting.texts().body(meeting.state.participants[told.who].called) == "Sumire"
    reader.wait(lambda: "理由は言わなくて大丈夫" in reader.text())


def test_what_is_told_moves_nothing_under_a_thumb(reader: Reader, hosted: Hosted) -> None:
    taking_part(reader, hosted)
    tops = "return [...document.querySelectorAll('.wishes button, #message')].map((one) => one.offsetTop)"
    before = reader.driver.execute_script(tops)
    assert len(before) == 3
    reader.press("ひと休みしたいです")
    reader.wait(lambda: reader.one(".below .told").is_displayed())
    assert reader.driver.execute_script(tops) == before


def test_what_a_participant_has_not_sent_is_kept_nowhere(reader: Reader, hosted: Hosted) -> None:
    taking_part(reader, hosted)
    reader.type("まだ送らない言葉", reader.one("#message"))
    kept = reader.driver.execute_script(
        "return JSON.stringify(sessionStorage) + JSON.stringify(localStorage)"
    )
    assert "まだ送らない" not in kept
    reader.driver.refresh()
    reader.wait(lambda: reader.all("#message"))
    assert reader.one("#message").get_property("value") == ""


def test_a_pause_is_named(reader: Reader, meeting: Meeting) -> None:
    reader.join()
    meeting.do(acts.BeginPause(PauseKind.BREATH))
    reader.wait(lambda: "ひと呼吸おいています" in reader.text())
    meeting.do(acts.EndPause())
    reader.wait(lambda: "ひと呼吸おいています" not in reader.text())


def test_while_the_pen_is_down_nothing_is_sent_by_any_key(reader: Reader, meeting: Meeting) -> None:
    reader.join()
    reader.type("書かないでおくこと", reader.one("#text"))
    meeting.do(acts.PutPenDown())
    reader.wait(lambda: not reader.one("form button.main").is_enabled())
    sent = (
        "arguments[0].dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', ctrlKey: true}));"
        "return sessionStorage.getItem('outbox')"
    )
    assert reader.driver.execute_script(sent, reader.one("#text")) in {None, "[]"}
    assert reader.one("#text").get_property("value") == "書かないでおくこと"


def test_whoever_leaves_takes_every_word_off_the_device_and_frees_the_place(
    reader: Reader, hosted: Hosted
) -> None:
    reader.join()
    reader.note("残る言葉")
    reader.wait(lambda: hosted.notes() == ["残る言葉"])
    reader.type("書きかけ", reader.one("#text"))
    reader.one(".leave").click()
    reader.driver.switch_to.alert.dismiss()
    assert reader.one("#text").get_property("value") == "書きかけ"
    reader.one(".leave").click()
    reader.driver.switch_to.alert.accept()
    reader.wait(lambda: "この端末には、何も残っていません" in reader.text())
    left = reader.driver.execute_script(LEFT)
    assert not [words for words in ("残る言葉", "書きかけ", "庭がわ", "Sumire", "token") if words in left]
    reader.wait(lambda: not any(one["taken"] for one in device(hosted).ticket()[1]))


def test_at_the_end_it_says_what_had_not_arrived(reader: Reader, hosted: Hosted) -> None:
    reader.join()
    hosted.stop_listening()
    for text in ("届かない言葉", "これも"):
        reader.note(text)
    reader.wait(lambda: "2件" in reader.text())
    hosted.door.close()
    hosted.start()
    reader.wait(lambda: "まだ届いていない言葉がありました（2件）" in reader.text(), 30)
    assert "届かない言葉" not in reader.driver.execute_script(LEFT)
    assert hosted.notes() == []


def test_a_phone_that_wakes_up_hears_at_once(reader: Reader, hosted: Hosted) -> None:
    """Its timers stood still as it slept: the next try would be far away."""
    slow = "const later = setTimeout; window.setTimeout = (go, after) => later(go, after > 400 ? after * 1000 : after)"
    reader.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": slow})
    reader.join()
    hosted.stop_listening()
    reader.wait(lambda: reader.all(".state.waits"))
    hosted.start()
    at_the_console(hosted, "眠っているあいだの言葉")
    time.sleep(1.5)
    assert reader.shown() == []
    reader.driver.execute_script("document.dispatchEvent(new Event('visibilitychange'))")
    reader.wait(lambda: reader.shown() == ["眠っているあいだの言葉"], 5)


def test_the_language_can_be_changed_on_the_way_in_and_what_was_typed_stays(reader: Reader) -> None:
    reader.open()
    reader.type("はるかぜ", reader.one("#word"))
    reader.press("한국어")
    reader.wait(lambda: "들어가기" in reader.text())
    assert reader.one("#word").get_property("value") == "はるかぜ"
    reader.say_word()
    reader.wait(lambda: reader.all(".place"))
    reader.press("English")
    reader.wait(lambda: "Which table do you write for?" in reader.text())
    reader.all(".place")[0].click()
    reader.wait(lambda: reader.all("#text"))
    assert reader.driver.switch_to.active_element.tag_name == "h1"
