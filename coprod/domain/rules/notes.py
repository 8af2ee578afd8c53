"""Rules for notes: kept, changed, translated, confirmed, shown, taken out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coprod.domain import acts, facts
from coprod.domain.forms import is_date
from coprod.domain.parts import NoteContent, Translation
from coprod.domain.rules.pen import Pen, Refused, Ruling, Why, checked
from coprod.domain.sheets import question
from coprod.domain.terms import NoteKind, TranslationState, Visibility

if TYPE_CHECKING:
    from coprod.domain.acts import NoteDraft
    from coprod.domain.facts import Body
    from coprod.domain.parts import Text
    from coprod.domain.state import State


def keep(state: State, act: acts.KeepNote, pen: Pen) -> Ruling:
    """A note of its item, or of the one open on its track; of a group that has none, of the question of the groups."""
    if act.id in state.record or act.id in state.tombstones:  # nor does one come back that was taken out
        return Refused(Why.NOTHING_CHANGES, (act.id,))
    refused = _flaw(state, act.draft)
    if refused:
        return refused
    if act.item and state.item(act.item) is None:
        return Refused(Why.UNKNOWN_ITEM, (act.item,))
    item = state.item(act.item) or state.open_item(act.group) or (question(state) if act.group else None)
    content = replace(_content(act.draft, pen), item=item.id if item else None)
    entry = act.id or pen.new_id()
    return [facts.NoteKept(entry=entry, at=pen.when(state), group=act.group, content=content)]


def keep_several(state: State, act: acts.KeepNotes, pen: Pen) -> Ruling:
    """All of a list, in its order, or none."""
    bodies: list[Body] = []
    for draft in act.drafts:
        ruling = keep(state, acts.KeepNote(draft, act.group), pen)
        if isinstance(ruling, Refused):
            return ruling
        bodies += ruling
    return bodies or Refused(Why.NOTHING_CHANGES)


def change(state: State, act: acts.ChangeNote, pen: Pen) -> Ruling:
    """A note, whole. What was confirmed, and how far a translation can be trusted, was said of the words before.

    Standpoints that stand on the note may stay, whatever its contributors have declared since.
    """
    note = state.note(act.note)
    if note is None:
        return Refused(Why.UNKNOWN_NOTE, (act.note,))
    old = note.content
    refused = _flaw(state, act.draft, old)
    if refused:
        return refused
    new = _content(act.draft, pen, old)
    content = replace(
        new,
        item=old.item,
        translations=_still_known(old, new),
        confirmed=old.confirmed if _said(new) == _said(old) else (),
        number=new.number if new.number is not None else old.number,
    )
    bodies: list[Body] = [facts.NoteChanged(act.note, content, act.base, act.settles)]
    if new.visibility is not Visibility.ROOM and act.note in state.wall:
        bodies.append(facts.NoteRetracted(entry=pen.new_id(), at=pen.when(state), note=act.note))
    return bodies


def translate(state: State, act: acts.TranslateNote, pen: Pen) -> Ruling:
    """A translation says who made it and how far it can be trusted; only its speaker confirms it."""
    note = state.note(act.note)
    if note is None:
        return Refused(Why.UNKNOWN_NOTE, (act.note,))
    content = note.content
    if act.lang == content.said_in:
        return Refused(Why.NOTHING_CHANGES, (act.note,))
    if act.state is TranslationState.CONFIRMED and not content.who:
        return Refused(Why.NOT_A_CONTRIBUTOR, (act.note,))
    written = pen.write({act.lang: act.body or ""}, subjects=content.who)
    if not written and (act.body is not None or act.lang not in dict(content.text)):
        return Refused(Why.NO_TEXT, (act.note,))
    by = pen.write({"": act.by}, plain=True)
    checked_by = pen.write({"": act.checked_by}, plain=True)
    known = Translation(act.state, by, checked_by, plain=not (by or checked_by))
    return [facts.NoteTranslated(act.note, act.lang, known, dict(written).get(act.lang))]


def confirm(state: State, act: acts.ConfirmNote, _pen: Pen) -> Ruling:
    """Only who said it can confirm it."""
    note = state.note(act.note)
    if note is None:
        return Refused(Why.UNKNOWN_NOTE, (act.note,))
    if act.who not in note.content.who:
        return Refused(Why.NOT_A_CONTRIBUTOR, (act.note, act.who))
    return [facts.NoteConfirmed(act.note, act.who, act.given)]


def share(state: State, act: acts.ShareNote, _pen: Pen) -> Ruling:
    """A note of a group, brought to everyone."""
    note = state.note(act.note)
    if note is None:
        return Refused(Why.UNKNOWN_NOTE, (act.note,))
    if note.group is None and state.sheet is None:
        return Refused(Why.NOT_OF_A_GROUP, (act.note,))
    return [facts.NoteShared(act.note, act.share)]


def take_out(state: State, act: acts.TakeOutNote, _pen: Pen) -> Ruling:
    """A note leaves the record, and the wall with it; it is not kept again by undo."""
    if state.note(act.note) is None:
        return Refused(Why.UNKNOWN_NOTE, (act.note,))
    return [facts.Withdrawn(notes=(act.note,))]


def release(state: State, act: acts.ReleaseNote, pen: Pen) -> Ruling:
    """Onto the wall goes only a note that may be in the room."""
    note = state.note(act.note)
    if note is None:
        return Refused(Why.UNKNOWN_NOTE, (act.note,))
    if note.content.visibility is not Visibility.ROOM:
        return Refused(Why.NOT_FOR_THE_ROOM, (act.note,))
    if act.note in state.wall:
        return Refused(Why.NOTHING_CHANGES, (act.note,))
    return [facts.NoteReleased(entry=pen.new_id(), at=pen.at, note=act.note)]


def retract(state: State, act: acts.RetractNote, pen: Pen) -> Ruling:
    """Off the wall, at once."""
    if act.note not in state.wall:
        return Refused(Why.NOTHING_CHANGES, (act.note,))
    return [facts.NoteRetracted(entry=pen.new_id(), at=pen.when(state), note=act.note)]


def link(state: State, act: acts.LinkNotes, pen: Pen) -> Ruling:
    """From a note of this session to any other."""
    if state.note(act.source) is None:
        return Refused(Why.UNKNOWN_NOTE, (act.source,))
    if act.source == act.target:
        return Refused(Why.NOTHING_CHANGES, (act.source,))
    entry = pen.new_id()
    return [
        facts.NotesLinked(
            entry=entry, at=pen.when(state), source=act.source, target=act.target, kind=act.kind
        )
    ]


def move_action(state: State, act: acts.MoveAction, pen: Pen) -> Ruling:
    """Only an action has a status."""
    note = state.note(act.note)
    if note is None:
        return Refused(Why.UNKNOWN_NOTE, (act.note,))
    if note.content.kind is not NoteKind.ACTION:
        return Refused(Why.NOT_AN_ACTION, (act.note,))
    return [facts.ActionMoved(act.note, act.status, pen.write(act.reason))]


def _flaw(state: State, draft: NoteDraft, old: NoteContent | None = None) -> Refused | None:
    unknown = tuple(who for who in (*draft.who, *draft.owners) if who not in state.participants)
    if unknown:
        return Refused(Why.UNKNOWN_PERSON, unknown)
    if not any(body.strip() for body in draft.text.values()):
        return Refused(Why.NO_TEXT)
    theirs = {standpoint for who in draft.who for standpoint in state.standpoints(who)}
    if old is not None and set(old.who) == set(draft.who):
        theirs.update(old.standpoints)
    if not theirs.issuperset(draft.standpoints):
        return Refused(Why.NOT_THEIR_STANDPOINT, draft.who)
    if draft.kind is not NoteKind.ACTION and (draft.owners or draft.owner_text or draft.due):
        return Refused(Why.NOT_AN_ACTION)
    return None


def _content(draft: NoteDraft, pen: Pen, old: NoteContent | None = None) -> NoteContent:
    who = tuple(dict.fromkeys(draft.who))
    text = pen.write(draft.text, before=old.text if old else (), subjects=who)
    langs = [lang for lang, _ in text]
    original = draft.original if draft.original in langs else None
    return NoteContent(
        kind=draft.kind,
        text=text,
        who=who,
        standpoints=tuple(dict.fromkeys(draft.standpoints)),
        original=original or (langs[0] if len(langs) == 1 else None),
        minority=draft.minority or None,
        visibility=draft.visibility,
        attribution=draft.attribution,
        wording=draft.wording,
        number=draft.number,
        owners=tuple(dict.fromkeys(draft.owners)),
        owner_text=pen.write(draft.owner_text),
        due=checked(draft.due, is_date, Why.NOT_A_DATE),
        easy=pen.write(draft.easy, before=old.easy if old else (), subjects=who),
    )


def _said(content: NoteContent) -> Text:
    """The words as they were said: the original; all, where none is called a translation."""
    return tuple(one for one in content.text if content.said_in in (None, one[0]))


def _still_known(old: NoteContent, new: NoteContent) -> tuple[tuple[str, Translation], ...]:
    """What is known of the translations that are left: where words changed, less than before."""
    before, after = dict(old.text), dict(new.text)
    same_original = _said(new) == _said(old)
    return tuple(
        (lang, known if same_original and before.get(lang) == after[lang] else _unsure(known))
        for lang, known in old.translations
        if lang in after and lang != new.said_in
    )


def _unsure(known: Translation) -> Translation:
    state = known.state if known.state is TranslationState.MACHINE else TranslationState.DRAFT
    return Translation(state, known.by, plain=not known.by)
