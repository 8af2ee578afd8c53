"""How long items took, beside how long they were planned to take."""

from __future__ import annotations

import pytest

from coprod.domain import acts
from coprod.domain.lengths import actual_minutes
from coprod.domain.terms import ItemKind
from tests.stage import Stage, added

MINUTE = 60_000


@pytest.fixture
def stage() -> Stage:
    """A session that has begun, with three items."""
    made = Stage()
    for kind in (ItemKind.WELCOME, ItemKind.ROUNDTABLE, ItemKind.CHECK_OUT):
        made.do(acts.AddItem(acts.ItemDraft(kind, minutes=20)))
    made.do(acts.StartSession())
    return made


def pass_to(stage: Stage, minutes: float, place: int) -> None:
    stage.at += round(minutes * MINUTE)
    stage.do(acts.OpenItem(stage.state.agenda[place].id))


def test_an_item_took_the_time_until_the_next_was_opened(stage: Stage) -> None:
    first, second, _ = (item.id for item in stage.state.agenda)
    pass_to(stage, 12, 1)
    pass_to(stage, 31, 2)
    lengths = actual_minutes(stage.state)
    assert lengths == {first: pytest.approx(12, abs=0.1), second: pytest.approx(31, abs=0.1)}


def test_what_was_opened_twice_is_added_up(stage: Stage) -> None:
    first = stage.state.agenda[0].id
    pass_to(stage, 5, 1)
    pass_to(stage, 5, 0)
    pass_to(stage, 7, 2)
    assert actual_minutes(stage.state)[first] == pytest.approx(12, abs=0.1)


def test_the_last_item_ends_with_the_session(stage: Stage) -> None:
    pass_to(stage, 5, 2)
    last = stage.state.agenda[2].id
    assert last not in actual_minutes(stage.state)
    stage.at += 8 * MINUTE
    stage.do(acts.CloseSession())
    assert actual_minutes(stage.state)[last] == pytest.approx(8, abs=0.1)
    stage.do(acts.ReopenSession())
    assert last not in actual_minutes(stage.state)


def test_the_plan_stays_as_it_was_and_what_was_added_stands_beside_it(stage: Stage) -> None:
    item = stage.state.agenda[0]
    stage.do(acts.ExtendItem(10))
    pass_to(stage, 28, 1)
    assert stage.state.item(item.id) == item
    assert stage.state.extended == {item.id: 10}
    assert actual_minutes(stage.state)[item.id] == pytest.approx(28, abs=0.1)


def test_the_items_of_a_group_are_not_those_of_the_room(stage: Stage) -> None:
    who = added(stage.do(acts.AddParticipant(acts.ParticipantDraft({"": "葵"}))))
    group = added(stage.do(acts.FormGroup({"ja": "窓際"}, (who,))))
    first, second, _ = (item.id for item in stage.state.agenda)
    stage.do(acts.OpenItem(second, group))
    pass_to(stage, 9, 2)
    assert actual_minutes(stage.state).keys() == {first}
