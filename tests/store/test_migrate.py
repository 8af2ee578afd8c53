"""The tables come to their form by steps; an existing store is copied first, and a step that fails changes nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from coprod.service.ports import Batch, StoreFailed
from coprod.store import migrate, open_store, schema
from coprod.store.engine import connect, make_engine
from tests.contracts.batches import a_note, new_id

if TYPE_CHECKING:
    from sqlalchemy import Engine

ROOT = Path(__file__).parents[2]
KEY = bytes(range(32))
STEP = """
import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade():
    with op.batch_alter_table("words", recreate="always") as words:
        words.add_column(sa.Column("reading", sa.Text()))
"""


@pytest.fixture(params=[None, KEY], ids=["plain", "keyed"])
def key(request: pytest.FixtureRequest) -> bytes | None:
    made: bytes | None = request.param
    return made


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "s.coprod"


def a_store(path: Path, key: bytes | None = None) -> Batch:
    batch = a_note(new_id(), new_id(), 1)
    with open_store(path, key=key) as store:
        store.append(batch)
    return batch


def steps(tmp_path: Path, further: str) -> str:
    """The steps there are, and one more."""
    folder = tmp_path / "steps"
    shutil.copytree(
        ROOT / "coprod" / "store" / "migrations", folder, ignore=shutil.ignore_patterns("__pycache__")
    )
    (folder / "versions" / "0005_further.py").write_text(further)
    return str(folder)


def bring_further(path: Path, key: bytes | None, where: str) -> Engine:
    engine = make_engine(path, key=key, mode="rwc")
    try:
        migrate.to_head(engine, path, key, known="0005", steps=where)
    finally:
        engine.dispose()
    return engine


def test_the_steps_lead_to_the_tables_that_the_program_knows(path: Path) -> None:
    a_store(path)
    engine = make_engine(path, key=None, mode="ro")
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), schema.metadata) == []
    engine.dispose()


def test_the_program_knows_the_last_step() -> None:
    config = Config()
    config.set_main_option("script_location", migrate.STEPS)
    assert ScriptDirectory.from_config(config).get_heads() == [schema.REVISION]


def test_alembic_is_not_loaded_for_a_store_that_is_as_it_should_be(path: Path) -> None:
    a_store(path)
    script = (
        "import sys; from pathlib import Path; from coprod.store import open_store;"
        "open_store(Path(sys.argv[1])).close(); sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script, path], cwd=ROOT, check=False).returncode == 0


def test_a_step_keeps_the_rows_of_the_tables_that_hang_on_one_rebuilt(
    tmp_path: Path, path: Path, key: bytes | None
) -> None:
    batch = a_store(path, key)
    engine = bring_further(path, key, steps(tmp_path, STEP))
    with engine.connect() as connection:
        assert connection.execute(text("SELECT reading FROM words")).all() == [(None,)]
        assert connection.execute(text("SELECT words FROM words_subject")).scalars().all() == [
            batch.words[0].id
        ]
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
    engine.dispose()


def test_before_a_step_the_store_is_copied_whole(tmp_path: Path, path: Path, key: bytes | None) -> None:
    batch = a_store(path, key)
    bring_further(path, key, steps(tmp_path, STEP)).dispose()
    with pytest.raises(StoreFailed, match="newer"):
        open_store(path, key=key)
    with open_store(path.with_name("s.coprod.0004.backup"), key=key, write=False) as copy:
        stored = copy.load(batch.session)
    assert (list(stored.facts), stored.words) == (list(batch.facts), {word.id: word for word in batch.words})
    assert not list(tmp_path.glob("*.part"))


def test_a_new_store_needs_no_copy(tmp_path: Path, path: Path) -> None:
    a_store(path)
    assert not list(tmp_path.glob("*.backup*"))


@pytest.mark.parametrize(
    "fails",
    [
        '    op.execute("INSERT INTO nowhere VALUES (1)")\n',
        '    op.execute("DELETE FROM words")\n',
    ],
    ids=["an error", "a reference to nothing"],
)
def test_a_step_that_fails_changes_nothing(tmp_path: Path, path: Path, fails: str) -> None:
    batch = a_store(path)
    with pytest.raises(Exception):  # noqa: B017, PT011 — of Alembic, or StoreFailed
        bring_further(path, None, steps(tmp_path, STEP + fails))
    with open_store(path) as store:
        stored = store.load(batch.session)
    assert (list(stored.facts), list(stored.words)) == (list(batch.facts), [batch.words[0].id])


def test_without_a_sound_copy_no_step_is_taken(tmp_path: Path, path: Path) -> None:
    batch = a_store(path)
    path.with_name("s.coprod.0004.backup").mkdir()
    with pytest.raises(OSError, match="backup"):
        bring_further(path, None, steps(tmp_path, STEP))
    with open_store(path) as store:
        assert list(store.load(batch.session).facts) == list(batch.facts)


def test_an_older_store_is_not_changed_to_be_read(path: Path) -> None:
    a_store(path)
    connection = connect(path, key=None, mode="rw")
    connection.execute("UPDATE alembic_version SET version_num = '0000'")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreFailed, match="older"):
        open_store(path, write=False)
    assert path.read_bytes() == before


def test_the_copies_beside_a_store_are_told_the_first_first(path: Path, tmp_path: Path) -> None:
    a_store(path)
    where = steps(tmp_path, STEP)
    bring_further(path, None, where)
    (made,) = migrate.backups(path)
    assert Path(made.path) == path.with_name(f"{path.name}.0004.backup")
    assert made.made == Path(made.path).stat().st_mtime_ns // 1_000_000
    earlier = path.with_name(f"{path.name}.0002.backup.part")  # the program ended while it was made
    for other in (earlier, path.with_name("another.0002.backup"), path.with_name(f"{path.name}-wal")):
        other.write_bytes(b"")
    os.utime(earlier, (1, 1))
    assert [Path(one.path) for one in migrate.backups(path)] == [earlier, Path(made.path)]


def test_a_store_tells_its_copies(path: Path) -> None:
    a_store(path)
    shutil.copy(path, path.with_name(f"{path.name}.0002.backup"))
    with open_store(path, write=False) as store:
        assert [Path(one.path).name for one in store.backups()] == ["s.coprod.0002.backup"]
