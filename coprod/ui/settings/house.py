"""The organisation on its minutes: its name in each language, its logo, and years by the era."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from coprod.i18n import LANGUAGES
from coprod.present.house import why_no_logo
from coprod.present.refusals import failure
from coprod.present.translating import language_word
from coprod.service.house import LogoRefused, WhyNoLogo, house_of, keep_era, keep_logo, keep_name
from coprod.service.ports import StoreFailed
from coprod.ui.kit.button import ActionButton, Role
from coprod.ui.kit.focus import FocusRing
from coprod.ui.kit.text import Words
from coprod.ui.notes.choice import Tick
from coprod.ui.plan.entry import Entry
from coprod.ui.theme import BODY, LARGE, SMALL, Theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from coprod.i18n import Catalogue
    from coprod.service.house import LogoReader
    from coprod.service.library import Shelf

_SIZE, _LOGO = (620, 520), (240, 72)


class LogoView(QWidget):
    """The logo on paper, as it is kept."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._image = theme, QImage()
        self.setFixedSize(QSize(theme.px(_LOGO[0]), theme.px(_LOGO[1])))

    def show_logo(self, png: bytes) -> None:
        """Show a logo; b"": none."""
        self._image = QImage.fromData(png) if png else QImage()
        self.setVisible(bool(png))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it, whole."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if not self._image.isNull():
            fitted = self._image.scaled(
                self.size(), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            painter.drawImage(
                (self.width() - fitted.width()) // 2, (self.height() - fitted.height()) // 2, fitted
            )


class HouseDialog(QDialog):
    """Each part is kept as soon as it is given, and said so."""

    def __init__(
        self, look: tuple[Theme, Catalogue], shelf: Shelf, read_logo: LogoReader, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme, self._words = look
        theme, say = self._theme, self._words.say
        self._shelf, self._read = shelf, read_logo
        self._title, self._lead = (
            Words(theme, LARGE, bold=True, token="ink"),
            Words(theme, BODY, token="ink2"),
        )
        self._heads = {lang: Words(theme, SMALL, token="ink2") for lang in LANGUAGES}
        self.names = {lang: Entry(theme, self) for lang in LANGUAGES}
        self.logo, self.era = LogoView(theme, self), Tick(theme, self)
        self.choose = ActionButton(theme, say("Choose a logo"), icon="upload", height=36, parent=self)
        self.without = ActionButton(
            theme, say("Without a logo"), role=Role.LINK, icon="x", height=36, parent=self
        )
        self._said = Words(theme, BODY, token="accent", bold=True)
        self._close = ActionButton(theme, say("Close"), keys=("Esc",), parent=self)
        self._lay_out()
        self._connect()
        title = say("Your organisation on its minutes")
        self.setWindowTitle(title)
        self._title.say(title, self._words.lang)
        self._lead.say(say("A name, and beside it a logo, at the head of the first page."), self._words.lang)
        self.era.say(say("Years in Japanese by the era (令和)"), "")
        self.resize(theme.px(_SIZE[0]), theme.px(_SIZE[1]))
        self._ring = FocusRing(self, theme)
        self._show()

    def _lay_out(self) -> None:
        px = self._theme.px
        column, pictures = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(px(24), px(18), px(24), px(18))
        column.setSpacing(px(6))
        column.addWidget(self._title)
        column.addWidget(self._lead)
        for lang, entry in self.names.items():
            column.addWidget(self._heads[lang])
            column.addWidget(entry)
        for part in (self.logo, self.choose, self.without):
            pictures.addWidget(part)
        pictures.addStretch(1)
        column.addSpacing(px(8))
        column.addLayout(pictures)
        column.addWidget(self.era)
        column.addStretch(1)
        column.addWidget(self._said)
        column.addWidget(self._close, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        for entry in self.names.values():
            entry.settled.connect(lambda _text: self._keep_names())
        self.choose.clicked.connect(lambda _=False: self._choose())
        self.without.clicked.connect(lambda _=False: self._keep(lambda: keep_logo(self._shelf, b"")))
        self.era.clicked.connect(
            lambda _=False: self._keep(lambda: keep_era(self._shelf, era=self.era.isChecked()))
        )
        self._close.clicked.connect(lambda _=False: self.reject())

    def said(self) -> str:
        """What was said last."""
        return self._said.text()

    def take_logo(self, path: Path) -> None:
        """Keep the picture of a file as the logo."""
        try:
            logo = self._read(path.read_bytes())
        except LogoRefused as refused:
            self._tell(why_no_logo(refused.why, self._words))
        except OSError:
            self._tell(why_no_logo(WhyNoLogo.NOT_READ, self._words))
        else:
            self._keep(lambda: keep_logo(self._shelf, logo))

    def _choose(self) -> None:
        title = self._words.say("Choose a logo")
        name, _ = QFileDialog.getOpenFileName(self, title, "", "PNG, JPEG (*.png *.jpg *.jpeg)")
        if name:
            self.take_logo(Path(name))

    def _keep_names(self) -> None:
        names = {lang: entry.text() for lang, entry in self.names.items()}
        self._keep(lambda: keep_name(self._shelf, names))

    def _keep(self, keep: Callable[[], bool | None]) -> None:
        try:
            kept = keep() is not False
        except StoreFailed as failed:
            self._tell(failure(failed.code, self._words))
            return
        say = self._words.say
        self._tell(say("Kept.") if kept else say("A name is one line of at most 300 characters."))
        self._show()

    def _tell(self, sentence: str) -> None:
        self._said.say(sentence, self._words.lang)

    def _show(self) -> None:
        """Show what is kept."""
        try:
            house = house_of(self._shelf)
        except StoreFailed as failed:
            self._tell(failure(failed.code, self._words))
            return
        names = dict(house.name)
        for lang, entry in self.names.items():
            head = self._words.say("Name in {language}", language=language_word(lang, self._words))
            self._heads[lang].say(head, self._words.lang)
            entry.show_text(names.get(lang, ""), head)
        self.logo.show_logo(house.logo)
        self.without.setVisible(bool(house.logo))
        self.era.setChecked(house.era)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus; Escape closes."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            now = self.focusWidget()
            if isinstance(now, ActionButton):
                now.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the paper."""
        QPainter(self).fillRect(self.rect(), self._theme.paper)
