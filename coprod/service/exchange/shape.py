"""The shape of a file: decoded by type, and msgspec's complaint turned into a place and a plain reason."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec

from coprod.service.exchange.bad import WHOLE, BadFile, inside
from coprod.service.exchange.format import MINOR, NAME, VERSION, SessionFile
from coprod.service.exchange.vocabulary import words_at

if TYPE_CHECKING:
    from collections.abc import Sequence

_COMPLAINT = re.compile(r"(?P<what>.*?)(?: - at (?P<key>`key` in )?`\$(?P<path>[^`]*)`)?", re.DOTALL)
_STEP = re.compile(r"\.([^.\[]+)|\[(\d+)\]|\[\.\.\.\]")
_MALFORMED = re.compile(r"(?:JSON is malformed: )?(?P<what>.*?)(?: \(byte (?P<byte>\d+)\))?", re.DOTALL)
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_KINDS = {
    "str": "a text",
    "float": "a number",
    "int": "a number",
    "bool": "true or false",
    "object": "an object",
    "array": "a list",
    "null": "null",
}
_Step = str | int


class _Head(msgspec.Struct):
    """What is looked at first, so that a file of a later version is called that and not wrong."""

    format: Any = None
    version: Any = None
    minor: Any = 0


def decode(text: str) -> SessionFile:
    """The file by its types. Raises BadFile, or LookupError where a lone surrogate may be why (`texts` finds it)."""
    try:
        _recognise(msgspec.json.decode(text, type=_Head))
        return msgspec.json.decode(text, type=SessionFile)
    except RecursionError:
        raise BadFile(WHOLE, "is nested more than 16 deep") from None
    except msgspec.ValidationError as complaint:
        raise _refusal(text, str(complaint)) from None
    except msgspec.DecodeError as complaint:
        raise _malformed(text, str(complaint)) from None


def _recognise(head: _Head) -> None:
    if head.format != NAME:
        raise BadFile("format", f'is not "{NAME}": this is no session file')
    _known("version", head.version, VERSION)
    _known("minor", head.minor, MINOR)
    if head.version != VERSION:
        raise BadFile("version", f"is not {VERSION}")


def _known(place: str, number: object, newest: int) -> None:
    if isinstance(number, bool) or not isinstance(number, int | float):
        raise BadFile(place, "is not a number")
    if number > newest:
        raise BadFile(place, f"was made by a newer Coprod; this one reads up to {place} {newest}")


def _malformed(text: str, complaint: str) -> Exception:
    found = _MALFORMED.fullmatch(complaint)
    what, byte = (found["what"], found["byte"]) if found else (complaint, None)
    if _SURROGATE.search(text):
        return LookupError(what)
    before = text.encode()[: int(byte)].decode(errors="ignore") if byte else text
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return BadFile(f"line {line}, column {column}", f"is not JSON ({what.lower()})")


def _refusal(text: str, complaint: str) -> BadFile:
    found = _COMPLAINT.fullmatch(complaint)
    if not found:
        return BadFile(WHOLE, "is not a session file")
    path = [step[1] or (int(step[2]) if step[2] else None) for step in _STEP.finditer(found["path"] or "")]
    if found["key"]:
        path.append(None)
    steps = [step for step in path if step is not None]
    below, reason = _reason(found["what"])
    plain = _plain(text) if len(steps) < len(path) or not reason else None
    if plain is not None:
        steps = _resolved(plain, path, complaint)
        words = words_at(plain, steps, key=bool(found["key"])) if not reason else ()
        reason = reason or f"is none of: {', '.join(words)}"
    place = ""
    for step in steps if below is None else [*steps, below]:
        place = inside(place, step)
    return BadFile(place or WHOLE, reason or "is none of the words that may stand here")


def _plain(text: str) -> Any:  # noqa: ANN401 (JSON)
    """The plain JSON, for a closer look; None where there is more wrong with it than was found."""
    try:
        return msgspec.json.decode(text)
    except (msgspec.MsgspecError, RecursionError):
        return None


def _reason(what: str) -> tuple[str | None, str]:
    """The step below the path that is meant, if any, and the reason; empty where it is a word that is unknown."""
    if found := re.fullmatch(r"Object contains unknown field `(.*)`", what, re.DOTALL):
        return found[1], "unknown key"
    if found := re.fullmatch(r"Object missing required field `(.*)`", what):
        return found[1], "is missing"
    if found := re.fullmatch(r"Expected `([^`]*)`(?:, got `([^`]*)`)", what):
        wanted = [_KINDS.get(kind, kind) for kind in found[1].split(" | ") if kind != "null"]
        return None, f"is {_KINDS.get(found[2], found[2])}, not {' or '.join(wanted)}"
    if found := re.fullmatch(r"Expected `array` of length <= (\d+)", what):
        return None, f"holds more than {int(found[1]):,}"
    if re.fullmatch(r"Expected `array` of length >= 1", what):
        return None, "needs at least one"
    if found := re.fullmatch(r"Expected `float` (>=|<=) ([\d.]+)", what):
        bound = "less than" if found[1] == ">=" else "more than"
        return None, f"is {bound} {float(found[2]):,.0f}"
    if "out of range" in what:
        return None, "is out of range"
    return None, ""


def _resolved(plain: Any, path: Sequence[_Step | None], complaint: str) -> list[_Step]:  # noqa: ANN401 (JSON)
    """The path with the keys that msgspec left unnamed; as far as they can be found (a key may be written twice)."""
    known: list[_Step] = []
    inner = plain
    for step in path:
        found = _culprit(plain, inner, complaint) if step is None else step
        if found is None:
            break
        known.append(found)
        inner = inner[found]
    return known


def _culprit(plain: Any, inner: dict[str, Any], complaint: str) -> str | None:  # noqa: ANN401 (JSON)
    """The key of `inner`, a part of `plain`, that makes msgspec complain; found by halving what `inner` holds."""
    items = list(inner.items())
    suspects = items if _complains(plain, complaint) else []
    while len(suspects) > 1:
        first = suspects[: len(suspects) // 2]
        inner.clear()
        inner.update(first)
        suspects = first if _complains(plain, complaint) else suspects[len(first) :]
    inner.clear()
    inner.update(items)
    return suspects[0][0] if suspects else None


def _complains(plain: Any, complaint: str) -> bool:  # noqa: ANN401 (JSON)
    try:
        msgspec.convert(plain, SessionFile)
    except msgspec.ValidationError as other:
        return str(other) == complaint
    return False
