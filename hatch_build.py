"""Put resources and compiled catalogues into a wheel, under `coprod/_data`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BundleHook(BuildHookInterface):
    """Add what `coprod.paths` looks for; an editable install reads the checkout and needs none of it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile each catalogue into `build/` and force-include it beside the resources."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, self.root)
        from coprod.i18n import compile_po  # noqa: PLC0415 - found only now, in the source tree

        build_data["force_include"][str(root / "resources")] = "coprod/_data/resources"
        (root / "build").mkdir(exist_ok=True)
        for source in sorted((root / "translations").glob("*.po")):
            compiled = root / "build" / f"{source.stem}.mo"
            compiled.write_bytes(compile_po(source))
            build_data["force_include"][str(compiled)] = f"coprod/_data/translations/{compiled.name}"
