"""The place of a note-taker's page is gone while somebody writes: what they wrote waits until they have one again."""

from __future__ import annotations

import time
import uuid
from typing import TYPE_CHECKING

from coprod.domain import acts
from coprod.domain.terms import ItemKind
from coprod.service.sharing.pairing import Role
from tests.serve.hosting import device
from tests.serve.test_page_away import LEFT, taking_part
from tests.serve.test_page_lost import field, waiting

if TYPE_CHECKING:
    from tests.present.meeting import Meeting
    from tests.serve.hosting import Hosted
    from tests.serve.reader import Reader


def freed(reader: Reader, hosted: Hosted, meeting: Meeting) -> None:
    """Free the first table at the console, until the page has heard of it."""
    hosted.service.free(Role.NOTES, meeting.state.small_groups()[0].id)
    reader.wait(lambda: "ほかの端末が使えるようになりました" in reader.text())


def come_in_again(reader: Reader, table: str = "庭がわ") -> None:
    reader.press("もう一度入る")
    reader.wait(lambda: reader.all("#word"))
    reader.say_word()
    reader.wait(lambda: reader.all(".place"))
    reader.press(table)
    reader.wait(lambda: reader.all("#text"))


def formed_anew(meeting: Meeting) -> None:
    """Other tables, with the same people."""
    groups = meeting.state.small_groups()
    for group in groups:
        meeting.do(acts.DissolveGroup(group.id))
    for name, group in zip(("新しい机", "別の机"), groups, strict=True):
        meeting.do(acts.FormGroup({"ja": name}, group.members))


def test_whoever_is_put_out_goes_on_where_they_were(reader: Reader, hosted: Hosted, meeting: Meeting) -> None:
    reader.join()
    reader.type("まだ書きかけの長い言葉", reader.one("#text"))
    freed(reader, hosted, meeting)
    assert "この端末に残っています（1件）" in reader.text()
    come_in_again(reader)
    assert field(reader) == "まだ書きかけの長い言葉"


def test_what_was_on_its_way_goes_once_somebody_is_in_again_and_once_alone(
    reader: Reader, hosted: Hosted, meeting: Meeting
) -> None:
    """The answer to the first was lost: it is there, though whoever comes in anew does not know."""
    reader.join()
    reader.driver.execute_script(
        "const all = window.whole = window.fetch; window.fetch = (url, how) => url !== '/api/notes' ? all(url, how)"
        " : (window.tried = (window.tried ?? 0) + 1) > 1 ? Promise.reject(new TypeError())"
        " : all(url, how).then(() => Promise.reject(new TypeError()))"
    )
    reader.note("届いていた言葉")
    reader.wait(lambda: hosted.notes() == ["届いていた言葉"])
    reader.note("まだの言葉")
    freed(reader, hosted, meeting)
    assert waiting(reader) == 2
    reader.driver.execute_script("window.fetch = window.whole")
    come_in_again(reader)
    reader.wait(lambda: waiting(reader) == 0)
    assert hosted.notes() == ["届いていた言葉", "まだの言葉"]
    assert field(reader) == ""
    reader.wait(lambda: reader.shown() == ["まだの言葉", "届いていた言葉"])


def test_a_participant_whose_place_was_taken_finds_in_the_field_what_was_begun(
    reader: Reader, hosted: Hosted, meeting: Meeting
) -> None:
    """As where their phone slept; it is kept in the fields alone, and nowhere while there are none."""
    meeting.open(ItemKind.CHECK_IN)
    taking_part(reader, hosted, "Sumire")
    reader.type("まだ送らない言葉", reader.one("#message"))
    hosted.service.free(Role.PARTICIPANT, meeting.who("Sumire"))
    reader.wait(lambda: "この端末に残っています（1件）" in reader.text())
    assert "まだ送らない" not in reader.driver.execute_script(LEFT)
    reader.press("もう一度入る")
    reader.wait(lambda: reader.all("#word"))
    reader.say_word(hosted.everyone())
    reader.wait(lambda: reader.all(".place"))
    reader.press("Sumire")
    reader.wait(lambda: reader.all("#message"))
    assert reader.one("#message").get_property("value") == "まだ送らない言葉"
    assert "終わりました" not in reader.text()


def test_somebody_who_was_put_out_can_leave_and_nothing_stays(
    reader: Reader, hosted: Hosted, meeting: Meeting
) -> None:
    reader.join()
    reader.type("書きかけの言葉", reader.one("#text"))
    freed(reader, hosted, meeting)
    reader.press("もう一度入る")
    reader.wait(lambda: reader.all("#word"))
    assert "1件" in reader.text()
    reader.say_word(hosted.everyone())
    reader.wait(lambda: "前のときの合言葉で入るか" in reader.text())
    reader.one(".leave").click()
    reader.driver.switch_to.alert.accept()
    reader.wait(lambda: "何も残っていません" in reader.text())
    assert not [one for one in ("書きかけ", "sharing") if one in reader.driver.execute_script(LEFT)]


def test_when_it_is_over_for_somebody_who_was_put_out_nothing_stays(
    reader: Reader, hosted: Hosted, meeting: Meeting
) -> None:
    source = "const later = setTimeout; window.setTimeout = (go, after) => later(go, Math.min(after, 1000))"
    reader.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": source})
    reader.join()
    reader.type("書きかけの言葉", reader.one("#text"))
    freed(reader, hosted, meeting)
    hosted.door.close()
    reader.wait(lambda: "まだ届いていない言葉がありました（1件）" in reader.text())
    assert not [one for one in ("書きかけ", "sharing") if one in reader.driver.execute_script(LEFT)]


