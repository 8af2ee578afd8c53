"""A real model for the true libraries, as small as one can be: it puts one word for another, in the same order.

Its weights are made by hand. Each place in a text looks, by attention, at the same place in the source, and says the
word that the one there stands for. So what comes out is known, to the end of the text. All sentences are invented.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
import sentencepiece
from ctranslate2.specs import TransformerSpec

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from numpy.typing import NDArray

WORDS = {"窓": "▁window", "を": "▁the", "あける": "▁open", "椅子": "▁chair", "お茶": "▁tea", "。": "▁now"}
"""Each word of the one language, and the piece that stands for it in the other."""
_SPECIAL = ("<unk>", "<s>", "</s>")
_HALF, _PLACES = 96, 600


@dataclass(frozen=True)
class Tiny:
    """What a model is made of. `codes`: tokens for languages, each of which stands for itself.

    `adds_end`: the library puts the end after a source by itself. `ends`: it can come to an end.
    """

    words: Mapping[str, str] = field(default_factory=lambda: WORDS)
    codes: tuple[str, ...] = ()
    adds_end: bool = False
    ends: bool = True
    places: int = _PLACES

    def save(self, folder: Path, one_file: str = "") -> Path:
        """Write the folder. `one_file`: the name of the one SentencePiece file for both languages."""
        folder.mkdir(parents=True)
        source, target = (pieces(symbols) for symbols in (self.words, self.words.values()))
        if one_file:
            (folder / one_file).write_bytes(pieces([*self.words, *self.words.values()]))
        else:
            (folder / "source.spm").write_bytes(source)
            (folder / "target.spm").write_bytes(target)
        said = [*_SPECIAL, *self.codes, *self.words]
        stand_for = [*_SPECIAL, *self.codes, *self.words.values()]
        spec = self._spec(len(said), said.index("</s>"))
        spec.register_source_vocabulary(said)
        spec.register_target_vocabulary(stand_for)
        spec.config.add_source_eos = self.adds_end
        spec.config.decoder_start_token = "</s>"
        spec.validate()
        spec.optimize()
        spec.save(str(folder))
        return folder

    def _spec(self, size: int, end: int) -> Any:
        chance = np.random.default_rng(7)
        tokens = signs(chance, size)
        places = np.zeros((self.places, 2 * _HALF), np.float32)
        places[:, :_HALF] = signs(chance, self.places)
        known = np.zeros((size, 2 * _HALF), np.float32)
        known[:, _HALF:] = tokens
        said = known.copy()
        if not self.ends:
            said[end] = -known[end]
        spec = TransformerSpec.from_config(1, 1, pre_norm=False)
        spec.encoder.scale_embeddings = spec.decoder.scale_embeddings = False
        spec.encoder.embeddings[0].weight = known
        spec.decoder.embeddings.weight = np.zeros_like(known)
        spec.encoder.position_encodings.encodings = spec.decoder.position_encodings.encodings = places
        spec.decoder.projection.weight = said
        for layer in (*spec.encoder.layer, *spec.decoder.layer):
            still(layer.self_attention, layer.ffn)
        look(spec.decoder.layer[0].attention)
        return spec


def pieces(symbols: Iterable[str]) -> bytes:
    """A SentencePiece model that knows these pieces, trained on sentences of them."""
    known = list(symbols)
    written = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter([" ".join(known).replace("▁", "")] * 3),
        model_writer=written,
        vocab_size=400,
        hard_vocab_limit=False,
        user_defined_symbols=known,
        add_dummy_prefix=False,
        minloglevel=2,
    )
    return written.getvalue()


def signs(chance: np.random.Generator, rows: int) -> NDArray[np.float32]:
    """Rows that are all of one length, and have little in common."""
    half = chance.choice(np.array([-1, 1], np.float32), (rows, _HALF // 2))
    return np.concatenate([half, -half], axis=1)  # the mean is 0: to normalise such a row leaves it as it is


def still(attention: Any, forward: Any) -> None:
    """Parts that add nothing."""
    wide = 2 * _HALF
    for linear, rows in zip(attention.linear, (3 * wide, wide), strict=True):
        linear.weight, linear.bias = np.zeros((rows, wide), np.float32), np.zeros(rows, np.float32)
    for linear in (forward.linear_0, forward.linear_1):
        linear.weight, linear.bias = np.zeros((wide, wide), np.float32), np.zeros(wide, np.float32)
    for norm in (attention.layer_norm, forward.layer_norm):
        level(norm)


def look(attention: Any) -> None:
    """Look at the same place in the source, and take the word there."""
    wide = 2 * _HALF
    place, word = np.zeros((wide, wide), np.float32), np.zeros((wide, wide), np.float32)
    place[range(_HALF), range(_HALF)] = 1
    word[range(_HALF, wide), range(_HALF, wide)] = 1
    for linear, weight in zip(
        attention.linear, (5 * place, np.concatenate([place, word]), 9 * word), strict=True
    ):
        linear.weight, linear.bias = weight, np.zeros(len(weight), np.float32)
    level(attention.layer_norm)


def level(norm: Any) -> None:
    """A normalisation that does no more than that."""
    norm.gamma, norm.beta = np.ones(2 * _HALF, np.float32), np.zeros(2 * _HALF, np.float32)
