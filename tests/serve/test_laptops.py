"""Laptops that join by the word: the certificate is proved and pinned, and a table is one device's."""

from __future__ import annotations

import http.client
import json

import pytest

from coprod.domain.terms import ItemKind
from coprod.seal import WordIntroduction
from coprod.service.ports import StoreFailed
from coprod.service.sharing import limits
from coprod.service.sharing.joining import NotJoined, WhyNotJoined
from coprod.service.sharing.pairing import FREE
from tests.present.meeting import Meeting
from tests.serve.hosting import BOOK, HERE, Hosted, device
from tests.serve.laptops import Between, join, met


def why(hosted: Hosted, word: str = "", address: str = "") -> NotJoined:
    with pytest.raises(NotJoined) as caught:
        join(address or f"{HERE}:{hosted.port}", word or hosted.word.roman)
    return caught.value


def other(hosted: Hosted) -> str:
    """A word that might be that of the day, and is not."""
    return next(word.roman for word in iter(BOOK.draw, None) if word != hosted.word)


def test_a_table_is_one_devices_whether_a_phone_has_it_or_a_laptop(hosted: Hosted) -> None:
    device(hosted).join(0)
    found = met(hosted)
    assert [one.taken for one in found.places] == [True, False]
    with pytest.raises(NotJoined) as caught:
        found.take(found.places[0].id)
    assert caught.value.why is WhyNotJoined.TAKEN
    found.take(found.places[1].id)
    with pytest.raises(NotJoined) as caught:
        found.take(found.places[1].id)
    assert caught.value.why is WhyNotJoined.EXPIRED


def test_where_there_are_no_tables_a_laptop_is_offered_none_and_phones_keep_the_room() -> None:
    meeting = Meeting()
    meeting.open(ItemKind.ROUNDTABLE)
    whole = Hosted(meeting)
    try:
        found = met(whole)
        assert found.places == []
        with pytest.raises(NotJoined) as caught:
            found.take("room")  # as one did that knew no better
        assert caught.value.why is WhyNotJoined.REFUSED
        assert whole.door.guests() == []
        device(whole).join("room")
    finally:
        whole.close()


def test_a_table_whose_sheet_could_not_be_taken_is_free_again(
    hosted: Hosted, meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = met(hosted)

    def fail(*_: object) -> None:
        raise StoreFailed("disk-full")

    with monkeypatch.context() as full:
        full.setattr(meeting.store, "keep_sheet", fail)
        with pytest.raises(NotJoined) as caught:
            found.take(found.places[0].id)
    assert caught.value.why is WhyNotJoined.AWAY
    assert hosted.door.guests() == []
    met(hosted).take(found.places[0].id)


def test_a_laptop_that_leaves_gives_its_table_back(hosted: Hosted) -> None:
    found = met(hosted)
    joined = found.take(found.places[0].id)
    joined.leave()
    assert hosted.door.guests() == []
    joined.leave()  # nobody hears it any more, and nothing is raised


def test_a_wrong_word_is_refused_counted_and_slowed_down(hosted: Hosted) -> None:
    for _ in range(FREE):
        assert why(hosted, other(hosted)).why is WhyNotJoined.WRONG_WORD
    waits = why(hosted)
    assert (waits.why, waits.seconds > 0) == (WhyNotJoined.WAIT, True)


def test_the_right_word_and_a_wrong_certificate_is_refused_and_nothing_is_told(
    hosted: Hosted, between: Between
) -> None:
    error = why(hosted, address=f"{HERE}:{between.port}")
    assert error.why in {WhyNotJoined.WRONG_CERTIFICATE, WhyNotJoined.WRONG_WORD}
    assert between.heard
    for secret in (hosted.word.roman, hosted.word.kana, *hosted.word.roman.split(), "ticket"):
        assert secret.encode() not in between.heard
    assert hosted.door.guests() == []


def test_a_certificate_that_is_another_one_later_gets_not_a_byte(hosted: Hosted, between: Between) -> None:
    found = met(hosted)
    found.line.port = between.port
    with pytest.raises(NotJoined) as caught:
        found.take(found.places[0].id)
    assert caught.value.why is WhyNotJoined.WRONG_CERTIFICATE
    assert between.heard == b""


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("", WhyNotJoined.NO_ADDRESS),
        ("127.0.0.1:x", WhyNotJoined.NO_ADDRESS),
        ("127.0.0.1:99999", WhyNotJoined.NO_ADDRESS),
        ("127.0.0.1:1", WhyNotJoined.AWAY),
        ("no such host:80", WhyNotJoined.NO_ADDRESS),
        ("nosuchhost.invalid:80", WhyNotJoined.AWAY),
        ("https://127.0.0.1:1/", WhyNotJoined.AWAY),
    ],
)
def test_an_address_that_is_none_or_where_nobody_is_is_said(
    hosted: Hosted, address: str, expected: WhyNotJoined
) -> None:
    with pytest.raises(NotJoined) as caught:
        join(address, hosted.word.roman)
    assert caught.value.why is expected


def test_an_introduction_is_good_once_and_what_is_no_bytes_is_refused(hosted: Hosted) -> None:
    one = device(hosted)
    introduction = WordIntroduction(hosted.word.roman, b"", host=False)
    code, began = one.post("/api/introduction", {"data": _text(introduction.message)})
    assert code == 200
    proof = _text(introduction.hear(_bytes(began["data"])))
    assert one.post(f"/api/introduction/{began['id']}", {"data": proof})[0] == 403  # it saw no certificate
    assert one.post(f"/api/introduction/{began['id']}", {"data": proof})[0] == 403
    for data in ("", "x", "QQ==", "é", "A" * 60):
        assert one.post("/api/introduction", {"data": data})[0] == 400


def test_who_begins_many_introductions_keeps_no_laptop_out_and_their_newest_ones_stand(
    hosted: Hosted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits.Rate, "take", lambda *_: True)
    found, one = met(hosted), device(hosted)
    begun = []
    for _ in range(60):
        introduction = WordIntroduction(hosted.word.roman, hosted.certificate.fingerprint, host=False)
        code, told = one.post("/api/introduction", {"data": _text(introduction.message)})
        assert code == 200
        begun.append((told["id"], _text(introduction.hear(_bytes(told["data"])))))
    answers = [one.post(f"/api/introduction/{id}", {"data": proof})[0] for id, proof in begun]
    assert answers == [403] * 57 + [200] * 3
    assert met(hosted).places == found.places


def test_a_laptop_is_met_while_others_begin_one_introduction_after_another(
    hosted: Hosted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits.Rate, "take", lambda *_: True)
    for n in range(1, 21):
        for _ in range(3):
            message = WordIntroduction("no word", b"", host=False).message
            other = http.client.HTTPSConnection(
                HERE, hosted.port, context=device(hosted).context, source_address=(f"127.0.1.{n}", 0)
            )
            other.request("POST", "/api/introduction", json.dumps({"data": _text(message)}))
            assert other.getresponse().status == 200
            other.close()
    assert len(met(hosted).places) == 2


def _text(data: bytes) -> str:
    from base64 import b64encode  # noqa: PLC0415

    return b64encode(data).decode()


def _bytes(text: str) -> bytes:
    from base64 import b64decode  # noqa: PLC0415

    return b64decode(text)
