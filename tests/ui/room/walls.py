"""Views for the tests of the wall: invented, in two languages, in one order or the other."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize

from coprod.i18n import Catalogue
from coprod.present.joining import Joining, join_view
from coprod.present.marks import Mark
from coprod.present.room import Called, Clock, Guidance, Kind, Pair, RoomView, Run, Table, WallNote
from coprod.present.speech import Speech, Tongue

if TYPE_CHECKING:
    from collections.abc import Callable

    from coprod.ui.room.sheet import Sheet

SHAPES = [QSize(1024, 768), QSize(1280, 1024), QSize(1920, 1080)]

RULES = [
    ("だまっていても、いい", "Silence is welcome"),
    ("さいごまで待つ", "We wait until each person has finished"),
    ("「わたしは」と言う", "We say “I”"),
    ("ここの話は、ここに置く", "What is said here stays here"),
    ("出入りは自由", "Come and go as you need"),
    ("ちがいは、そのまま", "A different view stays as it is, and isn’t argued away"),
    ("急がない", "No hurry"),
]


def pair(ja: str, en: str) -> Pair:
    """The same in both languages."""
    return (Run("ja", ja), Run("en", en))


END = Clock(pair("おわり", "Ends"), "14:25")
FINE = pair("パスも、あとでも、書くのも大丈夫", "Pass, later or in writing: all fine")
QUESTION = pair(
    "最近、だれかに助けてもらったのは、どんなときでしたか？",
    "When did somebody help you lately?",
)


def guidelines(count: int, times: int = 1) -> tuple[Guidance, ...]:
    """So many guidelines, each said several times over."""
    texts = (RULES[number % len(RULES)] for number in range(count))
    return tuple(
        Guidance(number, pair(ja * times, f"{en} " * times)) for number, (ja, en) in enumerate(texts, start=1)
    )


def note(id: str, times: int = 1, mark: Mark | None = Mark.PEER) -> WallNote:
    """A note, its words said several times over."""
    text = pair(
        "朝のひとことが、一日を軽くします。" * times, "A word in the morning makes the day lighter. " * times
    )
    return WallNote(id, text, mark, pair("ピア", "Peer") if mark else ())


def question(times: int = 1, **parts: object) -> RoomView:
    """A question, asked several times over."""
    asked = tuple(Run(run.lang, run.text * times) for run in QUESTION)
    view = RoomView(Kind.QUESTION, where=pair("チェックイン", "Check-in"), title=asked, foot=FINE)
    return replace(view, **parts)  # type: ignore[arg-type]


def called(name: Pair) -> tuple[Called, Called]:
    """Two people of that name, now and next."""
    return Called(pair("いま", "Now"), name), Called(pair("つぎ", "Next"), name)


def notes_view(*notes: WallNote, times: int = 1) -> RoomView:
    """A roundtable with notes on the wall."""
    return question(times, kind=Kind.NOTES, notes=notes, clock=END, arc=0.4)


MINA = (Run("", "Mina"),)
NOBODY = pair("次の方", "The next person")
LONG_NAME = (Run("en", "Wilhelmina-Philippa Featherstonehaugh-Cholmondeley"),)

WELCOME = RoomView(
    Kind.WELCOME,
    where=pair("木曜の集まり　第3回", "Thursday gathering, no. 3"),
    title=pair("ようこそ", "Welcome, everyone"),
    under=pair("今日は「待つ、ということ」", "Today: On waiting"),
    foot=pair("席は自由です", "Sit wherever you like"),
    clock=Clock((), "13:30 – 15:30"),
)

VIEWS: dict[str, RoomView] = {
    "blank": RoomView(Kind.BLANK),
    "welcome": WELCOME,
    "welcome-long": replace(WELCOME, under=tuple(Run(run.lang, run.text * 8) for run in WELCOME.under)),
    "guidelines": RoomView(Kind.GUIDELINES, where=pair("今日の約束", "Today"), guidelines=guidelines(6)),
    "guidelines-few": RoomView(Kind.GUIDELINES, where=pair("今日の約束", "Today"), guidelines=guidelines(3)),
    "guidelines-none": RoomView(Kind.GUIDELINES, where=pair("今日の約束", "Today")),
    "guidelines-many": RoomView(
        Kind.GUIDELINES, where=pair("今日の約束", "Today"), guidelines=guidelines(17)
    ),
    "guidelines-long": RoomView(
        Kind.GUIDELINES, where=pair("今日の約束", "Today"), guidelines=guidelines(4, 20)
    ),
    "question": question(),
    "question-ends": question(clock=END, arc=0.3),
    "turn": question(now=called(MINA)[0], next=called(MINA)[1]),
    "turn-ends": question(now=called(MINA)[0], next=called(MINA)[1], clock=END, arc=1.0),
    "turn-nobody": question(now=called(NOBODY)[0], next=called(NOBODY)[1]),
    "turn-long-name": question(now=called(LONG_NAME)[0], next=called(LONG_NAME)[1]),
    "turn-last": question(now=called(MINA)[0]),
    "turn-long-question": question(9, now=called(MINA)[0], next=called(MINA)[1]),
    "question-long": question(12),
    "question-endless": question(25),
    "note": notes_view(note("a")),
    "notes": notes_view(note("a"), note("b", 2, Mark.BOTH)),
    "notes-three": notes_view(note("a"), note("b"), note("c", 1, None)),
    "notes-long": notes_view(note("a"), note("b", 6)),
    "notes-endless": notes_view(note("a", 2), note("b", 30)),
    "notes-long-question": notes_view(note("a"), note("b"), times=5),
    "breath": RoomView(Kind.BREATH, title=pair("ひと呼吸おきます", "Let us take a breath"), foot=FINE),
    "silence": RoomView(Kind.SILENCE, title=pair("しずかな時間です", "A quiet moment"), foot=FINE),
    "break": RoomView(
        Kind.BREAK,
        where=pair("休憩", "Break"),
        clock=Clock(pair("再開", "We begin again at"), "14:35"),
        foot=FINE,
    ),
    "break-open": RoomView(Kind.BREAK, where=pair("休憩", "Break"), title=pair("休憩", "Break"), foot=FINE),
    "groups": question(
        kind=Kind.GROUPS,
        tables=tuple(Table(pair("窓ぎわ", "Window"), (MINA,) * 4) for _ in range(3)),
        clock=Clock(pair("全体へ戻る", "Back together at"), "15:00"),
    ),
    "groups-many": question(
        kind=Kind.GROUPS, tables=tuple(Table(pair("窓ぎわ", "Window"), (MINA,) * 21) for _ in range(5))
    ),
    "join": join_view(
        Joining("192.168.10.23:8443", "はるかぜ・しおり", "harukaze shiori", "room-b"),
        Speech({}, (Tongue("ja", Catalogue("ja")), Tongue("en", Catalogue("en")))),
    ),
    "closing": replace(WELCOME, kind=Kind.CLOSING, title=pair("ありがとうございました", "Thank you")),
}


def ja_en(view: RoomView) -> RoomView:
    """The view as it is."""
    return view


def turned_round(view: RoomView) -> RoomView:
    """The same view with English first."""
    turned: RoomView = _each_pair(view, lambda runs: runs[::-1])
    return turned


def in_korean(view: RoomView) -> RoomView:
    """A view of the same length in Korean alone."""
    korean = "다시 한번, 천천히 이야기해 봅시다. " * 200
    told: RoomView = _each_pair(view, lambda runs: (Run("ko", korean[: len(runs[0].text)]),))
    return told


def _each_pair(value: Any, change: Callable[[Pair], Pair]) -> Any:
    if isinstance(value, tuple) and value and all(isinstance(each, Run) for each in value):
        return change(value)
    if isinstance(value, tuple) and not isinstance(value, Run):
        return tuple(_each_pair(each, change) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {field.name: _each_pair(getattr(value, field.name), change) for field in fields(value)}
        return replace(value, **changed)
    return value


def texts(sheet: Sheet) -> str:
    """All the text on a sheet, without spaces."""
    return "".join("".join(text.block.lines) for text in sheet.placed).replace(" ", "")
