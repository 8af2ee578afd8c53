"""Whose certificate browsers are shown: made on the spot, or the organisation's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from coprod.ui.kit.button import ActionButton, Role
from coprod.ui.kit.text import Words
from coprod.ui.settings.kept import keep_certificate, kept_certificate
from coprod.ui.theme import SMALL

if TYPE_CHECKING:
    from coprod.i18n import Catalogue
    from coprod.ui.theme import Theme


class CertificateChoice(QWidget):
    """Keeps where two files lie; whether they can be used is seen when sharing begins."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._words: Catalogue | None = None
        self._head = Words(theme, SMALL, token="ink2")
        self.choose = ActionButton(theme, role=Role.LINK, icon="shield", height=36, parent=self)
        self.without = ActionButton(theme, role=Role.LINK, icon="x", height=36, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._head)
        for button in (self.choose, self.without):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.choose.clicked.connect(lambda _=False: self._choose())
        self.without.clicked.connect(lambda _=False: self.take(None))

    def told(self) -> str:
        """What is said of the one that will be shown."""
        return self._head.text()

    def take(self, files: tuple[Path, Path] | None) -> None:
        """Keep the files of a certificate and its key; None: let one be made on the spot."""
        keep_certificate(files)
        if self._words is not None:
            self.present(self._words)

    def present(self, words: Catalogue) -> None:
        """Say which one it is."""
        self._words = words
        kept = kept_certificate()
        if kept:
            told = words.say("The organisation’s own certificate: {file}", file=kept[0].name)
        else:
            told = words.say("A certificate is made on the spot; browsers warn of it once.")
        self._head.say(told, words.lang)
        self.choose.say(words.say("Choose the organisation’s own certificate"))
        self.without.say(words.say("Without the organisation’s own"))
        self.without.setVisible(kept is not None)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        for part in (self._head, self.choose, self.without):
            part.set_theme(theme)

    def _choose(self) -> None:
        if self._words is None:
            return
        say, files = self._words.say, []
        for title in (say("The certificate, in PEM"), say("Its key, in PEM")):
            name, _ = QFileDialog.getOpenFileName(self, title, "", "PEM (*.pem *.crt *.cer *.key);;* (*)")
            if not name:
                return
            files.append(Path(name))
        self.take((files[0], files[1]))
