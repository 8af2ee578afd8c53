"""Pictures of minutes: the first pages of the record across and upright, and the first page of each other edition."""

from __future__ import annotations

import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from coprod.domain.fold import fold
from coprod.domain.terms import Edition
from coprod.render.written import write_edition
from coprod.service.exchange.incoming import incoming
from coprod.service.exchange.reading import read_path
from coprod.service.printing import Arrangement, Paper, Setting
from coprod.service.publish import Asked, minutes_of_state
from coprod.ui.demo.stage import SAMPLE, sample
from tools.pictures import save_palette

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coprod.domain.state import State

PAGES, DOTS = 3, 72


@dataclass(frozen=True, slots=True)
class Shot:
    """The pages of one edition, and under which name."""

    name: str
    pages: int
    setting: Setting
    edition: Edition = Edition.RECORD


SHOTS = (
    Shot("minutes-a4-landscape", PAGES, Setting(paper=Paper.A4_LANDSCAPE)),
    Shot("minutes-a4", PAGES, Setting(paper=Paper.A4)),
    Shot("minutes-stacked", 1, Setting(Arrangement.STACKED)),
    Shot("minutes-large", 1, Setting(large=True)),
    Shot("minutes-summary", 1, Setting(), Edition.SUMMARY),
    Shot("minutes-own", 1, Setting(), Edition.OWN),
    Shot("minutes-easy", 1, Setting(), Edition.EASY),
)
NAMES = tuple(f"{shot.name}-{page}" for shot in SHOTS for page in range(1, shot.pages + 1))


def minutes(folder: Path) -> None:
    """Take the pictures."""
    made = incoming(read_path(sample(f"{SAMPLE}.coprod.json")), 0)
    state = fold(made.session, made.facts)
    with tempfile.TemporaryDirectory() as place:
        for shot in SHOTS:
            asked = Asked(edition=shot.edition, whose=_first(state) if shot.edition is Edition.OWN else None)
            pdf = Path(place) / f"{shot.name}.pdf"
            write_edition(minutes_of_state(state, made.words, asked), pdf, shot.setting)
            for page in _pages(pdf, shot.pages):
                name, number = page.stem.rsplit("-", 1)  # the number is wider where there are ten pages
                save_palette(Image.open(page), folder / f"{name}-{int(number)}.png")


def _pages(pdf: Path, last: int) -> Iterator[Path]:
    command = ["pdftoppm", "-r", str(DOTS), "-l", str(last), "-png", str(pdf), str(pdf.with_suffix(""))]
    subprocess.run(command, check=True)
    yield from sorted(pdf.parent.glob(f"{pdf.stem}-[0-9]*.png"))


def _first(state: State) -> str:
    """Whoever was the first to say something."""
    return next(who for note in state.notes() for who in note.content.who)
