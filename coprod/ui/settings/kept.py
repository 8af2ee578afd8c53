"""Where the looks are kept: among the settings of this machine."""

from __future__ import annotations

from dataclasses import asdict, fields

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
