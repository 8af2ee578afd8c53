"""Invented meetings, drawn from a seed, in each of which somebody asked not to be named.

Names, readings, labels, keys and disciplines are made of syllables drawn at random, so that no other text holds them.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from random import Random
from typing import Any

Object = dict[str, Any]

LANGS = ("ja", "en", "ko")
_KANA = "カキクケコサシスセソタチツテトナニヌネノマミムメモラリルレロ"
_HIRAGANA = "かきくけこさしすせそたちつてとなにぬねのまみむめもらりるれろ"
_HANGUL = "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로"
_STANDPOINTS: tuple[list[str], ...] = (
    ["peer"],
    ["professional"],
    ["peer", "professional"],
    ["family"],
    ["community"],
    ["other"],
    [],
)
_OFTEN = ((9, 9, 2, 2, 1, 1, 1), (9, 9, 2, 2, 1, 1, 1), (1, 9, 1, 2, 1, 1, 0), (9, 1, 1, 2, 1, 1, 0))
"""How often each is met, in one meeting and another: in some a peer, or a professional, is seldom."""
_KINDS = [
    "contribution",
    "experience",
    "question",
    "concern",
    "idea",
    "decision",
    "action",
    "difference",
    "held-over",
]
_RESERVED = ["discipline", "standpoint", "anonymous"]
_ITEMS = ["check-in", "roundtable", "small-groups", "check-out"]


@dataclass(frozen=True)
class Meeting:
    """A session file. `shy`, `bold`: the keys of those who asked for no name, and of one who asked to be named."""

    made: Object
    shy: frozenset[str]
    bold: str

    def person(self, key: str) -> Object:
        return next(one for one in self.made["participants"] if one["key"] == key)

    def secrets(self) -> frozenset[str]:
        """What is known of the shy alone: their names, readings, labels, keys and numbers."""
        people = [self.person(key) for key in self.shy]
        texts = [one[part].values() for one in people for part in ("called", "reading", "label")]
        return frozenset(one[key] for one in people for key in ("key", "person")).union(*texts)


def meeting(seed: int) -> Meeting:
    """The meeting of a seed."""
    return _Drawing(Random(seed)).meeting()


class _Drawing:
    def __init__(self, random: Random) -> None:
        self.random = random
        self.trades = [self.spoken() for _ in range(3)]
        self.often = random.choice(_OFTEN)
        self.shy: list[str] = []

    def meeting(self) -> Meeting:
        people = [self.person(n) for n in range(self.random.randint(5, 10))]
        self.shy = [one["key"] for one in people[: self.random.randint(1, 2)]]
        bold = people[-1]
        bold.update(attribution="named", listed="name", attendance="present", consents=[])
        for one in people[: len(self.shy)]:
            one.update(attribution=self.random.choice(_RESERVED), listed="count")
        self.people, self.keys = {one["key"]: one for one in people}, [one["key"] for one in people]
        made = {
            **self.head(),
            "participants": people,
            "groups": self.groups(),
            "record": self.record(bold["key"]),
        }
        return Meeting(made, frozenset(self.shy), bold["key"])

    def head(self) -> Object:
        languages = self.random.sample(LANGS, self.random.choice([2, 2, 3]))
        return {
            "format": "coprod-session", "version": 1, "id": self.uuid(),
            "title": self.text("Tea"), "languages": languages,
            "programme": {"title": self.text("A year"), "number": self.random.randint(1, 12), "cohort": "4"},
            "started": "2031-04-08T13:30:00+09:00", "ended": "2031-04-08T15:30:00+09:00",
            "labels": {key: self.spoken() for key in ("peer", "professional", "family", "community", "other")
                       if self.random.random() < 0.3},
            "guidelines": [{"key": "q1", "text": self.text("Listening")}],
            "agenda": [{"key": f"i{n}", "kind": kind, "title": self.text(f"Item {n}"), "prompt": self.text("Why?")}
                       for n, kind in enumerate(_ITEMS)],
            "approved": [{"part": "facilitator", "at": "2031-04-09T10:00:00+09:00"}],
        }  # fmt: skip

    def person(self, n: int) -> Object:
        return {
            "key": self.latin("k", 8).lower(), "person": self.uuid(), "called": self.spoken(),
            "reading": {"ja": self.drawn(_HIRAGANA, 8)}, "label": self.spoken(),
            "standpoints": self.random.choices(_STANDPOINTS, self.often)[0],
            "discipline": self.random.choice([*self.trades, {}]),
            "attribution": self.random.choice(["named", *_RESERVED]),
            "listed": self.random.choice(["name", "count"]),
            "attendance": self.random.choice(["present", "present", "present", "online", "part", "absent"]),
            "wall": "name", "parts": ["facilitator"] if n == 0 else [],
            "consents": self.random.choice([[], [], [], [{"to": "recognised", "given": self.random.random() < 0.5}]]),
        }  # fmt: skip

    def groups(self) -> list[Object]:
        mixed = self.random.sample(self.keys, len(self.keys))
        half = len(mixed) // 2
        return [{"key": f"g{n}", "name": self.text(f"Table by the window {n}"), "members": members}
                for n, members in enumerate((mixed[:half], mixed[half:]))]  # fmt: skip

    def record(self, bold: str) -> list[Object]:
        shy = self.shy[0]
        who = [[shy], [bold], [bold, shy], [shy], *(self.some() for _ in range(12))]
        said = [self.note(n, those) for n, those in enumerate(who)]
        said[1].update(
            attribution="named", kind="contribution", visibility="minutes", item="i1", standpoints=[]
        )
        before = [
            {"type": "arrive", "who": shy, "at": 1.0},
            {"type": "item", "item": "i1", "at": 2.0},
            {"type": "round", "item": "i1", "number": 1, "at": 3.0},
            {"type": "turn", "who": shy, "item": "i1", "at": 4.0, "until": 9.0},
            {"type": "pass", "who": shy, "item": "i1", "at": 11.0, "how": "later"},
            {"type": "pause", "kind": "breath", "at": 20.0, "until": 50.0},
        ]
        after = [
            {"type": "link", "from": said[-1]["id"], "to": said[-2]["id"], "as": "answers"},
            {"type": "leave", "who": shy, "at": 6000.0},
        ]
        return [*before, *said, *after]

    def some(self) -> list[str]:
        return self.random.sample(self.keys, self.random.choice([0, 1, 1, 1, 2]))

    def note(self, n: int, who: list[str]) -> Object:
        theirs = sorted({one for key in who for one in self.people[key]["standpoints"]})
        bare = self.random.random() < 0.6
        wishes = [None, *_RESERVED] if {*who} & {*self.shy} else [None, "named", *_RESERVED]
        kind = self.random.choice(_KINDS)
        found = {
            "type": "note", "id": self.uuid(), "kind": kind, "who": who, "item": self.random.choice(["i0", "i1", "i2"]),
            "standpoints": [] if bare else self.random.sample(theirs, min(len(theirs), 1)) or ["family"],
            "text": self.text(f"Said {n}."), "easy": self.text(f"Easy {n}."), "confirmed": who[:1],
            "visibility": self.random.choice(["room", "minutes", "minutes", "review"]),
            "minority": self.random.random() < 0.3, "group": self.random.choice(["g0", "g1"]),
            "share": self.random.random() < 0.5, "by": self.random.choice(self.shy),
            "translations": {"en": {"state": "checked", "by": self.name(), "checked_by": self.name()}},
            "attribution": self.random.choice(wishes),
        }  # fmt: skip
        if kind == "action":
            found.update(
                owner=self.some() or [self.shy[0]], owner_text=self.text("the ward"), due="2031-05-01"
            )
        return {key: value for key, value in found.items() if value is not None}

    # ---- words

    def name(self) -> str:
        """What one of the shy is called, as a translator may be."""
        called: Object = self.people[self.random.choice(self.shy)]["called"]
        return str(self.random.choice([*called.values()]))

    def spoken(self) -> Object:
        """A name or a word in each language, of syllables of its own."""
        return {
            "ja": self.drawn(_KANA, 8),
            "en": f"{self.latin('', 3).capitalize()} {self.latin('', 3).capitalize()}",
            "ko": self.drawn(_HANGUL, 6),
        }

    def text(self, of: str) -> Object:
        """A plain text in two languages or three."""
        bodies = {"ja": f"言葉。{of}", "en": f"Words. {of}", "ko": f"말. {of}"}
        return {lang: bodies[lang] for lang in self.random.sample(LANGS, self.random.choice([2, 3]))}

    def latin(self, first: str, syllables: int) -> str:
        parts = (self.drawn("bdfgklmnprtvz", 1) + self.drawn("aeiou", 1) for _ in range(syllables))
        return first + "".join(parts)

    def drawn(self, of: str, many: int) -> str:
        return "".join(self.random.choices(of, k=many))

    def uuid(self) -> str:
        return str(uuid.UUID(int=self.random.getrandbits(128), version=4))
