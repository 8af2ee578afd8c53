"""Hypothesis strategies: acts in a state, whole sessions played by several devices, and facts as they may come in."""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import TYPE_CHECKING, Any, get_args

from hypothesis import strategies as st

from coprod.domain import acts, facts
from coprod.domain.decide import PHASES, Decision
from coprod.domain.facts import Fact
from coprod.domain.parts import (
    AgendaItem,
    Consent,
    Description,
    Group,
    Guideline,
    NoteContent,
    Participant,
    Prompt,
    Translation,
)
from coprod.domain.terms import (
    ActionStatus,
    Attendance,
    Attribution,
    GuidelineChange,
    ItemKind,
    LinkKind,
    NoteKind,
    Part,
    PassHow,
    PauseKind,
    Purpose,
    RoundOrder,
    Standpoint,
    TranslationState,
    Visibility,
)
from tests.stage import HERE, MORNING, SESSION, THERE, Stage, added, an_id, opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hypothesis.strategies import DrawFn, SearchStrategy

    from coprod.domain.acts import Act
    from coprod.domain.state import State

UNKNOWN = an_id(999)
STREAMS = (HERE, THERE, an_id(3))

# ---- values

languages = st.sampled_from(["ja", "en", "ko", "zh-Hant-TW"])
bodies_of_text = st.sampled_from(["言えたことがある。", "I said it.", "네", "two\nlines\t𠮷", "  "])
broken_text = st.sampled_from(["a\x00b", "\ud800", "\u202ecba", "x" * 20_001])


