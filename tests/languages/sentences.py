"""The sentences that the window says, found in its source: what `tr`, `marked`, `sentence` and `numbered` are given
(the places of their arguments that are sentences stand below).

A sentence is a literal (several beside each other are one), or a name that stands for one at the top of its module.
What is computed cannot be translated and is told, so that a test can forbid it; a name, an attribute or an item that is
no constant is taken to be marked where it is made.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from app.simulator.faults.catalogue import KINDS
from app.simulator.faults.possible import REASONS

ROOT = Path(__file__).resolve().parents[2]
SPEAKS = {
    "tr": (0,),
    "marked": (0,),
    "sentence": (0,),
    "numbered": (1, 2),
}  # ui.translate, app.sentence


@dataclass
class Found:
    """sentences, each with the files that say it; computed, places whose argument is made at run time."""

    sentences: dict[str, set[str]] = field(default_factory=dict)
    computed: list[str] = field(default_factory=list)


def read_sentences(tops: tuple[str, ...] = ("app", "ui")) -> Found:
    found = Found()
    for top in tops:
        for path in sorted((ROOT / top).rglob("*.py")):
            _read(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"), found)
    for said in _of_the_witness():
        found.sentences.setdefault(said, set()).add("app/simulator/faults")
    return found


def _of_the_witness() -> Iterator[str]:
    """The simulator imports nothing of ours, so what it says of its faults cannot be marked where it is said."""
    for kind in KINDS.values():
        yield from (kind.title, kind.about)
    yield from REASONS


def _read(name: str, text: str, found: Found) -> None:
    tree = ast.parse(text, name)
    constants = dict(_constants(tree))
    for call in ast.walk(tree):
        for said in _said(call):
            sentence = constants.get(said.id) if isinstance(said, ast.Name) else _literal(said)
            if sentence is not None:
                found.sentences.setdefault(sentence, set()).add(name)
            elif not isinstance(said, ast.Name | ast.Attribute | ast.Subscript):
                found.computed.append(f"{name}:{said.lineno}")


def _said(node: ast.AST) -> list[ast.expr]:
    """The arguments of a call that are sentences."""
    if not isinstance(node, ast.Call):
        return []
    return [node.args[place] for place in SPEAKS.get(_called(node), ()) if place < len(node.args)]


def sentences_of(text: str) -> Found:
    """Of one module."""
    found = Found()
    _read("module", text, found)
    return found


def _constants(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        value = _literal(node.value) if isinstance(node, ast.Assign) else None
        if value is None and isinstance(node, ast.Assign) and isinstance(node.value, ast.Tuple):
            names = targets[0].elts if isinstance(targets[0], ast.Tuple) else []
            for each, part in zip(names, node.value.elts, strict=False):
                if isinstance(each, ast.Name) and (literal := _literal(part)) is not None:
                    yield each.id, literal
        for target in targets:
            if isinstance(target, ast.Name) and value is not None:
                yield target.id, value


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _called(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))
