"""A note-taker's login: notes arrive, and nothing else, and nothing blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.domain import acts
from coprod.domain.terms import ItemKind, NoteKind
from coprod.service.verify import verify
from coprod.store.server import open_server
from tests.contracts.batches import new_id
from tests.store.programs import SESSION, Program, bodies, sync, taker, until

if TYPE_CHECKING:
    from tests.postgres import Server


def test_a_note_taker_sends_notes_and_a_facilitator_puts_the_rows_right(
    programs: tuple[Program, Program], url: str, postgres: Server, database: str
) -> None:
    one, other = programs
    other.url = taker(postgres, database)
    one.begin()
    until(lambda: one.courier is not None and one.courier.near)
    other.begin()
    until(lambda: SESSION in other.store.known())
    other.do(acts.AddItem(acts.ItemDraft(ItemKind.OTHER, {"ja": "勝手な議題"})))  # it stays on that laptop
    other.note("記録係から")
    other.note("まちがい")
    other.do(acts.Undo())
    until(lambda: one.notes() == ["記録係から"] and len(one.live().facts()) == len(other.live().facts()))
    assert len(one.live().state.agenda) == len(other.live().state.agenda) - 1
    with open_server(url, write=False) as server:
        until(lambda: verify(server) == [])
    other.close()
    other.courier = None


def test_a_withdrawal_on_a_note_takers_laptop_stays_there_and_notes_go_on(
    programs: tuple[Program, Program], url: str, postgres: Server, database: str
) -> None:
    one, other = programs
    with open_server(url) as server, open_server(taker(postgres, database)) as theirs:
        sync(one, server)
        sync(other, theirs)
        who = next(iter(other.live().state.participants))
        other.note("まえ", who)
        sync(other, theirs)
        other.do(acts.WithdrawParticipant(who))
        other.note("あと")
        sync(other, theirs)
        assert {"まえ", "あと"} <= bodies(server)


def owned(postgres: Server, database: str) -> set[str]:
    """The streams that note-takers made their own."""
    with postgres.connect(database) as connection:
        return {str(stream) for (stream,) in connection.execute("SELECT stream FROM stream_owner")}


def test_a_note_taker_waits_while_a_session_is_over_and_claims_nobodys_stream(
    programs: tuple[Program, Program], url: str, postgres: Server, database: str
) -> None:
    one, other = programs
    with open_server(url) as server, open_server(taker(postgres, database)) as theirs:
        sync(one, server)
        sync(other, theirs)
        other.note("送った")
        sync(other, theirs)
        sync(one, server)
        other.note("まだ送っていない")
        one.do(acts.CloseSession())
        sync(one, server)
        for _ in range(2):
            sync(other, theirs)
        assert owned(postgres, database) == {other.live().stream}
        assert "まだ送っていない" not in bodies(server)
        one.do(acts.ReopenSession())
        sync(one, server)
        sync(other, theirs)
        sync(one, server)
        assert one.notes() == ["まだ送っていない", "送った"]
        assert verify(server) == []


def test_a_note_taker_sends_its_own_notes_and_those_of_phones_and_no_other_words(
    programs: tuple[Program, Program], url: str, postgres: Server, database: str
) -> None:
    one, other = programs
    with open_server(url) as server, open_server(taker(postgres, database)) as theirs:
        sync(one, server)
        sync(other, theirs)
        one.note("まだ進行役の機械だけに")  # and brought to the other by hand
        one.do(acts.AddItem(acts.ItemDraft(ItemKind.OTHER, {"ja": "進行役の議題"})))
        found = one.store.since(SESSION, server.heads(SESSION))
        other.live().take_in(found.facts, tuple(found.words.values()))
        phone = new_id()
        other.live().do(
            acts.KeepNote(acts.NoteDraft(NoteKind.IDEA, {"ja": "電話から"}, (), original="ja")), phone
        )
        other.do(acts.AddItem(acts.ItemDraft(ItemKind.OTHER, {"ja": "勝手な議題"})))
        other.note("記録係から")
        sync(other, theirs)
        assert owned(postgres, database) == {phone, other.live().stream}
        assert {"電話から", "記録係から"} <= bodies(server)
        assert not {"勝手な議題", "進行役の議題", "まだ進行役の機械だけに"} & bodies(server)
        sync(one, server)
        assert one.notes() == sorted(["電話から", "記録係から", "まだ進行役の機械だけに"])
        assert "進行役の議題" in bodies(server)
