"""The stage: what the room sees, and beside it what comes next and the notes that could be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod.present.commands import BY_ID, caps
from coprod.ui.console.preview import RoomPreview
from coprod.ui.kit.button import ActionButton
from coprod.ui.kit.text import Words
from coprod.ui.theme import BODY, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from coprod.i18n import Catalogue
    from coprod.present.action import ActionsView
    from coprod.present.console import ConsoleView
    from coprod.present.room import RoomView

_SIDE, _GAP, _HEAD, _LEAST = 207, 23, 28, 132


class Stage(QWidget):
    """The true preview and, beside it, what the wall will show next. The preview yields when there is little height."""

    pressed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[str, ...] = ()
        self._pause = ""
        self._head = Words(theme, BODY, bold=True, token="ink2", parent=self)
        self._coming_head = Words(theme, BODY, bold=True, token="ink2", parent=self)
        self._coming_words = Words(theme, BODY, token="ink2", parent=self)
        self._waiting = Words(theme, BODY, parent=self)
        self._show = ActionButton(
            theme, icon="eye", keys=caps(BY_ID["release"].keys[0]), height=36, parent=self
        )
        self._show.clicked.connect(lambda: self.pressed.emit("release"))
        self.room = RoomPreview(theme, self)
        self.coming = RoomPreview(theme, self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_view(self, view: ConsoleView, words: Catalogue) -> None:
        """Show the words beside the pictures."""
        shown = (view.pause, view.coming, view.waiting, view.actions.words["release"], words.lang)
        if shown == self._shown:
            return
        self._shown = shown
        self._pause = view.pause
        self._say_head(words)
        self._coming_head.say(words.say("Next on the wall"))
        self._coming_words.say(view.coming, words.lang)
        self._coming_words.setToolTip(view.coming)
        self._waiting.say(view.waiting, words.lang)
        self._offer(view.actions)
        self.room.setAccessibleName(words.say("The room sees"))
        self.coming.setAccessibleName(words.say("Next on the wall"))
        self._place()

    def show_room(self, view: RoomView, words: Catalogue) -> None:
        """Show what the room sees."""
        self.room.show_room(view)
        self._say_head(words)

    def set_wall(self, size: QSize) -> None:
        """Take the shape of the wall."""
        for picture in (self.room, self.coming):
            picture.set_wall(size)

    def set_look(self, theme: Theme, scale: float) -> None:
        """Take the colours and the size of text of the wall."""
        for picture in (self.room, self.coming):
            picture.set_look(theme, scale)

    def _say_head(self, words: Catalogue) -> None:
        """Say what the picture is; of a text on several pages, which one, and the key that turns them."""
        pages = self.room.sheet().pages if self.room.view() else 1
        if self._pause:
            head = words.say("Paused: {pause}", pause=self._pause)
        elif pages > 1:
            head = words.say(
                "The room sees page {n} of {all}; PageDown turns it", n=self._page(pages), all=pages
            )
        else:
            head = words.say("The room sees")
        if head != self._head.text():
            self._head.say(head, words.lang)
            self._place()

    def _page(self, pages: int) -> int:
        view = self.room.view()
        return view.page % pages + 1 if view else 1

    def show_coming(self, view: RoomView | None) -> None:
        """Show what the room will see next."""
        appears = (view is None) != (self.coming.view() is None)
        self.coming.show_room(view)
        if appears:
            self._place()

    def _offer(self, actions: ActionsView) -> None:
        self._show.say(actions.words["release"])
        self._show.setVisible("release" in actions.enabled)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        parts = (self._head, self._coming_head, self._coming_words, self._waiting, self._show)
        for part in (*parts, self.room, self.coming):
            part.set_theme(theme)
        self.updateGeometry()
        self._place()

    def sizeHint(self) -> QSize:
        """Ask for the height at which the preview fills the width."""
        return QSize(self._theme.px(774), self._theme.px(_HEAD + 306))

    def minimumSizeHint(self) -> QSize:
        """Keep a preview that can still be made out."""
        return QSize(self._theme.px(420), self._theme.px(_HEAD + _LEAST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the preview what height there is."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        px, head = self._theme.px, self._theme.px(_HEAD)
        widest = self.width() - px(_SIDE + _GAP)
        width = max(0, min(widest, self.room.width_for(self.height() - head)))
        column = max(width, min(widest, self._head.sizeHint().width()))  # what stands over it may be wider
        self._head.setGeometry(0, 0, column, px(BODY.line))
        self.room.setGeometry(0, head, width, self.room.height_for(width))
        left = column + px(_GAP)
        self._place_side(left, min(self.width() - left, px(_SIDE + 60)))

    def _place_side(self, left: int, width: int) -> None:
        """The column beside the preview: the picture of what comes next shrinks so that the words have their room."""
        px, head, bottom = self._theme.px, self._theme.px(_HEAD), self.height()
        self._coming_head.setGeometry(left, 0, width, px(BODY.line))
        button = self._show.sizeHint().height() if self._show.isVisibleTo(self) else 0
        waiting = self._waiting.heightForWidth(width) if self._waiting.text() else 0
        room = bottom - head - button - waiting - px(24)
        lines = max(1, room // px(BODY.line)) * px(
            BODY.line
        )  # of a very long name; its tool tip has it whole
        said = min(self._coming_words.heightForWidth(width), lines)
        room -= said
        picture = max(0, min(self.coming.height_for(min(width, px(_SIDE))), room))
        self.coming.setVisible(picture >= px(48) and self.coming.view() is not None)
        picture = picture if self.coming.isVisibleTo(self) else 0
        self.coming.setGeometry(left, head, min(width, self.coming.width_for(picture)), picture)
        self._coming_words.setGeometry(left, head + picture + px(4 if picture else 0), width, said)
        self._show.setGeometry(left, bottom - button, min(width, self._show.sizeHint().width()), button)
        self._waiting.setGeometry(left, bottom - button - waiting - px(8), width, waiting)
