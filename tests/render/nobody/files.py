"""All files of a meeting, written by what the product writes them with."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coprod.domain.fold import fold
from coprod.domain.terms import Edition
from coprod.render.written import write_edition
from coprod.render.xliff import write_work
from coprod.service.exchange.incoming import incoming
from coprod.service.printing import KINDS, Arrangement, Paper, Setting
from coprod.service.publish import Asked, minutes_of_state
from coprod.service.translation import work_of
from tests.service.exchange.files import load

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from coprod.domain.facts import Fact, Word
    from coprod.domain.state import State
    from coprod.service.printing import Publication
    from tests.render.nobody.meetings import Meeting

PAIRS = (("ja", "en"), ("en", "ja"), ("ko", "en"), ("ja", "ko"), ("en",), ("ja",))
EDITIONS = tuple(Edition)
SETTINGS = (
    Setting(), Setting(Arrangement.STACKED), Setting(large=True), Setting(paper=Paper.A4),
    Setting(Arrangement.STACKED, Paper.A4_LANDSCAPE),
)  # fmt: skip
PASSWORD = "over the hills"


class Written(NamedTuple):
    """A file. `edition` None: it goes to a translator. `password`: what it opens with."""

    path: Path
    edition: Edition | None
    password: str = ""


class Come(NamedTuple):
    """A meeting as the product holds it."""

    state: State
    facts: Sequence[Fact]
    words: Mapping[str, Word]

    def publication(
        self, meeting: Meeting, edition: Edition, langs: Sequence[str], number: int | None
    ) -> Publication:
        """An edition; an own copy is that of the one who asked to be named."""
        whose = self._bold(meeting) if edition is Edition.OWN else None
        return minutes_of_state(self.state, self.words, Asked(langs, edition, whose, number))

    def _bold(self, meeting: Meeting) -> str:
        called = meeting.person(meeting.bold)["called"]["en"]
        people = self.state.participants.values()
        return next(one.id for one in people if self.words[dict(one.called)["en"]].body == called)


def came(meeting: Meeting) -> Come:
    read = incoming(load(meeting.made), 0)
    return Come(fold(read.session, read.facts), tuple(read.facts), read.words)


def files(meeting: Meeting, folder: Path, seed: int) -> Iterator[Written]:
    """Every edition in every kind, languages and arrangement turning with the seed, and what goes to a translator."""
    come = came(meeting)
    for n, edition in enumerate(EDITIONS):
        number = 1 if seed % 2 else None
        made = come.publication(meeting, edition, PAIRS[(seed + n) % len(PAIRS)], number)
        for kind in KINDS:
            path = folder / f"{edition.value}{kind}"
            write_edition(made, path, SETTINGS[(seed + n) % len(SETTINGS)])
            yield Written(path, edition)
        if seed % len(EDITIONS) == n:
            path = folder / f"{edition.value}-locked.pdf"
            write_edition(made, path, Setting(password=PASSWORD))
            yield Written(path, edition, PASSWORD)
    yield Written(_work(come, folder / "work.xlf", PAIRS[seed % 4]), None)


def _work(come: Come, path: Path, pair: tuple[str, ...]) -> Path:
    source, target = pair
    write_work(work_of(come.state, come.facts, come.words, (source, target)), path)
    return path
