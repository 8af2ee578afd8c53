"""The room display: without a frame, over the whole of the second screen; hidden when there is none.

Where there is none it can stand in an ordinary window, to be shared in a call.

It shows a view and does nothing else: it takes no focus, no click and no key, and emits no act.
"""

from __future__ import annotations

from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QRectF, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from coprod.present.room import BLANK, RoomView
from coprod.ui.kit.breath import FRAME_MS
from coprod.ui.room.page import compose, paint_moving, paint_still, read_aloud
from coprod.ui.room.screens import next_wall, wall_screen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QCloseEvent, QHideEvent, QPaintEvent, QResizeEvent, QScreen, QShowEvent

    from coprod.i18n import Catalogue
    from coprod.ui.room.sheet import Sheet
    from coprod.ui.theme import Theme

FADE_MS = 400
_NO_FOCUS = Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus
_WHOLE = _NO_FOCUS | Qt.WindowType.FramelessWindowHint
_SHARE = 0.6
"""Of the screen that a window is wide at first."""


class RoomWindow(QWidget):
    """What everybody in the room sees. `clock` gives seconds; `screens` lists the screens there are now."""

    placed = Signal(str)
    """The name of the screen that the wall is on now; empty when there is none."""

    def __init__(
        self,
        theme: Theme,
        words: Catalogue,
        *,
        clock: Callable[[], float] = monotonic,
        screens: Callable[[], Sequence[QScreen]] = QGuiApplication.screens,
        reduced: bool = False,
        scale: float = 1.0,
    ) -> None:
        super().__init__(None, _WHOLE)
        self._theme, self._clock, self._screens, self._reduced = theme, clock, screens, reduced
        self._scale = scale
        self._view, self._since = BLANK, clock()
        self._sheet: Sheet | None = None
        self._picture: QPixmap | None = None
        self._before: QPixmap | None = None
        self._console: QWidget | None = None
        self._remembered, self._wanted, self._windowed = "", True, False
        self._fade = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=FADE_MS)
        self._fade.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._fade.valueChanged.connect(self.update)
        self._fade.finished.connect(self._faded)
        self._frames = QTimer(self, interval=FRAME_MS)
        self._frames.timeout.connect(self._breathe)
        self._settle(words)

    def _settle(self, words: Catalogue) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.retranslate(words)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._screen_added)
            app.screenRemoved.connect(self._screen_removed)

    def retranslate(self, words: Catalogue) -> None:
        """Name the window in another language."""
        name = words.say("Room display")
        self.setWindowTitle(name)
        self.setAccessibleName(name)

    # What is shown

    def show_view(self, view: RoomView) -> None:
        """Show a view; from one to a different one the wall fades over, unless motion is reduced."""
        if view == self._view:
            return
        fades = replace(view, arc=None) != replace(self._view, arc=None)
        if fades and self.isVisible() and not self._reduced:
            self._before = self._now()
            self._fade.stop()
            self._fade.start()
        if view.kind is not self._view.kind:
            self._since = self._clock()
        self._view = view
        self._compose()

    def view(self) -> RoomView:
        """What is shown now."""
        return self._view

    def sheet(self) -> Sheet:
        """The sheet that is painted: how many pages, which notes are too long."""
        if self._sheet is None:
            self._sheet = compose(
                self._view, self.size(), self._theme, scale=self._scale, reduced=self._reduced
            )
        return self._sheet

    def set_reduced(self, reduced: bool) -> None:
        """Follow the wish for less motion."""
        self._reduced = reduced
        self._compose()

    def set_scale(self, scale: float) -> None:
        """Make the text larger or smaller; a text that no longer goes in has more pages."""
        self._scale = scale
        self._compose()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._compose()

    def _compose(self) -> None:
        self._sheet = self._picture = None
        self.setAccessibleDescription(read_aloud(self.sheet()))
        self._run()
        self.update()

    def _run(self) -> None:
        """Let the breath move only while there is one to see."""
        if self.sheet().breath is not None and self.isVisible() and not self._reduced:
            self._frames.start()
        else:
            self._frames.stop()

    def _breathe(self) -> None:
        if (breath := self.sheet().breath) is None:
            return
        (centre, radius), unit = breath, self.height() / self.sheet().height
        disc = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        self.update(QRectF(disc.topLeft() * unit, disc.size() * unit).toAlignedRect().adjusted(-2, -2, 2, 2))

    def _faded(self) -> None:
        self._before = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet, and over it what was there before, fading."""
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        painter.drawPixmap(0, 0, self._still())
        seconds = self._clock() - self._since
        paint_moving(painter, QRectF(self.rect()), self.sheet(), seconds=seconds, reduced=self._reduced)
        if self._before is not None:
            painter.setOpacity(1.0 - self._fade.currentValue())
            painter.drawPixmap(0, 0, self._before)

    def _still(self) -> QPixmap:
        """What does not move, painted once: a fade and a breath then cost little."""
        if self._picture is None:
            ratio = self.devicePixelRatioF()
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            painter = QPainter(self._picture)
            paint_still(painter, QRectF(self.rect()), self.sheet())
            painter.end()
        return self._picture

    def _now(self) -> QPixmap:
        """The wall as it is this moment, to fade from."""
        moving = self._before is not None or self.sheet().breath is not None
        return self.grab() if moving else self._still()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out again for another wall."""
        self._before = None
        self._compose()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Breathe again."""
        super().showEvent(event)
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody sees it."""
        super().hideEvent(event)
        self._frames.stop()
        self._fade.stop()
        self._before = None

    # Where it is shown

    def attach(self, console: QWidget, remembered: str = "") -> None:
        """Keep off the console's screen, and prefer the screen of that name; then take a place."""
        self._console, self._remembered = console, remembered
        handle = console.windowHandle()
        if handle is not None:
            handle.screenChanged.connect(self._console_moved)
        self._place(self._screens())

    def set_wanted(self, wanted: bool) -> None:
        """Show the room display, or put it away until it is asked for again."""
        self._wanted = wanted
        self._place(self._screens())

    @property
    def in_window(self) -> bool:
        """Whether it stands in an ordinary window now."""
        return (
            self._windowed and self.isVisible() and not self.windowFlags() & Qt.WindowType.FramelessWindowHint
        )

    def toggle(self) -> None:
        """Show it, or put it away: on a screen that can be the wall, else in an ordinary window."""
        shown, screens = self.isVisible(), self._screens()
        away = self._wall_among(screens) is None
        self._windowed, self._wanted = away and not shown, away or not shown
        self._place(screens)

    def move_on(self) -> bool:
        """Go to the next screen that can be the wall; whether there is one."""
        console = self._console.screen().name() if self._console else ""
        current = self.screen().name() if self.isVisible() else self._remembered
        screen = next_wall(self._screens(), console, current)
        if screen is not None:
            self._remembered, self._wanted = screen.name(), True
            self._place(self._screens())
        return screen is not None

    def closeEvent(self, event: QCloseEvent) -> None:
        """A window that is closed stays closed until it is asked for."""
        super().closeEvent(event)
        self._windowed = False
        self.placed.emit("")

    def _console_moved(self, _screen: QScreen) -> None:
        self._place(self._screens())

    def _screen_added(self, _screen: QScreen) -> None:
        self._place(self._screens())

    def _screen_removed(self, gone: QScreen) -> None:
        """Hide at once: Qt would throw the window onto the console's screen."""
        if gone is self.screen() or gone.name() == self._remembered:
            self.hide()
        self._place([screen for screen in self._screens() if screen.name() != gone.name()])

    def _wall_among(self, screens: Sequence[QScreen]) -> QScreen | None:
        return wall_screen(screens, self._console.screen().name() if self._console else "", self._remembered)

    def _place(self, screens: Sequence[QScreen]) -> None:
        if self._console is None:
            return
        screen = self._wall_among(screens)
        if screen is None or not self._wanted:
            if screen is None and self._windowed:
                self._stand_in_window(self._console)
            else:
                self.hide()
            self.placed.emit("")
            return
        self._remembered = self._remembered or screen.name()
        if not (self.isVisible() and self.screen().name() == screen.name()):
            self._go_to(screen)
        self.placed.emit(screen.name())

    def _stand_in_window(self, console: QWidget) -> None:
        if self.in_window:
            return
        self.hide()
        self._frame(_NO_FOCUS)
        self.setWindowState(Qt.WindowState.WindowNoState)
        free = console.screen().availableGeometry()
        width = round(free.width() * _SHARE)
        self.setGeometry(free.x() + free.width() - width, free.y() + 40, width, width * 9 // 16)
        self.unsetCursor()
        self.show()

    def _frame(self, flags: Qt.WindowType) -> None:
        if self.windowFlags() != flags:  # or the window would be made anew
            self.setWindowFlags(flags)

    def _go_to(self, screen: QScreen) -> None:
        active = QApplication.activeWindow()
        self.hide()
        self._windowed = False  # or it would come back into a window by itself, when this screen goes
        self._frame(_WHOLE)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.setWindowState(Qt.WindowState.WindowFullScreen)  # showFullScreen() would ask for the focus
        self.show()
        if active is not None:  # not every window system heeds that this window takes no focus
            active.activateWindow()
