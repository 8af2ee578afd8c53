"""The page for everybody: with a screen reader, with a thumb, with large letters, in each scheme of colours."""

from __future__ import annotations

import os
from itertools import pairwise, product
from typing import TYPE_CHECKING, Any

import pytest

from tests.serve.browser import PHONE, TABLET, chromium, prefer, turn
from tests.serve.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.serve.hosting import Hosted

SOAK = bool(os.environ.get("COPROD_SOAK"))
LANGUAGES, SIZES = ("ja", "en", "ko"), (PHONE, TABLET, (320, 640))
EACH = list(product(LANGUAGES, SIZES)) if SOAK else list(zip(LANGUAGES, SIZES, strict=True))


@pytest.mark.parametrize(("lang", "size"), EACH)
def test_a_screen_reader_and_a_thumb_find_everything(
    hosted: Hosted, lang: str, size: tuple[int, int]
) -> None:
    with chromium(lang, size) as driver:
        for reader in walked(Reader(driver, hosted)):
            check_page(reader, lang)


def test_letters_of_twice_the_size_push_nothing_off_the_screen(hosted: Hosted) -> None:
    with chromium("en", letters=32) as driver:
        for reader in walked(Reader(driver, hosted)):
            assert driver.execute_script("return getComputedStyle(document.body).fontSize") == "32px"
            for width, height in (PHONE, PHONE[::-1]):
                turn(driver, width, height)
                check_page(reader, "en")


def test_every_word_stands_out_from_its_ground(hosted: Hosted) -> None:
    with chromium("ja") as driver:
        for reader in walked(Reader(driver, hosted)):
            for scheme, contrast in product(("light", "dark"), ("no-preference", "more")):
                prefer(driver, {"prefers-color-scheme": scheme, "prefers-contrast": contrast})
                found = reader.driver.execute_script(_COLOURS)
                assert len(found) > 4
                wanted = 7.0 if contrast == "more" else 4.5
                for what, ink, ground in found:
                    assert ratio(ink, ground) >= wanted, (scheme, contrast, what, ink, ground)


def test_where_the_system_forces_its_colours_marks_are_still_seen(hosted: Hosted) -> None:
    with chromium("ja") as driver:
        prefer(driver, {"forced-colors": "active"})
        reader = Reader(driver, hosted).join()
        reader.press("Sumire")
        marks = driver.execute_script(_MARKS)
        assert len(marks) > 2
        for mark, chip in marks:
            assert ratio(mark, chip) >= 3.0, (mark, chip)


def walked(reader: Reader) -> Iterator[Reader]:
    """The same reader at each step: the word, the places, the notes, and as a participant."""
    yield reader.open()
    reader.say_word()
    reader.wait(lambda: reader.all(".place"))
    yield reader
    reader.all(".place")[0].click()
    reader.wait(lambda: reader.all("#text"))
    reader.note("言葉")
    reader.wait(lambda: reader.all(".notes li:not(.waiting)"))
    reader.wait(lambda: reader.all(".state.arrives"))
    yield reader
    reader.driver.execute_script("sessionStorage.removeItem('token'); location.reload()")
    reader.wait(lambda: reader.all("#word"))
    reader.say_word(reader.hosted.everyone())
    reader.wait(lambda: reader.all(".place"))
    reader.all(".place")[-1].click()
    reader.wait(lambda: reader.all(".wishes button"))
    reader.wait(lambda: reader.all(".state.arrives"))
    yield reader


def ratio(one: list[int], other: list[int]) -> float:
    """WCAG 2."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(rgb: list[int]) -> float:
    parts = [part / 255 for part in rgb]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


_NUMBERS = "const numbers = (css) => css.match(/[0-9.]+/g).map(Number);"

_COLOURS = f"""{_NUMBERS}
const ground = (one) => {{
  for (; one; one = one.parentElement) {{
    const [red, green, blue, alpha = 1] = numbers(getComputedStyle(one).backgroundColor);
    if (alpha > 0) return [red, green, blue];
  }}
  return [255, 255, 255];
}};
return [...document.querySelectorAll('body *')]
  .filter((one) => one.offsetParent !== null && !one.closest('.unseen'))
  .filter((one) => [...one.childNodes].some((kid) => kid.nodeType === 3 && kid.data.trim()))
  .map((one) => [one.innerText.slice(0, 20), numbers(getComputedStyle(one).color).slice(0, 3), ground(one)]);
"""

_MARKS = f"""{_NUMBERS}
return [...document.querySelectorAll('.chip .mark')].map((one) => {{
  const drawn = getComputedStyle(one, '::before');
  const filled = numbers(drawn.backgroundColor)[3] !== 0;
  return [numbers(filled ? drawn.backgroundColor : drawn.borderTopColor).slice(0, 3),
    numbers(getComputedStyle(one.parentNode).backgroundColor).slice(0, 3)];
}});
"""


_MEASURE = """
const seen = (one) => one.offsetParent !== null && getComputedStyle(one).visibility !== 'hidden';
const targets = 'button, select, textarea, input[type=text], .chip, .tongues label, .tick label';
return [...document.querySelectorAll(targets)].filter(seen).map((one) => {
  const box = one.getBoundingClientRect();
  const what = one.tagName + ' ' + one.className + ' ' + one.innerText.slice(0, 20);
  return [what, box.width, box.height, box.left, box.right];
});
"""


def check_page(reader: Reader, lang: str) -> None:
    """Targets of 44 px, nothing beside the screen, names for all, headings in order, its language told."""
    width = reader.driver.execute_script("return document.documentElement.clientWidth")
    for what, wide, high, left, right in reader.driver.execute_script(_MEASURE):
        assert high >= 43.9, what
        assert wide >= 43.9, what
        assert left >= 0, what
        assert right <= width + 0.5, what
    assert reader.driver.execute_script("return document.documentElement.scrollWidth") <= width
    assert reader.driver.execute_script("return document.documentElement.lang") == lang
    nodes = reader.driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    named = {"button", "textbox", "radio", "checkbox", "combobox", "heading"}
    levels = []
    for node in nodes:
        role = node.get("role", {}).get("value")
        if node.get("ignored") or role not in named:
            continue
        assert node.get("name", {}).get("value"), node
        if role == "heading":
            levels += [one["value"]["value"] for one in node["properties"] if one["name"] == "level"]
    assert levels[:1] == [1]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    if reader.all(".state.arrives"):
        live = [
            one for one in nodes if one.get("role", {}).get("value") == "status" and not one.get("ignored")
        ]
        assert live
        assert {_property(one, "live") for one in live} == {"polite"}


def _property(node: dict[str, Any], name: str) -> Any:
    return next((one["value"]["value"] for one in node["properties"] if one["name"] == name), None)
