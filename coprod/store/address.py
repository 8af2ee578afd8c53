"""The address of a server: what it has to say, and that whoever answers from elsewhere is who they say they are."""

from __future__ import annotations

import ipaddress
import os
import re
import ssl
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from coprod.service.ports import StoreFailed

SCHEME = "postgresql+psycopg"
_SCHEMES = ("postgres", "postgresql", SCHEME)
_HOST = re.compile(r"[^\s@\[\]]*")
_FULL = "verify-full"
_AUTHORITIES = (  # of Debian and Arch, Fedora, openSUSE, and macOS
    *("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/ca-bundle.pem"),
    "/etc/ssl/cert.pem",
)


def read(address: str) -> URL:
    """An address as the driver takes it; the certificate of a server elsewhere is verified. Raises StoreFailed.

    Of one that can't be read nothing is repeated: any part of it may be a part of a password.
    """
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        raise StoreFailed("address", "server") from None
    if url.drivername not in _SCHEMES or not url.database or not _HOST.fullmatch(url.host or ""):
        raise StoreFailed("address", "server")
    return _verified(url.set(drivername=SCHEME))


def shown(url: URL) -> str:
    """An address as it is told and written down: without its password."""
    return url.set(query={}).render_as_string(hide_password=True)


def _verified(url: URL) -> URL:
    """Whatever the surroundings ask for (PGSSLMODE, a service), what the address says comes first."""
    if _stays_here(url):
        return url
    if url.query.get("sslmode", _FULL) != _FULL:
        raise StoreFailed("unverified", shown(url))
    root = url.query.get("sslrootcert", os.environ.get("PGSSLROOTCERT", "system"))
    return url.update_query_dict({"sslmode": _FULL, "sslrootcert": _known() if root == "system" else root})


def _known() -> str:
    """The file of the authorities that this system knows: the driver brings an OpenSSL along, which knows of none."""
    places = (ssl.get_default_verify_paths().cafile or "", *_AUTHORITIES)
    return next((one for one in places if Path(one).is_file()), "system")


def _stays_here(url: URL) -> bool:
    """Whether what is said does not leave this machine, wherever libpq takes the host from; a service may be afar."""
    _, asked = url.get_dialect()().create_connect_args(url)
    if "service" in asked or "PGSERVICE" in os.environ:
        return False
    places = (
        asked.get("host") or os.environ.get("PGHOST", ""),
        asked.get("hostaddr") or os.environ.get("PGHOSTADDR", ""),
    )
    return all(_is_here(one) for place in places for one in place.split(","))


def _is_here(host: str) -> bool:
    if host in {"", "localhost"} or host.startswith(("/", "@")):  # a socket
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
