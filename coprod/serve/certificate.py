"""The certificate of the service: made on the spot for its address, or the organisation's own."""

from __future__ import annotations

import ssl
from hashlib import sha256
from typing import TYPE_CHECKING

import trustme

from coprod.service.sharing.hosting import NotHosted

if TYPE_CHECKING:
    from pathlib import Path

    from coprod.service.sharing.hosting import Where


def certificate_for(where: Where) -> tuple[ssl.SSLContext, bytes]:
    """The organisation's own, or one that is made on the spot. Raises NotHosted, OSError."""
    if where.certificate is not None and where.key is not None:
        return read_from(where.certificate, where.key)
    return made_for(where.address)


def made_for(address: str) -> tuple[ssl.SSLContext, bytes]:
    """A context with a new certificate for an address, and that certificate as DER."""
    authority = trustme.CA(organization_name="Coprod", organization_unit_name="room")
    leaf = authority.issue_cert(address, organization_name="Coprod", organization_unit_name="room")
    context = _context()
    leaf.configure_cert(context)
    return context, ssl.PEM_cert_to_DER_cert(leaf.cert_chain_pems[0].bytes().decode())


def read_from(certificate: Path, key: Path) -> tuple[ssl.SSLContext, bytes]:
    """The same of files in PEM. Raises NotHosted, OSError."""
    context = _context()
    try:
        context.load_cert_chain(certificate, key)
        text = certificate.read_text("ascii")
        end = "-----END CERTIFICATE-----"
        first = text[text.index("-----BEGIN CERTIFICATE-----") : text.index(end) + len(end)]
        return context, ssl.PEM_cert_to_DER_cert(first)
    except (ssl.SSLError, ValueError) as error:
        raise NotHosted(type(error).__name__) from None


def fingerprint(certificate: bytes) -> bytes:
    """The SHA-256 of a certificate in DER."""
    return sha256(certificate).digest()


def _context() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context
