"""Any session that the format allows, as JSON: every key, every record, left out or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from hypothesis import strategies as st

from coprod.domain import terms

if TYPE_CHECKING:
    from enum import StrEnum

Json: TypeAlias = st.SearchStrategy[Any]

PEOPLE = ("A", "B", "p1")
GROUPS = ("g1", "x")
ITEMS = {"i1": ("q1", "q2"), "i-2": ("q1",), "9": ()}
GUIDELINES = ("q1", "rule_2")
NOTES = ("00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-00000000000A")

words = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=8).filter(
    lambda text: not {*text} & {*map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A)))}
)
langs = st.sampled_from(["ja", "en", "ko", "zh-Hant-TW", "x-own"])
texts = st.dictionaries(langs, words, max_size=3)
said = st.dictionaries(langs, words, min_size=1, max_size=3)
uuids = st.uuids().map(str)
flags = st.booleans()
wholes = st.integers(0, 999)
seconds = st.integers(0, 604_800_000).map(lambda ms: ms / 1000) | st.integers(0, 604_800)
moments = st.sampled_from(
    [
        "2026-05-12T13:30:00+09:00",
        "2026-05-12T13:30:00.5Z",
        "2026-05-12t13:30:00.123456789z",
        "1969-12-31T23:59:59-00:00",
        "2026-10-25T02:30:00+05:45",
    ]
)
STARTED, ENDED = (
    st.sampled_from(["2026-05-12T13:30:00.1239+09:00"]),
    st.sampled_from(["2026-05-12T09:30:00Z"]),
)
people, groups, items = st.sampled_from(PEOPLE), st.sampled_from(GROUPS), st.sampled_from(sorted(ITEMS))
notes = st.sampled_from(NOTES)


def one_of(kind: type[StrEnum], *without: StrEnum) -> Json:
    return st.sampled_from([one.value for one in kind if one not in without])


def some(each: Json, most: int = 3) -> Json:
    return st.lists(each, max_size=most)


def made(required: dict[str, Json], **optional: Json) -> Json:
    return st.fixed_dictionaries(required, optional=optional)


standpoints = some(one_of(terms.Standpoint))
consents = made({"to": one_of(terms.Purpose), "given": flags}, at=moments)
translations = one_of(terms.TranslationState) | made(
    {}, state=one_of(terms.TranslationState), by=words, checked_by=words
)
PERSON = {
    "person": uuids,
    "reading": texts,
    "standpoints": standpoints,
    "discipline": texts,
    "label": texts,
    "parts": some(one_of(terms.Part)),
    "attribution": one_of(terms.Attribution),
    "languages": some(langs),
    "attendance": one_of(terms.Attendance),
    "listed": one_of(terms.Shown, terms.Shown.NONE),
    "wall": one_of(terms.Shown, terms.Shown.COUNT),
    "consents": some(consents),
}
NOTE = {
    "number": wholes,
    "who": some(people),
    "standpoints": standpoints,
    "item": items,
    "original": langs,
    "translations": st.dictionaries(langs, translations, max_size=2),
    "wording": one_of(terms.WordingKind),
    "confirmed": some(people),
    "minority": flags,
    "share": flags,
    "visibility": one_of(terms.Visibility),
    "attribution": one_of(terms.Attribution),
    "owner": people | some(people),
    "owner_text": texts,
    "due": st.dates().map(str),
    "status": one_of(terms.ActionStatus),
    "reason": texts,
    "easy": texts,
}
KINDS = one_of(terms.NoteKind)
who, at, until, item = {"who": people}, {"at": seconds}, {"until": seconds}, {"item": items}
prompted = st.sampled_from([{"item": of, "prompt": key} for of, keys in ITEMS.items() for key in keys])


def record(kind: str, required: dict[str, Json], **optional: Json) -> Json:
    common = {"by": words | people, "group": groups}
    if kind != "note":
        common["id"] = uuids
    return made({"type": st.just(kind), **required}, **common, **optional)


def in_order(one: dict[str, Any]) -> dict[str, Any]:
    """`until` not before `at`."""
    if "at" in one and "until" in one:
        one["at"], one["until"] = sorted((one["at"], one["until"]))
    return one


RECORDS = st.one_of(
    record("item", item | at),
    record("turn", who | at, **item, **until),
    record("pass", who | at, **item, how=one_of(terms.PassHow)),
    record("pause", {"kind": one_of(terms.PauseKind)} | at, **until),
    record("note", {"kind": KINDS, "text": said}, **NOTE, **at, **until),
    record("arrive", who, **at, how=one_of(terms.Attendance)),
    record("leave", who, **at),
    record("move", who, **at),
    record("standpoint", who, standpoints=standpoints, **at),
    record(
        "guideline",
        {"guideline": st.sampled_from(GUIDELINES), "change": one_of(terms.GuidelineChange)},
        text=texts,
        **at,
    ),
    st.builds(lambda a, b: {**a, **b}, record("prompt", {}, **at), prompted),
    record("prompt", {}, **at, **item),
    record("round", {}, **item, **at, number=wholes, order=one_of(terms.RoundOrder)),
    record("release", {"note": notes}, **at),
    record("retract", {"note": notes}, **at),
    record("link", {"from": notes, "to": notes | uuids, "as": one_of(terms.LinkKind)}),
).map(in_order)
"""Records of every kind; two notes have ids, which `recorded` puts there."""


def recorded(records: list[dict[str, Any]], named: list[dict[str, Any]], place: int) -> list[dict[str, Any]]:
    """The two notes that others may speak of, somewhere among the records."""
    with_ids = [{**note, "id": id} for note, id in zip(named, NOTES, strict=True)]
    place %= len(records) + 1
    return records[:place] + with_ids + records[place:]


RECORD = st.builds(
    recorded,
    st.lists(RECORDS, max_size=6),
    st.tuples(*[record("note", {"kind": KINDS, "text": said}, **NOTE)] * 2),
    wholes,
)


def keyed(keys: tuple[str, ...], required: dict[str, Json], **optional: Json) -> Json:
    """A list with one object for each key."""
    return st.tuples(*(made({"key": st.just(key), **required}, **optional) for key in keys)).map(list)


AGENDA = st.tuples(
    *(
        made(
            {"key": st.just(key), "kind": one_of(terms.ItemKind), "prompts": keyed(prompts, {}, text=texts)},
            title=texts,
            prompt=texts,
            minutes=wholes | st.floats(0, 500),
        )
        for key, prompts in ITEMS.items()
    )
).map(list)
HEAD: dict[str, Json] = {
    "format": st.just("coprod-session"),
    "version": st.just(1),
    "title": said,
    "languages": st.lists(langs, min_size=1, max_size=2, unique=True),
    "participants": keyed(PEOPLE, {"called": words | said}, **PERSON),
    "groups": keyed(GROUPS, {"members": some(people)}, name=texts),
    "guidelines": keyed(GUIDELINES, {"text": said}),
    "agenda": AGENDA,
    "record": RECORD,
}
REST: dict[str, Json] = {
    "minor": st.just(0),
    "id": uuids,
    "programme": made({}, id=uuids, title=texts, number=wholes, cohort=words),
    "zone": st.sampled_from(["Asia/Tokyo", "UTC", "America/Argentina/Buenos_Aires"]),
    "place": texts,
    "purpose": texts,
    "previous": uuids,
    "planned": made({}, start=STARTED, end=ENDED),
    "next": made({}, start=moments, place=texts, text=texts),
    "labels": st.dictionaries(one_of(terms.Standpoint), texts, max_size=2),
    "approved": some(made({"part": one_of(terms.Part)}, at=moments)),
    "issued": some(
        made(
            {},
            number=wholes,
            edition=st.sampled_from(["record", "easy"]),
            at=moments,
            sha256=st.just("0" * 64),
        )
    ),
}
SESSIONS = st.one_of(
    made(HEAD | {"state": st.just("planned")}, **REST),
    made(HEAD | {"state": st.just("open"), "started": STARTED}, **REST),
    made(HEAD | {"started": STARTED}, **REST, state=st.just("closed"), ended=ENDED),
)
"""Any session: planned, open or closed."""
