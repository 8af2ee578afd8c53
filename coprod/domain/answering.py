"""Answers to findings: a reason why one is left as it is, and what it was given for. A help, and in no document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.domain.languages import fitting
from coprod.domain.wording import words_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coprod.domain.state import Found, State


def against(state: State, note: str, lang: str) -> tuple[str, ...]:
    """The words, by id, for which an answer is given: with others in their place the finding is open again.

    Of a note its words in that language, or where it has none in it those that were said; of no note (`note` "") all
    texts of the session beside the notes.
    """
    known = state.note(note)
    if known is None:
        about = (state.description, state.agenda, state.guidelines, state.proposals)
        beside = [(one.content.owner_text, one.content.reason) for one in state.notes()]
        return tuple(sorted({*words_in(about), *words_in(tuple(beside))}))
    text = dict(known.content.text)
    own = fitting(lang, text) if lang else None
    said = own or known.content.said_in
    return (text[said],) if said in text else tuple(text.values())


def reason_for(state: State, words: Mapping[str, str], found: Found) -> str:
    """Why a finding is left as it is; "" where nobody said so, the reason was erased, or other words stand there.

    An answer about some people holds for nobody else: who is named in the same words beside them is another finding.
    """
    _, note, lang, _ = found
    answer = state.answers.get(found)
    if answer is None or answer.against != against(state, note, lang):
        return ""
    return next((words[id] for _, id in answer.reason if id in words), "")
