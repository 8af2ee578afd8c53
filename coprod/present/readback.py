"""Reading back: one contribution at a time, to whoever said it, in their language first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coprod.domain import acts
from coprod.domain.terms import Attribution, TranslationState, Visibility
from coprod.i18n import N_, Catalogue
from coprod.present.commands import Command
from coprod.present.latest import standpoints_of
from coprod.present.marks import Mark, mark_of
from coprod.present.notes import draft_of
from coprod.present.recognise import LANGUAGE_NAMES
from coprod.present.room import Pair, Run
from coprod.present.speech import MOST, Speech, Tongue
from coprod.present.texts import Said, Texts, reading
from coprod.present.voices import called, standpoint_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coprod.domain.acts import Act
    from coprod.domain.facts import NoteKept
    from coprod.domain.state import State

READ_COMMANDS: tuple[Command, ...] = (
    Command("confirm", N_("Yes, that is it"), ("Return",)),
    Command("reword", N_("Change the words"), ("C",)),
    Command("take-out", N_("Take it out"), ("T",)),
    Command("reserve", N_("Change how it is named"), ("A",)),
    Command("wall", N_("On the wall"), ("R",)),
    Command("before", N_("The one before"), ("Left",)),
    Command("after", N_("The next one"), ("Right",)),
    Command("end", N_("Back to the notes"), ("Escape",)),
)
"""What can be done with what is read back, and its keys."""
READ_KEYS: Mapping[str, str] = {key: command.id for command in READ_COMMANDS for key in command.keys}

_TRANSLATED: Mapping[TranslationState, str] = {
    TranslationState.MACHINE: N_("{language}: by a machine, not checked"),
    TranslationState.DRAFT: N_("{language}: a draft"),
    TranslationState.CHECKED: N_("{language}: checked"),
    TranslationState.CONFIRMED: N_("{language}: confirmed"),
}
_NAMED: Mapping[Attribution, str] = {
    Attribution.NAMED: N_("In the minutes with the name {name}"),
    Attribution.DISCIPLINE: N_("In the minutes by discipline, no name"),
    Attribution.STANDPOINT: N_("In the minutes as {standpoint}, no name"),
    Attribution.ANONYMOUS: N_("In the minutes without a name or a standpoint"),
}


@dataclass(frozen=True, slots=True)
class ReadView:
    """One contribution as it is read back. A `Pair` says a thing in the speaker's language, then in the other.

    `place`: whose it is, and which of how many. `texts`: as it was said, then what else it is written in. `said`:
    where the words come from. `named`: how the minutes name it, with the mark. `wall`: what its key does; () where
    the note may not be on the wall. `confirmed`: it was said that it is right.
    """

    note: str
    who: str
    head: Pair
    place: str
    quiet: Pair
    question: Pair
    texts: tuple[Said, ...]
    said: tuple[Pair, ...]
    mark: Mark | None
    named: Pair
    change: Pair
    labels: Mapping[str, Pair]
    wall: Pair
    confirmed: Pair


def to_read(state: State, who: str | None = None) -> list[tuple[str, str]]:
    """What is to be read back, as (note, who said it): of one person, or of all that nobody has confirmed yet."""
    return [
        (note.entry, one)
        for note in state.notes()
        for one in note.content.who
        if one in state.participants
        and (one == who if who else one not in note.content.confirmed)
        and note.content.visibility is not Visibility.REVIEW
    ]


def read_view(
    state: State, known: Texts, words: Catalogue, queue: Sequence[tuple[str, str]], at: int
) -> ReadView | None:
    """Show one of the queue; None where it is no longer in the record."""
    note = state.note(queue[at][0]) if 0 <= at < len(queue) else None
    if note is None:
        return None
    who = queue[at][1]
    tongues = _tongues(state, note, who)
    speech, content = Speech(known.words, tongues), note.content
    texts = reading(known.words, tongues[0].lang, [one.lang for one in tongues])
    first = tuple(one for one in content.text if one[0] == content.said_in) or content.text[:1]
    others = tuple(one for one in content.text if one not in first)
    mine = [place for place, one in enumerate(queue) if one[1] == who]
    name = called(state, who, texts)
    seen = note.entry in state.wall
    may = content.visibility is Visibility.ROOM
    return ReadView(
        note=note.entry,
        who=who,
        head=speech.say("Reading back"),
        place=words.say("{name}, {n} of {all}", name=name, n=mine.index(at) + 1, all=len(mine)),
        quiet=speech.say("The room display stays as it is."),
        question=speech.say("Is this what you meant?"),
        texts=tuple(texts.said((one,)) for one in (*first, *others)),
        said=tuple(_sources(note, speech)),
        mark=mark_of(standpoints_of(state, note)),
        named=_named(state, note, who, texts, tongues),
        change=speech.say("Change how it is named"),
        labels={command.id: speech.say(command.name) for command in READ_COMMANDS},
        wall=(speech.say("Take off the wall") if seen else speech.say("Show in the room")) if may else (),
        confirmed=speech.say("Confirmed") if who in content.confirmed else (),
    )


def confirmed(view: ReadView) -> Act:
    """Who said it says that it is right."""
    return acts.ConfirmNote(view.note, view.who)


def reserved(state: State, view: ReadView, texts: Texts) -> Act | None:
    """Name it with more reserve; past the most reserved comes their own wish again."""
    note = state.note(view.note)
    if note is None:
        return None
    order = tuple(Attribution)
    wish = state.participants[view.who].attribution
    now = note.content.attribution or wish
    place = order.index(now) + 1
    then = order[place] if place < len(order) else None
    draft = replace(draft_of(note.content, texts), attribution=then)
    return acts.ChangeNote(note.entry, draft, state.versions.get(note.entry, ""))


def shown_or_not(state: State, view: ReadView) -> Act | None:
    """Show it on the wall, or take it off; None where it may not be there."""
    if not view.wall:
        return None
    return acts.RetractNote(view.note) if view.note in state.wall else acts.ReleaseNote(view.note)


def _tongues(state: State, note: NoteKept, who: str) -> tuple[Tongue, ...]:
    """The language in which it was said, or that they speak, before the others of the session."""
    known = state.description.languages if state.description else ()
    theirs = [one for one in (note.content.said_in, *state.participants[who].languages) if one]
    languages = dict.fromkeys((*theirs, *known))
    return tuple(Tongue(lang, Catalogue(lang)) for lang in (list(languages) or ["en"])[:MOST])


def _language(lang: str, speech: Speech) -> Pair | str:
    name = LANGUAGE_NAMES.get(lang.split("-", maxsplit=1)[0])
    return speech.say(name) if name else lang


def _sources(note: NoteKept, speech: Speech) -> list[Pair]:
    content, found = note.content, []
    if content.said_in:
        found.append(speech.say("Said in {language}", language=_language(content.said_in, speech)))
    for lang, known in content.translations:
        found.append(speech.say(_TRANSLATED[known.state], language=_language(lang, speech)))
    return found


def _named(state: State, note: NoteKept, who: str, texts: Texts, tongues: Sequence[Tongue]) -> Pair:
    wish = note.content.attribution or state.participants[who].attribution
    runs: list[Run] = []
    for tongue in tongues:
        theirs = reading(texts.words, tongue.lang, texts.languages)
        standpoint = standpoint_word(state, standpoints_of(state, note), theirs, tongue.words)
        said = tongue.words.say(_NAMED[wish], name=called(state, who, theirs), standpoint=standpoint)
        runs.append(Run(tongue.words.lang, said))
    return tuple(runs)
