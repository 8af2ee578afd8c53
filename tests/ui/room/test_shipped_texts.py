"""Every text that comes with the program, on every wall: templates as they are run, and the library."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import datetime
from itertools import product
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize

from coprod import paths
from coprod.domain import acts
from coprod.present.room import Guidance, Kind, RoomView, Run
from coprod.present.speech import tongues_of
from coprod.present.wall import Look, room_view
from coprod.service.library import shipped
from coprod.service.live import Change, LiveSession
from coprod.service.planning import begin_plan, from_template, templates
from coprod.ui import theme as themes
from coprod.ui.room.page import compose
from tests.fakes.memory import MemoryStore
from tests.service.clocks import Still
from tests.ui.room.faults import faults, faults_of, letters, turned
from tests.ui.room.walls import END, LONG_NAME, called, question

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from coprod.domain.acts import Act
    from coprod.present.room import Pair

SIZES = [QSize(1024, 768), QSize(1280, 720), QSize(1920, 1080), QSize(3840, 2160)]
SOAK = os.environ.get("COPROD_SOAK") == "1"
SCALES = (1.0, 1.5, 2.0) if SOAK else (1.0, 2.0)
WALLS = list(product(SIZES, SCALES)) if SOAK else [(SIZES[0], 2.0), (SIZES[2], 1.0)]
LANGUAGES = [("ja", "en"), ("ko", "en"), *([("en", "ja"), ("ja",)] if SOAK else [])]
TEMPLATES = templates(paths.resources() / "templates")
LIBRARY = shipped(paths.resources() / "libraries" / "library.json")
NAMES = ({"ja": "五十嵐・フェザーストーンホー", "en": LONG_NAME[0].text, "ko": "김하나"}, {"": "空"})

every_wall = pytest.mark.parametrize(
    ("size", "scale"), WALLS, ids=[f"{size.width()}x{size.height()}-{scale}" for size, scale in WALLS]
)
every_pair = pytest.mark.parametrize("languages", LANGUAGES, ids="-".join)


@pytest.fixture(scope="module")
def look(qapp: QApplication) -> themes.Theme:
    theme = themes.load("light")
    themes.apply(qapp, theme)
    return theme


def played(number: int, languages: tuple[str, ...]) -> list[RoomView]:
    """What the wall shows while a template is run from its first item to its last."""
    start = datetime.fromisoformat("2026-12-01T13:30:00+09:00")
    file = from_template(TEMPLATES[number], start=start, zone="Asia/Tokyo", languages=languages)
    store, clock = MemoryStore(), Still()
    live = LiveSession(begin_plan(file, store, clock), store, clock)
    seen: list[RoomView] = []

    def do(act: Act) -> None:
        if isinstance(live.do(act), Change):
            for shown in (Look.SESSION, Look.GUIDELINES):
                view = room_view(live.state, live.words, tongues_of(live.state), clock.now(), look=shown)
                if view not in seen:
                    seen.append(view)

    for name in NAMES:
        do(acts.AddParticipant(acts.ParticipantDraft(called=name)))
    people = list(live.state.participants)
    do(acts.StartSession())
    for item in live.state.agenda:
        do(acts.OpenItem(item.id))
        do(acts.BeginRound())
        do(acts.BeginTurn(people[0]))
        do(acts.EndTurn())
    do(acts.AgreeGuidelines())
    do(acts.CloseSession())
    return seen


@every_wall
@every_pair
@pytest.mark.parametrize("number", range(len(TEMPLATES)))
def test_a_template_is_run_on_every_wall(
    number: int, languages: tuple[str, ...], size: QSize, scale: float, look: themes.Theme
) -> None:
    views = played(number, languages)
    assert len(views) > 1
    for view in views:
        assert faults(view, size, look, scale) == []


def in_languages(text: dict[str, str], languages: tuple[str, ...]) -> Pair:
    return tuple(Run(lang, text[lang]) for lang in languages)


def of_library(languages: tuple[str, ...]) -> list[RoomView]:
    """Each text of the library where it may stand; guidelines all at once."""
    runs = {one.id: in_languages(dict(one.text), languages) for one in LIBRARY}
    rules = [runs[one.id] for one in LIBRARY if one.kind == "guideline"]
    listed = tuple(Guidance(number, text) for number, text in enumerate(rules, start=1))
    asked = [runs[one.id] for one in LIBRARY if one.kind != "guideline"]
    longest = sorted(asked, key=lambda pair: -sum(len(run.text) for run in pair))[:6]
    now, following = called(LONG_NAME)
    return [
        RoomView(Kind.GUIDELINES, where=rules[0], guidelines=listed, foot=longest[0], clock=END),
        *(question(title=pair, now=now, next=following, clock=END, arc=0.4) for pair in longest),
        *(question(title=pair, under=longest[0]) for pair in asked),
    ]


@every_wall
@every_pair
def test_the_library_goes_on_every_wall(
    languages: tuple[str, ...], size: QSize, scale: float, look: themes.Theme
) -> None:
    for view in of_library(languages):
        assert faults(view, size, look, scale) == []


@every_pair
def test_no_word_of_the_library_is_lost(languages: tuple[str, ...], look: themes.Theme) -> None:
    for scale in SCALES:
        for view in of_library(languages):
            shown = letters(turned(view, SIZES[0], look, scale))
            for run in (*view.title, *(run for one in view.guidelines for run in one.text)):
                assert run.text.replace(" ", "") in shown


def test_the_colours_of_a_wall_do_not_change_where_its_words_stand(look: themes.Theme) -> None:
    views = of_library(("ja", "en"))[:3]
    places = [
        [text.rect for view in views for text in compose(view, SIZES[0], themes.load(name), scale=2.0).placed]
        for name in ("light", "dark", "contrast")
    ]
    assert places[0] == places[1] == places[2]


def test_a_fault_would_be_found(look: themes.Theme) -> None:
    sheet = compose(question(), SIZES[0], look)
    first = sheet.placed[0]
    wrong = [
        replace(first, x=-40.0),
        replace(first, y=sheet.height),
        replace(first, scale=0.5),
        replace(first, y=first.y + 10),
    ]
    for one in wrong:
        assert faults_of(replace(sheet, placed=[*sheet.placed, one]))
    assert faults_of(sheet) == []
