"""Minutes for the tests of the renderer: invented people, invented words, in Japanese, English and Korean."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from coprod.domain.minutes_doc import (
    ActionLine,
    Cell,
    Count,
    Credit,
    Flow,
    FlowItem,
    Group,
    Header,
    ItemMinutes,
    Line,
    MinutesDoc,
    NextSession,
    Numbered,
    PauseLine,
    Standing,
    Stretch,
    Voices,
    Wording,
)
from coprod.domain.terms import ActionStatus, ItemKind, NoteKind, PauseKind, TranslationState

ZONE = timezone(timedelta(hours=9))
CHECKED = TranslationState.CHECKED


def at(hour: int, minute: int) -> datetime:
    return datetime(2031, 4, 8, hour, minute, tzinfo=ZONE)


def both(ja: str, en: str, state: TranslationState = CHECKED) -> Wording:
    return Wording({"ja": ja, "en": en}, "ja", {"en": state})


def line(
    wording: Wording, cell: Cell = Cell.PEERS, kind: NoteKind = NoteKind.CONTRIBUTION, **more: object
) -> Line:
    return Line("n", kind, wording, cell, **more)  # type: ignore[arg-type]


def header(**changes: object) -> Header:
    values: dict[str, object] = {
        "title": both("休む日を、言い出しやすくするには", "What makes it easier to say we need a day off"),
        "programme": both("いっしょに働く一年", "A Year of Working Side by Side"),
        "cohort": "2",
        "number": 4,
        "started": at(13, 33),
        "ended": at(15, 28),
        "planned_start": at(13, 30),
        "planned_end": at(15, 30),
        "place": both("坂の上の家　A室", "Hilltop House, room A"),
        "purpose": None,
        "present": 12,
        "online": 1,
        "counts": (
            Count((Group.BOTH, Group.NOT_SAID), 3),
            Count((Group.PROFESSIONAL,), 4),
            Count((Group.PEER,), 5),
        ),
        "names": (Wording({"": "Mio"}), Wording({"": "Nagi"})),
    }
    return Header(**(values | changes))  # type: ignore[arg-type]


GUIDELINES = (
    both("話すのも、話さないのも、それでいい", "Talking is fine, and so is not talking"),
    both("人の話は、終わりまで聞く", "We let each other finish"),
    both("自分のことばで話す", "We use our own words"),
)


def minutes(**changes: object) -> MinutesDoc:
    values: dict[str, object] = {
        "session": "00000000-0000-4000-8000-000000000004",
        "languages": ("ja", "en"),
        "header": header(),
        "small_room": False,
        "labels": {},
        "guidelines": GUIDELINES,
        "items": (check_in(), roundtable()),
        "questions": (Voices(Cell.PEERS, (question(),)),),
        "decisions": decisions(),
        "actions": actions(),
        "differences": (difference(),),
        "minority": (minority(),),
        "held_over": (
            line(both("夏の休みの順番。", "Who goes first with the summer holidays."), Cell.UNATTRIBUTED),
        ),
        "pauses": (
            PauseLine(PauseKind.BREATH, at(14, 21), at(14, 23)),
            PauseLine(PauseKind.BREATH, at(15, 24), None),
            PauseLine(PauseKind.BREAK, at(14, 26), at(14, 36)),
        ),
        "next_session": next_session(),
        "standing": Standing(14, 11, {"en": {TranslationState.CHECKED: 12, TranslationState.DRAFT: 2}}),
    }
    return MinutesDoc(**(values | changes))  # type: ignore[arg-type]


def flow(**changes: object) -> Flow:
    """A welcome and guidelines together, a check-in, a break, and a roundtable, from 13:35 to 15:30."""
    kinds = (ItemKind.WELCOME, ItemKind.GUIDELINES, ItemKind.CHECK_IN, ItemKind.BREAK)
    edges = (at(13, 35), at(13, 50), at(14, 25), at(14, 35), at(15, 30))
    held: tuple[dict[PauseKind, int], ...] = (
        {},
        {PauseKind.BREATH: 1, PauseKind.SILENCE: 2},
        {PauseKind.BREAK: 1},
        {PauseKind.BREATH: 1},
    )
    places = ((0, 1), (2,), (3,), (4,))
    values: dict[str, object] = {
        "items": (
            *(FlowItem(kind, None) for kind in kinds),
            FlowItem(ItemKind.ROUNDTABLE, both("みんなで話す", "Around the table")),
        ),
        "stretches": tuple(map(Stretch, places, edges, edges[1:], held)),
        "pauses": {PauseKind.BREATH: 2, PauseKind.SILENCE: 2, PauseKind.BREAK: 1},
        "break_minutes": 10,
    }
    return Flow(**(values | changes))  # type: ignore[arg-type]


def question() -> Line:
    said = both(
        "休んだ日の分は、だれがするのでしょうか。", "Who does the work of the day that someone is off?"
    )
    return line(said, kind=NoteKind.QUESTION)


def decisions() -> tuple[Numbered, ...]:
    texts = (
        both("休みの連絡は、理由を書かなくてよいことにする。", "A message that one is off needs no reason."),
        both(
            "休み明けの朝は、引きつぎだけの三十分をつくり、だれも休んだわけを聞かない。",
            "The first half hour after a day off is for handing over alone, and nobody asks why.",
        ),
    )
    return tuple(Numbered(f"D4-{n}", line(text, Cell.BOTH), "talk") for n, text in enumerate(texts, start=1))


def difference() -> Line:
    said = both(
        "前日の夜の連絡をどこまで受けるかは、まだ分かれています。",
        "We still differ on how late in the evening a message may come.",
    )
    return line(said, Cell.BOTH)


def minority() -> Line:
    said = both("「理由がないと、かえって心配してしまいます。」", "“Without a reason I worry all the more.”")
    reply = both("心配なときは、本人に一度だけたずねます。", "Whoever worries asks the person, once.")
    return line(said, Cell.PROFESSIONALS, replies=(reply,))


def next_session() -> NextSession:
    return NextSession(
        datetime(2031, 5, 13, 13, 30, tzinfo=ZONE),
        both("坂の上の家　A室", "Hilltop House, room A"),
        both("「引きつぎの紙を、いっしょに作る」", "Making the handover sheet together"),
    )


def check_in() -> ItemMinutes:
    voices = (
        Voices(
            Cell.UNATTRIBUTED,
            (
                line(both("ゆうべはよく眠れました。", "I slept well last night."), Cell.UNATTRIBUTED),
                line(both("まだ少し緊張しています。", "I’m still a little tense."), Cell.UNATTRIBUTED),
            ),
        ),
    )
    return ItemMinutes(
        ItemKind.CHECK_IN, None, (both("いま、どんな感じですか？", "How are you right now?"),), voices, ()
    )


def roundtable() -> ItemMinutes:
    mixed = both(
        "理由を聞かれないだけで、ずいぶん楽になります。", "Not being asked why makes it a great deal easier."
    )
    return ItemMinutes(
        ItemKind.ROUNDTABLE,
        both("みんなで話す", "Roundtable"),
        (
            both(
                "休みたいと言えたのは、どんなときでしたか？",
                "When were you able to say that you needed a day off?",
            ),
        ),
        (
            Voices(Cell.PROFESSIONALS, staff()),
            Voices(Cell.PEERS, peers()),
            Voices(Cell.BOTH, (line(mixed, Cell.BOTH),)),
        ),
        (PauseLine(PauseKind.BREATH, at(14, 21), at(14, 23)),),
        "talk",
    )


def peers() -> tuple[Line, ...]:
    texts = (
        both(
            "月曜の朝に「きょうは休みます」と書くまでに、一時間かかることがあります。",
            "On a Monday morning it can take me an hour to write, “I’m off today.”",
        ),
        both(
            "「待っています」と返ってきたとき、次からは早く言えるようになりました。",
            "When the answer was “We’ll be here,” I could say it sooner the next time.",
        ),
        both(
            "休む人がいてもまわるように、ふだんから二人で受け持ちたいです。",
            "I would like two of us on each task, so that things go on when one is off.",
            TranslationState.DRAFT,
        ),
    )
    return tuple(map(line, texts))


def staff() -> tuple[Line, ...]:
    said = both(
        "人が足りない日に「大丈夫です」と言いながら、顔がこわばっていたと思います。",
        "On short-staffed days I said “That’s fine,” and I think my face said something else.",
    )
    english = Wording({"en": "I would rather know the evening before, whatever the reason."}, "en")
    nurse = Credit(disciplines=(both("看護師", "nurse"),))
    return line(said, Cell.PROFESSIONALS), line(english, Cell.PROFESSIONALS, credit=nurse)


def actions() -> tuple[ActionLine, ...]:
    mio, nagi = Wording({"": "Mio"}), Wording({"": "Nagi"})
    first = line(
        both("連絡の文例を三つ書いて、みんなに配る。", "Write three sample messages and hand them round."),
        kind=NoteKind.ACTION,
    )
    second = line(
        both("引きつぎの紙をためして、次回に話す。", "Try out the handover sheet; tell us next time."),
        kind=NoteKind.ACTION,
    )
    return (
        ActionLine("A4-1", first, (mio, nagi), 0, None, date(2031, 5, 2), ActionStatus.OPEN, None, "talk"),
        ActionLine(
            "A4-2",
            second,
            (),
            1,
            None,
            date(2031, 5, 13),
            ActionStatus.PARTLY,
            both("紙の置き場所が、まだ決まっていません。", "There is no place for the sheet yet."),
        ),
    )


def talk(notes: list[Wording], **changes: object) -> MinutesDoc:
    """Minutes of one item that holds these notes, by turns of peers and professionals."""
    voices = [
        Voices(cell, tuple(line(wording, cell) for wording in notes[start : start + 20]))
        for start in range(0, len(notes), 20)
        for cell in ((Cell.PEERS, Cell.PROFESSIONALS)[start // 20 % 2],)
    ]
    item = ItemMinutes(ItemKind.ROUNDTABLE, None, (), tuple(voices), ())
    return minutes(items=(item,), **changes)
