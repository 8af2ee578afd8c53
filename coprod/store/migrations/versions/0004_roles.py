"""On a server: who may read and write what. A store of one machine is one person's, and has nothing of it.

Three roles without a login, to be given to those who have one. What a role may not see is not there for it.
"""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"

_ROLES = ("coprod_facilitator", "coprod_note_taker", "coprod_reader")
_TABLES = (
    *("organisation", "programme", "library", "person", "participant_link", "stream", "fact", "words"),
    *("words_subject", "signing", "sheet", "draft", "session", "note", "stream_owner", "erasure"),
)
_CLEARED = ("fact", "words", "words_subject", "participant_link", "note", "session", "draft")
_PROSE = (  # the server takes samples of what stands in a column, and keeps them for itself
    *("draft.body", "fact.body", "library.text", "library.title", "organisation.labels", "organisation.name"),
    *("person.name", "programme.cohort", "programme.title", "words.body"),
)
_OPEN = "EXISTS (SELECT 1 FROM session s WHERE s.id = {of}.session AND s.phase = 'open')"
_OWN = "EXISTS (SELECT 1 FROM stream_owner o WHERE o.stream = fact.stream AND o.login = session_user)"
_BODY = "convert_from(body, 'UTF8')::jsonb"
_MAY_BE_ADDED = (  # notes, and what amends one's own, as with a group's sheet
    "(kind IN ('note-kept/1', 'erased/1')"
    " OR kind IN ('note-changed/1', 'note-translated/1', 'note-confirmed/1', 'note-shared/1', 'note-taken-out/1',"
    f" 'action-moved/1') AND coprod_own(stream, {_BODY} ->> 'note', NULL)"
    f" OR kind = 'voided/1' AND coprod_own(stream, NULL, {_BODY} ->> 'act'))"
    f" AND coprod_new(session, stream, act, {_BODY} ->> 'entry')"
    " AND seq > 0 AND time BETWEEN 0 AND 253402300799999"  # to the year 9999: later ones nobody could read
    f""" AND NOT jsonb_path_exists({_BODY}, '$.** ? (@.type() == "number" && (@ > 9007199254740991 || @ < 0))')"""
)
_SEEN_BY_ALL = "LANGUAGE sql STABLE SECURITY DEFINER SET search_path = {schema}, pg_temp AS"
"""A rule that looked at its own table would look at itself, and would miss what the login may not see."""

_OWN_FUNCTION = f"""
CREATE FUNCTION coprod_own(of varchar, note text, undone text) RETURNS boolean {_SEEN_BY_ALL} $$
    SELECT EXISTS (SELECT 1 FROM fact WHERE stream = of AND (
        fact.act = undone OR kind = 'note-kept/1' AND {_BODY} ->> 'entry' = note))
$$
"""
_NEW_FUNCTION = f"""
CREATE FUNCTION coprod_new(in_session varchar, of varchar, done varchar, made text) RETURNS boolean {_SEEN_BY_ALL} $$
    SELECT NOT EXISTS (SELECT 1 FROM fact WHERE session = in_session AND stream <> of AND (
        fact.act = done OR position(convert_to(made, 'UTF8') IN body) > 0 AND {_BODY} ->> 'entry' = made))
$$
"""  # neither an act nor an entry of somebody else's, which could then be amended as one's own
_CLAIMABLE_FUNCTION = f"""
CREATE FUNCTION coprod_claimable(of varchar) RETURNS boolean {_SEEN_BY_ALL} $$
    SELECT EXISTS (SELECT 1 FROM stream_owner o WHERE o.stream = of AND o.login = session_user)
        OR NOT EXISTS (SELECT 1 FROM fact WHERE fact.stream = of)
        AND NOT EXISTS (SELECT 1 FROM stream WHERE stream.stream = of)
$$
"""  # a rule is asked even where the row is there already, and nothing is written
_WRITTEN_NOW_FUNCTION = f"""
CREATE FUNCTION coprod_written_now(of varchar, who varchar) RETURNS boolean {_SEEN_BY_ALL} $$
    SELECT EXISTS (SELECT 1 FROM words WHERE id = of AND xmin = pg_current_xact_id_if_assigned()::xid)
        OR EXISTS (SELECT 1 FROM words_subject s WHERE s.words = of AND s.participant = who)
$$
"""  # whose words they are is said with them, in one transaction, or nothing new is said
_TURN_FUNCTION = """
CREATE FUNCTION coprod_turn(of varchar) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = {schema}, pg_temp AS $$
BEGIN
    IF NOT has_table_privilege(session_user, 'session', 'UPDATE')
        AND NOT EXISTS (SELECT 1 FROM session WHERE id = of AND phase = 'open') THEN
        RAISE insufficient_privilege;
    END IF;
    INSERT INTO turn VALUES (of) ON CONFLICT DO NOTHING;
    PERFORM 1 FROM turn WHERE turn.session = of FOR UPDATE;
END
$$
"""  # an advisory lock anybody could hold; a table that may be written may be locked as a whole

_CLEAR_FUNCTION = """
CREATE FUNCTION coprod_clear(cleared text) RETURNS xid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = {schema}, pg_temp AS $$
BEGIN
    IF cleared IS NULL OR cleared NOT IN ({tables}) THEN
        RAISE EXCEPTION 'no table that is cleared';
    END IF;
    EXECUTE format('CLUSTER %I USING %I', cleared, cleared || '_pkey');
    RETURN (SELECT relfrozenxid FROM pg_class WHERE oid = cleared::regclass);
END
$$
"""
"""Write a table anew without what was deleted before any look that is still going on. It freezes the rows up to there,
and its lock is held until then: `relfrozenxid` is the first transaction whose deleted rows may still be in it."""

