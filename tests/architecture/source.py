"""The source as data: every module of ours and what it imports, read from its syntax tree without running it.

import-linter judges the same layers; this reading also sees the submodules of PySide6 and the tricks:
`importlib.import_module("...")` and `__import__("...")` with a literal name are imports like others, and what cannot
be read (a computed name, exec, runpy) is told, so that a test can forbid it.
"""

from __future__ import annotations

import ast
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OURS = ("app", "ui", "resources")
LITERAL = {"import_module", "__import__"}  # import what their first argument names
UNREADABLE = {"exec", "eval", "run_module", "run_path", "spec_from_file_location", "exec_module"}


@dataclass(frozen=True)
class Module:
    name: str
    path: Path
    tree: ast.Module

    @property
    def is_package(self) -> bool:
        return self.path.name == "__init__.py"


@dataclass(frozen=True)
class Imports:
    """What one module imports: module names as written (`from a import b` gives a and a.b) and lines that hide some."""

    names: frozenset[str]
    unreadable: tuple[str, ...]


@cache
def read_modules() -> Mapping[str, Module]:
    found = {}
    for top in OURS:
        for path in sorted((ROOT / top).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
            found[name] = Module(name, path, ast.parse(path.read_text(encoding="utf-8"), str(path)))
    return found


def imports_of(module: Module) -> Imports:
    names: set[str] = set()
    unreadable = []
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            origin = _origin(module, node)
            names.add(origin)
            names.update(f"{origin}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call):
            name, problem = _called_import(node)
            names.update(filter(None, [name]))
            if problem:
                unreadable.append(f"{module.name}:{node.lineno}: {problem}")
    return Imports(frozenset(names), tuple(unreadable))


def _origin(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    package = module.name.split(".")
    package = package[: len(package) - node.level + module.is_package]
    return ".".join([*package, *filter(None, [node.module])])


def _called_import(call: ast.Call) -> tuple[str | None, str | None]:
    """The module that a call imports, and what is wrong where that cannot be read."""
    function = call.func
    called = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    if called in UNREADABLE and not _is_method_of_something_else(function):
        return None, f"{called}(...)"
    if called not in LITERAL:
        return None, None
    first = call.args[0] if call.args else None
    if isinstance(first, ast.Constant) and isinstance(first.value, str):
        return first.value, None
    return None, f"{called} of a computed name"


def _is_method_of_something_else(function: ast.expr) -> bool:
    """`application.exec()` is Qt's event loop, not Python's exec."""
    return isinstance(function, ast.Attribute) and function.attr in {"exec", "eval"}


class Graph:
    """Who imports whom, directly and through others of ours.

    A name that is no module (`from a import some_class`) is dropped where its origin is ours; importing a module
    imports the packages above it too.
    """

    def __init__(self, modules: Mapping[str, Module]) -> None:
        self.modules = modules
        self.imports = {name: imports_of(module) for name, module in modules.items()}
        self.direct = {name: self._known(found.names) - {name} for name, found in self.imports.items()}

    def _known(self, names: frozenset[str]) -> set[str]:
        known = set()
        for name in names:
            if name.split(".")[0] not in OURS:
                known.add(name)
                continue
            parts = name.split(".")
            known.update(
                prefix
                for prefix in (".".join(parts[:end]) for end in range(1, len(parts) + 1))
                if prefix in self.modules
            )
        return known

    def chains(self, start: str) -> Iterator[list[str]]:
        """A shortest chain of imports from `start` to each module that it reaches, external ones included."""
        came_from: dict[str, str | None] = {start: None}
        queue = deque([start])
        while queue:
            for name in sorted(self.direct.get(queue[0], ())):
                if name not in came_from:
                    came_from[name] = queue[0]
                    queue.append(name)
                    yield self._chain(came_from, name)
            queue.popleft()

    @staticmethod
    def _chain(came_from: Mapping[str, str | None], name: str) -> list[str]:
        chain: list[str] = []
        at: str | None = name
        while at is not None:
            chain.append(at)
            at = came_from[at]
        return chain[::-1]


def within(name: str, part: str) -> bool:
    """Is the module `name` the part itself or inside it?"""
    return name == part or name.startswith(part + ".")
