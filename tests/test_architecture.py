"""The house, as far as import-linter can't hold it: sizes, words on every public name, no private places."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parents[1]
TRACKED = [
    ROOT / name
    for name in subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "-z"], capture_output=True, text=True, check=True
    ).stdout.split("\0")
    if name and (ROOT / name).is_file()
]
CODE = sorted(path for path in TRACKED if path.suffix == ".py" and path.is_relative_to(ROOT / "coprod"))
TESTS = sorted(path for path in TRACKED if path.suffix == ".py" and path.is_relative_to(ROOT / "tests"))
PYTHON = [path for path in TRACKED if path.suffix == ".py"]

MOST_LINES_OF_A_FILE, MEDIAN_LINES_OF_A_FILE = 400, 120
MOST_LINES_OF_A_FUNCTION, USUAL_LINES_OF_A_FUNCTION = 50, 30
MOST_BYTES_OF_A_PICTURE = 150_000

# Written apart, so that this file does not hold what it forbids.
REGISTRIES = [f"{name}.{end}" for name, end in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "com"))]
MACHINE_PATHS = re.compile(r"(?<![\w.~-])/(?:work|root|home|Users|opt)/\w")


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> list[tuple[str, int]]:
    """Each function with its number of lines, decorators and docstring left out."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) and len(node.body) > 1 else node.body
            heading = node.body[0].lineno - node.lineno
            size = heading + (body[-1].end_lineno or 0) - body[0].lineno + 1
            found.append((f"{name_of(path)}:{node.name}", size))
    return found


def text_of(path: Path) -> str:
    """The text of a tracked file; of a picture or a font nothing."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def test_no_file_is_long() -> None:
    assert [name_of(path) for path in PYTHON if lines(path) > MOST_LINES_OF_A_FILE] == []


def test_files_are_short_as_a_rule() -> None:
    assert median(lines(path) for path in CODE) <= MEDIAN_LINES_OF_A_FILE


def test_no_function_is_long() -> None:
    sizes = [size for path in PYTHON for size in functions(path)]
    assert [name for name, size in sizes if size > MOST_LINES_OF_A_FUNCTION] == []


def test_nine_functions_of_ten_are_short() -> None:
    sizes = [size for path in CODE for _, size in functions(path)]
    assert sum(size <= USUAL_LINES_OF_A_FUNCTION for size in sizes) >= 0.9 * len(sizes)


def test_there_are_as_many_lines_of_tests_as_of_code() -> None:
    assert sum(map(lines, TESTS)) >= sum(map(lines, CODE))


def test_nothing_is_global() -> None:
    nodes = [(path, node) for path in CODE for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    assert [name_of(path) for path, node in nodes if isinstance(node, ast.Global)] == []


def test_the_domain_imports_the_standard_library_and_itself_alone() -> None:
    allowed = sys.stdlib_module_names | {"coprod.domain"}
    found = []
    for path in (ROOT / "coprod" / "domain").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or "."] if isinstance(node, ast.ImportFrom) else []
            found += [
                f"{name_of(path)}: {name}"
                for name in names
                if name.split(".")[0] not in allowed and not name.startswith("coprod.domain")
            ]
    assert found == []


@pytest.mark.parametrize("module", ["coprod.cli", "coprod.bootstrap", "coprod.service", "coprod.present"])
def test_commands_start_without_qt(module: str) -> None:
    script = (
        f"import sys, {module}; print(sorted(name for name in sys.modules if name.startswith('PySide6')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_every_test_module_mirrors_its_package() -> None:
    folders = {
        path.parent.relative_to(ROOT / "tests").parts[0] for path in TESTS if path.parent != ROOT / "tests"
    }
    known = {path.stem for path in (ROOT / "coprod").iterdir()}
    assert folders <= known | {"contracts", "e2e", "fakes", "benchmarks", "tools"}


def asserts(function: ast.FunctionDef, helpers: set[str]) -> bool:
    """Whether a function can fail: by an assert, pytest's own words, a wait, or a helper that can."""
    for node in ast.walk(function):
        if isinstance(node, ast.Assert):
            return True
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in helpers | {"raises", "fail"} or name.startswith(("assert", "check", "wait")):
                return True
    return False


def test_every_test_asserts_something() -> None:
    nodes = [(path, node) for path in TESTS for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    found = [(path, node) for path, node in nodes if isinstance(node, ast.FunctionDef)]
    helpers = {node.name for _, node in found if not node.name.startswith("test_") and asserts(node, set())}
    tests = [(path, node) for path, node in found if node.name.startswith("test_")]
    assert [f"{name_of(path)}:{node.name}" for path, node in tests if not asserts(node, helpers)] == []


@pytest.mark.parametrize("host", REGISTRIES, ids=lambda host: host.split(".")[0])
def test_no_tracked_file_names_the_host_of_a_registry(host: str) -> None:
    assert [name_of(path) for path in TRACKED if host in text_of(path)] == []


def test_no_tracked_file_names_a_place_on_one_machine() -> None:
    assert [name_of(path) for path in TRACKED if MACHINE_PATHS.search(text_of(path))] == []


def test_pictures_are_small() -> None:
    pictures = [path for path in TRACKED if path.is_relative_to(ROOT / "docs" / "screens")]
    assert [name_of(path) for path in pictures if path.stat().st_size > MOST_BYTES_OF_A_PICTURE] == []


def test_every_direct_dependency_has_its_reason_on_record() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    record = "\n".join(text_of(path) for path in (ROOT / "docs" / "adr").glob("*.md")).lower()
    names = set(re.findall(r'^  "([a-z0-9-]+)[>=]', text, re.MULTILINE))
    assert len(names) > 10
    assert sorted(name for name in names if f"**{name}**" not in record) == []
