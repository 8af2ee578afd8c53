"""The composer of a note: what is being written, what can be chosen, and the act that keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from coprod.domain.acts import ChangeNote, KeepNote, NoteDraft
from coprod.domain.days import day_of
from coprod.domain.moments import from_ms, zone_of
from coprod.domain.rounds import seated
from coprod.domain.terms import Attribution, NoteKind, Standpoint, Visibility
from coprod.i18n import LANGUAGES, N_, Catalogue
from coprod.present.commands import Command
from coprod.present.kinds import NAMINGS, VISIBILITIES, table_name
from coprod.present.marks import Mark, mark_of
from coprod.present.voices import called, standpoint_word
from coprod.vocabulary import NOTES

if TYPE_CHECKING:
    import datetime as dt

    from coprod.domain.facts import NoteKept
    from coprod.domain.parts import Ms, NoteContent
    from coprod.domain.state import State
    from coprod.present.texts import Texts

NOBODY = ""
"""The choice of naming nobody."""

KINDS = tuple(NoteKind)

NOTE_COMMANDS: tuple[Command, ...] = (
    Command("keep", N_("Keep"), ("Ctrl+Return",)),
    Command("who", N_("Who said it"), ("Alt+W",)),
    Command("words", N_("The words"), ("Alt+T",)),
    Command("text-language", N_("Language of the words"), ("Alt+L",)),
    Command("standpoint", N_("Spoken from"), ("Alt+S",)),
    Command("visibility", N_("How far it may travel"), ("Alt+V",)),
    Command("minority", N_("Minority opinion"), ("Alt+M",)),
    Command("both", N_("Both languages"), ("Alt+B",)),
    Command("naming", N_("How the minutes name it"), ("Alt+N",)),
    Command("group", N_("Of which group"), ("Alt+G",)),
    Command("leave-hint", N_("Leave the hint"), ("Alt+H",)),
    Command("change-last", N_("Change the last note"), ("Alt+Up",)),
    *(
        Command(f"kind-{kind.value}", NOTES[kind], (f"Alt+{number}",))
        for number, kind in enumerate(KINDS, start=1)
    ),
    Command("put-away", N_("Close, and keep the draft"), ("Escape",)),
)
NOTE_KEYS: Mapping[str, Command] = {key: command for command in NOTE_COMMANDS for key in command.keys}


NOTES_KEYS: tuple[tuple[str, str], ...] = (
    (N_("Keep this note"), "Ctrl+Return"),
    (N_("Who said it"), "Alt+W"),
    (N_("Kind"), "Alt+1…9"),
    (N_("Language of the words"), "Alt+L"),
    (N_("Both languages"), "Alt+B"),
    (N_("Minority opinion"), "Alt+M"),
    (N_("Change the last note"), "Alt+Up"),
    (N_("For everyone"), "Alt+E"),
    (N_("How it read before"), "Alt+P"),
    (N_("Read back"), "Ctrl+R"),
    (N_("Off the record"), "F8"),
    (N_("Undo"), "Ctrl+Z"),
    (N_("Find a note"), "Ctrl+F"),
    (N_("Paste notes"), "Ctrl+Shift+V"),
    (N_("Of which group"), "Alt+G"),
)
"""The keys that stand beside the notes, as many as there is room for: what each does, and the key."""


@dataclass(frozen=True, slots=True)
class Composed:
    """What stands in the composer. `texts`: language to words; `first`: the language they were said in.

    `standpoints` empty: all that the contributors declared. `owner` and `due` (as it is said) are of an action.
    `attribution` None: as the contributors wish. `group`: whose it is; "": of the whole room.
    `note`: what is being changed, from the version `base`; "": a new one.
    """

    lang: str
    who: tuple[str, ...] = ()
    standpoints: tuple[Standpoint, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    first: str = ""
    kind: NoteKind = NoteKind.CONTRIBUTION
    visibility: Visibility = Visibility.MINUTES
    minority: bool = False
    owner: str = NOBODY
    due: str = ""
    attribution: Attribution | None = None
    group: str = ""
    note: str = ""
    base: str = ""
    draft: NoteDraft | None = None
    """Of a note that is being changed: what else it holds."""


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: its key, its word, whether it is chosen, a mark where it has one, and the keys that choose it."""

    key: str
    word: str
    chosen: bool
    mark: Mark | None = None
    hint: str = ""


