"""A model at work: a text sentence by sentence, for that is what such models are trained on."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import ctranslate2
from sentencepiece import SentencePieceProcessor

from coprod.domain.sentences import by_sentence
from coprod.service.drafting import DrafterRefused, WhyNoDrafter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from coprod.mt.folder import ModelFolder

MOST = 256
"""As many pieces may a sentence have; models are not made for longer ones, and lose what is in them."""
_MOST_SAID = 400
_BEAM, _AT_ONCE = 4, 16
_WITHOUT_SPACES = frozenset({"ja", "zh", "yue", "th"})
_BROKEN = (OSError, RuntimeError, ValueError, MemoryError)
"""What the two libraries raise where something is not as they need it."""


class Model:
    """Translates in one direction. What finds no end is no translation: a part would look like the whole."""

    def __init__(self, folder: ModelFolder) -> None:
        self._folder = folder
        self._between = "" if folder.into.split("-")[0].lower() in _WITHOUT_SPACES else " "
        try:
            self._source, self._target = map(_pieces, folder.pieces)
            self._translator = ctranslate2.Translator(str(folder.path), device="cpu")
        except _BROKEN:
            raise DrafterRefused(WhyNoDrafter.DAMAGED) from None

    def __call__(self, texts: Sequence[str]) -> Sequence[str]:
        """One translation for each text, with its lines; "" where a sentence of it has none. Raises DrafterRefused."""
        pages = [[_sentences(line) for line in text.split("\n")] for text in texts]
        try:
            said = iter(self._translated([one for page in pages for one in chain(*page)]))
        except _BROKEN:
            raise DrafterRefused(WhyNoDrafter.FAILED) from None
        return [self._page(page, said) for page in pages]

    def _page(self, page: Sequence[Sequence[str]], said: Iterator[str]) -> str:
        lines = [[next(said) for _ in line] for line in page]
        return "\n".join(map(self._between.join, lines)) if all(map(all, lines)) else ""

    def _translated(self, sentences: Sequence[str]) -> list[str]:
        """Each sentence on its own; "" where it is too long, or the model finds no end."""
        own = self._folder
        before, after = [own.source_mark] if own.source_mark else [], [] if own.adds_end else [own.end]
        tokens = [[*before, *self._source.encode(one, out_type=str), *after] for one in sentences]
        fitting = [one for one in tokens if len(one) <= MOST]
        results = iter(
            self._translator.translate_batch(
                fitting,
                [[own.target_mark]] * len(fitting) if own.target_mark else None,
                beam_size=_BEAM,
                max_batch_size=_AT_ONCE,
                max_input_length=0,
                max_decoding_length=_MOST_SAID,
                disable_unk=True,
                return_end_token=True,
            )
        )
        return [self._words(next(results).hypotheses[0]) if len(one) <= MOST else "" for one in tokens]

    def _words(self, pieces: Sequence[str]) -> str:
        """The words of a hypothesis that came to its end."""
        begin = 1 if self._folder.target_mark else 0
        if not pieces or pieces[-1] != self._folder.end:
            return ""
        return str(self._target.decode(list(pieces[begin:-1]))).strip()


def _pieces(path: Path) -> SentencePieceProcessor:
    made = SentencePieceProcessor()
    made.LoadFromSerializedProto(path.read_bytes())  # its constructor takes an empty file for none
    return made


def _sentences(line: str) -> list[str]:
    return [one.strip() for one in by_sentence(line).split("\n") if one.strip()]
