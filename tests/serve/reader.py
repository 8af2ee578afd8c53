"""Somebody who reads and writes the page in a real Chromium."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from selenium.webdriver.common.by import By

from tests.serve.hosting import HERE, Hosted

if TYPE_CHECKING:
    from collections.abc import Callable

    from selenium.webdriver import Chrome
    from selenium.webdriver.remote.webelement import WebElement


class Reader:
    """Somebody at a browser."""

    def __init__(self, driver: Chrome, hosted: Hosted) -> None:
        self.driver, self.hosted = driver, hosted

    def open(self) -> Reader:
        self.driver.get(f"https://{HERE}:{self.hosted.port}/")
        self.wait(lambda: self.all("main button"))
        return self

    def wait(self, until: Callable[[], Any], seconds: float = 15) -> None:
        end = time.monotonic() + seconds
        while not until():
            assert time.monotonic() < end, self.text()
            time.sleep(0.05)

    def all(self, css: str) -> list[WebElement]:
        return self.driver.find_elements(By.CSS_SELECTOR, css)

    def one(self, css: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, css)

    def text(self) -> str:
        return str(self.driver.execute_script("return document.body.innerText"))

    def press(self, text: str) -> None:
        """Press what says so, as soon as it is there."""
        script = (
            "const found = [...document.querySelectorAll('button, label.chip')]"
            ".find((one) => one.innerText.includes(arguments[0]) && !one.disabled); found?.click(); return !!found"
        )
        self.wait(lambda: self.driver.execute_script(script, text))

    def say_word(self, word: str = "") -> None:
        field = self.one("#word")
        field.clear()
        self.type(word or self.hosted.word.kana, field)
        self.one("button.main").click()

    def type(self, text: str, into: WebElement) -> None:
        """Write as an input method does: what is composed first, then what is taken."""
        self.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", into)
        into.click()
        begun = text[: len(text) // 2]
        self.driver.execute_cdp_cmd(
            "Input.imeSetComposition",
            {"text": begun, "selectionStart": len(begun), "selectionEnd": len(begun)},
        )
        self.driver.execute_cdp_cmd("Input.insertText", {"text": text})

    def join(self, table: str = "庭がわ") -> Reader:
        self.open()
        self.say_word()
        self.wait(lambda: self.all(".place"))
        self.press(table)
        self.wait(lambda: self.all("#text"))
        self.wait(lambda: "届いています" in self.text())
        return self

    def note(self, text: str) -> None:
        self.type(text, self.one("#text"))
        self.one("form button.main").click()

    def shown(self) -> list[str]:
        found: list[str] = self.driver.execute_script(
            "return [...document.querySelectorAll('.notes .words')].map((one) => one.innerText)"
        )
        return found
