"""Pictures of joining: the card on the wall, the window that shares, and the page in a real Chromium."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image
from PySide6.QtCore import QSize

from coprod.domain import acts
from coprod.domain.terms import ItemKind, NoteKind
from coprod.i18n import LANGUAGES, Catalogue
from coprod.present.joining import Joining, join_view
from coprod.present.speech import Speech, Tongue
from coprod.service.sharing.pairing import Guest, Role
from coprod.service.sharing.room import Message
from coprod.ui import theme as themes
from coprod.ui.room.page import render
from tests.present.meeting import Meeting
from tests.serve.browser import PHONE, TABLET, chromium
from tests.serve.hosting import Hosted, grouped, supported
from tests.serve.reader import Reader
from tools.pictures import save_image, save_palette

if TYPE_CHECKING:
    from pathlib import Path

    from selenium.webdriver import Chrome

    from coprod.domain.state import State
    from coprod.ui.console.hosting import HostingWindow

_SAID = {
    "ja": (
        "略語の一覧を、いっしょに一枚つくりたい。",
        "順番を決めると、黙っていられなくなる人もいると思います。",
    ),
    "en": (
        "Let us make one page of all our abbreviations, together.",
        "With a fixed order some can no longer stay silent.",
    ),
    "ko": (
        "줄임말 목록을 함께 한 장 만들고 싶어요.",
        "순서를 정하면 가만히 있을 수 없게 되는 사람도 있을 것 같아요.",
    ),
}


JOINING = Joining(
    "192.168.10.23:8443", "はるかぜ・しおり", "harukaze shiori", "room-b", ("あさひ・すみれ", "asahi sumire")
)
PAGES = ("phone", "tablet", "phone-dark", "phone-word", "phone-participant")
_CARDS = (("ja", "en"), ("en", "ja"), ("ko", "ja"))
NAMES = [
    *(f"room-join-{'-'.join(pair)}" for pair in _CARDS),
    *(f"{page}-{lang}" for page in PAGES for lang in LANGUAGES),
]
"""Of all pictures of joining."""


def begin_to_share(window: HostingWindow) -> None:
    """Show what is asked before it is shared."""
    window.show_sharing(None, (JOINING.address.partition(":")[0],), {}, ())


def share(window: HostingWindow, state: State) -> None:
    """Show sharing as it is while two tables take notes and a message waits."""
    tables = [group.id for group in state.small_groups()]
    here = {Guest(Role.NOTES, table): 60.0 * n for n, table in enumerate(tables[:2])}
    here |= {Guest(Role.PARTICIPANT, ""): 1.0 for _ in range(3)}
    window.show_sharing(JOINING, (), here, (Message(next(iter(state.participants)), ""),))


def cards(folder: Path) -> None:
    """How to join, as it stands on the wall."""
    for pair in _CARDS:
        view = join_view(JOINING, Speech({}, tuple(Tongue(one, Catalogue(one)) for one in pair)))
        save_image(
            render(view, QSize(1920, 1080), themes.load("light")), folder / f"room-join-{'-'.join(pair)}.png"
        )


def phones(folder: Path) -> None:
    """The page on a phone and on a tablet, in each language."""
    for lang in LANGUAGES:
        for name, size, dark in (
            ("phone", PHONE, False),
            ("tablet", TABLET, False),
            ("phone-dark", PHONE, True),
        ):
            _notes(folder / f"{name}-{lang}.png", lang, size, dark=dark)
        _joining_and_taking_part(folder, lang)


def _notes(path: Path, lang: str, size: tuple[int, int], *, dark: bool) -> None:
    meeting = grouped(Meeting())
    hosted = Hosted(meeting)
    try:
        with chromium(lang, size, dark=dark) as driver:
            reader = Reader(driver, hosted)
            _enter(reader)
            begun, kept = _SAID[lang]
            table = meeting.state.small_groups()[0]
            draft = acts.NoteDraft(
                NoteKind.DIFFERENCE, {lang: kept}, table.members[2:], original=lang, minority=True
            )
            meeting.do(acts.KeepNote(draft, table.id))
            reader.wait(lambda: reader.shown() == [kept])
            reader.all("button.chip")[0].click()
            reader.type(begun, reader.one("#text"))
            _save(driver, path)
    finally:
        hosted.close()


def _joining_and_taking_part(folder: Path, lang: str) -> None:
    meeting = grouped(Meeting())
    supported(meeting)
    meeting.open(ItemKind.CHECK_IN)
    hosted = Hosted(meeting, participants=9)
    try:
        with chromium(lang) as driver:
            reader = Reader(driver, hosted).open()
            _save(driver, folder / f"phone-word-{lang}.png")
            reader.say_word(hosted.everyone())
            reader.wait(lambda: reader.all(".place"))
            reader.all(".place")[-1].click()
            reader.wait(lambda: reader.all(".wishes button"))
            reader.wait(lambda: reader.all(".state.arrives"))
            _save(driver, folder / f"phone-participant-{lang}.png")
    finally:
        hosted.close()


def _enter(reader: Reader) -> None:
    reader.open()
    reader.say_word()
    reader.wait(lambda: reader.all(".place"))
    reader.all(".place")[0].click()
    reader.wait(lambda: reader.all(".state.arrives"))


def _save(driver: Chrome, path: Path) -> None:
    driver.execute_script("scrollTo(0, 0)")
    picture = Image.open(BytesIO(driver.get_screenshot_as_png())).convert("RGB")
    save_palette(picture, path)
