"""A program of its own that runs a session and keeps notes in it for ever, as fast as it can; one line for each.

python -m tests.cli.talk STORE SESSION
"""

from __future__ import annotations

import sys
from pathlib import Path

from coprod.bootstrap import SystemClock
from coprod.domain import acts
from coprod.domain.acts import NoteDraft
from coprod.domain.terms import NoteKind
from coprod.service.live import LiveSession
from coprod.store import open_store


def main(path: str, session: str) -> None:
    with open_store(Path(path)) as store:
        live = LiveSession(session, store, SystemClock())
        live.do(acts.StartSession())
        while True:
            live.do(acts.KeepNote(NoteDraft(NoteKind.IDEA, {"en": "A window to the south"})))
            print(len(live.state.notes()), flush=True)  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
