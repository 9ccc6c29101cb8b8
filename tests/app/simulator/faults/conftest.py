"""The device that most tests of faults use: its frames are small, of one length, and guarded by a checksum."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.app.simulator.faults.bench import Bench, bench


@pytest.fixture
def motor() -> Iterator[Bench]:
    with bench("motor") as made:
        yield made
