"""The guidelines, changed with the room looking on: each change stands on the wall once it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from coprod.domain import acts
from coprod.present.commands import BY_ID
from coprod.present.guidelines_live import GuidelinesView, guidelines_view
from coprod.ui.console.side import SideWindow
from coprod.ui.kit.button import ActionButton, Role
from coprod.ui.kit.text import Words
from coprod.ui.notes.editor import Editor
from coprod.ui.theme import BODY, LARGE, SMALL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QAbstractButton, QWidget

    from coprod.domain.acts import Act
    from coprod.present.guidelines_live import Field
    from coprod.ui.theme import Theme


class _Place:
    """Where the words of one language are written."""

    def __init__(self, theme: Theme, lang: str) -> None:
        self.lang = lang
        self.label, self.editor = Words(theme, SMALL, token="ink2"), Editor(theme)


class GuidelinesWindow(SideWindow):
    """The list at the left; at the right the words of one, or of one more. What is begun stays until it is kept."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._opened = ""
        self._shown: GuidelinesView | None = None
        self._places: list[_Place] = []
        self._filled: dict[str, str] = {}
        self.name = Words(theme, LARGE, bold=True)
        self.keep = ActionButton(theme, role=Role.MAIN, keys=("Ctrl", "Enter"))
        self.drop = ActionButton(theme)
        self.new = ActionButton(theme, keys=("Alt", "N"))
        self.agree = ActionButton(theme, icon="check", keys=("Alt", "A"))
        self.wall = ActionButton(theme, icon="list", keys=("Alt", "G"))
        self._history_head = Words(theme, BODY, bold=True)
        self._history: list[Words] = []
        self._buttons = QHBoxLayout()
        self._lay_out_detail()
        self.keep.clicked.connect(self._keep)
        self.drop.clicked.connect(lambda: self.ask(acts.DropGuideline(self._opened)))
        self.new.clicked.connect(self._begin)
        self.agree.clicked.connect(lambda: self.ask(acts.AgreeGuidelines()))
        self.wall.clicked.connect(lambda: self.command.emit("guidelines"))
        self.set_theme(theme)

    def _lay_out_detail(self) -> None:
        for button in (self.wall, self.new, self.agree):
            self.top.addWidget(button)
        self.top.addStretch(1)
        for button in (self.keep, self.drop):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self.detail_column.addWidget(self.name)
        self.detail_column.addLayout(self._buttons)
        self.detail_column.addWidget(self._history_head)
        self.detail_column.addStretch(1)

    def open(self, row: str) -> None:
        """Open a guideline, with the words that stand."""
        self._opened = row
        self.said.say("")
        self.present()
        self._fill()
        if self._places:
            self._places[0].editor.setFocus()

    def kept(self, act: Act) -> None:
        """After one more, there is room for another; a changed one shows what stands."""
        if isinstance(act, acts.ProposeGuideline | acts.DropGuideline):
            self._opened = ""
        if not isinstance(act, acts.AgreeGuidelines):
            self.present()
            self._fill()

    def first(self) -> QWidget:
        """The words come first: that is what the window is opened for."""
        return self._places[0].editor if self._places else self.close_button

    def buttons(self) -> Mapping[str, QAbstractButton]:
        """The keys of this window."""
        return {"Ctrl+Return": self.keep, "Alt+N": self.new, "Alt+A": self.agree, "Alt+G": self.wall}

    def texts(self) -> dict[str, str]:
        """What stands in the fields."""
        return {place.lang: place.editor.toPlainText().strip() for place in self._places}

    def _begin(self) -> None:
        self.open("")

    def _keep(self) -> None:
        for place in self._places:
            place.editor.commit()
        prose = {lang: body for lang, body in self.texts().items() if body}
        opened = self._shown.opened if self._shown else ""
        self.ask(acts.ChangeGuideline(opened, prose) if opened else acts.ProposeGuideline(prose))

    # ---- what is seen

    def present(self) -> None:
        """Show the list as it is now; the fields stay as they are."""
        if self._context is None:
            return
        state, texts, words = self._context
        view = guidelines_view(state, texts, words, self._opened)
        untouched = self._opened != view.opened or self.texts() == self._filled
        self._opened, self._shown = view.opened, view
        self.setWindowTitle(words.say("Guidelines of the day"))
        self.head.say(words.say("Guidelines of the day"), words.lang)
        self.lead.say(
            words.say("The room sees each change once it is kept, while the wall shows them."), words.lang
        )
        self.name.say(view.head, words.lang)
        self.keep.say(words.say("Put it in these words") if view.opened else words.say("Propose it"))
        self.drop.say(words.say("Let it go"))
        self.drop.setVisible(bool(view.opened))
        self.new.say(words.say("One more"))
        self.agree.say(words.say("The room agrees"))
        self.agree.setEnabled(view.proposed)
        self.wall.say(words.say(BY_ID["guidelines"].name))
        self.rows.show_rows(view.rows, view.opened)
        self._show_fields(view.fields)
        self._show_history(view)
        if untouched:
            self._fill()

    def _show_fields(self, fields: tuple[Field, ...]) -> None:
        if [place.lang for place in self._places] == [field.lang for field in fields]:
            return
        for place in self._places:
            for part in (place.label, place.editor):
                self.detail_column.removeWidget(part)
                part.hide()
                part.deleteLater()
        self._places = [_Place(self._theme, field.lang) for field in fields]
        for at, (place, field) in enumerate(zip(self._places, fields, strict=True)):
            place.label.say(field.name, field.lang)
            place.editor.setAccessibleName(field.name)
            self.detail_column.insertWidget(1 + 2 * at, place.label)
            self.detail_column.insertWidget(2 + 2 * at, place.editor)
        self._fill()
        self._dress()

    def _fill(self) -> None:
        """Put into the fields what stands."""
        for place, field in zip(self._places, self._shown.fields if self._shown else (), strict=False):
            place.editor.show_text(field.body)
        self._filled = self.texts()

    def _show_history(self, view: GuidelinesView) -> None:
        words = self._context[2] if self._context else None
        self._history_head.say(words.say("How it came to these words") if words else "", self.lang())
        self._history_head.setVisible(bool(view.history))
        while len(self._history) < len(view.history):
            line = Words(self._theme, SMALL, token="ink2")
            self.detail_column.insertWidget(self.detail_column.count() - 1, line)
            self._history.append(line)
        for number, line in enumerate(self._history):
            line.setVisible(number < len(view.history))
            if number < len(view.history):
                one = view.history[number]
                head = "  ".join(filter(None, (one.time, one.what)))
                line.say(
                    "\n".join((head, *(text.body for text in one.texts))),
                    one.texts[0].lang if one.texts else "",
                )

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        super().set_theme(theme)
        for button in (self.keep, self.drop, self.new, self.agree, self.wall):
            button.set_theme(theme)
        for part in (self.name, self._history_head, *self._history):
            part.set_theme(theme)
        self._dress()

    def _dress(self) -> None:
        theme = self._theme
        look = f"border: 1px solid {theme.edge.name()}; border-radius: {theme.px(8)}px;"
        for place in self._places:
            place.label.set_theme(theme)
            place.editor.set_theme(theme)
            place.editor.setStyleSheet(
                f"QTextEdit {{ {look} background: {theme.surface.name()}; padding: {theme.px(6)}px }}"
            )
            place.editor.setMinimumHeight(theme.px(LARGE.line * 2 + 22))
