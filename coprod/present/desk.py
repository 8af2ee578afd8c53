"""The minutes desk: what was said and its translation, row by row, and what to look at before minutes are issued."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coprod.domain.checks import Check, checks
from coprod.domain.minutes import minutes
from coprod.domain.terms import Edition
from coprod.domain.translating import Behind, easy_rows, rows
from coprod.domain.word_list import Term
from coprod.i18n import N_
from coprod.present.commands import Command
from coprod.present.desk_rows import OPEN, DeskLine, desk_line, found_in, part_name, under_headings
from coprod.present.notebook import AgendaLine, Heading
from coprod.present.translating import language_word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coprod.domain.state import State
    from coprod.i18n import Catalogue
    from coprod.present.texts import Texts

DESK_COMMANDS: tuple[Command, ...] = (
    Command("keep", N_("Keep, and go on"), ("Ctrl+Return",)),
    Command("checked", N_("Mark as checked"), ("Ctrl+K",)),
    Command("next-open", N_("The next that is open"), ("Ctrl+Down",)),
    Command("find", N_("Find a text"), ("Ctrl+F",)),
    Command("replace", N_("Find and replace"), ("Ctrl+H",)),
    Command("easy", N_("Easy words"), ("Alt+E",)),
    Command("pair", N_("Other languages"), ("Alt+L",)),
    Command("word-list", N_("Word list"), ("Ctrl+L",)),
    Command("send", N_("To a translator"), ("Ctrl+E",)),
    Command("bring", N_("From a translator"), ("Ctrl+O",)),
    Command("take-1", N_("Take the first"), ("Alt+1",)),
    Command("take-2", N_("Take the second"), ("Alt+2",)),
    Command("take-3", N_("Take the third"), ("Alt+3",)),
    Command("draft", N_("Draft by machine"), ("Ctrl+M",)),
    Command("pages", N_("Pages"), ("Ctrl+P",)),
    Command("issue", N_("Issue …"), ("Ctrl+I",)),
    Command("close", N_("Close"), ("Ctrl+W",)),
)
DESK_KEYS: Mapping[str, str] = {key: command.id for command in DESK_COMMANDS for key in command.keys}


@dataclass(frozen=True, slots=True)
class DeskView:
    """The window. `sections`: the items with their number of rows; `rows`: headings and lines; `done`, `due`: rows.

    `found`: what to look at before the minutes are issued.
    """

    title: str
    sections: tuple[AgendaLine, ...]
    rows: tuple[Heading | DeskLine, ...]
    found: tuple[Check, ...]
    done: int
    due: int


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be shown. `easy`: easy words instead of translations. `behind`: translations whose original changed.

    `terms`: the word list of the organisation; `wording`: words that it would rather not read, with their language.
    """

    pair: tuple[str, str]
    easy: bool = False
    query: str = ""
    behind: Behind = frozenset()
    terms: tuple[Term, ...] = ()
    wording: tuple[tuple[str, str], ...] = ()


def desk_view(
    state: State,
    texts: Texts,
    words: Catalogue,
    asked: Asked,
) -> DeskView:
    """Show the desk as it is asked for."""
    bodies = {id: word.body for id, word in texts.words.items()}
    pair, edition = asked.pair, Edition.EASY if asked.easy else Edition.RECORD
    told = easy_rows(state, bodies, pair) if asked.easy else rows(state, bodies, pair, asked.behind)
    lines = [desk_line(row, state, texts, words, asked.terms) for row in told]
    counts = Counter(line.part for line in lines)
    title = texts.body(state.description.title) if state.description else ""
    return DeskView(
        title=words.say("Minutes: {title}", title=title),
        sections=tuple(
            AgendaLine(part, part_name(part, state, texts, words), str(count), open=False)
            for part, count in counts.items()
        ),
        rows=under_headings(found_in(lines, asked.query), state, texts, words),
        found=checks(minutes(state, bodies, pair, edition), state, bodies, asked.wording),
        done=sum(line.state not in OPEN for line in lines),
        due=len(lines),
    )


def pair_word(pair: tuple[str, str], words: Catalogue) -> str:
    """The two languages that are worked on."""
    return words.say(
        "{one} and {other}", one=language_word(pair[0], words), other=language_word(pair[1], words)
    )


def progress(view: DeskView, words: Catalogue, *, easy: bool) -> str:
    """How much is done, in words."""
    if not view.due:
        return ""
    say = words.say
    if easy:
        return say("{n} of {all} in easy words", n=view.done, all=view.due)
    return say("{n} of {all} translated", n=view.done, all=view.due)
