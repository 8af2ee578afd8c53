"""From a draft to an edition that goes out: what can be chosen, who approved it, and what went out before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import permutations
from typing import TYPE_CHECKING

from coprod.domain.minuting.editions import replaced
from coprod.domain.moments import parsed
from coprod.domain.rules.life import next_number
from coprod.domain.terms import Edition, Part, Phase
from coprod.i18n import N_
from coprod.present.notes import Option
from coprod.present.refusals import refusal
from coprod.present.translating import language_word
from coprod.present.voices import called
from coprod.service.issuing import NotIssued, WhyNotIssued
from coprod.service.printing import KINDS, LONGEST_PASSWORD, Arrangement, Paper, Setting
from coprod.service.publish import Asked, checks_of_state
from coprod.vocabulary import PARTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from coprod.domain.facts import Issued, Word
    from coprod.domain.state import State
    from coprod.i18n import Catalogue
    from coprod.present.texts import Texts
    from coprod.service.printing import House

EDITIONS: Mapping[Edition, str] = {
    Edition.RECORD: N_("Full record"),
    Edition.SUMMARY: N_("Public summary"),
    Edition.OWN: N_("A person’s own copy"),
    Edition.EASY: N_("Easy to read"),
}
_ARRANGED: Mapping[Arrangement, str] = {
    Arrangement.SIDE: N_("Side by side"),
    Arrangement.STACKED: N_("One under the other"),
}
_PAPERS: Mapping[Paper, str] = {Paper.A4: N_("Upright"), Paper.A4_LANDSCAPE: N_("Across")}
_KINDS: Mapping[str, str] = {
    ".pdf": N_("PDF"),
    ".docx": N_("Word"),
    ".md": N_("Markdown"),
    ".json": N_("Session file"),
    ".xlsx": N_("Table (Excel)"),
    ".csv": N_("Table (CSV)"),
}
_PAGED = ".pdf"
"""The kind that has pages of its own, and takes a password."""
NAMED = N_("The name of this file has a name in it whose owner asked for none. Give it another.")
TAKEN = N_("There is a file of this name already. Give it another name.")
_WHY: Mapping[WhyNotIssued, str] = {
    WhyNotIssued.NOT_CLOSED: N_("The session is not closed yet: close it first, then issue its minutes."),
    WhyNotIssued.THERE_ALREADY: N_(
        "This file is there already. What is issued is never written over: give it another name."
    ),
    WhyNotIssued.NAMED: NAMED,
}
LEAST_PASSWORD = 8


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody has chosen. `languages`: one, or two in their order; `whose`: the person of an own copy."""

    languages: tuple[str, ...]
    edition: Edition = Edition.RECORD
    whose: str = ""
    arrangement: Arrangement = Arrangement.SIDE
    paper: Paper | None = None
    large: bool = False
    kind: str = _PAGED

    def asked(self) -> Asked:
        """The minutes that are wanted."""
        return Asked(self.languages, self.edition, self.whose or None)

    def setting(self, password: str, house: House) -> Setting:
        """How they are put on paper."""
        return Setting(self.arrangement, self.paper, self.large, password, house)


@dataclass(frozen=True, slots=True)
class IssuingView:
    """The sheet; a row of options without any is not there. `choice`: what is chosen, as far as it can be.

    `replaces`: which number it would replace. `may_issue`: whether it can be issued now; `why_not`: why it can't.
    `found`: how much is open in it; `approved`: the parts, and whether each has approved; `gone`: what
    went out, the newest first.
    """

    choice: Choice
    editions: tuple[Option, ...]
    people: tuple[Option, ...]
    languages: tuple[Option, ...]
    kinds: tuple[Option, ...]
    arrangements: tuple[Option, ...]
    papers: tuple[Option, ...]
    takes_password: bool
    may_be_large: bool
    number: int
    issue: str
    replaces: str
    may_issue: bool
    why_not: str
    found: str
    confirmed: str
    approved: tuple[Option, ...]
    gone: tuple[str, ...]


