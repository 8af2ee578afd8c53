"""What comes late: after its answer was lost, the pen went down, somebody withdrew, or another item was opened."""

from __future__ import annotations

import time
import uuid
from typing import TYPE_CHECKING

import pytest

from coprod.domain import acts
from coprod.domain.terms import ItemKind, NoteKind, Visibility
from coprod.serve import events
from tests.present.meeting import Meeting
from tests.serve.hosting import Device, Hosted, device, grouped

if TYPE_CHECKING:
    from collections.abc import Iterator

SECRET = "つかれた"


@pytest.fixture
def meeting() -> Meeting:
    return grouped(Meeting())


@pytest.fixture
def hosted(meeting: Meeting) -> Iterator[Hosted]:
    made = Hosted(meeting, participants=5)
    yield made
    made.close()


def word(one: Device, id: str = "", item: str = "") -> int:
    """Send a word for the check-in; what is answered."""
    sent = {"id": id or str(uuid.uuid4()), "texts": {"ja": SECRET}, "original": "ja", "item": item}
    return int(one.post("/api/check-in", sent)[0])


def bodies(meeting: Meeting) -> set[str]:
    return {one.body for one in meeting.store.load(meeting.state.session).words.values()}


def opened(meeting: Meeting) -> str:
    item = meeting.state.open_item()
    assert item is not None
    return item.id


def test_the_page_of_somebody_who_withdrew_is_out_and_its_words_are_kept_nowhere(
    hosted: Hosted, meeting: Meeting
) -> None:
    who = meeting.who("Umi")
    meeting.open(ItemKind.CHECK_IN)
    one = device(hosted).join(who, "participant")
    id = str(uuid.uuid4())
    assert word(one, id) == 201
    meeting.do(acts.WithdrawParticipant(who))
    assert word(one, id) == 401
    assert word(one) == 401
    assert one.get("/api/view")[0] == 401
    assert SECRET not in bodies(meeting)


def test_a_note_that_is_there_is_known_again_whatever_is_different_since(
    hosted: Hosted, meeting: Meeting
) -> None:
    table = device(hosted).join(0)
    group = meeting.state.small_groups()[0]
    id = str(uuid.uuid4())
    assert table.note("一度だけ", id=id, who=[group.members[0]])[0] == 201
    meeting.do(acts.PutPenDown())
    assert table.note("一度だけ", id=id, who=[group.members[0]])[0] == 200
    meeting.do(acts.TakePenUp())
    meeting.do(acts.WithdrawParticipant(group.members[0]))
    assert table.note("一度だけ", id=id, who=[group.members[0]])[0] == 200
    meeting.do(acts.DissolveGroup(group.id))
    assert table.note("一度だけ", id=id)[0] == 200
    assert "一度だけ" not in bodies(meeting)


def test_what_waited_lands_under_the_item_that_its_page_showed(meeting: Meeting) -> None:
    meeting = Meeting()
    meeting.open(ItemKind.ROUNDTABLE)
    hosted = Hosted(meeting, participants=2)
    table, one = device(hosted).join("room"), device(hosted).join("", "participant")
    asked = table.get("/api/view")[1]["item"]
    assert asked == opened(meeting)
    meeting.open(ItemKind.CHECK_IN)
    checked = one.get("/api/view")[1]["item"]["id"]
    meeting.open(ItemKind.CHECK_OUT)
    assert table.note("円卓で言ったこと", item=asked)[0] == 201
    assert word(one, item=checked) == 201
    assert word(one, item=asked) == 422  # nobody sends a word there
    assert word(one) == 201
    assert table.note("知らない", item="nowhere")[0] == 422
    assert [note.content.item for note in meeting.state.notes()] == [asked, checked, opened(meeting)]
    hosted.close()


def test_what_is_for_the_review_alone_is_on_the_page_that_wrote_it_and_on_no_other(
    hosted: Hosted, meeting: Meeting
) -> None:
    group = meeting.state.small_groups()[0].id
    draft = acts.NoteDraft(NoteKind.CONTRIBUTION, {"ja": "ふりかえりだけ"}, visibility=Visibility.REVIEW)
    meeting.do(acts.KeepNote(draft, group))
    table = device(hosted).join(0)
    assert table.note("これもふりかえりだけ", visibility="review")[0] == 201
    assert [note["text"]["ja"] for note in table.get("/api/view")[1]["notes"]] == ["これもふりかえりだけ"]


@pytest.mark.parametrize("id", [f"{uuid.UUID(int=1)}\n", f"{uuid.UUID(int=1)} ", "", "x"])
def test_an_id_is_an_id_to_its_last_character(hosted: Hosted, id: str) -> None:
    assert device(hosted).join(0).note("言葉", id=id)[0] == 400
    assert hosted.notes() == []


def test_a_phone_that_says_nothing_any_more_is_away_though_its_stream_takes_all(
    hosted: Hosted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(events, "HEARTBEAT", 0.1)
    table = device(hosted).join(0)
    stream = table.connect()
    asked = {"Authorization": f"Bearer {table.token}", "Accept": "text/event-stream"}
    stream.request("GET", "/api/events", headers=asked)
    assert b"view" in stream.getresponse().read1(100)
    time.sleep(1)
    assert min(hosted.service.here().values()) > 0.8
    assert table.post("/api/here")[0] == 204
    assert max(hosted.service.here().values()) < 0.5
    stream.close()
