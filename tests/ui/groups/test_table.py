"""One group of the arrange window: what it shows, and how it looks in each theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coprod.i18n import Catalogue
from coprod.present.groups import Sitting, Table
from coprod.present.marks import Mark
from coprod.ui import theme as themes
from coprod.ui.groups.table import PersonButton, TableBox
from tests.ui.access.test_colours import THEMES, ground_and_text, reds

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from coprod.ui.theme import Theme

ONE = Sitting("1", "Sumire", Mark.PEER, "Sumire, Peer, Window table")
LONG = Sitting("2", "Wilhelmina-Philippa Featherstonehaugh MM", Mark.NOT_SAID, "Wilhelmina, Not said")


def button(qtbot: QtBot, sitting: Sitting, theme: Theme, *, chosen: bool = False) -> PersonButton:
    made = PersonButton(theme, sitting, chosen=chosen)
    qtbot.addWidget(made)
    made.resize(180, made.sizeHint().height())
    return made


@THEMES
@pytest.mark.parametrize("chosen", [False, True])
def test_a_person_is_legible_in_every_theme(qtbot: QtBot, name: str, chosen: bool) -> None:
    theme = themes.load(name)
    box = TableBox(theme, Table("", "", (ONE,), kept=False), (ONE.id,) if chosen else (), Catalogue("en"))
    qtbot.addWidget(box)
    box.resize(220, 240)
    whole = box.grab()
    picture = whole.copy(box.people[0].geometry()).toImage()
    assert not reds(whole.toImage())
    ground, text = ground_and_text(picture)
    assert themes.contrast(ground, text) >= 7
    assert themes.contrast(theme.fill, theme.ink) >= 7


def test_who_is_chosen_looks_otherwise_and_each_shape_too(qtbot: QtBot) -> None:
    theme = themes.load("light")
    plain = button(qtbot, ONE, theme).grab().toImage()
    assert button(qtbot, ONE, theme, chosen=True).grab().toImage() != plain
    other = Sitting("1", "Sumire", Mark.FAMILY, ONE.told)
    assert button(qtbot, other, theme).grab().toImage() != plain


def test_a_long_name_is_whole_for_the_ear_and_in_the_tool_tip(qtbot: QtBot) -> None:
    made = button(qtbot, LONG, themes.load("light"))
    assert made.toolTip() == LONG.name
    assert made.accessibleName() == LONG.told
    assert made.accessibleDescription() == "← →"
    assert made.sizeHint().height() >= 36


@pytest.mark.parametrize(("lang", "keep"), [("en", "Keep this group"), ("ja", "このグループはそのまま")])
def test_a_group_shows_its_name_its_people_and_whether_it_is_kept(qtbot: QtBot, lang: str, keep: str) -> None:
    box = TableBox(themes.load("light"), Table("窓", "2", (ONE, LONG), kept=True), ("2",), Catalogue(lang))
    qtbot.addWidget(box)
    assert (box.name.text(), box.count.text()) == ("窓", "2")
    assert [(one.sitting, one.isChecked()) for one in box.people] == [(ONE, False), (LONG, True)]
    assert box.keep.isChecked()
    assert box.keep.text() == keep
    assert box.keep.accessibleName().startswith(keep)
    assert box.keep.accessibleName().endswith("窓")


def test_an_empty_group_still_has_its_name(qtbot: QtBot) -> None:
    box = TableBox(themes.load("light"), Table("Lamp table", "0 people", (), kept=False), (), Catalogue("en"))
    qtbot.addWidget(box)
    assert box.people == []
    assert box.name.text() == "Lamp table"
    assert not box.keep.isChecked()
