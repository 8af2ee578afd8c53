"""Extract the texts of the code, bring the catalogues up to date, and name what is wrong in them."""

from __future__ import annotations

import ast
import string
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages import pofile
from babel.messages.catalog import Catalog

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel.messages.catalog import Message

ROOT = Path(__file__).resolve().parents[1]
HEADER = """msgid ""
msgstr ""
"Project-Id-Version: coprod\\n"
"Language: {lang}\\n"
"Plural-Forms: {plural}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""  # Babel's own would hold the time of day, and change with it
KEYWORDS = {"say": 1, "say_n": 2, "N_": 1, "NN_": 2}


def extracted(package: Path) -> Catalog:
    """Collect the texts of a package, each with the files it stands in."""
    found = Catalog(charset="utf-8", fuzzy=False)
    for source in sorted(package.rglob("*.py")):
        place = source.relative_to(package.parent).as_posix()
        for texts in _marked(ast.parse(source.read_text(encoding="utf-8"), filename=place)):
            found.add(texts[0] if len(texts) == 1 else texts, locations=[(place, 0)])
    return found


def _marked(code: ast.AST) -> Iterator[tuple[str, ...]]:
    """Find the calls that look a text up; a text which they get from elsewhere was marked there."""
    for node in ast.walk(code):
        if isinstance(node, ast.Call) and (count := KEYWORDS.get(called(node), 0)):
            values = [part.value for part in node.args[:count] if isinstance(part, ast.Constant)]
            texts = tuple(value for value in values if isinstance(value, str) and value)
            if len(texts) == count:
                yield texts


def called(node: ast.Call) -> str:
    """Name the function or method that a call calls."""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def update(source: Path, texts: Catalog) -> None:
    """Bring one `.po` file up to date: new texts are added empty, texts no longer used go."""
    catalogue = _read(source)
    catalogue.update(texts, no_fuzzy_matching=True)
    body = BytesIO()
    pofile.write_po(
        body,
        catalogue,
        width=0,
        sort_output=True,
        omit_header=True,
        include_lineno=False,
        ignore_obsolete=True,
    )
    header = HEADER.format(lang=source.stem, plural=catalogue.plural_forms)
    source.write_bytes(header.encode() + body.getvalue())


def problems(source: Path, texts: Catalog) -> list[str]:
    """Name each text that is missing, stale, obsolete, fuzzy, untranslated, or has other places than the English."""
    catalogue = _read(source)
    used, known = {m.id for m in texts if m.id}, {m.id for m in catalogue if m.id}
    found = [f"missing: {msgid!r}" for msgid in used - known]
    found += [f"stale: {msgid!r}" for msgid in known - used]
    found += [f"obsolete: {msgid!r}" for msgid in catalogue.obsolete]
    for message in catalogue:
        if message.id:
            found += [f"{fault}: {message.id!r}" for fault in _faults(message)]
    return sorted(found)


def _faults(message: Message) -> Iterator[str]:
    texts = message.string if isinstance(message.string, tuple) else (message.string,)
    if message.fuzzy:
        yield "fuzzy"
    if not texts or not all(texts):
        yield "untranslated"
        return
    ids = message.id if isinstance(message.id, tuple) else (message.id,)
    wanted = _places(str(ids[-1]))
    if any(_places(str(text)) != wanted for text in texts):
        yield "other places"


def _places(text: str) -> list[tuple[str, str]] | str:
    """Name the `{places}` of a text; a broken one is unlike any other."""
    try:
        return sorted(
            (name, form or "") for _, name, form, _ in string.Formatter().parse(text) if name is not None
        )
    except ValueError:
        return f"broken: {text}"


def _read(source: Path) -> Catalog:
    with source.open("rb") as lines:
        return pofile.read_po(lines, locale=source.stem)


def main() -> None:
    """Bring every catalogue up to date, and print what is still to do."""
    texts = extracted(ROOT / "coprod")
    for source in sorted((ROOT / "translations").glob("*.po")):
        update(source, texts)
        for fault in problems(source, texts):
            print(f"{source.name}: {fault}")


if __name__ == "__main__":
    main()
