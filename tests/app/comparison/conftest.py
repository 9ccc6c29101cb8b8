"""Benches of fake links; each is closed behind its test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.app.comparison.bench import Bench, MakeBench


@pytest.fixture
def make_bench(qapp: object) -> Iterator[MakeBench]:
    made: list[Bench] = []

    def make(*names: str) -> Bench:
        made.append(Bench(*names))
        return made[-1]

    yield make
    for bench in made:
        bench.close()
        bench.deleteLater()
