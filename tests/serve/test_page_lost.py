"""Words that something came in the way of: given back, or waiting, or said to be lost; never gone without a word."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from coprod.domain import acts
from coprod.domain.rules.pen import Refused, Why
from coprod.domain.terms import ItemKind
from coprod.i18n import Catalogue
from coprod.present.refusals import refusal
from coprod.serve.app import App
from coprod.service.sharing.room import Wish, WishKind
from tests.serve.test_page import at_the_console
from tests.serve.test_page_away import LEFT, taking_part

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from tests.present.meeting import Meeting
    from tests.serve.hosting import Hosted
    from tests.serve.reader import Reader


def field(reader: Reader) -> str:
    return str(reader.one("#text").get_property("value"))


def waiting(reader: Reader) -> int:
    """How much is on its way."""
    return int(
        reader.driver.execute_script("return JSON.parse(sessionStorage.getItem('outbox') ?? '[]').length")
    )


def test_words_that_are_refused_after_a_reload_are_given_back(
    reader: Reader, hosted: Hosted, meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However late the view comes: it is what makes the field that they are given back to."""
    reader.join()
    hosted.stop_listening()
    reader.note("消えてはいけない言葉")
    reader.wait(lambda: "1件" in reader.text())
    meeting.do(acts.PutPenDown())
    view = App.view

    async def late(app: App, request: Request) -> Response:
        await asyncio.sleep(1)
        return await view(app, request)

    monkeypatch.setattr(App, "view", late)
    hosted.start()
    reader.driver.refresh()
    reader.wait(lambda: reader.all("#text"), 20)
    reader.wait(lambda: waiting(reader) == 0)
    assert field(reader) == "消えてはいけない言葉"
    assert hosted.notes() == []


def press_take_back(reader: Reader) -> None:
    reader.driver.execute_script("document.querySelector('.notes button.link').click()")


def test_what_is_taken_back_while_the_pen_is_down_goes_as_soon_as_it_is_up_again(
    reader: Reader, hosted: Hosted, meeting: Meeting
) -> None:
    reader.join()
    reader.note("消してほしい言葉")
    reader.wait(lambda: reader.all(".notes li:not(.waiting) button"))
    meeting.do(acts.PutPenDown())
    reader.wait(lambda: not reader.one("form button.main").is_enabled())
    press_take_back(reader)
    reader.wait(lambda: "記録を再開したら、取り消します" in reader.text())
    assert (reader.shown(), waiting(reader)) == ([], 1)
    assert hosted.notes() == ["消してほしい言葉"]
    meeting.do(acts.TakePenUp())
    reader.wait(lambda: hosted.notes() == [])
    reader.wait(lambda: "届いています" in reader.text())
    assert reader.shown() == []


def test_a_participants_word_that_waits_to_be_taken_back_holds_up_no_wish(
    reader: Reader, hosted: Hosted, meeting: Meeting
) -> None:
    meeting.open(ItemKind.CHECK_IN)
    taking_part(reader, hosted)
    reader.type("やはりやめたい言葉", reader.one("#word"))
    reader.press("このひとことを送る")
    reader.wait(lambda: reader.shown() == ["やはりやめたい言葉"])
    meeting.do(acts.PutPenDown())
    press_take_back(reader)
    reader.press("ひと休みしたいです")
    reader.wait(lambda: hosted.told == [Wish(WishKind.PAUSE, "")])
    assert (reader.shown(), waiting(reader)) == ([], 1)
    meeting.do(acts.TakePenUp())
    reader.wait(lambda: hosted.notes() == [], 20)


