"""The application up to its first paint: only what that needs is read before it."""

from __future__ import annotations

import gc
import sys
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSettings
from PySide6.QtWidgets import QApplication

from coprod.i18n import LANGUAGES, Catalogue
from coprod.ui import theme as themes
from coprod.ui.home.frame import HomeFrame

if TYPE_CHECKING:
    from collections.abc import Callable

    from coprod.ui.tools import Tools

SIZES = ("100", "125", "150", "200")
"""Those of `present.settings`, which takes too long to be read before the first paint."""

LANGUAGE = "language"
"""The setting that keeps the language of the windows."""


def run(tools: Callable[[], Tools], *, sample: bool) -> int:
    """Open the windows; the exit code. `tools` are asked for after the first paint."""
    app = QApplication([*sys.argv[:1], *themes.ARGUMENTS])
    name(app)
    theme, words = themes.load(chosen_theme()).scaled(chosen_scale()), Catalogue(chosen_language())
    themes.dress(app, theme)
    frame = HomeFrame(theme, words.date(date.today()))  # noqa: DTZ011 - today, here
    frame.painted.connect(lambda: begin(app, frame, tools(), words, sample=sample))
    frame.show()
    return app.exec()


def begin(app: QApplication, frame: HomeFrame, tools: Tools, words: Catalogue, *, sample: bool) -> None:
    """Fill the frame that was painted, and open the store. From here on what is thrown away is cleared away."""
    from coprod.ui.report import catch_bugs
    from coprod.ui.shell import Shell

    gc.enable()
    theme = frame.theme()
    themes.apply(app, theme)
    shell = Shell(app, frame, tools, theme, words)
    catch_bugs(lambda: shell.words)
    shell.start(sample=sample)


def name(app: QApplication) -> None:
    """Name the application: its settings are kept under this name."""
    app.setOrganizationName("coprod")
    app.setApplicationName("Coprod")


def chosen_theme() -> str:
    """The colours chosen last for the windows."""
    chosen = str(QSettings().value("theme", ""))
    return chosen if chosen in themes.OFFERED else themes.OFFERED[0]


def chosen_scale() -> float:
    """The size of text chosen last for the windows: 1 is as they are drawn."""
    chosen = str(QSettings().value("text", ""))
    return int(chosen) / 100 if chosen in SIZES else 1.0


def chosen_language() -> str:
    """The language chosen last; else that of the system, where the program speaks it."""
    chosen = str(QSettings().value(LANGUAGE, ""))
    spoken = [lang.split("-")[0] for lang in QLocale.system().uiLanguages()]
    return next((lang for lang in (chosen, *spoken) if lang in LANGUAGES), "en")
