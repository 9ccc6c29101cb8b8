"""The looks that are kept, a JSON file a state: for each size its windows, the main one first."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from tests.screenshots.geometry import Look

FOLDER = Path(__file__).with_name("kept")


def kept_looks(state: str, size: str) -> list[Look]:
    """Empty where none are kept."""
    file = FOLDER / f"{state}.json"
    if not file.is_file():
        return []
    windows = json.loads(file.read_text(encoding="utf-8")).get(size, [])
    return [Look({name: _place(p) for name, p in w["parts"].items()}, tuple(w["tabs"])) for w in windows]


def _place(text: str) -> tuple[int, int, int, int]:
    x, y, width, height = (int(number) for number in text.split())
    return x, y, width, height


def keep(state: str, looks: dict[str, Sequence[Look]]) -> None:
    """In place of those before."""
    FOLDER.mkdir(exist_ok=True)
    told = {size: [_told(look) for look in found] for size, found in looks.items()}
    text = json.dumps(told, ensure_ascii=False, indent=1)
    (FOLDER / f"{state}.json").write_text(text + "\n", encoding="utf-8")


def _told(look: Look) -> dict[str, object]:
    """A rectangle a line, so that a change reads well."""
    parts = {name: " ".join(map(str, place)) for name, place in sorted(look.parts.items())}
    return {"parts": parts, "tabs": look.tabs}
