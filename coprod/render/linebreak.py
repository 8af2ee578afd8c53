"""Where a line may end: Japanese by the classes of JLREQ, Latin by words, Korean by spaces. Pure.

A text falls into atoms, the shortest pieces that must stay together; a line is filled with atoms. An atom wider than
the column is cut where it hurts least. Nothing is dropped: the lines joined are the text without its line feeds.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coprod.render.borders import BEYOND_LATIN, has_border

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_MARKS = (  # combining marks, variation selectors, skin tones, tags: they belong to the character before them
    "\u0300-\u036f\u0483-\u0489\u3099\u309a\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
    "\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f\U000e0100-\U000e01ef"
)
_JOINERS = "\u00a0\u2007\u202f\u2060\u200d\ufeff"
_SPACES = " \t\u1680\u2000-\u2006\u2008-\u200b\u205f\u3000"
_OPENING = r"「『（〔［｛〈《【〖〘〚〝｟｢«‹≪“‘(\[{￥＄￡＃№"
_CLOSING = r"」』）〕］｝〉》】〗〙〛〟｠｣»›≫”’)\]}、。，．､｡,.・･：；:;！？!?‼⁇⁈⁉％‰℃℉°′″¢"
_HYPHENS = "‐‑–゠〜～-"  # the ASCII hyphen last, so that it stands for itself in a class
_KANA = "ヽヾゝゞ々〻ーｰﾞﾟ゛゜ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿｧ-ｯ"
_PAIRED = "…‥―—〳〴〵"  # never apart, nor at the start of a line
_NOT_FIRST = _MARKS + _CLOSING + _KANA + _PAIRED + _HYPHENS
_DIGITS = "０-９"
_IDEOGRAPHIC = (
    "\u2190-\u2bff\u2e80-\u2fff\u3000-\u312f\u3190-\u4dbf\u4e00-\ua4cf\uf900-\ufaff\ufe10-\ufe1f\ufe30-\ufe6f"
    "\uff01-\uff9f\uffe0-\uffef\U0001f000-\U0001faff\U00020000-\U0003ffff※…‥―—"
)
_FLAGS = "\U0001f1e6-\U0001f1ff"
_WORD = f"[^{_SPACES}{_IDEOGRAPHIC}]"

_FEEDS = re.compile("\r\n|[\n\r\u0085\u2028\u2029]")
_BREAK = re.compile(
    f"(?<=[{_SPACES}])(?<![{_OPENING}][{_SPACES}])(?=[^{_SPACES}{_JOINERS}{_NOT_FIRST}]|[’”.:]{_WORD})"
    f"|(?<=[^{_SPACES}{_JOINERS}{_OPENING}])(?=[^{_SPACES}{_JOINERS}{_NOT_FIRST}])"
    f"(?!(?<={_WORD}){_WORD})(?!(?<=[{_DIGITS}．，]|[{_FLAGS}{_DIGITS}])[{_FLAGS}{_DIGITS}])"
)
_BAD_START = re.compile(f"[{_SPACES}{_JOINERS}{_NOT_FIRST}]")
_BAD_END = re.compile(f"[{_JOINERS}{_OPENING}]")
_LOOSE = re.compile(f"[{_MARKS}{_JOINERS}]")
_LONE = re.compile(f"[{_OPENING}{_SPACES}]*[^{_SPACES}][{_MARKS}]*[{_CLOSING}{_SPACES}]*")
_HANGING = "、。，．､｡"
_TRAILING = " \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b\u205f\u3000"


def atoms(paragraph: str) -> list[str]:
    """Cut a paragraph at every place where a line may end."""
    return _BREAK.split(paragraph)


def break_lines(
    text: str,
    limit: float,
    width: Mapping[str, float],
    used: float = 0,
    pieces: Callable[[str], list[str]] = atoms,
) -> list[str]:
    """Break `text` into lines no wider than `limit`; `width` measures any string, in the same unit.

    `used` is already taken of the first line (then the first line may come back empty). `pieces` cuts a paragraph
    into what should stay together: atoms, or several of them. Spaces at the end of a line and one 、 or 。 may stand
    past the limit. Two pieces with a border between them may be wider together than each for itself. A last line of
    a single letter gets company from the one above.
    """
    lines: list[str] = []
    for paragraph in _FEEDS.split(text):
        whole = pieces(paragraph)
        if pieces is not atoms and any(width[piece] > limit for piece in whole):
            whole = atoms(paragraph)
        begun = len(lines)
        _fill(whole, limit, width, used if not lines else 0, lines, mixed=has_border(paragraph))
        if pieces is atoms and len(lines) > begun + 1 and _LONE.fullmatch(lines[-1]):
            lines[-2:] = _accompanied(lines[-2], lines[-1], limit, width)
    return lines


def _accompanied(above: str, last: str, limit: float, width: Mapping[str, float]) -> list[str]:
    """The two last lines: what stood above a single letter goes down with it, where half a line stays behind."""
    *kept, moved = atoms(above)
    stays = "".join(kept)
    if 2 * width[stays] < limit or width[moved + last] > limit:
        return [above, last]
    return [stays, moved + last]


def _fill(
    pieces: list[str],
    limit: float,
    width: Mapping[str, float],
    used: float,
    lines: list[str],
    *,
    mixed: bool,
) -> None:
    line, x, begun = "", used, used > 0
    for atom in pieces:
        wide = width[atom]
        if mixed and line and (atom[0] < BEYOND_LATIN) is not (line[-1] < BEYOND_LATIN):
            x += _between(line[-1], atom[0], width)
        if x + wide > limit and not _fits_at_end(atom, limit - x, width):
            if line or begun:
                lines.append(line)
            line, x, begun = "", 0, False
            if wide > limit and not _fits_at_end(atom, limit, width):
                *whole, atom = _cut(atom, limit, width)  # noqa: PLW2901 - the last piece goes on as the atom
                lines.extend(whole)
                wide = width[atom]
        line += atom
        x += wide
    lines.append(line)


def _between(before: str, after: str, width: Mapping[str, float]) -> float:
    """What parts two characters."""
    return width[before + after] - width[before] - width[after]


def _fits_at_end(atom: str, room: float, width: Mapping[str, float]) -> bool:
    """Whether an atom fits as the last of its line: without its spaces, and with its 、 or 。 hanging."""
    core = atom.rstrip(_TRAILING)
    if core[-1:] and core[-1] in _HANGING:
        core = core[:-1]
    return width[core] <= room


def _cut(atom: str, limit: float, width: Mapping[str, float]) -> list[str]:
    """Cut an atom that is wider than a line: after as much as fits, and a little earlier where that is kinder."""
    pieces = []
    start = 0
    while start < len(atom):
        x, end = 0.0, start
        while end < len(atom):
            x += width[atom[end]] + (_between(atom[end - 1], atom[end], width) if end > start else 0)
            if x > limit and end > start:
                break
            end += 1
        end = _kinder(atom, start, end)
        pieces.append(atom[start:end])
        start = end
    return pieces


def _kinder(atom: str, start: int, end: int) -> int:
    if end == len(atom):
        return end
    for place in range(end, start, -1):
        if not _BAD_START.match(atom, place) and not _BAD_END.match(atom, place - 1):
            return place
    while end < len(atom) and _LOOSE.match(atom, end):
        end += 1
    return end
