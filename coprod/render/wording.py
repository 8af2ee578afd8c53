"""The renderer's own words: headings, marks and the sentences of the foot, in the language of a catalogue."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from babel import Locale, UnknownLocaleError

from coprod.domain.languages import fitting
from coprod.domain.minutes_doc import Cell, Group
from coprod.domain.terms import ActionStatus, ItemKind, PauseKind, TranslationState
from coprod.i18n import N_, NN_
from coprod.render.tidy import apart
from coprod.vocabulary import PARTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coprod.domain.minutes_doc import ActionLine, Credit, Issue, PauseLine, Standing, Table, Wording
    from coprod.i18n import Catalogue

CELLS = {
    Cell.PEERS: N_("Peers"),
    Cell.PROFESSIONALS: N_("Professionals"),
    Cell.BOTH: N_("From both"),
    Cell.OTHERS: N_("From others"),
    Cell.UNATTRIBUTED: N_("Not attributed"),
}
GROUPS = {
    Group.PEER: N_("Peers"),
    Group.PROFESSIONAL: N_("Professionals"),
    Group.BOTH: N_("Both"),
    Group.OTHERS: N_("Others"),
    Group.NOT_SAID: N_("not said"),
}
KINDS = {
    ItemKind.WELCOME: N_("Welcome"),
    ItemKind.GUIDELINES: N_("Guidelines"),
    ItemKind.CHECK_IN: N_("Check-in"),
    ItemKind.ROUNDTABLE: N_("Roundtable"),
    ItemKind.SMALL_GROUPS: N_("Small groups"),
    ItemKind.SHARE_BACK: N_("Share-back"),
    ItemKind.BREAK: N_("Break"),
    ItemKind.REFLECTION: N_("Reflection"),
    ItemKind.CHECK_OUT: N_("Check-out"),
    ItemKind.OTHER: N_("Agenda item"),
}
PAUSES = {
    PauseKind.BREATH: N_("We took a breath."),
    PauseKind.SILENCE: N_("We were silent for a while."),
    PauseKind.BREAK: N_("We had a break."),
}
PAUSE_NAMES = {
    PauseKind.BREATH: N_("A breath"),
    PauseKind.SILENCE: N_("Silence"),
    PauseKind.BREAK: N_("Break"),
}
STATUSES = {
    ActionStatus.DONE: N_("Done"),
    ActionStatus.PARTLY: N_("Partly done"),
    ActionStatus.NOT_DONE: N_("Not done"),
    ActionStatus.DECLINED: N_("Declined"),
}
UNCHECKED = {
    TranslationState.MACHINE: N_("(machine translation)"),
    TranslationState.DRAFT: N_("(draft translation)"),
}
_STATES = {
    TranslationState.CONFIRMED: NN_("{n} confirmed", "{n} confirmed"),
    TranslationState.CHECKED: NN_("{n} checked", "{n} checked"),
    TranslationState.DRAFT: NN_("{n} draft", "{n} drafts"),
    TranslationState.MACHINE: NN_("{n} by machine", "{n} by machine"),
    None: NN_("{n} missing", "{n} missing"),
}


class Shown(NamedTuple):
    """A text as a column shows it: the words, their language, and the mark that follows them."""

    text: str
    lang: str
    mark: str


def shown(wording: Wording, catalogue: Catalogue) -> Shown:
    """The words in the language asked for; where they are missing the original, marked."""
    lang = catalogue.tag
    own = _fitting(lang, tuple(wording.bodies))
    if own is not None:
        state = wording.state(own)
        mark = UNCHECKED.get(state) if state else None
        return Shown(wording.bodies[own], lang, catalogue.say(mark) if mark else "")
    original = wording.original or ""
    other = original if original in wording.bodies else next(iter(wording.bodies))
    text = wording.bodies[other]
    if not other:
        return Shown(text, lang, "")
    name = language_name(other, catalogue)
    if wording.original != other:
        return Shown(text, other, catalogue.say("({language} only)", language=name))
    return Shown(text, other, catalogue.say("(original in {language})", language=name))


@lru_cache(maxsize=256)
def _fitting(asked: str, there: tuple[str, ...]) -> str | None:
    """Which language fits: long minutes ask the same few questions thousands of times."""
    return fitting(asked, there)


def plain(wording: Wording, catalogue: Catalogue) -> str:
    """The words alone, for names and running heads."""
    return shown(wording, catalogue).text


def marked(wording: Wording, catalogue: Catalogue) -> str:
    """The words and their mark, where both stand in one piece."""
    text, _, mark = shown(wording, catalogue)
    return text + apart(text, mark) + mark if mark else text


def own_word(label: Wording | None, msgid: str, catalogue: Catalogue) -> str:
    """The organisation's own word in the language of a page; where it has none in it, the common one."""
    if label and (fitting(catalogue.tag, label.bodies) or "" in label.bodies):
        return plain(label, catalogue)
    return catalogue.say(msgid)


