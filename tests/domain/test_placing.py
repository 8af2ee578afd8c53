"""The rules of placing as a table: what the note says, who was there, and where it stands."""

from __future__ import annotations

import pytest

from coprod.domain.minutes_doc import Cell
from coprod.domain.placing import Present, Saying, place, small
from coprod.domain.terms import Attribution, Standpoint

PEER, PROFESSIONAL, FAMILY = Standpoint.PEER, Standpoint.PROFESSIONAL, Standpoint.FAMILY


def person(*standpoints: Standpoint, discipline: str = "", recognised: bool = False) -> Present:
    return Present(frozenset(standpoints), frozenset({discipline} - {""}), recognised)


def saying(
    *theirs: Standpoint,
    own: tuple[Standpoint, ...] = (),
    attribution: Attribution = Attribution.STANDPOINT,
    discipline: str = "",
) -> Saying:
    disciplines = (frozenset({discipline}),) if discipline else ()
    return Saying(attribution, frozenset(own), frozenset(theirs), disciplines)


LARGE = (
    *(person(PEER) for _ in range(3)),
    *(person(PROFESSIONAL, discipline="nurse") for _ in range(2)),
    person(PROFESSIONAL, discipline="psychologist"),
    person(),
)
ONE_BOTH = (*LARGE, person(PEER, PROFESSIONAL))
TWO_BOTH = (*ONE_BOTH, person(PEER, PROFESSIONAL, FAMILY))
KNOWN_BOTH = (*LARGE, person(PEER, PROFESSIONAL, recognised=True))
ONE_FAMILY = (*LARGE, person(FAMILY))
TWO_OTHERS = (*ONE_FAMILY, person(Standpoint.COMMUNITY))
ONE_PEER = (person(PEER), person(PROFESSIONAL), person(PROFESSIONAL))
KNOWN_PEER = (person(PEER, recognised=True), person(PROFESSIONAL), person(PROFESSIONAL))
ONE_PROFESSIONAL = (person(PEER), person(PEER), person(PROFESSIONAL))
DUAL_ALONE = (person(PEER), person(PEER, PROFESSIONAL), person(PEER))
NO_PEER = (person(PROFESSIONAL), person(PROFESSIONAL), person())
KNOWN_NURSE = (*LARGE, person(PEER, discipline="nurse"), person(PEER, discipline="cook", recognised=True))

ANONYMOUS, DISCIPLINE, NAMED = Attribution.ANONYMOUS, Attribution.DISCIPLINE, Attribution.NAMED


@pytest.mark.parametrize(
    ("said", "room", "cell"),
    [
        # (1) anonymous
        (saying(PEER, attribution=ANONYMOUS), LARGE, Cell.UNATTRIBUTED),
        (saying(PEER, own=(PEER,), attribution=ANONYMOUS), LARGE, Cell.UNATTRIBUTED),
        # (2) the note's own standpoints, else its contributors' together, else none
        (saying(PEER, PROFESSIONAL, own=(PEER,)), ONE_BOTH, Cell.PEERS),
        (saying(PEER), LARGE, Cell.PEERS),
        (saying(own=(PROFESSIONAL,)), LARGE, Cell.PROFESSIONALS),
        (saying(), LARGE, Cell.UNATTRIBUTED),
        # (3) one alone, both, any other
        (saying(PROFESSIONAL), LARGE, Cell.PROFESSIONALS),
        (saying(PEER, PROFESSIONAL), TWO_BOTH, Cell.BOTH),
        (saying(PEER, FAMILY), TWO_OTHERS, Cell.OTHERS),
        (saying(PEER, PROFESSIONAL, FAMILY), TWO_OTHERS, Cell.OTHERS),
        (saying(Standpoint.COMMUNITY), TWO_OTHERS, Cell.OTHERS),
        # (4) fewer than two who could have said it
        (saying(PEER, PROFESSIONAL), LARGE, Cell.UNATTRIBUTED),
        (saying(PEER, PROFESSIONAL), ONE_BOTH, Cell.UNATTRIBUTED),
        (saying(PEER, PROFESSIONAL), KNOWN_BOTH, Cell.BOTH),
        (saying(FAMILY), ONE_FAMILY, Cell.UNATTRIBUTED),
        (saying(PROFESSIONAL, attribution=DISCIPLINE, discipline="nurse"), LARGE, Cell.PROFESSIONALS),
        (saying(PROFESSIONAL, attribution=DISCIPLINE, discipline="psychologist"), LARGE, Cell.UNATTRIBUTED),
        (saying(PROFESSIONAL, attribution=DISCIPLINE), LARGE, Cell.PROFESSIONALS),
        (saying(PROFESSIONAL, attribution=NAMED, discipline="psychologist"), LARGE, Cell.PROFESSIONALS),
        (saying(PEER, attribution=DISCIPLINE, discipline="nurse"), KNOWN_NURSE, Cell.UNATTRIBUTED),
        (saying(PEER, attribution=DISCIPLINE, discipline="cook"), KNOWN_NURSE, Cell.PEERS),
        # (5) one person alone, as peer or as professional
        (saying(PEER), ONE_PEER, Cell.UNATTRIBUTED),
        (saying(PROFESSIONAL), ONE_PEER, Cell.UNATTRIBUTED),
        (saying(PEER, attribution=NAMED), ONE_PEER, Cell.UNATTRIBUTED),
        (saying(PEER), KNOWN_PEER, Cell.PEERS),
        (saying(PEER), ONE_PROFESSIONAL, Cell.UNATTRIBUTED),
        (saying(PEER), DUAL_ALONE, Cell.UNATTRIBUTED),
        (saying(PROFESSIONAL), NO_PEER, Cell.PROFESSIONALS),
    ],
)
def test_place(said: Saying, room: tuple[Present, ...], cell: Cell) -> None:
    assert place(said, room) is cell


@pytest.mark.parametrize(
    ("room", "is_small"),
    [
        ((), False),
        (LARGE, False),
        (ONE_PEER, True),
        (KNOWN_PEER, False),
        (ONE_PROFESSIONAL, True),
        (DUAL_ALONE, True),
        (NO_PEER, False),
    ],
)
def test_a_room_is_small_where_one_alone_is_not_ready_to_be_known(
    room: tuple[Present, ...], *, is_small: bool
) -> None:
    assert small(room) is is_small
