"""Take a picture of every window in both languages, and of the minutes: `python -m tools.screenshots FOLDER`.

The planned sample is run by its script, as in the demo, once in each language; the clock is the script's, so that
nothing changes in a picture unless something changed in the window.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from PySide6.QtWidgets import QApplication

from coprod.domain.fold import fold
from coprod.i18n import Catalogue
from coprod.render.layout import Paper
from coprod.render.minutes_pdf import Options, render_minutes
from coprod.service.exchange.incoming import incoming
from coprod.service.exchange.keeping import keep
from coprod.service.exchange.reading import read_path
from coprod.service.publish import minutes_of_state
from coprod.store import open_store
from coprod.ui.demo.clock import MovedClock
from coprod.ui.demo.player import Player
from coprod.ui.demo.stage import SAMPLE, begin_of_sample, open_sample, open_shell, sample, virtual_app
from coprod.ui.shell import Tools

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from coprod.domain.minutes_doc import MinutesDoc
    from coprod.ui.demo.typist import Typist
    from coprod.ui.meeting import Meeting

LANGUAGES = ("en", "ja")
DRAFT = {"en": "A quiet minute before we decide", "ja": "決める前に、静かな一分がほしいです"}
MOST_COLOURS, PAGES, DOTS = 128, 3, 72


class Gallery:
    """Takes the pictures that the script asks for: of the console in this language, of the wall once."""

    def __init__(self, folder: Path, lang: str, meeting: Meeting, typist: Typist) -> None:
        self._folder, self._lang, self._meeting, self._typist = folder, lang, meeting, typist

    def take(self, name: str) -> None:
        """Take one picture; of the roundtable, also the composer and the larger screen."""
        if name.startswith("room"):
            if self._lang == LANGUAGES[0]:
                save(self._meeting.room, self._folder / f"{name}.png")
            return
        console = self._meeting.console
        roundtable = name == "console-roundtable"
        save(console, self._folder / f"{'console' if roundtable else name}-{self._lang}.png")
        if roundtable:
            self._composer()
            size = console.size()
            console.resize(1920, 1080)
            save(console, self._folder / f"console-1920x1080-{self._lang}.png")
            console.resize(size)

    def look(self) -> None:
        """Nothing but what the script asks for."""

    def _composer(self) -> None:
        for key in ("N", "Alt+5"):
            self._typist.press(key)
        self._typist.type(DRAFT[self._lang])
        save(self._meeting.console, self._folder / f"composer-{self._lang}.png")
        for key in ("Ctrl+A", "Delete", "Escape"):
            self._typist.press(key)


def main(arguments: Sequence[str]) -> int:
    """Take all pictures, each language in a process of its own."""
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    if len(arguments) > 1:
        windows(folder, arguments[1])
        return 0
    for old in folder.glob("*.png"):
        old.unlink()
    for lang in LANGUAGES:
        subprocess.run([sys.executable, "-m", "tools.screenshots", str(folder), lang], check=True)
    minutes(folder)
    print(f"{folder}: {len(list(folder.glob('*.png')))} pictures")
    return 0


def windows(folder: Path, lang: str) -> None:
    """Home, and the console and the wall through a whole meeting."""
    steps = json.loads(sample(f"{SAMPLE}.script.json").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as place, virtual_app(Path(place)) as app:
        clock = MovedClock(begin_of_sample())
        path = Path(place) / "pictures.db"
        with open_store(path) as store:
            for name in (SAMPLE, f"{SAMPLE}.planned"):
                keep(read_path(sample(f"{name}.coprod.json")), store, clock)
        shell = open_shell(app, Tools(lambda _place: open_store(path), render, clock), lang)
        while not shell.ready:
            app.processEvents()
        save(shell.home.frame, folder / f"home-{lang}.png")
        typist, meeting = open_sample(shell)
        Player(meeting, typist, clock, Gallery(folder, lang, meeting, typist)).play(steps)
        shell.close()


def render(doc: MinutesDoc, languages: Sequence[str], path: Path) -> None:
    """Fulfil the port Renderer."""
    render_minutes(doc, [Catalogue(lang) for lang in languages], path)


def minutes(folder: Path) -> None:
    """The first pages of the minutes, across and upright."""
    made = incoming(read_path(sample(f"{SAMPLE}.coprod.json")), 0)
    doc = minutes_of_state(fold(made.session, made.facts), made.words)
    with tempfile.TemporaryDirectory() as place:
        for paper in (Paper.A4_LANDSCAPE, Paper.A4):
            pdf = Path(place) / f"minutes-{paper.value}.pdf"
            render_minutes(doc, [Catalogue(lang) for lang in doc.languages], pdf, Options(paper))
            command = [
                "pdftoppm",
                "-r",
                str(DOTS),
                "-l",
                str(PAGES),
                "-png",
                str(pdf),
                str(pdf.with_suffix("")),
            ]
            subprocess.run(command, check=True)
        for page in sorted(Path(place).glob("*.png")):
            save_palette(Image.open(page), folder / page.name)


def save(window: QWidget, path: Path) -> None:
    """Save what a window shows."""
    for _ in range(3):  # a layout may ask for another
        QApplication.processEvents()
    if not window.grab().save(str(path)):
        raise OSError(None, "the picture could not be written", str(path))
    save_palette(Image.open(path), path)


def save_palette(picture: Image.Image, path: Path) -> None:
    """Save a picture with a palette: our few colours lose nothing by it."""
    few = picture.convert("RGB").quantize(MOST_COLOURS, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
