"""In the middle of the desk: the rows, the field in one of them, and what helps whoever writes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coprod.present.commands import caps
from coprod.present.desk_help import HelpView, help_view
from coprod.present.desk_rows import checked, kept, next_open
from coprod.present.findings import place_of
from coprod.present.replacing import holding, replaced
from coprod.present.translating import language_word
from coprod.ui.desk.help import HelpPanel
from coprod.ui.desk.pairs import PairList
from coprod.ui.desk.replace import ReplaceBar
from coprod.ui.kit.button import ActionButton, Role
from coprod.ui.kit.lasting import Lasting
from coprod.ui.kit.text import Words
from coprod.ui.notes.search import SearchField
from coprod.ui.theme import BODY

if TYPE_CHECKING:
    from collections.abc import Callable

    from coprod.domain.acts import Act
    from coprod.domain.word_list import Term
    from coprod.i18n import Catalogue
    from coprod.present.desk import DeskView
    from coprod.present.desk_rows import DeskLine
    from coprod.present.findings import FindingCard
    from coprod.service.memory import Match
    from coprod.ui.theme import Theme


class Workbench(QWidget):
    """It holds the one text that is being written. `by`: who translates.

    `asked`: an act. `opened`: a row whose field was opened. `sought`: other texts are looked for.
    """

    asked = Signal(object)
    opened = Signal(object)
    sought = Signal()

    def __init__(self, theme: Theme, words: Catalogue, by: Callable[[], str]) -> None:
        super().__init__()
        self._words, self._by = words, by
        self._view: DeskView | None = None
        self._easy = False
        self._terms: tuple[Term, ...] = ()
        self.pairs, self.search, self.help = PairList(theme), SearchField(), HelpPanel(theme)
        self.replacing, self.left = ReplaceBar(theme), Lasting(theme)
        self._said = Words(theme, BODY, token="accent", bold=True)
        self._heads = [Words(theme, BODY, bold=True, token="ink2") for _ in range(2)]
        self.check = ActionButton(theme, role=Role.LINK, keys=caps("Ctrl+K"), height=36)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._column, self._over, self._foot = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        for head in self._heads:
            self._over.addWidget(head, 1)
        self._foot.addWidget(self._said, 1)
        self._foot.addWidget(self.check)
        self._column.addWidget(self.search)
        self._column.addWidget(self.replacing)
        self._column.addLayout(self._over)
        self._column.addWidget(self.pairs, 1)
        self._column.addWidget(self.help)
        self._column.addWidget(self.left)
        self._column.addLayout(self._foot)

    def _connect(self) -> None:
        self.pairs.opened.connect(self.open)
        self.pairs.left.connect(self._keep)
        self.check.clicked.connect(lambda _=False: self.mark_checked())
        self.search.textChanged.connect(lambda _text: self.sought.emit())
        self.replacing.sought.connect(lambda _text: self._count())
        self.replacing.next_asked.connect(self._go_to_next)
        self.replacing.asked.connect(self._replace)
        self.help.taken.connect(self._take)

    # ---- what it is told

    def show_view(self, view: DeskView, terms: tuple[Term, ...], *, easy: bool) -> None:
        """Show the rows. `easy`: easy words are written, no translations."""
        say, self._view, self._terms, self._easy = self._words.say, view, terms, easy
        beside = say("In easy words") if easy else say("Translation")
        for head, text in zip(self._heads, (say("As it was said"), beside), strict=True):
            head.say(text, self._words.lang)
        empty = say("No text is like that.") if self.search.text() else say("No notes yet.")
        self.pairs.show_rows(view.rows, say("What was said, and its translation"), empty)
        open_now = self.pairs.editing()
        if open_now is not None and self.pairs.line(open_now.id) is None:
            self.pairs.end()  # its row is not among these
        self._ready()
        self._count()

    def show_matches(self, row: str, matches: tuple[Match, ...]) -> None:
        """Show what there is for the row that is open; what comes late for another is no help."""
        line = self.pairs.editing()
        if line is not None and line.id == row and not self._easy:
            self.help.show_help(help_view(line, matches, self._terms, self._words), self._words)

    def tell(self, sentence: str) -> None:
        """Say something to whoever translates; "" says no more."""
        self._said.say(sentence, self._words.lang)

    def retranslate(self, words: Catalogue) -> None:
        """Take another language, while running."""
        self._words = words
        self.tell("")
        self.check.say(words.say("Mark as checked"))
        for part in (self.replacing, self.left):
            part.retranslate(words)
        self.search.setPlaceholderText(words.say("Find a text: words, a standpoint, a kind"))
        self.search.setAccessibleName(words.say("Find a text"))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        px = theme.px
        for part in (self._said, self.check, self.pairs, self.replacing, self.help, self.left):
            part.set_theme(theme)
        for head in self._heads:
            head.set_theme(theme)
        self.search.set_theme(theme)
        self._column.setContentsMargins(px(24), px(10), px(16), px(14))
        self._column.setSpacing(px(8))
        self._over.setContentsMargins(0, 0, px(26), 0)
        self._over.setSpacing(px(28))

    # ---- writing

    @property
    def composing(self) -> bool:
        """Whether an input method is at work."""
        return self.pairs.editor.composing or self.replacing.composing

    def writing(self) -> bool:
        """Whether somebody types here, so that Ctrl+Z is that of a field."""
        return self.pairs.editing() is not None or self.search.hasFocus() or self.replacing.holds_focus()

    def begun(self) -> bool:
        """Whether something stands there that is not kept."""
        line = self.pairs.editing()
        return line is not None and kept(line, self.pairs.editor.toPlainText()) is not None

    def open(self, row: str) -> None:
        """Open the field of a row."""
        line = self.pairs.line(row)
        if line is not None:
            say, language = self._words.say, language_word(line.lang, self._words)
            easy = say("Easy words in {language}", language=language)
            self.pairs.begin(
                line, easy if self._easy else say("Translation into {language}", language=language)
            )
            self._ready()
            self.show_matches(line.id, ())
            self.opened.emit(line)

    def keep_and_go_on(self) -> None:
        """Keep what stands in the field, and open the next row that is open."""
        line = self.pairs.editing()
        self.pairs.end()
        if line is not None and self._view is not None:
            rest = tuple(row for row in self._view.rows if row.id != line.id)
            after = next_open(self._view.rows, line.id)
            self.open(after if after != line.id else next_open(rest, ""))

    def mark_checked(self) -> None:
        """Say that the row is checked, with the words that stand there."""
        line = self.pairs.editing() or self.pairs.line(self.pairs.chosen())
        if line is None or self._easy:
            return
        editing = self.pairs.editing() is not None
        self.pairs.editor.commit()
        act = checked(line, self.pairs.editor.toPlainText() if editing else line.target.body, self._by())
        self.pairs.let_go()
        self._closed()
        self.pairs.setFocus()
        self._ask(act)

    def go_on(self) -> None:
        """Choose the next row that is open."""
        if self._view is not None:
            self.pairs.end()
            self.pairs.choose(next_open(self._view.rows, self.pairs.chosen()))
            self.pairs.setFocus()

    def go_to(self, card: FindingCard) -> None:
        """Choose the row that a finding is about."""
        self.pairs.end()
        self.pairs.choose(place_of(card, self._view.rows if self._view else ()))

    def reveal(self) -> None:
        """Bring the row that is chosen into sight."""
        self.pairs.choose(self.pairs.chosen())

    def leave(self) -> bool:
        """Leave the field, the search or what replaces; False where there is nothing to leave."""
        if self.replacing.holds_focus():
            self.replacing.leave()
        elif self.search.hasFocus():
            self.search.leave()
        elif self.pairs.editing() is not None:
            self.pairs.end()
        else:
            return False
        self.pairs.setFocus()
        return True

    def begin_replacing(self) -> None:
        """Find and replace."""
        self.pairs.end()
        self.replacing.begin()

    def _keep(self, line: DeskLine, text: str) -> None:
        self._closed()
        self._ask(kept(line, text, self._by()))

    def _closed(self) -> None:
        self.help.show_help(HelpView(), self._words)
        self._ready()

    def _ready(self) -> None:
        self.check.setEnabled(self.pairs.editing() is not None and not self._easy)

    def _ask(self, act: Act | None) -> None:
        if act is not None:
            self.asked.emit(act)

    def _take(self, text: str) -> None:
        """Put an earlier translation into the field; Ctrl+Z there takes it out again."""
        if self.pairs.editing() is not None:
            self.pairs.editor.commit()
            self.pairs.editor.selectAll()
            self.pairs.editor.insertPlainText(text)
            self.pairs.editor.setFocus()

    # ---- find and replace

    def _held(self) -> list[DeskLine]:
        return holding(self._view.rows if self._view else (), self.replacing.text())

    def _count(self) -> None:
        self.replacing.show_count(len(self._held()), self._words)

    def _go_to_next(self) -> None:
        held = [line.id for line in self._held()]
        if held:
            at = held.index(self.pairs.chosen()) if self.pairs.chosen() in held else -1
            self.pairs.choose(held[(at + 1) % len(held)])

    def _replace(self, sought: str, put: str) -> None:
        self._ask(replaced(self._held(), sought, put, self._by()))
