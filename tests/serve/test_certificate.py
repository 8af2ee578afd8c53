"""The organisation's own certificate: read from two files, met by its name, and known where its authority is."""

from __future__ import annotations

import datetime
import ssl
import time
from typing import TYPE_CHECKING

import pytest
import trustme
from cryptography.hazmat.primitives import serialization

from coprod.serve import host
from coprod.serve.certificate import made_for, read_from
from coprod.service.sharing.alone import AloneRecord
from coprod.service.sharing.hosting import NotHosted, Where, WhyNotHosted, door_for, drawn
from tests.present.meeting import Meeting
from tests.serve.hosting import BOOK, HERE, Device, certificate_files

if TYPE_CHECKING:
    from pathlib import Path

NAME = "room.example.org"


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def why(certificate: Path, key: Path) -> WhyNotHosted:
    with pytest.raises(NotHosted) as caught:
        read_from(certificate, key)
    return caught.value.why


def test_it_is_told_by_its_name_and_answers_to_its_address_too(
    tmp_path: Path, authority: trustme.CA, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate, key = certificate_files(tmp_path, authority.issue_cert("*.example.org", NAME, HERE))
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    live = Meeting().live
    record = AloneRecord(live)
    words = drawn(BOOK, everyone=False)
    where = Where(HERE, certificate=certificate, key=key)
    service = host(
        record, door_for(BOOK, words, time.monotonic, 0, live.state.session), where, lambda _told: None
    )
    try:
        assert service.known
        name, _, port = service.address.rpartition(":")
        assert name == NAME
        one = Device(int(port), words.notes.kana)
        one.context = ssl.create_default_context(cafile=tmp_path / "ca.pem")
        for asked, status in (
            (f"{NAME}:{port}", 200),
            (f"{HERE}:{port}", 200),
            (f"evil.example:{port}", 421),
        ):
            connection = one.connect()
            connection.request("GET", "/", headers={"Host": asked})
            assert connection.getresponse().status == status
            connection.close()
    finally:
        service.close()
        record.close()


def test_what_no_authority_of_this_machine_vouches_for_is_not_known(
    tmp_path: Path, authority: trustme.CA
) -> None:
    own = read_from(*certificate_files(tmp_path, authority.issue_cert(NAME)))
    assert own.names == (NAME,)
    assert not own.known()
    made = made_for(HERE)
    assert not made.known()
    assert made.names == ()


def test_what_cannot_be_shown_says_why(tmp_path: Path, authority: trustme.CA) -> None:
    certificate, key = certificate_files(tmp_path, authority.issue_cert(NAME))
    assert why(tmp_path / "none", key) is WhyNotHosted.UNREADABLE
    assert why(certificate, certificate) is WhyNotHosted.UNREADABLE
    assert why(key, key) is WhyNotHosted.UNREADABLE
    locked = serialization.load_pem_private_key(key.read_bytes(), None).private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(b"secret"),
    )
    key.write_bytes(locked)
    assert why(certificate, key) is WhyNotHosted.UNREADABLE
    past = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=1)
    assert (
        why(*certificate_files(tmp_path, authority.issue_cert(NAME, not_after=past))) is WhyNotHosted.EXPIRED
    )
    assert why(*certificate_files(tmp_path, authority.issue_cert("*.example.org"))) is WhyNotHosted.NAMELESS
