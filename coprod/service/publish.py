"""Make the minutes of a stored session, or of one that was just read from a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.domain.fold import fold
from coprod.domain.handout import handout
from coprod.domain.minutes import minutes
from coprod.domain.paper_sheet import paper_sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from coprod.domain.facts import Fact, Word
    from coprod.domain.handout import HandoutDoc
    from coprod.domain.minutes_doc import MinutesDoc
    from coprod.domain.paper_sheet import PaperSheet
    from coprod.domain.parts import Group
    from coprod.domain.state import State


def minutes_of(
    session: str, facts: Iterable[Fact], words: Mapping[str, Word], languages: Sequence[str] = ()
) -> MinutesDoc | None:
    """The minutes that these facts and words make; None where nothing in them describes a session."""
    state = fold(session, facts)
    return minutes_of_state(state, words, languages) if state.description else None


def minutes_of_state(state: State, words: Mapping[str, Word], languages: Sequence[str] = ()) -> MinutesDoc:
    """The minutes of a session as it stands."""
    return minutes(state, _bodies(words), languages)


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