def test_what_waited_when_the_laptop_fell_goes_once_the_session_is_shared_again(
    reader: Reader, hosted: Hosted, meeting: Meeting
) -> None:
    reader.join()
    hosted.stop_listening()
    reader.note("落ちる前の言葉")
    reader.wait(lambda: waiting(reader) == 1)
    hosted.door = hosted.door_of(meeting.state.session)
    hosted.start()
    reader.wait(lambda: "ほかの端末" in reader.text(), 30)
    come_in_again(reader)
    reader.wait(lambda: hosted.notes() == ["落ちる前の言葉"])


def test_words_of_another_session_do_not_stay(reader: Reader, hosted: Hosted) -> None:
    """As where the phone slept when it ended, and the next meeting has the same address."""
    reader.join()
    hosted.stop_listening()
    reader.note("前の会の言葉")
    reader.wait(lambda: "1件" in reader.text())
    hosted.door = hosted.door_of("another session")
    hosted.start()
    reader.wait(lambda: "まだ届いていない言葉がありました（1件）" in reader.text(), 30)
    assert "前の会の言葉" not in reader.driver.execute_script(LEFT)


def test_the_end_is_told_from_a_place_that_was_freed(hosted: Hosted, meeting: Meeting) -> None:
    one, stranger = device(hosted).join(0), device(hosted)
    known = stranger.get("/api/hello")[1]["sharing"]
    hosted.service.free(Role.NOTES, meeting.state.small_groups()[0].id)
    assert known
    assert one.get("/api/view") == (401, {"error": "gone", "sharing": known})
    hosted.door.close()
    assert one.get("/api/view") == (401, {"error": "gone", "sharing": ""})
    assert stranger.get("/api/hello")[1]["sharing"] == ""


def test_whoever_wrote_for_a_table_that_is_no_more_chooses_again_and_loses_nothing(
    reader: Reader, hosted: Hosted, meeting: Meeting
) -> None:
    reader.join()
    reader.note("前の席の言葉")
    reader.wait(lambda: reader.all(".notes li:not(.waiting)"))
    reader.press("Sumire")
    hosted.stop_listening()
    reader.press("名前なし")
    reader.note("待っている言葉")
    reader.type("書きかけの言葉", reader.one("#text"))
    formed_anew(meeting)
    taken = device(hosted)
    hosted.start()
    taken.port = hosted.port
    taken.join(1)
    reader.wait(lambda: "この席はもうありません" in reader.text(), 30)
    time.sleep(1)
    assert (field(reader), waiting(reader)) == ("書きかけの言葉", 1)
    assert not reader.one("form button.main").is_enabled()
    assert "席を選ぶまで" in reader.text()
    shown = "return [...document.querySelectorAll('.place')].map((one) => [one.innerText, one.disabled])"
    reader.wait(
        lambda: reader.driver.execute_script(shown) == [["新しい机", False], ["別の机\n使用中", True]]
    )
    reader.press("新しい机")
    reader.wait(lambda: reader.text().startswith("新しい机"))
    reader.wait(lambda: waiting(reader) == 0)
    reader.wait(lambda: "届いています" in reader.text())
    assert reader.all(".place") == []
    reader.one("form button.main").click()
    reader.wait(lambda: hosted.notes() == ["前の席の言葉", "待っている言葉", "書きかけの言葉"])
    here = meeting.state.small_groups()[0].id
    assert [note.group == here for note in meeting.state.notes()] == [False, True, True]


def test_a_place_that_is_no_more_is_exchanged_for_one_that_is_and_no_other(
    hosted: Hosted, meeting: Meeting
) -> None:
    one, other = device(hosted).join(0), device(hosted).join(1)
    written = str(uuid.uuid4())
    assert one.note("言葉", id=written)[0] == 201
    first, second = (group.id for group in meeting.state.small_groups())
    assert one.post("/api/place", {"place": second})[0] == 409, "one device is of one table"
    assert not one.get("/api/view")[1]["place_over"]
    formed_anew(meeting)
    here, there = (group.id for group in meeting.state.small_groups())
    view = one.get("/api/view")[1]
    assert (view["place_over"], view["people"]) == (True, [])
    assert [(place["id"], place["taken"]) for place in view["places"]] == [(here, False), (there, False)]
    assert one.post("/api/place", {"place": first})[0] == 404
    assert other.post("/api/place", {"place": there})[0] == 200
    assert one.post("/api/place", {"place": there}) == (409, {"error": "taken", "seconds": 0.0})
    assert other.get("/api/view")[0] == 401
    one.token = one.post("/api/place", {"place": here})[1]["token"]
    assert one.post("/api/place", {"place": there})[0] == 409
    assert one.note("新しい言葉")[0] == 201
    assert meeting.state.notes()[-1].group == here
    assert one.post(f"/api/notes/{written}/take-back")[0] == 200
    assert {guest.place for guest in hosted.door.guests()} == {here, there}


def test_participants_have_no_place_to_exchange(hosted: Hosted, meeting: Meeting) -> None:
    one = device(hosted).join("", "participant")
    assert one.post("/api/place", {"place": meeting.state.small_groups()[0].id})[0] == 403
