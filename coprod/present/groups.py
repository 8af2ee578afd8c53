"""The small groups as they are being arranged: a draft that moves by drawing, by hand and by wishes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations, count
from typing import TYPE_CHECKING

from coprod.domain import acts
from coprod.domain.groups import LARGEST, SMALLEST, Wish, draw, sitters
from coprod.domain.prose import Prose
from coprod.i18n import N_
from coprod.present.marks import Mark, mark_of
from coprod.present.voices import called, standpoint_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coprod.domain.state import State
    from coprod.i18n import Catalogue
    from coprod.present.texts import Texts

TABLES: tuple[Mapping[str, str], ...] = (
    {"en": "Window table", "ja": "窓の席", "ko": "창가 자리"},
    {"en": "Garden table", "ja": "庭の席", "ko": "정원 자리"},
    {"en": "Bookshelf table", "ja": "本棚の席", "ko": "책장 자리"},
    {"en": "Lamp table", "ja": "灯りの席", "ko": "등불 자리"},
    {"en": "Clock table", "ja": "時計の席", "ko": "시계 자리"},
    {"en": "Cushion table", "ja": "座布団の席", "ko": "방석 자리"},
    {"en": "Teapot table", "ja": "急須の席", "ko": "찻주전자 자리"},
    {"en": "Curtain table", "ja": "カーテンの席", "ko": "커튼 자리"},
)
"""Neutral names of tables, in the order in which they are given."""

_NUMBERED: Mapping[str, str] = {"en": "Table {n}", "ja": "{n}番の席", "ko": "{n}번 자리"}
_UNMET: Mapping[Wish, str] = {
    Wish.APART: N_("{one} and {other} sit together, though they were to be kept apart."),
    Wish.TOGETHER: N_("{one} and {other} sit apart, though they were to be kept together."),
}
_WISHED: Mapping[Wish, str] = {
    Wish.APART: N_("Kept apart: {one} and {other}"),
    Wish.TOGETHER: N_("Kept together: {one} and {other}"),
}


@dataclass(frozen=True, slots=True)
class GroupsDraft:
    """Groups that are not used yet. `kept`: places of groups that stay when the rest is drawn.

    `names`: of each group, by language; where there is none, it has the neutral one of its place.
    """

    groups: tuple[tuple[str, ...], ...] = ()
    names: tuple[Prose, ...] = ()
    kept: frozenset[int] = frozenset()
    size: int = 4
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Sitting:
    """One person in their group; `told`: the whole of it for a screen reader."""

    id: str
    name: str
    mark: Mark
    told: str


@dataclass(frozen=True, slots=True)
class Table:
    """One group beside the others."""

    name: str
    count: str
    people: tuple[Sitting, ...]
    kept: bool


@dataclass(frozen=True, slots=True)
class GroupsView:
    """What the window shows: the groups, what was wished and what of it is not met."""

    tables: tuple[Table, ...]
    size: str
    smaller: bool
    larger: bool
    wishes: tuple[str, ...]
    unmet: tuple[str, ...]
    empty: str


def begun(state: State, texts: Texts, near: Iterable[tuple[str, str]] = ()) -> GroupsDraft:
    """Begin with the groups that are there, under their names; where there are none, draw."""
    groups = state.small_groups()
    names = tuple(texts.prose(group.name) for group in groups)
    there = GroupsDraft(tuple(group.members for group in groups), names)
    if not there.groups:
        return drawn(state, there, near)
    sizes = [len(group) for group in there.groups]
    return settled(state, replace(there, size=min(LARGEST, max(SMALLEST, round(sum(sizes) / len(sizes))))))


def drawn(
    state: State, draft: GroupsDraft, near: Iterable[tuple[str, str]] = (), *, by: int = 0, again: bool = True
) -> GroupsDraft:
    """Draw all but the kept groups, at a size changed by some people; `again`: otherwise than before."""
    draft = settled(state, draft)
    size = min(LARGEST, max(SMALLEST, draft.size + by))
    seed = draft.seed + again
    stay = sorted(draft.kept)
    keep = tuple(draft.groups[place] for place in stay)
    made = draw(
        sitters(state),
        size,
        apart=state.apart,
        together=state.together,
        neighbours={*near, *_sat_together(state)},
        seed=seed,
        keep=keep,
    )
    kept_names = tuple(name_at(draft, place) for place in stay)
    return GroupsDraft(
        made.groups, _enough(kept_names, len(made.groups)), frozenset(range(len(keep))), size, seed
    )


def settled(state: State, draft: GroupsDraft) -> GroupsDraft:
    """Let go who has left, and give who has come a place in the smallest group."""
    here = [one.id for one in sitters(state)]
    groups = [[who for who in group if who in here] for group in draft.groups] or [[]]
    for who in here:
        if not any(who in group for group in groups):
            min(groups, key=len).append(who)
    return replace(draft, groups=tuple(tuple(group) for group in groups))


def moved(draft: GroupsDraft, who: str, step: int) -> GroupsDraft:
    """Move somebody to the group before or after; past the last one is the first."""
    at = next((place for place, group in enumerate(draft.groups) if who in group), None)
    if at is None or draft.groups[1:] == ():
        return draft
    return seated(draft, who, (at + step) % len(draft.groups))


def seated(draft: GroupsDraft, who: str, place: int) -> GroupsDraft:
    """Move somebody to the group at a place."""
    if who in draft.groups[place]:
        return draft
    groups = [tuple(one for one in group if one != who) for group in draft.groups]
    groups[place] = (*groups[place], who)
    return replace(draft, groups=tuple(groups))


def named(draft: GroupsDraft, place: int, lang: str, text: str) -> GroupsDraft:
    """Give a group a name of one's own, in one language; an empty one gives it back the neutral one."""
    names = [name_at(draft, each) for each in range(len(draft.groups))]
    names[place] = {lang: text.strip()} if text.strip() else {}
    return replace(draft, names=_enough(tuple(names), len(names)))


