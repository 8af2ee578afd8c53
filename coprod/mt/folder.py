"""The folder of a model: what has to be in it, and which languages it knows. See docs/machine-drafts.md."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coprod.domain.forms import is_language
from coprod.domain.languages import fitting
from coprod.service.drafting import DrafterRefused, WhyNoDrafter

if TYPE_CHECKING:
    from collections.abc import Mapping

SETTINGS = "coprod.toml"
"""What a folder says of itself, beside what the converter wrote."""
_MODEL, _CONFIG = "model.bin", "config.json"
_PAIR_OF_PIECES = ("source.spm", "target.spm")
_SHARED_PIECES = ("sentencepiece.model", "sentencepiece.bpe.model")
_NAMED = re.compile(r"(?:^|[^a-z])([a-z]{2,3})-([a-z]{2,3})$")
"""How the name of a folder ends that says its languages: ja-en, opus-mt-ja-en."""


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """A model in one direction. `source_mark`, `target_mark`: a token before each sentence, "" for none.

    `end`: the token that a sentence ends with. `adds_end`: the library puts it after a source by itself.
    """

    path: Path
    into: str
    pieces: tuple[Path, Path]
    end: str
    adds_end: bool
    source_mark: str = ""
    target_mark: str = ""


@dataclass(frozen=True, slots=True)
class _Settings:
    """What coprod.toml may say."""

    languages: tuple[str, ...] = ()
    codes: tuple[tuple[str, str], ...] = ()
    source_mark: str = ""
    target_mark: str = ""


def model_folder(folder: Path, langs: tuple[str, str]) -> ModelFolder:
    """What is in a folder, for one direction. Raises DrafterRefused."""
    if not folder.is_dir():
        raise DrafterRefused(WhyNoDrafter.NO_FOLDER)
    if not all((folder / name).is_file() for name in (_MODEL, _CONFIG)):
        raise DrafterRefused(WhyNoDrafter.NO_MODEL)
    source_mark, target_mark = _marks(_settings(folder), folder, langs)
    end, adds_end = _end(folder)
    return ModelFolder(folder, langs[1], _pieces(folder), end, adds_end, source_mark, target_mark)


def _marks(settings: _Settings, folder: Path, langs: tuple[str, str]) -> tuple[str, str]:
    """The tokens that tell the model its languages. Raises DrafterRefused where it does not know these."""
    codes = dict(settings.codes)
    if codes:
        source, target = (codes.get(fitting(lang, codes) or "", "") for lang in langs)
        if not (source and target):
            raise DrafterRefused(WhyNoDrafter.OTHER_LANGUAGES)
        return source, target
    own = settings.languages or _languages_in(folder.resolve().name)
    if not own:
        raise DrafterRefused(WhyNoDrafter.NO_LANGUAGES)
    if not all(fitting(lang, (known,)) for lang, known in zip(langs, own, strict=True)):
        raise DrafterRefused(WhyNoDrafter.OTHER_LANGUAGES)
    return settings.source_mark, settings.target_mark


def _languages_in(name: str) -> tuple[str, ...]:
    found = _NAMED.search(name.lower())
    return found.groups() if found else ()


def _settings(folder: Path) -> _Settings:
    path = folder / SETTINGS
    if not path.is_file():
        return _Settings()
    try:
        return _understood(tomllib.loads(path.read_text("utf-8-sig")))
    except (OSError, ValueError):
        raise DrafterRefused(WhyNoDrafter.BAD_SETTINGS) from None


def _understood(given: Mapping[str, Any]) -> _Settings:
    """Settings as they are meant. Raises ValueError where they say something else."""
    codes, languages = given.get("codes", {}), given.get("languages", [])
    marks = tuple(given.get(name, "") for name in ("source_mark", "target_mark"))
    known = {"languages", "codes", "source_mark", "target_mark"}
    if not (isinstance(codes, dict) and isinstance(languages, list) and set(given) <= known):
        raise ValueError
    if not all(isinstance(one, str) for one in (*codes.values(), *languages, *marks)):
        raise ValueError
    tags = (*codes, *languages)
    if len(languages) not in (0, 2) or bool(codes) is bool(languages) or not all(map(is_language, tags)):
        raise ValueError
    return _Settings(tuple(languages), tuple(codes.items()), *marks)


def _pieces(folder: Path) -> tuple[Path, Path]:
    source, target = (folder / name for name in _PAIR_OF_PIECES)
    if source.is_file() and target.is_file():
        return source, target
    for path in (folder / name for name in _SHARED_PIECES):
        if path.is_file():
            return path, path
    raise DrafterRefused(WhyNoDrafter.NO_PIECES)


def _end(folder: Path) -> tuple[str, bool]:
    """The token at the end, and whether the library adds it: converters that leave it to the library say so."""
    try:
        config = json.loads((folder / _CONFIG).read_bytes())
        return str(config.get("eos_token") or "</s>"), bool(config.get("add_source_eos"))
    except (OSError, ValueError, AttributeError):
        raise DrafterRefused(WhyNoDrafter.DAMAGED) from None
