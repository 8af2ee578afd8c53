"""Hypothesis strategies: acts in a state, and whole sessions played by several devices. Facts: see `incoming`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from coprod.domain import acts, facts
from coprod.domain.decide import PHASES, Decision
from coprod.domain.terms import (
    ActionStatus,
    Attendance,
    Attribution,
    Edition,
    Finding,
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
from coprod.domain.text_keys import TextKind, key_of
from tests.stage import HERE, MORNING, THERE, Stage, added, an_id, opened

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
    def sets(self) -> SearchStrategy[tuple[tuple[str, ...], ...]]:
        return st.lists(some(self.state.participants), max_size=2).map(tuple)

    @property
    def group_drafts(self) -> SearchStrategy[tuple[acts.GroupDraft, ...]]:
        one = st.builds(acts.GroupDraft, name=risky_prose, members=some(self.state.participants))
        return st.lists(one, max_size=2).map(tuple)

    @property
    def entries(self) -> SearchStrategy[str]:
        timed = (facts.TurnBegun, facts.TurnPassed, facts.PauseBegun)
        return among(key for key, entry in self.state.record.items() if isinstance(entry, timed))

    @property
    def texts(self) -> SearchStrategy[str]:
        ids = {
            TextKind.LABEL: [one.value for one in Standpoint],
            TextKind.GUIDELINE: [one.id for one in (*self.state.guidelines, *self.state.proposals)],
            TextKind.ITEM: [one.id for one in self.state.agenda],
            TextKind.QUESTION: [one.id for one in self.state.agenda],
            TextKind.PROMPT: [prompt.id for one in self.state.agenda for prompt in one.prompts],
            TextKind.OWNER: [one.entry for one in self.state.notes()],
            TextKind.REASON: [one.entry for one in self.state.notes()],
        }
        named = [key_of(kind, id) for kind, known in ids.items() for id in known]
        whole = [kind.value for kind in TextKind if kind not in ids]
        return seldom(st.sampled_from(named + whole), st.just(f"item.{UNKNOWN}"))

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
minutes_more = seldom(st.sampled_from([5.0, 0.5]), st.sampled_from([0.0, -5.0, float("inf"), 10_081.0]))
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
    acts.BeginPause: lambda at: {
        "kind": st.sampled_from(PauseKind),
        "group": at.group,
        "minutes": seldom(st.sampled_from([None, 10.0]), st.just(float("nan"))),
    },
    acts.EndPause: lambda at: {"group": at.group},
    acts.CorrectEntry: lambda at: {"entry": at.entries, "who": maybe(at.people), "at": times, "until": times},
    acts.ProposeGuideline: lambda _: {"text": risky_prose},
    acts.ChangeGuideline: lambda at: {"guideline": at.guidelines, "text": risky_prose},
    acts.AgreeGuidelines: lambda _: {},
    acts.DropGuideline: lambda at: {"guideline": at.guidelines},
    acts.KeepNote: lambda at: {"draft": at.drafts, "group": at.group},
    acts.KeepNotes: lambda at: {"drafts": st.lists(at.drafts, max_size=2).map(tuple), "group": at.group},
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
    acts.TranslateTexts: lambda at: {
        "notes": st.lists(st.builds(acts.TranslateNote, **_ACTS[acts.TranslateNote](at)), max_size=2).map(
            tuple
        ),
        "texts": st.lists(
            st.builds(acts.TranslateText, key=at.texts, lang=languages, body=bodies_of_text), max_size=3
        ).map(tuple),
    },
    acts.ConfirmNote: lambda at: {"note": at.notes, "who": at.people, "given": st.booleans()},
    acts.ShareNote: lambda at: {"note": at.notes, "share": st.booleans()},
    acts.TakeOutNote: lambda at: {"note": at.notes},
    acts.WithdrawParticipant: lambda at: {"participant": at.people},
    acts.ReleaseNote: lambda at: {"note": at.notes},
    acts.RetractNote: lambda at: {"note": at.notes},
    acts.LinkNotes: lambda at: {"source": at.notes, "target": at.notes, "kind": st.sampled_from(LinkKind)},
    acts.MoveAction: lambda at: {
        "note": at.notes,
        "status": st.sampled_from(ActionStatus),
        "reason": risky_prose,
    },
    acts.Approve: lambda _: {"part": st.sampled_from(Part)},
    acts.AnswerCheck: lambda at: {
        "finding": st.sampled_from(Finding),
        "note": maybe(at.notes).map(lambda note: note or ""),
        "lang": st.sampled_from(["", "ja", "en"]),
        "reason": risky_prose,
        "about": st.lists(at.people, max_size=2, unique=True).map(tuple),
    },
    acts.IssueEdition: lambda _: {
        "edition": st.sampled_from(Edition),
        "sha256": seldom(st.just("0f" * 32), st.just("no hash")),
        "to": risky_prose,
    },
    acts.AddParticipants: lambda _: {"drafts": st.lists(participant_drafts, max_size=2).map(tuple)},
    acts.ExtendItem: lambda at: {"minutes": minutes_more, "group": at.group},
    acts.ExtendPause: lambda at: {"minutes": minutes_more, "group": at.group},
    acts.RaiseHand: lambda at: {"who": at.people, "group": at.group},
    acts.LowerHand: lambda at: {"who": at.people, "group": at.group},
    acts.ChooseOrder: lambda at: {"item": at.items, "order": st.sampled_from(RoundOrder)},
    acts.WishCompany: lambda at: {"apart": at.sets, "together": at.sets},
    acts.FormGroups: lambda at: {"groups": at.group_drafts},
    acts.CallGroup: lambda at: {"group": at.groups},
    acts.ChooseTime: lambda _: {"digits": st.booleans(), "sound": st.booleans()},
    acts.Undo: lambda _: {},
}
_OFTEN = (acts.KeepNote, acts.BeginTurn, acts.PassTurn, acts.ChangeNote, acts.TranslateNote, acts.ReleaseNote)


def acts_in(state: State) -> SearchStrategy[Act]:
    """Acts that speak of what is there in `state`, and now and then of what is not."""
    here = Here(state)
    fitting = [cls for cls in (*_ACTS, *_OFTEN) if state.phase in PHASES[cls]]
    kinds = seldom(st.sampled_from(fitting), st.sampled_from(list(_ACTS)))
    return kinds.flatmap(lambda cls: st.builds(cls, **_ACTS[cls](here)))


def acts_of(kind: type, state: State) -> SearchStrategy[Any]:
    """Acts of one kind that speak of what is there in `state`."""
    return st.builds(kind, **_ACTS[kind](Here(state)))


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