def keeping(draft: GroupsDraft, place: int) -> GroupsDraft:
    """Keep a group when the rest is drawn, or no longer."""
    return replace(draft, kept=draft.kept ^ {place})


def wished(state: State, pair: tuple[str, str], wish: Wish | None) -> acts.WishCompany:
    """Keep two people apart or together in place of what was wished of them before; None lets it go."""
    apart, together = _without(state.apart, pair), _without(state.together, pair)
    if wish is Wish.APART:
        apart = (*apart, pair)
    elif wish is Wish.TOGETHER:
        together = (*together, pair)
    return acts.WishCompany(apart, together)


def formed(state: State, draft: GroupsDraft) -> acts.FormGroups:
    """Use the groups, under names in the languages of the session; a group in which nobody is left falls away."""
    about = state.description
    spoken = {lang.split("-")[0] for lang in about.languages} if about else set()
    drafts = []
    for place, group in enumerate(draft.groups):
        names = name_at(draft, place)
        heard: Prose = {lang: text for lang, text in names.items() if lang in spoken}
        if group:
            drafts.append(acts.GroupDraft(heard or names, group))
    return acts.FormGroups(tuple(drafts))


def table_names(place: int) -> Mapping[str, str]:
    """Give the name of the table at a place, by language."""
    if place < len(TABLES):
        return TABLES[place]
    return {lang: text.format(n=place + 1) for lang, text in _NUMBERED.items()}


def name_at(draft: GroupsDraft, place: int) -> Prose:
    """Give the name of the group at a place, by language."""
    own = draft.names[place] if place < len(draft.names) else {}
    return own or table_names(place)


def _enough(names: tuple[Prose, ...], number: int) -> tuple[Prose, ...]:
    """As many names as there are groups: those that are missing are the first neutral ones that are not taken."""
    taken = {text for name in names[:number] for text in name.values()}
    free = (table_names(place) for place in count() if not taken & set(table_names(place).values()))
    given = [name or next(free) for name in names[:number]]
    return (*given, *(next(free) for _ in range(number - len(given))))


def groups_view(state: State, draft: GroupsDraft, texts: Texts, words: Catalogue) -> GroupsView:
    """Show the draft, and what was wished."""
    say = words.say
    people = [who for group in draft.groups for who in group]
    pairs = _pairs(state)
    seat = {who: place for place, group in enumerate(draft.groups) for who in group}
    unmet = [
        (wish, pair)
        for wish, pair in pairs
        if seat.keys() >= set(pair) and (seat[pair[0]] == seat[pair[1]]) is (wish is Wish.APART)
    ]

    def tell(sentence: str, pair: tuple[str, str]) -> str:
        return say(sentence, one=called(state, pair[0], texts), other=called(state, pair[1], texts))

    return GroupsView(
        tables=tuple(
            _table(state, draft, place, texts, words) for place in range(len(draft.groups)) if people
        ),
        size=say("About {n} people", n=draft.size),
        smaller=draft.size > SMALLEST,
        larger=draft.size < LARGEST,
        wishes=tuple(tell(_WISHED[wish], pair) for wish, pair in pairs),
        unmet=tuple(tell(_UNMET[wish], pair) for wish, pair in unmet),
        empty=""
        if people
        else say("Nobody is on the list yet. Add people one by one, or paste a list of names."),
    )


def _table(state: State, draft: GroupsDraft, place: int, texts: Texts, words: Catalogue) -> Table:
    names = name_at(draft, place)
    name = names.get(words.lang) or next(iter(names.values()))
    people = []
    for who in draft.groups[place]:
        stands = tuple(state.standpoints(who))
        told = (called(state, who, texts), standpoint_word(state, stands, texts, words), name)
        people.append(Sitting(who, told[0], mark_of(stands), words.say(", ").join(told)))
    return Table(
        name, words.say_n("{n} person", "{n} people", len(people)), tuple(people), place in draft.kept
    )


def _pairs(state: State) -> list[tuple[Wish, tuple[str, str]]]:
    return [
        (wish, pair)
        for wish, sets in ((Wish.APART, state.apart), (Wish.TOGETHER, state.together))
        for one in sets
        for pair in combinations(one, 2)
    ]


def _without(sets: Iterable[tuple[str, ...]], pair: tuple[str, str]) -> tuple[tuple[str, ...], ...]:
    """The wishes without that of two people: a set of more falls into its other pairs."""
    kept: list[tuple[str, ...]] = []
    for one in sets:
        if not set(pair) <= set(one):
            kept.append(one)
        else:
            kept += [two for two in combinations(one, 2) if set(two) != set(pair)]
    return tuple(kept)


def _sat_together(state: State) -> set[tuple[str, str]]:
    groups = (group.members for group in state.groups.values() if group.id in state.dissolved)
    return {pair for members in groups for pair in combinations(members, 2)}
