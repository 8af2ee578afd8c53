"""Make the minutes of a stored session, or of one that was just read from a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coprod.domain.checks import checks
from coprod.domain.fold import fold
from coprod.domain.handout import handout
from coprod.domain.minutes import minutes
from coprod.domain.paper_sheet import paper_sheet
from coprod.domain.terms import Edition
from coprod.service.exchange.shown import shown
from coprod.service.printing import Publication

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coprod.domain.checks import Check
    from coprod.domain.facts import Fact, Word
    from coprod.domain.handout import HandoutDoc
    from coprod.domain.minutes_doc import MinutesDoc
    from coprod.domain.paper_sheet import PaperSheet
    from coprod.domain.parts import Group
    from coprod.domain.state import State


@dataclass(frozen=True, slots=True)
class Asked:
    """Which minutes are wanted. `languages` empty: the first two of the session. `whose`: of an own copy, whose.

    `number`: under which they are issued; None: a draft.
    """

    languages: Sequence[str] = ()
    edition: Edition = Edition.RECORD
    whose: str | None = None
    number: int | None = None


RECORD = Asked()
"""The full record, in the languages of the session."""


def minutes_of(
    session: str, facts: Iterable[Fact], words: Mapping[str, Word], asked: Asked = RECORD
) -> Publication | None:
    """The minutes that these facts and words make; None where nothing in them describes a session."""
    state = fold(session, facts)
    return minutes_of_state(state, words, asked) if state.description else None


def minutes_of_state(state: State, words: Mapping[str, Word], asked: Asked = RECORD) -> Publication:
    """The minutes of a session as it stands."""
    doc = document(state, words, asked)
    return Publication(doc, shown(doc))


def document(state: State, words: Mapping[str, Word], asked: Asked = RECORD) -> MinutesDoc:
    """The same, without the session file that goes with it: to be looked at."""
    return minutes(state, _bodies(words), asked.languages, asked.edition, asked.whose, asked.number)


def checks_of_state(
    state: State, words: Mapping[str, Word], asked: Asked = RECORD, terms: Sequence[tuple[str, str]] = ()
) -> tuple[Check, ...]:
    """What to look at before that edition is issued; `terms`: language and word of the organisation's list."""
    bodies = _bodies(words)
    return checks(minutes(state, bodies, asked.languages, asked.edition, asked.whose), state, bodies, terms)


def handout_of(
    session: str, facts: Iterable[Fact], words: Mapping[str, Word], languages: Sequence[str] = ()
) -> HandoutDoc | None:
    """The sheet for participants that these make; None where nothing in them describes a session."""
    return handout_of_state(fold(session, facts), words, languages)


def handout_of_state(
    state: State, words: Mapping[str, Word], languages: Sequence[str] = ()
) -> HandoutDoc | None:
    """The sheet for participants of a session as it stands; None where nothing describes it."""
    return handout(state, _bodies(words), languages) if state.description else None


def paper_sheet_of_state(
    state: State, group: Group, words: Mapping[str, Word], languages: Sequence[str] = ()
) -> PaperSheet | None:
    """The sheet of a group on paper, of a session as it stands; None where nothing describes it."""
    return paper_sheet(state, group, _bodies(words), languages) if state.description else None


def _bodies(words: Mapping[str, Word]) -> dict[str, str]:
    return {id: word.body for id, word in words.items()}