def test_why_something_is_not_taken_back_is_said(
    reader: Reader, hosted: Hosted, meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "coprod.serve.app.take_back", lambda live, _guest, _note: Refused(Why.NOT_OPEN, (live.state.session,))
    )
    reader.join()
    reader.note("のこる言葉")
    reader.wait(lambda: reader.all(".notes li:not(.waiting) button"))
    press_take_back(reader)
    reader.wait(lambda: reader.one("form .error").text)
    assert reader.one("form .error").text == refusal(
        Refused(Why.NOT_OPEN, (meeting.state.session,)), meeting.state, meeting.texts("ja"), Catalogue("ja")
    )
    assert reader.shown() == ["のこる言葉"]


def test_what_was_begun_is_counted_as_lost_when_it_is_over(reader: Reader, hosted: Hosted) -> None:
    reader.join()
    reader.type("まだ書きかけの長い言葉", reader.one("#text"))
    hosted.service.close()
    reader.wait(lambda: "まだ届いていない言葉がありました（1件）" in reader.text())
    assert "書きかけ" not in reader.driver.execute_script(LEFT)


def test_what_was_given_back_at_the_closing_is_counted_as_lost(
    reader: Reader, hosted: Hosted, meeting: Meeting
) -> None:
    reader.join()
    hosted.stop_listening()
    reader.note("閉会の瞬間の言葉")
    reader.wait(lambda: "1件" in reader.text())
    meeting.do(acts.CloseSession())
    hosted.start()
    reader.wait(lambda: field(reader) == "閉会の瞬間の言葉", 30)
    hosted.service.close()
    reader.wait(lambda: "まだ届いていない言葉がありました（1件）" in reader.text())


def test_what_a_participant_had_begun_is_counted_as_lost(
    reader: Reader, hosted: Hosted, meeting: Meeting
) -> None:
    meeting.open(ItemKind.CHECK_IN)
    taking_part(reader, hosted)
    reader.type("ひとこと", reader.one("#word"))
    reader.type("話せますか", reader.one("#message"))
    hosted.service.close()
    reader.wait(lambda: "まだ届いていない言葉がありました（2件）" in reader.text())


@pytest.mark.parametrize(
    "answer", ["Promise.resolve(new Response('{}', {status: 429}))", "Promise.reject(new TypeError())"]
)
def test_a_view_that_did_not_come_is_asked_for_again(reader: Reader, hosted: Hosted, answer: str) -> None:
    """While its stream lives: nothing else would say again that something is different."""
    reader.join()
    reader.driver.execute_script(
        "const all = window.fetch; window.left = 2;"
        f"window.fetch = (url, how) => url === '/api/view' && window.left-- > 0 ? {answer} : all(url, how)"
    )
    at_the_console(hosted, "新しい")
    reader.wait(lambda: reader.shown() == ["新しい"], 8)
    assert reader.driver.execute_script("return window.left") < 0
    reader.wait(lambda: "届いています" in reader.text(), 2)


def test_what_waits_lands_under_the_item_that_was_shown_when_it_was_written(
    reader: Reader, hosted: Hosted, meeting: Meeting
) -> None:
    shown = meeting.state.open_item()
    assert shown is not None
    reader.join()
    hosted.stop_listening()
    reader.note("円卓で言ったこと")
    meeting.open(ItemKind.CHECK_IN)
    hosted.start()
    reader.wait(lambda: hosted.notes() == ["円卓で言ったこと"], 30)
    assert meeting.state.notes()[0].content.item == shown.id


def test_a_word_for_the_check_in_that_waits_is_for_the_one_that_was_shown(
    reader: Reader, hosted: Hosted, meeting: Meeting
) -> None:
    meeting.open(ItemKind.CHECK_IN)
    shown = meeting.state.open_item()
    assert shown is not None
    taking_part(reader, hosted)
    hosted.stop_listening()
    reader.type("すこし眠いです。", reader.one("#word"))
    reader.press("このひとことを送る")
    meeting.open(ItemKind.ROUNDTABLE)
    hosted.start()
    reader.wait(lambda: hosted.notes() == ["すこし眠いです。"], 30)
    assert meeting.state.notes()[0].content.item == shown.id
