"""Run a command as someone whom file permissions bind: root may read and write anything, and hides such faults."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

# Not another user: that one could not even read a Python which lies in root's own folder.
_WITHOUT_OVERRIDE = ("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all")


def run_unprivileged(
    command: Sequence[str | Path], *, cwd: Path | None = None, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run `command` (with `env` added to the environment) and give its result; for root, without root's override."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    prefix = _WITHOUT_OVERRIDE if is_root else ()
    return subprocess.run(
        [*prefix, *command],
        cwd=cwd,
        env=os.environ | (env or {}),
        capture_output=True,
        text=True,
        check=False,
    )
