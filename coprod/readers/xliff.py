"""XLIFF as translation tools write it (2.0 and 2.1), read once from the beginning to the end, and never believed.

A document type is refused, so no entity can unfold or lead elsewhere. What is of no use here (notes, glossaries,
matches, what modules add) is passed over; marks within a text are left out, and their words kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NoReturn
from xml.parsers.expat import ExpatError, ParserCreate

from coprod.domain.forms import is_language
from coprod.service.translation import Returned, Unit, UnitState, WhyLeft, WhyNoWork, WorkRefused

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LARGEST = 16 * 1024 * 1024
"""Bytes of a file."""
DEEPEST = 64
"""Elements within one another."""

_CORE = "urn:oasis:names:tc:xliff:document:2.0 "
_FAMILY = "urn:oasis:names:tc:xliff:document:"
_PASSED_OVER = frozenset({"skeleton", "notes", "originalData"})
_MARKS = frozenset({"pc", "mrk", "sc", "ec", "sm", "em"})
"""Marks of formatting and of remarks, which hold words or nothing."""
_PARENTS: Mapping[str, frozenset[str]] = {
    "xliff": frozenset({""}),
    "file": frozenset({"xliff"}),
    "group": frozenset({"file", "group"}),
    "unit": frozenset({"file", "group"}),
    "segment": frozenset({"unit"}),
    "ignorable": frozenset({"unit"}),
    "source": frozenset({"segment", "ignorable"}),
    "target": frozenset({"segment", "ignorable"}),
    **dict.fromkeys((*_MARKS, "cp", "ph"), frozenset({"source", "target", "pc", "mrk"})),
}
"""In what an element may stand."""
_OF_A_SESSION = "coprod:"


def read_work(path: Path) -> Returned:
    """Fulfils the port WorkReader."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError:
        raise WorkRefused(WhyNoWork.NOT_READ) from None
    if len(data) > LARGEST:
        raise WorkRefused(WhyNoWork.TOO_BIG)
    reading = _Reading()
    parser = ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _no_doctype
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.say
    try:
        parser.Parse(data, True)
    except (ExpatError, ValueError):
        raise WorkRefused(WhyNoWork.NOT_XML) from None
    if reading.langs is None:
        raise WorkRefused(WhyNoWork.NO_LANGUAGES)
    return Returned(reading.langs, tuple(reading.units), reading.session)


def _no_doctype(*_: object) -> NoReturn:
    raise WorkRefused(WhyNoWork.DOCTYPE)


@dataclass(slots=True)
class _Part:
    """A segment, or what lies between two."""

    segment: bool
    state: UnitState
    source: list[str] = field(default_factory=list)
    target: list[str] | None = None
    order: str = ""


@dataclass(slots=True)
class _Reading:
    """What has been read so far. `text`: where words go now; `passing`: how deep within what is passed over."""

    langs: tuple[str, str] | None = None
    session: str = ""
    units: list[Unit] = field(default_factory=list)
    path: list[str] = field(default_factory=list)
    parts: list[_Part] = field(default_factory=list)
    text: list[str] | None = None
    passing: int = 0
    key: str = ""
    flaw: WhyLeft | None = None

    def start(self, name: str, values: Mapping[str, str]) -> None:
        """An element begins."""
        if not self.path:
            _check_root(name)
        if len(self.path) + self.passing >= DEEPEST:
            raise WorkRefused(WhyNoWork.TOO_DEEP)
        own = name.removeprefix(_CORE)
        if self.passing or own == name or own in _PASSED_OVER:
            self.passing += 1
            self.flaw = WhyLeft.PLACEHOLDER if self.text is not None else self.flaw
            return
        parent = self.path[-1] if self.path else ""
        if parent not in _PARENTS.get(own, ()):
            raise WorkRefused(WhyNoWork.NOT_XLIFF)
        self.path.append(own)
        self._enter(own, values)

    def end(self, _name: str) -> None:
        """An element ends."""
        if self.passing:
            self.passing -= 1
            return
        own = self.path.pop()
        if own in {"source", "target"}:
            self.text = None
        elif own == "unit":
            self.units.append(_unit(self.key, self.parts, self.flaw))

    def say(self, words: str) -> None:
        """Words, wherever they stand."""
        if self.text is not None and not self.passing:
            self.text.append(words)

    def _enter(self, own: str, values: Mapping[str, str]) -> None:
        if own == "xliff":
            langs = (values.get("srcLang", ""), values.get("trgLang", ""))
            self.langs = langs if all(map(is_language, langs)) else None
        elif own == "file":
            original = values.get("original", "")
            if original.startswith(_OF_A_SESSION):
                self.session = original.removeprefix(_OF_A_SESSION)
        elif own == "unit":
            self.key, self.parts, self.flaw = values.get("id", ""), [], None
        elif own in {"segment", "ignorable"}:
            self.parts.append(_Part(own == "segment", _state(values.get("state", ""))))
        elif own == "source":
            self.text = self.parts[-1].source
        elif own == "target":
            self.text = self.parts[-1].target = []
            self.parts[-1].order = values.get("order", "")
        elif own == "cp":
            self.say(_character(values.get("hex", "")))
        elif own == "ph":
            self.flaw = WhyLeft.PLACEHOLDER


def _check_root(name: str) -> None:
    space, _, own = name.rpartition(" ")
    if own != "xliff":
        raise WorkRefused(WhyNoWork.NOT_XLIFF)
    if f"{space} " != _CORE:
        known = space.startswith(_FAMILY) or not space
        raise WorkRefused(WhyNoWork.OTHER_VERSION if known else WhyNoWork.NOT_XLIFF)


def _state(told: str) -> UnitState:
    return UnitState(told) if told in set(UnitState) else UnitState.INITIAL


def _character(told: str) -> str:
    """A character that XML can't hold. Raises ValueError."""
    return chr(int(told, 16))


def _unit(key: str, parts: list[_Part], flaw: WhyLeft | None) -> Unit:
    """A text whole, whatever it was cut into; its state is that of its least finished part."""
    source = "".join("".join(part.source) for part in parts)
    asked = [part for part in parts if part.segment and "".join(part.source).strip()]
    done = [part for part in asked if "".join(part.target or ()).strip()]
    state = min((part.state for part in done), key=list(UnitState).index, default=UnitState.INITIAL)
    if not done:
        return Unit(key, source, "", state, flaw)
    if len(done) < len(asked):
        flaw = flaw or WhyLeft.IN_PARTS
    placed = sorted(enumerate(parts, start=1), key=lambda one: _place(one[1], one[0]))
    target = "".join(_said(part) for _, part in placed)
    return Unit(key, source, target, state, flaw)


def _place(part: _Part, stands: int) -> int:
    """Where a part stands in the translation: as its order says, else where it stands."""
    return int(part.order) if part.order.isascii() and part.order.isdecimal() else stands


def _said(part: _Part) -> str:
    """What a part says in the translation; between two segments what stood between them."""
    left = () if part.segment else part.source
    return "".join(part.target if part.target is not None else left)