def seldom(usual: SearchStrategy[Any], rare: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """Now and then something else."""
    return st.integers(0, 9).flatmap(lambda n: rare if n == 7 else usual)  # not at an end: those come often


prose = st.dictionaries(languages, bodies_of_text, max_size=2)
any_prose = seldom(prose, st.dictionaries(st.sampled_from(["", "not a tag"]), bodies_of_text))
risky_prose = seldom(
    st.dictionaries(languages, bodies_of_text, min_size=1, max_size=2),
    st.one_of(any_prose, st.dictionaries(languages, broken_text, max_size=1)),
)
names = seldom(st.just({"": "葵"}), risky_prose)
moments = st.sampled_from(
    [None, "2026-05-12T13:30:00+09:00", "2026-05-12t04:30:00z", "2026-13-01", "明日の朝"]
)
dates = st.sampled_from([None, None, "2026-06-30", "2026-02-30", "妹の誕生日"])
zones = st.sampled_from([None, "Asia/Tokyo", "Europe/Paris", "Mars/Crater", "窓際の席"])
standpoints = st.lists(st.sampled_from(Standpoint), max_size=3).map(tuple)


def maybe(strategy: SearchStrategy[Any]) -> SearchStrategy[Any]:
    return st.none() | strategy


def among(ids: Iterable[str]) -> SearchStrategy[str]:
    """One of these ids, now and then one that nobody knows."""
    known = list(ids)
    return seldom(st.sampled_from(known), st.just(UNKNOWN)) if known else st.just(UNKNOWN)


def some(ids: Iterable[str]) -> SearchStrategy[tuple[str, ...]]:
    return st.lists(among(ids), max_size=2).map(tuple)


# ---- acts

item_drafts = st.builds(
    acts.ItemDraft,
    kind=st.sampled_from(ItemKind),
    title=risky_prose,
    minutes=seldom(st.sampled_from([None, 0, 12.5]), st.sampled_from([-1, float("nan"), float("inf")])),
    prompts=st.lists(prose, max_size=2).map(tuple),
)
session_drafts = st.builds(
    acts.SessionDraft,
    title=risky_prose,
    languages=seldom(st.just(("ja", "en")), st.lists(st.just("not a tag"), max_size=1).map(tuple)),
    place=any_prose,
    planned_start=moments,
    planned_end=moments,
    zone=zones,
    programme=maybe(st.builds(acts.ProgrammeDraft, title=prose, cohort=bodies_of_text)),
    next_time=maybe(st.builds(acts.NextDraft, start=moments, place=prose)),
    labels=st.dictionaries(st.sampled_from(Standpoint), prose, max_size=2),
)
participant_drafts = st.builds(
    acts.ParticipantDraft,
    called=names,
    standpoints=standpoints,
    discipline=prose,
    attribution=st.sampled_from(Attribution),
    attendance=maybe(st.sampled_from(Attendance)),
)


class Here:
    """Strategies for the ids that are there in a state, and now and then for one that is not."""

    def __init__(self, state: State) -> None:
        self.state = state

    @property
    def people(self) -> SearchStrategy[str]:
        return among(self.state.participants)

    @property
    def notes(self) -> SearchStrategy[str]:
        return among(one.entry for one in self.state.notes())

    @property
    def items(self) -> SearchStrategy[str]:
        return among(one.id for one in self.state.agenda)

    @property
    def prompts(self) -> SearchStrategy[str]:
        return among(prompt.id for one in self.state.agenda for prompt in one.prompts)

    @property
    def groups(self) -> SearchStrategy[str]:
        return among(self.state.groups)

    @property
    def group(self) -> SearchStrategy[str | None]:
        return st.one_of(st.none(), st.none(), self.groups)

    @property
    def guidelines(self) -> SearchStrategy[str]:
        return among(one.id for one in (*self.state.guidelines, *self.state.proposals))

    @property
    def entries(self) -> SearchStrategy[str]:
        timed = (facts.TurnBegun, facts.TurnPassed, facts.PauseBegun)
        return among(key for key, entry in self.state.record.items() if isinstance(entry, timed))

    @property
    def versions(self) -> SearchStrategy[str]:
        clashes = [clash.version for clashes in self.state.clashes.values() for clash in clashes]
        return among(["", *self.state.versions.values(), *clashes])

    @property
    def drafts(self) -> SearchStrategy[acts.NoteDraft]:
        people = self.state.participants
        return st.booleans().flatmap(
            lambda action: st.builds(
                acts.NoteDraft,
                kind=seldom(st.just(NoteKind.ACTION) if action else _no_action, st.sampled_from(NoteKind)),
                text=risky_prose,
                who=some(people),
                standpoints=seldom(st.just(()), standpoints),
                original=maybe(languages),
                visibility=st.sampled_from(Visibility),
                attribution=maybe(st.sampled_from(Attribution)),
                owners=some(people) if action else st.just(()),
                due=dates if action else st.none(),
                easy=prose,
            )
        )


_no_action = st.sampled_from([kind for kind in NoteKind if kind is not NoteKind.ACTION])
times = maybe(st.integers(MORNING + 10_000, MORNING + 20_000))
_ACTS: dict[type, Callable[[Here], dict[str, SearchStrategy[Any]]]] = {
    acts.Describe: lambda _: {"draft": session_drafts},
    acts.AddItem: lambda at: {"draft": item_drafts, "before": maybe(at.items)},
    acts.ChangeItem: lambda at: {"item": at.items, "draft": item_drafts},
    acts.MoveItem: lambda at: {"item": at.items, "before": maybe(at.items)},
    acts.RemoveItem: lambda at: {"item": at.items},
    acts.OfferGuidelines: lambda _: {"texts": st.lists(risky_prose, max_size=2).map(tuple)},
    acts.AddParticipant: lambda at: {"draft": participant_drafts, "before": maybe(at.people)},
    acts.ChangeParticipant: lambda at: {"participant": at.people, "draft": participant_drafts},
    acts.MoveParticipant: lambda at: {"participant": at.people, "before": maybe(at.people)},
    acts.RemoveParticipant: lambda at: {"participant": at.people},
    acts.Arrive: lambda at: {"who": at.people, "how": maybe(st.sampled_from(Attendance))},
    acts.Leave: lambda at: {"who": at.people},
    acts.DeclareStandpoints: lambda at: {"who": at.people, "standpoints": standpoints},
    acts.StateWish: lambda at: {"participant": at.people, "attribution": maybe(st.sampled_from(Attribution))},
    acts.StateConsent: lambda at: {
        "participant": at.people,
        "to": st.sampled_from(Purpose),
        "given": st.booleans(),
    },
    acts.FormGroup: lambda at: {"name": risky_prose, "members": some(at.state.participants)},
    acts.RenameGroup: lambda at: {"group": at.groups, "name": risky_prose},
    acts.MoveToGroup: lambda at: {"who": at.people, "group": at.groups},
    acts.DissolveGroup: lambda at: {"group": at.groups},
    acts.StartSession: lambda _: {},
    acts.CloseSession: lambda _: {},
    acts.ReopenSession: lambda _: {},
    acts.OpenItem: lambda at: {"item": at.items, "group": at.group},
    acts.AskPrompt: lambda at: {"prompt": at.prompts, "group": at.group},
    acts.BeginRound: lambda at: {"order": st.sampled_from(RoundOrder), "group": at.group},
    acts.BeginTurn: lambda at: {"who": at.people, "group": at.group},
    acts.EndTurn: lambda at: {"group": at.group},
    acts.PassTurn: lambda at: {"who": at.people, "how": st.sampled_from(PassHow), "group": at.group},
    acts.BeginPause: lambda at: {"kind": st.sampled_from(PauseKind), "group": at.group},
    acts.EndPause: lambda at: {"group": at.group},
    acts.CorrectEntry: lambda at: {"entry": at.entries, "who": maybe(at.people), "at": times, "until": times},
    acts.ProposeGuideline: lambda _: {"text": risky_prose},
    acts.ChangeGuideline: lambda at: {"guideline": at.guidelines, "text": risky_prose},
    acts.AgreeGuidelines: lambda _: {},
    acts.DropGuideline: lambda at: {"guideline": at.guidelines},
    acts.KeepNote: lambda at: {"draft": at.drafts, "group": at.group},
    acts.ChangeNote: lambda at: {
        "note": at.notes,
        "draft": at.drafts,
        "base": at.versions,
        "settles": st.lists(at.versions, max_size=2).map(tuple),
    },
    acts.TranslateNote: lambda at: {
        "note": at.notes,
        "lang": seldom(languages, st.just("not a tag")),
        "state": st.sampled_from(TranslationState),
        "body": maybe(seldom(bodies_of_text, broken_text)),
        "by": st.sampled_from(["", "訳した人"]),
    },
    acts.ConfirmNote: lambda at: {"note": at.notes, "who": at.people, "given": st.booleans()},
    acts.ShareNote: lambda at: {"note": at.notes, "share": st.booleans()},
    acts.TakeOutNote: lambda at: {"note": at.notes},
    acts.ReleaseNote: lambda at: {"note": at.notes},
    acts.RetractNote: lambda at: {"note": at.notes},
    acts.LinkNotes: lambda at: {"source": at.notes, "target": at.notes, "kind": st.sampled_from(LinkKind)},
    acts.MoveAction: lambda at: {
        "note": at.notes,
        "status": st.sampled_from(ActionStatus),
        "reason": risky_prose,
    },
    acts.Approve: lambda _: {"part": st.sampled_from(Part)},
    acts.Undo: lambda _: {},
}
_OFTEN = (acts.KeepNote, acts.BeginTurn, acts.PassTurn, acts.ChangeNote, acts.TranslateNote, acts.ReleaseNote)


def acts_in(state: State) -> SearchStrategy[Act]:
    """Acts that speak of what is there in `state`, and now and then of what is not."""
    here = Here(state)
    fitting = [cls for cls in (*_ACTS, *_OFTEN) if state.phase in PHASES[cls]]
    kinds = seldom(st.sampled_from(fitting), st.sampled_from(list(_ACTS)))
    return kinds.flatmap(lambda cls: st.builds(cls, **_ACTS[cls](here)))


def furnished() -> Stage:
    """A session that has begun: people, items with questions, a group, guidelines, notes of each sort."""
    stage, (one, two, three) = opened()
    stage.do(acts.AddItem(acts.ItemDraft(ItemKind.CHECK_IN, prompts=({"ja": "今日の調子は？"},))))
    group = added(stage.do(acts.FormGroup({"ja": "窓際"}, (two, three))))
    stage.do(acts.ProposeGuideline({"ja": "聴く"}))
    for kind, visibility, where in (
        (NoteKind.IDEA, Visibility.ROOM, None),
        (NoteKind.ACTION, Visibility.ROOM, group),
        (NoteKind.CONCERN, Visibility.REVIEW, None),
    ):
        draft = acts.NoteDraft(
            kind, {"ja": "言えた。", "en": "Said."}, (one, two), original="ja", visibility=visibility
        )
        stage.do(acts.KeepNote(draft, where), THERE)
    stage.do(acts.BeginTurn(one))
    stage.do(acts.BeginTurn(two, group))
    return stage


@st.composite
def stages(draw: DrawFn, most: int = 20, watch: Callable[[Stage, Act, str], None] | None = None) -> Stage:
    """A session after some acts of several devices; `watch` sees each act just before it is asked for."""
    stage = draw(st.sampled_from([furnished, furnished, furnished, Stage]))()
    for _ in range(draw(st.integers(most // 2, most))):
        act, stream = draw(acts_in(stage.state)), draw(st.sampled_from(STREAMS[:2]))
        if watch is not None:
            watch(stage, act, stream)
        if isinstance(stage.ask(act, stream), Decision):
            stage.do(act, stream)
    return stage


# ---- facts as they may come in: overlapping, going back, pointing to what is not there

_people = st.sampled_from(["p1", "p2", "p3"])
_notes = st.sampled_from(["e1", "e2", "e3"])
_groups = st.sampled_from(["g1", "g2"])
_texts = st.sampled_from([(), (("ja", "w1"),), (("ja", "w1"), ("en", "w2"))])
_ms = maybe(st.integers(0, 9))
_who = st.lists(_people, max_size=2, unique=True).map(tuple)
_contents = st.builds(
    NoteContent,
    kind=st.sampled_from(NoteKind),
    text=_texts,
    who=_who,
    owners=_who,
    confirmed=_who,
    visibility=st.sampled_from(Visibility),
)
_items = st.builds(
    AgendaItem,
    id=st.sampled_from(["i1", "i2"]),
    kind=st.sampled_from(ItemKind),
    prompts=st.just((Prompt("q1", ()),)),
)
_guidelines = st.builds(Guideline, id=st.sampled_from(["r1", "r2", "r3"]), text=_texts)
_persons = st.builds(Participant, id=_people, called=_texts, standpoints=standpoints)
_FIELDS: dict[str, SearchStrategy[Any]] = {
    "entry": st.sampled_from(["e1", "e2", "e3", "e4", "e5"]),
    "at": _ms,
    "until": _ms,
    "group": maybe(_groups),
    "who": _people,
    "note": _notes,
    "item": st.sampled_from(["i1", "i2", "i3"]),
    "before": maybe(st.sampled_from(["p1", "p2", "i1", "i2"])),
    "participant": _people,
    "notes": st.lists(_notes, max_size=1).map(tuple),
    "content": _contents,
    "guidelines": st.lists(_guidelines, max_size=3, unique_by=lambda one: one.id).map(tuple),
    "guideline": st.sampled_from(["r1", "r2", "r3"]),
    "change": st.sampled_from(GuidelineChange),
    "text": _texts,
    "standpoints": standpoints,
    "source": _notes,
    "target": _notes,
    "turn": st.sampled_from(["e1", "e2", "e3", "e4", "e5"]),
    "pause": st.sampled_from(["e1", "e2", "e3", "e4", "e5"]),
    "order": maybe(st.sampled_from(RoundOrder)),
    "base": st.sampled_from(["", "a.1", "b.2", "c.3"]),
    "settles": st.lists(st.sampled_from(["a.1", "b.2"]), max_size=1).map(tuple),
    "lang": st.sampled_from(["ja", "en"]),
    "words": maybe(st.just("w3")),
    "translation": st.builds(Translation, state=st.sampled_from(TranslationState)),
    "given": st.booleans(),
    "share": st.booleans(),
    "shown": st.booleans(),
    "status": st.sampled_from(ActionStatus),
    "moment": st.just("2026-05-12T13:30:00+09:00"),
    "description": st.builds(Description, title=_texts, languages=st.just(("ja", "en"))),
    "consent": st.builds(Consent, to=st.sampled_from(Purpose), given=st.booleans()),
    "attribution": maybe(st.sampled_from(Attribution)),
    "part": st.sampled_from(Part),
    "act": st.sampled_from([f"{stream}/{number}" for stream in "abc" for number in range(3)]),
}
_OWN: dict[tuple[type, str], SearchStrategy[Any]] = {
    (facts.ItemAdded, "item"): _items,
    (facts.ItemChanged, "item"): _items,
    (facts.ParticipantAdded, "participant"): _persons,
    (facts.ParticipantChanged, "participant"): _persons,
    (facts.GroupFormed, "group"): st.builds(Group, id=_groups, members=_who),
    (facts.GroupDissolved, "group"): _groups,
    (facts.PauseBegun, "kind"): st.sampled_from(PauseKind),
    (facts.NotesLinked, "kind"): st.sampled_from(LinkKind),
    (facts.TurnEnded, "at"): st.integers(0, 9),
    (facts.PauseEnded, "at"): st.integers(0, 9),
    (facts.Withdrawn, "participant"): maybe(_people),
    (facts.EntryCorrected, "who"): maybe(_people),
    (facts.TurnPassed, "how"): st.sampled_from(PassHow),
}
BODIES: tuple[type, ...] = get_args(facts.Body)


def bodies_of(cls: type) -> SearchStrategy[Any]:
    """Any facts of a class, with ids from small pools, so that they meet."""
    known: dict[str, SearchStrategy[Any]] = {}
    for field in fields(cls):
        strategy = _OWN.get((cls, field.name), _FIELDS.get(field.name))
        if strategy is not None:
            known[field.name] = strategy
        else:
            assert field.default is not MISSING, (cls.__name__, field.name)
    return st.builds(cls, **known)


bodies = st.sampled_from([*BODIES, facts.NoteKept, facts.TurnBegun]).flatmap(bodies_of)


@st.composite
def logs(draw: DrawFn, most: int = 30) -> list[Fact]:
    """Facts of three streams: gapless `seq`, `time` that never falls within a stream, some in the same act."""
    made: list[Fact] = []
    last = dict.fromkeys("abc", (0, 0))
    for body in draw(st.lists(bodies, max_size=most)):
        stream = draw(st.sampled_from("abc"))
        seq, time = last[stream][0] + 1, last[stream][1] + draw(st.integers(0, 3))
        last[stream] = seq, time
        made.append(Fact(f"{stream}.{seq}", SESSION, f"{stream}/{seq // 2}", stream, seq, time, body))
    return made
