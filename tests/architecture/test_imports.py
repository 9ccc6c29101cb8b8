"""The design's imports, proved on the syntax trees: direct ones, transitive ones and tricks. See design, section 1."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.source import OURS, ROOT, Graph, Module, imports_of, read_modules, within

QT = ("PySide6", "shiboken6", "pyqtgraph", "qtpy", "qtawesome", "superqt")
QT_FREE = (
    "stream",
    "clock",
    "quantities",
    "threads",
    "health",
    "framing",
    "decoding",
    "store",
    "session",
    "pipeline",
    "simulator",
)
QT_OF_APP = ("PySide6.QtCore", "PySide6.QtNetwork")
MAY_COMPUTE_IMPORTS = {"ui.cli"}  # a command's module is imported when it is asked for; its table is a literal
# where they differ from the distribution's
IMPORT_NAMES = {"pyside6-essentials": "PySide6", "pysimdjson": "simdjson", "hdrhistogram": "hdrh"}
OF_A_DEPENDENCY = {"shiboken6": "PySide6"}

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
GRAPH = Graph(read_modules())
APP = [name for name in GRAPH.modules if within(name, "app")]


def is_qt(name: str) -> bool:
    return name.split(".")[0] in QT


def is_options(name: str) -> bool:
    return name.endswith(".options")


QT_FREE_MODULES = [
    name for name in APP if is_options(name) or any(within(name, f"app.{part}") for part in QT_FREE) or name == "app"
]


def test_the_core_and_every_stages_options_reach_no_qt():
    chains = [chain for name in QT_FREE_MODULES for chain in GRAPH.chains(name) if is_qt(chain[-1])]
    assert [" -> ".join(chain) for chain in chains] == []


def test_app_takes_only_qtcore_and_qtnetwork_of_qt():
    taken = {
        f"{name} imports {imported}"
        for name in APP
        for imported in GRAPH.direct[name]
        if is_qt(imported) and imported != "PySide6" and not any(within(imported, part) for part in QT_OF_APP)
    }
    assert sorted(taken) == []


def test_app_never_imports_pyside6_as_a_whole():
    whole = [name for name in APP for node in ast.walk(GRAPH.modules[name].tree) if _imports_all_of_qt(node)]
    assert whole == []


def _imports_all_of_qt(node: ast.AST) -> bool:
    return isinstance(node, ast.Import) and any(alias.name == "PySide6" for alias in node.names)


def test_app_does_not_know_the_window():
    assert [name for name in APP if any(within(imported, "ui") for imported in GRAPH.direct[name])] == []


def test_upper_layers_import_lower_ones_and_siblings_do_not_know_each_other():
    ranks, independent = _layers()

    def is_wrong(part: str, other: str) -> bool:
        return ranks[part] > ranks[other] or (ranks[part] == ranks[other] and independent[part])

    uses = {
        (name, _part(name), _part(imported))
        for name in APP
        for imported in GRAPH.direct[name]
        if within(imported, "app")
    }
    wrong = [
        f"{name} imports app.{other}"
        for name, part, other in uses
        if part and other and part != other and is_wrong(part, other)
    ]
    assert wrong == []


def _part(name: str) -> str:
    """The part of app/ that a module belongs to; "" for the package itself."""
    return name.split(".")[1] if "." in name else ""


def _layers() -> tuple[dict[str, int], dict[str, bool]]:
    """Each part's rank, uppermost 0, and whether it is independent of its siblings: import-linter's contract, read."""
    (contract,) = [each for each in PYPROJECT["tool"]["importlinter"]["contracts"] if each["type"] == "layers"]
    ranks, independent = {}, {}
    for rank, layer in enumerate(contract["layers"]):
        for part in re.findall(r"\w+", layer):
            ranks[part], independent[part] = rank, "|" in layer
    return ranks, independent


def test_the_simulator_takes_only_numpy_and_the_standard_library():
    allowed = {"numpy", *sys.stdlib_module_names}
    taken = {
        f"{name} imports {imported}"
        for name in APP
        if within(name, "app.simulator")
        for imported in GRAPH.direct[name]
        if imported.split(".")[0] not in allowed and imported != "app" and not within(imported, "app.simulator")
    }
    assert sorted(taken) == []


def test_only_what_starts_the_simulator_imports_it():
    importers = {name for name in GRAPH.modules if any(within(each, "app.simulator") for each in GRAPH.direct[name])}
    allowed = ("app.simulator", "app.bench", "app.comparison", "ui")
    assert [name for name in sorted(importers) if not any(within(name, part) for part in allowed)] == []


def test_packages_import_nothing_themselves():
    """So that a stage's options can be taken without its Qt."""
    packages = [name for name, module in GRAPH.modules.items() if module.is_package]
    assert [name for name in packages if GRAPH.imports[name].names - {"__future__", "__future__.annotations"}] == []


def test_every_import_can_be_read():
    hidden = [
        line for name, found in GRAPH.imports.items() if name not in MAY_COMPUTE_IMPORTS for line in found.unreadable
    ]
    assert hidden == []


def test_what_is_imported_is_a_declared_dependency_and_each_dependency_is_imported():
    declared = set()
    for requirement in PYPROJECT["project"]["dependencies"]:
        distribution = re.match(r"[\w.-]+", requirement)[0].lower()
        declared.add(IMPORT_NAMES.get(distribution, distribution))
    imported = {name.split(".")[0] for names in GRAPH.direct.values() for name in names}
    foreign = imported - set(OURS) - set(sys.stdlib_module_names)
    assert {OF_A_DEPENDENCY.get(name, name) for name in foreign} == declared


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("import PySide6.QtGui", "PySide6.QtGui"),
        ("from PySide6 import QtGui", "PySide6.QtGui"),
        ("from PySide6.QtGui import QImage", "PySide6.QtGui"),
        ("import PySide6.QtGui as harmless", "PySide6.QtGui"),
        ("def f():\n    from PySide6 import QtGui", "PySide6.QtGui"),
        ("import importlib\nimportlib.import_module('PySide6.QtGui')", "PySide6.QtGui"),
        ("from importlib import import_module\nimport_module('PySide6.QtGui')", "PySide6.QtGui"),
        ("__import__('PySide6.QtGui')", "PySide6.QtGui"),
        ("from ..link import tcp", "app.link.tcp"),
        ("from . import sibling", "app.framing.sibling"),
    ],
)
def test_each_way_to_import_is_seen(source, name):
    assert name in imports_of(_module(source)).names


@pytest.mark.parametrize(
    "source",
    [
        "__import__('PySide6' + '.QtGui')",
        "import importlib\nimportlib.import_module(name)",
        "exec('import PySide6')",
        "import runpy\nrunpy.run_module('PySide6')",
    ],
)
def test_an_import_that_cannot_be_read_is_told(source):
    assert len(imports_of(_module(source)).unreadable) == 1


def test_an_event_loop_is_not_taken_for_a_hidden_import():
    assert imports_of(_module("application.exec()")).unreadable == ()


def test_a_chain_of_imports_is_found_through_others():
    sources = {"app.a": "import app.b", "app.b": "from app import c", "app.c": "import PySide6.QtGui", "app": ""}
    graph = Graph({name: _module(source, name) for name, source in sources.items()})
    assert ["app.a", "app.b", "app.c", "PySide6.QtGui"] in list(graph.chains("app.a"))


def _module(source: str, name: str = "app.framing.line") -> Module:
    return Module(name, Path(f"{name}.py"), ast.parse(source))
