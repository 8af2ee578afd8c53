"""The negative controls: a product that named somebody, or showed a standpoint of one, would be caught in each kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coprod.domain import placing
from coprod.domain.minutes_doc import Table
from coprod.domain.minuting import crediting, editions, header
from coprod.domain.minuting.crediting import Crediting
from coprod.domain.minuting.editions import Belonging
from coprod.domain.terms import Attribution
from coprod.render import xliff
from tests.render.nobody.files import files
from tests.render.nobody.meetings import meeting
from tests.render.nobody.singled import singled_out
from tests.render.nobody.telling import leaks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Patch = pytest.MonkeyPatch

PAGES = {".pdf", ".docx", ".md"}
DATA = {".pdf", ".json"}
TABLES = {".xlsx", ".csv"}
MOST = 12  # meetings that are drawn at most until each kind was caught


def caught(find: Callable[[int], set[str]], kinds: set[str]) -> set[str]:
    """The kinds of files in which something was found, out of those that are looked for."""
    found: set[str] = set()
    for seed in range(MOST):
        found |= find(seed)
        if kinds <= found:
            break
    return found


def naming(folder: Path, *, named: bool = False) -> Callable[[int], set[str]]:
    """Kinds that name the shy; or, in a summary, anybody."""

    def find(seed: int) -> set[str]:
        held = meeting(seed)
        secrets = held.person(held.bold)["called"].values() if named else held.secrets()
        written = [one for one in files(held, folder, seed) if not named or one.edition == "summary"]
        return {path.suffix for path, _, password in written if leaks(path, secrets, password)}

    return find


def singling(folder: Path, said: str) -> Callable[[int], set[str]]:
    def find(seed: int) -> set[str]:
        held = meeting(seed)
        written = files(held, folder, seed)
        return {
            path.suffix
            for path, _, password in written
            if any(said in one for one in singled_out(held, path, password))
        }

    return find


# ---- names


def every_wish_is_to_be_named(patch: Patch) -> None:
    patch.setattr(Crediting, "_wish", lambda *_: Attribution.NAMED)


def every_owner_is_named(patch: Patch) -> None:
    def owners(self: Any, note: Any) -> Any:
        known = (self._state.participants.get(who) for who in note.content.owners)
        return self._wordings.all(one.called for one in known if one)

    patch.setattr(Crediting, "owners", owners)


def everybody_is_listed(patch: Patch) -> None:
    plain = header.header

    def listing(state: Any, *rest: Any) -> Any:
        made = plain(state, *rest)
        names = rest[1].all(one.called for one in state.participants.values())
        return type(made)(**{key: getattr(made, key) for key in made.__slots__} | {"names": names})

    patch.setattr("coprod.domain.minutes.header", listing)


def an_own_copy_is_called_by_everybody(patch: Patch) -> None:
    def called(self: Any, state: Any, wordings: Any) -> Any:
        return wordings.of(next(iter(state.participants.values())).called)

    patch.setattr(Belonging, "called", called)


def a_translator_is_named(patch: Patch) -> None:
    patch.setattr(xliff, "_remark", lambda row, _: f"<note>{row.by}{row.checked_by}</note>")


@pytest.mark.parametrize(
    ("spoil", "kinds"),
    [
        (every_wish_is_to_be_named, PAGES | DATA),
        (every_owner_is_named, PAGES | DATA | TABLES),
        (everybody_is_listed, PAGES | DATA),
        (an_own_copy_is_called_by_everybody, PAGES),
        (a_translator_is_named, {".xlf"}),
    ],
)
def test_a_product_that_names_somebody_is_caught(
    spoil: Callable[[Patch], None], kinds: set[str], monkeypatch: Patch, tmp_path: Path
) -> None:
    spoil(monkeypatch)
    assert caught(naming(tmp_path), kinds) == kinds


def test_a_summary_that_names_somebody_is_caught(monkeypatch: Patch, tmp_path: Path) -> None:
    monkeypatch.setattr(editions, "_summary", lambda doc: doc)
    assert caught(naming(tmp_path, named=True), PAGES | DATA) >= PAGES | DATA


# ---- standpoints


def one_is_enough(patch: Patch) -> None:
    patch.setattr(placing, "_enough", lambda _: True)


def no_room_is_small(patch: Patch) -> None:
    for module in (placing, crediting):
        patch.setattr(module, "small", lambda _: False)


def counts_are_small(patch: Patch) -> None:
    patch.setattr(header, "SMALLEST", 1)


def every_table_is_told(patch: Patch) -> None:
    def table(self: Any, note: Any, *_: Any) -> Any:
        number = list(self._state.groups).index(note.group) + 1
        return Table(self._wordings.of(self._state.groups[note.group].name), number)

    patch.setattr(Crediting, "_table", table)


def every_word_is_in_the_data(patch: Patch) -> None:
    patch.setattr("coprod.domain.minutes.labelled", lambda doc: doc)


@pytest.mark.parametrize(
    ("spoil", "said", "kinds"),
    [
        (one_is_enough, "the heading", PAGES),
        (one_is_enough, ": “", PAGES),  # a discipline
        (one_is_enough, "which is one person", DATA),
        (no_room_is_small, "the heading", PAGES),
        (counts_are_small, "under three", PAGES),
        (every_table_is_told, "at a table", DATA),
        (every_word_is_in_the_data, ": “", DATA),
    ],
)
def test_a_product_that_singles_somebody_out_is_caught(
    spoil: Callable[[Patch], None], said: str, kinds: set[str], monkeypatch: Patch, tmp_path: Path
) -> None:
    spoil(monkeypatch)
    assert kinds <= caught(singling(tmp_path, said), kinds)
