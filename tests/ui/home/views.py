"""Views for the home window, made by hand."""

from __future__ import annotations

from coprod.present.home import Column, HomeView, SessionCard, SessionLine, TitleLine

TITLES = (TitleLine("ja", "声を聞く"), TitleLine("en", "Hearing a voice"))
LONG = (TitleLine("ja", "とても長い題名です。" * 30), TitleLine("en", "a very long title of a session " * 10))
CARD = SessionCard("at-hand", "Today, 13:30", TITLES, ("12 people", "8 items"), "Open the console")


def line(session: str, titles: tuple[TitleLine, ...] = TITLES) -> SessionLine:
    return SessionLine(session, titles, "9 June, no. 8", "4 to translate · 12 to confirm")


def columns(*counts: int) -> tuple[Column, ...]:
    headings = ("In preparation", "Minutes to finish", "Complete")
    return tuple(
        Column(heading, tuple(line(f"{n}-{row}") for row in range(count)))
        for n, (heading, count) in enumerate(zip(headings, counts, strict=True))
    )


def view(*counts: int) -> HomeView:
    return HomeView("Tuesday 12 May 2026", CARD, columns(*counts))
