"""A session that goes on in another stream, as where its folder was copied to another laptop."""

from __future__ import annotations

from coprod.domain import acts
from coprod.domain.rules.pen import Refused
from coprod.service.live import Change
from tests.service.test_live import done, live
from tests.stage import person


def test_what_was_written_since_goes_along_to_another_stream() -> None:
    session = live()
    done(session, person("Aki"))
    shared = len(session.facts())
    done(session, person("Ben"))
    old, told = session.stream, list[Change]()
    session.listen(told.append)
    change = session.begin_stream(shared, lambda: "another")
    assert told == [change]
    assert change.old.participants == change.new.participants
    streams = [(fact.stream, fact.seq) for fact in session.facts()]
    assert streams[shared:] == [("another", n) for n in range(1, len(streams) - shared + 1)]
    assert {stream for stream, _ in streams[:shared]} == {old}
    done(session, person("Chi"))
    assert session.facts()[-1].stream == "another"
    assert session.facts()[-1].seq == len(session.facts()) - shared
    done(session, acts.Undo())
    done(session, acts.Undo())
    assert len(session.state.participants) == 1, "its own acts alone"
    assert isinstance(session.undo(), Refused), "what stays in the old one is another machine's"
