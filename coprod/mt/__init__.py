"""Drafts by a model that its user supplies, on this machine: the only place for ctranslate2 and sentencepiece.

Both are an extra that need not be there, and are read from the disk when a model is opened. There is no network.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.mt.folder import model_folder
from coprod.service.drafting import DrafterRefused, WhyNoDrafter

if TYPE_CHECKING:
    from pathlib import Path

    from coprod.service.drafting import Drafter

__all__ = ["open_drafter"]


def open_drafter(folder: Path, langs: tuple[str, str]) -> Drafter:
    """The model of a folder, ready to translate from one language into another. Raises DrafterRefused."""
    try:
        from coprod.mt.model import Model
    except ImportError:
        raise DrafterRefused(WhyNoDrafter.NOT_INSTALLED) from None
    return Model(model_folder(folder, langs))
