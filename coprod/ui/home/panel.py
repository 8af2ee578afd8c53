"""The panel at the head of home: the session at hand; or an invitation to begin; or why there are no sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from coprod.ui.kit.button import LOW, TALL, ActionButton, Role
from coprod.ui.kit.text import Words
from coprod.ui.theme import BODY, LARGE, SMALL, TITLE, Step, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coprod.present.home import Invitation, SessionCard, Trouble

_BUTTON = 240
_HOLDS = "\N{NO-BREAK SPACE}"


class Panel(QWidget):
    """Words at the left, one main button and perhaps another at the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        px = theme.px
        self._said, self._asked = QVBoxLayout(), QVBoxLayout()
        self._said.setSpacing(px(8))
        self._asked.setSpacing(px(12))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(px(28), px(24), px(28), px(24))
        self._row.setSpacing(px(24))
        self._row.addLayout(self._said, 1)
        self._row.addLayout(self._asked)

    def say(self, text: str, step: Step, *, lang: str = "", bold: bool = False, token: str = "ink") -> None:
        """Add a line of words."""
        words = Words(self._theme, step, bold=bold, token=token)
        words.say(text, lang)
        self._said.addWidget(words)

    def ask(self, text: str, icon: str) -> None:
        """Add a button; the first is the main one."""
        first = not self._asked.count()
        role, height = (Role.MAIN, TALL) if first else (Role.PLAIN, LOW)
        button = ActionButton(self._theme, text, role=role, icon=icon, height=height)
        button.setMinimumWidth(max(self._theme.px(_BUTTON), button.minimumSizeHint().width()))
        self._asked.addWidget(button)

    def stand(self, *, upright: bool) -> None:
        """Put the buttons under the words, or beside them."""
        self._row.setDirection(
            QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight
        )
        across = Qt.AlignmentFlag.AlignLeft if upright else Qt.AlignmentFlag.AlignVCenter
        self._row.setAlignment(self._asked, across)

    def buttons(self) -> list[ActionButton]:
        """The buttons, the main one first."""
        return self.findChildren(ActionButton)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.surface)
        radius = self._theme.px(12)
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)


def card(theme: Theme, view: SessionCard) -> Panel:
    """The session at hand, and the button that opens it."""
    panel = Panel(theme)
    panel.say(view.when, SMALL, bold=True, token="accent")
    for place, title in enumerate(view.titles):
        panel.say(title.text, LARGE if place else TITLE, lang=title.lang, bold=not place)
    panel.say("    ".join(fact.replace(" ", _HOLDS) for fact in view.facts), BODY, token="ink2")
    panel.ask(view.action, "arrow-right")
    if view.plan:
        panel.ask(view.plan, "list")
    return panel


def invitation(theme: Theme, view: Invitation, lang: str) -> Panel:
    """What a person finds who has no session yet, and the buttons for the sample and for a file."""
    panel = Panel(theme)
    panel.say(view.title, TITLE, lang=lang, bold=True)
    for sentence in view.sentences:
        panel.say(sentence, BODY, lang=lang)
    panel.ask(view.sample, "book-open")
    panel.ask(view.bring, "upload")
    return panel


def trouble(theme: Theme, view: Trouble, lang: str) -> Panel:
    """Why the store could not be opened, and the buttons that try again, here or elsewhere."""
    panel = Panel(theme)
    panel.say(view.title, LARGE, lang=lang, bold=True)
    panel.say(view.sentence, BODY, lang=lang)
    panel.say(view.place, SMALL, token="ink2")
    panel.ask(view.again, "history")
    panel.ask(view.elsewhere, "archive")
    return panel
