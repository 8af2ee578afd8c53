"""From the meeting to an edition that goes out, and to the next one, without a trace of who withdrew."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

import pikepdf
import pytest

from coprod.domain import acts
from coprod.domain.acts import NoteDraft, ParticipantDraft, SessionDraft
from coprod.domain.terms import Edition, ItemKind, NoteKind, Part, Standpoint, TranslationState
from coprod.render.written import write_edition
from coprod.service.issuing import issue
from coprod.service.live import LiveSession
from coprod.service.printing import Setting
from coprod.service.publish import Asked, checks_of_state
from coprod.store import open_store
from tests.present.meeting import MovedClock
from tests.render.pdf import text

if TYPE_CHECKING:
    from pathlib import Path

SESSION = "8f0c1d22-0000-4000-8000-0000000000aa"
TOLD = "The heron waits by the third lamp"
JA = "三つめの灯りのそばで鷺が待つ"
"""Words that no page of ours holds by itself."""


def begun(live: LiveSession) -> tuple[str, str]:
    """A meeting of six; who withdraws later, and their note."""
    live.do(acts.Describe(SessionDraft({"en": "Evening", "ja": "夕べ"}, ("en", "ja"))))
    for number in range(6):
        standpoint = Standpoint.PEER if number % 2 else Standpoint.PROFESSIONAL
        live.do(acts.AddParticipant(ParticipantDraft({"": f"Person{number}"}, standpoints=(standpoint,))))
    live.do(acts.AddItem(acts.ItemDraft(ItemKind.ROUNDTABLE, {"en": "Lamps", "ja": "灯り"})))
    live.do(acts.StartSession())
    who = list(live.state.participants)
    for one, body in zip(who, ("A", "B", "C", "D", "E"), strict=False):
        live.do(
            acts.KeepNote(NoteDraft(NoteKind.IDEA, {"en": f"{body} chair", "ja": f"{body}の椅子"}, (one,)))
        )
    live.do(
        acts.KeepNote(NoteDraft(NoteKind.IDEA, {"en": TOLD}, (who[5],), original="en", easy={"en": TOLD}))
    )
    note = live.state.notes()[-1].entry
    live.do(acts.TranslateNote(note, "ja", TranslationState.DRAFT, JA))
    return who[5], note


def insides(path: Path) -> bytes:
    """All that is in a file, unpacked."""
    data = path.read_bytes()
    if path.suffix == ".pdf":
        with pikepdf.open(path) as pdf:
            streams = [one.read_bytes() for one in pdf.objects if isinstance(one, pikepdf.Stream)]
        return b"\n".join([data, *streams, text(path).encode()])
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as package:
            return b"\n".join(package.read(name) for name in package.namelist())
    return data


@pytest.mark.parametrize("kind", [".pdf", ".docx", ".md", ".json"])
def test_an_edition_goes_out_and_the_next_one_holds_nothing_of_who_withdrew(
    tmp_path: Path, kind: str
) -> None:
    with open_store(tmp_path / "store.db") as store:
        live = LiveSession(SESSION, store, MovedClock())
        person, note = begun(live)
        live.do(acts.ConfirmNote(note, person))
        about = [one for one in checks_of_state(live.state, live.words) if one.note == note]
        assert about
        for one in about:
            live.do(
                acts.AnswerCheck(one.finding, one.note, one.lang, {"en": f"{TOLD}, they said"}, one.about)
            )
        live.do(acts.CloseSession())
        live.do(acts.Approve(Part.FACILITATOR))
        files = (write_edition, tmp_path / f"first{kind}", Setting())
        first = issue(live, Asked(), files, "the ward")
        assert TOLD.encode() in insides(tmp_path / f"first{kind}")
        live.do(acts.WithdrawParticipant(person))
        second = issue(live, Asked(), (write_edition, tmp_path / f"second{kind}", Setting()))
        assert (first.number, second.number) == (1, 2)
        assert [(one.number, one.edition) for one in live.state.issued] == [(1, "record"), (2, "record")]
        left = insides(tmp_path / f"second{kind}")
        for gone in (TOLD, JA, "Person5"):
            assert gone.encode() not in left
            assert gone.encode("utf-16-be") not in left
        if kind == ".pdf":
            told = text(tmp_path / f"second{kind}")
            assert "Replaces" in told or "replaces" in told
        assert live.state.answers == {}
    stored = (tmp_path / "store.db").read_bytes()
    for gone in (TOLD, JA):
        assert gone.encode() not in stored
        assert json.dumps(gone).encode() not in stored


def test_an_edition_says_which_parts_approved(tmp_path: Path) -> None:
    with open_store(tmp_path / "store.db") as store:
        live = LiveSession(SESSION, store, MovedClock())
        begun(live)
        live.do(acts.CloseSession())
        live.do(acts.Approve(Part.FACILITATOR))
        path = tmp_path / "m.pdf"
        issue(live, Asked(("en",), Edition.SUMMARY), (write_edition, path, Setting()))
        assert "Facilitator" in text(path)
