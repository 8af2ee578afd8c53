"""The page: paper, margins and columns. All lengths in points, y from the top."""

from __future__ import annotations

from dataclasses import dataclass, replace

from coprod.service.printing import Paper


@dataclass(frozen=True, slots=True)
class Column:
    """A column of text: its left edge and the width that lines are broken to."""

    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands on a page.

    `columns`: one for each language, in column order; where the languages are `stacked` all of them are the same one.
    `margin`: the left column for standpoints and numbers, which then stand once for both languages. `size`: the type of
    what was said; heads and feet are `small` times what they usually are. `lead`: the grid of the lines. Text runs from
    `top` to `bottom`.
    """

    width: float
    height: float
    left: float
    right: float
    columns: tuple[Column, ...]
    margin: Column | None
    size: float
    lead: float
    head: float
    top: float
    bottom: float
    foot: float
    stacked: bool = False
    small: float = 1.0

    @property
    def sparing(self) -> bool:
        """Whether heads and feet are so large that they hold only what each page has to say."""
        return self.small >= LARGE.small

    def box(self, column: int) -> tuple[float, float, float, float]:
        """The area (x, y, width, height) that all text of one column stays in, hanging 、 and 。 included."""
        x, width = self.columns[column].x, self.columns[column].width
        return x - 1, self.top - 2, width + _GUTTER / 2, self.bottom - self.top + 4


_GUTTER = 24.0
_SHARE = 0.46  # of the first column in portrait; Latin runs longer than Japanese


@dataclass(frozen=True, slots=True)
class Type:
    """Type that is larger than the usual one; Latin letters are 0.95 of its size. `lead`: in letters."""

    size: float
    lead: float
    small: float


LARGE = Type(19.0, 1.6, 2.0)  # 18 pt or more in each script
EASY = Type(14.8, 1.8, 2.0)  # 14 pt


def layout_of(paper: Paper, languages: int, *, stacked: bool = False, kind: Type | None = None) -> Layout:
    """The layout of a page of one or two languages, side by side or stacked; without a `kind`, in the usual one."""
    abreast = 1 if stacked else languages
    layout = _landscape(abreast) if paper is Paper.A4_LANDSCAPE else _portrait(abreast)
    if kind:
        layout = _enlarged(layout, kind, abreast)
    if abreast == languages:
        return layout
    return replace(layout, columns=layout.columns * languages, stacked=True)


def _enlarged(layout: Layout, kind: Type, abreast: int) -> Layout:
    """Larger type needs the room of the margin."""
    columns = _columns(layout.left, layout.right, abreast, 0.5 if layout.margin else _SHARE)
    lead = kind.size * kind.lead
    return replace(
        layout, columns=columns, margin=None, size=kind.size, lead=lead, small=kind.small,
        head=layout.head - (kind.small - 1) * 3, top=layout.top + (kind.small - 1) * 6,
    )  # fmt: skip


def _portrait(languages: int) -> Layout:
    left, right = 47.7, 547.5
    return Layout(
        width=595.28, height=841.89, left=left, right=right,
        columns=_columns(left, right, languages, _SHARE), margin=None,
        size=9, lead=15, head=47, top=59, bottom=774, foot=787,
    )  # fmt: skip


def _landscape(languages: int) -> Layout:
    left, start, right = 56.7, 167.6, 785.2
    return Layout(
        width=841.89, height=595.28, left=left, right=right,
        columns=_columns(start, right, languages, 0.5), margin=Column(left, start - left - 10),
        size=9.75, lead=15.75, head=52, top=67.5, bottom=529, foot=541,
    )  # fmt: skip


def _columns(left: float, right: float, languages: int, share: float) -> tuple[Column, ...]:
    if languages == 1:
        return (Column(left, right - left),)
    room = right - left - _GUTTER
    return Column(left, room * share), Column(left + room * share + _GUTTER, room * (1 - share))
