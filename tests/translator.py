"""A translator with a tool of their own: what they do to a file that went out, by the standard library alone."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

NS = "urn:oasis:names:tc:xliff:document:2.0"
GLOSSARY = "urn:oasis:names:tc:xliff:glossary:2.0"
_SPACE = {"x": NS, "g": GLOSSARY}


def one(element: ET.Element, path: str) -> ET.Element:
    """The element at a path that has to be there."""
    found = element.find(path, _SPACE)
    assert found is not None, path
    return found


def every(element: ET.Element, path: str) -> list[ET.Element]:
    return element.findall(path, _SPACE)


def units(path: Path) -> dict[str, ET.Element]:
    """The units of a file by their ids, in their order."""
    return {unit.attrib["id"]: unit for unit in ET.parse(path).getroot().iter(f"{{{NS}}}unit")}


def source(unit: ET.Element) -> str:
    return one(unit, "x:segment/x:source").text or ""


def target(unit: ET.Element) -> str | None:
    found = unit.find("x:segment/x:target", _SPACE)
    return None if found is None else found.text or ""


def translate(
    path: Path, wanted: Mapping[str, tuple[str, str]] | Callable[[str], tuple[str, str] | None]
) -> None:
    """Write targets and their states, as (text, state): by the ids of units, or by what a function says to a source."""
    tree = ET.parse(path)
    for unit in tree.getroot().iter(f"{{{NS}}}unit"):
        said = wanted(source(unit)) if callable(wanted) else wanted.get(unit.attrib["id"])
        if said is None:
            continue
        segment = one(unit, "x:segment")
        there = segment.find("x:target", _SPACE)
        written = ET.SubElement(segment, f"{{{NS}}}target") if there is None else there
        written.text = said[0]
        segment.attrib.pop("subState", None)
        segment.set("state", said[1])
    tree.write(path, encoding="utf-8", xml_declaration=True)
