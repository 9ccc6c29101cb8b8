"""For tests after which a thread may just have ended: the garbage collector is kept off until somebody looks.

A module or a conftest takes the fixture by importing it.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot


@pytest.fixture(autouse=True)
def garbage_is_collected_as_usual_again(qtbot: QtBot) -> Iterator[None]:
    """A thread of `app.link.garbage` keeps the collector off for up to a tenth of a second longer."""
    yield
    qtbot.waitUntil(gc.isenabled)
