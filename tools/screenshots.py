"""Take a picture of every window in both languages, and of the minutes: `python -m tools.screenshots FOLDER`.

The planned sample is run by its script, as in the demo, once in each language; the clock is the script's, nothing moves
by itself and no caret blinks, so that nothing changes in a picture unless something changed in the window.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from coprod.domain.acts import ChangeNote, Undo
from coprod.mt import open_drafter
from coprod.present.notes import draft_of
from coprod.present.texts import reading as reading_of
from coprod.readers import read_table, read_work
from coprod.render.logo import read_logo
from coprod.render.preview import PageProcess
from coprod.render.written import write_edition
from coprod.render.xliff import write_work
from coprod.seal import SealedFiles, WordIntroduction
from coprod.serve import host, join
from coprod.service.exchange.keeping import keep
from coprod.service.exchange.reading import read
from coprod.store import open_store
from coprod.ui.console.beside import WINDOWS
from coprod.ui.console.hosting import HostingWindow
from coprod.ui.console.projection import Projection
from coprod.ui.demo.clock import MovedClock
from coprod.ui.demo.player import OffScript, Player
from coprod.ui.demo.stage import SAMPLE, begin_of_sample, open_sample, open_shell, sample, virtual_app
from coprod.ui.demo.typist import Typist
from coprod.ui.notes.history import HistoryWindow
from coprod.ui.notes.table import TableDialog
from coprod.ui.tools import Tools
from tools.joining import begin_to_share, cards, phones, share
from tools.pages import minutes
from tools.pictures import put, save

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QApplication

    from coprod.ui.meeting import Meeting
    from coprod.ui.notes.window import NotesWindow
    from coprod.ui.shell import Shell

LANGUAGES = ("en", "ja")
MORE = {"ja": "黙っているのとは違います。", "en": " That is not the same as having nothing to say."}
TABLE = """時刻,発言者,種類,言葉
14:31,ノゾミ,意見,紙に書いてから話せるとうれしいです
14:33,フミ・ケント,体験,待ってもらえた日は、最後まで話せました
14:36,カエデ,つぶやき,The chairs by the window are the quiet ones
14:40,チカ,対応,次回は窓ぎわに一列あける
"""
DRAFT = "決める前に、静かな一分がほしいです"
FILLING = (
    ("記録に残す言葉を、いっしょに選ぶ", "Choosing the words we leave", "2026-07-16", 8),
    ("はじめての相談相手", "Someone to turn to at first", None, None),
    ("役割の境目を話す", "Talking about where roles meet", "2026-05-21", 6),
    ("休むことの伝え方", "How we say we need a rest", "2026-04-16", 5),
)
"""Invented sessions that fill home: titles, day and number; those of days past are closed."""
KOREAN = {
    "title": {"ko": "회의에서 한마디 할 수 있도록", "en": "Room for one more word in team meetings"},
    "prompt": {
        "ko": "회의에서 말할까 망설일 때, 무슨 일이 있었나요?",
        "en": "When you were in two minds, what was going on?",
    },
}


class Gallery:
    """Takes the pictures that the script asks for: of the console in this language, of the wall once."""

    def __init__(self, folder: Path, lang: str, meeting: Meeting, typist: Typist) -> None:
        self._folder, self._lang, self._meeting, self._typist = folder, lang, meeting, typist

    def take(self, name: str) -> None:
        """Take one picture; of the roundtable, also the composer and the larger screen."""
        if name.startswith("room"):
            if self._lang == LANGUAGES[0]:
                save(self._meeting.room, self._folder / f"{name}.png")
            if name != "room-breath":
                return
            name = "console-pause"
        console = self._meeting.console
        (projection,) = console.findChildren(Projection)
        self._typist.wait(lambda: not projection.behind)
        roundtable = name == "console-roundtable"
        save(console, self._folder / f"{'console' if roundtable else name}-{self._lang}.png")
        if name == "console-closed":
            self._desk()
        if roundtable:
            self._composer()
            self._notes()
            self._over()
            self._beside()
            size = console.size()
            console.resize(1920, 1080)
            save(console, self._folder / f"console-1920x1080-{self._lang}.png")
            console.resize(size)

    def _desk(self) -> None:
        """The minutes desk, on the first row that is not translated."""
        desk = self._meeting.open_desk()
        self._typist.settle()
        for key in ("Home", "Ctrl+Down", "Return"):
            self._typist.press(key)
        self._typist.wait(desk.bench.help.isVisible)
        save(desk, self._folder / f"desk-{self._lang}.png")
        self._typist.press("Escape")
        self._typist.press("Ctrl+P")
        self._typist.wait(lambda: desk.preview.sight() is not None)
        save(desk, self._folder / f"desk-pages-{self._lang}.png")
        self._typist.press("Ctrl+P")
        sheet = desk.issue()
        self._typist.settle()
        save(sheet, self._folder / f"desk-issue-{self._lang}.png")
        sheet.reject()
        desk.activateWindow()
        self._typist.settle()
        self._typist.press("Alt+E")
        for key in ("Home", "Ctrl+Down", "Return"):
            self._typist.press(key)
        save(desk, self._folder / f"desk-easy-{self._lang}.png")
        self._typist.press("Escape")
        desk.close()
        self._meeting.console.activateWindow()
        self._typist.settle()

    def _notes(self) -> None:
        """The note-taker's window while a note is written."""
        notes = self._meeting.open_notes()
        self._typist.settle()
        notes.panel.press("Alt+5")
        notes.panel.words.editor().insertPlainText(DRAFT)
        self._typist.settle()
        save(notes, self._folder / f"notes-{self._lang}.png")
        notes.panel.erase()
        notes.notes.choose(notes.notes.last())
        notes.read_back()
        self._typist.settle()
        reading = notes.over.reading
        if reading is None:
            raise OffScript("nothing was read back")
        save(reading, self._folder / f"notes-readback-{self._lang}.png")
        reading.close()
        self._history(notes)
        self._table(notes)
        notes.hide()
        self._meeting.console.activateWindow()
        self._typist.settle()

    def _history(self, notes: NotesWindow) -> None:
        """How the last note read before it was changed; the change is undone."""
        bridge = self._meeting.bridge
        last = bridge.state.notes()[-1]
        about = bridge.state.description
        texts = reading_of(bridge.words, self._lang, about.languages if about else ())
        said = {lang: body + MORE[lang] for lang, body in texts.prose(last.content.text).items()}
        bridge.do(ChangeNote(last.entry, replace(draft_of(last.content, texts), text=said)))
        self._typist.settle()
        notes.activateWindow()
        for key in ("Escape", "End", "Alt+P"):
            self._typist.press(key)
        (window,) = notes.findChildren(HistoryWindow)
        save(window, self._folder / f"notes-history-{self._lang}.png")
        window.close()
        bridge.do(Undo())
        self._typist.settle()

    def _table(self, notes: NotesWindow) -> None:
        """A table of somebody else's notes, before any is kept."""
        with tempfile.TemporaryDirectory() as place:
            path = Path(place) / "notes.csv"
            path.write_text(TABLE, "utf-8")
            notes.open_table(path)
            self._typist.wait(lambda: bool(notes.findChildren(TableDialog)))
        (dialog,) = notes.findChildren(TableDialog)
        self._typist.settle()
        save(dialog, self._folder / f"notes-table-{self._lang}.png")
        dialog.reject()
        self._typist.settle()

    def _over(self) -> None:
        """What stands over the console: the palette, and all keys."""
        for key, name in (("Ctrl+K", "palette"), ("F1", "keys")):
            self._typist.press(key)
            save(self._meeting.console, self._folder / f"{name}-{self._lang}.png")
            self._typist.press("Escape")

    def _beside(self) -> None:
        """The windows beside the console."""
        for command in WINDOWS:
            window = self._meeting.console.beside.open(command)
            if isinstance(window, HostingWindow):
                begin_to_share(window)
                self._typist.settle()
                save(window, self._folder / f"{command}-begin-{self._lang}.png")
                share(window, self._meeting.bridge.state)
            self._typist.settle()
            save(window, self._folder / f"{command}-{self._lang}.png")
            window.close()
        self._meeting.console.activateWindow()
        self._typist.settle()

    def look(self) -> None:
        """Nothing but what the script asks for."""

    def _composer(self) -> None:
        for key in ("N", "Alt+5"):
            self._typist.press(key)
        self._typist.type(DRAFT)
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
    with tempfile.TemporaryDirectory() as fresh:
        for lang in LANGUAGES:
            there = {**os.environ, "TZ": "Asia/Tokyo"}  # home tells the time of the machine
            subprocess.run([sys.executable, "-m", "tools.screenshots", fresh, lang], check=True, env=there)
        minutes(Path(fresh))
        phones(Path(fresh))
        put(Path(fresh), folder)
    print(f"{folder}: {len(list(folder.glob('*.png')))} pictures")
    return 0


