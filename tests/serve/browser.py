"""A real Chromium, of Debian's packages, as somebody without rights: its sandbox is on, as on a phone."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

from coprod import paths

if TYPE_CHECKING:
    from collections.abc import Iterator

CHROMIUM, DRIVER = "/usr/bin/chromium", "/usr/bin/chromedriver"
_NOBODY = 65534
_QUIET = (
    "--headless=new",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--hide-scrollbars",
    "--no-default-browser-check",
    "--no-first-run",
)
PHONE, TABLET = (390, 844), (820, 1180)


@contextmanager
def chromium(
    lang: str = "ja", size: tuple[int, int] = PHONE, *, dark: bool = False, letters: int = 16
) -> Iterator[webdriver.Chrome]:
    """A browser of a phone's or a tablet's size, in a language; gone afterwards with all that it kept.

    `letters`: the size of its reader's choice, in pixels.
    It goes on past the warning about a certificate that it does not know, as a person does by "Advanced".
    """
    home = Path(tempfile.mkdtemp(prefix="chromium-"))
    home.chmod(0o777)
    shutil.copytree(paths.resources() / "fonts", home / ".fonts", ignore=shutil.ignore_patterns("*.txt"))
    options = Options()
    options.binary_location = CHROMIUM
    options.accept_insecure_certs = True
    for one in (*_QUIET, f"--user-data-dir={home / 'profile'}", f"--lang={lang}"):
        options.add_argument(one)
    wishes = {"intl.accept_languages": lang, "webkit.webprefs.default_font_size": letters}
    options.add_experimental_option("prefs", wishes)
    options.add_experimental_option(
        "mobileEmulation",
        {"deviceMetrics": {"width": size[0], "height": size[1], "pixelRatio": 2.0, "touch": True}},
    )
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options, Service(str(_wrapped(home)), env=_environment(home)))
    try:
        if dark:
            prefer(driver, {"prefers-color-scheme": "dark"})
        yield driver
    finally:
        driver.quit()
        shutil.rmtree(home, ignore_errors=True)


def _environment(home: Path) -> dict[str, str]:
    return {**os.environ, "HOME": str(home), "TMPDIR": str(home), "XDG_RUNTIME_DIR": str(home)}


def _wrapped(home: Path) -> Path:
    """The driver, started as nobody where root starts it: as root Chromium has no sandbox."""
    script = home / "driver"
    drop = f"setpriv --reuid={_NOBODY} --regid={_NOBODY} --clear-groups --inh-caps=-all "
    script.write_text(f'#!/bin/sh\nexec {drop if os.geteuid() == 0 else ""}{DRIVER} "$@"\n', "ascii")
    script.chmod(script.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)
    return script


def prefer(driver: webdriver.Chrome, wishes: dict[str, str]) -> None:
    """What the reader's system asks of pages, by the names of media features."""
    features = [{"name": name, "value": value} for name, value in wishes.items()]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})


def turn(driver: webdriver.Chrome, width: int, height: int) -> None:
    """Hold the phone another way."""
    size = {"width": width, "height": height, "deviceScaleFactor": 2, "mobile": True}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)


def cut(driver: webdriver.Chrome, *, off: bool) -> None:
    """Take the network away, or give it back."""
    driver.execute_cdp_cmd("Network.enable", {})
    driver.execute_cdp_cmd(
        "Network.emulateNetworkConditions",
        {"offline": off, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1},
    )


def complaints(driver: webdriver.Chrome) -> list[str]:
    """What the browser complained of: errors of scripts, and what the policy of the page forbade."""
    log: list[dict[str, Any]] = driver.get_log("browser")  # type: ignore[no-untyped-call]
    return [str(one["message"]) for one in log if one["level"] == "SEVERE"]
