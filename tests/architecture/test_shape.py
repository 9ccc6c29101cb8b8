"""The shape of the code: names, sizes, and calls that have no place in it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.source import ROOT, read_modules, within

MODULES = read_modules()
PYTHON_FILES = sorted(path for top in ("app", "ui", "resources", "tests") for path in (ROOT / top).rglob("*.py"))
TEST_FILES = [path for path in PYTHON_FILES if within(path.relative_to(ROOT).parts[0], "tests")]

MAX_LINES = 450  # a file that needs more does more than one thing
MAX_METHODS = 25
MAX_LINES_OF_A_FILE = {"app/device.py": 200}  # joins a link and a pipeline; no policy of its own
SAYS_NOTHING = {"utils", "util", "misc", "helpers", "helper", "manager", "common"}
NO_BEHAVIOUR = re.compile(r"(?:_|\b)(works|correctly|properly|as_expected)(?:_|\b)")  # a name says what is correct
BLOCKS = {"waitForConnected", "waitForReadyRead", "waitForBytesWritten", "waitForDisconnected", "waitForEncrypted",
          "waitForStarted", "waitForFinished", "waitForNewConnection", "processEvents", "qWait"}  # fmt: skip
SLEEPS = {"sleep", "msleep", "usleep", "qWait", "qSleep"}


def test_no_file_is_longer_than_a_reader_can_hold():
    lengths = {_shown(path): len(path.read_text(encoding="utf-8").splitlines()) for path in PYTHON_FILES}
    limits = {name: MAX_LINES_OF_A_FILE.get(name, MAX_LINES) for name in lengths}
    assert {name: length for name, length in lengths.items() if length > limits[name]} == {}


def test_no_class_has_more_methods_than_a_reader_can_hold():
    counts = {
        f"{name}.{node.name}": sum(isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef) for each in node.body)
        for name, module in MODULES.items()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef)
    }
    assert {name: count for name, count in counts.items() if count > MAX_METHODS} == {}


def test_module_names_say_what_is_inside():
    named = {_shown(path): set(path.stem.split("_")) | set(path.parent.name.split("_")) for path in PYTHON_FILES}
    assert [name for name, words in named.items() if words & SAYS_NOTHING] == []


def test_every_module_opens_by_saying_what_it_is():
    silent = [name for name, module in MODULES.items() if module.tree.body and not ast.get_docstring(module.tree)]
    assert silent == []


def test_nothing_waits_for_a_socket_nor_runs_events_out_of_turn():
    waiting = [
        f"{name}:{call.lineno}: {called}"
        for name, module in MODULES.items()
        for call, called in _calls(module.tree)
        if called in BLOCKS
    ]
    assert waiting == []


def test_no_test_sleeps():
    sleeping = [
        f"{_shown(path)}:{call.lineno}"
        for path in TEST_FILES
        for call, called in _calls(_parsed(path))
        if called in SLEEPS or (called == "wait" and _receiver(call) == "qtbot")
    ]
    assert sleeping == []


def test_test_names_say_the_behaviour():
    names = [
        f"{_shown(path)}: {node.name}"
        for path in TEST_FILES
        for node in ast.walk(_parsed(path))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_") and NO_BEHAVIOUR.search(node.name)
    ]
    assert names == []


def test_tests_are_found_by_path_not_as_packages():
    """With --import-mode=importlib two test files may have one name; an __init__ would undo that."""
    assert [_shown(path) for path in TEST_FILES if path.name == "__init__.py"] == []


def _calls(tree: ast.AST) -> Iterator[tuple[ast.Call, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield node, getattr(node.func, "attr", getattr(node.func, "id", ""))


def _receiver(call: ast.Call) -> str:
    return getattr(getattr(call.func, "value", None), "id", "")


def _parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def _shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
