"""The page in a real Chromium, as a phone and as a tablet have it: joined, used, cut off, and empty at the end."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from coprod.domain import acts
from coprod.domain.terms import ItemKind, NoteKind, Visibility
from coprod.serve import events
from coprod.service.sharing.room import Message, Wish, WishKind
from tests.serve.browser import cut
from tests.serve.hosting import device

if TYPE_CHECKING:
    import pytest

    from tests.present.meeting import Meeting
    from tests.serve.hosting import Hosted
    from tests.serve.reader import Reader


def at_the_console(hosted: Hosted, text: str) -> None:
    """A note that the facilitator keeps for the first table."""
    draft = acts.NoteDraft(NoteKind.IDEA, {"ja": text}, original="ja")
    hosted.meeting.do(acts.KeepNote(draft, next(iter(hosted.meeting.state.groups))))


def test_notes_are_taken_in_japanese_and_nothing_is_lost_or_double_when_it_is_cut(
    reader: Reader, hosted: Hosted
) -> None:
    reader.join()
    reader.press("Sumire")
    reader.note("最初の言葉です。")
    reader.wait(lambda: hosted.notes() == ["最初の言葉です。"])
    cut(reader.driver, off=True)
    reader.note("切れたあいだの言葉。")
    reader.note("もうひとつ。")
    reader.wait(lambda: "つながったら送ります（2件）" in reader.text())
    assert reader.shown()[:2] == ["もうひとつ。", "切れたあいだの言葉。"]
    cut(reader.driver, off=False)
    reader.wait(lambda: len(hosted.notes()) == 3)
    hosted.service.close()  # the laptop itself is gone for a moment; who was let in is forgotten with it
    assert hosted.notes() == ["最初の言葉です。", "切れたあいだの言葉。", "もうひとつ。"]
    (first, *_) = hosted.meeting.state.notes()
    assert first.group in hosted.meeting.state.groups
    assert [
        hosted.meeting.texts().body(hosted.meeting.state.participants[who].called)
        for who in first.content.who
    ]


def test_a_laptop_that_is_away_for_a_moment_gets_everything_later_once(
    reader: Reader, hosted: Hosted
) -> None:
    reader.join()
    hosted.stop_listening()
    for n in range(4):
        reader.note(f"言葉 {n}")
    reader.wait(lambda: "4件" in reader.text())
    hosted.start()
    reader.wait(lambda: len(hosted.notes()) == 4, 25)
    reader.wait(lambda: "届いています" in reader.text(), 25)
    time.sleep(0.5)
    assert hosted.notes() == [f"言葉 {n}" for n in range(4)]


def test_what_was_begun_survives_a_reload_and_enter_in_the_midst_of_a_word_sends_nothing(
    reader: Reader, hosted: Hosted
) -> None:
    reader.join()
    box = reader.one("#text")
    reader.type("書きかけの", box)
    reader.driver.execute_script(
        "arguments[0].dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', ctrlKey: true, isComposing: true}))",
        box,
    )
    assert reader.one("#text").get_property("value") == "書きかけの"
    reader.driver.refresh()
    reader.wait(lambda: reader.all("#text"))
    assert reader.one("#text").get_property("value") == "書きかけの"
    assert hosted.notes() == []
    reader.one("#text").send_keys(Keys.CONTROL, Keys.ENTER)
    reader.wait(lambda: hosted.notes() == ["書きかけの"])
    assert reader.one("#text").get_property("value") == ""


def test_a_note_has_its_kind_its_reach_and_its_language_and_html_is_text(
    reader: Reader, hosted: Hosted
) -> None:
    reader.join()
    kind, reach = reader.all("select")
    kind.find_element(By.CSS_SELECTOR, "[value=decision]").click()
    reach.find_element(By.CSS_SELECTOR, "[value=review]").click()
    reader.one("#minority").click()
    next(one for one in reader.all(".tongues label") if one.text == "English").click()
    wicked = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    reader.note(wicked)
    reader.wait(lambda: hosted.notes() == [wicked])
    content = hosted.meeting.state.notes()[0].content
    assert (content.kind, content.visibility, content.minority) == (
        NoteKind.DECISION,
        Visibility.REVIEW,
        True,
    )
    assert content.said_in == "en"
    reader.wait(lambda: reader.shown() == [wicked])
    assert reader.all(".notes img, .notes script") == []
    tongues = "return [...document.querySelectorAll('.notes .words')].map((one) => one.lang)"
    reader.wait(lambda: reader.driver.execute_script(tongues) == ["en"])


def test_in_the_list_nothing_goes_and_comes_again_while_a_view_is_on_its_way(
    reader: Reader, hosted: Hosted
) -> None:
    reader.join()
    reader.driver.execute_script(
        "window.counts = []; new MutationObserver(() => counts.push(document.querySelectorAll('.notes .words').length))"
        ".observe(document.querySelector('.notes'), { childList: true, subtree: true });"
        "const all = window.fetch; window.fetch = (url, how) => url !== '/api/view' ? all(url, how)"
        " : new Promise((go) => setTimeout(() => go(all(url, how)), 700))"
    )
    for text in ("一つめ", "二つめ"):
        reader.note(text)
        reader.wait(lambda: not reader.all(".notes .waiting"))
    reader.wait(lambda: reader.shown() == ["二つめ", "一つめ"])
    time.sleep(1.5)
    assert reader.shown() == ["二つめ", "一つめ"]
    counts = reader.driver.execute_script("return counts.splice(0)")
    assert counts == sorted(counts)
    assert hosted.notes() == ["一つめ", "二つめ"]
    reader.press("取り消す")  # the newest stands first
    reader.wait(lambda: hosted.notes() == ["一つめ"])
    time.sleep(1.5)
    assert reader.shown() == ["一つめ"]
    assert set(reader.driver.execute_script("return counts")) == {1}


def test_only_this_tables_notes_are_seen_and_only_ones_own_are_taken_back(
    reader: Reader, hosted: Hosted
) -> None:
    other = device(hosted).join(1)
    other.note("あちらの言葉")
    reader.join()
    reader.note("こちらの言葉")
    reader.wait(lambda: len(hosted.notes()) == 2)
    hosted.meeting.do(
        acts.KeepNote(
            acts.NoteDraft(NoteKind.IDEA, {"ja": "進行役から"}, original="ja"),
            next(iter(hosted.meeting.state.groups)),
        )
    )
    reader.wait(lambda: len(reader.shown()) == 2)
    assert "あちらの言葉" not in reader.text()
    assert [one.text for one in reader.all(".notes button")] == ["取り消す"]
    reader.press("取り消す")
    reader.wait(lambda: reader.shown() == ["進行役から"])
    reader.wait(lambda: sorted(hosted.notes()) == sorted(["あちらの言葉", "進行役から"]))


def test_a_wrong_word_is_said_kindly_and_a_table_that_is_taken_can_not_be_had(
    reader: Reader, hosted: Hosted
) -> None:
    device(hosted).join(0)
    reader.open()
    reader.say_word("ちがう")
    reader.wait(lambda: "合言葉がちがうようです" in reader.text())
    reader.say_word(hosted.word.roman.upper().replace(" ", "-"))
    reader.wait(lambda: reader.all(".place"))
    taken, free = reader.all(".place")
    assert not taken.is_enabled()
    assert "使用中" in taken.text
    free.click()
    reader.wait(lambda: reader.text().startswith("窓がわ"))


def test_a_participant_sends_a_word_and_wishes_quietly(
    reader: Reader, hosted: Hosted, meeting: Meeting
) -> None:
    meeting.open(ItemKind.CHECK_IN)
    reader.open()
    reader.say_word(hosted.everyone())
    reader.wait(lambda: reader.all(".place"))
    reader.press("名前を出さない")
    reader.wait(lambda: "ひと休みしたいです" in reader.text())
    reader.type("すこし眠いです。", reader.one("textarea"))
    reader.press("このひとことを送る")
    reader.wait(lambda: hosted.notes() == ["すこし眠いです。"])
    assert meeting.state.notes()[0].content.who == ()
    reader.press("ひと休みしたいです")
    reader.wait(lambda: hosted.told == [Wish(WishKind.PAUSE, "")])
    reader.type("あとで話せますか", reader.all("textarea")[1])
    reader.press("そっと送る")
    reader.wait(lambda: len(hosted.told) == 2)
    message = hosted.told[1]
    assert isinstance(message, Message)
    assert message.text == "あとで話せますか"
    assert hosted.notes() == ["すこし眠いです。"]


def test_a_participant_takes_a_word_back(reader: Reader, hosted: Hosted, meeting: Meeting) -> None:
    meeting.open(ItemKind.CHECK_IN)
    reader.open()
    reader.say_word(hosted.everyone())
    reader.wait(lambda: reader.all(".place"))
    reader.press("名前を出さない")
    reader.wait(lambda: reader.all("#word"))
    reader.type("やはりやめたい言葉", reader.one("#word"))
    reader.press("このひとことを送る")
    reader.wait(lambda: reader.shown() == ["やはりやめたい言葉"])
    reader.driver.refresh()
    reader.wait(lambda: reader.shown() == ["やはりやめたい言葉"])
    reader.press("取り消す")
    reader.wait(lambda: hosted.notes() == [])
    reader.wait(lambda: reader.shown() == [])
    assert "やはりやめたい" not in reader.text()


def test_a_page_says_that_it_is_there_as_long_as_it_is(
    reader: Reader, hosted: Hosted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(events, "HEARTBEAT", 0.2)
    reader.join()
    time.sleep(2)
    assert max(hosted.service.here().values()) < 1


def test_when_it_is_over_no_word_stays_on_the_device(reader: Reader, hosted: Hosted) -> None:
    reader.join()
    reader.note("残らない言葉")
    reader.wait(lambda: len(hosted.notes()) == 1)
    reader.type("書きかけの言葉", reader.one("#text"))
    hosted.service.close()
    reader.wait(lambda: "終わりました" in reader.text())
    left = reader.driver.execute_script(
        "return JSON.stringify(sessionStorage) + JSON.stringify(localStorage) + document.cookie"
        " + document.documentElement.outerHTML"
        " + [...document.querySelectorAll('textarea, input')].map((one) => one.value)"
    )
    for words in ("残らない言葉", "書きかけの言葉", "庭がわ", "Sumire", "token"):
        assert words not in left


def test_where_no_stream_comes_through_it_asks_again_and_again(reader: Reader, hosted: Hosted) -> None:
    source = (
        "const all = window.fetch; window.fetch = (url, options) =>"
        " options?.headers?.Accept === 'text/event-stream' ? Promise.reject(new TypeError()) : all(url, options)"
    )
    reader.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": source})
    reader.join()
    hosted.meeting.do(
        acts.KeepNote(
            acts.NoteDraft(NoteKind.IDEA, {"ja": "あとから"}, original="ja"),
            next(iter(hosted.meeting.state.groups)),
        )
    )
    reader.wait(lambda: reader.shown() == ["あとから"], 20)
