"""Scroll bars that keep out of the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coprod.ui.theme import Theme

_BAR = 10


def quiet_bar(theme: Theme) -> str:
    """Give the style sheet of a quiet scroll bar."""
    width = theme.px(_BAR)
    handle = f"background: {theme.edge.name()}; border-radius: {width // 2}px; min-height: {4 * width}px;"
    return (
        f"QScrollBar:vertical {{ background: transparent; width: {width}px; margin: 0; }}"
        f"QScrollBar::handle:vertical {{ {handle} }}"
        "QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page"
        " { background: none; height: 0; }"
    )