@dataclass(frozen=True, slots=True)
class ComposerView:
    """The composer: rows of choices. `standpoints` and `owners` are empty where there is nothing to choose."""

    who: tuple[Option, ...]
    standpoints: tuple[Option, ...]
    languages: tuple[Option, ...]
    kinds: tuple[Option, ...]
    visibilities: tuple[Option, ...]
    minority: bool
    owners: tuple[Option, ...]
    due: str
    text: str
    changing: bool = False
    namings: tuple[Option, ...] = ()
    groups: tuple[Option, ...] = ()


def blank_note(state: State, lang: str) -> Composed:
    """Begin a note: the current voice is filled in, and the first language they speak of those of the session."""
    languages = state.description.languages if state.description else (lang,)
    turn = state.open_turn()
    if turn is None:
        return Composed(lang=languages[0])
    person = state.participants.get(turn.who)
    theirs = [one for one in person.languages if one in languages] if person else []
    return Composed(lang=(theirs or list(languages))[0], who=(turn.who,))


def change_of(state: State, note: NoteKept, texts: Texts) -> Composed:
    """Take up a note as it stands, to change it."""
    content, draft = note.content, draft_of(note.content, texts)
    languages = [lang for lang, _ in content.text]
    first = content.said_in or next(iter(languages), "")
    return Composed(
        lang=first,
        who=content.who,
        standpoints=content.standpoints,
        texts=dict(draft.text),
        first=first,
        kind=content.kind,
        visibility=content.visibility,
        minority=bool(content.minority),
        owner=next(iter(content.owners), NOBODY),
        due=content.due or "",
        attribution=content.attribution,
        note=note.entry,
        base=state.versions.get(note.entry, ""),
        draft=draft,
    )


def draft_of(content: NoteContent, texts: Texts) -> NoteDraft:
    """A note as it would be written anew."""
    return NoteDraft(
        kind=content.kind,
        text=texts.prose(content.text),
        who=content.who,
        standpoints=content.standpoints,
        original=content.original,
        minority=bool(content.minority),
        visibility=content.visibility,
        attribution=content.attribution,
        wording=content.wording,
        owners=content.owners,
        owner_text=texts.prose(content.owner_text),
        due=content.due,
        number=content.number,
        easy=texts.prose(content.easy),
    )


def with_who(composed: Composed, who: tuple[str, ...]) -> Composed:
    """Name others; a standpoint chosen for somebody else does not go over to them."""
    return composed if who == composed.who else replace(composed, who=who, standpoints=())


def with_text(composed: Composed, text: str) -> Composed:
    """Write in the language that is chosen; the language first written in is that in which it was said."""
    texts = {**composed.texts, composed.lang: text}
    written = [lang for lang, body in texts.items() if body.strip()]
    first = composed.first if composed.first in written else "".join(written[:1])
    return replace(composed, texts=texts, first=first)


def with_texts_after(composed: Composed, texts: Mapping[str, str]) -> Composed:
    """Put what was written meanwhile after what stands here, in each language."""
    both = {
        lang: "\n".join(filter(None, (composed.texts.get(lang, "").rstrip(), texts.get(lang, "").strip())))
        for lang in dict.fromkeys((*composed.texts, *texts))
    }
    return replace(composed, texts=both)


def declared(state: State, who: tuple[str, ...]) -> tuple[Standpoint, ...]:
    """All standpoints that these people declared."""
    return tuple(dict.fromkeys(one for person in who for one in state.standpoints(person)))


def keep_note(composed: Composed, today: dt.date) -> KeepNote | ChangeNote:
    """Ask for the note to be kept as it stands, or changed to what stands here."""
    action = composed.kind is NoteKind.ACTION
    due = due_of(composed, today) if action else None
    before = composed.draft or NoteDraft(composed.kind, {})
    same = composed.owner == next(iter(before.owners), NOBODY)
    owners = before.owners if same else (composed.owner,) if composed.owner else ()
    draft = replace(
        before,
        kind=composed.kind,
        text={lang: body.strip() for lang, body in composed.texts.items() if body.strip()},
        who=composed.who,
        standpoints=composed.standpoints,
        original=composed.first or composed.lang,
        minority=composed.minority,
        visibility=composed.visibility,
        attribution=composed.attribution,
        owners=owners if action else (),
        owner_text=before.owner_text if action else {},
        due=due.isoformat() if due else None,
    )
    if composed.note:
        return ChangeNote(composed.note, draft, composed.base)
    return KeepNote(draft, composed.group or None)


