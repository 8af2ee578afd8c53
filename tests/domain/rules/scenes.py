"""Sessions with a note or two in them, and what is known of their translations."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coprod.domain import acts
from coprod.domain.acts import NoteDraft
from coprod.domain.terms import NoteKind
from tests.stage import Stage, added, opened

if TYPE_CHECKING:
    from coprod.domain.parts import Translation

BOTH = {"ja": "言えた。", "en": "I said it."}


def kept(draft: NoteDraft, group: str | None = None) -> tuple[Stage, list[str], str]:
    stage, ids = opened()
    return stage, ids, added(stage.do(acts.KeepNote(draft, group)))


def of(*who: str, **values: object) -> NoteDraft:
    return replace(NoteDraft(NoteKind.CONTRIBUTION, BOTH, who, original="ja"), **values)  # type: ignore[arg-type]


def known(stage: Stage, one: str) -> dict[str, Translation]:
    return dict(stage.content(one).translations)


def states(stage: Stage, one: str) -> dict[str, str]:
    return {lang: translation.state.value for lang, translation in known(stage, one).items()}
