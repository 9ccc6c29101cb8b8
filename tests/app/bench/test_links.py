"""The row `links`: many against few, of the same rate together."""

from __future__ import annotations

import pytest

from app.bench import links as module
from app.bench.links import links
from tests.app.bench import brief


def test_many_links_are_compared_with_few_of_the_same_rate(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MANY", 8)
    monkeypatch.setattr(module, "FEW", 2)
    monkeypatch.setattr(module, "FRAMES", 400)
    (row,) = links(0.5, rounds=1, warm_s=0.8)
    brief.compares(row, "links", "CPU us/frame", goal=1.3, floor=2.6, lower=True)
    assert row.note.startswith("8 links; limit: 2 of the same rate together")