def issuing_view(
    state: State, texts: Texts, words: Catalogue, choice: Choice, wording: Sequence[tuple[str, str]] = ()
) -> IssuingView:
    """Show what can be chosen; of what does not go together only that which does. `wording`: as in `checks`."""
    say, chosen = words.say, _possible(state, choice)
    pair, pdf = len(chosen.languages) > 1, chosen.kind == _PAGED
    number = next_number(state)
    closed = state.phase is Phase.CLOSED
    return IssuingView(
        choice=chosen,
        editions=_options(((one.value, say(EDITIONS[one])) for one in editions(state)), chosen.edition.value),
        people=_options(((who, called(state, who, texts)) for who in _contributors(state)), chosen.whose)
        if chosen.edition is Edition.OWN
        else (),
        languages=_options(
            (("+".join(one), _language_words(one, words)) for one in _languages(state)),
            "+".join(chosen.languages),
        ),
        kinds=_options(((kind, say(_KINDS[kind])) for kind in KINDS), chosen.kind),
        arrangements=_options(((one.value, say(_ARRANGED[one])) for one in Arrangement), chosen.arrangement)
        if pair and pdf and not chosen.large
        else (),
        papers=_options(
            ((one.value, say(_PAPERS[one])) for one in Paper), (chosen.paper or _usual(chosen)).value
        )
        if pdf
        else (),
        takes_password=pdf,
        may_be_large=pdf,
        number=number,
        issue=say("Issue number {number}", number=number),
        replaces=_replaces(state, chosen.edition, number, words),
        may_issue=closed,
        why_not="" if closed else say(_WHY[WhyNotIssued.NOT_CLOSED]),
        found=_found(state, texts.words, chosen, words, wording),
        confirmed=_confirmed(state, words),
        approved=_approved(state, words),
        gone=tuple(_gone(one, state.issued, texts, words) for one in reversed(state.issued)),
    )


def editions(state: State) -> tuple[Edition, ...]:
    """The editions that there can be: an own copy of somebody, easy words that somebody wrote."""
    easy = any(note.content.easy for note in state.notes())
    there = {Edition.OWN: bool(_contributors(state)), Edition.EASY: easy}
    return tuple(one for one in EDITIONS if there.get(one, True))


def first_choice(state: State) -> Choice:
    """What is chosen before somebody does: the full record, in the languages of the session."""
    about = state.description
    return Choice(about.languages[:2] if about else ())


def file_name(state: State, choice: Choice, number: int | None) -> str:
    """A name for a file, in which nobody is named. `number`: under which it is issued; None: a draft."""
    series = state.description.programme.number if state.description and state.description.programme else None
    parts = ("minutes", *((str(series),) if series else ()), choice.edition.value, *choice.languages)
    return "-".join((*parts, f"no{number}" if number else "draft")) + choice.kind


def password_flaw(first: str, again: str, words: Catalogue) -> str:
    """What is wrong with a password; "" where nothing is, or none is wanted."""
    if first != again:
        return words.say("The two passwords differ. Write the same one twice.")
    if first and len(first) < LEAST_PASSWORD:
        return words.say("Take a longer password: at least {n} characters.", n=LEAST_PASSWORD)
    if len(first.encode()) > LONGEST_PASSWORD:
        return words.say("Take a shorter password: a PDF knows {n} bytes of it.", n=LONGEST_PASSWORD)
    return ""


def why_not_issued(error: NotIssued, state: State, texts: Texts, words: Catalogue) -> str:
    """Say why nothing was issued."""
    if error.refused is not None:
        return refusal(error.refused, state, texts, words)
    return words.say(_WHY[error.why])


