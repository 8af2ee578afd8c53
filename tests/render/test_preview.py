"""Pages to be looked at: the very pages of the file, drawn by a process that may be stopped and may die."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from coprod.domain.fold import fold
from coprod.domain.terms import Edition
from coprod.render.preview import PageProcess, seen
from coprod.render.written import write_edition
from coprod.service.exchange.incoming import incoming
from coprod.service.exchange.reading import read_path
from coprod.service.printing import Arrangement, NoSight, Setting
from coprod.service.publish import Asked, minutes_of_state
from tests.sessions import SAMPLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from coprod.service.printing import Publication

WIDE = 640


def published(edition: Edition = Edition.RECORD, *languages: str) -> Publication:
    made = incoming(read_path(SAMPLE / "speaking-up.coprod.json"), 0)
    state = fold(made.session, made.facts)
    return minutes_of_state(state, made.words, Asked(languages, edition))


@pytest.fixture
def drawer() -> Iterator[PageProcess]:
    made = PageProcess()
    yield made
    made.close()


@pytest.mark.parametrize(
    ("edition", "setting"),
    [
        (Edition.RECORD, Setting()),
        (Edition.SUMMARY, Setting(Arrangement.STACKED)),
        (Edition.EASY, Setting()),
        (Edition.RECORD, Setting(large=True)),
    ],
)
def test_a_page_looks_as_it_does_in_the_file(
    drawer: PageProcess, tmp_path: Path, edition: Edition, setting: Setting
) -> None:
    made = published(edition, "ja", "en")
    write_edition(made, tmp_path / "m.pdf", setting)
    with pypdfium2.PdfDocument(tmp_path / "m.pdf") as pdf:
        for page in (0, len(pdf) - 1):
            drawn = drawer.draw(made.doc, setting, page, WIDE)
            assert drawn == seen(pdf, page, WIDE)
            assert (drawn.page, drawn.width) == (page, WIDE)
            assert len(drawn.pixels) == drawn.stride * drawn.height
            assert len(set(drawn.pixels)) > 2  # something is on it


def test_where_there_are_fewer_pages_the_last_is_shown(drawer: PageProcess) -> None:
    made = published()
    drawn = drawer.draw(made.doc, Setting(), 10_000, WIDE)
    assert drawn.page == drawn.pages - 1
    assert drawer.draw(made.doc, Setting(), -1, WIDE).page == 0


def test_another_document_is_drawn_anew(drawer: PageProcess) -> None:
    one, other = published(Edition.RECORD, "ja"), published(Edition.RECORD, "en")
    first = drawer.draw(one.doc, Setting(), 0, WIDE)
    assert drawer.draw(other.doc, Setting(), 0, WIDE) != first
    assert drawer.draw(one.doc, Setting(), 0, WIDE) == first


def test_who_is_stopped_gets_nothing_and_the_next_page_is_drawn_all_the_same(drawer: PageProcess) -> None:
    made = published()
    drawer.draw(made.doc, Setting(), 0, WIDE)  # it is there now
    stopping = threading.Timer(0.02, drawer.stop)
    stopping.start()
    with pytest.raises(NoSight):
        _again_and_again(drawer, made)
    stopping.join()
    assert drawer.draw(made.doc, Setting(), 1, WIDE).page == 1


def _again_and_again(drawer: PageProcess, made: Publication) -> None:
    for page in range(10_000):
        drawer.draw(made.doc, Setting(large=bool(page % 2)), page, WIDE)


def test_what_can_not_be_drawn_is_told_without_a_word_and_ends_nothing(
    drawer: PageProcess, capfd: pytest.CaptureFixture[str]
) -> None:
    made = published()
    with pytest.raises(NoSight) as caught:
        drawer.draw(None, Setting(), 0, WIDE)  # type: ignore[arg-type]
    assert caught.value.args == ()
    assert drawer.draw(made.doc, Setting(), 0, WIDE).page == 0
    assert capfd.readouterr() == ("", "")


def test_nothing_is_left_running(drawer: PageProcess) -> None:
    drawer.draw(published().doc, Setting(), 0, WIDE)
    process = drawer._process  # noqa: SLF001 - whether it ended is seen from nowhere else
    assert process is not None
    assert process.is_alive()
    drawer.close()
    assert drawer._process is None  # noqa: SLF001 - see above
    drawer.close()  # a second time there is nothing to do
