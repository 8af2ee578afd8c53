"""How far the texts can be trusted: counted in the languages of the page, whatever their tags are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coprod.domain.facts import NoteKept
from coprod.domain.minuting.standing import standing
from coprod.domain.minuting.wordings import Wordings
from coprod.domain.parts import NoteContent, Translation
from coprod.domain.terms import NoteKind, TranslationState

if TYPE_CHECKING:
    from coprod.domain.minutes_doc import Wording

CHECKED, DRAFT, MACHINE = TranslationState.CHECKED, TranslationState.DRAFT, TranslationState.MACHINE
WORDS = {"j": "窓をあける", "e": "Open the window", "t": "開窗", "s": "开窗"}


def note(
    text: tuple[tuple[str, str], ...],
    original: str | None = None,
    checked: str | None = None,
    machine: str | None = None,
) -> NoteKept:
    states = ((checked, CHECKED), (machine, MACHINE))
    translations = tuple((lang, Translation(state)) for lang, state in states if lang)
    content = NoteContent(
        kind=NoteKind.IDEA, text=text, original=original, translations=translations, who=("a",)
    )
    return NoteKept(entry="n", content=content)


def shown(*notes: NoteKept) -> list[tuple[NoteKept, Wording]]:
    wordings = Wordings(WORDS)
    return [(note, wording) for note in notes if (wording := wordings.of_note(note))]


@pytest.mark.parametrize(
    ("asked", "said", "counted"),
    [
        ("en", note((("ja", "j"), ("en", "e")), "ja", "en"), {CHECKED: 1}),
        ("en-GB", note((("ja", "j"), ("en", "e")), "ja", "en"), {CHECKED: 1}),
        ("en", note((("ja", "j"), ("en", "e")), "ja"), {DRAFT: 1}),
        ("en", note((("ja", "j"), ("en", "e"))), {}),
        ("en", note((("ja", "j"),)), {None: 1}),
        ("ja-JP", note((("ja", "j"),)), {}),
        ("zh-Hant", note((("zh-Hans", "s"),)), {None: 1}),
        ("zh-TW", note((("zh-Hans", "s"), ("zh-Hant", "t")), "zh-Hans", "zh-Hant"), {CHECKED: 1}),
        ("en", note((("ja", "gone"),)), {}),
        ("en", note((("ja", "j"), ("en", "e")), machine="en"), {MACHINE: 1}),
        ("en", note((("en", "e"),), machine="en"), {MACHINE: 1}),  # as a page in one language tells it
        ("ja", note((("ja", "j"), ("en", "e")), machine="en"), {}),
    ],
)
def test_translations_are_counted_by_state(
    asked: str, said: NoteKept, counted: dict[TranslationState | None, int]
) -> None:
    assert standing(shown(said), [asked]).translations == {asked: counted}


@pytest.mark.parametrize(
    "one", [note((("ja", "j"), ("en", "e")), "ja"), note((("ja", "j"), ("en", "e")), "ja", "en")]
)
def test_a_translation_is_in_the_same_state_beside_its_words_as_in_the_count(one: NoteKept) -> None:
    ((_, wording),) = shown(one)
    assert standing(shown(one), ["en", "ja"]).translations == {"en": {wording.state("en"): 1}, "ja": {}}
    assert wording.state("ja") is None


def test_only_what_somebody_said_can_be_confirmed() -> None:
    said, nobodys = (
        note((("ja", "j"),)),
        NoteKept(entry="m", content=NoteContent(NoteKind.IDEA, (("ja", "j"),))),
    )
    found = standing(shown(said, nobodys), ["ja"])
    assert (found.notes, found.confirmed) == (1, 0)
