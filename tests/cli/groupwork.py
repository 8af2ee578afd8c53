"""A group at work on a laptop of its own, as a program: it fills a sheet with notes.

python -m tests.cli.groupwork SHEET CODE-FILE NOTES
"""

from __future__ import annotations

import sys
from pathlib import Path

from coprod.bootstrap import SystemClock
from coprod.domain.acts import BeginTurn, ChangeNote, EndTurn, KeepNote, NoteDraft, ShareNote
from coprod.domain.terms import NoteKind
from coprod.seal import SealedFiles
from coprod.service.live import Change, LiveSession

EVERY = 10


def main(sheet: str, code_file: str, notes: str) -> None:
    """Voices one after another; each note in words of its own; every tenth changed, and brought to everyone."""
    session, log = SealedFiles().open(Path(sheet), Path(code_file).read_text("utf-8"))
    live = LiveSession(session, log, SystemClock())
    people = list(live.state.participants)
    kinds = list(NoteKind)
    name = Path(sheet).stem
    for number in range(int(notes)):
        who = people[number % len(people)]
        assert isinstance(live.do(BeginTurn(who)), Change)
        draft = NoteDraft(kinds[number % 3], {"ja": f"{name}の{number}番目の話。"}, (who,), original="ja")
        kept = live.do(KeepNote(draft))
        assert isinstance(kept, Change)
        if number % EVERY == 0:
            note = kept.new.notes()[-1].entry
            changed = NoteDraft(NoteKind.IDEA, {"ja": f"{name}の{number}番目、言い直し。"}, (who,))
            assert isinstance(live.do(ChangeNote(note, changed)), Change)
            assert isinstance(live.do(ShareNote(note)), Change)
        assert isinstance(live.do(EndTurn()), Change)


if __name__ == "__main__":
    main(*sys.argv[1:])