def windows(folder: Path, lang: str) -> None:
    """Home, and the console and the wall through a whole meeting."""
    steps = json.loads(sample(f"{SAMPLE}.script.json").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as place, virtual_app(Path(place)) as app:
        app.setCursorFlashTime(0)
        shell, _ = opened(app, Path(place) / "empty.db", lang, [])
        save(shell.home.frame, folder / f"home-empty-{lang}.png")
        shell.close()
        files = [
            json.loads(sample(f"{SAMPLE}{end}.coprod.json").read_text("utf-8")) for end in ("", ".planned")
        ]
        shell, clock = opened(
            app, Path(place) / "sample.db", lang, [*files, *(filling(*one) for one in FILLING)]
        )
        save(shell.home.frame, folder / f"home-{lang}.png")
        plans(folder, shell, lang)
        typist, meeting = open_sample(shell)
        Player(meeting, typist, clock, Gallery(folder, lang, meeting, typist)).play(steps)
        shell.close()
        if lang == LANGUAGES[0]:
            cards(folder)
            for pair in (("en", "ja"), ("ko", "en")):
                wall(folder, app, Path(place), pair, files[1])


def plans(folder: Path, shell: Shell, lang: str) -> None:
    """The choice of a kind of meeting; and the plan of the sample, with the roundtable open."""
    session = str(json.loads(sample(f"{SAMPLE}.planned.coprod.json").read_text("utf-8"))["id"])
    shell.ask_kind()
    save(shell.home.frame, folder / f"new-{lang}.png")
    shell.home.chooser.close_again()
    shell.open_plan(session)
    plan = shell.planning
    if plan is None:
        raise OffScript("the plan did not open")
    plan.window.agenda.open_item(plan.bridge.state.agenda[3].id)
    save(plan.window, folder / f"plan-{lang}.png")
    plan.window.run("guidelines")
    save(plan.window, folder / f"plan-guidelines-{lang}.png")
    shell.go_home()


def wall(
    folder: Path, app: QApplication, place: Path, pair: tuple[str, str], planned: dict[str, Any]
) -> None:
    """The roundtable on the wall, in two other languages or in another order."""
    about: dict[str, Any] = {"id": str(uuid5(NAMESPACE_URL, "-".join(pair))), "languages": list(pair)}
    table = planned["agenda"][3]
    if "ko" in pair:
        about |= {"title": KOREAN["title"]}
        table = {"key": "table", "kind": "roundtable", "prompt": KOREAN["prompt"], "minutes": 30}
    shell, _ = opened(app, place / f"{pair[0]}.db", "en", [{**planned, **about, "agenda": [table]}])
    shell.open_session(str(about["id"]))
    typist = Typist(lambda: shell.home.frame, lambda: False)
    meeting = shell.meeting
    if meeting is None:
        raise OffScript("the session did not open")
    for _ in range(2):
        meeting.console.run("main")
        typist.wait(lambda: not meeting.bridge.busy)
    save(meeting.room, folder / f"room-roundtable-{'-'.join(pair)}.png")
    shell.close()


def opened(
    app: QApplication, path: Path, lang: str, files: Sequence[dict[str, Any]]
) -> tuple[Shell, MovedClock]:
    """Home on a store with these sessions."""
    clock = MovedClock(begin_of_sample())
    with open_store(path) as store:
        for file in files:
            keep(read(json.dumps(file).encode()), store, clock)
    tools = Tools(
        lambda _place: open_store(path),
        write_edition,
        lambda *_: None,
        clock,
        SealedFiles,
        read_table,
        lambda *_: None,
        write_work,
        read_work,
        PageProcess,
        open_drafter,
        read_logo,
        host,
        partial(join, introduce=WordIntroduction),
        WordIntroduction,
    )
    shell = open_shell(app, tools, lang)
    Typist(lambda: shell.home.frame, lambda: False).wait(lambda: shell.ready)
    return shell, clock


def filling(ja: str, en: str, day: str | None, number: int | None) -> dict[str, Any]:
    """A session of which home tells no more than when it is and what it waits for."""
    moment = f"{day}T14:00:00+09:00" if day else None
    over = day is not None and day < "2026-06-18"
    people = [{"key": str(n), "called": {"ja": f"{n}さん", "en": f"No. {n}"}} for n in range(1, 9)]
    file: dict[str, Any] = {
        "format": "coprod-session",
        "version": 1,
        "id": str(uuid5(NAMESPACE_URL, en)),
        "title": {"ja": ja, "en": en},
        "languages": ["ja", "en"],
        "zone": "Asia/Tokyo",
        "state": "closed" if over else "planned",
        "participants": people if day else [],
        "agenda": [{"key": "talk", "kind": "roundtable"}],
        "record": [],
    }
    if number is not None:
        file["programme"] = {
            "title": {"ja": "となりで話す一年", "en": "A Year of Talking Side by Side"},
            "number": number,
        }
    if moment is not None:
        file |= {"started": moment} if over else {"planned": {"start": moment}}
    return file


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