def _possible(state: State, choice: Choice) -> Choice:
    """The same, where it can be; else what is nearest."""
    people = _contributors(state)
    edition = choice.edition if choice.edition in editions(state) else Edition.RECORD
    whose = (choice.whose if choice.whose in people else people[0]) if edition is Edition.OWN else ""
    languages = choice.languages if choice.languages in _languages(state) else first_choice(state).languages
    large = choice.large and choice.kind == _PAGED
    return replace(choice, edition=edition, whose=whose, languages=languages, large=large)


def _languages(state: State) -> tuple[tuple[str, ...], ...]:
    """Each language of the session, and each two of them in either order."""
    there = state.description.languages if state.description else ()
    return (*permutations(there, 2), *((one,) for one in there))


def _language_words(languages: Sequence[str], words: Catalogue) -> str:
    names = [language_word(one, words) for one in languages]
    return names[0] if len(names) == 1 else words.say("{one} and {other}", one=names[0], other=names[1])


def _usual(choice: Choice) -> Paper:
    """How the paper is held where nobody chose it."""
    abreast = len(choice.languages) > 1 and not choice.large and choice.arrangement is Arrangement.SIDE
    return Paper.A4_LANDSCAPE if abreast else Paper.A4


def _contributors(state: State) -> tuple[str, ...]:
    said = {who for note in state.notes() for who in note.content.who}
    return tuple(who for who in state.participants if who in said)


def _options(of: Iterable[tuple[str, str]], chosen: str) -> tuple[Option, ...]:
    return tuple(Option(key, word, key == chosen) for key, word in of)


def _found(
    state: State,
    words_by_id: Mapping[str, Word],
    choice: Choice,
    words: Catalogue,
    wording: Sequence[tuple[str, str]],
) -> str:
    """How much is open in that edition."""
    found = checks_of_state(state, words_by_id, choice.asked(), wording)
    waiting = sum(not one.because for one in found)
    if not waiting:
        return words.say("Nothing is left to look at.")
    return words.say_n("{n} thing is left to look at.", "{n} things are left to look at.", waiting)


def _confirmed(state: State, words: Catalogue) -> str:
    """How many contributors have confirmed all of theirs; where nobody is named as one, nothing."""
    people = _contributors(state)
    if not people:
        return ""
    waiting = {who for note in state.notes() for who in note.content.who if who not in note.content.confirmed}
    return words.say("{n} of {all} have confirmed theirs", n=len(people) - len(waiting), all=len(people))


def _approved(state: State, words: Catalogue) -> tuple[Option, ...]:
    """Each part that somebody has in this session."""
    held = {part for person in state.participants.values() for part in person.parts}
    done = {one.part for one in state.approved}
    parts = [part for part in Part if part in held or part is Part.FACILITATOR or part in done]
    return tuple(Option(part.value, words.say(PARTS[part]), part in done) for part in parts)


def _replaces(state: State, edition: Edition, number: int, words: Catalogue) -> str:
    """Which number the edition replaces that would go out now; "" where it is the first."""
    earlier = replaced(state.issued, edition, number)
    if earlier is None:
        return ""
    return words.say("Number {number} replaces no. {earlier}.", number=number, earlier=earlier)


def _gone(one: Issued, issued: Sequence[Issued], texts: Texts, words: Catalogue) -> str:
    """What went out, in a line: number, edition, which one it replaces, languages, day, to whom, and its hash."""
    edition = Edition(one.edition) if one.edition in set(Edition) else None
    earlier = replaced(issued, one.edition, one.number) if one.number else None
    told = (
        words.say("No. {number}", number=one.number) if one.number else "",
        words.say(EDITIONS[edition]) if edition else one.edition or "",
        words.say("replaces no. {earlier}", earlier=earlier) if earlier else "",
        ", ".join(language_word(lang, words) for lang in getattr(one, "languages", ())),
        words.day(parsed(one.at).date()) if one.at else "",
        texts.body(getattr(one, "to", ())),
        (one.sha256 or "")[:8],
    )
    return words.say(" · ").join(filter(None, told))
