"""The minutes desk: a window of its own, in which somebody translates row by row, by keys alone."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout

from coprod.domain import acts
from coprod.domain.terms import Edition
from coprod.present.commands import caps
from coprod.present.desk import DESK_KEYS, Asked, DeskView, desk_view, pair_word, progress
from coprod.present.desk_rows import direction, pairs
from coprod.present.findings import finding_card, finding_lines, left_because, opened_again
from coprod.present.refusals import failure, refusal
from coprod.present.texts import Texts, reading
from coprod.service.printing import Arrangement, Setting
from coprod.service.publish import Asked as Wanted
from coprod.service.publish import document
from coprod.service.translation import TERM, behind, word_list
from coprod.ui.console.keys import Keys, in_text
from coprod.ui.console.label import Label
from coprod.ui.desk.drafting import Drafting
from coprod.ui.desk.findings import FindingsColumn
from coprod.ui.desk.links import Links
from coprod.ui.desk.preview import Preview
from coprod.ui.desk.recall import Recall
from coprod.ui.desk.sending import Sending
from coprod.ui.desk.workbench import Workbench
from coprod.ui.issuing.sheet import IssueSheet
from coprod.ui.kit.button import ActionButton, Role
from coprod.ui.kit.columns import ColumnsWindow
from coprod.ui.kit.focus import FocusRing
from coprod.ui.notes.agenda import AgendaColumn
from coprod.ui.plan.shelf import Shelving

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent

    from coprod.domain.acts import Act
    from coprod.domain.rules.pen import Refused
    from coprod.domain.word_list import Term
    from coprod.i18n import Catalogue
    from coprod.present.findings import FindingCard
    from coprod.service.live import Change, LiveSession
    from coprod.ui.bridge import Bridge
    from coprod.ui.desk.aids import Aids
    from coprod.ui.theme import Theme

_SIDE, _BESIDE = 260, 280
_NAME = "translator"
"""Where the name of who translates is kept with the session, among what is being written."""


class DeskWindow(ColumnsWindow):
    """Over the session that the bridge carries acts to. `read_back_asked`: the notes are to be read back."""

    read_back_asked = Signal()

    def __init__(self, bridge: Bridge, words: Catalogue, theme: Theme, aids: Aids) -> None:
        self.findings, self.links = FindingsColumn(theme), Links(theme)
        super().__init__(theme, self.findings, (_SIDE, _BESIDE), self.links)
        self._bridge, self._words = bridge, words
        self._known: tuple[Term, ...] = ()
        self._number = 0
        self._view: DeskView | None = None
        self._aids, self._easy, self._turn = aids, False, 0
        self._card: FindingCard | None = None
        self._kind, self._at = "", -1
        self._title, self._done = Label(theme, bold=True, token="ink"), Label(theme)
        self._mode = ActionButton(theme, role=Role.LINK, keys=caps("Alt+E"), height=36)
        self._pair = ActionButton(theme, role=Role.LINK, keys=caps("Alt+L"), height=36)
        self._issue = ActionButton(theme, role=Role.MAIN, keys=caps("Ctrl+I"), height=40)
        self._pages = ActionButton(theme, role=Role.LINK, keys=caps("Ctrl+P"), height=36)
        self._close = ActionButton(theme, role=Role.LINK, keys=caps("Ctrl+W"), height=36)
        self.sections = AgendaColumn(theme)
        self.bench, self.preview = Workbench(theme, words, self._by), Preview(theme, aids.pages(), words)
        self._recall, self._terms = Recall(aids.recall, self), Shelving("terms.json", aids.shelf, self)
        self.sending = Sending(bridge, lambda: self._words, aids.files, self)
        self.drafting = Drafting(bridge, lambda: self._words, aids.open_drafter, self)
        self._lay_out()
        self._ring, self._keys = FocusRing(self, theme), Keys(self, self._press)
        self._connect()
        self.set_theme(theme)
        self.retranslate(words)

    def _lay_out(self) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        self.strip.addWidget(self._title, 0, middle)
        self.strip.addWidget(self._done, 0, middle)
        self.strip.addStretch(1)
        for button in (self._mode, self._pair, self._pages, self._issue, self._close):
            self.strip.addWidget(button, 0, middle)
        self._across = QHBoxLayout()
        self._across.addWidget(self.bench, 1)
        self._across.addWidget(self.preview, 1)
        self.middle.addLayout(self._across)
        self.side.column.addWidget(self.sections)

    def _connect(self) -> None:
        bridge, bench = self._bridge, self.bench
        bridge.changed.connect(self._changed)
        bridge.refused.connect(self._refused)
        bridge.failed.connect(lambda failed, _act: self._could_not(failed.code))
        bench.asked.connect(bridge.do)
        bench.opened.connect(self._recall.seek)
        bench.sought.connect(self._show)
        self._recall.found.connect(bench.show_matches)
        self.sections.chosen.connect(bench.pairs.show_item)
        self.findings.chosen.connect(self._go_to_finding)
        self.findings.card.left.connect(self._leave_it)
        self.findings.card.opened.connect(self._look_again)
        self._mode.clicked.connect(lambda _=False: self._turn_easy())
        self._pair.clicked.connect(lambda _=False: self._turn_pair())
        self._pages.clicked.connect(lambda _=False: self.turn_pages())
        self._issue.clicked.connect(lambda _=False: self.issue())
        self._close.clicked.connect(self.close)
        self.links.asked.connect(self._run)
        self.links.named.connect(partial(bridge.keep_draft, _NAME))
        self._terms.changed.connect(self._know_terms)
        self._terms.failed.connect(self._could_not)
        self.drafting.told.connect(bench.tell)
        self.drafting.ran.connect(lambda runs: self.links.show_drafting(self._words, runs=runs))
        self.sending.told.connect(bench.tell)
        self.sending.left.connect(lambda lines: bench.left.tell(lines, self._words))

    # ---- what it is told

    def begin(self) -> None:
        """Show the rows as they are now."""
        self._recall.forget()
        self._know_terms()
        self.bench.pairs.setFocus()

    def end(self) -> None:
        """Keep what stands in the field, and leave off what is under way, before the window goes."""
        self.bench.pairs.end()
        self._recall.end()
        self.drafting.end()
        self.preview.end()

    def retranslate(self, words: Catalogue) -> None:
        """Take another language, while running."""
        self._words = words
        self._close.say(words.say("Close"))
        self._issue.say(words.say("Issue …"))
        self.bench.retranslate(words)
        self.preview.retranslate(words)
        self._pages.say(words.say("Pages"))
        self.links.retranslate(words)
        self._show()

    def view(self) -> DeskView | None:
        """What is shown."""
        return self._view

    def begun(self) -> bool:
        """Whether something stands there that is not kept."""
        return self.bench.begun()

    # ---- what a person does

    def _by(self) -> str:
        return self._bridge.drafts.get(_NAME, "")

    def _go_to_finding(self, kind: str) -> None:
        """The next finding of a kind, and its row."""
        self._at = self._at + 1 if kind == self._kind else 0
        self._kind = kind
        self._show_card()
        if self._card is not None:
            self.bench.go_to(self._card)

    def _show_card(self) -> None:
        """The finding whose turn it is; one that is settled gives its place to the next."""
        found = self._view.found if self._view else ()
        self._card = finding_card(found, self._kind, self._at, self._bridge.state, self._texts(), self._words)
        self.findings.show_card(self._card, self._words)

    def _leave_it(self, reason: str) -> None:
        act = left_because(self._card, reason, self._words) if self._card else None
        if act is not None:
            self._bridge.do(act)

    def _look_again(self) -> None:
        if self._card is not None:
            self._bridge.do(opened_again(self._card))

    def _turn_easy(self) -> None:
        self.bench.pairs.end()
        self._easy = not self._easy
        self._show()

    def _turn_pair(self) -> None:
        self.bench.pairs.end()
        self._turn += 1
        self._show()

    def _open_word_list(self) -> None:
        self.bench.pairs.end()
        self._terms.open(self, self._theme, self._words, self._languages(), kind=TERM, take=None)

    def _direction(self) -> tuple[str, str]:
        """From which language into which there is most to do."""
        return direction(self._view.rows if self._view else (), self._langs())

    def turn_pages(self) -> None:
        """Show the true pages beside the rows, where the columns at both sides make room for them; or no more."""
        shown = not self.preview.isVisible()
        self.side.setVisible(not shown)
        self.links.setVisible(not shown)
        self.let_yield(yields=shown)
        if shown:
            self.preview.open()
        else:
            self.preview.hide()
        QTimer.singleShot(0, self, self.bench.reveal)  # once the rows have their new width

    def issue(self) -> IssueSheet:
        """Open the sheet from which minutes go out."""
        self.bench.pairs.end()
        look = (self._base, self._words)
        sheet = IssueSheet(self._bridge, self._aids, look, self)
        sheet.read_back.connect(self.read_back_asked)
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()
        return sheet

    # ---- keys

    def _press(self, key: str, _typing: bool) -> bool:
        who = self.links.who
        if self.bench.composing or who.composing or self.findings.card.why.composing:
            return False
        if key == "Escape":
            return self.bench.leave()
        if key == "Ctrl+Z" and not (self.bench.writing() or in_text(QApplication.focusWidget())):
            self._bridge.do(acts.Undo())
            return True
        return self._run(DESK_KEYS.get(key, ""))

    def _run(self, command: str) -> bool:
        bench, sending = self.bench, self.sending
        named: dict[str, Callable[[], object]] = {
            "keep": bench.keep_and_go_on,
            "checked": bench.mark_checked,
            "next-open": bench.go_on,
            "find": bench.search.begin,
            "replace": bench.begin_replacing,
            "easy": self._turn_easy,
            "pair": self._turn_pair,
            "word-list": self._open_word_list,
            "send": lambda: sending.choose_place(self._direction(), self._known),
            "draft": lambda: self.drafting.choose_folder(self._direction()),
            "bring": lambda: sending.choose_file(self._by()),
            "take-1": partial(bench.help.take, 0),
            "take-2": partial(bench.help.take, 1),
            "take-3": partial(bench.help.take, 2),
            "issue": self.issue,
            "pages": self.turn_pages,
            "close": self.close,
        }
        if command in named:
            named[command]()
        return command in named

    # ---- what became of it

    def hideEvent(self, event: QHideEvent) -> None:
        """What stands in the field is kept."""
        super().hideEvent(event)
        self.bench.pairs.end()

    def _changed(self, change: Change) -> None:
        if self.isVisible():
            if not isinstance(change.act, acts.TranslateTexts):  # of those that came in, it was told how many
                self.bench.tell("")
            self._show()

    def _refused(self, refused: Refused, _act: Act) -> None:
        if self.isVisible():
            self.bench.tell(refusal(refused, self._bridge.state, self._texts(), self._words))

    def _could_not(self, code: str) -> None:
        self.bench.tell(failure(code, self._words))

    # ---- what is seen

    def _languages(self) -> tuple[str, ...]:
        about = self._bridge.state.description
        return about.languages if about else ()

    def _langs(self) -> tuple[str, str]:
        found = pairs(self._languages())
        return found[self._turn % len(found)]

    def _texts(self) -> Texts:
        return reading(self._bridge.words, self._words.lang, self._languages())

    def _show(self) -> None:
        """Ask for the rows as they are now; the record makes them beside the windows, after what was asked before."""
        if self._bridge.state.description is None:
            return
        self._number += 1
        terms = () if self._easy else self._known
        asked = Asked(
            self._langs(), self._easy, self.bench.search.text(), terms=terms, wording=self._aids.wording()
        )
        self._bridge.ask(partial(_seen, self._words, asked), partial(self._shown, self._number), _bug)

    def _shown(self, number: int, view: DeskView) -> None:
        if number != self._number:
            return  # something else was asked for since
        words, self._view = self._words, view
        self._title.say(view.title)
        self._done.say(progress(view, words, easy=self._easy))
        self.setWindowTitle(view.title)
        self._mode.say(words.say("Translations") if self._easy else words.say("Easy words"))
        self._pair.say(pair_word(self._langs(), words))
        self._pair.setVisible(len(pairs(self._languages())) > 1)
        self.sections.show_lines(view.sections)
        self.bench.show_view(view, () if self._easy else self._known, easy=self._easy)
        self.findings.show_findings(finding_lines(view.found, words), words)
        self._show_card()
        self.links.show_name(self._by(), words)
        self._show_pages()

    def _know_terms(self) -> None:
        """Read the word list anew."""
        self._known = word_list(self._terms.entries())
        self._show()

    def _show_pages(self) -> None:
        state, known = self._bridge.state, self._bridge.words
        edition = Edition.EASY if self._easy else Edition.RECORD
        setting = Setting(Arrangement.STACKED, house=self._aids.house())  # half a window is upright
        self.preview.show_minutes(partial(document, state, known, Wanted(self._langs(), edition)), setting)

    def dress(self, theme: Theme) -> None:
        """Give each part its colours and its scale."""
        for button in (self._mode, self._pair, self._pages, self._issue, self._close):
            button.set_theme(theme)
        for part in (self._title, self._done, self._ring):
            part.set_theme(theme)
        for column in (self.sections, self.links, self.bench, self.findings, self.preview):
            column.set_theme(theme)


def _seen(words: Catalogue, asked: Asked, live: LiveSession) -> DeskView:
    """The rows of a session as it stands, and which of them were left behind."""
    about = live.state.description
    texts = reading(live.words, words.lang, about.languages if about else ())
    return desk_view(live.state, texts, words, replace(asked, behind=behind(live)))


def _bug(error: Exception) -> None:
    """Nothing is asked here that can fail but by a fault of the program."""
    raise error
