"""A pasted list of names, as people write them in three languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.domain.acts import ParticipantDraft
from coprod.domain.terms import Attendance, Part, Standpoint
from coprod.service.names import parse

PEER, PROFESSIONAL = (Standpoint.PEER,), (Standpoint.PROFESSIONAL,)


def called(text: str) -> list[str]:
    return [draft.called[""] for draft in parse(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Aoi\nHaru\nKei",
        "Aoi, Haru, Kei",
        "Aoi、Haru、Kei",
        "Aoi，Haru;Kei",
        " Aoi \r\n\r\n・Haru\n- Kei",
        "Aoi\nHaru, Kei\nAoi",
    ],
)
def test_names_on_lines_or_between_commas_each_once(text: str) -> None:
    assert called(text) == ["Aoi", "Haru", "Kei"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("葵さん\n春さん", ["葵", "春"]),
        ("葵さん\n春\n計", ["葵さん", "春", "計"]),  # then it is part of the name
        ("지민님\n하루 씨", ["지민", "하루"]),
    ],
)
def test_forms_of_address_are_left_out_where_most_have_one(text: str, expected: list[str]) -> None:
    assert called(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("葵（ピア、進行）", ParticipantDraft({"": "葵"}, standpoints=PEER, parts=(Part.FACILITATOR,))),
        (
            "Aoi – peer, facilitator",
            ParticipantDraft({"": "Aoi"}, standpoints=PEER, parts=(Part.FACILITATOR,)),
        ),
        ("Kei: nurse", ParticipantDraft({"": "Kei"}, discipline={"en": "nurse"})),
        ("Kei, nurse", ParticipantDraft({"": "Kei"}, discipline={"en": "nurse"})),
        ("Kei, Peer, notes", ParticipantDraft({"": "Kei"}, standpoints=PEER, parts=(Part.NOTE_TAKER,))),
        (
            "計、看護師、専門職",
            ParticipantDraft({"": "計"}, standpoints=PROFESSIONAL, discipline={"ja": "看護師"}),
        ),
        ("지민, 동료", ParticipantDraft({"": "지민"}, standpoints=PEER)),
        ("計\t看護師", ParticipantDraft({"": "計"}, discipline={"ja": "看護師"})),
        (
            "Ren (Professional, ONLINE)",
            ParticipantDraft({"": "Ren"}, standpoints=PROFESSIONAL, attendance=Attendance.ONLINE),
        ),
        (
            "지민 (동료지원인/기록자)",
            ParticipantDraft({"": "지민"}, standpoints=PEER, parts=(Part.NOTE_TAKER,)),
        ),
        ("Mina (peer, professional)", ParticipantDraft({"": "Mina"}, standpoints=PEER + PROFESSIONAL)),
        ("연 (간호사)", ParticipantDraft({"": "연"}, discipline={"ko": "간호사"})),
    ],
)
def test_what_is_said_of_somebody_is_understood_and_the_rest_is_a_discipline(
    text: str, expected: ParticipantDraft
) -> None:
    assert parse(text) == [expected]


@pytest.mark.parametrize("text", ["", "  \n , 、", "(peer)", "\u202eabc"])
def test_where_no_name_is_nobody_is_added(text: str) -> None:
    assert parse(text) == []


def test_a_line_may_hold_several_people_of_whom_more_is_said() -> None:
    aoi, kei, sora = parse("Aoi, peer, Kei, nurse, online, Sora")
    assert (aoi.called, aoi.standpoints) == ({"": "Aoi"}, PEER)
    assert (kei.called, kei.discipline, kei.attendance) == ({"": "Kei"}, {"en": "nurse"}, Attendance.ONLINE)
    assert sora == ParticipantDraft({"": "Sora"})


@given(st.text())
def test_whatever_is_pasted_gives_people_with_names_that_can_be_kept(text: str) -> None:
    drafts = parse(text)
    names = [draft.called[""] for draft in drafts]
    assert len(names) == len(set(names))
    assert all(name.strip() and len(name) <= 300 and "\n" not in name for name in names)


@given(st.lists(st.sampled_from(["Aoi", "春", "지민", "Mary Ann", "O’Neill"]), unique=True))
def test_a_list_of_plain_names_is_taken_as_it_is(names: list[str]) -> None:
    assert called("\n".join(names)) == names
