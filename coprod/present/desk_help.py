"""What helps whoever writes a row of the desk: how earlier texts like it were translated, and the word list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coprod.domain.word_list import offered
from coprod.i18n import N_
from coprod.present.translating import state_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coprod.domain.word_list import Term
    from coprod.i18n import Catalogue
    from coprod.present.desk_rows import DeskLine
    from coprod.service.memory import Match

MOST = 3
"""As many matches as there are keys for them."""
_EXACT = 100
_TURNED = N_("translated the other way round")


@dataclass(frozen=True, slots=True)
class MatchLine:
    """An earlier translation. `about`: how like it is, and how far it was; `source`: of what, where it differs."""

    body: str
    lang: str
    about: str
    source: str


@dataclass(frozen=True, slots=True)
class HelpView:
    """The help for one row."""

    matches: tuple[MatchLine, ...] = ()
    terms: tuple[tuple[str, str], ...] = ()
    """Each term of the list in the text, and what it is called in the other language."""


def help_view(line: DeskLine, matches: Sequence[Match], terms: Iterable[Term], words: Catalogue) -> HelpView:
    """The help for a row that is open."""
    langs = (line.source.lang, line.lang)
    found = offered(line.source.body, langs, terms)
    return HelpView(
        tuple(_match(one, line.lang, words) for one in matches[:MOST]),
        tuple((one.found, words.say(", ").join(one.forms)) for one in found),
    )


def _match(match: Match, lang: str, words: Catalogue) -> MatchLine:
    pair, score = match.pair, int(match.score)
    like = words.say("the same text") if score == _EXACT else words.say("{n} % alike", n=score)
    turned = words.say(_TURNED) if pair.turned else ""
    told = (like, state_word(pair.state, words), turned)
    about = words.say(" · ").join(filter(None, told))
    return MatchLine(pair.target, lang, about, "" if score == _EXACT else pair.source)
