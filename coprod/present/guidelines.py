"""The guidelines laid before the room, as they are prepared: a list that is offered whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coprod.domain import acts
from coprod.domain.prose import Prose
from coprod.i18n import LANGUAGES, Catalogue

if TYPE_CHECKING:
    from coprod.domain.acts import Act
    from coprod.domain.state import State
    from coprod.present.texts import Texts


@dataclass(frozen=True, slots=True)
class GuidelineLine:
    """One guideline: a text in each language of the session, in their order; "" where it is not yet said."""

    texts: tuple[tuple[str, str], ...]
    told: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class GuidelinesView:
    """The list as it would be offered; `tongues`: language and its own name. Each change asks for the whole list."""

    heading: str
    empty: str
    foot: str
    tongues: tuple[tuple[str, str], ...]
    lines: tuple[GuidelineLine, ...]
    prose: tuple[Prose, ...]

    def written(self, place: int, lang: str, text: str) -> Act | None:
        """Ask for other words in one language; one that says nothing any more is taken off the list."""
        before = self.prose[place] if place < len(self.prose) else {}
        after = {one: body for one, body in {**before, lang: " ".join(text.split())}.items() if body}
        if after == dict(before):
            return None
        return _offer((*self.prose[:place], after, *self.prose[place + 1 :]))

    def added(self, *texts: Prose) -> Act | None:
        """Ask for more guidelines at the end; those that are there already are left out."""
        new = tuple(text for text in texts if dict(text) not in [dict(one) for one in self.prose])
        return _offer((*self.prose, *new)) if new else None

    def moved(self, place: int, step: int) -> Act | None:
        """Ask for a guideline to stand one place up or down."""
        other = place + step
        if not (0 <= place < len(self.prose) and 0 <= other < len(self.prose)):
            return None
        order = list(self.prose)
        order.insert(other, order.pop(place))
        return _offer(tuple(order))

    def removed(self, place: int) -> Act | None:
        """Ask for the list without one."""
        if not 0 <= place < len(self.prose):
            return None
        return acts.OfferGuidelines((*self.prose[:place], *self.prose[place + 1 :]))


def guidelines_view(state: State, texts: Texts, words: Catalogue) -> GuidelinesView:
    """Show what will be offered to the room; what it agreed to, where nothing new is offered."""
    languages = state.description.languages if state.description else (words.lang,)
    shown = state.proposals or state.guidelines
    prose = tuple(
        {lang: texts.words[one].body for lang, one in each.text if one in texts.words} for each in shown
    )
    return GuidelinesView(
        heading=words.say("Guidelines to offer"),
        empty=words.say("No guidelines yet. Choose some from the library, or write your own."),
        foot=words.say("The room talks about them, changes them and agrees: this is only the beginning."),
        tongues=tuple((lang, LANGUAGES.get(lang.split("-", maxsplit=1)[0], lang)) for lang in languages),
        lines=tuple(_line(each, languages) for each in prose),
        prose=prose,
    )


def _line(prose: Prose, languages: tuple[str, ...]) -> GuidelineLine:
    rest = [lang for lang in prose if lang not in languages]
    said = tuple((lang, prose.get(lang, "")) for lang in (*languages, *rest))
    return GuidelineLine(said, " / ".join(body for _, body in said if body))


def _offer(texts: tuple[Prose, ...]) -> Act:
    return acts.OfferGuidelines(tuple(text for text in texts if text))
