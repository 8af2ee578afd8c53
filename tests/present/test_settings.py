"""How windows and wall look: what can be chosen, what is kept, and each choice in words."""

from __future__ import annotations

from dataclasses import asdict, fields

import pytest

from coprod.i18n import LANGUAGES, Catalogue
from coprod.present.settings import SIZES, THEMES, Looks, looks_of, looks_rows, turned
from coprod.ui import theme as themes

NAMES = [one.name for one in fields(Looks)]


def test_what_can_be_chosen_is_what_there_is() -> None:
    assert tuple(THEMES) == themes.OFFERED
    assert SIZES == (100, 125, 150, 200)


@pytest.mark.parametrize("name", NAMES)
def test_after_the_last_comes_the_first_and_nothing_else_changes(name: str) -> None:
    looks, seen = Looks(), list[object]()
    while not seen or looks != Looks():
        seen.append(getattr(looks, name))
        looks = turned(looks, name)
        assert {one for one in NAMES if asdict(looks)[one] != asdict(Looks())[one]} <= {name}
    wanted = {"reduced_motion": [False, True], "text": list(SIZES), "wall_text": list(SIZES)}
    assert seen == wanted.get(name, list(THEMES))


@pytest.mark.parametrize("name", NAMES)
def test_every_choice_is_read_as_it_was_kept(name: str) -> None:
    looks = turned(Looks(), name)
    assert looks_of(asdict(looks)) == looks
    assert looks_of({key: str(value) for key, value in asdict(looks).items()}) == looks


@pytest.mark.parametrize("kept", ["", "purple", "101", "-1", None, 3.5])
def test_what_cannot_be_chosen_is_as_at_the_beginning(kept: object) -> None:
    assert looks_of(dict.fromkeys(NAMES, kept)) == Looks()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_row_says_what_it_is_and_what_is_chosen(lang: str) -> None:
    rows = looks_rows(Looks(text=150), Catalogue(lang))
    assert {row.id for row in rows} == set(NAMES)
    assert all(row.tail and row.texts[0].body and row.tail in row.name for row in rows)
    assert len({row.texts[0].body for row in rows}) == len(rows)
    assert [row.tail for row in rows if row.id == "text"] == ["150 %"]


def test_the_choices_in_english() -> None:
    looks = Looks(theme="dark", wall_theme="contrast", wall_text=200, reduced_motion=True)
    said = {row.id: row.name for row in looks_rows(looks, Catalogue("en"))}
    assert said["theme"] == "Colours of the windows, Dark"
    assert said["wall_theme"] == "Colours of the wall, High contrast"
    assert said["wall_text"] == "Text size of the wall, 200 %"
    assert said["reduced_motion"] == "Less motion, On"
