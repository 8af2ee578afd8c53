"""The certificate of the service: made on the spot for its address, or the organisation's own."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING

import trustme
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from coprod.service.sharing.hosting import NotHosted, WhyNotHosted

if TYPE_CHECKING:
    from pathlib import Path

    from coprod.service.sharing.hosting import Where

_MOST_TURNS = 3
"""Of a handshake: hello, proof, end."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """What is shown to whoever asks. `own`: it is the organisation's, and `names` are those that it vouches for."""

    context: ssl.SSLContext
    der: bytes
    names: tuple[str, ...] = ()

    @property
    def fingerprint(self) -> bytes:
        """Its SHA-256."""
        return sha256(self.der).digest()

    def known(self) -> bool:
        """Whether it is vouched for by an authority that this machine trusts, as a browser would see it."""
        return bool(self.names) and _meet(self.context, self.names[0])


def certificate_for(where: Where) -> Certificate:
    """The organisation's own, or one that is made on the spot. Raises NotHosted."""
    if where.certificate is not None and where.key is not None:
        return read_from(where.certificate, where.key)
    return made_for(where.address)


def made_for(address: str) -> Certificate:
    """A new one for an address."""
    authority = trustme.CA(organization_name="Coprod", organization_unit_name="room")
    leaf = authority.issue_cert(address, organization_name="Coprod", organization_unit_name="room")
    context = _context()
    leaf.configure_cert(context)
    return Certificate(context, ssl.PEM_cert_to_DER_cert(leaf.cert_chain_pems[0].bytes().decode()))


def read_from(certificate: Path, key: Path) -> Certificate:
    """That of two files in PEM. Raises NotHosted."""
    context = _context()
    try:
        context.load_cert_chain(certificate, key, password="")  # nobody is asked for one on a terminal
        first = x509.load_pem_x509_certificates(certificate.read_bytes())[0]
    except (OSError, ValueError):
        raise NotHosted(WhyNotHosted.UNREADABLE) from None
    if first.not_valid_after_utc <= datetime.now(UTC):
        raise NotHosted(WhyNotHosted.EXPIRED)
    names = _names(first)
    if not names:
        raise NotHosted(WhyNotHosted.NAMELESS)
    return Certificate(context, first.public_bytes(Encoding.DER), names)


def _names(certificate: x509.Certificate) -> tuple[str, ...]:
    """The hosts that it vouches for, names before addresses. One for all of a domain names none."""
    try:
        found = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return ()
    names = [one for one in found.get_values_for_type(x509.DNSName) if "*" not in one]
    return (*names, *map(str, found.get_values_for_type(x509.IPAddress)))


def _meet(context: ssl.SSLContext, name: str) -> bool:
    """Let this machine meet the service in memory, as anybody would who trusts what this machine trusts."""
    to, back = ssl.MemoryBIO(), ssl.MemoryBIO()
    sides = (
        ssl.create_default_context().wrap_bio(back, to, server_hostname=name),
        context.wrap_bio(to, back, server_side=True),
    )
    for _ in range(_MOST_TURNS):
        try:
            for side in sides:
                _go_on(side)
        except ssl.SSLError:
            return False
    return sides[0].version() is not None


def _go_on(side: ssl.SSLObject) -> None:
    try:
        side.do_handshake()
    except ssl.SSLWantReadError:
        return


def _context() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context