_OF_A_NOTE = (
    "EXISTS (SELECT 1 FROM note n WHERE n.session = words.session AND n.visibility <> 'review'"
    " AND position(words.id in n.text) > 0)"
)
_OF_A_TITLE = (
    "EXISTS (SELECT 1 FROM session s WHERE s.id = words.session AND s.phase = 'closed'"
    " AND position(words.id in s.title || s.programme || s.place) > 0)"
)


def upgrade() -> None:
    if op.get_bind().dialect.name != "postgresql":
        return
    for role in _ROLES:
        op.execute(
            f"DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{role}') THEN"
            f" CREATE ROLE {role} NOLOGIN; END IF; END $$"
        )
    op.execute(
        "CREATE TABLE stream_owner (stream varchar(36) PRIMARY KEY, login name NOT NULL DEFAULT session_user)"
    )
    op.execute("CREATE TABLE turn (session varchar(36) PRIMARY KEY)")
    op.execute("ALTER TABLE turn ENABLE ROW LEVEL SECURITY")
    op.execute("REVOKE ALL ON turn FROM PUBLIC")
    op.execute("CREATE TABLE erasure (at xid NOT NULL DEFAULT pg_current_xact_id()::xid)")
    for column in _PROSE:
        table, _, name = column.partition(".")
        op.execute(f"ALTER TABLE {table} ALTER COLUMN {name} SET STATISTICS 0")
    for table in _TABLES:
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"REVOKE ALL ON {table} FROM PUBLIC")
    op.execute(f"GRANT SELECT ON alembic_version TO {', '.join(_ROLES)}")
    _facilitator()
    _note_taker()
    _reader()


def _facilitator() -> None:
    for table in _TABLES:
        op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO coprod_facilitator")
        op.execute(
            f"CREATE POLICY facilitator ON {table} TO coprod_facilitator USING (true) WITH CHECK (true)"
        )
    tables = ", ".join(f"'{table}'" for table in _CLEARED)
    _function("coprod_clear", _CLEAR_FUNCTION.replace("{tables}", tables), "coprod_facilitator")


def _note_taker() -> None:
    """Open sessions alone; notes are added in streams of one's own, and nothing is ever changed or taken away."""
    role = "coprod_note_taker"
    _function("coprod_own", _OWN_FUNCTION, role)
    _function("coprod_new", _NEW_FUNCTION, role)
    _function("coprod_claimable", _CLAIMABLE_FUNCTION, role)
    _function("coprod_written_now", _WRITTEN_NOW_FUNCTION, role)
    _function("coprod_turn", _TURN_FUNCTION, f"{role}, coprod_facilitator")
    op.execute(f"GRANT SELECT, INSERT ON fact, words, words_subject, stream_owner TO {role}")
    op.execute(f"GRANT SELECT ON session TO {role}")
    _policy("session", role, "SELECT", "phase = 'open'")
    _policy("fact", role, "SELECT", _OPEN.format(of="fact"))
    _policy("fact", role, "INSERT", f"{_OPEN.format(of='fact')} AND {_OWN} AND {_MAY_BE_ADDED}")
    _policy("words", role, "SELECT", _OPEN.format(of="words"))
    _policy("words", role, "INSERT", _OPEN.format(of="words"))
    of_words = "EXISTS (SELECT 1 FROM words w WHERE w.id = words_subject.words)"
    _policy("words_subject", role, "SELECT", of_words)
    _policy("words_subject", role, "INSERT", f"{of_words} AND coprod_written_now(words, participant)")
    _policy("stream_owner", role, "SELECT", "login = session_user")
    _policy("stream_owner", role, "INSERT", "login = session_user AND coprod_claimable(stream)")


def _reader() -> None:
    """Closed sessions, as the archive lists them, and the words that minutes may show."""
    role = "coprod_reader"
    op.execute(f"GRANT SELECT ON session, note, words TO {role}")
    _policy("session", role, "SELECT", "phase = 'closed'")
    closed = "EXISTS (SELECT 1 FROM session s WHERE s.id = note.session AND s.phase = 'closed')"
    _policy("note", role, "SELECT", f"visibility <> 'review' AND {closed}")
    _policy("words", role, "SELECT", f"{_OF_A_NOTE} OR {_OF_A_TITLE}")


def _policy(table: str, role: str, command: str, rule: str) -> None:
    part = "WITH CHECK" if command == "INSERT" else "USING"
    name = f"{role.removeprefix('coprod_')}_{command.lower()}"
    op.execute(f"CREATE POLICY {name} ON {table} FOR {command} TO {role} {part} ({rule})")


def _function(name: str, source: str, role: str) -> None:
    """Make a function that works with the owner's rights, for these roles alone."""
    (schema,) = op.get_bind().exec_driver_sql("SELECT quote_ident(current_schema())").one()
    op.execute(source.replace("{schema}", schema))
    op.execute(f"REVOKE ALL ON FUNCTION {name} FROM PUBLIC")
    op.execute(f"GRANT EXECUTE ON FUNCTION {name} TO {role}")
