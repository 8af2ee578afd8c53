"""The composer: who said it, the words, their kind, how far they may travel; kept by one key."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from coprod.domain.terms import Attribution, NoteKind, Standpoint, Visibility
from coprod.present.drafts import of_text, to_text
from coprod.present.hints import Hinting
from coprod.present.latest import newest
from coprod.present.notes import (
    NOBODY,
    NOTE_KEYS,
    Composed,
    blank_note,
    change_of,
    composer_view,
    due_of,
    keep_note,
    today_in,
    with_text,
    with_texts_after,
    with_who,
)
from coprod.present.suggest import PERSON, suggestions
from coprod.ui.notes.face import Face

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from coprod.domain.acts import Act
    from coprod.domain.facts import NoteKept
    from coprod.domain.parts import Ms
    from coprod.domain.state import State
    from coprod.i18n import Catalogue
    from coprod.present.hints import Hint
    from coprod.present.notes import Option
    from coprod.present.suggest import Asked
    from coprod.present.texts import Texts
    from coprod.ui.notes.choice import ChoiceRow
    from coprod.ui.theme import Theme


class NotePanel(Face):
    """The composer of one note. Its draft stays until the note is kept, whatever happens in between.

    One that `stays` is ready for the next words at once: nobody who is writing waits for the disk.
    """

    kept = Signal(object)
    """The act that keeps the note."""
    drafted = Signal(str)
    """What stands in it now, as text that can be taken up again; "" where nothing does."""
    hinted = Signal(object)
    """A `Hint` about what is being written, or None."""
    told = Signal(str)
    """Why something is not kept; said above one that `stays`, where there is room for it."""
    put_away = Signal()
    """The composer is to be closed; the draft stays."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, stays: bool = False) -> None:
        super().__init__(theme, self._find, parent)
        self._stays, self._both, self._now = stays, False, 0
        self._composed: Composed | None = None
        self._voice: tuple[str, ...] = ()
        self._sent: list[tuple[Act, Composed]] = []
        self._hinting, self._opened = Hinting(), ""
        self._context: tuple[State, Texts, Catalogue] | None = None
        self._connect()
        self.set_theme(theme)

    def _connect(self) -> None:
        self.who.chosen.connect(lambda who: self._change(who=(who,) if who else ()))
        self.who.added.connect(self._toggle)
        self.language.chosen.connect(lambda lang: self._change(lang=lang))
        self.standpoint.chosen.connect(
            lambda one: self._change(standpoints=(Standpoint(one),) if one else ())
        )
        self.kind.chosen.connect(lambda kind: self._change(kind=NoteKind(kind)))
        self.action.owner.connect(lambda who: self._change(owner=who))
        self.action.due.connect(lambda due: self._change(due=due))
        self.naming.chosen.connect(lambda one: self._change(attribution=Attribution(one) if one else None))
        self.group.chosen.connect(lambda group: self._change(group=group))
        self.visibility.chosen.connect(lambda one: self._change(visibility=Visibility(one)))
        self.minority.clicked.connect(lambda _=False: self._toggle_minority())
        self.words.written.connect(self._write)
        self.words.suggested.connect(self._suggested)
        self.keep_button.clicked.connect(self.keep)
        for row in (*self.choices(), self.action.owners):
            row.left.connect(self.words.begin)

    # ---- what the window tells it

    def show_session(self, state: State, texts: Texts, words: Catalogue, now: Ms) -> None:
        """Show the people and the words of a session at a moment; what is being written stays."""
        self._now = now
        if self._context is None or words is not self._context[2]:
            self.retranslate(words)
        self._context = (state, texts, words)
        self.words.lock(locked=state.off_record)
        if self._composed is not None and not self.begun() and self._opened != (state.track().opened or ""):
            self._composed = replace(self._composed, group="")  # another item: the room talks again
        self._opened = state.track().opened or ""
        if state.off_record:
            self.erase()
        elif self._stays and not self.begun() and not (self._composed and self._composed.note):
            self._follow()
        if self.isVisible():
            self._show()

    def _follow(self) -> None:
        """Nothing is begun: the next note is by whoever speaks now, unless somebody else was named for it."""
        if self._composed is None:
            self._begin_anew()
        elif self._context is not None and self._composed.who == self._voice:
            voice = self._blank(self._context[0], self._composed.lang).who
            self._composed = with_who(self._composed, voice)

    def _blank(self, state: State, lang: str) -> Composed:
        """An empty note, by the voice that is remembered as filled in."""
        blank = blank_note(state, lang)
        self._voice = blank.who
        return blank

    def erase(self) -> None:
        """Let what was begun go, and leave nothing of it."""
        self._composed = None
        self.words.erase()
        self._tell()

    def take_up(self, draft: str) -> bool:
        """Go on with what was being written when the program last ended; whether there was anything."""
        if self._context is None or self.begun():
            return False
        state, texts, _ = self._context
        composed = of_text(draft, state, texts)
        if composed is not None:
            self._composed = composed
            self._show()
        return composed is not None

    def know(self, hints: Sequence[Hint]) -> None:
        """Know the organisation's wording hints."""
        self._hinting = Hinting(hints)
        self.hinted.emit(self._hint())

    def leave_hint(self) -> None:
        """Leave the hint that is shown; it does not come again."""
        self._hinting.leave(self._hint())
        self.hinted.emit(self._hint())

    def _hint(self) -> Hint | None:
        return self._hinting.about(self._composed, self._context[0]) if self._context else None

    def _tell(self) -> None:
        self.hinted.emit(self._hint())
        self.drafted.emit(to_text(self._composed))

    def begin(self) -> None:
        """Open the composer: on the draft that was put away, else on a new note by the current voice."""
        if self._context is None or self._context[0].off_record:
            return
        if self._composed is None:
            self._composed = self._blank(self._context[0], self._context[2].lang)
        self._say("")
        self._show()
        self.words.begin()

    def change(self, note: NoteKept) -> bool:
        """Take up a note to change it; whether it was, for words that are begun don't give way."""
        if self._context is None or self.begun():
            return False
        state, texts, _ = self._context
        self._composed = change_of(state, note, texts)
        self.begin()
        return True

    def let_go(self) -> None:
        """Leave the note that was taken up as it is."""
        if self._composed is not None and self._composed.note:
            self._begin_anew()

    def change_last(self) -> None:
        """Take up the note that was kept last."""
        last = next(newest(self._context[0]), None) if self._context else None
        if last is not None:
            self.change(last)

    def begun(self) -> bool:
        """Whether words stand in it that are not kept, or are about to: those that an input method holds."""
        texts = self._composed.texts.values() if self._composed else ()
        return self.composing or any(text.strip() for text in texts)

    def composed(self) -> Composed | None:
        """What stands in the composer; None where nothing was begun."""
        return self._composed

    def written_for(self) -> str:
        """The group that is written for; "": the whole room."""
        return self._composed.group if self._composed else ""

    def came(self, act: Act | None) -> bool:
        """Learn that an act was committed; whether it was this note, which is then cleared away."""
        if act is None or self._back(act) is None:
            return False
        if not self._stays:
            self.erase()
        return True

    def refuse(self, sentence: str, act: Act) -> bool:
        """Show why the note may not be kept; whether the act was this note."""
        sent = self._back(act)
        if sent is None:
            return False
        if self._stays and self._composed is not None:
            self._composed = with_texts_after(sent, self._composed.texts)
            self._show()
        self._say(sentence)
        return True

    def _back(self, act: Act) -> Composed | None:
        """What was sent with that act; it is not under way any more."""
        sent = next((one for one in self._sent if one[0] == act), None)
        if sent is None:
            return None
        self._sent.remove(sent)
        return sent[1]

    # ---- what a person does

    @property
    def composing(self) -> bool:
        """Whether an input method is at work in the words: no key is a command then."""
        return self.words.composing

    def press(self, key: str) -> bool:
        """Carry out one of the composer's keys; whether it was one."""
        if self.words.press(key):
            return True
        command = NOTE_KEYS.get(key)
        if command is None or self._composed is None:
            return False
        if self.words.composing:
            self.words.commit()
            return True
        if command.id.startswith("kind-"):
            self._change(kind=NoteKind(command.id.removeprefix("kind-")))
            return True
        {
            "keep": self.keep,
            "who": self.who.setFocus,
            "words": self.words.begin,
            "text-language": lambda: self._next(self.language),
            "both": self._turn_both,
            "naming": self._turn_naming,
            "group": self._turn_group,
            "leave-hint": self.leave_hint,
            "change-last": self.change_last,
            "standpoint": lambda: self._next(self.standpoint),
            "visibility": lambda: self._next(self.visibility),
            "minority": self._toggle_minority,
            "put-away": self.put_away.emit,
        }[command.id]()
        return True

    def keep(self) -> None:
        """Ask for the note to be kept; a date that is none is told here."""
        self.words.commit()
        if self._composed is None or self._context is None or (self._sent and not self._stays):
            return
        state, _, words = self._context
        today = today_in(state, self._now)
        action = self._composed.kind is NoteKind.ACTION
        if action and self._composed.due and due_of(self._composed, today) is None:
            self._say(words.say("Which day is that? Write it like 2026-06-30, or leave it empty."))
            self.action.ask_for_the_day()
            return
        act = keep_note(self._composed, today)
        self._sent.append((act, self._composed))
        if self._stays:
            self._begin_anew(self._composed.lang, self._composed.group)
            self.words.begin()
        self.kept.emit(act)

    def _begin_anew(self, lang: str = "", group: str = "") -> None:
        """Be ready for the next note: by whoever speaks now, in the language and of the group written last."""
        if self._context is None:
            return
        self._composed = self._blank(self._context[0], self._context[2].lang)
        if lang and lang in {one.key for one in self.language.options()}:
            self._composed = replace(self._composed, lang=lang)
        if group:
            self._composed = replace(self._composed, group=group, who=())
        self._say("")
        self.words.erase()
        self._show()
        self._tell()

    def _change(self, who: tuple[str, ...] | None = None, **values: object) -> None:
        if self._composed is not None:
            changed = self._composed if who is None else with_who(self._composed, who)
            self._composed = replace(changed, **values)  # type: ignore[arg-type]
            self._say("")
            self._show()
            self._tell()

    def _toggle(self, who: str) -> None:
        if self._composed is not None:
            others = tuple(one for one in self._composed.who if one != who)
            self._change(who=() if who == NOBODY else others if who in self._composed.who else (*others, who))

    def _toggle_minority(self) -> None:
        if self._composed is not None:
            self._change(minority=not self._composed.minority)

    def _write(self, lang: str, text: str) -> None:
        if self._composed is not None:
            here = self._composed.lang
            written = with_text(replace(self._composed, lang=lang), text)
            self._composed = replace(written, lang=here)
            self._tell()

    def _turn_naming(self) -> None:
        """Name it with more reserve; what can be chosen shows as long as it is not as they wish."""
        if self._composed is not None and self._context is not None:
            namings = composer_view(self._composed, *self._context).namings
            self.naming.show_options(namings, self._context[2].say("How the minutes name it"))
            self._next(self.naming)

    def _turn_group(self) -> None:
        """Write for the next group; whoever speaks to the whole room did not say it there."""
        if self._composed is not None and self._context is not None:
            groups = composer_view(self._composed, *self._context).groups
            self.group.show_options(groups, self._context[2].say("Of which group"))
            self._next(self.group)

    def _turn_both(self) -> None:
        """Write in both languages at once, or in one again."""
        self._both = not self._both
        self._show()

    def _languages(self) -> tuple[str, ...]:
        """The languages that are written now, the one that is chosen first."""
        if self._composed is None:
            return ("",)
        others = [one.key for one in self.language.options() if one.key != self._composed.lang]
        return (self._composed.lang, *others[: int(self._both)])

    # ---- what @ and / offer

    def _find(self, asked: Asked) -> tuple[Option, ...]:
        return suggestions(asked, *self._context) if self._context else ()

    def _suggested(self, sign: str, key: str) -> None:
        if self._composed is None:
            return
        if sign != PERSON:
            self._change(kind=NoteKind(key))
            return
        named = tuple(one for one in self._composed.who if one != key)
        self._change(who=(*named, key) if self._named_by_hand() else (key,))

    def _named_by_hand(self) -> bool:
        """Whether somebody was named; the voice that was filled in gives way to the first who is."""
        turn = self._context[0].open_turn() if self._context else None
        filled_in = (turn.who,) if turn else ()
        return self._composed is not None and self._composed.who not in {(), filled_in}

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
        self.show_rows(view, words)
        self.minority.setChecked(view.minority)
        self.keep_button.say(words.say("Change") if view.changing else words.say("Keep"))
        self.words.show_words(self._languages(), self._composed.texts, words)
        day = due_of(self._composed, today_in(state, self._now)) if view.owners else None
        self.action.show_action(view.owners, view.due, words.date(day) if day else "", words)

    def _say(self, sentence: str) -> None:
        if self._stays:
            self.told.emit(sentence)
        else:
            self.said.say(sentence, self._context[2].lang if self._context else "")
