"""Pictures of the page on a phone and on a tablet, in each language, out of a real Chromium."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from coprod.domain import acts
from coprod.domain.terms import ItemKind, NoteKind
from coprod.i18n import LANGUAGES
from tests.present.meeting import Meeting
from tests.serve.browser import PHONE, TABLET, chromium
from tests.serve.hosting import Hosted, grouped, supported
from tests.serve.test_page import Reader

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

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


def main(folder: Path) -> None:
    """Write them all."""
    folder.mkdir(parents=True, exist_ok=True)
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
            reader.all(".roles .chip")[1].click()
            reader.say_word()
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
    picture = Image.open(BytesIO(driver.get_screenshot_as_png())).convert("RGB")
    picture.quantize(64, dither=Image.Dither.NONE).save(path, optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
