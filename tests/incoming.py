"""Hypothesis strategies for facts as they may come in: overlapping, going back, pointing to what is not there."""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import TYPE_CHECKING, Any, get_args

from hypothesis import strategies as st

from coprod.domain import facts
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
    Attribution,
    Finding,
    GuidelineChange,
    ItemKind,
    LinkKind,
    NoteKind,
    Part,
    PassHow,
    PauseKind,
    Purpose,
    RoundOrder,
    TranslationState,
    Visibility,
)
from tests.stage import SESSION

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

from tests.strategies import maybe, standpoints

_people = st.sampled_from(["p1", "p2", "p3"])
_notes = st.sampled_from(["e1", "e2", "e3"])
_groups = st.sampled_from(["g1", "g2"])
_texts = st.sampled_from([(), (("ja", "w1"),), (("ja", "w1"), ("en", "w2"))])
_ms = maybe(st.integers(0, 9))
_who = st.lists(_people, max_size=2, unique=True).map(tuple)
_sets = st.lists(st.sampled_from([("p1", "p2"), ("p1", "p2", "p3")]), max_size=2).map(tuple)
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
    "minutes": st.sampled_from([5.0, 10.0]),
    "apart": _sets,
    "together": _sets,
    "digits": st.booleans(),
    "sound": st.booleans(),
    "act": st.sampled_from([f"{stream}/{number}" for stream in "abc" for number in range(3)]),
}
_OWN: dict[tuple[type, str], SearchStrategy[Any]] = {
    (facts.ItemAdded, "item"): _items,
    (facts.ItemChanged, "item"): _items,
    (facts.ParticipantAdded, "participant"): _persons,
    (facts.ParticipantChanged, "participant"): _persons,
    (facts.GroupFormed, "group"): st.builds(Group, id=_groups, members=_who),
    (facts.SheetBegun, "group"): st.builds(Group, id=_groups, members=_who),
    (facts.GroupDissolved, "group"): _groups,
    (facts.PauseBegun, "kind"): st.sampled_from(PauseKind),
    (facts.NotesLinked, "kind"): st.sampled_from(LinkKind),
    (facts.TurnEnded, "at"): st.integers(0, 9),
    (facts.PauseEnded, "at"): st.integers(0, 9),
    (facts.Withdrawn, "participant"): maybe(_people),
    (facts.EntryCorrected, "who"): maybe(_people),
    (facts.TurnPassed, "how"): st.sampled_from(PassHow),
    (facts.ReturnPlanned, "at"): st.integers(0, 9),
    (facts.OrderChosen, "order"): st.sampled_from(RoundOrder),
    (facts.GroupCalled, "group"): _groups,
    (facts.GroupRemoved, "group"): _groups,
    (facts.CheckAnswered, "finding"): st.sampled_from(Finding),
    (facts.CheckAnswered, "lang"): st.sampled_from(["", "ja", "en"]),
    (facts.CheckAnswered, "about"): _who,
    (facts.CheckAnswered, "against"): st.lists(st.sampled_from("vw"), max_size=3).map(tuple),
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