def today_in(state: State, now: Ms) -> dt.date:
    """The day that it is where the session is."""
    about = state.description
    return from_ms(now, zone_of(about.zone if about else None, state.started)).date()


def due_of(composed: Composed, today: dt.date) -> dt.date | None:
    """The day that is meant; None where none is, or what is written is no day."""
    return day_of(composed.due, today)


def composer_view(composed: Composed, state: State, texts: Texts, words: Catalogue) -> ComposerView:
    """Show the composer."""
    return ComposerView(
        who=_who(composed, state, texts, words),
        standpoints=_standpoints(composed, state, texts, words),
        languages=_languages(composed, state),
        kinds=tuple(
            Option(kind.value, words.say(NOTES[kind]), kind is composed.kind, hint=f"Alt+{number}")
            for number, kind in enumerate(KINDS, start=1)
        ),
        visibilities=tuple(
            Option(one.value, words.say(word), one is composed.visibility)
            for one, word in VISIBILITIES.items()
        ),
        minority=composed.minority,
        owners=_owners(composed, state, texts, words),
        due=composed.due,
        text=composed.texts.get(composed.lang, ""),
        changing=bool(composed.note),
        namings=_namings(composed, state, words),
        groups=_groups(composed, state, texts, words),
    )


def _namings(composed: Composed, state: State, words: Catalogue) -> tuple[Option, ...]:
    """How the minutes name it: as the contributors wish, or more reserved; nothing where there is no less."""
    order = tuple(Attribution)
    wishes = [state.participants[who].attribution for who in composed.who if who in state.participants]
    wish = max(wishes, key=order.index, default=None)
    if wish is None or wish is order[-1]:
        return ()
    offered = ((None, wish), *((one, one) for one in order[order.index(wish) + 1 :]))
    return tuple(
        Option(one or "", words.say(NAMINGS[word]), composed.attribution == one) for one, word in offered
    )


def _groups(composed: Composed, state: State, texts: Texts, words: Catalogue) -> tuple[Option, ...]:
    """Of which group a new note is: at home, what a group wrote on paper is typed in for it."""
    if composed.note or state.sheet is not None or not state.groups:
        return ()
    each = (
        Option(group, table_name(state, group, texts, words), group == composed.group)
        for group in state.groups
    )
    return (Option("", words.say("The whole room"), not composed.group), *each)


def _person(state: State, who: str, texts: Texts, *, chosen: bool) -> Option:
    return Option(who, called(state, who, texts), chosen, mark_of(state.standpoints(who)))


def _who(composed: Composed, state: State, texts: Texts, words: Catalogue) -> tuple[Option, ...]:
    people = (_person(state, who, texts, chosen=who in composed.who) for who in seated(state))
    return (*people, Option(NOBODY, words.say("Nobody named"), not composed.who))


def _owners(composed: Composed, state: State, texts: Texts, words: Catalogue) -> tuple[Option, ...]:
    if composed.kind is not NoteKind.ACTION:
        return ()
    people = (_person(state, who, texts, chosen=who == composed.owner) for who in seated(state))
    return (*people, Option(NOBODY, words.say("Nobody yet"), composed.owner == NOBODY))


def _standpoints(composed: Composed, state: State, texts: Texts, words: Catalogue) -> tuple[Option, ...]:
    """Offer only what the contributors declared, and only where there is a choice."""
    theirs = declared(state, composed.who)
    if len(theirs) < 2:  # noqa: PLR2004 - one is no choice
        return ()
    every = Option(
        "", standpoint_word(state, theirs, texts, words), not composed.standpoints, mark_of(theirs)
    )
    each = (
        Option(
            one.value,
            standpoint_word(state, (one,), texts, words),
            composed.standpoints == (one,),
            mark_of((one,)),
        )
        for one in theirs
    )
    return (every, *each)


def _languages(composed: Composed, state: State) -> tuple[Option, ...]:
    languages = state.description.languages if state.description else ()
    offered = dict.fromkeys((*languages, composed.lang))
    return tuple(
        Option(lang, LANGUAGES.get(lang, lang), lang == composed.lang, hint="Alt+L") for lang in offered
    )
