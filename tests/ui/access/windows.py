"""Every window in every state that a meeting leads it through, with names and titles as long as they may be."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QScrollBar, QWidget

from coprod.domain import acts
from coprod.domain.terms import Visibility
from coprod.i18n import Catalogue
from coprod.present.home import Column, HomeView, SessionCard, SessionLine, TitleLine
from coprod.ui import theme as themes
from coprod.ui.home.frame import HomeFrame
from coprod.ui.home.home import Home
from coprod.ui.notes.choice import ChoiceRow
from tests.present.meeting import PEOPLE, Meeting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tests.ui.console.driving import Facilitator

SIZE = (1366, 690)
NAMES = (
    "Wilhelmina-Philippa Featherstonehaugh MM",  # 40 characters, the most that anybody is called by
    "四十文字のとても長い呼び名をもつひとがここに座っていてその名前のままで呼ばれます。",
    "이름이 아주 긴 사람이 여기에 앉아 있고 그 이름 그대로 모두가 부르고 있어",
)
TITLE = {
    "en": ("Who gets to speak, and who is heard, " * 9)[:300],
    "ja": ("だれが話せるか、だれの声が届くか、" * 20)[:300],
}


def long_meeting() -> Meeting:
    """A meeting whose people, items and title are as long as they come."""
    meeting = Meeting()
    for place, who in enumerate(list(meeting.state.participants)):
        standpoints = tuple(PEOPLE.values())[place]
        called = {"": NAMES[place % len(NAMES)]}
        meeting.do(acts.ChangeParticipant(who, acts.ParticipantDraft(called, standpoints=standpoints)))
    for item in meeting.state.agenda:
        draft = acts.ItemDraft(
            item.kind, {lang: text[:120] for lang, text in TITLE.items()}, minutes=item.minutes
        )
        meeting.do(acts.ChangeItem(item.id, draft))
    meeting.do(acts.Describe(acts.SessionDraft(title=TITLE, languages=("en", "ja"), zone="Asia/Tokyo")))
    return meeting


def states(at: Facilitator) -> Iterator[str]:
    """Lead a console through what it looks like in a meeting."""
    yield "planned"
    at.press("Space", "Ctrl+Right")
    yield "guidelines"
    at.press("Ctrl+Right", "Space", "S", "L", "W")
    yield "check-in"
    at.press("Ctrl+Right", "Space")
    at.meeting.note("An afternoon without a list", visibility=Visibility.ROOM, minority=True)
    at.press("R", "P")
    yield "pause"
    at.press("P", "N")
    at.type("Once, and then we wait and see")
    at.press("Alt+7")
    yield "action"
    at.press("Escape", "Ctrl+Shift+C")
    yield "closed"


LINE = SessionLine(
    "planned", (TitleLine("ja", "声を聞く"), TitleLine("en", "Hearing a voice")), "9 June", "Ready"
)
LONG_LINE = SessionLine(
    "long",
    (TitleLine("ja", TITLE["ja"]), TitleLine("en", TITLE["en"])),
    "12 December 2026, no. 104",
    "No agenda yet",
)


def home_view(line: SessionLine = LINE, words: Catalogue | None = None) -> HomeView:
    """A home with a session at hand and one in each column, in the words of a language."""
    say = (words or Catalogue("en")).say
    card = SessionCard("at-hand", "13:30", line.titles, (), say("Open the console"))
    heads = ("In preparation", "Minutes to finish", "Complete")
    return HomeView("2026", card, tuple(Column(say(head), (line, line)) for head in heads))


def home(
    qtbot: QtBot, lang: str = "en", theme: str = "light", line: SessionLine = LINE, scale: float = 1.0
) -> HomeFrame:
    """A home window that is shown."""
    look = themes.load(theme).scaled(scale)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    themes.apply(app, look)
    frame = HomeFrame(look, "")
    qtbot.addWidget(frame)
    made = Home(frame, look, Catalogue(lang))
    frame.resize(*SIZE)
    frame.show()
    made.show_view(home_view(line, Catalogue(lang)))
    frame.activateWindow()
    QApplication.processEvents()
    return frame


# ---- looking at a window


def controls(window: QWidget) -> list[QWidget]:
    """What can be pressed or reached by Tab, and is seen."""
    found = [
        one for one in window.findChildren(QWidget) if one.isVisible() and not isinstance(one, QScrollBar)
    ]
    return [
        one
        for one in found
        if isinstance(one, QAbstractButton) or one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def by_tab(window: QWidget) -> list[QWidget]:
    """The controls in the order in which Tab goes through them, from the one that has the focus."""
    first = window.focusWidget()
    assert first is not None
    chain, one = [first], first.nextInFocusChain()
    while one is not None and one is not first:
        if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            chain.append(one)
        one = one.nextInFocusChain()
    return chain


def place(widget: QWidget, window: QWidget) -> QRect:
    """Where a widget stands in its window."""
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def scrolled(widget: QWidget) -> bool:
    """Whether a widget stands in a part that scrolls."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent is not None


def of_a_row(widget: QWidget) -> bool:
    """Whether a choice is reached through its row: one stop of Tab, then arrow keys."""
    return isinstance(widget.parentWidget(), ChoiceRow)


def pixels(image: QImage) -> array[int]:
    """All the pixels of a picture, as 0xffrrggbb."""
    flat = image.convertToFormat(QImage.Format.Format_RGB32)
    return array("I", bytes(flat.constBits()))


def is_red(pixel: int) -> bool:
    """Whether a colour would be called red, in any shade that still has a colour."""
    colour = QColor.fromRgb(pixel)
    hue = colour.hsvHueF()
    return (0 <= hue < 0.045 or hue > 0.94) and colour.hsvSaturationF() > 0.45 and colour.valueF() > 0.35
