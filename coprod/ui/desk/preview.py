"""Beside the rows, where somebody asks for them: the true pages, drawn anew a moment after each change."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coprod.service.printing import NoSight, Sight
from coprod.ui.background import Background
from coprod.ui.console.label import Label
from coprod.ui.kit.button import ActionButton, Role
from coprod.ui.kit.text import Words
from coprod.ui.theme import BODY, SMALL

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from coprod.domain.minutes_doc import MinutesDoc
    from coprod.i18n import Catalogue
    from coprod.service.ports import PageDrawer
    from coprod.service.printing import Setting
    from coprod.ui.theme import Theme

    Wanted: TypeAlias = tuple[Callable[[], MinutesDoc], Setting]

_A4 = 210 / 297
_REST_MS = 80
"""So long nothing changes before pages are drawn: who types a word changes it ten times."""
_LONG_MS = 700
"""After so long it is said that pages are being made, and that this can be stopped."""


class PageView(QWidget):
    """One page on paper, as wide as there is room; PageUp and PageDown turn it."""

    def __init__(self, theme: Theme, turn: Callable[[int], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._turn = theme, turn
        self._image = QImage()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_page(self, sight: Sight) -> None:
        """Show a page."""
        image = QImage(
            sight.pixels, sight.width, sight.height, sight.stride, QImage.Format.Format_RGB888
        ).copy()  # the bytes may go
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self._image = image
        self.update()

    def shown(self) -> QImage:
        """What is shown."""
        return self._image

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the page."""
        step = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()))
        if step is None:
            event.ignore()
        else:
            self._turn(step)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the page, with a hairline around it."""
        if self._image.isNull():
            return
        size = self._image.deviceIndependentSize()
        scale = min(self.width() / size.width(), self.height() / size.height(), 1.0)
        width, height = size.width() * scale, size.height() * scale
        page = QRectF((self.width() - width) / 2, 0, width, height)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(page, self._image)
        painter.setPen(self._theme.line)
        painter.drawRect(page.adjusted(0.5, 0.5, -0.5, -0.5))


class Preview(QWidget):
    """The newest pages that are wanted are drawn; what is overtaken meanwhile is not. Hidden, it draws nothing."""

    def __init__(self, theme: Theme, drawer: PageDrawer, words: Catalogue) -> None:
        super().__init__()
        self._drawer, self._words, self._background = drawer, words, Background(self)
        self._wanted: Wanted | None = None
        self._sight: Sight | None = None
        self._page = 0
        self._drawing = self._again = self._stopped = False
        self.page = PageView(theme, self.turn, self)
        self._said = Words(theme, BODY, token="ink2", parent=self)
        self._spoken = Words(theme, SMALL, token="ink2", parent=self)
        self._place = Label(theme, parent=self)
        self.back, self.on, self.stop = (
            ActionButton(theme, role=Role.LINK, height=36, parent=self) for _ in range(3)
        )
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._long = QTimer(self, singleShot=True, interval=_LONG_MS)
        self._lay_out()
        self._rest.timeout.connect(self._draw)
        self._long.timeout.connect(self._say_long)
        self.back.clicked.connect(lambda _=False: self.turn(-1))
        self.on.clicked.connect(lambda _=False: self.turn(1))
        self.stop.clicked.connect(lambda _=False: self._stop())
        self.set_theme(theme)
        self.retranslate(words)
        self.hide()

    def _lay_out(self) -> None:
        self._column, self._foot = QVBoxLayout(self), QHBoxLayout()
        for part in (self.back, self._place, self.on):
            self._foot.addWidget(part)
        self._foot.addStretch(1)
        self._foot.addWidget(self._said, 1)
        self._foot.addWidget(self.stop)
        self._column.addWidget(self.page, 1)
        self._column.addLayout(self._foot)
        self._column.addWidget(self._spoken)
        self.stop.hide()

    # ---- what it is told

    def show_minutes(self, doc: Callable[[], MinutesDoc], setting: Setting) -> None:
        """Show these pages, a moment later; `doc` is asked for the minutes beside the windows."""
        self._wanted = (doc, setting)
        if self.isVisible():
            self._rest.start()

    def open(self) -> None:
        """Come, and draw what is wanted."""
        self.show()
        self._rest.start()

    def end(self) -> None:
        """Leave off, before the window goes."""
        self._wanted = None
        self._drawer.stop()
        self._background.close()
        self._drawer.close()

    def sight(self) -> Sight | None:
        """The page that is shown."""
        return self._sight

    def busy(self) -> bool:
        """Whether a page is being drawn, or is about to be."""
        return self._drawing or self._rest.isActive()

    def said(self) -> str:
        """What is said beside the pages."""
        return self._said.text()

    def turn(self, step: int) -> None:
        """Go to another page."""
        if self._sight is not None and 0 <= self._page + step < self._sight.pages:
            self._page += step
            self._draw()

    def retranslate(self, words: Catalogue) -> None:
        """Take another language, while running."""
        self._words = words
        self.back.say(words.say("Page before"))
        self.on.say(words.say("Next page"))
        self.stop.say(words.say("Stop"))
        self._spoken.say(words.say("The words of the page are in the rows beside it."), words.lang)
        self._show_place()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        for part in (self._said, self._spoken, self._place):
            part.set_theme(theme)
        for button in (self.back, self.on, self.stop):
            button.set_theme(theme)
        self.page.set_theme(theme)
        self._column.setContentsMargins(theme.px(8), theme.px(10), theme.px(16), theme.px(14))
        self._column.setSpacing(theme.px(6))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw it sharp at another width."""
        super().resizeEvent(event)
        if self.isVisible():
            self._rest.start()

    # ---- drawing

    def _draw(self) -> None:
        if self._wanted is None or not self.isVisible():
            return
        if self._drawing:
            self._again = True
            return
        self._drawing, self._again, self._stopped = True, False, False
        doc, setting = self._wanted
        width = self._width()
        self._long.start()
        self._background.run(partial(self._drawn, doc, setting, self._page, width), self._came, self._failed)

    def _width(self) -> int:
        """As wide, in px of the screen, as the page fits: what is drawn so is painted as it is."""
        sight, room = self._sight, self.page.size()
        shape = sight.width / sight.height if sight else _A4
        return max(200, int(min(room.width(), room.height() * shape) * self.devicePixelRatioF()))

    def _drawn(self, doc: Callable[[], MinutesDoc], setting: Setting, page: int, width: int) -> Sight:
        return self._drawer.draw(doc(), setting, page, width)

    def _came(self, sight: Sight) -> None:
        self._sight = sight
        self._page = min(self._page, sight.pages - 1)  # another may have been turned to meanwhile
        self.page.show_page(sight)
        self._rested("")
        self._show_place()

    def _failed(self, error: Exception) -> None:
        say, stopped = self._words.say, self._stopped
        self._rested(
            say("Stopped. The next change draws the pages again.")
            if stopped
            else say("The pages could not be drawn. The next change tries it again.")
        )
        if not isinstance(error, NoSight):
            raise error

    def _rested(self, said: str) -> None:
        self._drawing = False
        self._long.stop()
        self.stop.hide()
        self._said.say(said, self._words.lang)
        if self._again:
            self._draw()

    def _stop(self) -> None:
        self._again, self._stopped = False, True
        self._drawer.stop()

    def _say_long(self) -> None:
        self._said.say(self._words.say("Making the pages …"), self._words.lang)
        self.stop.show()

    def _show_place(self) -> None:
        sight = self._sight
        told = self._words.say("Page {n} of {all}", n=sight.page + 1, all=sight.pages) if sight else ""
        self._place.say(told)
        self.page.setAccessibleName(told or self._words.say("Pages"))
        self.back.setEnabled(sight is not None and sight.page > 0)
        self.on.setEnabled(sight is not None and sight.page < sight.pages - 1)
