"""Words that something came in the way of: given back, or waiting, or said to be lost; never gone without a word."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from coprod.domain import acts
from coprod.serve.app import App

if TYPE_CHECKING:
    import pytest
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
