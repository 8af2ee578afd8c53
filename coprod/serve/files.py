"""The files of the page: read once, by their exact names, and nothing else."""

from __future__ import annotations

from importlib.resources import files

_KINDS = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}


def page_files() -> dict[str, tuple[str, bytes]]:
    """Path to media type and bytes; "/" is the page itself."""
    found = {}
    for file in files("coprod.serve").joinpath("page").iterdir():
        suffix = "." + file.name.rsplit(".", 1)[-1]
        if suffix in _KINDS:
            path = "/" if file.name == "index.html" else f"/{file.name}"
            found[path] = (_KINDS[suffix], file.read_bytes())
    return found
