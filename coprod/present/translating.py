"""The words for translating: states of texts, and what became of a translator's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.domain.text_keys import TextKind, parts_of
from coprod.domain.translating import RowState
from coprod.i18n import N_, NN_, Catalogue
from coprod.present.checks import in_short
from coprod.present.recognise import LANGUAGE_NAMES
from coprod.service.translation import WhyLeft, WhyNoWork
from coprod.vocabulary import TEXTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coprod.domain.state import State
    from coprod.present.texts import Texts
    from coprod.service.translation import Brought, Work

STATES: Mapping[RowState, str] = {
    RowState.MISSING: N_("Not translated"),
    RowState.STALE: N_("The original has changed"),
    RowState.MACHINE: N_("By machine"),
    RowState.DRAFT: N_("Draft"),
    RowState.PRESENT: N_("Translated"),
    RowState.CHECKED: N_("Checked"),
    RowState.CONFIRMED: N_("Confirmed"),
}
_LEFT: Mapping[WhyLeft, str] = {
    WhyLeft.STALE: N_("The original has changed since this went out. Send it out once more."),
    WhyLeft.UNKNOWN: N_("This text is no longer in the session."),
    WhyLeft.TURNED: N_("This was not said in the language that the file translates from."),
    WhyLeft.TWICE: N_("This text is in the file more than once. The first one counts."),
    WhyLeft.IN_PARTS: N_("Only a part of this is translated. Translate it to its end."),
    WhyLeft.PLACEHOLDER: N_(
        "There is a placeholder in this text that we do not know. Write words in its place."
    ),
    WhyLeft.TOO_LONG: N_("This translation is too long to keep."),
    WhyLeft.HIDDEN_CHARACTER: N_(
        "There is a hidden character in this text. Type the words instead of pasting them."
    ),
}
_NO_WORK: Mapping[WhyNoWork, str] = {
    WhyNoWork.NOT_READ: N_("This file can’t be read. Check its name, and whether it may be opened."),
    WhyNoWork.NOT_XML: N_("This file is damaged, or no XLIFF at all. Ask for it once more."),
    WhyNoWork.NOT_XLIFF: N_("This is not an XLIFF file. Choose the one that the translator sent back."),
    WhyNoWork.OTHER_VERSION: N_("This is XLIFF of another version. Ask for it as XLIFF 2.0."),
    WhyNoWork.DOCTYPE: N_("This file has a document type, as no XLIFF has. It is not opened."),
    WhyNoWork.TOO_BIG: N_("This file is too big. A translator’s file has 16 MiB at most."),
    WhyNoWork.TOO_DEEP: N_("This file is nested too deeply. It is not opened."),
    WhyNoWork.NO_LANGUAGES: N_("This file does not say from which language into which it translates."),
    WhyNoWork.OTHER_SESSION: N_("This file is of another session. Open that one first."),
}

_CAME = NN_("{n} translation came in", "{n} translations came in")
_SAME = NN_("{n} was there already", "{n} were there already")
_EMPTY = NN_("{n} is not translated", "{n} are not translated")
_REFUSED = NN_("{n} was refused", "{n} were refused")


def state_word(state: RowState, words: Catalogue) -> str:
    """Name a state."""
    return words.say(STATES[state])


def why_left(why: WhyLeft, words: Catalogue) -> str:
    """Say why one text of a file did not come in."""
    return words.say(_LEFT[why])


def why_no_work(why: WhyNoWork, words: Catalogue) -> str:
    """Say why a file was not taken at all."""
    return words.say(_NO_WORK[why])


def sent_out(work: Work, words: Catalogue) -> str:
    """Say how much went out, and how much did not."""
    told = [words.say_n("{n} text went out", "{n} texts went out", len(work.rows))]
    if work.left_out:
        told.append(
            words.say_n(
                "{n} stays: it was said in another language",
                "{n} stay: they were said in another language",
                work.left_out,
            )
        )
    return words.say(" · ").join(told)


def nothing_to_send(langs: tuple[str, str], words: Catalogue) -> str:
    """Say that no text goes that way."""
    lang = language_word(langs[0], words)
    return words.say("Nothing here was said in {language}, so nothing was written.", language=lang)


def left_lines(brought: Brought, state: State, texts: Texts, words: Catalogue) -> tuple[str, ...]:
    """Each text that did not come in: which, and why."""
    return tuple(
        words.say(
            "{place}: {finding}", place=_which(one.key, state, texts, words), finding=why_left(one.why, words)
        )
        for one in brought.left
    )


def language_word(lang: str, words: Catalogue) -> str:
    """The name of a language, in that of the windows."""
    name = LANGUAGE_NAMES.get(lang.split("-", maxsplit=1)[0])
    return words.say(name) if name else lang


def _which(key: str, state: State, texts: Texts, words: Catalogue) -> str:
    kind, id = parts_of(key) or (TextKind.NOTE, "")
    note = state.note(id)
    if kind is TextKind.NOTE:
        return in_short(note, texts, words) if note else words.say("Note")
    return words.say(TEXTS[kind])


def came_in(brought: Brought, words: Catalogue) -> str:
    """Say what a file brought."""
    told = [words.say_n(*_CAME, brought.came)]
    others = ((_SAME, brought.same), (_EMPTY, brought.empty), (_REFUSED, len(brought.left)))
    told += [words.say_n(*forms, n) for forms, n in others if n]
    return words.say(" · ").join(told)
