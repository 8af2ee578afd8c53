"""The composer: who said it, the words, their kind, how far they may travel; kept by one key."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from coprod.domain.terms import NoteKind, Standpoint, Visibility
from coprod.present.commands import caps
from coprod.present.notes import (
    NOBODY,
    NOTE_COMMANDS,
    NOTE_KEYS,
    Composed,
    ComposerView,
    blank_note,
    composer_view,
    is_date,
    keep_note,
    with_text,
    with_who,
)
from coprod.ui.kit.button import ActionButton, Role
from coprod.ui.kit.text import Words
from coprod.ui.notes.choice import ChoiceRow, Look, Tick
from coprod.ui.notes.editor import Editor
from coprod.ui.theme import BODY, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coprod.domain.acts import Act
    from coprod.domain.state import State
    from coprod.i18n import Catalogue
    from coprod.present.texts import Texts

_HINTS = {command.id: command.keys[0] for command in NOTE_COMMANDS}


class NotePanel(QWidget):
    """The composer of one note. Its draft stays until the note is kept, whatever happens in between."""

    kept = Signal(object)
    """The act that keeps the note."""
    put_away = Signal()
    """The composer is to be closed; the draft stays."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._composed: Composed | None = None
        self._under_way: Act | None = None
        self._context: tuple[State, Texts, Catalogue] | None = None
        self._who = ChoiceRow(theme, Look.CHIPS, self, several=True)
        self._language = ChoiceRow(theme, Look.BOX, self)
        self._standpoint = ChoiceRow(theme, Look.BOX, self)
        self._words = Editor(theme, self)
        self._kind = ChoiceRow(theme, Look.WORDS, self)
        self._owner = ChoiceRow(theme, Look.CHIPS, self)
        self._owner_head = Words(theme, BODY, token="ink2", parent=self)
        self._due = QLineEdit(self)
        self._visibility = ChoiceRow(theme, Look.BOX, self)
        self._minority = Tick(theme, self)
        self._said = Words(theme, BODY, token="ink2", parent=self)
        self._keep = ActionButton(theme, role=Role.MAIN, keys=caps(_HINTS["keep"]), parent=self)
        for name, row in {
            "who": self._who,
            "language": self._language,
            "standpoint": self._standpoint,
        }.items():
            row.setObjectName(name)
        self._visibility.setObjectName("visibility")
        self._connect()
        self._lay_out()
        self.set_theme(theme)

    def _connect(self) -> None:
        self._who.chosen.connect(lambda who: self._change(who=(who,) if who else ()))
        self._who.added.connect(self._toggle)
        self._language.chosen.connect(lambda lang: self._change(lang=lang))
        self._standpoint.chosen.connect(
            lambda one: self._change(standpoints=(Standpoint(one),) if one else ())
        )
        self._kind.chosen.connect(lambda kind: self._change(kind=NoteKind(kind)))
        self._owner.chosen.connect(lambda who: self._change(owner=who))
        self._due.textEdited.connect(lambda due: self._change(due=due.strip()))
        self._visibility.chosen.connect(lambda one: self._change(visibility=Visibility(one)))
        self._minority.clicked.connect(lambda _=False: self._toggle_minority())
        self._words.written.connect(self._write)
        self._keep.clicked.connect(self.keep)
        for row in (self._who, self._language, self._standpoint, self._kind, self._owner, self._visibility):
            row.left.connect(self._words.setFocus)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._top, self._action, self._foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._top.addWidget(self._who, 1, Qt.AlignmentFlag.AlignTop)
        self._top.addWidget(self._language, 0, Qt.AlignmentFlag.AlignTop)
        self._action.addWidget(self._owner_head, 0, Qt.AlignmentFlag.AlignTop)
        self._action.addWidget(self._owner, 1, Qt.AlignmentFlag.AlignTop)
        self._action.addWidget(self._due, 0, Qt.AlignmentFlag.AlignTop)
        for widget in (self._visibility, self._standpoint, self._minority):
            self._foot.addWidget(widget)
        self._foot.addWidget(self._said, 1)
        self._foot.addWidget(self._keep)
        self._column.addLayout(self._top)
        self._column.addWidget(self._words, 1)
        self._column.addWidget(self._kind)
        self._column.addLayout(self._action)
        self._column.addLayout(self._foot)

    # ---- what the window tells it

    def show_session(self, state: State, texts: Texts, words: Catalogue) -> None:
        """Show the people and the words of a session; what is being written stays."""
        if self._context is None or words is not self._context[2]:
            self._retranslate(words)
        self._context = (state, texts, words)
        if state.off_record:
            self.erase()
        if self.isVisible():
            self._show()

    def erase(self) -> None:
        """Let what was begun go, and leave nothing of it."""
        self._composed = None
        self._words.erase()

    def begin(self) -> None:
        """Open the composer: on the draft that was put away, else on a new note by the current voice."""
        if self._context is None or self._context[0].off_record:
            return
        if self._composed is None:
            self._composed = blank_note(self._context[0], self._context[2].lang)
        self._said.say("")
        self._show()
        self._words.setFocus()

    def composed(self) -> Composed | None:
        """What stands in the composer; None where nothing was begun."""
        return self._composed

    def came(self, act: Act | None) -> bool:
        """Learn that an act was committed; whether it was this note, which is then cleared away."""
        if self._under_way is None or act != self._under_way:
            return False
        self._under_way = self._composed = None
        self._words.show_text("")
        return True

    def refuse(self, sentence: str, act: Act) -> bool:
        """Show why the note may not be kept; whether the act was this note."""
        if self._under_way is None or act != self._under_way:
            return False
        self._under_way = None
        self._said.say(sentence, self._lang())
        return True

    # ---- what a person does

    @property
    def composing(self) -> bool:
        """Whether an input method is at work in the words: no key is a command then."""
        return self._words.composing

    def press(self, key: str) -> bool:
        """Carry out one of the composer's keys; whether it was one."""
        command = NOTE_KEYS.get(key)
        if command is None or self._composed is None:
            return False
        if self._words.composing:
            self._words.commit()
            return True
        if command.id.startswith("kind-"):
            self._change(kind=NoteKind(command.id.removeprefix("kind-")))
            return True
        {
            "keep": self.keep,
            "who": self._who.setFocus,
            "words": self._words.setFocus,
            "text-language": lambda: self._next(self._language),
            "standpoint": lambda: self._next(self._standpoint),
            "visibility": lambda: self._next(self._visibility),
            "minority": self._toggle_minority,
            "put-away": self.put_away.emit,
        }[command.id]()
        return True

    def keep(self) -> None:
        """Ask for the note to be kept; a date that is none is told here."""
        self._words.commit()
        if self._composed is None or self._under_way is not None or self._context is None:
            return
        if self._composed.kind is NoteKind.ACTION and not is_date(self._composed.due):
            self._said.say(
                self._context[2].say("Write the date as 2026-06-30, or leave it empty."), self._lang()
            )
            self._due.setFocus()
            return
        self._under_way = keep_note(self._composed)
        self.kept.emit(self._under_way)

    def _change(self, who: tuple[str, ...] | None = None, **values: object) -> None:
        if self._composed is not None:
            changed = self._composed if who is None else with_who(self._composed, who)
            self._composed = replace(changed, **values)  # type: ignore[arg-type]
            self._show()

    def _toggle(self, who: str) -> None:
        if self._composed is not None:
            others = tuple(one for one in self._composed.who if one != who)
            self._change(who=() if who == NOBODY else others if who in self._composed.who else (*others, who))

    def _toggle_minority(self) -> None:
        if self._composed is not None:
            self._change(minority=not self._composed.minority)

    def _write(self, text: str) -> None:
        if self._composed is not None:
            self._composed = with_text(self._composed, text)

    def _next(self, row: ChoiceRow) -> None:
        options = row.options()
        if options:
            place = next((n for n, option in enumerate(options) if option.chosen), -1)
            row.chosen.emit(options[(place + 1) % len(options)].key)

    # ---- what is seen

    def _show(self) -> None:
        if self._context is None or self._composed is None:
            return
        state, texts, words = self._context
        view = composer_view(self._composed, state, texts, words)
        self._show_rows(view, words)
        self._minority.setChecked(view.minority)
        self._due.setVisible(bool(view.owners))
        self._owner_head.setVisible(bool(view.owners))
        if self._due.text().strip() != view.due:
            self._due.setText(view.due)
        self._words.show_text(view.text)

    def _show_rows(self, view: ComposerView, words: Catalogue) -> None:
        self._who.show_options(view.who, words.say("Who said it"))
        self._language.show_options(view.languages, words.say("Language of the words"))
        self._standpoint.show_options(view.standpoints, words.say("Spoken from"))
        self._kind.show_options(view.kinds, words.say("Kind"))
        self._owner.show_options(view.owners, words.say("Who does it"))
        self._visibility.show_options(view.visibilities, words.say("How far it may travel"))

    def _retranslate(self, words: Catalogue) -> None:
        self._words.setAccessibleName(words.say("The words"))
        self._words.setPlaceholderText(words.say("What was said"))
        self._due.setAccessibleName(words.say("Due"))
        self._due.setPlaceholderText(words.say("Due: 2026-06-30"))
        self._owner_head.say(words.say("Who does it"))
        self._minority.say(words.say("Minority opinion"), _HINTS["minority"])
        self._keep.say(words.say("Keep"))
        self.setAccessibleName(words.say("Note"))

    def _lang(self) -> str:
        return self._context[2].lang if self._context else ""

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        for row in (self._who, self._language, self._standpoint, self._kind, self._owner, self._visibility):
            row.set_theme(theme)
        for part in (self._words, self._minority, self._said, self._owner_head, self._keep):
            part.set_theme(theme)
        self._due.setFont(theme.font(BODY))
        self._due.setFixedSize(theme.px(180), theme.px(36))
        edge, radius, pad = theme.edge.name(), theme.px(8), theme.px(8)
        look = f"border: 1px solid {edge}; border-radius: {radius}px; padding: 0 {pad}px"
        self._due.setStyleSheet(f"QLineEdit {{ {look} }}")
        self._column.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(14))
        self._column.setSpacing(theme.px(8))
        for line in (self._top, self._action, self._foot):
            line.setSpacing(theme.px(14))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground with its edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.accent, 2))
        painter.setBrush(self._theme.surface)
        radius = self._theme.px(12)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
