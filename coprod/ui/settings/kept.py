"""What is kept among the settings of this machine: the looks, and where the organisation's certificate lies."""

from __future__ import annotations

from dataclasses import asdict, fields
from pathlib import Path

from PySide6.QtCore import QSettings

from coprod.present.settings import Looks, looks_of


def kept_looks() -> Looks:
    """Read what was chosen last."""
    settings = QSettings()
    return looks_of({one.name: settings.value(one.name, "") for one in fields(Looks)})


def keep_looks(looks: Looks) -> None:
    """Keep what is chosen now."""
    settings = QSettings()
    for name, value in asdict(looks).items():
        settings.setValue(name, value)


_CERTIFICATE, _KEY = "certificate", "certificate-key"


def kept_certificate() -> tuple[Path, Path] | None:
    """The files of the certificate and of its key; None: one is made on the spot."""
    settings = QSettings()
    names = [str(settings.value(name, "")) for name in (_CERTIFICATE, _KEY)]
    return (Path(names[0]), Path(names[1])) if all(names) else None


def keep_certificate(files: tuple[Path, Path] | None) -> None:
    """Keep where they lie, and nothing of what is in them."""
    for name, file in zip((_CERTIFICATE, _KEY), files or ("", ""), strict=True):
        QSettings().setValue(name, str(file))