def language_name(tag: str, catalogue: Catalogue) -> str:
    """How the catalogue's language calls the language `tag`; the tag itself where it has no name."""
    try:
        name = Locale.parse(tag, sep="-").get_display_name(catalogue.lang)
    except (UnknownLocaleError, ValueError):
        name = None
    return name or tag


def listed(names: Iterable[Wording], catalogue: Catalogue) -> str:
    """Names one after the other."""
    return joined((plain(name, catalogue) for name in names), catalogue)


def joined(parts: Iterable[str], catalogue: Catalogue) -> str:
    """A list in the running text."""
    return catalogue.say(", ").join(parts)


def credit(of: Credit, catalogue: Catalogue) -> str:
    """Who is named beside a line, and from which table it is; or nothing."""
    named = [plain(one, catalogue) for one in (*of.names, *of.disciplines)]
    if of.table is not None:
        named.append(table(of.table, catalogue))
    return catalogue.say("({names})", names=joined(named, catalogue)) if named else ""


def table(of: Table, catalogue: Catalogue) -> str:
    """A small group by its name, else by its number."""
    return plain(of.name, catalogue) if of.name else catalogue.say("Table {n}", n=of.number)


def owners(action: ActionLine, catalogue: Catalogue) -> str:
    """Who will do it, by when, and what became of it: one line under the words of an action."""
    people = [plain(name, catalogue) for name in action.owners]
    if action.unnamed_owners:
        people.append(catalogue.say_n("{n} person", "{n} people", action.unnamed_owners))
    if action.owner_text:
        people.append(marked(action.owner_text, catalogue))
    parts = [catalogue.say("Who takes it on: {people}", people=joined(people, catalogue))] if people else []
    if action.due:
        parts.append(catalogue.say("by {day}", day=catalogue.day(action.due)))
    if action.status in STATUSES:
        status = catalogue.say(STATUSES[action.status])
        parts.append(status.lower() if parts else status)
    return catalogue.say("; ").join(parts)


def pause(of: PauseLine, catalogue: Catalogue) -> str:
    """A pause where it was: when, and that there was one."""
    long = of.kind is PauseKind.BREAK and of.until is not None
    when = catalogue.span(of.at, of.until) if long and of.until else catalogue.time(of.at)
    return f"{when}  {catalogue.say(PAUSES[of.kind])}"


def pauses(of_kind: Sequence[PauseLine], catalogue: Catalogue) -> str:
    """All pauses of one kind in one line."""
    return f"{catalogue.say(PAUSE_NAMES[of_kind[0].kind])}  {times(of_kind, catalogue)}"


def times(of: Sequence[PauseLine], catalogue: Catalogue) -> str:
    """When pauses were; of a break also until when."""
    each = [
        catalogue.span(one.at, one.until)
        if one.kind is PauseKind.BREAK and one.until
        else catalogue.time(one.at)
        for one in of
    ]
    return joined(each, catalogue)


def issue(of: Issue | None, catalogue: Catalogue) -> str:
    """Under which number they were issued and what that replaces; or that they are a draft."""
    if of is None:
        return catalogue.say("A draft, not issued yet.")
    approved = joined(
        (catalogue.say(PARTS[part]) if part in PARTS else part for part in of.approved), catalogue
    )
    said = [catalogue.say("Issued as no. {n}.", n=of.number)]
    if of.replaces is not None:
        said.append(catalogue.say("It replaces no. {n}.", n=of.replaces))
    if approved:
        said.append(catalogue.say("Approved by: {parts}.", parts=approved))
    return sentences(said, catalogue)


def sentences(of: Iterable[str], catalogue: Catalogue) -> str:
    """One sentence after the other."""
    return ("" if catalogue.lang == "ja" else " ").join(of)


def draft(catalogue: Catalogue) -> str:
    """The same in a word, for the head of a page."""
    return catalogue.say("A draft")


def states(standing: Standing, catalogue: Catalogue) -> list[str]:
    """How far the texts can be trusted: what their speakers confirmed, and what is translated."""
    sentences = [issue(standing.issue, catalogue)]
    if standing.notes:
        said = catalogue.say("Confirmed: {n} of {all}.", n=standing.confirmed, all=standing.notes)
        sentences.append(said)
    for lang, found in standing.translations.items():
        counts = [
            catalogue.say_n(*words, found[state]) for state, words in _STATES.items() if found.get(state)
        ]
        if counts:
            name = language_name(lang, catalogue)
            counted = joined(counts, catalogue)
            sentences.append(
                catalogue.say("Translation into {language}: {states}.", language=name, states=counted)
            )
    return sentences
