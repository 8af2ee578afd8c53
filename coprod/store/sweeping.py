"""What was erased on a server leaves its files, too: a vacuum would leave the bytes in the holes of the pages.

Whoever erases leaves a mark in the same transaction: its number. Each table is then written anew by `coprod_clear`,
which says before which transaction no row that was deleted is left in it: what any look that is still going on might
see stays. A mark goes once it lies before that in every table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coprod.store.engine import Driver

TABLES = ("fact", "words", "words_subject", "participant_link", "note", "session", "draft")
"""Those that something is erased from."""

WAIT = "2s"
"""How long a table that somebody reads is waited for: whoever comes later waits as long."""

LONGEST, SILENCE = "50s", 60.0
"""How long writing one table anew may take, and how many seconds nothing has to come from the server meanwhile."""

MARK = "INSERT INTO erasure DEFAULT VALUES"

_MAY = "SELECT has_table_privilege('erasure', 'DELETE')"
_LEFT = "SELECT EXISTS (SELECT 1 FROM erasure)"
_SETTINGS = "SELECT set_config('lock_timeout', ?, true), set_config('statement_timeout', ?, true)"
_CLEAR = "SELECT coprod_clear(?)"
_UNMARK = (  # one in the future came with a dump, from another server
    "DELETE FROM erasure WHERE age(at) > (SELECT max(age(one)) FROM unnest(?::xid[]) AS one) OR age(at) < 0"
)


def sweep(driver: Driver) -> bool:
    """Clear the tables where there are marks, outside of any transaction; whether nothing is left that one could do."""
    if not _asked(driver, _MAY) or not _asked(driver, _LEFT):
        return True
    kept = [_clear(driver, table) for table in TABLES]
    driver.execute(_UNMARK, (kept,))
    return not _asked(driver, _LEFT)


def _clear(driver: Driver, table: str) -> object:
    """Write a table anew; the first transaction whose deleted rows may still be in it."""
    with driver.transaction():
        driver.execute(_SETTINGS, (WAIT, LONGEST))
        return driver.execute(_CLEAR, (table,)).fetchone()[0]


def _asked(driver: Driver, question: str) -> bool:
    return bool(driver.execute(question).fetchone()[0])
