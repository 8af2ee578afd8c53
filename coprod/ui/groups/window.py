"""Arranges the small groups: drawn, moved by hand, and used when the facilitator says so."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from coprod.domain.groups import Wish
from coprod.present.groups import (
    GroupsDraft,
    begun,
    drawn,
    formed,
    groups_view,
    keeping,
    moved,
    named,
    seated,
    settled,
    wished,
)
from coprod.ui.console.side import SideWindow
from coprod.ui.groups.table import PersonButton, TableBox
from coprod.ui.kit.button import ActionButton, Role
from coprod.ui.kit.text import Words
from coprod.ui.theme import BODY, SMALL

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QAbstractButton

    from coprod.present.groups import GroupsView
    from coprod.ui.theme import Theme

_SIZE, _COLUMN = (1200, 660), 210
_LARGE = 1.5


class GroupsWindow(SideWindow):
    """Groups side by side. What is drawn and not yet used is the draft of this window alone."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.draft: GroupsDraft | None = None
        self.tables: list[TableBox] = []
        self._near: tuple[tuple[str, str], ...] = ()
        self._chosen: tuple[str, ...] = ()
        self._seen: tuple[GroupsView, tuple[str, ...], str, int] | None = None
        self.size_word = Words(theme, BODY, bold=True)
        self.smaller, self.larger = ActionButton(theme, "−"), ActionButton(theme, "+")
        self.again, self.use = ActionButton(theme, keys=("Alt", "D")), ActionButton(theme, role=Role.MAIN)
        self.apart, self.together, self.let_go = (ActionButton(theme) for _ in range(3))
        self.wish_head, self.wishes = Words(theme, SMALL, token="ink2"), Words(theme, BODY)
        self.unmet = Words(theme, BODY, bold=True)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._grid, self._wish_row, self._wishing = QGridLayout(), QHBoxLayout(), QWidget()
        self._place()
        self._connect()
        self.set_theme(theme)
        self.measure(_SIZE)

    def _place(self) -> None:
        self.rows.hide()
        self.top.addWidget(self.smaller)
        self.top.addWidget(self.size_word, 0, Qt.AlignmentFlag.AlignVCenter)
        self.top.addWidget(self.larger)
        self.top.addWidget(self.again)
        self.top.addStretch(1)
        self.top.addWidget(self.use)
        self.detail_column.addWidget(self.unmet)
        self.detail_column.addLayout(self._grid)
        self.detail_column.addWidget(self.wishes)
        self.detail_column.addStretch(1)
        for button in (self.apart, self.together, self.let_go):
            self._wish_row.addWidget(button)
        self._wish_row.addStretch(1)
        column = QVBoxLayout(self._wishing)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.wish_head)
        column.addLayout(self._wish_row)

    def _connect(self) -> None:
        self._soon.timeout.connect(self._reveal)
        self.smaller.clicked.connect(lambda: self._draw(by=-1))
        self.larger.clicked.connect(lambda: self._draw(by=1))
        self.again.clicked.connect(lambda: self._draw(again=True))
        self.use.clicked.connect(self._use)
        self.apart.clicked.connect(lambda: self._wish(Wish.APART))
        self.together.clicked.connect(lambda: self._wish(Wish.TOGETHER))
        self.let_go.clicked.connect(lambda: self._wish(None))

    def meet(self, near: Iterable[tuple[str, str]]) -> None:
        """Learn who sat together before, so that they are mixed where it can be."""
        self._near = tuple(near)

    def first(self) -> QWidget:
        """Drawing again is the nearest thing to do."""
        return self.again

    def buttons(self) -> Mapping[str, QAbstractButton]:
        """The keys of this window."""
        return {"Alt+D": self.again, "Alt+U": self.use, "Alt+A": self.apart, "Alt+T": self.together,
                "Alt+L": self.let_go}  # fmt: skip

    # ---- what is done here

    def _draw(self, *, by: int = 0, again: bool = False) -> None:
        if self._context is not None and self.draft is not None:
            self._take(drawn(self._context[0], self.draft, self._near, by=by, again=again))

    def _take(self, draft: GroupsDraft) -> None:
        self.draft = draft
        self.said.say("")
        self.present()
        self._put_in_order()

    def _keep(self, place: int) -> None:
        if self.draft is not None:
            self._take(keeping(self.draft, place))

    def _name(self, place: int, text: str) -> None:
        if self.draft is not None:
            self._take(named(self.draft, place, self.lang(), text))

    def _under(self, at: QPoint) -> int | None:
        """The place of the group under a point of `detail`."""
        places = range(len(self.tables))
        return next((place for place in places if self.tables[place].geometry().contains(at)), None)

    def _carry(self, box: TableBox, at: QPoint) -> None:
        over = self._under(box.mapTo(self.detail, at))
        for place, table in enumerate(self.tables):
            table.hold_over(over=place == over)

    def _put_down(self, box: TableBox, who: str, at: QPoint) -> None:
        over = self._under(box.mapTo(self.detail, at))
        for table in self.tables:
            table.hold_over(over=False)
        if over is not None and self.draft is not None:
            self._take(seated(self.draft, who, over))

    def _choose(self, who: str) -> None:
        """Choose somebody for a wish, or no longer: two at most, the latest ones."""
        others = tuple(one for one in self._chosen if one != who)
        self._chosen = others if who in self._chosen else (*others, who)[-2:]
        self.present()
        self._put_in_order()

    def _wish(self, wish: Wish | None) -> None:
        if self._context is not None and len(self._chosen) == 2:
            self.ask(wished(self._context[0], (self._chosen[0], self._chosen[1]), wish))

    def _use(self) -> None:
        if self._context is not None and self.draft is not None:
            self.ask(formed(self._context[0], self.draft))

    def _press(self, key: str, typing: bool) -> bool:
        focus = QApplication.focusWidget()
        if isinstance(focus, PersonButton) and self.draft is not None:
            if key in {"Left", "Right"}:
                self._take(moved(self.draft, focus.sitting.id, 1 if key == "Right" else -1))
                return True
            if key in {"Up", "Down"}:
                self._soon.start()
                people = self.people()
                people[(people.index(focus) + (1 if key == "Down" else -1)) % len(people)].setFocus()
                return True
        return super()._press(key, typing)

    # ---- what is seen

    def people(self) -> list[PersonButton]:
        """Everybody, group by group."""
        return [person for table in self.tables for person in table.people]

    def present(self) -> None:
        """Show the draft; who has come or gone meanwhile is looked after."""
        if self._context is None:
            return
        state, texts, words = self._context
        self.draft = begun(state, texts, self._near) if self.draft is None else settled(state, self.draft)
        self._chosen = tuple(who for who in self._chosen if who in state.participants)
        view = groups_view(state, self.draft, texts, words)
        self._say()
        self.size_word.say(view.size, words.lang)
        self.smaller.setEnabled(view.smaller)
        self.larger.setEnabled(view.larger)
        self.use.setEnabled(not view.empty)
        self.unmet.say("\n".join(view.unmet) or view.empty, words.lang)
        self.unmet.setVisible(bool(view.unmet or view.empty))
        self.wishes.say("\n".join(view.wishes), words.lang)
        self.wishes.setVisible(bool(view.wishes))
        for button in (self.apart, self.together, self.let_go):
            button.setEnabled(len(self._chosen) == 2)
        self._show_tables(view)

    def _say(self) -> None:
        if self._context is None:
            return
        words = self._context[2]
        say = words.say
        self.setWindowTitle(say("Arrange the groups"))
        self.head.say(say("Arrange the groups"), words.lang)
        self.lead.say(
            say("Nothing is used until you say so. ← → moves the person who has the focus."), words.lang
        )
        self.smaller.setAccessibleName(say("Smaller groups"))
        self.larger.setAccessibleName(say("Larger groups"))
        self.again.say(say("Draw again"), ("Alt", "D"))
        self.use.say(say("Use these groups"), ("Alt", "U"))
        self.apart.say(say("Keep apart"), ("Alt", "A"))
        self.together.say(say("Keep together"), ("Alt", "T"))
        self.let_go.say(say("Let it go"), ("Alt", "L"))
        self.wish_head.say(
            say(
                "Choose two people with Space to keep them apart or together. No reason is asked or stored, and it is "
                "never on the wall."
            ),
            words.lang,
        )

    def _show_tables(self, view: GroupsView) -> None:
        if self._context is None:
            return
        words = self._context[2]
        columns = max(1, (self.width() - self._theme.px(80)) // self._theme.px(_COLUMN))
        seen = (view, self._chosen, words.lang, columns)
        if seen == self._seen:
            return
        self._seen, focus = seen, self._focused()
        old, self.tables = self.tables, []
        for place, table in enumerate(view.tables):
            box = TableBox(self._theme, table, self._chosen, words)
            box.keep.clicked.connect(partial(self._keep, place))
            box.name.settled.connect(partial(self._name, place))
            for person in box.people:
                person.clicked.connect(partial(self._choose, person.sitting.id))
                person.dragged.connect(partial(self._carry, box))
                person.dropped.connect(partial(self._put_down, box, person.sitting.id))
            self.tables.append(box)
        for gone in old:
            self._grid.removeWidget(gone)
        for place, box in enumerate(self.tables):
            self._grid.addWidget(box, *divmod(place, columns))
            box.show()
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, int(column < columns))
        if focus in self._stops():
            self._stops()[focus].setFocus()
            self._soon.start()
        for gone in old:
            gone.hide()
            gone.deleteLater()

    def _reveal(self) -> None:
        """Scroll to who has the focus, once everything has its place."""
        self._scroll.ensureWidgetVisible(
            self._stops().get(self._focused(), self.unmet), 0, self._theme.px(12)
        )

    def _stops(self) -> dict[str, QWidget]:
        """What can have the focus in the groups: people by id, names and ticks by place."""
        stops: dict[str, QWidget] = {person.sitting.id: person for person in self.people()}
        for place, box in enumerate(self.tables):
            stops |= {f"{place}": box.keep, f"name {place}": box.name}
        return stops

    def _focused(self) -> str:
        focus = QApplication.focusWidget()
        return next((name for name, stop in self._stops().items() if stop is focus), "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many groups side by side as fit."""
        super().resizeEvent(event)
        self.present()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        super().set_theme(theme)
        for part in (
            self.size_word, self.smaller, self.larger, self.again, self.use, self.apart, self.together,
            self.let_go, self.wish_head, self.wishes, self.unmet,
        ):  # fmt: skip
            part.set_theme(theme)
        self.top.setSpacing(theme.px(12))
        self._grid.setSpacing(theme.px(12))
        self._wish_row.setSpacing(theme.px(10))
        if (
            theme.scale < _LARGE
        ):  # in sight, whatever is scrolled; where text is large there is no room for that
            self.foot.addWidget(self._wishing)
        else:
            self.detail_column.insertWidget(self.detail_column.indexOf(self.wishes), self._wishing)
        self._seen = None
        self.present()
