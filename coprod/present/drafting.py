"""The words for machine drafts: why there can be none, and what became of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.i18n import N_, NN_, Catalogue
from coprod.present.translating import language_word
from coprod.service.drafting import WhyNoDrafter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coprod.service.drafting import Drafts, Kept

_NO_DRAFTER: Mapping[WhyNoDrafter, str] = {
    WhyNoDrafter.NOT_INSTALLED: N_(
        "Machine drafts need an extra that is not installed here. Install coprod[mt], then try again."
    ),
    WhyNoDrafter.NO_FOLDER: N_("There is no such folder. Choose the one that the model is in."),
    WhyNoDrafter.NO_MODEL: N_(
        "There is no CTranslate2 model in this folder. Put its model.bin and config.json there."
    ),
    WhyNoDrafter.NO_PIECES: N_(
        "The model’s SentencePiece files are missing. Put source.spm and target.spm, or sentencepiece.model, there."
    ),
    WhyNoDrafter.BAD_SETTINGS: N_(
        "The coprod.toml in this folder can’t be understood. Write in it which languages the model knows."
    ),
    WhyNoDrafter.NO_LANGUAGES: N_(
        "This folder does not say which languages its model knows. Give it a name that ends in both, as ja-en does."
    ),
    WhyNoDrafter.OTHER_LANGUAGES: N_(
        "This model does not translate from {source} into {target}. Choose other languages, or another folder."
    ),
    WhyNoDrafter.DAMAGED: N_(
        "This model can’t be opened: it is damaged, or made for another version. Convert it once more."
    ),
    WhyNoDrafter.FAILED: N_(
        "The model failed at its work, and nothing was changed. Close other programs and try again."
    ),
}
_CAME = NN_("{n} note was drafted by machine", "{n} notes were drafted by machine")
_UNFIT = NN_("{n} could not be drafted", "{n} could not be drafted")
_OUTDATED = NN_("{n} has changed meanwhile", "{n} have changed meanwhile")
_UNREACHED = NN_("{n} is still to be drafted", "{n} are still to be drafted")
_LEFT_OUT = NN_(
    "{n} text is left for people: its draft could not be marked",
    "{n} texts are left for people: their drafts could not be marked",
)


def why_no_drafter(why: WhyNoDrafter, langs: tuple[str, str], words: Catalogue) -> str:
    """Say why there can be no drafts from the first language into the second."""
    source, target = (language_word(lang, words) for lang in langs)
    return words.say(_NO_DRAFTER[why], source=source, target=target)


def came_of(drafts: Drafts, kept: Kept, words: Catalogue) -> str:
    """Say how many notes were drafted, and what is left, and why."""
    told = [words.say_n(*_CAME, kept.came)]
    others = (
        (_UNFIT, drafts.unfit),
        (_OUTDATED, kept.outdated),
        (_UNREACHED, drafts.unreached),
        (_LEFT_OUT, drafts.wanted.left_out),
    )
    told += [words.say_n(*forms, n) for forms, n in others if n]
    return words.say(" · ").join(told)
