"""How many heaps the C library may keep for threads."""

from __future__ import annotations

import sys

import pytest

from app.link import arenas


@pytest.mark.skipif(sys.platform != "linux", reason="glibc's arenas")
def test_a_library_that_knows_the_limit_takes_it() -> None:
    assert arenas.keep_few()


def test_a_library_without_it_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arenas.ctypes, "CDLL", lambda name: object())
    assert not arenas.keep_few()
