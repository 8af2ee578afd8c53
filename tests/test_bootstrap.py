"""The composition root: where the store is, what is started, and that no traceback reaches anybody."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coprod import bootstrap, paths
from tests.sessions import REPO

if TYPE_CHECKING:
    from collections.abc import Callable

NO_SCREEN = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def test_a_store_that_is_given_wins_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    assert bootstrap.store_place(None) == paths.data_home() / "coprod.db"
    monkeypatch.setenv("COPROD_STORE", "named.db")
    assert bootstrap.store_place(None) == Path("named.db")
    assert bootstrap.store_place(Path("given.db")) == Path("given.db")


@pytest.mark.parametrize(
    ("platform", "environment", "screen"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_a_screen_is_looked_for(
    monkeypatch: pytest.MonkeyPatch, platform: str, environment: dict[str, str], screen: bool
) -> None:
    for name in NO_SCREEN:
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    assert bootstrap._has_screen() is screen  # noqa: SLF001


@pytest.mark.parametrize("arguments", [[], ["run"], ["run", "--sample"]])
def test_without_a_screen_the_sample_is_played_and_it_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    played: list[Path] = []
    monkeypatch.setattr(bootstrap, "_has_screen", lambda: False)

    def play(folder: Path) -> int:
        played.append(folder)
        return 0

    monkeypatch.setattr(bootstrap, "_play_demo", play)
    assert bootstrap.main(arguments) == 0
    assert played == [Path("demo")]
    assert capsys.readouterr().out.startswith("There is no screen here")


@pytest.mark.parametrize(
    ("error", "code", "told"), [(KeyboardInterrupt(), 130, ""), (KeyError("Mina"), 1, "KeyError")]
)
def test_no_traceback_and_no_words_reach_anybody(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: BaseException,
    code: int,
    told: str,
) -> None:
    monkeypatch.setattr(bootstrap, "_run_windows", raiser(error))
    assert bootstrap.main([]) == code
    heard = capsys.readouterr().err
    assert told in heard
    assert "Mina" not in heard
    assert heard.count("\n") == (1 if told else 0)


def raiser(error: BaseException) -> Callable[..., int]:
    def fail(*_parts: object) -> int:
        raise error

    return fail


def test_the_clock_waits_forwards_and_tells_utc() -> None:
    clock = bootstrap.SystemClock()
    first, second = clock.waited(), clock.waited()
    assert second >= first
    assert clock.now() > 1_700_000_000_000


def test_main_hands_on_the_exit_code() -> None:
    done = subprocess.run(
        [sys.executable, "main.py", "import", "not-there.json"],
        cwd=REPO,
        env={**os.environ},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.startswith("not-there.json: ")
